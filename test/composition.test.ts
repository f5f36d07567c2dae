import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database, quoteText, type Row } from "../pipeline/engine/database.js";
import { planModels, type Step } from "../pipeline/engine/graph.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadCrossChecks, loadModels, type CrossCheck } from "../pipeline/engine/model.js";
import { loadProject } from "../pipeline/engine/project.js";
import { runModels } from "../pipeline/engine/run.js";
import { findAsOfDate, writeSettings } from "../pipeline/engine/settings.js";
import { createEmptyInputs, existingTables } from "../pipeline/engine/warehouse.js";
import { settingsSchema, type Settings } from "../pipeline/settings.js";
import { ingest } from "../pipeline/sources/ingest.js";

const root = resolve(import.meta.dirname, "..");
const project = { name: "test", reporting_currency: "EUR", privacy: { customers: "id" as const } };
let db: Database;
let steps: Step[];
let checks: CrossCheck[];

beforeAll(async () => {
  db = await Database.open();
  await createEmptyInputs(db);
  await writeSettings(db, project, "2025-06-30", settingsSchema.parse({}));
  steps = neededForComposition(await planModels(db, loadModels(root), await existingTables(db), root));
  checks = loadCrossChecks(root).filter(({ name }) => name.startsWith("composition_"));
});
afterAll(() => db.close());

/** The marts of this subject and all that they are built from, in order. */
function neededForComposition(all: Step[]): Step[] {
  const needed = new Set(all.filter(({ model }) => model.schema === "marts" && model.subject === "composition").map(({ model }) => model.name));
  for (const { model, references } of [...all].reverse()) {
    if (needed.has(model.name)) for (const { table } of references) needed.add(table);
  }
  return all.filter(({ model }) => needed.has(model.name));
}

/** Puts rows into raw tables, in the order given, and builds all tables with their own checks. */
async function build(raw: Record<string, Row[]>, settings: Settings): Promise<void> {
  await db.run("drop schema if exists marts cascade");
  await db.run("drop schema if exists staging cascade");
  await writeSettings(db, project, "2025-06-30", settings);
  for (const [table, rows] of Object.entries(raw)) await fill(`raw.${table}`, rows);
  await runModels(db, steps, settings, silentLog);
}

async function fill(table: string, rows: Row[]): Promise<void> {
  await db.run(`delete from ${table}`);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row).filter((column) => row[column] !== undefined)))];
  const values = rows.map((row) => `(${columns.map((column) => (row[column] == null ? "null" : quoteText(String(row[column])))).join(", ")})`);
  if (rows.length > 0) await db.run(`insert into ${table} (${columns.join(", ")}) values ${values.join(", ")}`);
}

async function brokenChecks(): Promise<Row[]> {
  const found: Row[] = [];
  for (const { text } of checks) found.push(...(await db.rows(`select * from (\n${text}\n)`)));
  return found;
}

/** Every table of the subject, as text. */
async function contents(): Promise<Record<string, string>> {
  const tables: Record<string, string> = {};
  for (const { model } of steps.filter(({ model }) => model.subject === "composition")) {
    const rows = await db.rows(`select * from marts.${model.name} order by all`);
    tables[model.name] = JSON.stringify(rows, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value), 1);
  }
  return tables;
}

