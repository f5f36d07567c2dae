import { expect, test } from "vitest";
import { moneyFormats } from "../../src/lib/format.js";
import type { Context } from "../../src/lib/page.js";
import { kpiTarget, type OverviewTarget } from "../../src/pages/overviewTargets.js";

/* What stands on a tile of a goal, worked by hand. */

const context = moneyFormats("EUR") as unknown as Context;
const goal = (own: Partial<OverviewTarget> = {}): OverviewTarget => ({
  metric: "revenue", unit: "reporting currency", is_lower_better: false, period_start: "2025-01-01", period_end: "2025-06-30", measured_until: "2025-06-30", measured_days: 181,
  is_over: true, told_of: "period", target: 70_000, actual: 59_500, reached_share: 0.85, status: "missed", ...own,
});
const told = (own: Partial<OverviewTarget> = {}) => kpiTarget(context, goal(own))!;

test("a goal of other days than the figure tells its own period and what was reached in it, and so does its bar", () => {
  expect(told()).toEqual({ value: "€70.0K, Jan to Jun 2025: €59.5K", isMet: false, reached: 0.85, note: "– missed" });
  expect(told({ period_end: "2025-12-31", is_over: false, status: "behind" }).value).toBe("€70.0K, Jan to Dec 2025: €59.5K so far");
  expect(told({ metric: "buying_customers", unit: "customers", period_end: "2025-09-30", is_over: false, told_of: "counted days", measured_days: 273, target: 12, actual: 10, status: "behind" }).value).toBe("12, Jan to Sep 2025: 10, counted in the 273 days to 30 June 2025");
  expect(told({ metric: "overdue_share", unit: "0 to 1", is_lower_better: true, told_of: "month end", target: 0.25, actual: 0.31, status: "behind" })).toEqual({ value: "25% of what is owed, Jan to Jun 2025: 31% at the last month end", isMet: false, reached: null, note: "– behind" });
});

test("a goal of the days of the figure has its actual above it already", () => {
  expect(told({ period_start: "2024-07-01", told_of: "as shown", status: "reached" })).toEqual({ value: "€70.0K by 30 June 2025", isMet: true, reached: 0.85, note: "– reached" });
  expect(told({ metric: "overdue_share", unit: "0 to 1", is_lower_better: true, told_of: "as shown", target: 0.25 }).value).toBe("25% of what is owed by 30 June 2025");
});

test("what is not measured has no verdict, and what has no target none beside it", () => {
  expect(told({ metric: "margin_rate", unit: "0 to 1", target: 0.3, actual: null, reached_share: null, status: "not measured" })).toEqual({ value: "30.0%, Jan to Jun 2025", isMet: undefined, reached: null, note: "– not measured" });
  expect(kpiTarget(context, goal({ target: null }))).toBeUndefined();
});
