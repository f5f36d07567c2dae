import { expect, test } from "vitest";
import { pageContext } from "../../src/lib/context.js";
import type { Table } from "../../src/lib/page.js";
import { service } from "../../src/pages/service.js";
import type { Cause, Cycle, Desk, Failed, Group, Headline, Later, Measure, Month, OpenComplaint, Product, Recovery, Trouble } from "../../src/pages/service/rows.js";
import { changeOf, welcome } from "../../src/pages/service/words.js";
import { dataOf, faultsOf, tableOf, textsOf, withDocument } from "../components/document.js";

withDocument();

const head = (own: Partial<Headline> = {}): Headline => ({
  orders: 100, prior_orders: 90, has_due: true, has_hours: true, has_fills: true, has_returns: true, has_tickets: true, has_surveys: true, has_standards: true, is_damage_named: true,
  judged_by_shipping: 7, overdue_orders: 2, hour_alone_orders: 1, hour_orders: 40, pending_orders: 5, unknown_perfect_orders: 3,
  known_lines: 200, filled_lines: 190, followed_lines: 8, awaited_lines: 2, unknown_lines: 1, on_time_by: "delivered", follow_up_days: 30, repeat_days: 90,
  first_contact_hours: 24, first_contact_days: 30, later_days: 90, quick_hours: 48, min_answers: 10, confidence: 0.95, recent_from: "2025-04-01", recent_until: "2025-06-30", failed_customers: 9, upper_failed_customers: 2, upper_customers: 3,
  first_tier: "key", second_tier: "major", open_complaints: 4, oldest_days: 120, ...own,
});
const measure = (name: string, own: Partial<Measure> = {}): Measure => ({
  measure: name, position: 1, phase: "during", unit: "share", is_lower_better: false, value: 0.9, low: 0.85, high: 0.94, base: 98, base_noun: "orders", unknown: 2,
  prior_value: 0.95, change: -0.05, is_better: false, is_change_clear: true, standard: 0.95, standard_from: null, verdict: "missed", is_clear: true, miss_rate: 0.05, ...own,
});
const hourly = { unit: "hours", phase: "after", is_lower_better: true, low: null, high: null, base_noun: "tickets", is_change_clear: null, is_clear: null } as const;
const measures = [
  measure("on_time_rate"),
  measure("on_time_by_hour_rate", { value: 0.8, base: 40, standard: null, verdict: "no standard", is_clear: null, miss_rate: null }),
  measure("perfect_order_rate", { value: 0.86, prior_value: 0.85, change: 0.01, is_better: true, is_change_clear: false, standard: 0.87, verdict: "missed", is_clear: false, miss_rate: 0.0115 }),
  measure("backorder_days", { unit: "days", is_lower_better: true, value: 6.5, low: null, high: null, prior_value: null, change: null, is_better: null, is_change_clear: null, standard: 7, verdict: "met", is_clear: null, miss_rate: null, base: 8, base_noun: "lines", unknown: 2 }),
  measure("complaints_per_100_orders", { ...hourly, unit: "per 100 orders", base_noun: "orders", value: 4, prior_value: 3, change: 1, standard: 4, verdict: "met", miss_rate: null, unknown: null }),
  measure("resolution_hours", { ...hourly, value: 60, prior_value: 50, change: 10, standard: 48, miss_rate: 0.25, base: 10, unknown: 3 }),
  measure("damage_rate", { value: null, low: null, high: null, base: null, base_noun: null, unknown: null, prior_value: null, change: null, is_better: null, is_change_clear: null, standard: 0.01, verdict: "not measured", is_clear: null, miss_rate: null }),
];
const month = (date: string, rate: number, own: Partial<Month> = {}): Month => ({
  month: date, orders: 10, on_time_rate: rate, on_time_standard: 0.92, order_fill_rate: 0.9, perfect_order_rate: 0.8, complaints: 1, complaints_per_100_orders: 10, tickets: 3, response_mean: 5, resolution_mean: 40, open_tickets: 0, ...own,
});
const months = [month("2025-04-01", 0.95), month("2025-05-01", 0.8, { resolution_mean: 90 }), month("2025-06-01", 0.93, { perfect_order_rate: null, open_tickets: 2 })];
const group = (dimension: string, name: string, own: Partial<Group> = {}): Group => ({
  dimension, group_name: name, tier_position: null, orders: 50, customers: 10, on_time_rate: 0.95, on_time_low: 0.9, on_time_high: 0.98, prior_on_time_rate: 0.9, on_time_by_hour_rate: null, order_fill_rate: 0.9,
  line_fill_rate: 0.97, short_orders: 3, perfect_order_rate: 0.8, prior_perfect_order_rate: 0.8, return_rate: 0.1, delivery_days: 4, hit_customers: 4, hit_rate: 0.4, complaints: 2, complaints_per_100_orders: 4, ...own,
});
const groups = [
  group("region", "North"), group("region", "South", { on_time_rate: 0.7, on_time_low: 0.6, on_time_high: 0.79 }),
  group("tier", "key", { customers: 3, hit_customers: 3, hit_rate: 1 }), group("tier", "small", { customers: 17 }),
  group("category", "Tea"), group("category", "Pots", { line_fill_rate: 0.8 }), group("category", "unknown", { orders: 0, line_fill_rate: null }),
];
const desk = (name: string, mean: number | null, own: Partial<Desk> = {}): Desk => ({
  dimension: "service_point", group_name: name, group_title: name, period: "current", place: 1, tickets: 6, complaints: 2, unanswered: 0, response_mean: 5, response_median: 4, response_p90: 9,
  resolution_mean: mean, resolution_median: mean, resolution_p90: mean, open_tickets: 0, oldest_days: null, first_contact_rate: 0.5, repeat_complaints: 0, cost: 100, charge: null, net_cost: 100, ...own,
});
const later = (service: string, rate: number, own: Partial<Later> = {}): Later => ({
  kind: "all", service, from_date: "2024-04-02", until_date: "2025-04-01", customers: 20, back_rate: rate, back_low: rate - 0.1, back_high: rate + 0.1, answers: 5, mean_score: 8, score_low: 7, score_high: 9, is_back_clear: null, is_score_clear: null, ...own,
});
const listed = { place: 1, customer_key: "0", kind: "business", owner: "Ann", tier: "key", revenue: 20000, next_step_reason: null };
const failed: Failed = { ...listed, label: "Alpha", orders: 9, failed_orders: 3, late_orders: 1, overdue_orders: 1, short_orders: 1, most_days_late: 14, complaints: 1, open_complaints: 0, last_failed_date: "2025-06-01", probability: 0.2 };
const open: OpenComplaint = { ...listed, label: "Beta", complaints: 4, ticket_id: "T1", category: null, service_point: "Hamburg", opened_date: "2025-06-29", age_days: 1, is_answered: false, is_repeat: true };
const product = (id: string, own: Partial<Product> = {}): Product => ({
  place: 1, product_id: id, name: null, category: "Ware", lines: 10, short_lines: 2, awaited_lines: 1, line_fill_rate: 0.8, returns: 1, complaints: 1, failures: 4, excess_failures: 3, failures_per_100_lines: 40, customers: 3,
  recent_lines: 3, recent_short_lines: 1, recent_returns: 0, recent_complaints: 1, recent_failures: 2, recent_excess_failures: 1.5, is_recent_clear: false, ...own,
});
const trouble = (own: Partial<Trouble> = {}): Trouble => ({
  measure: "resolution_hours", dimension: "service_point", group_name: "Rotterdam", unit: "hours", is_lower_better: true, recent_from: "2025-04-01", recent_until: "2025-06-30",
  recent_value: 60, recent_base: 20, year_value: 80, year_base: 90, reference: 48, reference_is: "standard", shortfall: 0.25, status: "bad now", place: 1,
  bad_from: "2024-07-01", bad_until: "2024-09-30", bad_value: 200, since_value: 50, is_since_kept: false, ...own,
});
const onTime = { measure: "on_time_rate", dimension: "region", unit: "share", is_lower_better: false, reference: 0.94 } as const;
const cycle: Cycle = { stage: "order to shipping", stage_position: 1, dimension: "all", group_name: "all", period: "current", orders: 90, mean_days: 2.25, spread_days: 1.5, median_days: 2, p90_days: 4.6, longest_days: 9 };
const recovery: Recovery = { period: "current", group_name: "complained", from_date: "2024-04-02", until_date: "2025-04-01", customers: 12, back_rate: 0.5, back_low: 0.25, back_high: 0.75, like_customers: 12, like_rate: 0.62, like_low: 0.58, like_high: 0.66, is_like_clear: true };

