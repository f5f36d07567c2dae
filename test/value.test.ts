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
import { moneyFormats } from "../src/lib/format.js";
import type { Headlines, Tier } from "../src/pages/value/rows.js";
import { fallenNote, keptFigure, keptNote, profitNote, profitTitle, swollenNotes, tierProfitTitle, tierStep, whaleTitle } from "../src/pages/value/words.js";

const root = resolve(import.meta.dirname, "..");
const project = { name: "test", reporting_currency: "EUR", privacy: { customers: "id" as const } };
let db: Database;
let steps: Step[];

beforeAll(async () => {
  db = await Database.open();
  await createEmptyInputs(db);
  await writeSettings(db, project, "2025-06-30", settingsSchema.parse({}));
  steps = await planModels(db, loadModels(root), await existingTables(db), root);
  await runModels(db, neededFor(["customer_tiers", "whale_curve_points", "value_movers"]), settingsSchema.parse({}), silentLog);
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

/** Puts rows of the same columns in the place of those of a table, in the order given. */
async function fill(table: string, rows: Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  await db.run(`delete from ${table}`);
  const values = rows.map((row) => `(${columns.map((column) => (row[column] === null ? "null" : quoteText(String(row[column])))).join(", ")})`);
  await db.run(`insert into ${table} (${columns.join(", ")}) values ${values.join(", ")}`);
}

/** What a model selects from rows that stand in a table in the order given. */
async function select<T>(name: string, table: string, rows: Record<string, unknown>[], key: string): Promise<T[]> {
  await fill(table, rows);
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

test("as many movers as the setting says are listed each way, in whatever tier, and none where history does not cover the prior window", async () => {
  await writeSettings(db, project, "2025-06-30", settingsSchema.parse({ value: { list_customers: 2 } }));
  const none = { prior_tier: null, prior_tier_reason: null, tier: null, tier_reason: null };
  // B, third of those that fell, is not listed; D did not move.
  const customers = [
    { customer_id: "A", direction: "down", place: 1, change: -56, prior_revenue: 120, revenue: 64, profit: 18, tiers: { ...none, prior_tier: "key", tier: "key" } },
    { customer_id: "B", direction: "down", place: 3, change: -10, prior_revenue: 10, revenue: 0, profit: null, tiers: { ...none, prior_tier: "small", tier_reason: "no purchase" } },
    { customer_id: "C", direction: "up", place: 1, change: 40, prior_revenue: 0, revenue: 40, profit: -5, tiers: { ...none, prior_tier_reason: "not yet a customer", tier: "major" } },
    { customer_id: "D", direction: null, place: null, change: 0, prior_revenue: 7, revenue: 7, profit: 1, tiers: { ...none, prior_tier: "small", tier: "small" } },
    { customer_id: "E", direction: "down", place: 2, change: -56, prior_revenue: 60, revenue: 4, profit: 1, tiers: { ...none, prior_tier: "major", tier: "small" } },
  ];
  await fill("marts.change_by_customer", customers.map(({ customer_id, direction, place, change, prior_revenue, revenue }) =>
    ({ customer_id, label: `Customer ${customer_id}`, direction, place, change, prior_revenue, revenue })));
  await fill("marts.customers", customers.map(({ customer_id }) => ({ customer_id, kind: "business" })));
  await fill("marts.customer_tiers", customers.map(({ customer_id, tiers }) => ({ customer_id, ...tiers })));
  await fill("marts.customer_cells", customers.map(({ customer_id }) => ({ customer_id, cell: 0 })));
  await fill("marts.customer_profits", customers.map(({ customer_id, profit }) => ({ customer_id, profit })));
  const listed = () => select<Record<string, unknown>>("value_movers", "marts.revenue_totals", [{ is_prior_complete: true }], "direction, place");
  expect((await listed()).map(({ direction, place, label, prior_tier, tier, change, profit }) => [direction, place, label, prior_tier, tier, change, profit])).toEqual([
    ["down", 1, "Customer A", "key", "key", -56, 18],
    ["down", 2, "Customer E", "major", "small", -56, 1],
    ["up", 1, "Customer C", null, "major", 40, -5],
  ]);
  expect(await select("value_movers", "marts.revenue_totals", [{ is_prior_complete: false }], "direction, place")).toEqual([]);
});

const { money } = moneyFormats("EUR");
const head = (figures: Partial<Headlines>) => ({ prior_reason: null, cost_reason: null, ...figures }) as Headlines;

test.each<[string, Partial<Headlines>]>([
  // 95 of 100 earn 117; 5 lose 17; 117 / 100.
  ["95% of the customers earn 117% of the profit; 5 others give €17 of it back", { bad_customers: 5, profit_customers: 100, lost_profit: 17, peak_profit: 117, peak_profit_share: 1.17, peak_customers_share: 0.95 }],
  // a loss too small to show in the share is a loss
  ["99% of the customers earn 100% of the profit; 1 other gives €2 of it back", { bad_customers: 1, profit_customers: 100, lost_profit: 2, peak_profit: 100_002, peak_profit_share: 1.00002, peak_customers_share: 0.99 }],
  ["No customer costs more than it brings", { bad_customers: 0, profit_customers: 3, lost_profit: 0, peak_profit: 10, peak_profit_share: 1, peak_customers_share: 1 }],
  // a total that is not positive: 400 - 900
  ["90 of 120 customers cost more than they bring: €900 lost, against €400 earned with the others", { bad_customers: 90, profit_customers: 120, lost_profit: 900, peak_profit: 400, peak_profit_share: null }],
  ["1 of 2 customers costs more than it brings: €5 lost, and nothing earned with the others", { bad_customers: 1, profit_customers: 2, lost_profit: 5, peak_profit: 0, peak_profit_share: null }],
  ["All 3 customers cost more than they bring: €5 lost", { bad_customers: 3, profit_customers: 3, lost_profit: 5, peak_profit: 0, peak_profit_share: null }],
  ["The only customer costs more than it brings: €5 lost", { bad_customers: 1, profit_customers: 1, lost_profit: 5, peak_profit: 0, peak_profit_share: null }],
  ["No customer earns or costs anything", { bad_customers: 0, profit_customers: 2, lost_profit: 0, peak_profit: 0, peak_profit_share: null }],
])("the whale curve is headed: %s", (title, figures) => {
  expect(whaleTitle(head(figures), money)).toBe(title);
});

test("what is not known, or not compared, is a dash with its reason, never 0", () => {
  const unknown = head({ prior_reason: "history begins within the window before", key_prior_customers: 7, key_kept_customers: null, lapsed_customers: null, moved_up_customers: null, profit: null });
  expect([keptFigure(unknown), keptNote(unknown, money), fallenNote(unknown), profitNote(unknown, money)])
    .toEqual(["–", "Not compared: history begins within the window before.", "Not compared: history begins within the window before.", "The cost of orders is not known"]);
  const nobody = head({ key_prior_customers: 0, key_kept_customers: 0 });
  expect([keptFigure(nobody), keptNote(nobody, money)]).toEqual(["–", "Nobody was in the tier before"]);
});

test("of the first tier the page says who is still in it, who bought again, and what the fallen ones took with them", () => {
  const kept = (before: number, still: number, again: number, fallen: number, difference: number) => {
    const row = head({ key_prior_customers: before, key_kept_customers: still, key_retained_customers: again, key_fallen_customers: fallen, key_fallen_revenue_change: difference });
    return `${keptFigure(row)}. ${keptNote(row, money)}`;
  };
  expect(kept(31, 23, 31, 8, -56_000)).toBe("23 of 31. All bought again; the 8 that left the tier brought €56.0K less than before");
  expect(kept(31, 22, 30, 9, 100)).toBe("22 of 31. 30 bought again; the 9 that left the tier brought €100 more than before");
  expect(kept(2, 2, 2, 0, 0)).toBe("2 of 2. All bought again");
  expect(kept(1, 0, 0, 1, -5)).toBe("0 of 1. None bought again; the one that left the tier brought €5 less than before");
});

test("profit is named with what remains of it, and margin as margin", () => {
  const known = { profit: 34, unallocated_cost: 10, profit_after_unallocated: 24, bad_customers: 1, lost_profit: 6 };
  expect(profitTitle(head(known), money)).toBe("€34 profit after cost to serve, €24 after shared cost");
  expect(profitNote(head(known), money)).toBe("€24 after shared cost. 1 customer loses €6");
  expect(profitTitle(head({ profit: 34, unallocated_cost: null }), money)).toBe("€34 profit after cost to serve");
  expect(profitTitle(head({ profit: -450, unallocated_cost: 5, profit_after_unallocated: -455 }), money)).toBe("A loss of €450 after cost to serve, −€455 after shared cost");
  expect(profitTitle(head({ profit: 34, unallocated_cost: 0, cost_reason: "no cost" }), money)).toBe("€34 margin, before any cost to serve");
});

test("the tiers are headed by the two that earn least and most on their revenue, the upper one first", () => {
  const rates = (...list: (number | null)[]) => tierProfitTitle(list.map((profit_rate, index) => ({ tier: ["key", "major", "small"][index]!, profit_rate })));
  expect(rates(0.18, 0.3, 0.46)).toBe("Key customers earn 18% on revenue, small ones 46%");
  expect(rates(0.2, 0.4, 0.1)).toBe("Major customers earn 40% on revenue, small ones 10%");
  expect(rates(0.881, 0.884, 0.78)).toBe("Key customers earn 88% on revenue, small ones 78%");
  expect(rates(-0.05, null, 0.1)).toBe("Key customers earn −5% on revenue, small ones 10%");
  expect(rates(0.201, 0.2, 0.199)).toBe("All tiers earn 20% on revenue");
  expect(rates(0.2, null, null)).toBe("Key customers earn 20% on revenue");
  expect(rates(null, null, null)).toBe("What customers of each tier bring");
});

test("a tier that equal customers fill is pointed out", () => {
  const tier = (figures: Partial<Tier>) => figures as Tier;
  expect(swollenNotes([tier({ tier: "key", customers: 120, planned_customers: 2, is_swollen: true }), tier({ tier: "small", customers: 0, planned_customers: 96, is_swollen: false })]))
    .toEqual(["Key holds 120 customers in place of the 2 of its share: many bring exactly the same, and equal customers are never split. The tier does not single out its best."]);
});

test("a step between tiers names both, or why there is none", () => {
  const none = { prior_tier: null, prior_tier_reason: null, tier: null, tier_reason: null };
  expect(tierStep({ ...none, prior_tier: "key", tier: "major" })).toBe("Key → Major");
  expect(tierStep({ ...none, prior_tier: "key", tier: "key" })).toBe("Key");
  expect(tierStep({ ...none, prior_tier: "key", tier_reason: "no purchase" })).toBe("Key → No purchase");
  expect(tierStep({ ...none, prior_tier_reason: "not yet a customer", tier: "small" })).toBe("New → Small");
});

test("pyramid.curry: the tiers are the top 1 %, the next 4 %, the next 15 % and the other 80 %, unless a project says otherwise", () => {
  const { tiers } = settingsSchema.parse({}).value;
  expect(tiers.map(({ top_share: share }) => share)).toEqual([0.01, 0.01 + 0.04, 0.2, 1]);
});

test("tiers whose shares do not rise to 1, or that share a name, are refused", () => {
  const parse = (...tiers: [string, number][]) =>
    settingsSchema.safeParse({ value: { tiers: tiers.map(([tier, top_share]) => ({ tier, top_share, action: "" })) } });
  expect(parse(["key", 0.1], ["small", 1]).success).toBe(true);
  expect(parse(["key", 0.1], ["small", 0.9]).error?.issues.map(({ message }) => message)).toEqual(["top_share must rise from tier to tier and end at 1"]);
  expect(parse(["key", 0.5], ["major", 0.1], ["small", 1]).error?.issues.map(({ message }) => message)).toEqual(["top_share must rise from tier to tier and end at 1"]);
  expect(parse(["key", 0.1], ["key", 1]).error?.issues.map(({ message }) => message)).toEqual(["two tiers have one name"]);
});

test("pyramid.superstore: the pyramid over all its years is the known one", async () => {
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
