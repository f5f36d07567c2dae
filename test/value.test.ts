import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database, quoteText } from "../pipeline/engine/database.js";
import { planModels, type Step } from "../pipeline/engine/graph.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadModels } from "../pipeline/engine/model.js";
import { loadProject } from "../pipeline/engine/project.js";
import { runModels } from "../pipeline/engine/run.js";
import { findAsOfDate, writeSettings } from "../pipeline/engine/settings.js";
import { createEmptyInputs, existingTables } from "../pipeline/engine/warehouse.js";
import { settingsSchema } from "../pipeline/settings.js";
import { ingest } from "../pipeline/sources/ingest.js";

const root = resolve(import.meta.dirname, "..");
const project = { name: "test", reporting_currency: "EUR", privacy: { customers: "id" as const } };
let db: Database;
let steps: Step[];

beforeAll(async () => {
  db = await Database.open();
  await createEmptyInputs(db);
  await writeSettings(db, project, "2025-06-30", settingsSchema.parse({}));
  steps = await planModels(db, loadModels(root), await existingTables(db), root);
  await runModels(db, neededFor(["customer_tiers", "whale_curve_points"]), settingsSchema.parse({}), silentLog);
});
afterAll(() => db.close());

/** The named models and all that they are built from, in order. */
function neededFor(names: string[]): Step[] {
  const needed = new Set(names);
  for (const { model, references } of [...steps].reverse()) {
    if (needed.has(model.name)) for (const { table } of references) needed.add(table);
  }
  return steps.filter(({ model }) => needed.has(model.name));
}

/** What a model selects from rows that stand in a table in the order given. */
async function select<T>(name: string, table: string, rows: Record<string, unknown>[], key: string): Promise<T[]> {
  const columns = Object.keys(rows[0] ?? {});
  await db.run(`delete from ${table}`);
  const values = rows.map((row) => `(${columns.map((column) => (row[column] === null ? "null" : quoteText(String(row[column])))).join(", ")})`);
  await db.run(`insert into ${table} (${columns.join(", ")}) values ${values.join(", ")}`);
  const { text } = steps.find(({ model }) => model.name === name)!.model;
  return db.rows<T>(`select * from (\n${text}\n) order by ${key}`);
}

/** Few different amounts, so that many are equal. */
const amounts = fc.array(fc.integer({ min: -2, max: 9 }), { minLength: 1, maxLength: 40 });

test("tiers depend on values alone: not on the order of rows, and the same for equal customers", async () => {
  const percents = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 })
    .map((list) => [...list.sort((a, b) => a - b), 100]);
  await fc.assert(fc.asyncProperty(amounts, percents, fc.nat(), async (values, shares, seed) => {
    const tiers = shares.map((share, index) => ({ tier: `tier ${index}`, top_share: share / 100, action: "" }));
    await writeSettings(db, project, "2025-06-30", settingsSchema.parse({ value: { tiers } }));
    const customers = values.map((value, index) => ({
      customer_id: `C${index}`, orders: 1, current_orders: 1, current_revenue: value, prior_orders: 0,
    }));
    const shuffled = customers.map((customer, index) => ({ customer, at: ((index + 1) * (seed + 7919)) % 104729 }))
      .sort((a, b) => a.at - b.at).map(({ customer }) => customer);
    type Tier = { customer_id: string; value: number; tier_position: number };
    const actual = await select<Tier>("customer_tiers", "marts.customers", customers, "customer_id");
    expect(await select<Tier>("customer_tiers", "marts.customers", shuffled, "customer_id")).toEqual(actual);

    // By the definition: a tier takes in who is worth as much as the customer at position ceil(share x n).
    const sorted = [...values].sort((a, b) => b - a);
    const cuts = shares.map((share) => sorted[Math.floor((share * values.length + 99) / 100) - 1]!);
    for (const { customer_id: id, tier_position: position } of actual) {
      const value = values[Number(id.slice(1))]!;
      expect(position).toBe(value > 0 ? cuts.findIndex((cut) => value >= cut) + 1 : shares.length);
    }
  }), {
    numRuns: 25,
    // 0.28 x 25 in doubles is more than 7, and would be rounded up to 8.
    examples: [[Array.from({ length: 25 }, (_, index) => index + 1), [28, 100], 0]],
  });
});

