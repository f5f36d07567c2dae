import { expect, test } from "vitest";
import { pageContext } from "../../src/lib/context.js";
import type { Table } from "../../src/lib/page.js";
import { states } from "../../src/pages/states.js";
import { finding } from "../../src/pages/states/cohorts.js";
import type { CohortCell, Count, Headline, LostReason, Move, Rates, Step, WinBack, WinBackChance } from "../../src/pages/states/rows.js";
import { dataOf, faultsOf, tableOf, textsOf, withDocument } from "../components/document.js";

withDocument();

const head: Headline = {
  active: 12, lost: 7, from_date: "2024-06-30", months: 12, is_whole: true, active_before: 10, entered: 5, won_back: 2, recounted: 1, left_customers: 6,
  lost_before: 4, stayed: 6, stayed_rate: 0.6, stayed_rate_low: 0.31, stayed_rate_high: 0.83, back: 1, back_rate: 0.25, back_rate_low: 0.05, back_rate_high: 0.7,
  prior_stayed_rate: 0.5, prior_back_rate: 0.3, value_lost: 900, span_lost: 4, span_value_lost: 600, span_share: 0.2, noted: 1, ranked: 5, hindered: 2, win_back_value: 150, expected_back: 1.5,
  lost_after_days: 90, holdout_days: 180, confidence: 0.95, loyal_orders: 4, loyal_quarters: 3, win_back_silence: 2,
};
const step = (position: number, state: string, own: Partial<Step> = {}): Step => ({
  position, state, customers: 1, share: 0.1, leads: null, customers_before: 2, change: -0.5, revenue: null, revenue_share: null, action: `Do what ${state} asks for`, ...own,
});
const rates = (month_end: string, own: Partial<Rates> = {}): Rates => ({
  month_end, is_complete: true, active_before: 10, entered: 1, won_back: 0, recounted: 0, left_customers: 1, active: 10, lost: 4, exit_rate: 0.1, exit_rate_low: 0.02, exit_rate_high: 0.4,
  won_back_rate: null, won_back_rate_low: null, won_back_rate_high: null, ...own,
});
const move = (from_state: string, to_state: string, direction: Move["direction"], customers: number, share: number): Move => ({
  from_position: from_state === "new" ? null : 1, from_state, to_position: 1, to_state, direction, customers, share, share_low: 0, share_high: 1, revenue: 50,
});
const cell = (cohort: string, age: number, ordered_rate: number, own: Partial<CohortCell> = {}): CohortCell => ({
  grain: "quarter", is_finest: true, cohort, age, period_end: "2025-03-31", customers: 20, ordered: 20 * ordered_rate, ordered_rate, ordered_rate_low: 0, ordered_rate_high: 1,
  active: 10, active_rate: 0.5, active_rate_low: 0, active_rate_high: 1, others_rate: 0.4, stands_out: null, ...own,
});
const winBack: WinBack = {
  place: 1, label: "Acme", customer_key: "a1", kind: "business", owner: "Anna", silent_days: 100, orders: 5, value_lost: 500, margin_lost: null, reason: "cheaper elsewhere", sign: "open complaint",
  chance: 0.25, win_back_value: 125, next_step_reason: null,
};
const chance: WinBackChance = {
  position: 1, orders_group: "once", silence: "long", snapshot_date: "2024-12-31", until_date: "2025-06-29", customers: 40, back: 10, back_rate: 0.25, back_rate_low: 0.14, back_rate_high: 0.4, basis: "group", chance: 0.25,
};
const counts: Count[] = ["2024-06-30", "2025-05-31", "2025-06-30"].flatMap((month_end, index) =>
  ["loyal", "repeat", "first-time", "lost"].map((state, position) => ({ month_end, position, state, customers: 10 + 2 * index, leads: null })));
const reason = (own: Partial<LostReason>): LostReason => ({ reason: "moved", is_noted: true, since_date: "2024-07-01", customers: 1, signs: 0, share: 0.25, value_lost: 400, ...own });

