import { expect, test } from "vitest";
import { entities } from "../../pipeline/contracts/index.js";
import { pageContext } from "../../src/lib/context.js";
import type { Row, Table } from "../../src/lib/page.js";
import { campaigns } from "../../src/pages/campaigns.js";
import { channelTitle } from "../../src/pages/campaigns/channels.js";
import { answerTitle, courseTitle, existingTitle, horizonTitle, wonTitle } from "../../src/pages/campaigns/results.js";
import type { Channel, Course, Result, Return, Terms } from "../../src/pages/campaigns/rows.js";
import { faultsOf, tableOf, withDocument } from "../components/document.js";

withDocument();

const money = (value: number | null | undefined) => `€${value}`;

const channel = (name: string | null, own: Partial<Channel> = {}): Channel => ({
  period: "current", dimension: "channel", channel: name, spend: 100, campaign_spend: 0, is_new_known: true, customers_won: 10, won_change_rate: null, campaign_customers: 0, cost_per_customer: 10, cost_reason: null,
  cost_change_rate: null, lifetime_value: 30, valued_customers: 10, predicted_customers: 8, value_to_cost: 3, payback_months: 2, observed_months: 20, payback_reason: null, ...own,
});
const all = channel(null, { dimension: "all", spend: 300, campaign_spend: 50, customers_won: 20, campaign_customers: 3, cost_per_customer: 15, cost_change_rate: 0.5, won_change_rate: -0.2, lifetime_value: 45 });
const channels = [
  channel("social", { cost_per_customer: 40, lifetime_value: 20, value_to_cost: 0.5, payback_months: null, payback_reason: "not within the months looked at", campaign_spend: 50, campaign_customers: 3 }), channel("referral", { value_to_cost: 9, lifetime_value: 90 }),
  channel(null, { cost_per_customer: null, cost_reason: "not attributed", value_to_cost: null, payback_months: null, payback_reason: "no cost per customer" }), all, channel("social", { period: "prior", cost_per_customer: 20 }),
];
const result = (id: string, own: Partial<Result> = {}): Result => ({
  campaign_id: id, label: `Campaign ${id}`, channel: "social", start_date: "2025-01-01", end_date: "2025-02-01", cost: 100, purpose: "acquisition", reach: 1000, opened: 5, answered: 50, answer_rate: 0.05, answer_low: 0.04, answer_high: 0.07, answer_reason: null, converted: 10,
  converted_rate: 0.2, opted_out: 2, customers_won: 4, followed_customers: 4, active_customers: 1, active_rate: 0.25, active_low: 0.05, active_high: 0.7, revenue: 200, margin: 60, cost_per_customer: 25, lifetime_value: 30, valued_customers: 4, value_to_cost: 1.2, return_rate: -0.4,
  existing_customers: 3, existing_orders: 3, existing_revenue: 90, existing_margin: 30, whole_return_rate: -0.1, payback_date: null, payback_days: null, payback_reason: "not paid back yet", ...own,
});
const paid = result("B", { cost: 50, margin: 75, return_rate: 0.5, whole_return_rate: 1, payback_days: 98, payback_date: "2025-04-09", payback_reason: null, existing_customers: 0, answer_rate: 0.2, answer_low: 0.17, answer_high: 0.23 });
const letter = result("C", { purpose: "retention", customers_won: 0, active_rate: null, margin: 0, cost_per_customer: null, return_rate: -1, whole_return_rate: -0.7, payback_reason: "nobody won", answer_rate: null, answer_reason: "reach not known", reach: null });
const returned = (id: string, days: number, rate: number | null, own: Partial<Return> = {}): Return => ({ campaign_id: id, label: `Campaign ${id}`, days, customers: 4, young_customers: 0, margin: 40, margin_per_customer: 10, cost_per_customer: 25, return_rate: rate, ...own });
const course = (id: string, month: string, margin: number): Course => ({ campaign_id: id, label: `Campaign ${id}`, month_end: month, customers: 2, margin, cost: 100, cost_share: margin / 100 });
const terms: Terms = { attribution_days: 90, payback_months: 24, min_customers: 10, campaigns: 3, first_spend_date: "2024-01-20", spend: 900, unknown_orders: 2, unrecorded_customers: 0, conversion_customers: 1, lost_after_days: 148, confidence: 0.95 };

