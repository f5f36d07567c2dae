import { expect, test } from "vitest";
import { pageContext } from "../../src/lib/context.js";
import type { Table } from "../../src/lib/page.js";
import { forecast } from "../../src/pages/forecast.js";
import type { Model, Month, Outlook, Target, Test, Total } from "../../src/pages/forecast/rows.js";
import { refusal, refusalInFull, trust } from "../../src/pages/forecast/words.js";
import { dataOf, faultsOf, tableOf, textsOf, withDocument } from "../components/document.js";

withDocument();

const outlook = (own: Partial<Outlook> = {}): Outlook => ({
  measure: "revenue", months: 36, needed_months: 18, first_month: "2022-07-01", last_month: "2025-06-01", model: "seasonal", is_naive: false, tests: 12, wape: 0.08, naive_wape: 0.12, gain: 0.3,
  longest_horizon: 2, longest_total_wape: 0.05, grade: "good", recent_value: 300, recent_change_rate: 0.1, is_break: false, silent_months: 0, begun_month: null, begun_value: null,
  peak_month: "2025-08-01", peak_value: 140, peak_excess: 0.2, reason: null, hindcast_months: 2, hindcast_value: 210, hindcast_actual: 200, hindcast_error: 0.05, confidence: 0.95, ...own,
});
const none = { model: null, is_naive: null, tests: null, wape: null, naive_wape: null, gain: null, longest_horizon: null, grade: null, peak_month: null, peak_value: null, peak_excess: null, hindcast_months: null, hindcast_value: null, hindcast_actual: null, hindcast_error: null } as const;
const total = (own: Partial<Total> = {}): Total => ({
  measure: "revenue", months: 2, from_month: "2025-07-01", to_month: "2025-08-01", value: 230, low: 210, high: 250, year_before_value: 200, change_rate: 0.15, low_change_rate: 0.05, high_change_rate: 0.25, reason: null, ...own,
});
const past = (measure: Month["measure"], month: string, actual: number, hindcast: number | null = null): Month => ({ measure, month, actual, value: null, low: null, high: null, year_before_value: null, change_rate: null, hindcast });
const ahead = (measure: Month["measure"], month: string, value: number): Month => ({ measure, month, actual: null, value, low: value - 10, high: value + 10, year_before_value: 100, change_rate: value / 100 - 1, hindcast: null });
const months: Month[] = (["orders", "revenue"] as const).flatMap((measure) => [
  past(measure, "2025-04-01", 90), past(measure, "2025-05-01", 95, 100), past(measure, "2025-06-01", 105, 110), ahead(measure, "2025-07-01", 90), ahead(measure, "2025-08-01", 140),
]);
const target = (own: Partial<Target>): Target => ({
  goal: "Grow", measure: "revenue", owner: "Ann", period_start: "2025-07-01", period_end: "2025-08-31", target: 240, reached: 0, months_left: 2, value: 230, low: 210, high: 250, gap: 10, needed_rate: 0.04, verdict: "unlikely", reason: null, ...own,
});

interface Data { outlooks?: Outlook[]; totals?: Total[]; months?: Month[]; targets?: Target[]; supplied?: string[] }
function draw({ outlooks = [outlook({ measure: "orders" }), outlook()], totals = [total({ measure: "orders" }), total()], months: rows = months, targets = [], supplied = ["orders", "returns"] }: Data = {}): HTMLElement[] {
  const tests: Test[] = [{ measure: "revenue", months_ahead: 1, trials: 12, wape: 0.08, naive_wape: 0.12, total_wape: 0.08, naive_total_wape: 0.12 }];
  const models: Model[] = [{ measure: "revenue", position: 3, model: "seasonal", trials: 12, mae: 8, rmse: 9, wape: 0.08, mape: null, mase: 0.7, gain: 0.3, alpha: 0.3, beta: null, gamma: 0.1, is_chosen: true, reason: "the least error" }];
  const tables: Record<string, unknown[]> = { forecast_outlooks: outlooks, forecast_totals: totals, forecast_months: rows, forecast_targets: targets, forecast_tests: tests, forecast_models: models, forecast_gaps: [], curve_events: [] };
  const read = (name: string): Table => ({ name, path: "", rows: tables[name] as Table["rows"], columns: [], marts: [], scope: "whole" });
  const entities = [{ name: "orders", grain: "One row per order", enables: "Value tiers" }];
  const context = pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied, contacts: {} }, entities, read);
  return forecast.render(context) as HTMLElement[];
}
const titles = (page: HTMLElement[]) => page.flatMap((part) => [...part.querySelectorAll("h3")].map((title) => title.textContent));
const cardOf = (page: HTMLElement[], title: string) => page.find((part) => part.querySelector("h3")?.textContent.startsWith(title))!;

