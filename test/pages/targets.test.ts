import { expect, test } from "vitest";
import { pageContext } from "../../src/lib/context.js";
import type { Table } from "../../src/lib/page.js";
import { targets } from "../../src/pages/targets.js";
import type { Action, CoursePoint, Goal, Owner } from "../../src/pages/targets/rows.js";
import { periodName } from "../../src/pages/targets/words.js";
import { faultsOf, tableOf, withDocument } from "../components/document.js";

withDocument();

const goal = (own: Partial<Goal> = {}): Goal => ({
  goal: "Grow", metric: "revenue", metric_name: "Revenue", page: "composition", unit: "reporting currency", is_lower_better: false, owner: "Ann",
  period_start: "2024-07-01", period_end: "2025-06-30", counted_days: null, counted_until: null, is_over: true, target: 500, actual: 400, actual_low: null, actual_high: null, is_miss_clear: null, expected_share: 1, due_by: "whole", due: 500, gap: -100, is_gap_good: false, miss_rate: 0.2,
  status: "missed", reason: null, before_actual: 380, change: 20, is_better: true, judged_periods: 2, reached_periods: 1,
  next_start: null, next_end: null, next_target: null, is_next_reached: null, forecast_end: null, forecast_target: null, forecast_value: null, forecast_low: null, forecast_high: null, forecast_verdict: null,
  open_actions: 0, overdue_actions: 0, done_actions: 0, unchecked_actions: 0, next_due_date: null, step: "agree on an action", standard: null, standard_value: null, is_standard_met: null, ...own,
});
const action = (own: Partial<Action> = {}): Action => ({
  goal: "Grow", action: "Call them", owner: "Ann", planned_date: "2025-01-01", due_date: "2025-06-29", done_date: null, status: "open", phase: "do", is_overdue: true, days_overdue: 1,
  late_days: null, result: null, place: "actions.csv:2", problem: null, ...own,
});
const owner = (own: Partial<Owner> = {}): Owner => ({
  dimension: "owner", owner: "Ann", has_owner: true, goals: 1, reached_goals: 0, on_track_goals: 0, at_risk_goals: 0, behind_goals: 0, missed_goals: 1, coming_goals: 0, unmeasured_goals: 0, judged_goals: 1, chance_goals: 0, unattended_goals: 1,
  actions: 0, open_actions: 0, overdue_actions: 0, done_actions: 0, late_actions: 0, unchecked_actions: 0, ...own,
});

interface Data { goals?: Goal[]; actions?: Action[]; courses?: CoursePoint[]; owners?: Owner[]; supplied?: string[] }
function draw({ goals = [goal()], actions = [], courses = [], owners = [owner({ dimension: "all", owner: "all" }), owner()], supplied = ["targets", "actions"] }: Data = {}): HTMLElement[] {
  const tables: Record<string, unknown[]> = {
    targets_goals: goals, targets_actions: actions, targets_courses: courses, targets_owners: owners,
    targets_metrics: [{ metric: "nps", name: "Net promoter score", unit: "points", is_lower_better: false, needs: "survey answers" }],
  };
  const read = (name: string): Table => ({ name, path: "", rows: tables[name] as Table["rows"], columns: [], marts: [], scope: "whole" });
  const entities = [{ name: "targets", grain: "One row per goal", enables: "Goals" }, { name: "actions", grain: "One row per action", enables: "Plan, do, check, act" }];
  return targets.render(pageContext({ project: "x", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied, contacts: {} }, entities, read)) as HTMLElement[];
}
const titles = (page: HTMLElement[]) => page.flatMap((part) => [...part.querySelectorAll("h3")].map((title) => title.textContent));
const cardOf = (page: HTMLElement[], title: string) => page.flatMap((part) => [part, ...part.querySelectorAll<HTMLElement>("section.card")]).find((part) => part.querySelector("h3")?.textContent.startsWith(title))!;
const factsOf = (page: HTMLElement[]) => page.flatMap((part) => [...part.querySelectorAll(".facts p")].map((fact) => fact.textContent.trim()));
/** The parts of a loop by name. */
const loopOf = (card: HTMLElement) => Object.fromEntries([...card.querySelectorAll(".loop > div")].map((part) => [part.querySelector("dt")!.textContent, part.querySelector("dd")!]));

