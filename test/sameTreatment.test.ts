import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { entities } from "../pipeline/contracts/index.js";
import { Database, quoteName, quoteText } from "../pipeline/engine/database.js";
import { planModels, type Step } from "../pipeline/engine/graph.js";
import { silentLog } from "../pipeline/engine/log.js";
import { loadModels } from "../pipeline/engine/model.js";
import { loadProject } from "../pipeline/engine/project.js";
import { runModels } from "../pipeline/engine/run.js";
import { findAsOfDate, writeSettings } from "../pipeline/engine/settings.js";
import { createEmptyInputs, existingTables } from "../pipeline/engine/warehouse.js";
import { root, sampleRun } from "./sampleRun.js";

/*
 * Several currencies, merged duplicates, internal customers, cancelled orders: whoever tells the same history with them must
 * read the same numbers, in every mart. A part of the sample company is computed twice, once as it is and once told so.
 */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

/** Marts about the files themselves, which are others when they are told otherwise. */
const aboutFiles = ["quality"];

/** What of a mart is told of all the same. Internal customers stand beside the groups; a return has no name but its place in the input. */
const compared: Record<string, string> = {
  revenue_by_group: "select * from marts.revenue_by_group where group_kind is distinct from 'internal'",
  customer_events: `select customer_id, kind, row_number() over (partition by customer_id, kind order by event_date, about, days, before) as event_id,
    event_date, about, before, is_open, days, recommend_score, satisfaction_score from marts.customer_events`,
};

let db: Database;
let marts: Step[];

beforeAll(async () => {
  const { warehouse } = await sampleRun();
  const project = loadProject(`${root}/data/sample`);
  db = await Database.open();
  await createEmptyInputs(db);
  await db.run(`attach ${quoteText(warehouse)} as sample (read_only)`);
  await db.run("create table part as select customer_id from sample.raw.customers where md5(customer_id) < '2'");
  for (const { name } of entities) await db.run(`insert into raw.${name} by name select * from sample.raw.${name}${partOf(name)}`);
  await db.run("update run.entities set is_supplied = (select is_supplied from sample.run.entities as own where own.entity = entities.entity)");
  await db.run("delete from run.fields; insert into run.fields from sample.run.fields");
  await writeSettings(db, project, await findAsOfDate(db, project), project.settings);
  const steps = await planModels(db, loadModels(root), await existingTables(db), root);
  marts = steps.filter(({ model }) => model.schema === "marts" && !aboutFiles.includes(model.subject));
  const run = async () => {
    for (const schema of ["staging", "marts"]) await db.run(`drop schema if exists ${schema} cascade`);
    await runModels(db, steps.filter(({ model }) => model.schema !== "exports"), project.settings, silentLog);
  };
  const keep = async (schema: string) => {
    await db.run(`create schema ${schema}`);
    for (const { model: { name } } of marts) await db.run(`create table ${schema}.${name} as ${compared[name] ?? `from marts.${name}`}`);
  };
  await run();
  await keep("before");
  await tellOtherwise();
  await run();
  await keep("now");
});
afterAll(() => db.close());

/** What is taken of an entity: the rows of a few hundred customers. */
function partOf(entity: string): string {
  const orders = "order_id in (select order_id from sample.raw.orders where customer_id in (from part))";
  if (entity === "order_lines") return ` where ${orders}`;
  if (entity === "returns") return ` where ${orders} or order_id is null and customer_id in (from part)`;
  return columnsOf(entity).includes("customer_id") ? " where customer_id is null or customer_id in (from part)" : "";
}

const columnsOf = (entity: string) => Object.keys(entities.find(({ name }) => name === entity)!.schema.shape);

