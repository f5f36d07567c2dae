import { AS_OF, OPENING, iso } from "./calendar.js";
import type { Customer } from "./customer.js";
import { MARKETS, type Market } from "./markets.js";
import { CompanyRegister } from "./names.js";
import { ownerFor } from "./owners.js";
import { Random } from "./random.js";
import { table, type Table } from "./tables.js";

export interface Lead {
  id: string;
  name: string;
  source: string;
  owner: string;
  market: Market;
  created: number;
  closed?: number;
  status: "Open" | "Won" | "Lost";
  /** Money, authority, need: whether they are there. */
  man: [boolean, boolean, boolean];
  amount: number;
  customer?: string;
  reason: string;
}

/** How often a lead of a source has money, authority and need, and is lost all the same. */
const SOURCES: Record<string, { weight: number; man: [number, number, number] }> = {
  fair: { weight: 30, man: [0.6, 0.45, 0.5] },
  web: { weight: 26, man: [0.45, 0.35, 0.62] },
  referral: { weight: 12, man: [0.8, 0.72, 0.75] },
  visit: { weight: 16, man: [0.68, 0.55, 0.42] },
  phone: { weight: 16, man: [0.55, 0.3, 0.25] },
};

const OTHERS = 1080;

/** Prospects: those that became clients since the first day, and the many that did not (yet). */
export function allLeads(customers: readonly Customer[]): Lead[] {
  const random = new Random("leads");
  const won = customers
    .filter(
      ({ kind, since, prospect, original }) =>
        (kind === "business" || kind === "distributor") && since >= OPENING + 60 && !prospect && !original,
    )
    .map((customer) => wonLead(random, customer));
  const register = new CompanyRegister();
  const others = Array.from({ length: OTHERS }, () => otherLead(random, register));
  const all = [...won, ...others].sort((a, b) => a.created - b.created || (a.name < b.name ? -1 : 1));
  all.forEach((lead, number) => (lead.id = `L${String(number + 1).padStart(4, "0")}`));
  return all;
}

function wonLead(random: Random, customer: Customer): Lead {
  const source = SOURCES[customer.source] ? customer.source : "web";
  const man = (SOURCES[source] as { man: number[] }).man.map((share) => random.chance(0.55 + share * 0.5)) as Lead["man"];
  const created = customer.since - random.integer(12, 150) - (man.every(Boolean) ? 0 : random.integer(0, 60));
  const amount = customer.ordersPerYear * customer.orderValue * (1 - customer.discount) * random.noise(0.4);
  return {
    id: "",
    name: customer.name,
    source,
    owner: customer.owner,
    market: customer.market,
    created,
    closed: customer.since,
    status: "Won",
    man,
    amount,
    customer: customer.id,
    reason: "",
  };
}

function otherLead(random: Random, register: CompanyRegister): Lead {
  const market = MARKETS[random.index(MARKETS.map(({ customers }) => customers.business))] as Market;
  const country = market.countries[random.index(market.countries.map(({ weight }) => weight))] as Market["countries"][number];
  const industry = random.choice({ Hospitality: 30, "Food service": 34, Offices: 18, Retail: 16, Wholesale: 2 });
  const { name } = register.enter(random, country.language, industry, random.pick(country.cities));
  const source = random.choice(Object.fromEntries(Object.entries(SOURCES).map(([key, { weight }]) => [key, weight])));
  const man = (SOURCES[source] as { man: number[] }).man.map((share) => random.chance(share * 0.82)) as Lead["man"];
  const created = random.integer(OPENING, AS_OF - 3);
  const closed = created + Math.round(random.gamma(1.6, 95)) + 5;
  const reason = !man[2] ? "no need" : !man[0] ? "no budget" : random.pick(["price", "competitor", "no answer", "delivery time"]);
  const open = closed > AS_OF || random.chance(0.05);
  return {
    id: "",
    name,
    source,
    owner: ownerFor(random, market.region).name,
    market,
    created,
    man,
    amount: 2600 * random.noise(0.9),
    ...(open ? { status: "Open", reason: "" } : { status: "Lost", closed, reason: random.chance(0.8) ? reason : "" }),
  };
}

export function leadTable(leads: readonly Lead[]): Table {
  const random = new Random("lead file");
  const rows = leads.map(({ id, name, source, owner, market, created, closed, status, man, amount, customer, reason }) => [
    id,
    name,
    source,
    owner,
    market.code,
    iso(created),
    closed === undefined ? "" : iso(closed),
    status,
    ...man.map((there) => (random.chance(0.07) ? "" : there ? "Y" : "N")),
    random.chance(0.1) ? "" : String(Math.round(amount / 50) * 50),
    customer ?? "",
    reason,
  ]);
  const header = [
    "Lead",
    "Company",
    "Came From",
    "Rep",
    "Sales Region",
    "Entered",
    "Closed",
    "Stage",
    "Budget",
    "Decider",
    "Need",
    "Expected EUR p.a.",
    "Became",
    "Lost Because",
  ];
  return table("crm/leads.csv", "leads", header, rows);
}
