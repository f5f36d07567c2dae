import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Database } from "../../pipeline/engine/database.js";
import { formatProblem } from "../../pipeline/engine/errors.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadCrossChecks } from "../../pipeline/engine/model.js";
import { runCrossChecks } from "../../pipeline/engine/run.js";
import { folderOf, problemsOf } from "../sources/files.js";
import { emptyWarehouse, mart, run } from "./models.js";

let db: Database;
beforeAll(async () => { db = await emptyWarehouse(); });
afterAll(() => db.close());
afterEach(async () => {
  for (const schema of ["staging", "marts", "exports"]) await db.run(`drop schema if exists ${schema} cascade`);
  for (const table of ["check_results", "models", "model_columns"]) await db.run(`drop table if exists run.${table}`);
});

const NUMBERS = "-- One row per number. Notes on it.\n-- key: a\n-- columns:\n--   a  A number [units]\n--   b  Another\n-- checks:\n--   b is positive: b > 0\n";

test("a model becomes a table, and what it is stands in run", async () => {
  await run(db, { "marts/x/numbers.sql": `${NUMBERS}select 1::integer as a, 2.5::decimal(18, 4) as b\nunion all\nselect 2, 3` });
  expect(await db.rows("select * from marts.numbers order by a")).toEqual([{ a: 1, b: 2.5 }, { a: 2, b: 3 }]);
  expect(await db.rows("select * from run.models")).toEqual([
    { schema_name: "marts", model: "numbers", subject: "x", path: "pipeline/marts/x/numbers.sql", grain: "One row per number.", notes: "Notes on it.",
      body: "select 1::integer as a, 2.5::decimal(18, 4) as b\nunion all\nselect 2, 3", body_line: 8, checks: '[["b is positive","b > 0"]]', row_count: 2n }]);
  expect(await db.rows("select * from run.model_columns order by position")).toEqual([
    { schema_name: "marts", model: "numbers", position: 1, column_name: "a", column_type: "INTEGER", meaning: "A number", unit: "units" },
    { schema_name: "marts", model: "numbers", position: 2, column_name: "b", column_type: "DECIMAL(18,4)", meaning: "Another", unit: null },
  ]);
  expect(await db.rows("select title, line, bad_rows from run.check_results order by line")).toEqual([
    { title: "one row per a", line: 1, bad_rows: 0n }, { title: "b is positive", line: 7, bad_rows: 0n }]);
});

test("whoever opens the warehouse's file finds the words of tables and columns as comments", async () => {
  const file = await emptyWarehouse(join(folderOf({}), "warehouse.duckdb"));
  try {
    await run(file, { "marts/x/numbers.sql": `${NUMBERS}select 1::integer as a, 2.5::decimal(18, 4) as b` });
    expect(await file.rows("select comment from duckdb_tables() where schema_name = 'marts'")).toEqual([{ comment: "One row per number. Notes on it." }]);
    expect(await file.rows("select column_name, comment from duckdb_columns() where schema_name = 'marts' order by column_index")).toEqual([
      { column_name: "a", comment: "A number [units]" }, { column_name: "b", comment: "Another" }]);
  } finally {
    file.close();
  }
});

