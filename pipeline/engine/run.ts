import type { Settings } from "../settings.js";
import { quoteName, quoteText, type Columns, type Database } from "./database.js";
import { failIfAny, type Problem } from "./errors.js";
import type { Log } from "./log.js";
import type { CrossCheck, Model, ModelCheck, ModelColumn } from "./model.js";
import type { Step } from "./graph.js";

/**
 * Builds the tables of the models in order, and runs their checks. A model that fails takes those that read it with
 * it; the others still run, so that all mistakes come to light at once.
 *
 * @throws UserError with each model that failed, column that is not described, and check that is broken
 */
export async function runModels(db: Database, steps: Step[], settings: Settings, log: Log): Promise<void> {
  for (const schema of new Set(steps.map((step) => step.model.schema))) await db.run(`create schema if not exists ${schema}`);
  await createCheckTables(db);
  const problems: Problem[] = [];
  const failed = new Set<string>();
  for (const [index, step] of steps.entries()) {
    const { model } = step;
    const table = `${model.schema}.${model.name}`;
    if (step.references.some(({ schema, table: read }) => failed.has(`${schema}.${read}`))) {
      failed.add(table);
      continue;
    }
    const found = await buildModel(db, step, settings, inheritedColumns(step, steps));
    if (found.length === 0) found.push(...(await checkModel(db, model)));
    if (found.length > 0) failed.add(table);
    problems.push(...found);
    log.step("models", `${table} (${index + 1} of ${steps.length})`, { model: table });
  }
  failIfAny(problems);
}

async function createCheckTables(db: Database): Promise<void> {
  await db.run(`create table if not exists run.check_results (subject varchar, title varchar, severity varchar, path varchar,
    line integer, bad_rows bigint)`);
  await db.run(`create table if not exists run.models (schema_name varchar, model varchar, subject varchar, path varchar, grain varchar,
    notes varchar, row_count bigint)`);
  await db.run(`create table if not exists run.model_columns (schema_name varchar, model varchar, position integer, column_name varchar,
    column_type varchar, meaning varchar, unit varchar)`);
}

/** An export takes the meaning of a column from the mart it reads it from, unless its own header has one. */
function inheritedColumns({ model, references }: Step, steps: Step[]): ModelColumn[] {
  if (model.schema !== "exports") return [];
  const read = new Set(references.map(({ table }) => table));
  return steps.filter((step) => read.has(step.model.name)).flatMap((step) => step.model.columns);
}

/** What leaves the warehouse has one of these types, which JSON, Arrow and a page read alike. */
const exportTypes = new Set(["INTEGER", "DOUBLE", "DATE", "VARCHAR", "BOOLEAN"]);

async function buildModel(db: Database, { model, module }: Step, settings: Settings, inherited: ModelColumn[]): Promise<Problem[]> {
  const table = `${model.schema}.${model.name}`;
  try {
    if (module) {
      const inputs: Record<string, Columns> = {};
      for (const [name, sql] of Object.entries(module.inputs)) inputs[name] = await db.columns(sql);
      const columns = Object.entries(module.columns).map(([name, type]) => `${quoteName(name)} ${type}`);
      await db.run(`create table ${table} (${columns.join(", ")})`);
      await db.append(model.schema, model.name, module.columns, module.compute(inputs, settings));
    } else {
      await db.run(`create table ${table} as\n${model.text}`);
    }
  } catch (error) {
    if (module && !isDatabaseError(error)) throw error;
    return [sqlProblem(model, error)];
  }
  const described = await db.rows<{ column_name: string; data_type: string }>(
    `select column_name, data_type from information_schema.columns where table_schema = $schema and table_name = $name order by ordinal_position`,
    { schema: model.schema, name: model.name });
  const made = described.map((column) => column.column_name);
  const columns = [...model.columns, ...inherited];
  const documented = columns.map((column) => column.name);
  const problems: Problem[] = [];
  for (const { column_name: name, data_type: type } of described) {
    if (model.schema !== "exports" || exportTypes.has(type)) continue;
    problems.push({ what: `${table}.${name} leaves the warehouse as ${type}`, where: `${model.path}:1`, fix: `cast it to one of ${[...exportTypes].join(", ")}` });
  }
  for (const name of made.filter((name) => !documented.includes(name))) {
    problems.push({ what: `${table} makes a column that its header does not describe: ${name}`, where: `${model.path}:1` });
  }
  for (const { name, line } of model.columns.filter(({ name }) => !made.includes(name))) {
    problems.push({ what: `${table} describes a column that it does not make: ${name}`, where: `${model.path}:${line}` });
  }
  for (const name of model.key.filter((name) => !made.includes(name))) {
    problems.push({ what: `${table} names a key that is no column: ${name}`, where: `${model.path}:1` });
  }
  if (problems.length > 0) return problems;
  await db.run(`comment on table ${table} is ${quoteText([model.grain, model.notes].filter(Boolean).join(" "))}`);
  for (const { name, meaning, unit } of columns.filter(({ name }) => made.includes(name))) {
    await db.run(`comment on column ${table}.${quoteName(name)} is ${quoteText(unit ? `${meaning} [${unit}]` : meaning)}`);
  }
  await db.run(`insert into run.models select $schema, $name, $subject, $path, $grain, $notes, (select count(*) from ${table})`,
    { schema: model.schema, name: model.name, subject: model.subject, path: model.path, grain: model.grain, notes: model.notes });
  for (const [index, { column_name: name, data_type: type }] of described.entries()) {
    const column = columns.find((column) => column.name === name)!;
    await db.run(`insert into run.model_columns values ($schema, $model, $position::integer, $name, $type, $meaning, $unit)`,
      { schema: model.schema, model: model.name, position: index + 1, name, type, meaning: column.meaning, unit: column.unit ?? null });
  }
  return [];
}

