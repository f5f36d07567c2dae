import { AS_OF, day, iso } from "./calendar.js";
import { LATE_QUARTER } from "./markets.js";
import type { Order } from "./orders.js";
import { Random } from "./random.js";
import { cents, table, type Table } from "./tables.js";

interface Ticket {
  order: Order;
  product: string;
  kind: "Request" | "Complaint";
  category: string;
  point: string;
  /** Minutes since 1970. */
  opened: number;
  answered?: number;
  resolved?: number;
  cost: number;
  charge: number;
}

const NOW = (AS_OF + 1) * 1440;

/** The Rotterdam service point was short of people when the late parcels came. */
const ROTTERDAM = { from: day("2024-07-01"), until: day("2025-02-28") };

/** Requests and complaints. They cluster at the Brenner grinders, at Rotterdam, and at a few demanding large clients. */
export function ticketTable(orders: readonly Order[]): Table {
  const random = new Random("service");
  const hurt = new Set<string>();
  const tickets = orders
    .flatMap((order) => ticketsOf(random, order, hurt))
    .sort((a, b) => a.opened - b.opened || (a.order.id < b.order.id ? -1 : 1));
  const rows = tickets.map(({ order, product, kind, category, point, opened, answered, resolved, cost, charge }, number) => [
    `T${String(number + 1).padStart(5, "0")}`,
    order.customer.id,
    order.id,
    product,
    kind,
    category,
    order.customer.channel === "wechat" ? "chat" : random.choice({ mail: 45, phone: 32, chat: 18, visit: 5 }),
    point,
    stamp(opened),
    stamp(answered),
    stamp(resolved),
    cents(cost),
    charge ? cents(charge) : "",
  ]);
  const header = [
    "Ticket",
    "Customer",
    "Order",
    "Article",
    "Type",
    "Subject",
    "Via",
    "Service Point",
    "Opened",
    "First Reply",
    "Closed",
    "Cost EUR",
    "Charged EUR",
  ];
  return table("service/tickets.csv", "tickets", header, rows, { lineEnd: "\r\n" });
}

function ticketsOf(random: Random, order: Order, hurt: Set<string>): Ticket[] {
  const { customer, delivered, required, lines } = order;
  if (customer.kind === "internal" || order.status === "cancelled") return [];
  const late = delivered !== undefined && delivered > required;
  const faulty = lines.find(({ product }) => product.faulty > 2);
  const list: Ticket[] = [];
  const usual =
    { consumer: 0.03, business: 0.028, distributor: 0.05 }[customer.kind] *
    (customer.demands > 5 ? customer.demands * 1.7 : 0.5 + customer.demands / 2);
  if (random.chance(usual))
    list.push(ticket(random, order, "Request", random.pick(["advice", "invoice", "change of order", "spare part", "delivery date"])));
  if (customer.mishap !== undefined && !hurt.has(customer.id) && order.day >= customer.mishap - 20 && order.day <= customer.mishap + 60) {
    hurt.add(customer.id);
    if (random.chance(0.75))
      list.push(
        ticket(
          random,
          order,
          "Complaint",
          faulty ? "faulty article" : late ? "late delivery" : random.pick(["wrong article", "damaged in transit", "rude treatment"]),
        ),
      );
  } else if (random.chance(faulty ? 0.13 : late ? 0.1 : 0.006 * (customer.demands > 5 ? customer.demands : 1))) {
    list.push(
      ticket(
        random,
        order,
        "Complaint",
        faulty
          ? "faulty article"
          : late
            ? "late delivery"
            : random.pick(["wrong article", "damaged in transit", "invoice", "quality of goods"]),
      ),
    );
  }
  return list;
}

function ticket(random: Random, order: Order, kind: Ticket["kind"], category: string): Ticket {
  const { customer, lines } = order;
  const faulty = lines.find(({ product }) => product.faulty > 2);
  const about =
    category === "faulty article" || category === "spare part" ? (faulty ?? lines[0]) : random.chance(0.5) ? lines[0] : undefined;
  const begin = Math.min(
    AS_OF - 1,
    (order.delivered ?? order.day + 2) + (kind === "Request" ? random.integer(-1, 12) : random.integer(0, 9)),
  );
  const opened = Math.max(begin, order.day) * 1440 + random.integer(7 * 60, 20 * 60);
  const point = customer.market.region === LATE_QUARTER.region || random.chance(0.92) ? customer.market.servicePoint : "Hamburg";
  const crowded = point === "Rotterdam" && begin >= ROTTERDAM.from && begin <= ROTTERDAM.until;
  const pace = (crowded ? 4.5 : point === "Shanghai" ? 0.6 : 1) * (kind === "Complaint" ? 0.8 : 1);
  const answered = opened + Math.round(random.gamma(0.9, 520) * pace) + 4;
  const resolved = answered + Math.round(random.gamma(0.8, 3300) * pace) + (random.chance(0.25) ? 0 : 30);
  const minutes = random.gamma(1.6, kind === "Complaint" ? 60 : 28) * (customer.demands > 5 ? 2.6 : 1);
  return {
    order,
    kind,
    category,
    point,
    opened,
    product: about?.product.id ?? "",
    answered: answered < NOW ? answered : undefined,
    resolved: resolved < NOW && !random.chance(crowded ? 0.05 : 0.012) ? resolved : undefined,
    cost: Math.round(minutes * 62) + (category === "faulty article" ? 1800 : 0),
    charge: category === "spare part" && random.chance(0.6) ? random.integer(9, 48) * 100 : 0,
  };
}

/** "2024-02-29 13:45" */
function stamp(minutes: number | undefined): string {
  if (minutes === undefined) return "";
  const inDay = minutes % 1440;
  return `${iso(Math.floor(minutes / 1440))} ${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}
