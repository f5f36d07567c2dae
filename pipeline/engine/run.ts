import * as d3 from "d3";
import { fieldInfo } from "../contracts/fields.js";
import { entities } from "../contracts/index.js";
import type { Settings } from "../settings.js";
import { DatabaseError, quoteName, quoteText, type Database, type NumericColumns } from "./database.js";
import { fail, failIfAny, UserError, type Problem } from "./errors.js";
import { silentLog, type Log } from "./log.js";
import type { CrossCheck, Model, ModelCheck, ModelColumn } from "./model.js";
import { lineInModule, type Step } from "./graph.js";
import { ofSingleCustomers, personalOfGroups } from "./personal.js";

/**
 * Builds the tables of the models in order, and runs their checks. A model that fails takes those that read it with
 * it; the others still run, so that all mistakes come to light at once.
 *
 * @param described all steps of the run, where these are only some of them: exports take the meaning of columns from marts
 * @throws UserError with each model that failed, column that is not described, and check that is broken
 */
export async function runModels(db: Database, steps: Step[], settings: Settings, log: Log, described: Step[] = steps): Promise<void> {
  for (const schema of new Set(steps.map((step) => step.model.schema))) await db.run(`create schema if not exists ${schema}`);
  await createCheckTables(db);
  await recordReferences(db, steps);
  const problems: Problem[] = [];
  const failed = new Set<string>();
  let records = newRecords();
  for (const [index, step] of steps.entries()) {
    const { model } = step;
    const table = `${model.schema}.${model.name}`;
    // Exports show what is recorded of the marts.
    if (model.schema === "exports" && steps[index - 1]?.model.schema !== "exports") {
      await writeRecords(db, records);
      records = newRecords();
    }
    if (step.references.some(({ schema, table: read }) => failed.has(`${schema}.${read}`))) {
      failed.add(table);
      continue;
    }
    const { problems: found, doubles } = await buildModel(db, step, settings, inheritedColumns(step, described), records);
    if (found.length === 0) found.push(...(await checkModel(db, model, doubles, records)));
    if (found.length > 0) failed.add(table);
    problems.push(...found);
    log.progress("models", `${table} (${index + 1} of ${steps.length})`, { model: table });
  }
  await writeRecords(db, records);
  failIfAny(problems);
  const layers = d3.rollups(steps, (group) => group.length, (step) => step.model.schema);
  log.step("models", layers.map(([schema, count]) => `${count} of ${schema}`).join(", "), { models: steps.length });
}

async function createCheckTables(db: Database): Promise<void> {
  await db.run(`create table if not exists run.check_results (subject varchar, title varchar, severity varchar, path varchar,
    line integer, bad_rows bigint, fix varchar)`);
  await db.run(`create table if not exists run.models (schema_name varchar, model varchar, subject varchar, path varchar, grain varchar,
    notes varchar, body varchar, body_line integer, checks varchar, row_count bigint)`);
  await db.run(`create table if not exists run.model_columns (schema_name varchar, model varchar, position integer, column_name varchar,
    column_type varchar, meaning varchar, unit varchar)`);
}

/** What is kept of models that were built, as rows of the tables of `run`, and statements that say it to whoever looks into the warehouse. */
interface Records {
  models: string[];
  columns: string[];
  checks: CheckResult[];
  comments: string[];
}

const newRecords = (): Records => ({ models: [], columns: [], checks: [], comments: [] });

/** All at once: each by itself would take longer than a small model. */
async function writeRecords(db: Database, { models, columns, checks, comments }: Records): Promise<void> {
  // Each comment would be written out to the disk.
  if (comments.length > 0) await db.run(["begin", ...comments, "commit"].join(";\n"));
  const insertions = [...insertion("run.models", models), ...insertion("run.model_columns", columns), ...insertion("run.check_results", checks.map(checkRow))];
  if (insertions.length > 0) await db.run(insertions.join(";\n"));
}

const insertion = (table: string, rows: string[]): string[] => (rows.length > 0 ? [`insert into ${table} values ${rows.join(", ")}`] : []);