const whole: Record<string, unknown[]> = {
  service_headline: [head()], service_scorecard: measures, service_months: months, service_groups: groups, service_customers: [failed], service_open_complaints: [open],
  service_causes: [{ failure: "late", cause: "all", cases: 6, customers: 4, upper_customers: 1, share: 0.6, prior_cases: 3 }, { failure: "returned", cause: "faulty", cases: 4, customers: 4, upper_customers: 0, share: 0.4, prior_cases: 0 }] satisfies Cause[],
  service_products: [product("P-1", { name: "Pot" }), product("P-2", { failures: 3, failures_per_100_lines: 75 })],
  service_cycle: [cycle], service_cycle_days: [{ stage: "order to shipping", days: 0, orders: 40 }, { stage: "order to shipping", days: 1, orders: 50 }],
  service_desks: [desk("all", 45, { dimension: "all", group_name: "all", charge: 20, unanswered: 1 }), desk("Hamburg", 30), desk("Rotterdam", 60, { open_tickets: 3, oldest_days: 9 })],
  service_later_orders: [later("served well", 0.6), later("failed", 0.4, { is_back_clear: true, is_score_clear: false, mean_score: 7.5 })],
  service_troubles: [
    trouble({ ...onTime, dimension: "all", group_name: "all", recent_value: 0.956, status: "kept", place: null }),
    trouble({ ...onTime, group_name: "South", recent_value: 0.9, recent_base: 412, year_value: 0.7, shortfall: 0.0426, place: 2 }),
    trouble({ ...onTime, group_name: "North", recent_value: 0.97, recent_base: 300, year_value: 0.92, shortfall: null, status: "was bad", place: null, bad_value: 0.33, since_value: 0.96, is_since_kept: true }),
    trouble(),
    trouble({ group_name: "Bristol", recent_value: 50, year_value: 58, shortfall: 0.0417, status: "was bad", place: null, bad_value: 90 }),
    trouble({ group_name: "unknown", status: "was bad", place: null }),
  ],
  service_recoveries: [recovery], curve_events: [],
};
function draw(own: Record<string, unknown[]> = {}, supplied = ["orders"]): HTMLElement[] {
  const read = (name: string): Table => ({ name, path: "", rows: (own[name] ?? whole[name]) as Table["rows"], columns: [], marts: [], scope: "whole" });
  const entities = ["orders", "order_lines", "returns", "tickets", "surveys", "service_standards"].map((name) => ({ name, grain: `One row of ${name}`, enables: "More" }));
  return service.render(pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied, contacts: {} }, entities, read)) as HTMLElement[];
}
const titles = (page: HTMLElement[]) => page.flatMap((part) => [...part.querySelectorAll("h3")].map((title) => title.textContent));
const cardOf = (page: HTMLElement[], start: string) => page.flatMap((part) => [part, ...part.querySelectorAll<HTMLElement>(".card")]).filter((part) => part.matches(".card")).find((part) => part.querySelector("h3")?.textContent.startsWith(start))!;
const notes = (card: Element) => [...card.querySelectorAll(".note")].map((note) => note.textContent);