function page(own: Record<string, unknown[]> = {}): HTMLElement[] {
  const tables: Record<string, unknown[]> = {
    campaigns_channels: channels, campaigns_results: [result("A"), paid, letter], campaigns_returns: [returned("A", 90, -0.6), returned("A", 365, null, { customers: 0, young_customers: 4, margin_per_customer: null }), returned("B", 90, 0.1)],
    campaigns_courses: [course("A", "2025-05-31", 20), course("A", "2025-06-30", 60), course("B", "2025-05-31", 50), course("B", "2025-06-30", 75)], campaigns_terms: [terms], prospects_groups: [], ...own,
  };
  const read = (name: string): Table => ({ name, path: "", rows: tables[name] as Row[], columns: [], marts: [], scope: "whole" });
  return campaigns.render(pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied: [], contacts: {} }, entities, read)) as HTMLElement[];
}
const cards = (parts: HTMLElement[]) => parts.filter((part) => part.matches("section.card:not(.kpi)"));
const titles = (parts: HTMLElement[]) => cards(parts).map((card) => card.querySelector("h3, h2")!.textContent);
const tile = (parts: HTMLElement[], label: string) => parts.find((part) => part.matches(".kpi") && part.querySelector("h2")!.textContent === label)!;

test("the tiles say what a customer costs and is worth, how many were won, and how many campaigns have paid back", () => {
  const parts = page();
  expect(tile(parts, "Cost of a customer won").querySelector(".kpi-delta")!.textContent).toBe("+50.0% on the 365 days before");
  expect(tile(parts, "Cost of a customer won").querySelector(".kpi-delta")!.className).toContain("bad");
  expect(tile(parts, "Worth of a customer won").querySelector(".kpi-note")!.textContent).toBe("3.0 times what winning it cost (CLV : CAC), by its margin to date and to come, before what serving it costs");
  expect(tile(parts, "Customers won").querySelector(".kpi-note")!.textContent).toBe("New in the last 365 days, whatever won them; by campaigns: 3");
  // A has not, B has; C was to keep customers.
  expect(tile(parts, "Campaigns that have paid back").querySelector(".kpi-value")!.textContent).toBe("1");
  expect(tile(parts, "Campaigns that have paid back").querySelector(".kpi-note")!.textContent).toBe("Of 2 campaigns that were to win customers");
  // D won nobody: it has not paid back either. Of E the cost is not known.
  const more = page({ campaigns_results: [result("A"), paid, letter, { ...letter, campaign_id: "D", purpose: "acquisition" }, result("E", { cost: null, purpose: null, payback_reason: "cost not known" })] });
  expect(tile(more, "Campaigns that have paid back").querySelector(".kpi-value")!.textContent).toBe("1");
  expect(tile(more, "Campaigns that have paid back").querySelector(".kpi-note")!.textContent).toBe("Of 3 campaigns that were to win customers; won nobody: 1; cost or margin not known: 1 more");
  for (const part of parts) expect(faultsOf(part)).toEqual([]);
});

test("each card is a finding", () => {
  expect(titles(page())).toEqual([
    "By what their customers are worth, Social pays least: a customer costs €40 and is worth €20. Referral pays most: €10 and €90", "Campaign A cost €100 and has brought back €60; still customers: 1 of 4 won",
    "One of 2 campaigns drawn has paid back: Campaign B after 98 days", "After 90 days a customer has left what it cost in 1 of 2 campaigns that won any so long ago",
    "Even with the orders of customers that we had, 2 of 2 campaigns have not brought what they cost; Campaign C least: −70.0%", "20.0% of those reached answered Campaign B, 5.0% Campaign A",
  ]);
});