/** What each model reads, before any of them runs: a model may say what others rest on. */
async function recordReferences(db: Database, steps: Step[]): Promise<void> {
  await db.run("create table if not exists run.model_references (schema_name varchar, model varchar, reads_schema varchar, reads_model varchar)");
  const rows = steps.flatMap(({ model, references }) => references.map(({ schema, table }) => `(${[model.schema, model.name, schema, table].map(quoteText).join(", ")})`));
  if (rows.length > 0) await db.run(`insert into run.model_references select distinct * from (values ${rows.join(", ")})`);
}

/** An export takes the meaning of a column from the mart it reads it from, unless its own header has one. */
function inheritedColumns({ model, references }: Step, steps: Step[]): ModelColumn[] {
  if (model.schema !== "exports") return [];
  const read = new Set(references.map(({ table }) => table));
  return steps.filter((step) => read.has(step.model.name)).flatMap((step) => step.model.columns);
}

/** What leaves the warehouse has one of these types, which JSON, Arrow and a page read alike. */
const exportTypes = new Set(["INTEGER", "DOUBLE", "DATE", "VARCHAR", "BOOLEAN"]);

/** A model's table: what is wrong with its making and its columns, and which of these hold doubles. */
async function buildModel(db: Database, { model, module }: Step, settings: Settings, inherited: ModelColumn[], records: Records): Promise<{ problems: Problem[]; doubles: string[] }> {
  const table = `${model.schema}.${model.name}`;
  let described: { name: string; type: string }[];
  try {
    if (module) {
      const inputs: Record<string, NumericColumns> = {};
      for (const [name, sql] of Object.entries(module.inputs)) inputs[name] = guarded(model, name, await db.numericColumns(sql));
      const columns = Object.entries(module.columns).map(([name, type]) => `${quoteName(name)} ${type}`);
      described = await db.createTable(table, `(${columns.join(", ")})`);
      await db.append(model.schema, model.name, module.columns, module.compute(inputs, settings));
    } else {
      described = await db.createTable(table, `as\n${model.text}`);
    }
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems, doubles: [] };
    if (!(error instanceof DatabaseError)) throw error;
    return { problems: [sqlProblem(model, error)], doubles: [] };
  }
  const made = described.map(({ name }) => name);
  // The export's own words come last, for they win.
  const columns = [...inherited, ...model.columns];
  const documented = columns.map((column) => column.name);
  const problems: Problem[] = [];
  for (const { name, type } of described) {
    if (model.schema !== "exports" || exportTypes.has(type)) continue;
    problems.push({ what: `${table}.${name} leaves the warehouse as ${type}`, where: `${model.path}:${lineOfWord(model.text, name)}`, fix: `cast it to one of ${[...exportTypes].join(", ")}` });
  }
  for (const name of made.filter((name) => model.schema === "exports" && personal.has(name))) {
    problems.push({ what: `${table} would show a personal field: ${name}`, where: `${model.path}:1`, fix: "customers leave the warehouse as marts.customers.label, which keeps the project's privacy setting" });
  }
  const single = model.schema === "exports" && made.includes("dimension") ? ofSingleCustomers.find((name) => made.includes(name)) : undefined;
  if (single !== undefined) problems.push(...(await personalDimensions(db, model)).map((dimension) => ({
    what: `${table} would show what is personal beside ${single}: the dimension ${dimension}`, where: `${model.path}:${lineOfWord(model.text, "dimension")}`,
    fix: "leave out the dimensions that marts.dimensions says to be personal: they are shown of all customers together alone",
  })));
  for (const name of made.filter((name) => !documented.includes(name))) {
    problems.push({ what: `${table} makes a column that its header does not describe: ${name}`, where: `${model.path}:${lineOfWord(model.text, name)}` });
  }
  for (const { name, line } of model.columns.filter(({ name }) => !made.includes(name))) {
    problems.push({ what: `${table} describes a column that it does not make: ${name}`, where: `${model.path}:${line}` });
  }
  for (const name of model.key.filter((name) => !made.includes(name))) {
    problems.push({ what: `${table} names a key that is no column: ${name}`, where: `${model.path}:1` });
  }
  if (problems.length > 0) return { problems, doubles: [] };
  const about = new Map(columns.map((column) => [column.name, column]));
  // What a page picks has its words in the marts, and here in run: comments take most of the time of a small table.
  const isCommented = db.isWritten && model.schema !== "exports";
  if (isCommented) records.comments.push(`comment on table ${table} is ${quoteText([model.grain, model.notes].filter(Boolean).join(" "))}`);
  for (const [index, { name, type }] of described.entries()) {
    const { meaning, unit } = about.get(name)!;
    records.columns.push(`(${[model.schema, model.name].map(quoteText).join(", ")}, ${index + 1}, ${[name, type, meaning].map(quoteText).join(", ")}, ${textOrNull(unit)})`);
    if (isCommented) records.comments.push(`comment on column ${table}.${quoteName(name)} is ${quoteText(unit ? `${meaning} [${unit}]` : meaning)}`);
  }
  return { problems: [], doubles: described.filter(({ type }) => type === "DOUBLE").map(({ name }) => name) };
}