const ids = Array.from("ABCDEFGH");
const sometimes = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 3, nil: null });
const customer = fc.record({
  customer_id: fc.constantFrom(...ids),
  kind: fc.constantFrom("consumer", "business", "internal", null),
  region: sometimes(fc.constantFrom("North", "South", "East", "other", "unknown")),
  first_deal_date: sometimes(fc.constantFrom("2019-05-05", "2025-06-20", "2030-01-01")),
  birth_date: sometimes(fc.constantFrom("2001-02-03", "1950-02-03")),
  sex: fc.constantFrom("female", "male", "other", null),
  city: fc.constantFrom("Ulm", "Bonn", "Kiel"),
});
/** Days that fall into the current window, the one before, and earlier ones, when windows are 30 days long. */
const day = fc.integer({ min: 0, max: 100 }).map((days) => new Date(Date.UTC(2025, 5, 30) - days * 86_400_000).toISOString().slice(0, 10));
const order = fc.record({
  customer_id: fc.constantFrom(...ids),
  order_date: day,
  amount: sometimes(fc.integer({ min: 0, max: 9999 }).map((cents) => cents / 100)),
  cost: sometimes(fc.integer({ min: 0, max: 99 })),
  status: fc.constantFrom("completed", "completed", "cancelled"),
  channel: sometimes(fc.constantFrom("web", "shop", "fax")),
  lines: fc.array(fc.record({
    product_id: sometimes(fc.constantFrom("a", "b", "c", "d")),
    quantity: fc.integer({ min: 0, max: 7 }),
    amount: fc.integer({ min: 0, max: 999 }).map((cents) => cents / 100),
    cost: sometimes(fc.integer({ min: 0, max: 9 })),
  }), { maxLength: 3 }),
  returned: fc.constantFrom(undefined, undefined, undefined, 5, null),
}).filter(({ amount, lines }) => amount !== null || lines.length > 0);
const input = fc.record({
  customers: fc.uniqueArray(customer, { selector: ({ customer_id: id }) => id }),
  orders: fc.array(order, { maxLength: 25 }),
  transactions: fc.array(fc.record({
    customer_id: fc.constantFrom(...ids), transaction_date: day, amount: fc.integer({ min: -50, max: 50 }),
  }), { maxLength: 8 }),
  // Without an order: of a customer, of nobody known, or worth nothing known.
  returns: fc.array(fc.record({ customer_id: sometimes(fc.constantFrom(...ids)), return_date: day, amount: sometimes(fc.integer({ min: 0, max: 30 })) }), { maxLength: 4 }),
}).map(({ customers, orders, transactions, returns }) => {
  const numbered = orders.map((row, index) => ({ ...row, order_id: `O${index}` }));
  return {
    customers,
    transactions,
    products: [{ product_id: "a", category: "food" }, { product_id: "b", category: "food" }, { product_id: "c", category: "drink" }],
    orders: numbered.map((row): Row => ({ ...row, lines: undefined, returned: undefined })),
    order_lines: numbered.flatMap(({ order_id, lines }) => lines.map((line): Row => ({ ...line, order_id }))),
    returns: [
      ...numbered.filter(({ returned }) => returned !== undefined)
        .map(({ order_id, order_date, returned }): Row => ({ order_id, return_date: order_date, amount: returned })),
      ...returns,
    ],
  };
});

test("groups, drivers, effects and months add up to the orders whatever comes in, and its order changes nothing", async () => {
  const settings = settingsSchema.parse({ analysis: { window_days: 30 }, composition: { max_groups: 2, lorenz_steps: 3, min_personal_customers: 2 } });
  await fc.assert(fc.asyncProperty(input, fc.infiniteStream(fc.nat()), async (raw, numbers) => {
    await build(raw, settings);
    expect(await brokenChecks()).toEqual([]);
    const tables = await contents();

    const shuffled = Object.entries(raw).map(([table, rows]) =>
      [table, (rows as Row[]).map((row) => ({ row, at: numbers.next().value as number })).sort((a, b) => a.at - b.at).map(({ row }) => row)] as const);
    await build(Object.fromEntries(shuffled), settings);
    expect(await contents()).toEqual(tables);
  }), { numRuns: 8 });
}, 300_000);

test("every dimension that a project may name takes its values from a field, and has a place on the page", () => {
  const dimensions = settingsSchema.parse({}).composition.dimensions.map(({ dimension }) => dimension);
  const text = (...paths: string[]) => paths.map((path) => readFileSync(join(root, path), "utf8")).join("\n");
  const fields = text("pipeline/marts/composition/customer_groups.sql", "pipeline/marts/composition/order_groups.sql");
  const places = text("src/pages/composition/groupings.ts");
  expect(dimensions.filter((dimension) => !fields.includes(`'${dimension}'`))).toEqual([]);
  expect(dimensions.filter((dimension) => !places.includes(`"${dimension}"`))).toEqual([]);
});

