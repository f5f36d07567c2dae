import { afterAll, beforeAll, expect, test } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import type { Project } from "../../pipeline/engine/project.js";
import { findAsOfDate, writeSettings } from "../../pipeline/engine/settings.js";
import { settingsSchema } from "../../pipeline/settings.js";
import { problemsOf } from "../sources/files.js";

let db: Database;
beforeAll(async () => {
  db = await Database.open();
  await db.run("create schema raw");
});
afterAll(() => db.close());

async function asOfDate(orders: string[], transactions: string[] = [], given?: string): Promise<string> {
  const table = (name: string, column: string, days: string[]) =>
    `create or replace table raw.${name} as select unnest([${days.map((day) => `'${day}'`).join(", ")}]::varchar[])::date as ${column}`;
  await db.run(table("orders", "order_date", orders));
  await db.run(table("transactions", "transaction_date", transactions));
  return findAsOfDate(db, { as_of_date: given, locate: () => "project.yaml:1" } as unknown as Project);
}

test("the as-of date is the project's own, or that of the last order or transaction", async () => {
  expect(await asOfDate(["2024-03-05", "2024-06-30", "2024-01-02"])).toBe("2024-06-30");
  expect(await asOfDate([], ["2024-03-05", "2024-03-05"])).toBe("2024-03-05");
  expect(await asOfDate(["2024-03-05"], [], "2023-12-31")).toBe("2023-12-31");
  expect(await asOfDate([], [], "2023-12-31")).toBe("2023-12-31");
});

test("without any order the as-of date must be given", async () => {
  expect(await problemsOf(asOfDate([]))).toBe(
    "✖ there is no order that the as-of date could be taken from\n  → at project.yaml:1\n  add to project.yaml: as_of_date: 2025-06-30");
});

test("last orders that lie more than a year after the others are wrong dates, and no as-of date is taken from them", async () => {
  expect(await problemsOf(asOfDate(["2024-03-05", "2024-06-30", "2042-06-30", "2042-07-01"]))).toBe(
    "✖ the last orders are dated 2042-06-30 to 2042-07-01, 6574 days after the one before them: the as-of date cannot be taken from them\n"
    + "  → at project.yaml:1\n  mend those dates, or name the day yourself: as_of_date: 2025-06-30");
  // 2024 is a leap year: 366 days are a year of silence, 367 are more.
  expect(await asOfDate(["2024-01-01", "2025-01-01"])).toBe("2025-01-01");
  await expect(asOfDate(["2024-01-01", "2025-01-02"])).rejects.toThrow("367 days after");
  expect(await asOfDate(["2024-01-01", "2042-07-01"], [], "2024-06-30")).toBe("2024-06-30");
});

test("settings are columns of one row, lists are tables in their order, and an empty list is a table too", async () => {
  const settings = settingsSchema.parse({ analysis: { window_days: 30 }, quality: { person_fields: ["sex", "name"], completeness_weight: 1 } });
  await writeSettings(db, { name: "It's", reporting_currency: "EUR", privacy: { customers: "id" } }, "2025-06-30", settings);
  expect(await db.row("select project_name, reporting_currency, privacy_customers, as_of_date::varchar as day, analysis_window_days as days, quality_completeness_weight as whole, quality_accuracy_weight as part from run.settings"))
    .toEqual({ project_name: "It's", reporting_currency: "EUR", privacy_customers: "id", day: "2025-06-30", days: 30, whole: 1, part: 0.4 });
  expect(await db.rows("from run.quality_person_fields order by position")).toEqual([{ position: 1, value: "sex" }, { position: 2, value: "name" }]);
  expect(await db.rows("select position, value from run.quality_regions")).toEqual([]);
  expect(await db.rows("select tier, top_share from run.value_tiers order by position limit 2")).toEqual([{ tier: "key", top_share: 0.01 }, { tier: "major", top_share: 0.05 }]);
});
