import { resolve } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { Database, quoteText } from "../pipeline/engine/database.js";
import { planModels, type Step } from "../pipeline/engine/graph.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadCrossChecks, loadModels } from "../pipeline/engine/model.js";
import { runCrossChecks, runModels } from "../pipeline/engine/run.js";
import { writeSettings } from "../pipeline/engine/settings.js";
import { createEmptyInputs, existingTables } from "../pipeline/engine/warehouse.js";
import { settingsSchema } from "../pipeline/settings.js";

const root = resolve(import.meta.dirname, "..");
const project = { name: "test", reporting_currency: "EUR", privacy: { customers: "id" as const } };
const asOfDate = "2025-06-30";
const settings = settingsSchema.parse({ solvency: { min_peers: 2 } });
let db: Database;
let steps: Step[];

beforeAll(async () => {
  db = await Database.open();
  await createEmptyInputs(db);
  await writeSettings(db, project, asOfDate, settings);
  const all = await planModels(db, loadModels(root), await existingTables(db), root);
  const needed = new Set(all.filter(({ model }) => model.subject === "solvency").map(({ model }) => model.name));
  for (const { model, references } of [...all].reverse()) if (needed.has(model.name)) for (const { table } of references) needed.add(table);
  steps = all.filter(({ model }) => needed.has(model.name));
  await runModels(db, steps, settings, silentLog);
});
beforeEach(() => db.run("begin"));
afterEach(() => db.run("rollback"));
afterAll(() => db.close());

async function fill(table: string, rows: Record<string, unknown>[]): Promise<void> {
  await db.run(`delete from ${table}`);
  for (const row of rows) {
    const values = Object.values(row).map((value) => (value == null ? "null" : quoteText(String(value))));
    await db.run(`insert into ${table} (${Object.keys(row).join(", ")}) values (${values.join(", ")})`);
  }
}

/** Makes the named tables anew, from what stands in those they read. */
async function remake(...names: string[]): Promise<void> {
  for (const { model, module } of steps.filter(({ model }) => names.includes(model.name))) {
    const table = `${model.schema}.${model.name}`;
    await db.run(`delete from ${table}`);
    if (module) {
      const inputs = Object.fromEntries(await Promise.all(Object.entries(module.inputs).map(async ([name, sql]) => [name, await db.numericColumns(sql)] as const)));
      await db.append(model.schema, model.name, module.columns, module.compute(inputs, settings));
    } else {
      await db.run(`insert into ${table} ${model.text}`);
    }
  }
}

const day = (back: number) => new Date(Date.parse(asOfDate) - back * 86_400_000).toISOString().slice(0, 10);

/** Invoices and credit notes of two years: unpaid, paid in part, in full or too much, early and late. */
const invoices = fc.array(
  fc.record({
    amount: fc.integer({ min: -20, max: 100 }), issued: fc.integer({ min: 0, max: 700 }), terms: fc.integer({ min: 0, max: 60 }),
    paidShare: fc.constantFrom(0, 0, 0.5, 1, 1, 1.1), paidAfter: fc.option(fc.integer({ min: 0, max: 120 })),
  }),
  { minLength: 1, maxLength: 30 },
).map((list) => list.map(({ amount, issued, terms, paidShare, paidAfter }, index) => ({
  invoice_id: index,
  customer_id: `customer ${index % 3}`,
  invoice_date: day(issued),
  due_date: day(issued - terms),
  paid_date: paidShare > 0 && paidAfter !== null ? day(Math.max(0, issued - paidAfter)) : null,
  amount,
  paid_amount: (amount * paidShare).toFixed(4),
  open_amount: (amount - Number((amount * paidShare).toFixed(4))).toFixed(4),
})));