test("a tile says the value, its change and whether the standard is kept; a change that chance explains is neither good nor bad", () => {
  const tiles = draw().filter((part) => part.matches(".kpi"));
  expect(tiles.map((tile) => [".kpi-value", ".kpi-delta", ".kpi-target", "p.kpi-note"].map((part) => tile.querySelector(part)?.textContent.trim()))).toEqual([
    ["90.0%", "−5.0 points on the 365 days before", "✗ Standard 95.0% over 365 days", "Of 98 orders that came or are overdue; Apr 2025 to Jun 2025: 95.6%"],
    ["86.0%", "+1.0 points on the 365 days before", "✗ Standard 87.0% over 365 days", "On time, whole, undamaged, not returned, without a complaint; of 98 orders whose time for that is over"],
    ["4.0", "+1.0 on the 365 days before", "✓ Standard 4.0 over 365 days", "Complaints opened by orders placed, of 98 orders"],
    ["60.0 hours", "+10.0 hours on the 365 days before", "✗ Standard 48.0 hours over 365 days", "Mean, of 10 tickets resolved; 3 of those opened wait"],
  ]);
  expect(tiles.map((tile) => tile.querySelector(".kpi-delta")!.className)).toEqual(["kpi-delta bad", "kpi-delta neutral", "kpi-delta bad", "kpi-delta bad"]);
  // What reads as no change is none.
  expect([changeOf({ unit: "share", change: -0.0004 }), welcome(measure("x", { change: -0.0004, is_change_clear: null }))]).toEqual(["0.0 points", undefined]);
});

