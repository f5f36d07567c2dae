import fc from "fast-check";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database, quoteName, quoteText, type Row } from "../pipeline/engine/database.js";
import { planModels, type Step } from "../pipeline/engine/graph.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadModels } from "../pipeline/engine/model.js";
import { runModels } from "../pipeline/engine/run.js";
import { writeSettings } from "../pipeline/engine/settings.js";
import { createEmptyInputs, existingTables } from "../pipeline/engine/warehouse.js";
import { settingsSchema } from "../pipeline/settings.js";
import { Random } from "../pipeline/statistics/random.js";
import { stepsFor } from "./engine/models.js";
import "./propertySeed.js";

const root = resolve(import.meta.dirname, "..");
const project = { name: "test", reporting_currency: "EUR", privacy: { customers: "id" as const } };
const settings = settingsSchema.parse({ prediction: { min_customers: 50, churn_min_outcomes: 20 } });
const FIRST = 545 - 360; // The first snapshot, in days after 1 January 2024; the as-of date is 29 June 2025.
const AS_OF = "2025-06-29";
/** What is made of the life of customers. */
const lifecycle = ["churn_coefficients", "churn_validation", "churn_calibration", "churn_outlook", "customer_churn", "customer_rhythms", "survival_curves", "survival_groups", "survival_tests"];
let db: Database;
let steps: Step[];

beforeAll(async () => {
  db = await Database.open();
  await createEmptyInputs(db);
  await writeSettings(db, project, AS_OF, settings);
  steps = await planModels(db, loadModels(root), await existingTables(db), root);
  steps = stepsFor(steps, [...lifecycle, "churn_features", "churn_predictions"]);
  await runModels(db, steps, settings, silentLog);
});
afterAll(() => db.close());