test("the whale curve is the sum of the best profits at each of its points, is highest once, and ends at the total", async () => {
  const profits = fc.array(fc.option(fc.integer({ min: -5, max: 9 }), { freq: 8 }), { minLength: 1, maxLength: 130 });
  await fc.assert(fc.asyncProperty(profits, async (list) => {
    const rows = list.map((profit, index) => ({ customer_id: `C${index}`, profit }));
    type Point = { customers: number; cumulative_profit: number; profit_share: number | null; is_peak: boolean };
    const points = await select<Point>("whale_curve_points", "marts.customer_profits", rows, "customers");

    const known = list.filter((profit) => profit !== null).sort((a, b) => b - a);
    const sums = known.reduce((all, profit) => [...all, all.at(-1)! + profit], [0]);
    if (known.length === 0) {
      expect(points).toEqual([]);
      return;
    }
    expect(points.map((point) => point.cumulative_profit)).toEqual(points.map((point) => sums[point.customers]));
    expect(points.filter((point) => point.is_peak).map((point) => point.cumulative_profit)).toEqual([Math.max(...sums)]);
    expect(points.at(0)!.customers).toBe(0);
    expect(points.at(-1)!.customers).toBe(known.length);
    expect(points.length).toBeLessThanOrEqual(102);
    const total = sums.at(-1)!;
    expect(points.at(-1)!.profit_share).toBe(total > 0 ? 1 : null);
  }), { numRuns: 20 });
});

test("tiers whose shares do not rise to 1, or that share a name, are refused", () => {
  const parse = (...tiers: [string, number][]) =>
    settingsSchema.safeParse({ value: { tiers: tiers.map(([tier, top_share]) => ({ tier, top_share, action: "" })) } });
  expect(parse(["key", 0.1], ["small", 1]).success).toBe(true);
  expect(parse(["key", 0.1], ["small", 0.9]).error?.issues.map(({ message }) => message)).toEqual(["top_share must rise from tier to tier and end at 1"]);
  expect(parse(["key", 0.5], ["major", 0.1], ["small", 1]).error?.issues.map(({ message }) => message)).toEqual(["top_share must rise from tier to tier and end at 1"]);
  expect(parse(["key", 0.1], ["key", 1]).error?.issues.map(({ message }) => message)).toEqual(["two tiers have one name"]);
});

test("the pyramid of the superstore over all its years is the known one", async () => {
  const superstore = loadProject(join(root, "test/projects/superstore"));
  superstore.settings.analysis.window_days = 36_500;
  const warehouse = await Database.open();
  try {
    await ingest(warehouse, superstore, mkdtempSync(join(tmpdir(), "superstore-")), silentLog);
    await writeSettings(warehouse, superstore, await findAsOfDate(warehouse, superstore), superstore.settings);
    await runModels(warehouse, neededFor(["value_by_tier"]), superstore.settings, silentLog);
    const tiers = await warehouse.rows<{ customers: number; revenue_share: number }>("select * from marts.value_by_tier order by position");
    // Computed independently with SciPy and R on the same file: cuts at 8, 40 and 159 of 793 customers.
    expect(tiers.map(({ customers }) => customers)).toEqual([8, 40 - 8, 159 - 40, 793 - 159]);
    for (const [index, share] of [0.0564, 0.1338, 0.2913, 0.5185].entries()) {
      expect(Math.abs(tiers[index]!.revenue_share - share)).toBeLessThanOrEqual(1e-4);
    }
  } finally {
    warehouse.close();
  }
});
