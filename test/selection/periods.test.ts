import { afterEach, expect, test } from "vitest";
import { zh } from "../../src/languages/zh.js";
import { useLanguage } from "../../src/lib/language.js";
import { periodTitle, priorTitle, type Period } from "../../src/selection/periods.js";

afterEach(() => useLanguage("en"));

const period = (own: Partial<Period>): Period => ({
  period: "2025", period_kind: "year", start_date: "2025-01-01", end_date: "2025-06-30", prior_start_date: "2024-01-01", prior_end_date: "2024-06-30",
  is_complete: false, has_prior: true, is_prior_complete: true, ...own,
});
const periods = [
  period({ is_complete: true, end_date: "2025-12-31" }), period({}),
  period({ period: "2025-Q2", period_kind: "quarter", start_date: "2025-04-01", is_complete: true }), period({ period: "2025-Q3", period_kind: "quarter", start_date: "2025-07-01", end_date: "2025-07-09" }),
  period({ period: "last-3-months", period_kind: "months", start_date: "2025-04-01" }), period({ period: "window", period_kind: "window", start_date: "2024-07-01" }),
];

test("periods are called by their year, quarter, months or days", () => {
  expect(periods.map(periodTitle)).toEqual(["2025", "2025 to 30 June 2025", "Q2 2025", "Q3 2025 to 9 July 2025", "3 months to Jun 2025", "1 July 2024 to 30 June 2025"]);
});

test("what a period is compared with is called alike, and by its days where the period still runs", () => {
  const quarter = { period: "2025-Q1", period_kind: "quarter", prior_start_date: "2024-01-01", prior_end_date: "2024-03-31" } as const;
  expect([
    period({ is_complete: true, prior_end_date: "2024-12-31" }), period({}), period({ ...quarter, is_complete: true }), period(quarter),
    period({ period: "last-3-months", period_kind: "months", is_complete: true, prior_start_date: "2024-04-01" }), period({ period: "window", period_kind: "window", is_complete: true }),
  ].map(priorTitle)).toEqual(["2024", "1 January 2024 to 30 June 2024", "Q1 2024", "1 January 2024 to 31 March 2024", "3 months to Jun 2024", "the time before"]);
});

test("in Chinese a year, a quarter, a month and a day stand as Chinese writes them", () => {
  useLanguage("zh", zh);
  expect(periods.map(periodTitle)).toEqual(["2025年", "2025年至2025年6月30日", "2025年 Q2", "2025年 Q3至2025年7月9日", "截至 2025年6月的 3 个月", "2024年7月1日至2025年6月30日"]);
});
