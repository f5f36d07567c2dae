import { day, iso } from "./calendar.js";
import { VOUCHER } from "./consumers.js";
import type { Customer } from "./customer.js";
import type { Lead } from "./leads.js";
import type { Kind, Region } from "./markets.js";
import type { Order } from "./orders.js";
import { Random } from "./random.js";
import { table, type Table } from "./tables.js";

export interface Campaign {
  id: string;
  name: string;
  channel: string;
  from: number;
  until: number;
  /** EUR. */
  cost: number;
  reach: number;
  target: { kind: Kind; region?: Region; group?: string };
  /** Share of the customers reached that answer, and of the answers that lead to an order. */
  answers: number;
  converts: number;
  /** Share of the new customers of its time, market and kind who came by it. */
  wins: number;
}

type Plan = [
  id: string,
  name: string,
  channel: string,
  from: string,
  until: string,
  cost: number,
  reach: number,
  target: Campaign["target"],
  answers: number,
  converts: number,
];

const consumer = { kind: "consumer" } as const;
const business = { kind: "business" } as const;

const PLANS: Plan[] = [
  ["CMP-2022-01", "Autumn teas 2022", "mail", "2022-09-12", "2022-10-16", 4400, 21000, consumer, 0.2, 0.4],
  ["CMP-2022-02", "Advent calendars 2022", "mail", "2022-10-24", "2022-12-04", 5200, 26000, consumer, 0.24, 0.5],
  ["CMP-2023-01", "Coffee & hospitality fair Hamburg 2023", "fair", "2023-02-27", "2023-03-03", 9800, 1900, business, 0.2, 0.6],
  ["CMP-2023-02", "First flush 2023", "web", "2023-04-10", "2023-05-14", 2300, 48000, consumer, 0.1, 0.45],
  ["CMP-2023-03", "Office coffee test", "phone", "2023-05-15", "2023-07-14", 4900, 640, { kind: "business", group: "Offices" }, 0.5, 0.5],
  ["CMP-2023-04", "Autumn teas 2023", "mail", "2023-09-11", "2023-10-15", 4700, 23000, consumer, 0.2, 0.4],
  ["CMP-2023-05", "Double eleven 2023", "social", "2023-11-01", "2023-11-12", 2400, 39000, { kind: "consumer", region: "Greater China" }, 0.4, 0.6],
  ["CMP-2023-06", "Christmas hampers 2023", "social", "2023-11-13", "2023-12-17", 5900, 92000, consumer, 0.14, 0.5],
  ["CMP-2024-01", "Trade in your grinder", "web", "2024-01-15", "2024-02-18", 2600, 33000, { kind: "consumer", group: "regular" }, 0.2, 0.35],
  [VOUCHER.campaign, "Spring welcome voucher", "social", "2024-02-19", "2024-04-28", 12800, 145000, { kind: "consumer", group: "none" }, 0, 0],
  ["CMP-2024-03", "Hotel breakfast visits", "visit", "2024-03-04", "2024-06-28", 8200, 210, { kind: "business", group: "Hospitality" }, 0.55, 0.6],
  ["CMP-2024-04", "Cold brew summer", "web", "2024-06-10", "2024-08-04", 2200, 41000, consumer, 0.08, 0.4],
  ["CMP-2024-05", "Autumn teas 2024", "mail", "2024-09-09", "2024-10-13", 4900, 24000, consumer, 0.18, 0.4],
  ["CMP-2024-06", "Sorry for the wait", "mail", "2024-10-21", "2024-12-15", 2900, 3100, { kind: "consumer", region: "Benelux" }, 0.3, 0.4],
  ["CMP-2024-07", "Double eleven 2024", "social", "2024-11-01", "2024-11-12", 2700, 52000, { kind: "consumer", region: "Greater China" }, 0.42, 0.65],
  ["CMP-2024-08", "Christmas hampers 2024", "social", "2024-11-11", "2024-12-15", 6300, 98000, consumer, 0.12, 0.45],
  ["CMP-2025-01", "Price promise UK & Ireland", "mail", "2025-02-03", "2025-03-16", 2700, 5200, { kind: "consumer", region: "UK & Ireland" }, 0.24, 0.4],
  ["CMP-2025-02", "Bring a friend", "referral", "2025-02-17", "2025-05-31", 2100, 8800, consumer, 0.1, 0.6],
  ["CMP-2025-03", "Shanghai tea fair 2025", "fair", "2025-03-20", "2025-03-23", 6400, 800, { kind: "business", region: "Greater China" }, 0.6, 0.7],
  ["CMP-2025-04", "Café price review", "phone", "2025-05-05", "2025-06-27", 2900, 420, { kind: "business", group: "Food service" }, 0.4, 0.5],
];

/**
 * Share of the new customers who came by a campaign: a fair is where clients are met for the first time, a friend's word
 * is what brings a friend; a letter goes to those who are customers already.
 */