/** What an export that divides single customers divides them by, of what is personal. */
async function personalDimensions(db: Database, { schema, name }: Model): Promise<string[]> {
  const found = await db.rows<{ dimension: string }>(`select distinct dimension from ${schema}.${name} where dimension in (${[...personalOfGroups].map(quoteText).join(", ")}) order by dimension`);
  return found.map(({ dimension }) => dimension);
}

/** Columns of an input; whoever asks for one that it does not select is told so, rather than that undefined has no length. */
const guarded = ({ schema, name: model, path, text }: Model, input: string, columns: NumericColumns): NumericColumns => new Proxy(columns, {
  get(own, name, receiver) {
    if (typeof name === "string" && !(name in own)) {
      fail(`${schema}.${model} asks its input "${input}" for ${name}, which that does not select`, `${path}:${lineOfWord(text, name)}`, `it selects ${Object.keys(own).join(", ")}`);
    }
    return Reflect.get(own, name, receiver) as NumericColumns[string];
  },
});

/** First line of code, from 1, that has a word; 1 where none has, as of a name that is put together. */
const lineOfWord = (text: string, word: string): number =>
  Math.max(text.split("\n").findIndex((line) => !/^\s*(\/\/|--)/.test(line) && line.match(/\w+/g)?.includes(word)), 0) + 1;

/** The checks of a model as a run keeps them, to tell by whether they are the same. */
export const checksText = ({ checks }: Model): string => JSON.stringify(checks.map(({ title, sql }) => [title, sql]));

const textOrNull = (value: string | undefined) => (value === undefined ? "null" : quoteText(value));

/** Personal fields of the contracts. `name` is not among them: groups, tiers and segments have names too. */
const personal = new Set(["customer_id", ...entities.flatMap(({ schema }) => Object.entries(schema.shape).filter(([name, field]) =>
  fieldInfo.get(field)?.personal && name !== "name").map(([name]) => name))]);

/** DuckDB's message with the place in the model's file; `create table ... as` takes the first of the lines it counts. */
function sqlProblem(model: Pick<Model, "path" | "language" | "text">, error: unknown): Problem {
  const message = (error as Error).message;
  const [marked, line, shown, indent] = /LINE (\d+): (.*)(?:\n( *)\^)?/.exec(message) ?? [];
  const word = marked && indent !== undefined ? /^\w*/.exec(shown!.slice(Math.max(0, indent.length - `LINE ${line!}: `.length)))![0] : undefined;
  return {
    what: message.split(/\n+LINE \d+:/)[0]!.trim(),
    where: `${model.path}:${!line ? 1 : model.language === "sql" ? Number(line) - 1 : lineInModule(model.text, (error as DatabaseError).sql, Number(line), word)}`,
  };
}

