import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../pipeline/engine/database.js";
import { planChecks, planModels } from "../../pipeline/engine/graph.js";
import { loadCrossChecks, loadModels } from "../../pipeline/engine/model.js";
import { existingTables } from "../../pipeline/engine/warehouse.js";
import { folderOf, problemsOf } from "../sources/files.js";
import { emptyWarehouse, mart, plan } from "./models.js";

const HEADER_LINES = 4;
let db: Database;
beforeAll(async () => { db = await emptyWarehouse(); });
afterAll(() => db.close());

test("models come after what they read, wherever they read it", async () => {
  const steps = await plan(db, {
    "exports/page/last.sql": "-- One row per thing.\nselect a from marts.a_first order by a",
    "marts/x/a_first.sql": mart(`with own as (
    select a from marts.c_third
)
select own.a
from own
where own.a in (select customer_id from staging.stg_b) and exists (from marts.d_fourth)`),
    "marts/x/c_third.sql": mart("select product_id as a from staging.stg_b cross join (values ('1')) as made (product_id)"),
    "marts/x/d_fourth.sql": mart("select unnest([1, 2]) as a from range(3)"),
    "staging/stg_b.sql": mart("select customer_id from raw.customers").replaceAll("  a  ", "  customer_id  ").replace("key: a", "key: customer_id"),
  });
  expect(steps.map(({ model }) => model.name)).toEqual(["stg_b", "c_third", "d_fourth", "a_first", "last"]);
  const first = steps.find(({ model }) => model.name === "a_first")!;
  expect(first.references.map(({ schema, table, line }) => `${schema}.${table}:${line}`).sort()).toEqual(
    [`marts.c_third:${HEADER_LINES + 2}`, `marts.d_fourth:${HEADER_LINES + 6}`, `staging.stg_b:${HEADER_LINES + 6}`]);
});

/** What planning one mart says, with the lines counted after its header. */
async function refusal(sql: string): Promise<string> {
  const text = await problemsOf(plan(db, { "marts/x/a.sql": mart(sql) }));
  return text.replace(/pipeline\/marts\/x\/a\.sql:(\d+)/g, (_, line: string) => `line ${Number(line) - HEADER_LINES}`);
}

test.each([
  ["select a\nfrom orders", "✖ unknown table: orders\n  → at line 2\n  write raw.orders"],
  ["select a from nowhere", "✖ unknown table: nowhere\n  → at line 1\n  name a table as schema.table, or a common table of this file"],
  ["select a\n\nfrom run.setings", "✖ unknown table: run.setings\n  → at line 3\n  did you mean run.settings?"],
  ["select a from raw.orders", "✖ marts may not read raw.orders\n  → at line 1\n  a file of marts reads staging, marts, run, quarantine"],
  ["select a from 'orders.csv'", "✖ unknown table: orders.csv\n  → at line 1\n  name a table as schema.table, or a common table of this file"],
  ["select a\nfrom read_csv('orders.csv')", "✖ read_csv() reads from outside the warehouse; a model reads tables\n  → at line 2"],
  ["select 1 as a\n;\nselect 2 as a", "✖ a file holds one select; this one has 2 statements\n  → at line 2"],
  ["create table x as select 1 as a", "✖ a model is one select, and nothing else\n  → at line 1"],
  ["select 1 as a\nfrom", "✖ syntax error at end of input\n  → at line 2"],
  ["select 'ü' as a,\n    1 2", '✖ syntax error at or near "2"\n  → at line 2'],
  ["select now() as a", "✖ now reads a clock: use as_of_date of run.settings\n  → at line 1"],
  ["select\n    current_date as a", "✖ current_date reads a clock: use as_of_date of run.settings\n  → at line 2"],
  ["select localtimestamp as a", "✖ localtimestamp reads a clock: use as_of_date of run.settings\n  → at line 1"],
  ["select\n    1 as a where random() < 1", "✖ random draws lots: same input must give the same output\n  → at line 2"],
  ["select any_value(as_of_date) as a from run.settings", "✖ any_value may change from run to run: use min, max or quantile_cont(x::double, 0.5)\n  → at line 1"],
  ["select median(1) over () as a", "✖ median may change from run to run: use min, max or quantile_cont(x::double, 0.5)\n  → at line 1"],
])("refuses %j", async (sql, text) => {
  expect(await refusal(sql)).toBe(text);
});

test.each(["select 1 as a from run.settings using sample 1", "select 1 as a\nfrom run.settings tablesample 10%"])("refuses %j, which draws lots", async (sql) => {
  expect(await refusal(sql)).toContain("✖ a sample draws lots: same input must give the same output");
});

