import { resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database, quoteText, type Row } from "../pipeline/engine/database.js";
import { planModels, type Step } from "../pipeline/engine/graph.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadCrossChecks, loadModels, type CrossCheck } from "../pipeline/engine/model.js";
import { runModels } from "../pipeline/engine/run.js";
import { writeSettings } from "../pipeline/engine/settings.js";
import { createEmptyInputs, existingTables } from "../pipeline/engine/warehouse.js";
import { settingsSchema } from "../pipeline/settings.js";

const root = resolve(import.meta.dirname, "..");
const project = { name: "test", reporting_currency: "EUR", privacy: { customers: "id" as const } };
const settings = settingsSchema.parse({
  analysis: { window_days: 30 }, composition: { max_groups: 2, history_slack_days: 3 }, selection: { max_values: 2, years: 2, quarters: 4 },
  rfm: { cluster_min_customers: 2, cluster_starts: 1, cluster_resamples: 1 },
});
let db: Database;
let steps: Step[];
let checks: CrossCheck[];

beforeAll(async () => {
  db = await Database.open();
  await createEmptyInputs(db);
  await writeSettings(db, project, "2025-06-30", settings);
  const all = await planModels(db, loadModels(root), await existingTables(db), root);
  const needed = new Set(all.filter(({ model }) => model.schema === "marts" && model.subject === "selection").map(({ model }) => model.name));
  checks = loadCrossChecks(root).filter(({ name }) => name.startsWith("selection_"));
  for (const { model } of all) if (checks.some(({ text }) => new RegExp(`\\bmarts\\.${model.name}\\b`).test(text))) needed.add(model.name);
  for (const { model, references } of [...all].reverse()) if (needed.has(model.name)) for (const { table } of references) needed.add(table);
  steps = all.filter(({ model }) => model.schema !== "exports" && needed.has(model.name));
});
afterAll(() => db.close());

/** Puts rows into raw tables and builds all that the selection is made of, with its checks. */
async function build(raw: Record<string, Row[]>): Promise<void> {
  await db.run("drop schema if exists marts cascade");
  await db.run("drop schema if exists staging cascade");
  for (const [table, rows] of Object.entries(raw)) {
    await db.run(`delete from raw.${table}`);
    for (const row of rows) {
      const values = Object.values(row).map((value) => (value === null ? "null" : quoteText(String(value))));
      await db.run(`insert into raw.${table} (${Object.keys(row).join(", ")}) values (${values.join(", ")})`);
    }
  }
  await runModels(db, steps, settings, silentLog);
}

const regions = ["North", "South", "East", "other"];
const sometimes = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 3, nil: null });
const ids = Array.from("ABCDEFGHIJ");
const customer = fc.record({
  customer_id: fc.constantFrom(...ids),
  kind: fc.constantFrom("consumer", "business", "internal"),
  region: sometimes(fc.constantFrom(...regions)),
  owner: sometimes(fc.constantFrom("Ann", "Bob", "Cleo")),
  first_deal_date: sometimes(fc.constantFrom("2019-05-05", "2025-06-20")),
});
const order = fc.record({
  customer_id: fc.constantFrom(...ids),
  order_date: fc.integer({ min: 0, max: 800 }).map((days) => new Date(Date.UTC(2025, 5, 30) - days * 86_400_000).toISOString().slice(0, 10)),
  amount: fc.integer({ min: -50_00, max: 99_99 }).map((cents) => cents / 100),
  cost: sometimes(fc.integer({ min: 0, max: 99 })),
  channel: sometimes(fc.constantFrom("web", "shop", "fax", "mail")),
});
const invoice = fc.record({
  customer_id: fc.constantFrom(...ids),
  invoice_date: fc.constantFrom("2024-01-31", "2025-03-31", "2025-06-15"),
  due_date: fc.constantFrom("2025-04-30", "2025-07-15"),
  amount: fc.integer({ min: -20, max: 99 }),
});
const input = fc.record({
  customers: fc.uniqueArray(customer, { selector: ({ customer_id: id }) => id, minLength: 4 }),
  orders: fc.array(order, { minLength: 1, maxLength: 30 }),
  invoices: fc.array(invoice, { maxLength: 8 }),
}).map(({ customers, orders, invoices }) => ({
  customers,
  orders: orders.map((row, index) => ({ ...row, order_id: `O${index}` })),
  invoices: invoices.map((row, index) => ({ ...row, invoice_id: `I${index}` })),
}));

test("cells add up to every table that is not by cell, whatever comes in", async () => {
  await fc.assert(fc.asyncProperty(input, async (raw) => {
    await build(raw);
    for (const { name, text } of checks) expect(await db.rows(`select * from (\n${text}\n)`), name).toEqual([]);
  }), { numRuns: 6 });
}, 300_000);

/** What the cells of a region add up to, in the periods that began after `start`. */
const regionSums = (table: string, key: string, where: string) => db.rows(`
  select ${key}::varchar as key, sum(orders)::integer as orders, sum(revenue)::decimal(18, 4) as revenue, sum(buying_customers)::integer as buying_customers,
    sum(margin)::decimal(18, 4) as margin, sum(unmargined_orders)::integer as unmargined_orders
  from marts.${table} inner join marts.cells as cells using (cell) where ${where} group by key order by key`);

test("what the cells of a region add up to is what a project with its customers alone says", async () => {
  await fc.assert(fc.asyncProperty(input, fc.constantFrom(...regions), async (raw, region) => {
    await build(raw);
    // A company without customers there says nothing: another is drawn in its place.
    fc.pre((await db.rows("select 1 from marts.cells where region = $region", { region })).length > 0);
    const within = `region = ${quoteText(region)}`;
    const [periods, months] = [await regionSums("cell_periods", "period", within), await regionSums("cell_months", "month", within)];
    const members = new Set(raw.customers.filter((row) => row.region === region).map((row) => row.customer_id));
    const belongs = ({ customer_id: id }: { customer_id: string }) => members.has(id);
    await build({ customers: raw.customers.filter(belongs), orders: raw.orders.filter(belongs), invoices: raw.invoices.filter(belongs) });
    // History may begin later without the others: a period before it has customers of the period before alone, or is gone.
    const known = new Set((await db.rows<{ period: string }>("select period from marts.periods")).map(({ period }) => period));
    expect(await regionSums("cell_periods", "period", "true")).toEqual(periods.filter(({ key }) => known.has(String(key))));
    expect(await regionSums("cell_months", "month", "true")).toEqual(months);
  }), { numRuns: 6 });
}, 300_000);

test("the page of a customer has an address that depends on the project's salt", async () => {
  const keys: unknown[] = [];
  for (const salt of ["one", "two", "one"]) {
    await writeSettings(db, { ...project, privacy: { customers: "id", salt } }, "2025-06-30", settings);
    await build({ customers: [{ customer_id: "A" }], orders: [], invoices: [] });
    keys.push((await db.row("select customer_key from marts.customers")).customer_key);
  }
  await writeSettings(db, project, "2025-06-30", settings);
  expect(keys[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(keys[1]).not.toBe(keys[0]);
  expect(keys[2]).toBe(keys[0]);
}, 60_000);