test("tiles say the total, its change on the year before and its limits; welcome only where both limits are above", () => {
  const tiles = draw({ totals: [total(), total({ months: 12, value: 900, low: 700, high: 1100, change_rate: 0.1, low_change_rate: -0.1, high_change_rate: 0.3 }), total({ measure: "orders", months: 12, value: null, low: null, high: null, change_rate: null, low_change_rate: null, high_change_rate: null, reason: "not tested so far ahead" })] }).filter((part) => part.matches(".kpi"));
  expect(tiles.map((tile) => [tile.querySelector("h2")!.textContent, tile.querySelector(".kpi-value")!.textContent])).toEqual([["Revenue, next 2 months", "€230"], ["Revenue, next 12 months", "€900"], ["Orders, next 12 months", "–"]]);
  expect(tiles.map((tile) => tile.querySelector(".kpi-delta")?.className)).toEqual(["kpi-delta good", "kpi-delta neutral", undefined]);
  expect(tiles[0]!.querySelector(".kpi-note")!.textContent).toBe("Jul 2025 to Aug 2025: €210 to €250 with a chance of 95%");
  expect(tiles[2]!.querySelector(".kpi-note")!.textContent).toBe("Jul 2025 to Aug 2025: history is too short to test it so far ahead");
});

test("the past goes over into the forecast, dashed and with its limits", () => {
  const course = cardOf(draw(), "€230 of revenue in the next 2 months: more than a year before, +15.0%");
  expect(course.querySelector(".subtitle")!.textContent).toBe("Revenue of each month, net of returns; dashed: forecast from Jul 2025; around it: where each month lies with a chance of 95%");
  expect(textsOf(course)).toEqual(expect.arrayContaining(["Forecast|€140", "Revenue"]));
  expect(dataOf(course)).toEqual([
    ["Month", "Revenue", "Forecast", "Limits, from", "Limits, to"], ["Apr 2025", "€90", "–", "–", "–"], ["May 2025", "€95", "–", "–", "–"], ["Jun 2025", "€105", "€105", "–", "–"],
    ["Jul 2025", "–", "€90", "€80", "€100"], ["Aug 2025", "–", "€140", "€130", "€150"],
  ]);
});

test("what to do: goals first, then what to commit, the peak, and the month that has begun", () => {
  const page = draw({ outlooks: [outlook({ measure: "orders" }), outlook({ begun_month: "2025-07-01", begun_value: 31 })], targets: [
    target({}), target({ goal: "Far", verdict: "out of reach", needed_rate: 0.5 }), target({ goal: "Near", verdict: "likely" }), target({ goal: "Safe", verdict: "sure" }), target({ goal: "None", verdict: null, value: null, reason: "begins later" }),
  ] });
  expect([...cardOf(page, "What to do").querySelectorAll("li")].map((fact) => [fact.className, fact.textContent])).toEqual([
    ["bad", "“Grow” (€240 by 31 August 2025) will probably be missed: the months left have to bring 4% more than is forecast."],
    ["bad", "“Far” (€240 by 31 August 2025) is out of reach: the months left would have to bring 50% more than is forecast. Change the goal, or what is done for it."],
    ["neutral", "“Near” (€240 by 31 August 2025) will probably be reached, but is not safe: its lower limit lies below."],
    ["good", "“Safe” (€240 by 31 August 2025) will be reached."],
    ["neutral", "Commit fixed costs by the lower limit, €210 for Jul 2025 to Aug 2025, and keep what goes beyond it open until the months show it."],
    ["neutral", "Prepare stock and staff for Aug 2025: €140 of revenue, 20% above the mean of the months ahead."],
    ["neutral", "Jul 2025 has begun with €31 of revenue; it is forecast as a whole, for only complete months can be compared."],
  ]);
  const reached = draw({ outlooks: [outlook({ measure: "orders" }), outlook({ begun_month: "2025-07-01", begun_value: 90 })] });
  expect([...cardOf(reached, "What to do").querySelectorAll("li")].at(-1)!.textContent)
    .toBe("Jul 2025 has already brought €90 of revenue, all that is forecast for it: more will come than the forecast says.");
  const goals = cardOf(page, "2 of 4 goals are likely to be missed");
  expect(tableOf(goals.querySelector("table")!).map((row) => [row[0], row.at(-1)])).toEqual([
    ["Goal", "Will it be reached?"], ["GrowAnn", "Unlikely"], ["FarAnn", "Out of reach"], ["NearAnn", "Likely"], ["SafeAnn", "Sure"], ["NoneAnn", "Its period begins later"],
  ]);
});