test("a column may have the name of a forbidden function, and a common table that of any", async () => {
  const sql = "with orders as (select 1 as mode, 2 as today)\nselect orders.mode + today + days.current_date as a\nfrom orders\ncross join (select 1 as current_date) as days";
  expect(await plan(db, { "marts/x/a.sql": mart(sql) })).toHaveLength(1);
});

test("models that read each other in a circle are told, with the line that closes it", async () => {
  const text = await problemsOf(plan(db, {
    "marts/x/a.sql": mart("select a from marts.b"), "marts/x/b.sql": mart("select a\nfrom marts.c"), "marts/x/c.sql": mart("select a\n\nfrom marts.b"),
    "marts/x/self.sql": mart("select a from marts.self"),
  }));
  expect(text).toBe(`✖ models read each other in a circle: b -> c -> b\n  → at pipeline/marts/x/c.sql:7\n✖ models read each other in a circle: self -> self\n  → at pipeline/marts/x/self.sql:5`);
});

test("the mistakes of all models are told at once", async () => {
  const text = await problemsOf(plan(db, { "marts/x/a.sql": mart("select now() as a from orders"), "staging/b.sql": mart("select a from marts.a") }));
  expect(text.match(/✖/g)).toHaveLength(3);
  expect(text).toContain("✖ staging may not read marts.a\n  → at pipeline/staging/b.sql:5\n  a file of staging reads raw, staging, run");
});

test("a model in TypeScript reads what its queries name, on the lines where they stand", async () => {
  const numeric = (sql: string) => mart(`export const inputs = {\n  things: \`\n    select 1 as a\n    from ${sql}\`,\n};\nexport const columns = { a: "INTEGER" };\nexport const compute = () => ({ a: [] });\n`).replaceAll("--", "//");
  const [step] = await plan(db, { "marts/x/a.ts": numeric("run.settings") });
  expect(step!.references).toEqual([{ schema: "run", table: "settings", line: HEADER_LINES + 4 }]);
  expect(await problemsOf(plan(db, { "marts/x/b.ts": numeric("raw.orders") }))).toBe(
    "✖ marts may not read raw.orders\n  → at pipeline/marts/x/b.ts:8\n  a file of marts reads staging, marts, run, quarantine");
});

test("a check across tables may read every layer but the exports", async () => {
  const checks = loadCrossChecks(folderOf({ "pipeline/checks/a.sql": "-- Bad rows: x\n-- severity: error\n-- fix: y\nselect 1 from raw.orders, quarantine.rows, run.settings, exports.page" }));
  expect(await problemsOf(planChecks(db, checks, await existingTables(db)))).toBe(
    "✖ checks may not read exports.page\n  → at pipeline/checks/a.sql:4\n  a file of checks reads raw, staging, marts, run, quarantine");
});

// Why: what a page shows must be found by following one way back, and no formula may hide in a layer that only copies.
test("every file of the project reads only what lies to the left of it", async () => {
  const root = resolve(import.meta.dirname, "../..");
  const allowed: Record<string, string[]> = { staging: ["raw", "staging", "run"], marts: ["quarantine", "staging", "marts", "run"], exports: ["marts", "run"] };
  const steps = await planModels(db, loadModels(root), await existingTables(db), root);
  const wrong = steps.flatMap(({ model, references }) => references.filter(({ schema }) => !allowed[model.schema]!.includes(schema)).map(({ schema, table }) => `${model.path} reads ${schema}.${table}`));
  expect(wrong).toEqual([]);
  expect(new Set(steps.map(({ model }) => model.schema))).toEqual(new Set(["staging", "marts", "exports"]));
});

test("a model in TypeScript that cannot be read is told with its line, and the others with it", async () => {
  const folder = folderOf({ "pipeline/marts/x/a.ts": mart("export const inputs = {\n  things: `select 1 as a,\n};\n").replaceAll("--", "//"), "pipeline/marts/x/b.sql": mart("select now() as a") });
  const script = `
    import { Database } from ${JSON.stringify(resolve(import.meta.dirname, "../../pipeline/engine/database.js"))};
    import { planModels } from ${JSON.stringify(resolve(import.meta.dirname, "../../pipeline/engine/graph.js"))};
    import { loadModels } from ${JSON.stringify(resolve(import.meta.dirname, "../../pipeline/engine/model.js"))};
    const folder = ${JSON.stringify(folder)};
    try { await planModels(await Database.open(), loadModels(folder), new Set(), folder); } catch (error) { console.log(JSON.stringify(error.problems)); }`;
  // As the command line reads models: what a test reads goes through another reader.
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { cwd: resolve(import.meta.dirname, "../..") });
  expect(JSON.parse(stdout)).toEqual([
    { what: "Unterminated string literal", where: "pipeline/marts/x/a.ts:8" },
    expect.objectContaining({ where: "pipeline/marts/x/b.sql:5" }),
  ]);
});