test("without goals the page says what to supply, and without actions what they would show", () => {
  const [empty] = draw({ goals: [], owners: [], supplied: [] });
  expect([...empty!.querySelectorAll("code")].map((code) => code.textContent)).toEqual(["entities.targets", "entities.actions"]);
  const page = draw({ supplied: ["targets"] });
  expect(page.filter((part) => part.matches(".kpi")).map((tile) => tile.querySelector("h2")!.textContent)).toEqual(["Goals reached or on track", "Goals missed, behind or at risk"]);
  expect(page.find((part) => part.matches(".empty-state"))!.textContent).toContain("What was done about each goal, by whom and what came of it");
  expect(loopOf(cardOf(page, "Grow: €400"))["Do"]!.textContent).toBe("Actions are not supplied.");
});

test("tiles count goals and actions, and say how old the oldest is", () => {
  const all = owner({ dimension: "all", goals: 9, reached_goals: 2, on_track_goals: 1, at_risk_goals: 1, behind_goals: 1, missed_goals: 2, judged_goals: 7, coming_goals: 1, unmeasured_goals: 1, chance_goals: 2, unattended_goals: 3, actions: 5, open_actions: 2, overdue_actions: 1, done_actions: 3, late_actions: 2, unchecked_actions: 1 });
  const tiles = draw({ owners: [all], actions: [action({ days_overdue: 61 })] }).filter((part) => part.matches(".kpi"));
  expect(tiles.map((tile) => [tile.querySelector(".kpi-value")!.textContent, tile.querySelector(".kpi-note")!.textContent])).toEqual([
    ["3 of 7", "2 reached, 1 on track; 1 to come; 1 not measured"], ["4", "2 missed, 1 behind, 1 at risk; chance may explain 2 of them; nothing is planned for 3"], ["1", "Of 2 open; the oldest for 61 days"], ["1", "Of 3 actions done; 2 done late"],
  ]);
});

test("who has to finish what stands first, by name", () => {
  const check = action({ action: "Fair", phase: "check", status: "done", is_overdue: false, days_overdue: null, done_date: "2025-05-16" });
  const later = action({ action: "Tender", is_overdue: false, days_overdue: null, due_date: "2025-09-15" });
  const title = (actions: Action[]) => titles(draw({ actions }))[0];
  expect(title([action({ days_overdue: 61 }), action({ action: "Write", goal: "Other" }), check])).toBe("2 actions are overdue. Ann first: “Call them” is 61 days overdue");
  expect(title([action()])).toBe("Ann first: “Call them” is 1 day overdue");
  expect(title([action({ owner: null })])).toBe("“Call them” is 1 day overdue");
  expect(title([check, later])).toBe("No action is overdue; the next is due on 15 September 2025");
  expect(title([{ ...later, due_date: null }])).toBe("No action is overdue");
  expect(title([check])).toBe("No action is open");
  const card = cardOf(draw({ actions: [action(), check, later, action({ action: "Done", phase: "act", status: "done", is_overdue: false, problem: "no goal of this name is set" })] }), "Ann first");
  expect(tableOf(card.querySelector("table")!).slice(1).map((row) => row[2])).toEqual(["✗ 1 day overduewas due on 29 June 2025", "What came of it?done on 16 May 2025", "due on 15 September 2025"]);
  expect(card.querySelector(".note")!.textContent).toBe("To be mended in the list of actions: “Done” (actions.csv:2): no goal of this name is set.");
});

