import { expect, test } from "vitest";
import { pageContext } from "../../src/lib/context.js";
import type { Table } from "../../src/lib/page.js";
import { satisfaction } from "../../src/pages/satisfaction.js";
import { weakestTitle } from "../../src/pages/satisfaction/deliveredValue.js";
import { driverTitle } from "../../src/pages/satisfaction/drivers.js";
import { gapTitle, groupsTitle } from "../../src/pages/satisfaction/groups.js";
import { loyaltyTitle } from "../../src/pages/satisfaction/loyalty.js";
import { outcomeTitle, revenueTitle } from "../../src/pages/satisfaction/outcomes.js";
import type { Attention, Component, Dissatisfied, Driver, Group, Headline, LoyaltyCell, Outcome, Resolved, Terms } from "../../src/pages/satisfaction/rows.js";
import { ofPeriod, recommendTitle, regionsTitle, satisfiedTitle } from "../../src/pages/satisfaction/scores.js";
import { faultsOf, tableOf, withDocument } from "../components/document.js";

withDocument();

const terms: Terms = {
  promoter_from: 9, passive_from: 7, satisfied_from: 4, dissatisfied_to: 2, min_answers: 10, trend: "quarter", driver_min_answers: 30,
  recommend_from: 9, attitude_days: 365, regular_orders: 4, regular_quarters: 3, false_discovery_rate: 0.05, confidence: 0.95,
};
const head = {
  period: "current", recommend_answers: 50, promoters: 30, passives: 10, detractors: 10, repeated: 1, anonymous: 2, score: 40, standard_error: 11.3, score_low: 17, score_high: 59,
  recommend_change: -10, recommend_change_low: -19, recommend_change_high: -1, satisfaction_answers: 40, satisfied: 32, dissatisfied: 3, satisfied_rate: 0.8, satisfied_low: 0.65, satisfied_high: 0.9,
  mean_score: 4.1, satisfied_change: 0.05, satisfied_change_low: -0.1, satisfied_change_high: 0.2, asked: 200, answered: 60, anonymous_forms: 2, response_rate: 0.3, response_low: 0.24, response_high: 0.37,
} as Headline;
const attention: Attention = { tiers: "key\nmajor", attention_customers: 8, open_customers: 2, open_value: 65000, longest_days: 400, median_days: 203, came_customers: 1, resolved_customers: 1, resolved_median_days: 3 };
const listed = (own: Partial<Dissatisfied>): Dissatisfied => ({
  place: 1, label: "Harbour Ltd", customer_key: "k1", kind: "business", owner: "Anna", tier: "key", prior_tier: "key", value: 50000, since_date: "2024-05-26", days: 400, band: 4, from_days: 181, to_days: null,
  recommend_score: 3, satisfaction_score: 4, last_answer_date: "2024-05-26", weak_component: "time_cost", has_comment: true, open_complaints: 0, survey_id: "F7", ticket_id: null, complaint_category: null, next_step_reason: null, ...own,
});

/** The page over tables of which those that are not given are empty. */
function page(tables: Record<string, unknown[]>, supplied = ["surveys", "tickets"]): HTMLElement[] {
  const all: Record<string, unknown[]> = { satisfaction_terms: [terms], ...tables };
  const read = (name: string): Table => ({ name, path: "", rows: (all[name] ?? []) as Table["rows"], columns: [], marts: [], scope: "whole" });
  const entities = [{ name: "surveys", grain: "One row per survey", enables: "NPS" }, { name: "tickets", grain: "One row per request", enables: "Complaints" }];
  const context = pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied, contacts: {} }, entities, read);
  return satisfaction.render(context) as HTMLElement[];
}
const cardOf = (elements: HTMLElement[], title: RegExp) => elements.flatMap((element) => [element, ...element.querySelectorAll<HTMLElement>("section.card")]).find((element) => title.test(element.querySelector("h3")?.textContent ?? ""))!;

test("four tiles: the score, who is satisfied, who answered, who of those that matter is dissatisfied", () => {
  const elements = page({ satisfaction_headline: [head], satisfaction_attention: [attention] });
  const tiles = elements.filter(({ classList }) => classList.contains("kpi"));
  expect(tiles.map((tile) => ["h2", ".kpi-value", ".kpi-delta", ".kpi-note"].map((part) => tile.querySelector(part)?.textContent ?? null))).toEqual([
    ["Net promoter score", "40", "−10.0 NPS points on the 365 days before", "Promoters less detractors, of 50 answers, the last of each customer; 17 to 59 with chance"],
    ["Satisfied customers", "80.0%", "+5.0 points on the 365 days before", "4 or 5 of 5; 65% to 90% with chance. Mean 4.10"],
    ["Forms answered", "30.0%", null, "60 of 200 forms sent in 365 days, 2 without a name. The others may feel otherwise"],
    ["Dissatisfied: key and major", "2 of 8", null, "€65.0K of revenue at stake. No longer dissatisfied: 1 customer"],
  ]);
  // A change that chance may explain is neither good nor bad.
  expect(tiles.slice(0, 2).map((tile) => tile.querySelector(".kpi-delta")!.classList.item(1))).toEqual(["bad", "neutral"]);
  for (const element of elements) expect(faultsOf(element)).toEqual([]);
});