test("the scorecard counts what is missed, names the furthest and what is not told", () => {
  const card = cardOf(draw(), "3 of 5 standards are missed. The furthest: Time to resolution: 60.0 hours instead of 48.0 hours");
  expect(tableOf(card.querySelector("table")!).slice(0, 4)).toEqual([
    ["Measure", "Measured", "Standard", "Standard kept", "The 365 days before", "Change", "Rests on", "Not counted"],
    ["On time, by dateDuring the sale", "90.0%85.0% to 94.0%", "95.0%", "✗ missed", "95.0%", "−5.0 points", "98 orders", "2"],
    ["On time, by the hour promisedDuring the sale", "80.0%85.0% to 94.0%", "–", "–", "95.0%", "−5.0 points", "40 orders", "2"],
    ["Perfect ordersDuring the sale", "86.0%85.0% to 94.0%", "87.0%", "✗ missedchance may explain it", "85.0%", "+1.0 points", "98 orders", "2"],
  ]);
  expect(notes(card)[1]).toBe("Not told by the inputs: Orders with damage.");
  const unnamed = (value: number | null) => notes(cardOf(draw({ service_headline: [head({ is_damage_named: false })], service_scorecard: [measure("damage_rate", { value, verdict: "no standard", standard: null })] }), "What service"))[1];
  expect(unnamed(0)).toBe("Orders with damage: no reason on record names damage. The words that do are the setting service.damage_words: add those of your returns and complaints.");
  expect(unnamed(null)).toBe("Not told by the inputs: Orders with damage.");
  const kept = measures.map((row) => ({ ...row, verdict: row.verdict === "missed" ? "met" as const : row.verdict }));
  expect(titles(draw({ service_scorecard: kept }))).toContain("All 5 standards are kept");
  expect(titles(draw({ service_scorecard: [measures[3]] }))).toContain("The one standard is kept: Time until a backorder left");
  const without = draw({ service_headline: [head({ has_standards: false })], service_scorecard: measures.map((row) => ({ ...row, standard: null, verdict: "no standard" as const })) });
  expect(titles(without)).toContain("What service was like, before, during and after the sale");
  expect(without.map((part) => part.textContent).join(" ")).toContain("entities.service_standards");
});