const WINS: Record<string, number> = {
  "CMP-2023-01": 0.5, "CMP-2023-02": 0.5, "CMP-2023-03": 0.6, "CMP-2023-05": 0.8, "CMP-2023-06": 0.6, "CMP-2024-03": 0.75,
  "CMP-2024-04": 0.5, "CMP-2024-07": 0.8, "CMP-2024-08": 0.6, "CMP-2025-02": 0.75, "CMP-2025-03": 0.8, "CMP-2025-04": 0.3,
};
/** Days after the last one on which somebody may still come: companies take their time. */
const LATECOMERS: Partial<Record<Kind, number>> = { consumer: 14, business: 150 };

export const CAMPAIGNS: readonly Campaign[] = PLANS.map(([id, name, channel, from, until, cost, reach, target, answers, converts]) => ({
  id,
  name,
  channel,
  from: day(from),
  until: day(until),
  cost,
  reach,
  target,
  answers,
  converts,
  wins: WINS[id] ?? 0,
}));

export function campaignTable(): Table {
  const rows = CAMPAIGNS.map(({ id, name, channel, from, until, cost, reach }) => [
    id,
    name,
    channel,
    iso(from),
    iso(until),
    String(cost),
    String(reach),
  ]);
  return table(
    "marketing/campaigns.csv",
    "campaigns",
    ["Campaign", "Title", "Medium", "Start", "End", "Budget Spent EUR", "Contacts"],
    rows,
  );
}

/** Answers to the campaigns. Orders that follow an answer get the campaign's id: `orders` is changed. */
export function responseTable(customers: readonly Customer[], orders: readonly Order[], leads: readonly Lead[]): Table {
  const random = new Random("responses");
  const bought = new Map<Customer, Order[]>();
  for (const order of orders) (bought.get(order.customer) ?? bought.set(order.customer, []).get(order.customer))?.push(order);
  const rows = CAMPAIGNS.flatMap((campaign) => {
    const answers =
      campaign.id === VOUCHER.campaign
        ? voucherAnswers(customers)
        : [...customerAnswers(random, campaign, customers, bought), ...leadAnswers(random, campaign, leads)];
    return answers
      .sort((a, b) => a.day - b.day)
      .map(({ customer, lead, day, response }) => [campaign.id, customer ?? "", lead ?? "", iso(day), response]);
  });
  markFirstOrders(bought);
  return table("marketing/responses.csv", "campaign_responses", ["Campaign", "Customer", "Lead", "Date", "Reaction"], rows, { mark: true });
}

/**
 * New customers name the campaign on their first order, such as by a code; the mailing tool, which keeps the answers, does not
 * know them. Channels are told by the customer's source.
 */
function markFirstOrders(bought: ReadonlyMap<Customer, Order[]>): void {
  const random = new Random("campaign wins");
  for (const [customer, orders] of bought) {
    const { kind, market, group, since, source } = customer;
    const first = orders.find(({ day, status }) => day === since && status !== "cancelled");
    if (!first || first.campaign) continue;
    const won = CAMPAIGNS.find(({ channel, from, until, target, wins }) =>
      source === channel && kind === target.kind && since >= from && since <= until + (LATECOMERS[kind] ?? 0)
      && (!target.region || market.region === target.region) && (kind === "consumer" || !target.group || group === target.group)
      && random.chance(wins));
    if (won) first.campaign = won.id;
  }
}

interface Answer {
  customer?: string;
  lead?: string;
  day: number;
  response: string;
}

const voucherAnswers = (customers: readonly Customer[]): Answer[] =>
  customers
    .filter(({ campaign, prospect, original }) => campaign === VOUCHER.campaign && !prospect && !original)
    .map(({ id, since }) => ({ customer: id, day: since, response: "order" }));

function customerAnswers(
  random: Random,
  { id, from, until, target, answers, converts }: Campaign,
  customers: readonly Customer[],
  bought: Map<Customer, Order[]>,
): Answer[] {
  return customers.flatMap((customer): Answer[] => {
    const { kind, market, group, since } = customer;
    if (
      kind !== target.kind ||
      since > from ||
      (target.region && market.region !== target.region) ||
      (target.group && group !== target.group)
    )
      return [];
    const own = bought.get(customer) ?? [];
    const recent = own.some(({ day }) => day < from && day > from - 400);
    if (!random.chance(answers * (recent ? 1 : 0.25))) return [];
    const opened = random.integer(from, until);
    const list: Answer[] = random.chance(0.45) ? [{ customer: customer.id, day: opened, response: "opened" }] : [];
    const order = own.find(({ day, campaign }) => day >= opened && day <= until + 14 && !campaign);
    if (order && random.chance(converts * 1.6)) {
      order.campaign = id;
      list.push({ customer: customer.id, day: order.day, response: "order" });
    } else if (random.chance(0.05)) list.push({ customer: customer.id, day: opened, response: "unsubscribed" });
    else list.push({ customer: customer.id, day: opened, response: "answer" });
    return list;
  });
}

/** At fairs and on the phone it is mostly leads that answer. */
function leadAnswers(random: Random, { channel, from, until }: Campaign, leads: readonly Lead[]): Answer[] {
  if (channel !== "fair" && channel !== "phone" && channel !== "visit") return [];
  const near = leads.filter(
    ({ created, source }) => created >= from && created <= until + 21 && (source === channel || random.chance(0.1)),
  );
  return near.map((lead) => ({ lead: lead.id, day: Math.min(lead.created, until), response: lead.status === "Won" ? "order" : "answer" }));
}