const filled = {
  states_headline: [head],
  states_rates: [rates("2024-05-31"), rates("2025-06-30", { exit_rate: 0.2 })],
  states_steps: [step(2, "prospect", { leads: 3 }), step(6, "loyal", { customers: 3, revenue: 90, revenue_share: 0.9 }), step(7, "lost", { customers: 7, change: null, customers_before: 0 })],
  states_courses: counts,
  states_moves: [move("loyal", "lost", "back", 3, 0.3), move("loyal", "loyal", "same", 7, 0.7), move("new", "prospect", "new", 5, 1), move("lost", "lost", "same", 4, 1)],
  states_cohorts: [cell("2024-01-01", 0, 1), cell("2024-01-01", 1, 0.5), cell("2024-01-01", 2, 0.25), cell("2024-04-01", 0, 1), cell("2024-04-01", 1, 0.4)],
  states_lost_reasons: [reason({}), reason({ reason: "not noted", is_noted: false, customers: 3, signs: 1, value_lost: 200 })],
  states_win_backs: [winBack],
  states_win_back_chances: [chance],
};

function page(own: Partial<Record<keyof typeof filled, unknown[]>> = {}): HTMLElement {
  const tables: Record<string, unknown[]> = { ...filled, ...own };
  const read = (name: string): Table => ({ name, path: "", rows: tables[name] as Table["rows"], columns: [], marts: [], scope: "selection" });
  const entities = ["customers", "orders"].map((name) => ({ name, grain: `One row per ${name}`, enables: "Much" }));
  const context = pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied: [], contacts: {} }, [], read);
  const main = document.createElement("main");
  main.append(...states.render({ ...context, entity: (name) => entities.find((entity) => entity.name === name)! }));
  return main;
}
const cardOf = (main: Element, title: RegExp) => [...main.querySelectorAll("section.card")].find((card) => title.test(card.querySelector("h2, h3")?.textContent ?? "")) as HTMLElement;

test("four tiles say who is active, who stayed, what was lost and who came back, each against the span before", () => {
  const tiles = [...page().querySelectorAll("section.kpi")].map((tile) => [...tile.querySelectorAll("h2, .kpi-value, .kpi-delta, .kpi-note")].map(({ textContent }) => textContent));
  expect(tiles).toEqual([
    ["Active customers", "12", "+2 since 30 June 2024", "Ordered within 90 days; 7 more are lost"],
    ["Stayed", "60%", "+10.0 points on the 12 months before", "6 of the 10 customers active on 30 June 2024 are not lost (95% interval 31% to 83%)"],
    ["Revenue lost with customers", "€600", "4 customers lost since 30 June 2024 and not back: 20.0% of the revenue of the 365 days before"],
    ["Won back", "25%", "−5.0 points on the 12 months before", "1 of the 4 lost on 30 June 2024 are active again"],
  ]);
});

test("each state says how many, against before, and what to do; who never ordered has no revenue, and a state that had nobody no change", () => {
  const rows = tableOf(cardOf(page(), /loyal customers of 12 active ones: 90% of revenue/).querySelector("table")!);
  expect(rows).toEqual([
    ["State", "Customers", "On 30 June 2024", "Change", "Revenue", "Open leads", "What to do"],
    ["Prospects", "1", "2", "−50.0%", "–", "3", "Do what prospect asks for"],
    ["Loyal customers", "3", "2", "−50.0%", "€90", "–", "Do what loyal asks for"],
    ["Lost customers", "7", "0", "–", "–", "–", "Do what lost asks for"],
  ]);
});

test("the steps from the active of before to those of today add up", () => {
  const balance = cardOf(page(), /7 times a customer came or came back, 6 times one was lost/);
  expect(dataOf(balance).map((row) => row.slice(0, 3))).toEqual([
    ["Step", "Amount", "Level after it"], ["At the start", "10", "10"], ["New", "+5", "15"], ["Back", "+2", "17"], ["Recounted", "+1", "18"], ["Lost", "−6", "12"], ["Today", "12", "12"],
  ]);
  expect(balance.querySelector(".note")!.textContent).toContain("1 lost customer counted as active again without an order");
});

test("customers flow from state to state; those lost before and still are told, not drawn", () => {
  const flows = cardOf(page(), /3 customers who were loyal are lost: 30% of them/);
  expect(dataOf(flows).slice(1).map((row) => [row[0], row[1], row[2], row[5], row.at(-1)])).toEqual([
    ["Loyal", "Lost", "3", "€50", "back or lost"], ["Loyal", "Loyal", "7", "€50", "the same state"], ["Not known yet", "Prospect", "5", "€50", "forward"],
  ]);
  expect(textsOf(flows)).toEqual(expect.arrayContaining(["Loyal| 10", "Lost| 3"]));
  expect(flows.querySelector(".note")!.textContent).toBe("4 customers lost before and lost still are not drawn.");
});