test("what to do is of what falls short now, the furthest first; what is over stands beside it as evidence", () => {
  const pot = product("P-1", { name: "Pot", is_recent_clear: true });
  const page = draw({ service_products: [pot, product("P-2")] });
  expect([...cardOf(page, "What to do about it").querySelectorAll("li p")].map((fact) => fact.textContent)).toEqual([
    "Send help to Rotterdam. Time to resolution: 60.0 hours in Apr 2025 to Jun 2025 (20 tickets), the standard is 48.0 hours. In 365 days: 80.0 hours. Evidence",
    "Ask why orders come late in South. On time, by date: 90.0% in Apr 2025 to Jun 2025 (412 orders), the standard is 94.0%. In 365 days: 70.0%. Evidence",
    "Look into Pot: 2 cases in 3 order lines of Apr 2025 to Jun 2025 (1 short, 0 returns, 1 complaint). In 365 days: 40.0 in 100 lines. Evidence",
  ]);
  // 90 against 48 is missed by 0.875 of it, 33 % against 94 % by 0.65.
  expect(tableOf(cardOf(page, "Was bad, and no longer is").querySelector("table")!).slice(1)).toEqual([
    ["BristolTime to resolution", "90.0 hoursJul 2024 to Sep 2024", "50.0 hoursstandard 48.0 hours; chance may explain what is left"],
    ["NorthOn time, by date", "33.0%Jul 2024 to Sep 2024", "96.0%standard of 94.0% kept"],
  ]);
  const mended = draw({ service_troubles: [trouble({ ...onTime, group_name: "South", recent_value: 0.95, status: "was bad", place: null, bad_value: 0.33, since_value: 0.96, is_since_kept: true })], service_products: [] });
  expect(notes(cardOf(mended, "Nothing calls for a hand"))).toEqual(["In Apr 2025 to Jun 2025 no region, service point or product falls short by more than chance explains."]);
  expect(titles(mended)).toContain("South, on time, by date: 33.0% in Jul 2024 to Sep 2024; since then 96.0%, standard of 94.0% kept");
  const calm = draw({ service_troubles: [], service_products: [] });
  expect(titles(calm)).not.toContain("Nothing calls for a hand");
  expect(titles(draw({ service_troubles: [], service_groups: [groups[0], group("region", "South")] }))).toContain("On time, from 95% in North to 95% in South");
  expect(titles(draw({ service_headline: [head({ recent_from: null, recent_until: null })] }))).not.toContain("What to do about it");
});

test("whom we failed: complaints to resolve first, then customers with what failed", () => {
  const page = draw();
  const complaint = cardOf(page, "Resolve the complaint of Beta first: open for 1 day");
  expect(complaint.querySelector(".subtitle")!.textContent).toBe("4 complaints not resolved, the oldest for 120 days. Upper tiers first, then the oldest");
  expect(tableOf(complaint.querySelector("table")!)[1]).toEqual(["Beta", "Key", "not saidcomplained before", "1 day", "✗ no", "Hamburg", "€20.0K", "Ann"]);
  const customers = cardOf(page, "2 of 3 key and major customers were failed; begin with Alpha: 3 of 9 orders");
  expect(tableOf(customers.querySelector("table")!)[1]).toEqual(["Alpha", "Key", "3 of 9", "2 late, by 14 days at most, 1 incomplete and 1 complaint", "1 June 2025", "€20.0K", "20%", "Ann"]);
  expect([...customers.querySelectorAll("p a")].map((link) => link.getAttribute("href"))).toEqual([
    "./customers.html?service_failure=open+complaint&service_failure=failed", "./customers.html?tier=key&tier=major&service_failure=open+complaint&service_failure=failed",
  ]);
  expect(titles(page)).toContain("3 of 3 key customers had an order that failed: 100%, of small ones 40%");
  expect(titles(draw({ service_open_complaints: [], service_customers: [] }))).toEqual(expect.arrayContaining(["Every complaint is resolved", "No customer was failed"]));
});

test("on time by date and by the hour are told apart, each with what it rests on", () => {
  const card = cardOf(draw(), "1 order came on the day asked for, and yet after the hour promised");
  expect([...card.querySelectorAll("dd")].map((part) => part.textContent)).toEqual([
    "90.0% of 98 orders: on the day asked for, at whatever hour", "80.0% of 40 orders with a moment promised and one of arrival",
    "2 orders: the day is over, and nothing has come; counted as late", "7 orders, for when they arrived is not known",
  ]);
  const course = cardOf(draw(), "On time was below its standard in 1 of the last 3 months, at worst 80% in May 2025");
  expect(textsOf(course)).toEqual(expect.arrayContaining(["On time|93%", "Standard|92%", "Perfect"]));
  expect(dataOf(course)[3]).toEqual(["Jun 2025", "93%", "–", "92%"]);
  expect(titles(draw({ service_months: [months[0], months[2]] }))).toContain("On time has kept its standard in each of the last 2 months");
  expect(titles(draw({ service_headline: [head({ has_hours: false })] }))).toContain("On time is known by the date, not by the hour");
});