test("Gini, HHI, top shares and the 80 % are those of their definitions, and the Lorenz curve encloses the Gini and leaves the top shares above it", async () => {
  const settings = settingsSchema.parse({ composition: { top_shares: [0.07, 0.3] } });
  await build({ customers: [], orders: [], transactions: [], products: [], order_lines: [], returns: [] }, settings);
  const text = (name: string) => steps.find(({ model }) => model.name === name)!.model.text;
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: -3, max: 60 }), { minLength: 1, maxLength: 90 }), async (revenues) => {
    await fill("marts.customers", revenues.map((revenue, index) =>
      ({ customer_id: `C${index}`, current_orders: 1, prior_orders: 0, current_revenue: revenue })));
    for (const name of ["customer_shares", "revenue_concentration", "top_shares", "lorenz_points"]) {
      await db.run(`create or replace table marts.${name} as ${text(name)}`);
    }
    const values = revenues.filter((revenue) => revenue > 0).sort((a, b) => b - a);
    const n = values.length;
    const positive = values.reduce((sum, value) => sum + value, 0);
    const top = (count: number) => values.slice(0, count).reduce((sum, value) => sum + value, 0);
    const { gini, hhi, pareto_customers: pareto } =
      await db.row<Record<"gini" | "hhi" | "pareto_customers", number | null>>("select * from marts.revenue_concentration");
    const points = await db.rows<{ customer_share: number; revenue_share: number }>("select * from marts.lorenz_points order by customers");
    if (positive === 0) {
      expect([gini, hhi, pareto, points]).toEqual([null, null, null, []]);
      return;
    }
    // By its other definition: half the mean difference between any two, by the mean.
    const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((sum, value) => sum + value, 0);
    expect(gini).toBeCloseTo(differences / (2 * n * positive), 10);
    expect(hhi).toBeCloseTo(values.reduce((sum, value) => sum + (value / positive) ** 2, 0), 10);
    expect(pareto).toBe(values.findIndex((_, index) => top(index + 1) * 10 >= positive * 8) + 1);
    const below = points.slice(1).reduce((sum, point, index) =>
      sum + (point.customer_share - points[index]!.customer_share) * (point.revenue_share + points[index]!.revenue_share), 0);
    expect(1 - below).toBeCloseTo(gini!, 10);
    const shares = await db.rows<{ customers: number; revenue: number; revenue_share: number }>("select customers, revenue, revenue_share from marts.top_shares order by top_share");
    expect(shares.map(({ customers, revenue }) => ({ customers, revenue }))).toEqual([7, 30].map((percent) => {
      const customers = Math.floor((percent * n + 99) / 100);
      return { customers, revenue: top(customers) };
    }));
    // What the largest bring is what the curve leaves above the others, wherever it has a point.
    for (const { customers, revenue_share: share } of shares) {
      const point = points.find((each) => Math.round(each.customer_share * n) === n - customers);
      expect(point).toBeDefined();
      expect(1 - point!.revenue_share).toBeCloseTo(share, 10);
    }
  }), { numRuns: 25 });
}, 120_000);

test("the superstore over all its years has its known totals", async () => {
  const superstore = loadProject(join(root, "test/projects/superstore"));
  superstore.settings.analysis.window_days = 36_500;
  const warehouse = await Database.open();
  try {
    await ingest(warehouse, superstore, mkdtempSync(join(tmpdir(), "superstore-")), silentLog);
    await writeSettings(warehouse, superstore, await findAsOfDate(warehouse, superstore), superstore.settings);
    await runModels(warehouse, steps, superstore.settings, silentLog);
    const totals = await warehouse.row("select customers, buying_customers, orders, revenue, margin from marts.revenue_totals");
    expect(totals).toEqual({ customers: 793, buying_customers: 793, orders: 5009, revenue: 2_297_200.8603, margin: 286_397.0217 });
    const groups = await warehouse.rows<{ group_name: string; revenue: number }>(`
      select group_name, revenue from marts.revenue_by_group
      where dimension in ('order_region', 'product_category') order by dimension, group_name`);
    expect(Object.fromEntries(groups.map(({ group_name: name, revenue }) => [name, revenue]))).toEqual({
      Central: 501_239.8908, East: 678_781.24, South: 391_721.905, West: 725_457.8245,
      Furniture: 741_999.7953, "Office Supplies": 719_047.032, Technology: 836_154.033,
    });
  } finally {
    warehouse.close();
  }
});
