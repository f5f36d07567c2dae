import { expect, test } from "vitest";
import { entities } from "../../pipeline/contracts/index.js";
import { pageContext } from "../../src/lib/context.js";
import type { Row, Table } from "../../src/lib/page.js";
import { relationship } from "../../src/pages/relationship.js";
import { overdueTitle } from "../../src/pages/relationship/lists.js";
import { complianceTitle, shortTitle } from "../../src/pages/relationship/managers.js";
import { forbiddenTitle, handoverTitle } from "../../src/pages/relationship/first.js";
import type { Forbidden, HandedOver, Headline, Level, Manager, OverServed, Overdue, Segment } from "../../src/pages/relationship/rows.js";
import { spendingTitle } from "../../src/pages/relationship/spending.js";
import { contacts, segmentName } from "../../src/pages/relationship/words.js";
import { faultsOf, tableOf, withDocument } from "../components/document.js";

withDocument();

const money = (value: number | null | undefined) => `€${value}`;

// Of 12 customers with a tier 4 are due a contact and 1 is in time; 3 are neglected, 2 as due, 1 over-served.
const head: Headline = {
  measure: "margin", mean_value: 10, low_limit: 10, high_limit: 20, customers: 12, contacts: 40, first_contact_date: "2025-01-01", last_contact_date: "2025-06-30", uncounted_contacts: 3,
  forbidden_contacts: 2, unowned_due_customers: 0, over_served_customers: 1, over_served_margin: 9, over_served_cost: 12, over_served_losses: 1,
  due_customers: 4, in_time_customers: 1, in_time_rate: 0.25, in_time_low: 0.05, in_time_high: 0.7, lapsed_customers: 0, lapsed_in_time_customers: 0, lapsed_neglected_customers: 0, overdue_customers: 3, never_customers: 1, overdue_revenue: 900,
  neglected_customers: 3, as_due_customers: 2, judged_customers: 6, neglected_revenue: 800, contacts_due: 20.5, contacts_made: 15, contacts_short: 11.5, contacts_above: 6, all_revenue: 2000,
  basic_contacts: 7, window_days: 90, order_days: 365, grace_days: 7, few_share: 0.01, many_share: 0.05, neglected_below: 0.75, over_served_above: 1.5, over_served_contacts: 2,
};
const level = (position: number | null, name: string | null, own: Partial<Level> = {}): Level => ({
  position, level: name, contacts_per_month: position === null ? null : [0, 1 / 3, 1, 2, 4][position - 1]!, meaning: position === null ? null : `what ${name} is`, customers: 2, due_customers: 1,
  in_time_customers: 0, in_time_rate: 0, neglected_customers: 1, as_due_customers: 0, over_served_customers: 0, contacts_due: 3, contacts_made: 1, contacts_judged: 1, contacts_short: 2, revenue: 10, ...own,
});
const levels = [
  level(5, "partnership", { customers: 1 }), level(4, "proactive"), level(3, "accountable"), level(2, "reactive"),
  level(1, "basic", { due_customers: 0, in_time_rate: null, contacts_due: 0, contacts_made: 7, neglected_customers: 0, over_served_customers: 1 }), level(null, null, { customers: 5, contacts_due: 0, contacts_made: 2 }),
];
const segments: Segment[] = [
  { segment: "key business", tier: "key", kind: "business", measure: "margin", customers: 1, customers_share: 0.1, number_class: "few", revenue: 900, margin: 400, value_per_customer: 400, value_ratio: 40, margin_class: "high", level_position: 5, level: "partnership", level_reason: null },
  { segment: "small consumer", tier: "small", kind: "consumer", measure: "margin", customers: 9, customers_share: 0.9, number_class: "many", revenue: 90, margin: 9, value_per_customer: 1, value_ratio: 0.1, margin_class: "low", level_position: 1, level: "basic", level_reason: null },
];
const manager = (owner: string | null, inTime: number, due: number, own: Partial<Manager> = {}): Manager => ({
  dimension: "owner", owner, name: owner, team: null, status: null, left_date: null, customers: due, due_customers: due, in_time_customers: inTime, in_time_rate: inTime / due, in_time_low: 0, in_time_high: 1, lapsed_customers: 0, overdue_customers: due - inTime,
  never_customers: 0, overdue_revenue: 10, neglected_customers: 1, over_served_customers: 0, contacts_due: 9, contacts_made: 4, contacts_short: 5, contacts_above: 0, ...own,
});
const overdue = (place: number, label: string, own: Partial<Overdue> = {}): Overdue => ({
  place, label, customer_key: `${place}`, kind: "business", owner: "Anna", tier: "key", level: "partnership", level_basis: "segment", interval_days: 7.6, timing: "overdue", contact_days: 20, waiting_days: 20,
  overdue_days: 12, contacts_due: 11.8, contacts_made: 3, standing: "neglected", revenue: 500, next_step_reason: null, ...own,
});
const served: OverServed = {
  place: 1, label: "Idle", customer_key: "9", kind: "business", owner: "Anna", tier: "small", level: "basic", contacts_due: 0, contacts_made: 7, contacts_above: 7, revenue: 20, margin: 9, cost_to_serve: 12, profit: -3,
  next_step_reason: "makes a loss",
};