test("the dissatisfied by name: why, since when, where it is written, and for how long they are on the list", () => {
  const elements = page({
    satisfaction_headline: [head], satisfaction_attention: [attention],
    satisfaction_dissatisfied: [listed({}), listed({
      place: 2, label: "Quay", customer_key: "k2", tier: null, prior_tier: "major", value: 15000, since_date: "2025-06-24", days: 6, band: 1, from_days: 0, to_days: 30,
      recommend_score: null, satisfaction_score: null, weak_component: null, has_comment: false, open_complaints: 1, survey_id: null, ticket_id: "T9", complaint_category: "late delivery",
    })],
    satisfaction_resolved: [{ label: "Mole", customer_key: "k3", owner: null, since_date: "2025-01-01", resolved_date: "2025-01-01", days: 0, ended_by: "better answer", complaint_category: null } satisfies Resolved],
  });
  const card = cardOf(elements, /^Call/);
  expect(card.querySelector("h3")!.textContent).toBe("Call Harbour Ltd first: dissatisfied for 400 days, €50.0K of revenue at stake");
  expect(tableOf(card.querySelector("table")!).slice(1)).toEqual([
    ["Harbour Ltd", "Key", "€50.0K", "26 May 2024400 days ago", "Would recommend us: 3 of 10; worst: time it takes.", "form F7, with a remark", "Anna"],
    ["Quay", "No purchasebefore: Major", "€15.0K", "24 June 20256 days ago", "Complaint open: late delivery.", "ticket T9", "Anna"],
  ]);
  expect([...card.querySelectorAll(".stacked li")].map(({ textContent }) => textContent.trim())).toEqual(["Up to 30 days 1", "More than 180 days 1"]);
  expect(card.querySelector<HTMLAnchorElement>("a.customer-link")!.getAttribute("href")).toBe("./customer.html?key=k1");
  expect(tableOf(cardOf(elements, /^The last 1/).querySelector("table")!)[1]).toEqual(["Mole", "1 January 2025", "1 January 2025", "the same day", "Better answer"]);
});

test("without surveys the page says what to supply, and still lists whose complaint is open; with nobody dissatisfied it says so", () => {
  const elements = page({ satisfaction_attention: [{ ...attention, open_customers: 0, resolved_customers: 0 }] }, ["tickets"]);
  expect(elements[0]!.textContent).toContain("entities.surveys");
  expect(elements[0]!.textContent).not.toContain("entities.tickets");
  expect(cardOf(elements, /./).querySelector("h3")!.textContent).toBe("No customer of these tiers is dissatisfied");
  expect(page({}, [])).toHaveLength(1);
});

test("too few answers are counted and not scored; forms that do not ask for delivered value say what to ask", () => {
  const few = { ...head, score: null, recommend_answers: 1, recommend_change: null, satisfied_rate: null, satisfaction_answers: 3, satisfied_change: null, response_rate: null } as Headline;
  const elements = page({ satisfaction_headline: [few] });
  expect(elements.filter(({ classList }) => classList.contains("kpi")).map((tile) => [tile.querySelector(".kpi-value")!.textContent, tile.querySelector(".kpi-note")!.textContent])).toEqual([
    ["–", "1 answer in 365 days; told from 10 on"], ["–", "3 answers in 365 days; told from 10 on"], ["–", "No form of the 365 days has a date on which it was sent"],
  ]);
  expect(cardOf(elements, /^No form asks/).textContent).toContain("product_value");
});