test.each([
  ["a column that is made and not described", mart("select 1 as a,\n2 as b"),
    "✖ marts.it makes a column that its header does not describe: b\n  → at pipeline/marts/x/it.sql:6"],
  ["a column that is described and not made", mart("select 1 as a", "-- One row per thing.\n-- key: a\n-- columns:\n--   a  A thing\n--   b  Another\n"),
    "✖ marts.it describes a column that it does not make: b\n  → at pipeline/marts/x/it.sql:5"],
  ["a key that is no column", mart("select 1 as a", "-- One row per thing.\n-- key: a, b\n-- columns:\n--   a  A thing\n"),
    "✖ marts.it names a key that is no column: b\n  → at pipeline/marts/x/it.sql:1"],
  ["a column that is not there", mart("select n as a\nfrom range(1) as made (n) where b > 1"),
    '✖ Binder Error: Referenced column "b" not found in FROM clause!\nCandidate bindings: "n"\n  → at pipeline/marts/x/it.sql:6'],
  ["a value that cannot be cast", mart("select 'x'::integer as a"),
    "✖ Conversion Error: Could not convert string 'x' to INT32\n  → at pipeline/marts/x/it.sql:5"],
  ["two rows of one key", mart("select 1 as a union all select 1 union all select 1 union all select 2"),
    "✖ marts.it: 1 key stands in several rows, such as a 1 in 3: it is not one row per a\n  → at pipeline/marts/x/it.sql:1"],
  ["a key without a value", mart("select null::integer as a"), "✖ marts.it: its key a is NULL in 1 row; leave these out, or name another key\n  → at pipeline/marts/x/it.sql:1"],
  ["a part of a key without a value", mart("select 1 as a, null::integer as b union all select 1, 2", "-- One row per thing.\n-- key: a, b\n-- columns:\n--   a  A thing\n--   b  Another\n"),
    "✖ marts.it: its key b is NULL in 1 row; leave these out, or name another key\n  → at pipeline/marts/x/it.sql:1"],
  ["two rows where there may be one", mart("select 1 as a union all select 2", "-- One row per run.\n-- key: none\n-- columns:\n--   a  A thing\n"),
    "✖ marts.it: 1 row breaks the check: at most one row\n  → at pipeline/marts/x/it.sql:1"],
  ["rows that break a check, by being NULL too", `${NUMBERS}select * from (values (1, 1), (2, 0), (3, null)) as made (a, b)`,
    "✖ marts.it: 2 rows break the check: b is positive\n  → at pipeline/marts/x/it.sql:7"],
  ["a check that cannot be run", `${NUMBERS.replace("b > 0", "c > 0")}select 1 as a, 1 as b`,
    '✖ the check cannot be run: Binder Error: Referenced column "c" not found in FROM clause!\n  → at pipeline/marts/x/it.sql:7'],
])("refuses %s", async (_, text, problems) => {
  expect(await problemsOf(run(db, { "marts/x/it.sql": text }))).toBe(problems);
});

test("a model that fails takes those that read it with it, and all other mistakes are told at once", async () => {
  expect(await problemsOf(run(db, {
    "marts/x/a.sql": mart("select 'x'::integer as a"), "marts/x/b.sql": mart("select a, nothing from marts.a"), "marts/x/c.sql": mart("select a from marts.b"),
    "marts/x/d.sql": mart("select 1 as other"),
  }))).toBe(`
✖ Conversion Error: Could not convert string 'x' to INT32
  → at pipeline/marts/x/a.sql:5
✖ marts.d makes a column that its header does not describe: other
  → at pipeline/marts/x/d.sql:5
✖ marts.d describes a column that it does not make: a
  → at pipeline/marts/x/d.sql:4
✖ marts.d names a key that is no column: a
  → at pipeline/marts/x/d.sql:1`.trim());
});

test("an export takes the meaning of its columns from the mart, or has its own words, and leaves in five types only", async () => {
  const files = { "marts/x/numbers.sql": `${NUMBERS}select 1::integer as a, 2.5::decimal(18, 4) as b` };
  await run(db, { ...files, "exports/page/shown.sql": "-- One row per number.\n-- columns:\n--   b  As the page says it\nselect a, b::double as b\nfrom marts.numbers\norder by a" });
  expect(await db.rows("select column_name, meaning, unit from run.model_columns where schema_name = 'exports' order by position")).toEqual([
    { column_name: "a", meaning: "A number", unit: "units" }, { column_name: "b", meaning: "As the page says it", unit: null }]);
});

test("an export is refused for other types and for columns without a meaning", async () => {
  expect(await problemsOf(run(db, {
    "marts/x/numbers.sql": `${NUMBERS}select 1::bigint as a, 2.5::decimal(18, 4) as b`,
    "exports/page/shown.sql": "-- One row per number.\nselect a, b, 1 as c\nfrom marts.numbers\norder by a",
  }))).toBe(`
✖ exports.shown.a leaves the warehouse as BIGINT
  → at pipeline/exports/page/shown.sql:2
  cast it to one of INTEGER, DOUBLE, DATE, VARCHAR, BOOLEAN
✖ exports.shown.b leaves the warehouse as DECIMAL(18,4)
  → at pipeline/exports/page/shown.sql:2
  cast it to one of INTEGER, DOUBLE, DATE, VARCHAR, BOOLEAN
✖ exports.shown makes a column that its header does not describe: c
  → at pipeline/exports/page/shown.sql:2`.trim());
});

test("a column that is infinite or no number is told by its name and line, wherever a division by 0 made it", async () => {
  expect(await problemsOf(run(db, {
    "marts/x/numbers.sql": `${NUMBERS}select 1::integer as a, 2.5::double / 0 as b union all select 2, 1`,
  }))).toBe(`
✖ marts.numbers.b is infinite or no number in 1 row
  → at pipeline/marts/x/numbers.sql:8
  divide by safe_div(a, b), which is NULL where b is 0`.trim());
});

const numeric = (compute: string) => mart(`
export const inputs = { things: "select unnest([3, 1, 2]) as n order by n" };
export const columns = { a: "INTEGER" };
export function compute({ things }) { ${compute} }
`).replaceAll("--", "//");