test("what has to be decided: goals that nobody does anything for, forecasts that fall short, targets that are too low", () => {
  expect(factsOf(draw({ goals: [
    goal(),
    goal({ goal: "Win", owner: null, due_by: "days", is_over: false, status: "behind", actual: 40, due: 60, target: 100, unit: "customers", metric: "new_customers" }),
    goal({ goal: "Sell", step: "carry on", forecast_value: 900, forecast_target: 1000, forecast_end: "2025-12-31", forecast_verdict: "unlikely" }),
    goal({ goal: "Ship", unit: "0 to 1", metric: "on_time_rate", status: "reached", step: "raise the target", actual: 0.956, target: 0.94, next_target: 0.95, next_end: "2025-09-30", is_next_reached: true }),
    goal({ goal: "Keep", status: "on track", step: "keep it up" }),
  ] })).map((text) => text.replace(/ Evidence$/, ""))).toEqual([
    "Grow (Revenue, Jul 2024 to Jun 2025): €400 instead of €500, and nothing is planned. Ann answers for it.", "Win (Revenue, Jul 2024 to Jun 2025): 40 so far where 60 were due, and nothing is planned. Nobody answers for it.",
    "Sell, to 31 December 2025: €900 is forecast, €1,000 is asked for. Do more, or ask for less.", "Ship: 95.6% is reached, and no more than 95.0% is asked for to 30 September 2025. Ask for more.",
  ]);
});

test("the table says which goal is furthest off, in the unit of each, with what is due while a period runs", () => {
  const title = (goals: Goal[]) => titles(draw({ goals })).find((text) => !/decide|No action/.test(text));
  expect(title([goal(), goal({ goal: "Pay", unit: "days", metric: "dso_days", actual: 57.6, target: 38, miss_rate: 0.5 }), goal({ goal: "Good", status: "reached", miss_rate: null })])).toBe("2 of 3 goals are missed, behind or at risk. The furthest off: “Pay”: 58 days instead of 38 days");
  expect(title([goal({ due_by: "days", due: 450, status: "at risk" }), goal({ goal: "Later", status: "to come", actual: null })])).toBe("“Grow”: €400 so far, €450 were due");
  expect(title([goal({ status: "on track", miss_rate: null })])).toBe("The one goal is reached or on track");
  expect(title([goal({ status: "reached" }), goal({ goal: "b", status: "on track" })])).toBe("All 2 goals are reached or on track");
  expect(title([goal({ status: "to come", actual: null })])).toBe("No goal can be judged yet");
  const page = draw({ goals: [goal({ due_by: "days", due: 450, gap: -50, expected_share: 0.9, status: "at risk" }), goal({ goal: "Smile", metric: "smiles", metric_name: "smiles", page: null, unit: null, actual: null, due_by: null, due: null, gap: null, change: null, status: "not measured", reason: "no figure of this name is computed", target: 9 })] });
  const table = cardOf(page, "“Grow”: €400 so far");
  expect(tableOf(table.querySelector("table")!)).toEqual([
    ["Goal", "Status", "Period", "Target", "Actual", "Against what was due", "On a year before"],
    ["GrowRevenue; Ann", "! At risk", "Jul 2024 to Jun 2025", "€500", "€400", "−€50€450 due, 90%", "+\u2060€20"],
    ["Smilesmiles; Ann", "Not measured", "Jul 2024 to Jun 2025", "9", "–", "–", "–"],
  ]);
  expect([...table.querySelectorAll(".note")].at(-1)!.textContent).toBe("Not measured: “Smile” (smiles). No figure of this name is computed.");
  expect(table.querySelector("details")!.textContent).toContain("Net promoter score");
});

test("a goal that falls short by what chance explains is pointed out, and neither decided on nor called the worst", () => {
  const chance = goal({ goal: "Answer", metric: "first_response_hours", metric_name: "Hours to the first response", unit: "hours", is_lower_better: true, target: 8, due: 8, actual: 8.6, actual_low: 7.6, actual_high: 9.6, is_miss_clear: false, gap: 0.6, miss_rate: 0.9, step: "watch it" });
  const page = draw({ goals: [goal(), chance] });
  expect(factsOf(page)).toEqual(["Grow (Revenue, Jul 2024 to Jun 2025): €400 instead of €500, and nothing is planned. Ann answers for it. Evidence"]);
  const table = cardOf(page, "2 of 2 goals are missed, behind or at risk. The furthest off: “Grow”: €400 instead of €500");
  expect(tableOf(table.querySelector("table")!)[2]!.slice(1, 5)).toEqual(["! Within chance", "Jul 2024 to Jun 2025", "8.0 hours", "8.6 hours7.6 to 9.6"]);
  expect([...table.querySelectorAll(".badge")].map((badge) => badge.className)).toEqual(["badge badge-bad", "badge badge-warn"]);
  expect(table.querySelector(".note")!.textContent).toBe("Within chance: it falls short of what was due by no more than chance would explain, and stands after what is clear.");
  expect(loopOf(cardOf(page, "Answer"))["Act"]!.textContent).toBe("Measure on before acting: it falls short by no more than chance explains.");
});