test("whom to win back first stands with what it brought, the chance and why it left", () => {
  const list = cardOf(page(), /Win back Acme first: it brought €500, and 25% of such come back/);
  expect(tableOf(list.querySelector("table")!)[1]).toEqual(["Acme", "€500", "25%", "€125", "100 days ago", "Cheaper elsewhere and open complaint", "Anna"]);
  expect(list.querySelector(".note")!.textContent).toBe("If as many come back as in the past, it is 2 of 5 lost customers within 180 days, worth €150 in 365 days. 2 others are left alone: not to be contacted, gone for good, or without credit.");
  const reasons = cardOf(page(), /What took most revenue/);
  expect(reasons.querySelector("h3")!.textContent).toBe("What took most revenue, where a reason is noted: moved, €400 with 1 customer");
  expect(reasons.querySelector(".note")!.textContent).toBe("Of 3 more customers, who brought €200, no reason is noted; 1 of them had complained or scored low.");
});

test("a period of a cohort that is not over is blank, and not 0", () => {
  const table = cardOf(page(), /No cohort stands out/).querySelector("table")!;
  const rows = [...table.querySelectorAll("tbody tr")].map((row) => [...row.children].map((place) => (place.className === "heat-blank" ? null : place.textContent)));
  expect(rows).toEqual([["2024 Q1", "20", "50%", "25%"], ["2024 Q2", "20", "40%", null]]);
});

test("the finding on cohorts names the one that stays least, else best, of those that stand out", () => {
  const rows = (first: Partial<CohortCell>, second: Partial<CohortCell>) => [cell("2023-10-01", 2, 0.9, { others_rate: null }), cell("2024-01-01", 2, 0.2, first), cell("2024-04-01", 2, 0.6, second), cell("2024-07-01", 1, 0)];
  expect(finding(rows({ stands_out: "below", others_rate: 0.5 }, { stands_out: "above" }), "quarter")).toBe("Who came in 2024 Q1 stays least: 20% ordered 2 quarters later, of the others 50%");
  expect(finding(rows({}, { stands_out: "above", others_rate: 0.3 }), "quarter")).toBe("Who came in 2024 Q2 stays best: 60% ordered 2 quarters later, of the others 30%");
  expect(finding(rows({}, {}), "quarter")).toBe("No cohort stands out: chance alone makes them differ as much");
  expect(finding([cell("2024-01-01", 1, 0.2)], "quarter")).toBe("Who ordered again, by cohort");
});

test("what is not known is said: no horizon, one month on record, a short record, nobody lost, no chances, no reasons", () => {
  expect(page({ states_headline: [{ ...head, lost_after_days: null }] }).querySelector(".caution")!.textContent).toContain("Nobody counts as lost.");
  const first = page({ states_headline: [{ ...head, from_date: null, months: null, is_whole: null, active_before: null, stayed_rate: null, back_rate: null, span_lost: null, span_value_lost: null, span_share: null }], states_lost_reasons: [reason({ since_date: null })] });
  expect(first.querySelector(".caution")!.textContent).toContain("There is nothing to compare with yet.");
  expect(first.querySelectorAll("section.kpi")).toHaveLength(1);
  expect(cardOf(first, /What took most/).querySelector(".subtitle")!.textContent).toBe("Customers that are lost, by the reason in their file");
  expect(page({ states_headline: [{ ...head, is_whole: false, months: 1, prior_stayed_rate: null, prior_back_rate: null }] }).querySelector(".caution")!.textContent).toContain("compared with 1 month before");
  expect(cardOf(page({ states_headline: [{ ...head, lost: 0 }] }), /win back|lost customers came/i)).toBeUndefined();
  expect(cardOf(page({ states_headline: [{ ...head, ranked: 0, win_back_value: null, expected_back: null }], states_win_backs: [] }), /cannot be told/)).toBeDefined();
  expect(cardOf(page({ states_lost_reasons: [reason({ is_noted: false, reason: "not noted" })] }), /Why customers left is not noted/).querySelector(".note")!.textContent).toContain("customers.lost_reason");
  expect(page({ states_headline: [] }).querySelector(".empty-state")).not.toBeNull();
  for (const main of [page(), first]) expect(faultsOf(main)).toEqual([]);
});
