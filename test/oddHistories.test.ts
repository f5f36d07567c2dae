import * as d3 from "d3";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { Database } from "../pipeline/engine/database.js";
import { writeExports } from "../pipeline/engine/export.js";
import { silentLog } from "../pipeline/engine/log.js";
import { renderPages } from "../pipeline/engine/pages.js";
import { loadProject } from "../pipeline/engine/project.js";
import { buildWarehouse } from "../pipeline/engine/warehouse.js";
import { root } from "./sampleRun.js";

/*
 * Purchases that statistics break on, through everything: log of purchases to drawn pages. What comes out is right or refused with a
 * reason; nothing is infinite or not a number, in no table and on no page.
 */

vi.setConfig({ testTimeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), "clientele-odd-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const day = (number: number) => new Date(Date.UTC(1995, 5, 30) + number * 86_400_000).toISOString().slice(0, 10);
/** 30 June 2025. */
const TODAY = 10_958;

type Purchase = [customer: string, at: number, amount: number | string];

/** Builds a project of these purchases in memory, with every table and page. */
async function built(purchases: Purchase[], look: (db: Database) => Promise<void>): Promise<void> {
  const project = mkdtempSync(join(folder, "project-"));
  writeFileSync(join(project, "log.csv"), `customer,day,amount\n${purchases.map(([customer, at, amount]) => `${customer},${day(at)},${amount}`).join("\n")}\n`);
  writeFileSync(join(project, "project.yaml"), `
name: Odd
reporting_currency: EUR
as_of_date: 2025-06-30
entities:
  transactions:
    - files: log.csv
      columns: { customer_id: customer, transaction_date: day, amount: amount }
`);
  const db = await Database.open();
  try {
    const { steps } = await buildWarehouse(db, loadProject(project), { root, workFolder: join(project, "work"), log: silentLog });
    const columns = await db.rows<{ place: string; name: string }>(`select table_schema || '.' || table_name as place, column_name as name
      from information_schema.columns where data_type = 'DOUBLE' and table_schema in ('marts', 'exports')`);
    expect(columns.length).toBeGreaterThan(500);
    const tables = d3.group(columns, ({ place }) => place);
    const counts = [...tables].map(([place, own]) => `select '${place}' as place, count(*) as rows from ${place} where ${own.map(({ name }) => `not isfinite("${name}")`).join(" or ")}`);
    expect(await db.rows(`select * from (${counts.join(" union all ")}) where rows > 0`)).toEqual([]);
    const pages = join(project, "pages");
    mkdirSync(pages);
    const exported = await writeExports(db, steps, pages);
    const drawn = await renderPages(pages, exported, { project: "Odd", currency: "EUR", asOfDate: "2025-06-30", run: "0", windowDays: 365, supplied: ["transactions"], contacts: {} });
    for (const [path, { body }] of Object.entries(drawn)) {
      if (!path.endsWith("/definitions")) expect(body.replace(/<[^>]*>/g, " "), path).not.toMatch(/\b(NaN|undefined|Infinity)\b|\[object/);
    }
    await look(db);
  } finally {
    db.close();
  }
}

const reasons = (db: Database) => db.rows<{ reason: string }>("select distinct reason from marts.prediction_gates where not is_met order by reason");

test("700 customers who bought once each, some for nothing, some for less, one for what is no number", async () => {
  const once = Array.from({ length: 700 }, (_, index): Purchase => [`c${index}`, TODAY - ((index * 7) % 900), index % 9 === 0 ? 0 : index % 11 === 0 ? -5 : 10 + (index % 40)]);
  await built([...once, ["c700", TODAY - 3, "NaN"]], async (db) => {
    expect((await reasons(db)).map(({ reason }) => reason).join()).toMatch(/Customers who bought again: 0, fewer than/);
    expect(await db.rows("select count(*)::integer as fits from marts.repeat_buying_parameters")).toEqual([{ fits: 0 }]);
    expect(await db.rows("select count(*)::integer as refused from quarantine.rows")).toEqual([{ refused: 1 }]);
  });
});

test("600 customers who are all alike, who spend the same", async () => {
  const alike = Array.from({ length: 600 }, (_, index) => Array.from({ length: 8 }, (_, time): Purchase => [`c${index}`, TODAY - 10 - time * 60, 25]));
  await built(alike.flat(), async (db) => {
    const [{ spend }] = await db.rows<{ spend: boolean | null }>("select bool_or(is_usable) as spend from marts.spend_fits") as [{ spend: boolean | null }];
    expect(spend).not.toBe(true);
  });
});

test("one customer, who bought thousands of times in 30 years", async () => {
  const often = Array.from({ length: 5000 }, (_, index): Purchase => ["only", Math.floor((index * TODAY) / 5000), 1 + (index % 3) * 1e6]);
  await built(often, async (db) => {
    expect(await db.rows("select orders::integer as orders from marts.customers")).toEqual([{ orders: 5000 }]);
    expect((await reasons(db)).length).toBeGreaterThan(0);
  });
});

test("600 customers of whom one bought thousands of times, over 30 years", async () => {
  const usual = Array.from({ length: 600 }, (_, index) => Array.from({ length: 1 + (index % 6) }, (_, time): Purchase => [`c${index}`, Math.floor(((index * 37 + time * 401) % TODAY)), 10 + (index % 50)]));
  const often = Array.from({ length: 4000 }, (_, index): Purchase => ["often", 5000 + index, 20]);
  await built([...usual.flat(), ...often], async (db) => {
    const fits = await db.rows<{ parameters: number }>("select count(*)::integer as parameters from marts.repeat_buying_parameters");
    expect(fits[0]!.parameters).toBeGreaterThan(0);
  });
});