test("what is open by month, found from its flows, is what is open invoice by invoice, now and a year ago", async () => {
  await fill("marts.customers", [0, 1, 2].map((number) => ({ customer_id: `customer ${number}` })));
  await fill("staging.stg_customers", [0, 1, 2].map((number) => ({ customer_id: `customer ${number}` })));
  await fc.assert(fc.asyncProperty(invoices, async (rows) => {
    await fill("staging.stg_invoices", rows);
    await remake("receivables", "receivables_by_customer", "receivables_by_month", "ageing_by_customer", "ageing_by_bucket");
    const { before, month, overdue, overdueByMonth } = await db.row<Record<string, number | null>>(`
      select
        (select sum(open_before) from marts.receivables)::double as before,
        (select open_amount from marts.receivables_by_month where month_end = date '2024-06-30')::double as month,
        (select coalesce(sum(open_amount), 0) from marts.receivables where days_overdue > 0)::double as overdue,
        (select overdue_amount from marts.receivables_by_month where month_end = date '2025-06-30')::double as "overdueByMonth"`);
    expect(before).toBe(month);
    expect(overdue).toBe(overdueByMonth);
    await runCrossChecks(db, loadCrossChecks(root).filter(({ name }) => name === "solvency_receivables_add_up"), silentLog);
  }), { numRuns: 40 });
});

const statement = fc.record({
  cash: fc.integer({ min: 0, max: 50 }), short_term_investments: fc.integer({ min: 0, max: 20 }), receivables: fc.integer({ min: 0, max: 50 }),
  inventory: fc.integer({ min: 0, max: 40 }), prepaid: fc.integer({ min: 0, max: 5 }), current_assets: fc.integer({ min: 0, max: 200 }),
  total_assets: fc.integer({ min: 0, max: 400 }), payables: fc.integer({ min: 0, max: 60 }), current_liabilities: fc.integer({ min: 0, max: 150 }),
  total_liabilities: fc.integer({ min: 0, max: 400 }), retained_earnings: fc.integer({ min: -90, max: 90 }), equity: fc.integer({ min: -100, max: 200 }),
  revenue: fc.integer({ min: 0, max: 500 }), cost_of_sales: fc.integer({ min: 0, max: 300 }), gross_profit: fc.integer({ min: -50, max: 200 }),
  operating_profit: fc.integer({ min: -50, max: 100 }), interest_expense: fc.integer({ min: 0, max: 10 }), net_income: fc.integer({ min: -50, max: 80 }),
});

test("ratios and grades are the same in thousands as in units", async () => {
  await fill("marts.customers", [{ customer_id: "units", industry: "Retail" }, { customer_id: "thousands", industry: "Retail" }]);
  await fc.assert(fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 5 }), async (periods) => {
    await fill("staging.stg_financials", periods.flatMap((lines, index) => ["units", "thousands"].map((customer_id) => ({
      customer_id, period_end: `${2020 + index}-12-31`, published_date: `${2020 + index}-12-31`, period_months: 12, currency: "EUR",
      ...Object.fromEntries(Object.entries(lines).map(([line, amount]) => [line, customer_id === "units" ? amount : amount * 1000])),
    }))));
    await remake("statements", "ratios", "altman_scores", "statement_grades", "ratio_trends");
    for (const [table, columns] of [
      ["ratios", "period_end, ratio, value, reason, band, peer_rank"], ["altman_scores", "period_end, score, zone, reason"],
      ["statement_grades", "period_end, score, grade, reasons, grade_change"], ["ratio_trends", "ratio, slope, direction, outlook, outlook_low"],
    ]) {
      const select = (customer: string) => db.rows(
        `select ${columns} from marts.${table} where customer_id = '${customer}' ${table === "ratios" ? "and ratio <> 'working_capital'" : ""} order by all`);
      expect(await select("thousands")).toEqual(await select("units"));
    }
  }), { numRuns: 25 });
});

test("ranks among peers do not depend on the order of rows, are equal for equal clients, and have a mean of a half", async () => {
  const ratios = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 12 });
  await fc.assert(fc.asyncProperty(ratios, async (values) => {
    const rows = values.map((value, index) => ({
      customer_id: `customer ${index}`, period_end: "2024-12-31", is_latest: true, is_stale: false, balance: "balanced",
      current_assets: value, current_liabilities: 1, total_liabilities: value, total_assets: 4,
    }));
    await fill("marts.customers", rows.map(({ customer_id }) => ({ customer_id, industry: "Retail" })));
    const ranked = async (statements: typeof rows) => {
      await fill("marts.statements", statements);
      const { text } = steps.find(({ model }) => model.name === "ratios")!.model;
      return db.rows<{ ratio: string; value: number; peer_rank: number }>(
        `select customer_id, ratio, value, peer_rank from (\n${text}\n) where ratio in ('current_ratio', 'debt_to_assets') order by ratio, customer_id`);
    };
    const ranks = await ranked(rows);
    expect(await ranked([...rows].reverse())).toEqual(ranks);
    for (const ratio of ["current_ratio", "debt_to_assets"]) {
      const peers = ranks.filter((rank) => rank.ratio === ratio);
      expect(peers.reduce((sum, { peer_rank }) => sum + peer_rank, 0) / peers.length).toBeCloseTo(0.5, 12);
      expect(new Set(peers.map(({ value, peer_rank }) => `${value} ${peer_rank}`)).size).toBe(new Set(peers.map(({ value }) => value)).size);
    }
  }), { numRuns: 25 });
});