test("titles say what the figures allow, and no more", () => {
  expect(recommendTitle(head)).toBe("Net promoter score 40, down from 50");
  expect(recommendTitle({ ...head, recommend_change_high: 1 })).toBe("Net promoter score 40: no change on 50 that chance would not explain");
  expect(recommendTitle({ ...head, recommend_change: null })).toBe("Net promoter score 40");
  // The curve ends with its last period, the tile is of the window: each says which it is.
  const last = { start_date: "2025-04-01", end_date: "2025-06-30" };
  expect(ofPeriod({ windowDays: 365 }, recommendTitle(head), 40, last, "27", terms)).toBe("Net promoter score 40, down from 50 (365 days); Apr 2025 to Jun 2025: 27");
  expect(ofPeriod({ windowDays: 365 }, "Found", 40, last, "27", { trend: "month" })).toBe("Found (365 days); Apr 2025: 27");
  expect(ofPeriod({ windowDays: 365 }, "Found", null, last, "27", terms)).toBe("Found");
  expect(recommendTitle(undefined)).toBe("Net promoter score over time");
  expect(satisfiedTitle(head)).toBe("80% are satisfied: no change on 75% that chance would not explain");
  expect(satisfiedTitle({ ...head, satisfied_change_low: 0.01 })).toBe("80% are satisfied, up from 75%");
  const group = (own: Partial<Group>) => ({ dimension: "region", group_kind: "value", ...own }) as Group;
  const [north, south, east] = [group({ group_name: "North", score: -5, against_all: "below", change: -20, change_low: -30, change_high: -8, gap: -0.4, gap_is: "less" }), group({ group_name: "South", score: 60, against_all: "above", change: 4, change_low: -3, change_high: 10, gap: 0.4, gap_is: "more" }),
    group({ group_name: "East", score: 30, against_all: "like all", change: 30, change_low: 5, change_high: 50, gap: 0.1, gap_is: "as expected" })];
  expect(groupsTitle("region", [north, south, east], { score: 40 })).toBe("North (−5): below the 40 of all");
  expect(groupsTitle("region", [south, east], { score: 40 })).toBe("South (60): above the 40 of all");
  expect(groupsTitle("region", [east], { score: 40 })).toBe("Region: no difference that chance would not explain");
  expect(regionsTitle([north, south, east])).toBe("Fallen: North from 15 to −5");
  expect(regionsTitle([south, east])).toBe("Risen: East from 0 to 30");
  expect(regionsTitle([south])).toBe("No region rose or fell by more than chance");
  expect(gapTitle("region", [north, south])).toBe("North gets less than it expected: −0.40 points of 5");
  expect(gapTitle("region", [south, east])).toBe("East: no more than expected; the others get more");
  expect(gapTitle("region", [south])).toBe("Region: all get more than they expected");
});

test("what to mend first, who lags most, who is only used to us, and what detractors bought", () => {
  const driver = (component: string, quadrant: string) => ({ component, quadrant }) as Driver;
  expect(driverTitle([driver("time_cost", "concentrate here"), driver("image_value", "keep up")])).toBe("Mend first: time it takes. Satisfaction hangs there, and we are weak");
  expect(driverTitle([driver("image_value", "keep up")])).toBe("What satisfaction hangs on most, we are good at");
  const component = (own: Partial<Component>) => ({ dimension: "region", group_kind: "value", against_all: "worse", is_cost: true, ...own }) as Component;
  const lagging = [component({ group_name: "North", component: "time_cost", mean: 4, advantage: -0.9 }), component({ group_name: "South", component: "service_value", is_cost: false, mean: 2.5, advantage: -1.2 })];
  expect(weakestTitle(lagging)).toBe("South, service received: 2.5 of 5, 1.2 less than all");
  expect(weakestTitle(lagging.slice(0, 1))).toBe("North, time it takes: a burden of 4.0 of 5, 0.9 heavier than for all");
  expect(weakestTitle([component({ ...lagging[0], against_all: "like all" })])).toBe("No group gets less than the others by more than chance");
  const money = (value: number | null | undefined) => `€${value}`;
  const cell = (own: Partial<LoyaltyCell>) => ({ loyalty: "spurious", customers: 3, revenue: 900, revenue_share: 0.3, ...own }) as LoyaltyCell;
  expect(loyaltyTitle({ money }, [cell({})])).toBe("3 customers buy regularly without being attached to us: €900, 30% of the revenue");
  expect(loyaltyTitle({ money }, [cell({ customers: 1, revenue_share: null })])).toBe("1 customer buys regularly without being attached to us: €900");
  expect(loyaltyTitle({ money }, [cell({ customers: 0 }), cell({ loyalty: "true", customers: 3 })])).toBe("Everybody who buys regularly, and said so, would recommend us");
  expect(loyaltyTitle({ money }, [cell({ customers: 0 })])).toBe("Nobody who said how it feels buys regularly");
  const outcome = (own: Partial<Outcome>) => ({ kind: "all", days: 180, customers: 10, ...own }) as Outcome;
  const promoters = outcome({ recommend_class: "promoter", again_rate: 0.8, again_low: 0.7, change_rate: 0.002 });
  expect(outcomeTitle([promoters, outcome({ recommend_class: "detractor", again_rate: 0.5, again_high: 0.65 })])).toBe("50% of the detractors ordered again within 180 days, of the promoters 80%");
  expect(outcomeTitle([promoters, outcome({ recommend_class: "detractor", again_rate: 0.6, again_high: 0.75 })])).toBe("60% of the detractors ordered again within 180 days, of the promoters 80%: no difference that chance would not explain");
  expect(outcomeTitle([promoters])).toBe("Who ordered again after the answer");
  const detractors = (low: number | null, high: number | null) => outcome({ recommend_class: "detractor", change_rate: -0.141, difference_low: low, difference_high: high });
  expect(revenueTitle([promoters, detractors(-0.3, -0.01)])).toBe("Detractors: −14.1% revenue after the answer; promoters: +0.2%");
  expect(revenueTitle([promoters, detractors(-0.34, 0.08)])).toBe("Detractors: −14.1% revenue after the answer; promoters: +0.2%: no difference that chance would not explain");
  // Of too few customers there is no telling.
  expect(revenueTitle([promoters, detractors(null, null)])).toBe("Revenue before and after the answer");
  expect(revenueTitle([promoters])).toBe("Revenue before and after the answer");
});