/** A model's rows and its own checks: its key, what its header says of every row, and that what is a number is one. */
async function checkModel(db: Database, model: Model, doubles: string[], records: Records): Promise<Problem[]> {
  const table = `${model.schema}.${model.name}`;
  const key = model.key.map(quoteName);
  const checks: ModelCheck[] = [];
  const counts: string[] = [];
  if (key.length > 0) {
    checks.push({ title: `one row per ${model.key.join(", ")}`, line: 1, sql: "" });
    // A distinct count of one column leaves out NULL, which is how a key without a value is counted; of several it does not.
    const absent = key.length > 1 ? ` + (select count(*) from ${table} where ${key.map((column) => `${column} is null`).join(" or ")})` : "";
    counts.push(`(select count(*) - count(distinct (${key.join(", ")})) from ${table})${absent}`);
  } else if (model.schema !== "exports") {
    checks.push({ title: "at most one row", line: 1, sql: "" });
    counts.push(`(select greatest(count(*) - 1, 0) from ${table})`);
  }
  for (const check of model.checks) {
    checks.push(check);
    counts.push(`(select count(*) from ${table} as this where (${check.sql}) is not true)`);
  }
  const infinite = `(select count(*) from ${table} where ${doubles.map((name) => `not isfinite(${quoteName(name)})`).join(" or ") || "false"})`;
  let counted: Record<string, bigint>;
  try {
    counted = await db.row(`select (select count(*) from ${table}) as row_count, ${infinite} as infinite${counts.map((count, index) => `, (${count})::bigint as bad_${index}`).join("")}`);
  } catch (error) {
    const broken = await brokenChecks(db, model, checks, counts);
    if (broken.length === 0) throw error;
    return broken;
  }
  records.models.push(`(${[model.schema, model.name, model.subject, model.path, model.grain, model.notes, model.body].map(quoteText).join(", ")}, ${model.bodyLine}, ${quoteText(checksText(model))}, ${counted.row_count!})`);
  const problems: Problem[] = counted.infinite === 0n ? [] : await infiniteProblems(db, model, doubles);
  for (const [index, check] of checks.entries()) {
    const badRows = counted[`bad_${index}`]!;
    if (badRows === 0n) continue;
    const where = `${model.path}:${check.line}`;
    if (index === 0 && key.length > 0) problems.push(...(await keyProblems(db, model)).map((what) => ({ what, where })));
    else problems.push({ what: `${table}: ${badRows} ${badRows === 1n ? "row breaks" : "rows break"} the check: ${check.title}`, where });
  }
  records.checks.push(...checks.map((check, index) => ({ subject: table, title: check.title, severity: "error", path: model.path, line: check.line, badRows: counted[`bad_${index}`]! })));
  return problems;
}

/** Columns with what is no number: DuckDB gives infinity where a double is divided by 0, and no page could show it. */
async function infiniteProblems(db: Database, { schema, name: model, path, text }: Model, doubles: string[]): Promise<Problem[]> {
  const counted = await db.row<Record<string, bigint>>(
    `select ${doubles.map((name) => `count(case when not isfinite(${quoteName(name)}) then 1 end) as ${quoteName(name)}`).join(", ")} from ${schema}.${model}`);
  return doubles.filter((name) => counted[name]! > 0n).map((name) => ({
    what: `${schema}.${model}.${name} is infinite or no number in ${counted[name]!} ${counted[name] === 1n ? "row" : "rows"}`, where: `${path}:${lineOfWord(text, name)}`,
    fix: "divide by safe_div(a, b), which is NULL where b is 0",
  }));
}

/** What is wrong with a key: rows without one, and keys of several rows, with an example of each. */
async function keyProblems(db: Database, model: Model): Promise<string[]> {
  const table = `${model.schema}.${model.name}`;
  const key = model.key.map(quoteName);
  const found: string[] = [];
  for (const column of model.key) {
    const { rows } = await db.row<{ rows: bigint }>(`select count(*) as rows from ${table} where ${quoteName(column)} is null`);
    if (rows > 0n) found.push(`${table}: its key ${column} is NULL in ${rows} ${rows === 1n ? "row" : "rows"}; leave these out, or name another key`);
  }
  const [repeated] = await db.rows<{ keys: bigint; rows: bigint; example: string }>(`
    select count(*) over () as keys, count(*) as rows, concat_ws(', ', ${model.key.map((column) => `${quoteText(column)} || ' ' || ${quoteName(column)}`).join(", ")}) as example
    from ${table} where ${key.map((column) => `${column} is not null`).join(" and ")}
    group by ${key.join(", ")} having count(*) > 1 order by ${key.join(", ")} limit 1`);
  if (repeated) found.push(`${table}: ${repeated.keys} ${repeated.keys === 1n ? "key stands" : "keys stand"} in several rows, such as ${repeated.example} in ${repeated.rows}: it is not one row per ${model.key.join(", ")}`);
  return found;
}