const handed: HandedOver = {
  place: 1, label: "Orphan", customer_key: "7", owner: "Ben", owner_name: "Ben", owner_status: "notice given", left_date: "2025-09-30", level: "partnership", timing: "overdue", contact_days: 40, waiting_days: 40,
  revenue: 300, next_step_reason: "no further credit but orders",
};
const spared = (label: string, contacts: number, people: string | null, own: Partial<Forbidden> = {}): Forbidden => ({
  place: 1, label, customer_key: label, owner: "Anna", contacts, campaign_contacts: 0, last_contact_date: "2025-06-30", contact_days: 0, people, ...own,
});

/** The page drawn from these tables, for a project that supplies these entities. */
function page(own: Record<string, unknown[]> = {}, supplied = ["customers", "orders", "interactions"]): HTMLElement[] {
  const tables: Record<string, unknown[]> = {
    relationship_headline: [head], relationship_levels: levels, relationship_choice: segments, relationship_managers: [manager("Anna", 1, 3), manager("Ben", 0, 1, { contacts_short: 6.5 })],
    relationship_overdue: [overdue(1, "First"), overdue(2, "Second", { timing: "never contacted", contact_days: null, waiting_days: 30 })], relationship_over_served: [served], relationship_handover: [], relationship_forbidden: [], ...own,
  };
  const read = (name: string): Table => ({ name, path: "", rows: tables[name] as Row[], columns: [], marts: [], scope: "whole" });
  const context = pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied, contacts: {} }, entities, read);
  return relationship.render(context) as HTMLElement[];
}
const titles = (parts: HTMLElement[]) => parts.flatMap((part) => [...(part.matches("section.card:not(.kpi)") ? [part] : []), ...part.querySelectorAll("section.card:not(.kpi)")]).map((card) => card.querySelector("h3, h2")!.textContent);
const tile = (parts: HTMLElement[], label: string) => parts.find((part) => part.matches(".kpi") && part.querySelector("h2")!.textContent === label)!;

test("the tiles say who is in time, what hangs on the others, and how contacts are spread", () => {
  const parts = page();
  expect(parts.filter((part) => part.matches(".kpi"))).toHaveLength(4);
  expect(tile(parts, "Contacted in time").querySelector(".kpi-value")!.textContent).toBe("25%");
  expect(tile(parts, "Contacted in time").querySelector(".kpi-note")!.textContent).toBe("1 of 4 customers to whom a contact is due; 5% to 70% by chance alone");
  expect(tile(parts, "Revenue of customers overdue for contact").querySelector(".kpi-note")!.textContent).toBe("3 customers overdue for contact, 1 of them never contacted");
  expect(tile(parts, "Over-served customers").querySelector(".kpi-note")!.textContent).toBe("6 contacts above those due, while 12 are missing elsewhere");
  for (const part of parts) expect(faultsOf(part)).toEqual([]);
});

test("each card is a finding", () => {
  expect(titles(page())).toEqual([
    "Contact First first: €500 of revenue, the last contact 20 days ago",
    "25% of the customers are contacted in time; no account manager is lower than chance explains", "Customers of Ben miss most contacts: 7 of 9 due", "By account manager",
    "7 of 15 contacts went to customers whose level asks for none, while 12 are missing elsewhere", "Too few contacts for 3 of 6 customers, too many for 1",
    "1 over-served customer: €12 to serve, €9 of margin", "Partnership is for 1 customer of 12", "What each level asks of us", "The segments in figures",
  ]);
});