test("a model in TypeScript computes its columns from those of its queries", async () => {
  await run(db, { "marts/x/doubled.ts": numeric("return { a: things.n.map((n) => n * 2) };") });
  expect(await db.rows("select a from marts.doubled order by a")).toEqual([{ a: 2 }, { a: 4 }, { a: 6 }]);
});

test("what breaks inside a model in TypeScript is a fault of its code and keeps its stack", async () => {
  await expect(run(db, { "marts/x/broken.ts": numeric("return { a: [].at(0).length };") })).rejects.toThrow(TypeError);
});

test("a column that a query of a model in TypeScript does not select is told by its name, with those it does", async () => {
  const text = numeric("return { a: things.m };");
  const line = text.split("\n").findIndex((row) => row.includes("things.m")) + 1;
  expect(line).toBeGreaterThan(4);
  expect(await problemsOf(run(db, { "marts/x/asking.ts": text })))
    .toBe(`✖ marts.asking asks its input "things" for m, which that does not select\n  → at pipeline/marts/x/asking.ts:${line}\n  it selects n`);
});

test("a mistake in a query of a model in TypeScript has its line, where names are put into the query too", async () => {
  const text = mart(`
const order = "order by n";
const TERMS = [
  "n + 1 as more",
  "wrong_name as less",
];
export const inputs = {
  things: "select 1 as n",
  others: \`
    select n, \${TERMS.join(", ")}
    from (values (1)) as made (n)
    \${order}\`,
};
export const columns = { a: "INTEGER" };
export const compute = () => ({ a: [] });
`).replaceAll("--", "//");
  const line = text.split("\n").findIndex((own) => own.includes("wrong_name")) + 1;
  expect(await problemsOf(run(db, { "marts/x/termed.ts": text }))).toContain(`at pipeline/marts/x/termed.ts:${line}`);
  const other = text.replace("wrong_name as", "n as").replace("as made (n)", "as made (n) where absent = 1");
  expect(await problemsOf(run(db, { "marts/x/other.ts": other }))).toContain(`at pipeline/marts/x/other.ts:${line + 6}`);
});

const checks = (files: Record<string, string>) =>
  loadCrossChecks(folderOf(Object.fromEntries(Object.entries(files).map(([name, text]) => [`pipeline/checks/${name}.sql`, text]))));
const rule = (severity: string, sql: string) => `-- Bad rows: numbers that are odd\n-- severity: ${severity}\n-- fix: double them\n${sql}`;

test("a rule across tables stops the run with its first rows, or warns, and its result stands in run", async () => {
  await run(db, {});
  const warnings: string[] = [];
  const log = { ...silentLog, warn: (problem: Parameters<typeof formatProblem>[0]) => void warnings.push(formatProblem(problem)) };
  const odd = "select n from range(1, 13, 2) as made (n)";
  const all = checks({ kept: rule("error", "select 1 where false"), told: rule("warning", "select 1 as n"), stops: rule("error", odd), wrong: rule("warning", "select nothing\nfrom range(1) as made (n)") });
  expect(await problemsOf(runCrossChecks(db, all, log))).toBe(`
✖ numbers that are odd: 6 cases
    {"n":11}
    {"n":1}
    {"n":3}
    {"n":5}
    {"n":7}
  → at pipeline/checks/stops.sql:4
  double them
✖ Binder Error: Referenced column "nothing" not found in FROM clause!
Candidate bindings: "n"
  → at pipeline/checks/wrong.sql:4`.trim());
  expect(warnings).toEqual(['✖ numbers that are odd: 1 case\n    {"n":1}\n  → at pipeline/checks/told.sql:4\n  double them']);
  expect(await db.rows("select subject, severity, bad_rows from run.check_results order by subject")).toEqual([
    { subject: "kept", severity: "error", bad_rows: 0n }, { subject: "stops", severity: "error", bad_rows: 6n }, { subject: "told", severity: "warning", bad_rows: 1n }]);
});

test("the model that the README shows as an example runs, beside customers without a tier", async () => {
  const [, example] = /```sql\n([\s\S]+?)```/.exec(readFileSync(join(resolve(import.meta.dirname, "../.."), "README.md"), "utf8"))!;
  await run(db, {
    "marts/value/customer_tiers.sql": "-- One row per customer.\n-- key: customer_id\n-- columns:\n--   customer_id  C\n--   tier  T\n"
      + "select * from (values ('A', 'key'), ('B', 'small'), ('C', 'small'), ('D', null)) as customers(customer_id, tier)",
    "marts/value/tier_counts.sql": example!,
  });
  expect(await db.rows("select tier, customers::integer as customers from marts.tier_counts order by tier")).toEqual([
    { tier: "key", customers: 1 }, { tier: "small", customers: 2 }]);
});

