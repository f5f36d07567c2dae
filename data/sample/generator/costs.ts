import { AS_OF, OPENING, iso, months } from "./calendar.js";
import { CAMPAIGNS } from "./campaigns.js";
import type { Customer } from "./customer.js";
import type { Order } from "./orders.js";
import { Random } from "./random.js";
import { rateOf } from "./rates.js";
import { cents, table, type Table } from "./tables.js";

/** EUR a month for winning customers, by channel. Social media cost more than their customers bring. */
const ADVERTISING: Record<string, number> = { web: 1550, social: 1750, referral: 260, marketplace: 520, mail: 240, visit: 900, phone: 210 };
/** EUR a month for serving consumers, by channel. */
const FULFILMENT: Record<string, number> = { web: 5200, marketplace: 2300, wechat: 1200, branch: 800, phone: 450 };
const FAIR_MONTHS = [3, 10];

interface Cost {
  day: number;
  kind: "Acquisition" | "Service" | "Retention";
  /** EUR cents. */
  amount: number;
  customer?: string;
  campaign?: string;
  channel?: string;
}

/** What customers cost beyond the goods, in EUR. */
export function costTable(customers: readonly Customer[], orders: readonly Order[]): Table {
  const random = new Random("costs");
  const costs = [...advertising(random), ...fulfilment(random), ...service(random, customers, orders), ...retention(random, customers)];
  const sorted = costs.map((cost, position) => ({ cost, position })).sort((a, b) => a.cost.day - b.cost.day || a.position - b.position);
  const rows = sorted.map(({ cost: { day, kind, amount, customer, campaign, channel } }) => [
    iso(day),
    kind,
    cents(amount),
    customer ?? "",
    campaign ?? "",
    channel ?? "",
  ]);
  return table("accounting/costs.csv", "costs", ["Booked", "Purpose", "Amount EUR", "Customer", "Campaign", "Channel"], rows);
}

function advertising(random: Random): Cost[] {
  const monthly = months("2022-07", "2025-06").flatMap((first) => {
    const spent = Object.entries(ADVERTISING).map(([channel, amount]): Cost => ({
      day: first + 20,
      kind: "Acquisition",
      channel,
      amount: Math.round(amount * random.noise(0.15) * 100),
    }));
    const fair = FAIR_MONTHS.includes(Number(iso(first).slice(5, 7)))
      ? [{ day: first + 24, kind: "Acquisition", channel: "fair", amount: Math.round(4200 * random.noise(0.1) * 100) } as Cost]
      : [];
    return [...spent, ...fair];
  });
  const campaigns = CAMPAIGNS.flatMap(({ id, channel, from, until, cost }): Cost[] => {
    const kind = channel === "mail" ? "Retention" : "Acquisition";
    const first = Math.round(cost * 60);
    return [
      { day: from, kind, campaign: id, amount: first },
      { day: Math.min(until, AS_OF), kind, campaign: id, amount: cost * 100 - first },
    ];
  });
  return [...monthly, ...campaigns];
}

/** Picking, packing and customer care for consumers, by channel. */
function fulfilment(random: Random): Cost[] {
  return months("2022-07", "2025-06").flatMap((first) =>
    Object.entries(FULFILMENT).map(([channel, amount]): Cost => ({
      day: first + 25,
      kind: "Service",
      channel,
      amount: Math.round(amount * random.noise(0.08) * 100),
    })),
  );
}

/** Account management, by quarter: a little for everyone who buys, a lot for the demanding. */
function service(random: Random, customers: readonly Customer[], orders: readonly Order[]): Cost[] {
  const quarters = months("2022-07", "2025-06")
    .filter((_, number) => number % 3 === 0)
    .map((first, number, all) => [first, (all[number + 1] ?? AS_OF + 1) - 1] as const);
  const revenue = new Map<Customer, number[]>();
  for (const { customer, day, amount, status } of orders) {
    if (status === "cancelled" || (customer.kind !== "business" && customer.kind !== "distributor")) continue;
    const byQuarter = revenue.get(customer) ?? quarters.map(() => 0);
    revenue.set(customer, byQuarter);
    const quarter = quarters.findIndex(([first, last]) => day >= first && day <= last);
    byQuarter[quarter] = (byQuarter[quarter] as number) + amount * rateOf(customer.market.currency, day);
  }
  return customers.flatMap((customer) =>
    (revenue.get(customer) ?? []).flatMap((amount, quarter): Cost[] => {
      if (amount === 0) return [];
      const share = customer.demands > 5 ? Math.min(0.56, 0.08 * customer.demands) : 0.03 + 0.026 * customer.demands;
      const [, last] = quarters[quarter] as readonly [number, number];
      return [
        {
          day: Math.max(OPENING, last - 1),
          kind: "Service",
          customer: customer.id,
          amount: Math.round((7200 + amount * share) * random.noise(0.2)),
        },
      ];
    }),
  );
}

/** Gifts and visits for large clients, the loyalty programme for consumers. */
function retention(random: Random, customers: readonly Customer[]): Cost[] {
  const programme = months("2022-07", "2025-06").flatMap((first): Cost[] =>
    [
      ["web", 420],
      ["mail", 380],
    ].map(([channel, amount]) => ({
      day: first + 26,
      kind: "Retention",
      channel: channel as string,
      amount: Math.round((amount as number) * random.noise(0.1) * 100),
    })),
  );
  const gifts = customers
    .filter(({ company }) => company?.key)
    .flatMap((customer): Cost[] =>
      months("2022-12", "2024-12")
        .filter((_, number) => number % 12 === 0)
        .map((first) => ({ day: first + 9, kind: "Retention", customer: customer.id, amount: random.integer(120, 480) * 100 })),
    );
  return [...programme, ...gifts];
}