test("what was missed asks for more than carrying on", () => {
  const act = (own: Partial<Goal>) => loopOf(cardOf(draw({ goals: [goal({ open_actions: 1, step: "strengthen the plan", ...own })] }), "Grow"))["Act"]!.textContent;
  expect(act({ next_due_date: "2025-08-31" })).toBe("Do more: what is open, due next on 31 August 2025, has not been enough so far.");
  expect(act({})).toBe("Do more: what is open has not been enough, and has no day set.");
  const told = (own: Partial<Goal>) => factsOf(draw({ goals: [goal({ step: "finish what is overdue", ...own })] })).map((text) => text.replace(/^.*€500, and | Evidence$/g, ""));
  expect(told({ overdue_actions: 1 })).toEqual(["an action is overdue. Ann answers for it."]);
  expect(told({ overdue_actions: 2 })).toEqual(["2 actions are overdue. Ann answers for it."]);
  expect(told({ unchecked_actions: 1 })).toEqual(["nobody has said what came of what was done. Ann answers for it."]);
  expect(told({ open_actions: 1 })).toEqual(["what is open has not been enough. Ann answers for it."]);
  expect(told({ open_actions: 1, status: "at risk" })).toEqual([]);
});

test("a goal that service has a standard for says whose target is which, and over which time", () => {
  const punctual = goal({ goal: "Deliver", metric: "on_time_rate", metric_name: "On-time rate", unit: "0 to 1", period_start: "2025-04-01", target: 0.94, actual: 0.956, status: "reached", standard: 0.94, standard_value: 0.93, is_standard_met: false });
  const page = draw({ goals: [punctual] });
  expect([...cardOf(page, "The one goal").querySelectorAll("li")].map((item) => item.textContent)).toEqual(["“Deliver”, Apr to Jun 2025: 95.6%, target 94.0%. The standard of Service for it is 94.0%, over 365 days: 93.0%, missed."]);
  expect(loopOf(cardOf(page, "Deliver"))["Check"]!.textContent).toContain("The standard of Service for it is 94.0%, over 365 days: 93.0%, missed.");
  expect(draw().map((part) => part.textContent).join(" ")).not.toContain("standard of Service");
});