test("a better band never leads to a worse grade", async () => {
  const bands = ["critical", "weak", "adequate", "strong"];
  const ratios = fc.array(fc.record({ band: fc.nat(2), weight: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 5 });
  await fill("marts.statements", [{ customer_id: "now", period_end: "2024-12-31", balance: "balanced" }, { customer_id: "better", period_end: "2024-12-31", balance: "balanced" }]);
  await fc.assert(fc.asyncProperty(ratios, fc.nat(), async (list, choice) => {
    await fill("marts.ratios", ["now", "better"].flatMap((customer_id) => list.map(({ band, weight }, index) => ({
      customer_id, period_end: "2024-12-31", ratio: `ratio ${index}`, position: index, unit: "times", value: 1, weight,
      band: bands[band + (customer_id === "better" && index === choice % list.length ? 1 : 0)],
    }))));
    await remake("statement_grades");
    const [better, now] = await db.rows<{ grade_position: number }>("select grade_position from marts.statement_grades order by customer_id");
    expect(better!.grade_position).toBeLessThanOrEqual(now!.grade_position);
  }), { numRuns: 40 });
});

test("a project of invoices alone has receivables and a watch list, and no grades", async () => {
  await fill("raw.invoices", [
    { invoice_id: 1, customer_id: "A", invoice_date: "2025-01-01", due_date: "2025-01-31", amount: 100 },
    { invoice_id: 2, customer_id: "B", invoice_date: "2025-06-01", due_date: "2025-07-01", amount: 60 },
  ]);
  await remake(...steps.map(({ model }) => model.name));
  expect(await db.rows("select label, grade, exposure::double as exposure, watch_reason from marts.client_solvency inner join marts.customers using (customer_id) order by label")).toEqual([
    { label: "A", grade: "not graded", exposure: 100, watch_reason: "overdue by 150 days; 62.5 % of all exposure, no statement" },
    { label: "B", grade: "not graded", exposure: 60, watch_reason: "37.5 % of all exposure, no statement" },
  ]);
  expect(await db.rows("select clients, clients_graded, exposure, overdue_share, weak_exposure from exports.solvency_headline")).toEqual([
    { clients: 2, clients_graded: null, exposure: 160, overdue_share: 0.625, weak_exposure: null },
  ]);
  expect(await db.rows("select label, watch_rank from exports.solvency_watch_list")).toEqual([{ label: "A", watch_rank: 1 }, { label: "B", watch_rank: 2 }]);
  expect(await db.rows("select count(*)::integer as rows from exports.solvency_watch_ratios")).toEqual([{ rows: 0 }]);
});

test.each([
  ["thresholds that cross", { ratios: [{ ratio: "current_ratio", subject: "", better: "higher", strong: 1, adequate: 2, weak: 0, weight: 1 }] }],
  ["a cap on a ratio that is not there", { ratios: [{ ratio: "quick_ratio", subject: "", better: "higher", strong: 2, adequate: 1, weak: 0, weight: 1 }] }],
  ["a cap at a grade that is not there", { altman_distress_grade: "F" }],
  ["buckets out of order", { ageing: [{ bucket: "a", up_to_days: 0 }, { bucket: "b", up_to_days: 60 }, { bucket: "c", up_to_days: 30 }, { bucket: "d", up_to_days: null }] }],
  ["no grade for those who cannot be graded", { grades: settings.solvency.grades.slice(0, -1) }],
])("settings with %s are refused", (_, solvency) => {
  expect(settingsSchema.safeParse({ solvency }).success).toBe(false);
});
