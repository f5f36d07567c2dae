import { AS_OF, OPENING, day, iso, workday } from "./calendar.js";
import { CAMPAIGNS } from "./campaigns.js";
import type { Customer } from "./customer.js";
import { contactsOf } from "./owners.js";
import { Random } from "./random.js";
import { table, type Table } from "./tables.js";

/** The CRM was set up on this day. */
const OLDEST = day("2023-07-01");

const TOPICS = ["assortment", "prices", "delivery", "tasting", "machines", "payment", "new season", "yearly plan"];

/** Contacts with business clients: by the account manager's diligence, not by the client's worth. The declining distributor is left alone. */
export function contactTable(customers: readonly Customer[]): Table {
  const random = new Random("contacts");
  const contacts: { customer: Customer; day: number }[] = [];
  for (const customer of customers) {
    if (!customer.owner || customer.merged) continue;
    const size = customer.company?.key ? 2.4 : customer.kind === "distributor" ? 1.3 : random.gamma(1.2, 1);
    const perDay = (0.46 * contactsOf(customer.owner) * size) / 30.4;
    const neglectedFrom = customer.company?.key && customer.trend && customer.market.region === "Benelux" ? day("2024-09-10") : Infinity;
    let moment = Math.max(OLDEST, Math.max(customer.since, OPENING) - 40);
    for (;;) {
      moment += random.exponential(perDay);
      const when = workday(Math.floor(moment));
      if (when > Math.min(AS_OF, customer.until + 90) || when > neglectedFrom) break;
      contacts.push({ customer, day: when });
    }
  }
  contacts.sort((a, b) => a.day - b.day || (a.customer.id < b.customer.id ? -1 : 1));
  const rows = contacts.map(({ customer, day }, number) => row(random, customer, day, number + 1));
  return table("crm/contacts.csv", "interactions", ["Activity", "CustNo", "When", "How", "Direction", "Rep", "Topic", "Campaign"], rows);
}

function row(random: Random, customer: Customer, when: number, number: number): string[] {
  const channel = random.choice<string>(
    customer.market.region === "Greater China" ? { WeChat: 50, Visit: 24, Call: 26 } : { Call: 40, Mail: 34, Visit: 22, Chat: 4 },
  );
  const campaign = CAMPAIGNS.find(
    ({ channel: medium, target, from, until }) =>
      (medium === "visit" || medium === "phone") &&
      target.kind === customer.kind &&
      target.group === customer.group &&
      when >= from &&
      when <= until,
  );
  return [
    `A${String(number).padStart(5, "0")}`,
    customer.id,
    iso(when),
    channel,
    random.chance(0.24) ? "in" : "out",
    random.chance(0.94) ? customer.owner : "",
    random.chance(0.7) ? random.pick(TOPICS) : "",
    campaign && random.chance(0.6) ? campaign.id : "",
  ];
}