test("how far to trust it: what it would have said, how far off it was, and which model is taken", () => {
  const page = draw();
  const hindcast = cardOf(page, "2 months ago it would have said €210 of revenue; €200 came: 5.0% too high");
  expect(dataOf(hindcast)).toEqual([["Month", "Would have said", "Revenue"], ["Apr 2025", "–", "€90"], ["May 2025", "€100", "€95"], ["Jun 2025", "€110", "€105"]]);
  expect(hindcast.querySelector(".note")!.textContent).toBe("Good to plan by, within its limits: in the test a month came 8% off the forecast on average. The same month a year before would have been 12% off.");
  expect(titles(page)).toContain("Taken: level and season (exponential smoothing)");
  for (const part of page) expect(faultsOf(part)).toEqual([]);
});

test("where nothing beats the year before, the page says so", () => {
  expect(trust(outlook({ is_naive: true, model: "seasonal naive", grade: "poor", wape: 0.3, naive_wape: 0.3 })))
    .toBe("A rough guide only: in the test a month came 30% off the forecast on average. Nothing forecast it better than the same month a year before, so that is what stands here.");
  expect(trust(outlook({ grade: "fair", naive_wape: null }))).toBe("Good for the direction, rough for a single month: in the test a month came 8% off the forecast on average.");
});

test("without a forecast stand the past and the reason, and no tile, table or advice", () => {
  const refused = (["orders", "revenue"] as const).map((measure) => outlook({ ...none, measure, months: 7, reason: "too short" }));
  const page = draw({ outlooks: refused, totals: [], months: months.filter(({ actual }) => actual !== null).map((row) => ({ ...row, hindcast: null })) });
  expect(titles(page)).toEqual(["Revenue is not forecast", "Orders are not forecast"]);
  expect(page.filter((part) => part.matches(".kpi"))).toEqual([]);
  expect(cardOf(page, "Revenue").querySelector(".note")!.textContent).toBe("Orders are on record for 7 complete months; a forecast takes 18: a year to learn from, and the rest to test it on.");
  expect(dataOf(cardOf(page, "Revenue"))[0]).toEqual(["Month", "Revenue"]);
  for (const part of page) expect(faultsOf(part)).toEqual([]);
});

test("a break is told beside the curve it breaks, and returns to come only where there are returns", () => {
  const notes = (data: Data) => [...cardOf(draw(data), "€230").querySelectorAll(".note")].map((note) => note.textContent);
  expect(notes({})).toEqual(["Returns of the latest months are still to come, so that the forecast is rather too high than too low by what is usually sent back late."]);
  expect(notes({ supplied: ["orders"], outlooks: [outlook({ measure: "orders" }), outlook({ is_break: true, recent_change_rate: -0.6 })] }))
    .toEqual(["A break: the three months to Jun 2025 brought −60.0% on those of a year before. What was learnt from the time before it may no longer hold."]);
});

test("a project without orders is told what to supply", () => {
  const page = draw({ supplied: ["financials"] });
  expect(page).toHaveLength(1);
  expect(page[0]!.textContent).toContain("entities.orders");
  expect(draw({ supplied: ["transactions"] }).length).toBeGreaterThan(1);
});

test("every reason is told in words, in short and in full", () => {
  for (const reason of ["too short", "no orders", "ended", "not predictable", "too uncertain"] as const) {
    expect(refusal(reason)).toMatch(/^[a-z].{10,}/);
    const full = refusalInFull(outlook({ ...none, reason, wape: 0.7, silent_months: 3 }));
    expect(full).toMatch(/^[A-Z].*\.$/);
    expect(full).not.toMatch(/null|NaN|–/);
  }
  expect(refusalInFull(outlook({ ...none, months: 0, reason: "too short" }))).toBe("Orders are on record for no complete month; a forecast takes 18 months.");
});