test("an export of a personal field is refused, from whatever mart it comes", async () => {
  expect(await problemsOf(run(db, {
    "marts/x/contacts.sql": mart("select 'a@b.example' as email, 1 as a", "-- One row per contact.\n-- key: a\n-- columns:\n--   email  E-mail\n--   a  A\n"),
    "exports/x/contact_list.sql": "-- One row per contact.\nselect email from marts.contacts order by a",
  }))).toBe("✖ exports.contact_list would show a personal field: email\n  → at pipeline/exports/x/contact_list.sql:1\n"
    + "  customers leave the warehouse as marts.customers.label, which keeps the project's privacy setting");
});

const PERSONAL_FIX = "\n  sex, age, income, education, occupation, town, household and interests leave of groups alone, by dimension and group_name of marts.revenue_by_group, which withholds what is of few";

test("an export of what is personal of groups alone is refused beside a single customer, under whatever name it comes", async () => {
  const living = "-- One row per customer.\n-- key: customer_id\n-- columns:\n--   customer_id  Customer\n--   place  Town\n--   is_known  Whether there is one\n"
    + "with towns as (select customer_id, upper(city) as town from staging.stg_customers)\n"
    + "select customer_id, case when town = 'ULM' then 'south' else 'north' end as place, town is not null as is_known from towns";
  const staged = "-- One row per customer.\n-- key: customer_id\n-- columns:\n--   customer_id  Customer\n--   city  Town\nselect customer_id, city from raw.customers";
  const header = (...columns: string[]) => `-- One row per customer.\n-- columns:\n${columns.map((column) => `--   ${column}  C\n`).join("")}`;
  expect(await problemsOf(run(db, {
    "staging/stg_customers.sql": staged, "marts/x/living.sql": living,
    "exports/x/homes.sql": `${header("customer_key", "home")}select\n  customer_id as customer_key,\n  place as home\nfrom marts.living order by 1`,
    "exports/x/towns.sql": "-- One row per town.\n-- columns:\n--   town  Town\n--   people  P\nselect place as town, count(*)::integer as people from marts.living group by place order by 1",
    "exports/x/all.sql": "-- One row per customer.\nselect * from marts.living order by 1",
    "exports/x/both.sql": `${header("cell", "home")}select 1 as cell, 'x' as home union all select 1 as cell, l.place from marts.living as l order by 1`,
  }))).toBe(`✖ exports.all would show what is personal of groups that may be one customer: place\n  → at pipeline/exports/x/all.sql:2${PERSONAL_FIX}\n`
    + `✖ exports.both would show what is personal beside cell: home\n  → at pipeline/exports/x/both.sql:5${PERSONAL_FIX}\n`
    + `✖ exports.homes would show what is personal beside customer_key: home\n  → at pipeline/exports/x/homes.sql:7${PERSONAL_FIX}\n`
    + `✖ exports.towns would show what is personal of groups that may be one customer: town\n  → at pipeline/exports/x/towns.sql:5${PERSONAL_FIX}`);
});

test("whether and of how many something personal is known may be shown, and dimensions that are not personal beside a cell", async () => {
  const groups = (dimension: string) => `-- One row per cell.\n-- columns:\n--   cell  C\n--   dimension  D\n--   group_name  G\nselect cell, dimension, group_name from (values (1, '${dimension}', 'x')) as groups (cell, dimension, group_name) order by 1`;
  await run(db, {
    "staging/stg_customers.sql": "-- One row per customer.\n-- key: customer_id\n-- columns:\n--   customer_id  Customer\n--   city  Town\nselect customer_id, city from raw.customers",
    "marts/x/living.sql": "-- One row per customer.\n-- key: customer_key\n-- columns:\n--   customer_key  Customer\n--   is_known  K\n--   position  P\nselect customer_id as customer_key, city is not null as is_known, row_number() over (order by city, customer_id)::integer as position from staging.stg_customers",
    "exports/x/known.sql": "-- One row per customer.\nselect customer_key, is_known, position from marts.living order by 1",
    "exports/x/cells.sql": groups("region"),
  });
  expect(await problemsOf(run(db, { "exports/x/ages.sql": groups("age_band") }))).toBe("✖ exports.ages would show what is personal beside cell: the dimension age_band\n  → at pipeline/exports/x/ages.sql:6\n"
    + "  leave out the dimensions that marts.dimensions says to be personal: they are shown of all customers together alone");
});
