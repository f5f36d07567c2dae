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

const root = resolve(import.meta.dirname, "..");
const project = { name: "test", reporting_currency: "EUR", privacy: { customers: "id" as const } };
const settings = settingsSchema.parse({ analysis: { lost_after_least_days: 40 } });
let db: Database;
let steps: Step[];

beforeAll(async () => {
  db = await Database.open();
  await createEmptyInputs(db);
  await writeSettings(db, project, "2025-06-30", settings);
  steps = stepsFor(await planModels(db, loadModels(root), await existingTables(db), root), ["customer_states", "state_rates", "states_by_month", "cohort_retention"]);
});
afterAll(() => db.close());

const DAYS = 546; // 1 January 2024 to 30 June 2025.
const day = (number: number) => new Date(Date.UTC(2024, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

/** Customers drawn with a seed, some with a file and some with orders alone: what they bought, gave back, complained of, and where they came from. */
async function fill(seed: number): Promise<void> {
  const random = new Random(seed);
  const any = (most: number) => Math.floor(random.next() * most);
  const rows: Record<string, Row[]> = { customers: [], transactions: [], tickets: [], leads: [] };
  for (let number = 0; number < 60; number++) {
    const customer = `C${number}`;
    const [pace, begin] = [5 + any(90), any(DAYS)];
    // One in five never buys, and one in five comes back after a long silence.
    if (any(5) > 0) for (let at = begin; at < DAYS; at += 1 + any(2 * pace) + (any(5) === 0 ? 150 : 0)) rows.transactions!.push({ customer_id: customer, transaction_date: day(at), amount: any(8) === 0 ? -5 : 10 + any(90) });
    const since = any(3) === 0 ? null : day(any(DAYS));
    rows.customers!.push({ customer_id: customer, kind: "consumer", created_date: since, marking: [null, null, "target", "hostile"][any(4)]! });
    if (any(2)) {
      const at = any(DAYS);
      rows.tickets!.push({ ticket_id: `T${number}`, customer_id: customer, kind: any(3) ? "complaint" : "request", opened_at: `${day(at)} 12:00:00`, resolved_at: any(3) ? `${day(at + any(200))} 12:00:00` : null });
    }
    if (any(3) === 0) {
      const at = any(DAYS);
      rows.leads!.push({ lead_id: `L${number}`, created_date: day(at), closed_date: day(at + any(90)), status: "won", customer_id: customer, has_money: any(2) === 0, has_authority: any(2) === 0, has_need: any(2) === 0 });
    }
  }
  for (const [table, filled] of Object.entries(rows)) {
    await db.run(`delete from raw.${table}`);
    for (const row of filled) await db.run(`insert into raw.${table} (${Object.keys(row).map(quoteName).join(", ")}) values (${Object.values(row).map((value) => (value === null ? "null" : quoteText(String(value)))).join(", ")})`);
  }
}

/**
 * States at the ends of whole months as a build of that day finds them, up to another day if one is given; without those of customers
 * that never ordered and whose file says no date: they are known on the day of the build alone.
 */
async function statesOf(asOf: string, until = asOf): Promise<Row[]> {
  await writeSettings(db, project, asOf, settings);
  for (const { model } of steps) await db.run(`drop table if exists ${model.schema}.${model.name}`);
  for (const table of ["models", "model_columns", "model_references", "check_results"]) await db.run(`drop table if exists run.${table}`);
  await runModels(db, steps, settings, silentLog);
  return db.rows(`select states.* from marts.customer_states as states inner join marts.month_ends as months on states.month_end = months.month_end
    where months.is_complete and states.month_end <= '${until}'
    and (states.orders > 0 or states.customer_id in (select customer_id from raw.customers where created_date <= states.month_end)) order by states.customer_id, states.month_end`);
}

test("no look-ahead: as of an earlier day the history is the same", async () => {
  for (const seed of [1, 2, 3]) {
    await fill(seed);
    for (const earlier of ["2025-03-31", "2025-02-10", "2024-07-01"]) {
      const then = await statesOf(earlier);
      expect(then.length).toBeGreaterThan(60);
      expect(await statesOf("2025-06-30", earlier)).toEqual(then);
    }
  }
});

test("no look-ahead: what was counted by month, and of cohorts, stays as it was counted; a period that was not over has no cell", async () => {
  const counted = (until: string) => Promise.all([
    db.rows(`select month_end, state, leads from marts.states_by_month where month_end <= '${until}' order by month_end, state`),
    db.rows(`select grain, cohort, age, period_end, customers, ordered, active, revenue from marts.cohort_retention where period_end <= '${until}' order by grain, cohort, age`),
  ]);
  for (const seed of [1, 2]) {
    await fill(seed);
    for (const earlier of ["2025-03-31", "2024-07-01"]) {
      await statesOf(earlier);
      // Up to the last month that was over, for of one that is not the day is another.
      const until = earlier === "2024-07-01" ? "2024-06-30" : earlier;
      const then = await counted(until);
      expect(then[0].some(({ leads }) => Number(leads) > 0)).toBe(true);
      expect(then[1].length).toBeGreaterThan(15);
      expect(await db.rows(`select * from marts.cohort_retention where period_end > '${earlier}'`)).toEqual([]);
      await statesOf("2025-06-30");
      expect(await counted(until)).toEqual(then);
    }
  }
});

test("all states come up in what is tried, and each way that the counts tell apart", async () => {
  await fill(1);
  await statesOf("2025-06-30");
  expect((await db.rows<{ state: string }>("select distinct state from marts.customer_states order by state")).map(({ state }) => state))
    .toEqual(["first-time", "lost", "loyal", "non-customer", "prospect", "repeat", "target"]);
  const ways = await db.row<Record<string, number>>("select sum(entered)::integer as entered, sum(won_back)::integer as won_back, sum(recounted)::integer as recounted, sum(left_customers)::integer as left_customers from marts.state_rates");
  expect(Math.min(...Object.values(ways))).toBeGreaterThan(0);
});