test("who was never contacted is said to be so", () => {
  const parts = page();
  const list = parts.find((part) => part.querySelector("h3")?.textContent.startsWith("Contact First"))!;
  expect(tableOf(list.querySelector("table")!).slice(1).map((row) => row.slice(2, 6))).toEqual([["Partnership", "20 days ago", "8 days", "3 of 11.8"], ["Partnership", "never", "8 days", "3 of 11.8"]]);
});

test("what cannot wait comes first: who is to be handed over, and who was not to be contacted", () => {
  const leaver = manager("Ben", 1, 5, { status: "notice given", left_date: "2025-09-30", lapsed_customers: 1, overdue_customers: 3, overdue_revenue: 700 });
  const parts = page({ relationship_handover: [handed], relationship_managers: [leaver], relationship_forbidden: [spared("Quiet", 2, null, { campaign_contacts: 2 }), spared("Still", 1, "Ben")] });
  const [handover, forbidden] = parts.filter((part) => part.matches("section.card:not(.kpi)"));
  // Of 5 with a contact due one has left: 4 are to be handed over.
  expect(handover!.querySelector("h3")!.textContent).toBe("Ben leaves on 30 September 2025: hand over 4 customers; 3 of them are overdue for contact (€700 of revenue)");
  expect(tableOf(handover!.querySelector("table")!).slice(1)).toEqual([["Orphandeliver only against payment", "€300", "Partnership", "40 days ago, overdue"]]);
  expect(forbidden!.querySelector("h3")!.textContent).toBe("2 customers marked not to be contacted were contacted by us 3 times");
  expect(tableOf(forbidden!.querySelector("table")!).slice(1)).toEqual([["Quiet", "2", "today", "a campaign"], ["Still", "1", "today", "Ben"]]);
  for (const part of parts) expect(faultsOf(part)).toEqual([]);
});

test("the titles of what cannot wait name one person or several", () => {
  const leaver = manager("Ben", 1, 3, { status: "notice given", left_date: "2025-09-30" });
  const gone = manager("Anna", 2, 2, { status: "left", left_date: "2025-05-31" });
  expect(handoverTitle([gone], money)).toBe("Anna left on 31 May 2025: hand over 2 customers");
  expect(handoverTitle([leaver, gone], money)).toBe("Ben and Anna leave or have left: hand over 5 customers; 2 of them are overdue for contact (€20 of revenue)");
  expect(forbiddenTitle([spared("A", 1, "Ben")])).toBe("One customer marked not to be contacted was contacted by us 1 time");
  expect(forbiddenTitle([spared("A", 1, "Ben"), spared("B", 4, "Ben")])).toBe("2 customers marked not to be contacted were contacted by us 5 times, all by Ben");
  expect(forbiddenTitle([spared("A", 1, "Ben"), spared("B", 4, "Ben"), spared("C", 1, "Anna, Ben")])).toBe("3 customers marked not to be contacted were contacted by us 6 times; 2 of these customers by Ben");
  expect(forbiddenTitle([spared("A", 1, "Ben"), spared("B", 4, "Anna")])).toBe("2 customers marked not to be contacted were contacted by us 5 times");
});

test("who left in the window is in the rate, and told of", () => {
  const parts = page({ relationship_headline: [{ ...head, lapsed_customers: 3, lapsed_in_time_customers: 1, lapsed_neglected_customers: 2 }] });
  expect(tile(parts, "Contacted in time").querySelector(".kpi-note")!.textContent).toBe("1 of 4 customers with a contact due, counting 3 that left in 90 days; 5% to 70% by chance alone");
  expect(parts.map((part) => part.querySelector(".caution")?.textContent).filter((text) => text !== undefined)).toEqual([
    "Customers with a contact due that left in these 90 days, for they had not ordered for 365 days: 3. Not in time when they left: 2. What was due to them counts until that day.",
  ]);
});

test("the table of levels has each segment in the field of its number and margin", () => {
  const card = page().find((part) => part.querySelector("h3")?.textContent.startsWith("Partnership is for"))!;
  expect(tableOf(card.querySelector("table")!).slice(2)).toEqual([
    ["Many customers", "BasicSmall · Consumers", "Reactive", "Accountable"], ["A medium number", "Reactive", "Accountable", "Proactive"], ["Few customers", "Accountable", "Proactive", "PartnershipKey · Businesses"],
  ]);
  expect(card.querySelector(".subtitle")!.textContent).toBe("Few: up to 1.0% of the 12 customers who bought, many: above 5.0%, both rounded up to whole customers. A customer's margin is low below €10, high from €20 on; the mean is €10");
});