test("a campaign leads to the customers that it won, one that won nobody to none, and one to keep customers is not judged by them", () => {
  const [, won] = cards(page());
  expect([...won!.querySelectorAll("a.group-link")].map((link) => link.getAttribute("href"))).toEqual(["./customers.html?campaign=Campaign+A", "./customers.html?campaign=Campaign+B"]);
  expect(tableOf(won!.querySelector("table")!).slice(1).map(([name]) => name)).toEqual(["Campaign ASocial, Jan 2025", "Campaign BSocial, Jan 2025"]);
  expect([...won!.querySelectorAll(".note")].map((one) => one.textContent).slice(1)).toEqual(["Orders that name a campaign that is not on record, and count for none: 2.",
    "Still customers: of those won more than 148 days ago. Only after so long without an order is a customer lost; who was won later cannot be yet.", "Won by a conversion, not by what their first order names: 1 customer."]);
});

test("who stays is told of those who could be lost by now: of few how many, of some with how many, and of none not at all", () => {
  const rows = [result("A", { customers_won: 50, followed_customers: 0, active_customers: 0, active_rate: null, cost: 4 }), result("B", { customers_won: 50, followed_customers: 40, active_customers: 10, cost: 3 }), result("C", { customers_won: 50, followed_customers: 5, cost: 2 }), result("D", { customers_won: 50, followed_customers: 50, cost: 1 })];
  const [, won] = cards(page({ campaigns_results: rows }));
  expect(tableOf(won!.querySelector("table")!).slice(1).map((row) => row[3])).toEqual(["too early to say", "25%10 of 40 · 5% to 70%", "25%1 of 5", "25%5% to 70%"]);
});

test("channels stand with what they cost before, and with the reason where there is no cost", () => {
  const [first] = cards(page());
  const rows = tableOf(first!.querySelector("table")!);
  expect(rows[0]).toEqual(["Won through", "Spent", "Customers won", "Cost of a customer", "Before", "Worth of a customer", "Worth by cost", "Paid back after"]);
  expect(rows[1]).toEqual(["Social", "€100€50 on campaigns", "103 by campaigns", "€40", "€20", "€20", "0.5 times", "not within the months looked at"]);
  expect(rows[3]!.slice(0, 4)).toEqual(["Not attributed", "€100", "10", "not attributed"]);
  expect(rows[4]![0]).toBe("All channels");
  // Months that could not be observed yet are told from months in which nothing came back; worth by cost is not told of six customers.
  const [young] = cards(page({ campaigns_channels: [channel("phone", { customers_won: 6, valued_customers: 6, value_to_cost: null, payback_months: null, payback_reason: "not yet observed", observed_months: 14 }), all] }));
  expect(tableOf(young!.querySelector("table")!)[1]!.slice(-2)).toEqual(["too few customers", "not within the 14 months observed"]);
});

test("titles with none, one and many", () => {
  expect(channelTitle([channel("web")], money)).toBe("Web: a customer costs €10 and is worth €30");
  expect(channelTitle([{ ...all, value_to_cost: null }], money)).toBe("A customer won cost €15");
  expect(wonTitle([], money)).toBe("No campaign was to win customers");
  expect(wonTitle([letter], money)).toBe("No campaign has won a customer on record");
  expect(wonTitle([paid], money)).toBe("Campaign B has paid for itself");
  expect(wonTitle([result("A", { followed_customers: 0, active_customers: 0, active_rate: null })], money)).toBe("Campaign A cost €100 and has brought back €60; whether the customers won stay cannot be said yet");
  expect(wonTitle([result("A", { followed_customers: 3 })], money)).toBe("Campaign A cost €100 and has brought back €60; still customers: 1 of the 3 won long enough ago");
  expect(wonTitle([paid, { ...paid, campaign_id: "D" }], money)).toBe("All 2 campaigns have paid for themselves");
  expect(wonTitle([paid, letter], money)).toBe("Campaign C cost €100 and has won nobody");
  expect(wonTitle([result("A", { payback_reason: "margin not known" })], money)).toBe("Whether campaigns have paid back is not known");
  expect(courseTitle([paid, { ...paid, campaign_id: "D", label: "Campaign D", payback_days: 20 }, result("A")])).toBe("2 of 3 campaigns drawn have paid back, Campaign D after 20 days");
  expect(courseTitle([result("A")])).toBe("Campaign A has not paid back yet");
  expect(courseTitle([result("A"), result("D")])).toBe("None of the 2 campaigns drawn has paid back yet");
  expect(horizonTitle([], [90])).toBe("What a customer won leaves in time");
  expect(horizonTitle([returned("A", 90, -0.1)], [90])).toBe("After 90 days a customer has not left what winning it cost");
  expect(existingTitle([{ ...paid, existing_customers: 0 }], money)).toBe("No customer that we had ordered by a campaign");
  expect(existingTitle([{ ...paid, existing_customers: 1 }], money)).toBe("With the orders of customers that we had, every campaign has brought more than it cost");
  expect(answerTitle([paid])).toBe("20.0% of those reached answered Campaign B");
  expect(answerTitle([letter])).toBe("How campaigns were received");
  expect(answerTitle([paid, result("A", { answer_rate: 0.1, answer_low: 0.02, answer_high: 0.18 })])).toBe("No campaign was answered more than chance explains");
});