test("the loop of a goal: what was planned, done and reached, and what follows", () => {
  const courses: CoursePoint[] = [["2022-07-01", 300], ["2023-07-01", 380], ["2024-07-01", 400]].map(([start, actual]) => ({ goal: "Grow", period_start: start as string, period_end: "2025-06-30", is_over: true, target: null, actual: actual as number, status: null }));
  const actions = [action(), action({ action: "Fair", phase: "check", status: "done", is_overdue: false, done_date: "2025-05-16" }), action({ action: "Post", phase: "act", status: "done", is_overdue: false, done_date: "2025-04-01", result: "Two came" })];
  const page = draw({ goals: [goal({ next_target: 450, next_end: "2026-06-30", overdue_actions: 1, unchecked_actions: 1, step: "finish what is overdue" })], actions, courses });
  const { Plan: plan, Do: done, Check: check, Act: act } = loopOf(cardOf(page, "Grow: €400 against a target of €500"));
  expect(plan!.textContent).toBe("€500 by 30 June 2025 (Ann)Then €450 by 30 June 2026");
  expect([...done!.querySelectorAll("li")].map((item) => item.textContent)).toEqual(["Call them ✗ 1 day overdue, Ann", "Fair ✓ done on 16 May 2025, Ann", "Post ✓ done on 1 April 2025, Ann"]);
  expect([...check!.querySelectorAll("p, li")].map((part) => part.textContent)).toEqual([
    "✗ Missed −€100 against the target, +\u2060€20 on a year before", "Jul 2022: €300 – Jul 2024: €400, by the first month of each period", "Reached in 1 of 2 periods", "Post: Two came", "✗ Of one action nobody has said what came of it",
  ]);
  expect(check!.querySelector("svg")!.getAttribute("aria-label")).toContain("€300 in Jul 2022");
  expect(act!.textContent).toBe("Finish the action that is overdue, or drop it.");
  const few = loopOf(cardOf(draw({ courses: [{ ...courses[1]!, period_end: "2024-06-30", target: 390 }, courses[2]!] }), "Grow"))["Check"]!;
  expect(few.querySelectorAll("p")[1]!.textContent).toBe("Jul 2023 to Jun 2024: €380, the target was €390");
  expect(loopOf(cardOf(draw(), "Grow"))["Do"]!.textContent).toBe("✗ No action");
  expect(page.flatMap((part) => faultsOf(part))).toEqual([]);
});

test("who answers for most that is missed heads the people, and goals without an owner say so", () => {
  const card = cardOf(draw({ owners: [owner({ dimension: "all" }), owner({ owner: "Bob", goals: 3, missed_goals: 1, behind_goals: 1, reached_goals: 1 }), owner({ owner: "nobody", has_owner: false, missed_goals: 0 })] }), "Bob answers");
  expect(card.querySelector("h3")!.textContent).toBe("Bob answers for 3 goals: 2 missed or behind");
  expect(tableOf(card.querySelector("table")!)).toEqual([["Who", "Goals", "Reached or on track", "Goals at risk", "Missed or behind"], ["Bob", "3", "1", "–", "2"], ["Nobody is named", "1", "–", "–", "–"]]);
});

test("a period is named by its months where it has whole ones", () => {
  expect(periodName("2024-07-01", "2025-06-30")).toBe("Jul 2024 to Jun 2025");
  expect(periodName("2025-01-01", "2025-06-30")).toBe("Jan to Jun 2025");
  expect(periodName("2024-02-01", "2024-02-29")).toBe("Feb 2024");
  expect(periodName("2024-02-01", "2024-02-28")).toBe("1 February 2024 to 28 February 2024");
});

test("customers that are counted over other days than those of the period say over which", () => {
  const counted = goal({ goal: "Buyers", metric: "buying_customers", metric_name: "Buying customers", unit: "customers", period_start: "2025-01-01", period_end: "2025-12-31", counted_days: 365, counted_until: "2025-06-30", is_over: false, target: 12, due: 12, actual: 10, gap: -2, status: "behind", miss_rate: 1 / 6, change: null, actual_low: 8, actual_high: 12 });
  const page = draw({ goals: [counted, goal({ goal: "Whole" })] });
  expect(factsOf(page)[0]).toBe("Buyers (Buying customers, Jan to Dec 2025, measured in the 365 days to 30 June 2025): 10 instead of 12, and nothing is planned. Ann answers for it. Evidence");
  const card = cardOf(page, "2 of 2 goals are missed");
  expect(tableOf(card.querySelector("table")!).slice(1).map((row) => row[4])).toEqual(["10in the 365 days to 30 June 2025; 8 to 12", "€400"]);
  expect([...card.querySelectorAll(".note")].map((text) => text.textContent)).toContain("Of a period that runs customers are counted over as many days as the whole period has, up to today: a count of its first weeks could not be compared.");
  expect(cardOf(page, "Buyers: 10").textContent).toContain("Buying customers, Jan to Dec 2025, measured in the 365 days to 30 June 2025");
  // What cannot be measured is counted over no days.
  expect(cardOf(draw({ goals: [{ ...counted, actual: null, status: "not measured", reason: "no orders are on record" }] }), "No goal can be judged yet").textContent).not.toContain("365 days");
});
