import { AS_OF, OPENING, day, iso } from "./calendar.js";
import type { Customer } from "./customer.js";
import type { Order } from "./orders.js";
import { Random } from "./random.js";
import { table, type Table } from "./tables.js";

interface Survey {
  customer: Customer;
  order?: Order;
  sent: number;
  latent: number;
  late: boolean;
}

/** Days on which all business clients and distributors are asked. */
const ROUNDS = ["2022-09-12", "2023-03-13", "2023-09-11", "2024-03-11", "2024-09-16", "2025-03-10"].map(day);

const COMMENTS: Record<"good" | "fair" | "bad", string[]> = {
  good: [
    "Always fresh, always on time.",
    "Der Espresso ist großartig, gerne wieder!",
    "Lekkere thee, snelle levering.",
    "茶叶品质很好，会推荐给朋友。",
    'My "desert island" shop, honestly.',
    "Underbart te, tack!",
    "Très bon conseil, merci.",
  ],
  fair: [
    "Good tea, but shipping is dear.",
    "Okay.",
    "Prices went up again,\nquality is the same.",
    "Die Auswahl ist gut, die Seite langsam.",
    "包装可以再好一点。",
  ],
  bad: [
    'Grinder broke after two weeks, then "we will call you back", nobody did.',
    "Levering duurde drie weken, niemand nam op.",
    "Zu teuer geworden.",
    "Too expensive since September,\nI buy elsewhere now.",
    "Pakket te laat, thee beschadigd.",
    "送货太慢。",
  ],
};

/** Forms sent after some orders and twice a year to companies; most are never answered. */
export function surveyTable(customers: readonly Customer[], orders: readonly Order[]): Table {
  const random = new Random("surveys");
  const list: Survey[] = [];
  // A stream of its own: the front of the form is as it was before there was a back.
  const values = new Random("delivered value");
  for (const order of orders) {
    if (order.customer.kind !== "consumer" || order.delivered === undefined || !random.chance(0.14)) continue;
    const sent = order.delivered + 7;
    if (sent <= AS_OF - 2)
      list.push({
        customer: order.customer,
        order,
        sent,
        latent: feeling(order.customer, sent) - (order.delivered > order.required ? 0.8 : 0),
        late: order.delivered > order.required,
      });
  }
  const active = new Map<Customer, number>(orders.map(({ customer, day }) => [customer, day]));
  for (const sent of ROUNDS) {
    for (const customer of customers) {
      const bought = active.get(customer);
      if (customer.kind !== "business" && customer.kind !== "distributor") continue;
      if (bought !== undefined && bought > sent - 200 && Math.max(customer.since, OPENING) < sent)
        list.push({ customer, sent, latent: feeling(customer, sent), late: false });
    }
  }
  list.sort((a, b) => a.sent - b.sent || (a.customer.id < b.customer.id ? -1 : 1));
  const rows = list.map((survey, number) => {
    const front = row(random, survey, number + 1);
    return [...front, ...(front[ANSWERED] === "" ? COMPONENTS.map(() => "") : deliveredValue(values, survey))];
  });
  return table(
    "service/surveys.csv",
    "surveys",
    ["Form", "Customer", "Order", "Sent", "Answered", "Recommend", "Satisfied", "Expected", "Remark", ...COMPONENTS],
    rows,
  );
}

/** How a customer feels on a day: a bad experience is forgotten slowly, a price round by and by. */
function feeling({ mood, mishap, market }: Customer, when: number): number {
  const hurt = mishap !== undefined && when >= mishap ? 2.6 * Math.exp(-(when - mishap) / 800) : 0;
  const dearer = market.region === "UK & Ireland" && when > day("2024-09-05") ? 0.55 : 0;
  return mood - hurt - dearer;
}

function row(random: Random, { customer, order, sent, latent }: Survey, number: number): string[] {
  const id = `F${String(number).padStart(5, "0")}`;
  const answers = random.chance((customer.kind === "consumer" ? 0.34 : 0.43) + (latent < -1 ? 0.08 : 0));
  const about = order?.id ?? "";
  if (!answers) return [id, customer.id, about, iso(sent), "", "", "", "", ""];
  const answered = Math.min(AS_OF, sent + Math.floor(random.exponential(0.3)));
  const recommend = limit(8.35 + 1.75 * latent + random.normal(0, 1), 0, 10);
  const satisfied = limit(4.15 + 0.8 * latent + random.normal(0, 0.5), 1, 5);
  const expected = limit(3.9 + random.normal(0, 0.6), 1, 5);
  const anonymous = random.chance(0.04);
  const remark = random.chance(0.16) ? random.pick(COMMENTS[recommend >= 9 ? "good" : recommend >= 7 ? "fair" : "bad"]) : "";
  return [
    id,
    anonymous ? "" : customer.id,
    anonymous ? "" : about,
    iso(sent),
    iso(answered),
    String(recommend),
    String(satisfied),
    random.chance(0.93) ? String(expected) : "",
    remark,
  ];
}

/** Column of the date of the answer. */
const ANSWERED = 4;

/** The eight questions on the back of the form: what a customer gets, and what it takes. */
const COMPONENTS = ["Goods", "Service", "People", "Name", "Money", "Time", "Effort", "Worry"] as const;

/**
 * Answers to the back of the form, which some leave blank. Time and worry go with how the last delivery went, and with the
 * crowded warehouse of Rotterdam; money with the price round of the islands; the name is liked whatever happens.
 */
function deliveredValue(random: Random, { customer, latent, late, sent }: Survey): string[] {
  const isFilled = random.chance(0.82);
  const hurt = latent < -1 ? 1 : 0;
  const crowded = customer.market.servicePoint === "Rotterdam" && sent > day("2024-07-20") ? 1 : 0;
  const dearer = customer.market.region === "UK & Ireland" && sent > day("2024-09-05") ? 1 : 0;
  const usual: Record<(typeof COMPONENTS)[number], number> = {
    Goods: 4.3 + 0.55 * latent - 0.3 * hurt,
    Service: 3.75 + 0.75 * latent - 0.5 * crowded,
    People: 4.2 + 0.35 * latent,
    Name: 4.0 + 0.1 * latent,
    Money: 2.9 - 0.3 * latent + 0.9 * dearer,
    Time: 2.6 - 0.7 * latent + (late ? 1 : 0) + 0.9 * crowded,
    Effort: 1.9 - 0.25 * latent + 0.3 * crowded,
    Worry: 1.8 - 0.6 * latent + 0.4 * hurt,
  };
  return COMPONENTS.map((name) => {
    const score = limit(usual[name] + random.normal(0, 0.65), 1, 5);
    return random.chance(0.03) || !isFilled ? "" : String(score);
  });
}

const limit = (value: number, min: number, max: number) => Math.min(max, Math.max(min, Math.round(value)));