const day = (number: number) => new Date(Date.UTC(2024, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

/** What happened to some customers on a day: rows of the tables that features are made from. */
interface Event { table: string; day: number; row: Row }

/** A history drawn with a seed: orders, refunds, returns, complaints that are resolved later or never, answers, contacts. */
function history(seed: number): Event[] {
  const random = new Random(seed);
  const events: Event[] = [];
  const any = (most: number) => Math.floor(random.next() * most);
  for (let number = 0; number < 400; number++) {
    const [customer, at] = [`C${any(25)}`, any(545)];
    const kind = any(8);
    if (kind < 4) {
      events.push({ table: "marts.orders", day: at, row: { order_id: number, customer_id: customer, order_date: day(at), order_count: kind === 3 && any(4) === 0 ? 0 : 1 } });
      events.push({ table: "staging.stg_orders", day: at, row: { order_id: number, amount: 10 + any(90) } });
      if (any(4) === 0) {
        const back = at + any(300);
        events.push({ table: "staging.stg_returns", day: back, row: { return_number: number, order_id: number, return_date: day(back), amount: 5, taken_off: "order" } });
      }
    } else if (kind < 6) {
      events.push({ table: "staging.stg_tickets", day: at, row: { ticket_id: number, customer_id: customer, kind: "complaint", opened_at: `${day(at)} 12:00:00`, resolved_at: any(2) ? `${day(at + any(300))} 12:00:00` : null } });
    } else if (kind === 6) {
      events.push({ table: "staging.stg_surveys", day: at, row: { survey_id: number, customer_id: customer, answered_date: day(at), satisfaction_score: 1 + any(5), recommend_score: any(11) } });
    } else {
      events.push({ table: "staging.stg_interactions", day: at, row: { interaction_id: number, customer_id: customer, interaction_date: day(at) } });
    }
  }
  return events;
}

/** Features of the first snapshot, by what is told of the events that have happened until some day. */
async function featuresOf(events: Event[], until: number): Promise<Row[]> {
  const textOf = (name: string) => steps.find(({ model }) => model.name === name)!.model.text;
  const tables = new Set(events.map(({ table }) => table));
  for (const table of [...tables, "marts.customers", "marts.lost_after"]) await db.run(`delete from ${table}`);
  await db.run("insert into marts.lost_after (days) values (150)");
  for (let number = 0; number < 25; number++) await db.run(`insert into marts.customers (customer_id, kind, first_deal_date) values ('C${number}', ${number % 2 ? "'business'" : "'consumer'"}, '2023-12-01')`);
  for (const { table, row, day: at } of events) {
    if (at > until) continue;
    // What is not known yet of something that has begun.
    const known = Object.entries(row).map(([name, value]) => [name, name === "resolved_at" && value !== null && String(value).slice(0, 10) > day(until) ? null : value] as const);
    await db.run(`insert into ${table} (${known.map(([name]) => quoteName(name)).join(", ")}) values (${known.map(([, value]) => (value === null ? "null" : quoteText(String(value)))).join(", ")})`);
  }
  await db.run("delete from marts.purchases");
  await db.run(`insert into marts.purchases\n${textOf("purchases")}`);
  return db.rows(`select * exclude (has_left) from (\n${textOf("churn_features")}\n) where snapshot = 'first' order by customer_id`);
}

test("no look-ahead: what happens after a snapshot changes nothing of what it knew", async () => {
  await db.run("begin");
  try {
    for (const seed of [1, 2, 3, 4]) {
      const events = history(seed);
      const then = await featuresOf(events, FIRST);
      const now = await featuresOf(events, 545);
      expect(then.length).toBeGreaterThan(10);
      expect(now).toEqual(then);
      // It is not blind: what happened before does change it.
      expect(await featuresOf(events, FIRST - 40)).not.toEqual(then);
    }
  } finally {
    await db.run("rollback");
  }
});

test("klaviyo.gates: at least 500 customers with an order, 180 days of history, an order within 30 days; bands from 33 % and 66 % on (help.klaviyo.com)", () => {
  const { prediction } = settingsSchema.parse({});
  expect(prediction).toMatchObject({ min_customers: 500, min_history_days: 180, recent_order_days: 30, churn_medium_from: 0.33, churn_high_from: 0.66 });
});

/** Runs the models of the life of customers over orders drawn with a seed: each customer buys at a rate of its own until it drops out. */
async function lifecycleOf(seed: number, customers: number): Promise<void> {
  const random = new Random(seed);
  const exponential = (mean: number) => -mean * Math.log(1 - random.next());
  const rows: string[] = [];
  for (let number = 0; number < customers; number++) {
    const [rate, life] = [0.005 + exponential(0.02), exponential(400)];
    for (let at = 1100 * random.next() - 700, start = at; at < 545 && at - start <= life; at += exponential(1 / rate)) rows.push(`('C${number}', date '${day(Math.floor(at))}', ${10 + Math.floor(40 * random.next())})`);
  }
  await db.run("delete from raw.transactions");
  await db.run(`insert into raw.transactions (customer_id, transaction_date, amount) values ${rows.join(", ")}`);
  for (const { model } of steps) await db.run(`drop table if exists ${model.schema}.${model.name}`);
  await db.run("delete from run.models; delete from run.model_columns; delete from run.model_references");
  await runModels(db, steps, settings, silentLog);
}

test("on customers that drop out by chance the model tells who left, its chances come true, and no number is none", async () => {
  await lifecycleOf(5, 900);
  const [used] = await db.rows<{ model: string; auc: number; calibration_slope: number; brier_skill: number }>("select * from marts.churn_validation where is_used");
  expect(used!.auc).toBeGreaterThan(0.65);
  expect(used!.brier_skill).toBeGreaterThan(0.05);
  expect(Math.abs(used!.calibration_slope - 1)).toBeLessThan(0.35);
  const [sum] = await db.rows<{ chances: number; expected: number; low: number; high: number }>(`select (select sum(probability order by customer_id) from marts.customer_churn) as chances,
    expected_left as expected, expected_left_low as low, expected_left_high as high from marts.churn_outlook`);
  expect(sum!.expected).toBeCloseTo(sum!.chances, 6);
  expect(sum!.low).toBeLessThan(sum!.expected);
  for (const table of lifecycle) {
    const rows = await db.rows(`select * from marts.${table}`);
    expect(rows.length, table).toBeGreaterThan(0);
    expect(rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === "number" && !Number.isFinite(value)), table).toEqual([]);
  }
});

test("chances lie between 0 and 1 whatever the orders are, and each customer that is not lost has one or none has", async () => {
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 160 }), async (seed, customers) => {
    await lifecycleOf(seed, customers);
    const [found] = await db.rows<{ chances: number; active: number; wrong: number }>(`select
      (select count(*)::integer from marts.customer_churn) as chances,
      (select count(*)::integer from marts.churn_features where snapshot = 'today') as active,
      (select count(*)::integer from marts.churn_predictions where (probability between 0 and 1) is not true) as wrong`);
    expect(found!.wrong).toBe(0);
    expect([0, found!.active]).toContain(found!.chances);
  }), { numRuns: 4 });
}, 60_000);