/** Which of the checks cannot be run, each by itself. */
async function brokenChecks(db: Database, model: Model, checks: ModelCheck[], counts: string[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [index, check] of checks.entries()) {
    try {
      await db.run(`select ${counts[index]!}`);
    } catch (error) {
      problems.push({ what: `the check cannot be run: ${(error as Error).message.split("\n")[0]}`, where: `${model.path}:${check.line}` });
    }
  }
  return problems;
}

interface CheckResult {
  subject: string;
  title: string;
  severity: string;
  path: string;
  line: number;
  badRows: bigint;
  /** What to do where rows are found; a model's own checks say it by their title. */
  fix?: string;
}

const checkRow = ({ subject, title, severity, path, line, badRows, fix }: CheckResult): string =>
  `(${[subject, title, severity, path].map(quoteText).join(", ")}, ${line}, ${badRows}, ${textOrNull(fix)})`;

/**
 * What the rules across tables say of the tables that are there, after a model has failed: it is often the cause, as
 * the rate that a currency lacks is of amounts that do not add up.
 */
export async function causesOf(db: Database, checks: CrossCheck[]): Promise<Problem[]> {
  const causes: Problem[] = [];
  for (const check of checks.filter(({ severity }) => severity === "error")) {
    try {
      await runCrossChecks(db, [check], silentLog);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // A check that cannot be run reads what was not built.
      causes.push(...error.problems.filter(({ fix }) => fix === check.fix));
    }
  }
  return causes;
}

/** Most places that one rule names. */
const MOST_PLACES = 50;

/** Rules across tables. An error stops the run; a warning is shown, here and on the site. */
export async function runCrossChecks(db: Database, checks: CrossCheck[], log: Log): Promise<void> {
  const problems: Problem[] = [];
  const results: CheckResult[] = [];
  for (const check of checks) {
    let bad: bigint;
    try {
      ({ bad } = await db.row<{ bad: bigint }>(`select count(*) as bad from (\n${check.text}\n)`));
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      problems.push(sqlProblem({ path: check.path, language: "sql", text: check.text }, error));
      continue;
    }
    const line = check.text.split("\n").findIndex((text) => !text.startsWith("--")) + 1;
    results.push({ subject: check.name, title: check.title, severity: check.severity, path: check.path, line, badRows: bad, fix: check.fix });
    if (bad === 0n) continue;
    // A rule on what people wrote by hand names for each row what is wrong, and where.
    const places = /\bas problem\b/.test(check.text) ? await db.rows<{ problem: string; place: string }>(`select problem, place from (\n${check.text}\n) order by place, problem limit ${MOST_PLACES}`) : [];
    if (places.length > 0) {
      const found = places.map(({ problem, place }) => ({ what: problem, where: place, fix: check.fix }));
      if (check.severity === "error") problems.push(...found);
      else for (const problem of found) log.warn(problem);
      continue;
    }
    const examples = await db.rows<{ example: string }>(`select to_json(bad)::varchar as example from (\n${check.text}\n) as bad order by example limit 5`);
    const problem = {
      what: `${check.title}: ${bad} ${bad === 1n ? "case" : "cases"}\n${examples.map(({ example }) => `    ${example}`).join("\n")}`,
      where: `${check.path}:${line}`, fix: check.fix,
    };
    if (check.severity === "error") problems.push(problem);
    else log.warn(problem);
  }
  await writeRecords(db, { ...newRecords(), checks: results });
  failIfAny(problems);
}