test("what left short, what failed most and by product", () => {
  const page = draw();
  const fills = cardOf(page, "10 order lines left short; of 2 the rest is still awaited");
  expect(notes(fills).slice(1)).toEqual(["The rest followed after 6.5 days on average; the standard is 7.0 days.", "Not counted: 1 order line, not left yet or without a note of what did."]);
  expect(titles(page)).toEqual(expect.arrayContaining([
    "Pots leave short most: 80.0% of the lines left whole, of all others 97.0% or more", "Late, or overdue: 60% of all that failed", "Pot fails most beyond what is usual: 4 cases in 10 order lines",
  ]));
  expect(cardOf(page, "Pot fails").querySelector(".subtitle")!.textContent).toMatch(/By line P-2 is the worst: 75\.0 in 100$/);
  expect(titles(draw({ service_headline: [head({ awaited_lines: 0 })] }))).toContain("8 order lines left short; the rest of each followed");
  expect(titles(draw({ service_headline: [head({ awaited_lines: 0, followed_lines: 0 })] }))).toContain("Every line left whole");
});

test("cycle times, tickets and what came after", () => {
  const page = draw();
  expect(titles(page)).toEqual(expect.arrayContaining([
    "Half of the orders take 2 days at most, nine of ten 5 days", "Order to shipping: 2.3 days on average",
    "Rotterdam takes 60.0 hours to resolve a ticket in Apr 2025 to Jun 2025; the standard is 48.0 hours", "Resolving a ticket took 90.0 hours in May 2025, 40.0 hours in Jun 2025",
    "40% of the customers failed ordered again within 90 days, of those served well 60%", "After a failure customers give 7.5 of 10, after good service 8.0: chance may explain it",
    "50% of those who complained bought again within 90 days; of customers like them without a complaint 62%",
  ]));
  expect(notes(cardOf(page, "Rotterdam takes"))).toEqual(["All tickets cost €100, of which customers paid €20; what is left to us is part of what it costs to serve a customer, see Value."]);
  // Half and nine of ten below the mean; what waits was opened whenever.
  expect(tableOf(cardOf(page, "Rotterdam takes").querySelector("table")!)).toEqual([
    ["Service point", "Number", "First response, hours", "Resolution, hours", "Last months", "Before", "First contact", "Repeated complaints", "Open", "Cost"],
    ["Hamburg", "62 complaints", "5.04.0, 9.0", "30.030.0, 30.0", "–", "–", "50%", "0", "none", "€100"],
    ["Rotterdam", "62 complaints", "5.04.0, 9.0", "60.060.0, 60.0", "60.0", "–", "50%", "0", "3oldest 9 days", "€100"],
  ]);
  expect(titles(draw({ service_troubles: [] }))).toContain("Rotterdam takes 60.0 hours to resolve a ticket; elsewhere it is 30.0 hours at most");
  expect(notes(cardOf(page, "Resolving a ticket"))).toEqual(["Still open of Jun 2025: 2 tickets. Its mean will rise."]);
  expect(titles(draw({ service_recoveries: [{ ...recovery, is_like_clear: false }] }))).toContain("50% of those who complained bought again within 90 days; of customers like them without a complaint 62%: chance may explain it");
  expect(notes(cardOf(page, "After a failure"))).toEqual(["Who answers may differ from who does not; groups with fewer than 10 answers are left out."]);
  for (const part of page) expect(faultsOf(part)).toEqual([]);
});

test("what is not supplied is asked for, and what is there stands", () => {
  const alone = { has_hours: false, has_fills: false, has_returns: false, has_tickets: false, has_surveys: false, has_standards: false, overdue_orders: 0, hour_alone_orders: 0, open_complaints: 0, oldest_days: null };
  const page = draw({ service_headline: [head(alone)], service_scorecard: [measures[0]], service_causes: [], service_products: [], service_desks: [], service_recoveries: [], service_open_complaints: [] });
  const asked = page.filter((part) => part.matches(".empty-state")).map((part) => part.querySelector("dt")!.textContent);
  expect(asked).toEqual(["entities.tickets in project.yaml", "entities.service_standards in project.yaml", "entities.order_lines in project.yaml", "entities.returns in project.yaml", "entities.surveys in project.yaml"]);
  expect(titles(page)).not.toContain("Every complaint is resolved");
  expect(draw({ service_headline: [] })).toHaveLength(1);
  expect(draw({ service_headline: [head({ ...alone, has_due: false })] })).toHaveLength(1);
});