const isDatabaseError = (error: unknown) => /^[A-Z][A-Za-z ]+ Error: /.test((error as Error).message ?? "");

/** DuckDB's message with the place in the model's file; `create table ... as` takes the first of the lines it counts. */
function sqlProblem(model: Model, error: unknown): Problem {
  const message = (error as Error).message;
  const line = /LINE (\d+):/.exec(message)?.[1];
  return {
    what: message.split(/\n+LINE \d+:/)[0]!.trim(),
    where: `${model.path}:${line && model.language === "sql" ? Number(line) - 1 : 1}`,
  };
}

/** A model's own checks: its key, and what its header says of every row. */
async function checkModel(db: Database, model: Model): Promise<Problem[]> {
  const table = `${model.schema}.${model.name}`;
  const key = model.key.map(quoteName).join(", ");
  const keyCheck: ModelCheck = key
    ? { title: `one row per ${model.key.join(", ")}`, line: 1, sql: "" }
    : { title: "at most one row", line: 1, sql: "" };
  const results: [ModelCheck, bigint][] = [];
  const { bad } = await db.row<{ bad: bigint }>(key
    ? `select coalesce(sum(rows - 1), 0)::bigint + (select count(*) from ${table} where ${model.key.map((name) => `${quoteName(name)} is null`).join(" or ")}) as bad
       from (select count(*) as rows from ${table} group by ${key} having count(*) > 1)`
    : `select greatest(count(*) - 1, 0)::bigint as bad from ${table}`);
  results.push([keyCheck, bad]);
  const problems: Problem[] = [];
  for (const check of model.checks) {
    try {
      results.push([check, (await db.row<{ bad: bigint }>(`select count(*) as bad from ${table} as this where (${check.sql}) is not true`)).bad]);
    } catch (error) {
      problems.push({ what: `the check cannot be run: ${(error as Error).message.split("\n")[0]}`, where: `${model.path}:${check.line}` });
    }
  }
  for (const [check, badRows] of results) {
    await recordCheck(db, table, check.title, "error", model.path, check.line, badRows);
    if (badRows > 0n) {
      problems.push({ what: `${table}: ${badRows} ${badRows === 1n ? "row breaks" : "rows break"} the check: ${check.title}`, where: `${model.path}:${check.line}` });
    }
  }
  return problems;
}

async function recordCheck(db: Database, subject: string, title: string, severity: string, path: string, line: number, badRows: bigint) {
  await db.run("insert into run.check_results values ($subject, $title, $severity, $path, $line::integer, $badRows)",
    { subject, title, severity, path, line, badRows });
}

/** Rules across tables. An error stops the run; a warning is shown, here and on the site. */
export async function runCrossChecks(db: Database, checks: CrossCheck[], log: Log): Promise<void> {
  const problems: Problem[] = [];
  for (const check of checks) {
    const { bad } = await db.row<{ bad: bigint }>(`select count(*) as bad from (\n${check.text}\n)`);
    const line = check.text.split("\n").findIndex((text) => !text.startsWith("--")) + 1;
    await recordCheck(db, check.name, check.title, check.severity, check.path, line, bad);
    if (bad === 0n) continue;
    const examples = await db.rows<{ example: string }>(`select to_json(bad)::varchar as example from (\n${check.text}\n) as bad order by example limit 5`);
    const problem = {
      what: `${check.title}: ${bad} ${bad === 1n ? "case" : "cases"}\n${examples.map(({ example }) => `    ${example}`).join("\n")}`,
      where: `${check.path}:${line}`, fix: check.fix,
    };
    if (check.severity === "error") problems.push(problem);
    else log.warn(problem);
  }
  failIfAny(problems);
}
