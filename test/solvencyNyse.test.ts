import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Database } from "../pipeline/engine/database.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadProject } from "../pipeline/engine/project.js";
import { buildWarehouse } from "../pipeline/engine/warehouse.js";

/*
 * Statements of 448 listed companies, with the current, quick and cash ratio that the publisher of the file printed in
 * whole percent: the ratio x 100 to the nearest whole number. Its quick ratio takes only the inventory off current assets,
 * its cash ratio has short-term investments in it.
 */
const root = resolve(import.meta.dirname, "..");
const path = "../shared/data/nyse-fundamentals/fundamentals.csv";
const file = resolve(root, path);
const reason = existsSync(file) ? "" : ` (skipped: ${path} is not there)`;

describe.skipIf(reason)(`ratios of listed companies${reason}`, () => {
  /** Percent by company and period: current, quick, cash. */
  let ours: Map<string, number[]>;
  let published: Map<string, number[]>;
  let db: Database;

  beforeAll(async () => {
    published = readPublished();
    db = await Database.open();
    await buildWarehouse(db, loadProject(join(root, "test/projects/nyse")), {
      root, workFolder: mkdtempSync(join(tmpdir(), "nyse-")), log: silentLog,
    });
    const rows = await db.rows<{ key: string; percents: string }>(`
      select customer_id || ' ' || period_end as key, string_agg(round(100 * value)::integer::varchar, ' ' order by position) as percents
      from marts.ratios
      where ratio in ('current_ratio', 'quick_ratio', 'cash_ratio') and value is not null
      group by customer_id, period_end`);
    ours = new Map(rows.map(({ key, percents }) => [key, percents.split(" ").map(Number)]));
  });

  afterAll(() => db.close());

  test("solvency.nyse: equal the published percents in all 1,482 company-years that have current liabilities", () => {
    expect(published.size).toBe(1482);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(published));
  });

  test("solvency.nyse: have the published medians, quartiles and counts", () => {
    const [current, quick, cash] = [0, 1, 2].map((index) => [...ours.values()].map((percents) => percents[index]!).sort((a, b) => a - b));
    expect([current, quick, cash].map((percents) => quantile(percents!, 0.5))).toEqual([152, 115, 41]);
    expect([quantile(current!, 0.25), quantile(current!, 0.75)]).toEqual([109, 226]);
    const below = current!.filter((percent) => percent < 100).length;
    const above = current!.filter((percent) => percent > 200).length;
    expect([below, current!.length - below - above, above]).toEqual([293, 730, 459]);
  });

  test.each([
    ["AAPL 2016-09-24", [135, 133, 85]],
    ["WMT 2016-01-31", [93, 24, 13]],
    ["BBY 2016-01-30", [143, 70, 47]],
    ["AAL 2012-12-31", [78, 72, 53]],
  ])("of %s are %j percent", (key, percents) => {
    expect(ours.get(key)).toEqual(percents);
  });

  test("are missing, with a reason, for banks and insurers, which are then not graded", async () => {
    const rows = await db.rows(`
      select count(*)::integer as statements, count(distinct ratios.reason)::integer as reasons, bool_or(grades.is_graded) as is_graded
      from marts.ratios as ratios
      inner join marts.statement_grades as grades using (customer_id, period_end)
      where ratios.ratio = 'current_ratio' and ratios.value is null`);
    expect(rows).toEqual([{ statements: 1781 - 1482, reasons: 1, is_graded: false }]);
  });

  test("18 balance sheets do not balance, and none of them is graded", async () => {
    const rows = await db.rows(`
      select count(*)::integer as statements, bool_or(grades.is_graded) as is_graded
      from marts.statements as statements
      inner join marts.statement_grades as grades using (customer_id, period_end)
      where statements.balance = 'unbalanced'`);
    expect(rows).toEqual([{ statements: 18, is_graded: false }]);
  });

  test("a project without invoices has no receivables, and figures of them are missing rather than 0", async () => {
    expect(await db.rows("select count(*)::integer as rows from marts.receivables_by_month")).toEqual([{ rows: 0 }]);
    expect(await db.rows("select clients_with_statement, exposure, weak_exposure, overdue_share, dso_days from marts.solvency_totals")).toEqual([
      { clients_with_statement: 448, exposure: null, weak_exposure: null, overdue_share: null, dso_days: null },
    ]);
  });

  /** Straight from the file: its first column has no name in the header, and one name in quotes holds a comma. */
  function readPublished(): Map<string, number[]> {
    const [header, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
    const names = ["", ...header!.match(/"[^"]*"|[^,]+/g)!.map((name) => name.replaceAll('"', ""))];
    const column = (name: string) => {
      const index = names.indexOf(name);
      if (index < 0) throw new Error(`no column ${name}`);
      return index;
    };
    const wanted = ["Current Ratio", "Quick Ratio", "Cash Ratio"].map(column);
    const [company, period, liabilities] = [column("Ticker Symbol"), column("Period Ending"), column("Total Current Liabilities")];
    return new Map(lines.map((line) => line.split(","))
      .filter((cells) => Number(cells[liabilities]) !== 0)
      .map((cells) => [`${cells[company]} ${cells[period]}`, wanted.map((index) => Number(cells[index]))]));
  }
});

/** With linear interpolation between neighbours. */
function quantile(sorted: number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const low = Math.floor(position);
  return sorted[low]! + (position - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}