test("without contacts on record there are levels, and the page says what to supply", () => {
  const none = { ...head, contacts: 0, due_customers: null, in_time_rate: null, contacts_made: null, contacts_due: null };
  const parts = page({ relationship_headline: [none] }, ["customers", "orders"]);
  expect(parts[0]!.querySelector("code")!.textContent).toBe("entities.interactions");
  expect(titles(parts).slice(1)).toEqual(["Partnership is for 1 customer of 12", "What each level asks of us", "The segments in figures"]);
  expect(parts.filter((part) => part.matches(".kpi"))).toHaveLength(0);
  expect(page({ relationship_headline: [] }, [])).toHaveLength(1);
});

test("the title of the list names who has waited much longer than the first, and who was never contacted", () => {
  expect(overdueTitle([], money)).toBe("Nobody is overdue for contact");
  expect(overdueTitle([overdue(1, "A"), overdue(2, "B", { contact_days: 39, waiting_days: 39 })], money)).toBe("Contact A first: €500 of revenue, the last contact 20 days ago");
  expect(overdueTitle([overdue(1, "A"), overdue(2, "B", { contact_days: 40, waiting_days: 40, revenue: 400 })], money)).toBe("Contact A first: €500 of revenue; B (€400) was last contacted 40 days ago");
  expect(overdueTitle([overdue(1, "A", { timing: "never contacted", contact_days: null })], money)).toBe("Contact A first: €500 of revenue and never a contact on record");
});

test("the findings on account managers say what chance allows", () => {
  const low = manager("Ben", 1, 20, { in_time_high: 0.24 });
  expect(complianceTitle([low, manager("Anna", 9, 10)], { in_time_rate: 0.33 })).toBe("Ben contacts 1 of 20 customers in time, fewer than chance explains: of all it is 33%");
  expect(complianceTitle([manager("Ben", 1, 4)], { in_time_rate: 0.25 })).toBe("25% of the customers of Ben are contacted in time");
  expect(complianceTitle([], { in_time_rate: null })).toBe("Nobody has a customer with a contact due");
  expect(shortTitle([manager("Ben", 1, 1, { contacts_short: 0 })])).toBe("No contact is missing");
  expect(spendingTitle({ basic_contacts: 0, contacts_made: 1, contacts_due: 2, contacts_short: 1 }, 1)).toBe("1 contact made, 2 due");
  expect(spendingTitle({ basic_contacts: 0, contacts_made: 0, contacts_due: 2, contacts_short: 2 }, 0)).toBe("No contact was made");
});

test("a third of a contact is no whole one, and a segment is named by what it is cut by", () => {
  expect([1 / 3, 4, 11.8275, 0, null].map(contacts)).toEqual(["0.3", "4", "11.8", "0", "–"]);
  expect([segmentName({ tier: "key", kind: "business" }), segmentName({ tier: "key", kind: null }), segmentName({ tier: null, kind: "consumer" })]).toEqual(["Key · Businesses", "Key", "Consumers"]);
});

test("where no contact can be due there are no zeros, and a level that cannot be told says why", () => {
  const none = { ...head, due_customers: 0, in_time_rate: null, overdue_customers: 0, overdue_revenue: 0, neglected_customers: 0, judged_customers: 0, low_limit: null, high_limit: null, mean_value: -5, uncounted_contacts: 0 };
  const parts = page({ relationship_headline: [none], relationship_levels: [level(null, null, { contacts_due: 0, contacts_made: 3 })], relationship_managers: [], relationship_overdue: [] });
  expect(parts.filter((part) => part.matches(".kpi")).map((part) => part.querySelector(".kpi-value")!.textContent)).toEqual(["–", "–", "–", "–"]);
  expect(titles(parts)).not.toContain("Nobody's contacts can be held against those due");
  expect(parts.map((part) => part.querySelector(".subtitle")?.textContent)).toContain(
    "Few: up to 1.0% of the 12 customers who bought, many: above 5.0%, both rounded up to whole customers. What a customer leaves is told high or low by the mean of all, and that is not positive: −€5");
});