test("what is absent says what to supply: everything, costs alone, campaigns alone", () => {
  const nothing = page({ campaigns_results: [], campaigns_channels: [], campaigns_terms: [{ ...terms, spend: 0, first_spend_date: null }], campaigns_returns: [], campaigns_courses: [] });
  expect(nothing).toHaveLength(1);
  expect([...nothing[0]!.querySelectorAll("code")].map((one) => one.textContent)).toEqual(["entities.campaigns", "entities.campaign_responses", "entities.costs"]);
  const noCosts = page({ campaigns_terms: [{ ...terms, spend: 0, first_spend_date: null }] });
  expect(noCosts.find((part) => part.matches(".empty-state"))!.textContent).toContain("entities.costs");
  const noCampaigns = page({ campaigns_results: [] });
  expect(noCampaigns.find((part) => part.matches(".empty-state"))!.textContent).toContain("entities.campaigns");
  expect(titles(noCampaigns)).toHaveLength(2);
});

test("who is new is not told where orders are on record for too short a time", () => {
  const parts = page({ campaigns_channels: [{ ...all, is_new_known: false, won_change_rate: null, cost_per_customer: null, cost_change_rate: null, value_to_cost: null, cost_reason: "orders on record for too short a time" }] });
  expect(tile(parts, "Customers won").querySelector(".kpi-value")!.textContent).toBe("–");
  expect(tile(parts, "Cost of a customer won").querySelector(".kpi-note")!.textContent).toBe("Orders on record for too short a time.");
});

test("worth by cost of a campaign is told of enough customers alone", () => {
  const [, won] = cards(page({ campaigns_results: [result("A", { value_to_cost: null, cost: 9 }), result("B", { valued_customers: 12, cost: 8 }), result("C", { lifetime_value: null, value_to_cost: null, cost: 7 })] }));
  expect(tableOf(won!.querySelector("table")!).slice(1).map((row) => row[5])).toEqual(["€30too few customers", "€301.2 times", "–"]);
});

test("where prospects and customers have another best source, one sentence says of what each is", () => {
  const rate = (name: string, won: number, low: number, high: number) => ({ dimension: "source", group_name: name, won_rate: won, won_low: low, won_high: high });
  const told = (rows: unknown[]) => page({ prospects_groups: rows }).filter((part) => part.matches("p.note")).map((part) => part.textContent);
  expect(told([rate("web", 0.1, 0.05, 0.15), rate("visit", 0.3, 0.2, 0.4)])).toEqual([
    "Which source is best has two answers: of prospects the largest share is won of those from visit (30% of those closed); of all customers won, prospects before or not, those through referral are worth most by what winning them cost (9.0 times). Prospects",
  ]);
  // The same source, and a difference that chance may explain, need no word.
  expect(told([rate("web", 0.1, 0.05, 0.15), rate("referral", 0.3, 0.2, 0.4)])).toEqual([]);
  expect(told([rate("web", 0.1, 0.05, 0.25), rate("visit", 0.3, 0.2, 0.4)])).toEqual([]);
  expect(told([])).toEqual([]);
});