/** The same history in other words. */
async function tellOtherwise(): Promise<void> {
  // A third of the money in a currency of which eight make one: an eighth is exact.
  await db.run("insert into raw.exchange_rates (currency, rate_date, rate) values ('XTS', date '1990-01-01', 0.125)");
  const isForeign = (id: string) => `md5(${id}) < '5'`;
  const inOwn = "currency is null or currency = 'EUR'";
  await db.run(`create table foreign_orders as select order_id from raw.orders where ${isForeign("order_id")} and (${inOwn})
    and order_id not in (select order_id from raw.order_lines where unit_price is null or order_id is null)`);
  const isOfForeign = "order_id in (from foreign_orders)";
  await db.run(`update raw.returns set amount = 8 * amount, currency = case when currency is not null then 'XTS' end where ${isOfForeign} and (${inOwn})`);
  await db.run(`update raw.order_lines set unit_price = 8 * unit_price, amount = 8 * amount, cost = 8 * cost where ${isOfForeign}`);
  await db.run(`update raw.orders set amount = 8 * amount, cost = 8 * cost, currency = 'XTS' where ${isOfForeign}`);
  for (const [entity, id, ...amounts] of [
    ["invoices", "invoice_id", "amount", "paid_amount"], ["tickets", "ticket_id", "cost", "charge"], ["leads", "lead_id", "expected_amount"], ["costs", "cost_date::varchar || amount", "amount"],
  ] as const) {
    await db.run(`update raw.${entity} set ${amounts.map((amount) => `${amount} = 8 * ${amount}`).join(", ")}, currency = 'XTS' where ${isForeign(id)} and (${inOwn})`);
  }

  // Half of the customers have a second file, under which half of what they did stands.
  await db.run("create table twins as select customer_id from raw.customers where merged_into is null and md5('twin' || customer_id) < '8'");
  await db.run("insert into raw.customers by name select 'TWIN-' || customer_id as customer_id, customer_id as merged_into from twins");
  for (const entity of ["orders", "invoices", "tickets", "surveys", "interactions", "campaign_responses", "leads", "costs", "returns", "financials"]) {
    await db.run(`update raw.${entity} set customer_id = 'TWIN-' || customer_id where customer_id in (from twins) and md5(${entity === "financials" ? "customer_id" : `${quoteName(columnsOf(entity)[0]!)}::varchar`}) < '8'`);
  }

  // The company itself orders, complains and answers; and hundreds of orders come to nothing.
  await db.run("insert into raw.customers by name select 'OWN' as customer_id, 'internal' as kind, date '2019-01-01' as created_date, 'North' as region");
  for (const [prefix, part, change] of [["OWN", "'0' and '2'", "'OWN' as customer_id"], ["NIL", "'6' and '8'", "'cancelled' as status"]] as const) {
    await db.run(`create or replace table copied as select order_id from raw.orders where md5(order_id) between ${part}`);
    const copies = (entity: string, replaced: string) => db.run(`insert into raw.${entity} by name select * replace (${replaced}) from raw.${entity} where order_id in (from copied)`);
    await copies("orders", `'${prefix}-' || order_id as order_id, ${change}`);
    await copies("order_lines", `'${prefix}-' || order_id as order_id`);
    if (prefix === "NIL") continue;
    await copies("returns", "'OWN-' || order_id as order_id, case when customer_id is not null then 'OWN' end as customer_id");
    await copies("invoices", "'OWN-' || order_id as order_id, 'OWN-' || invoice_id as invoice_id, 'OWN' as customer_id");
    await copies("tickets", "'OWN-' || order_id as order_id, 'OWN-' || ticket_id as ticket_id, 'OWN' as customer_id");
    await copies("surveys", "'OWN-' || order_id as order_id, 'OWN-' || survey_id as survey_id, 'OWN' as customer_id");
    await db.run("insert into raw.interactions by name select * replace ('OWN-' || interaction_id as interaction_id, 'OWN' as customer_id) from raw.interactions where md5(interaction_id) < '2'");
  }
}

test("the other words are many, and reach every entity that tells of customers", async () => {
  const { foreign, twins, own, nil } = await db.row<Record<string, bigint>>(`select (select count(*) from raw.orders where currency = 'XTS') as foreign,
    (select count(*) from raw.orders where customer_id like 'TWIN-%') as twins, (select count(*) from raw.orders where customer_id = 'OWN') as own,
    (select count(*) from raw.orders where order_id like 'NIL-%') as nil`);
  for (const told of [foreign, twins, own, nil]) expect(told).toBeGreaterThan(300n);
});

test("every mart comes out the same", async () => {
  const others: string[] = [];
  for (const { model: { name, key } } of marts) {
    const columns = await db.rows<{ name: string; type: string }>(`select column_name as name, data_type as type from duckdb_columns()
      where database_name = current_database() and schema_name = 'before' and table_name = '${name}'`);
    const differs = columns.map(({ name: column, type }) => {
      const [now, then] = [`now.${quoteName(column)}`, `before.${quoteName(column)}`];
      // Sums of doubles in another order of rows.
      return type === "DOUBLE" ? `(abs(${now} - ${then}) > 1e-9 * greatest(1, abs(${then})) or (${now} is null) <> (${then} is null))` : `${now} is distinct from ${then}`;
    });
    const joined = key.length === 0 ? "true" : key.map((column) => `now.${quoteName(column)} is not distinct from before.${quoteName(column)}`).join(" and ");
    const { rows, columns: names } = await db.row<{ rows: bigint; columns: string[] }>(`select count(*) as rows, list_distinct(flatten(list(names))) as columns from (
      select list_filter([${columns.map(({ name: column }, index) => `case when ${differs[index]!} then ${quoteText(column)} end`).join(", ")}], lambda name: name is not null) as names
      from (select *, true as is_there from now.${name}) as now full outer join (select *, true as was_there from before.${name}) as before on ${joined}
      where now.is_there is distinct from before.was_there or ${differs.join(" or ")})`);
    if (rows > 0n) others.push(`${name}: ${rows} rows, ${names.sort().join(", ")}`);
  }
  expect(others).toEqual([]);
});
