import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printable } from "../sources/text.js";
import { Database, quoteName, quoteText, WAREHOUSE } from "./database.js";
import { fail, UserError } from "./errors.js";
import { planChecks, planModels, type Step } from "./graph.js";
import { failForName } from "./inspect.js";
import { silentLog } from "./log.js";
import { loadCrossChecks, loadModels, type Model } from "./model.js";
import { projectSlug, shownPath, type Project } from "./project.js";
import { currentRun } from "./publish.js";
import { checksText, runCrossChecks, runModels } from "./run.js";
import { findAsOfDate, writeSettings } from "./settings.js";
import { existingTables, tablesWith } from "./warehouse.js";
import type { Settings } from "../settings.js";

/** Rows shown of each table that was changed itself. */
const EXAMPLES = 5;

/**
 * What a change of models or settings does to the numbers: runs what changed since the last run, and all that reads it, over
 * the inputs of that run, and says which rows came out otherwise. Nothing of the run is touched.
 *
 * @param names models to run although their files are as they were: what they import may not be
 * @throws UserError where there is no run, where no model has a name, and as the build does for models and checks that fail
 */
export async function compareWithRun(root: string, project: Project, { names, buildFolder, write }: { names: string[]; buildFolder: string; write: (line: string) => void }): Promise<void> {
  const run = currentRun(join(buildFolder, projectSlug(project)));
  const file = run && join(run, "warehouse.duckdb");
  const build = `npm run build -- --project ${shownPath(project.folder)}`;
  if (!file || !existsSync(file)) fail(`there is no run of ${project.name} to compare with`, undefined, `build it first: ${build}`);
  const folder = mkdtempSync(join(tmpdir(), "clientele-compare-"));
  try {
    const copy = join(folder, "now.duckdb");
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    const db = await Database.open(copy);
    try {
      await db.run(`attach ${quoteText(file)} as last (read_only)`);
      if (!(await columnsOf(db, "last", "run", "models")).includes("checks")) fail(`the last run of ${project.name} was made by another version of Clientele`, shownPath(file), `build it again: ${build}`);
      // A model that is tried may no more than one that is built.
      await db.confine([folder]);
      await compare(db, root, project, names, write);
    } finally {
      db.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(db: Database, root: string, project: Project, names: string[], write: (line: string) => void): Promise<void> {
  await writeSettings(db, project, await findAsOfDate(db, project), project.settings);
  const models = loadModels(root);
  const steps = await planModels(db, models, await existingTables(db), root);
  const rules = loadCrossChecks(root);
  await planChecks(db, rules, await tablesWith(db, models));
  const named = new Set(names.map((name) => stepNamed(steps, name)));
  const settings = await changedSettings(db, project.settings);
  const changed = await changedSteps(db, steps, settings, named);
  const gone = await goneModels(db, steps);
  if (changed.size === 0 && gone.length === 0) {
    write(`No model and no setting differs from the last run of ${project.name}, whose inputs and their mapping hold here.`);
    await runCrossChecks(db, rules, silentLog);
    return;
  }
  const tables = (by: Why) => [...changed].filter(([, why]) => why === by).map(([{ model }]) => tableOf(model)).join(", ");
  if (settings.length > 0) write(`settings that differ  ${settings.join(", ")}`);
  if (tables("setting")) write(`models reading them   ${tables("setting")}`);
  if (tables("itself")) write(`models that differ    ${tables("itself")}`);
  if (gone.length > 0) write(`models that are gone  ${gone.join(", ")}`);
  const again = withReaders(steps, changed);
  for (const { model } of again) await forget(db, model);
  let fault: UserError | undefined;
  try {
    await runModels(db, again, project.settings, silentLog, steps);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    fault = error;
  }
  const made = await existingTables(db, ["staging", "marts", "exports"]);
  const differences: Difference[] = [];
  for (const step of again) if (made.has(tableOf(step.model))) differences.push(await differenceOf(db, step.model, changed.has(step)));
  report(differences, changed, write);
  const otherwise = differences.filter(isOther).length;
  if (fault) {
    write(`\nNot all of the ${counted(again.length, "model")} could be run; of those that could, ${otherwise} came out otherwise.`);
    throw fault;
  }
  write(`\n${counted(again.length, "model")} run again over the inputs of the last run of ${project.name}; ${otherwise} came out otherwise.`);
  await runCrossChecks(db, rules, silentLog);
}

/** A step by the name of its model, with the layer or without, or by the path of its file. */
function stepNamed(steps: Step[], name: string): Step {
  const found = steps.find(({ model }) => [model.name, tableOf(model), model.path].includes(name));
  return found ?? failForName(name, steps.map(({ model }) => tableOf(model)));
}

/** Models of the run that are no more. */
async function goneModels(db: Database, steps: Step[]): Promise<string[]> {
  const known = new Set(steps.map(({ model }) => tableOf(model)));
  return (await db.rows<{ name: string }>("select schema_name || '.' || model as name from last.run.models order by 1")).map(({ name }) => name).filter((name) => !known.has(name));
}

const tableOf = (model: Pick<Model, "schema" | "name">) => `${model.schema}.${model.name}`;
const counted = (count: number | bigint, noun: string) => `${count.toLocaleString("en")} ${noun}${Number(count) === 1 ? "" : "s"}`;

/** Why a model is run again: it was asked for, it is new or other than in the run, or it reads a setting that is other. */
type Why = "name" | "itself" | "setting";

/** Steps to run again. A model is another with other SQL or code, or other checks in its header. */
async function changedSteps(db: Database, steps: Step[], settings: string[], named: ReadonlySet<Step>): Promise<Map<Step, Why>> {
  const before = new Set((await db.rows<{ said: string }>("select schema_name || '.' || model || body || checks as said from last.run.models")).map(({ said }) => said));
  const readsChanged = ({ model, references }: Step) => settings.some((setting) =>
    references.some(({ schema, table }) => schema === "run" && table === setting)
    || (model.language === "ts" ? setting.startsWith(`${model.subject}_`) : new RegExp(`\\b${setting}\\b`).test(model.body)));
  const isOtherThan = ({ model }: Step) => !before.has(`${tableOf(model)}${model.body}${checksText(model)}`);
  const why = (step: Step): Why | undefined => (named.has(step) ? "name" : isOtherThan(step) ? "itself" : readsChanged(step) ? "setting" : undefined);
  return new Map(steps.flatMap((step) => {
    const found = why(step);
    return found ? [[step, found] as const] : [];
  }));
}

/** Settings, as models know them, that differ from those of the run: columns of run.settings, and the lists beside it. */
async function changedSettings(db: Database, settings: Settings): Promise<string[]> {
  const before = new Set(await columnsOf(db, "last", "run", "settings"));
  // The salt is not kept with a run.
  const columns = (await columnsOf(db, WAREHOUSE, "run", "settings")).filter((name) => name !== "privacy_salt");
  const differs = (name: string) => (before.has(name) ? `now.${quoteName(name)} is distinct from before.${quoteName(name)}` : "true");
  const found = await db.row<Record<string, boolean>>(`select ${columns.map((name) => `${differs(name)} as ${quoteName(name)}`).join(", ")} from run.settings as now, last.run.settings as before`);
  const changed = columns.filter((name) => found[name]);
  const lists = Object.entries(settings).flatMap(([subject, group]) => Object.entries(group).flatMap(([name, value]) => (Array.isArray(value) ? [`${subject}_${name}`] : [])));
  for (const name of lists) if (await isListOther(db, name)) changed.push(name);
  return changed;
}

/** Whether a list of run.* has other rows than that of the run, or other columns, or was not there. */
async function isListOther(db: Database, name: string): Promise<boolean> {
  const [columns, before] = [await columnsOf(db, WAREHOUSE, "run", name), await columnsOf(db, "last", "run", name)];
  if (columns.join() !== before.join()) return true;
  const list = `run.${quoteName(name)}`;
  const { rows } = await db.row<{ rows: bigint }>(`select count(*) as rows from ((from ${list} except all from last.${list}) union all (from last.${list} except all from ${list}))`);
  return rows > 0n;
}

const columnsOf = async (db: Database, catalog: string, schema: string, table: string): Promise<string[]> =>
  (await db.rows<{ name: string }>(`select column_name as name from duckdb_columns() where database_name = ${quoteText(catalog)} and schema_name = ${quoteText(schema)}
    and table_name = ${quoteText(table)} order by column_index`)).map(({ name }) => name);

/** Steps and all that read them, one by one or through others, in the order they run. */
function withReaders(steps: Step[], changed: ReadonlyMap<Step, Why>): Step[] {
  const tables = new Set<string>();
  return steps.filter((step) => {
    const isTouched = changed.has(step) || step.references.some(({ schema, table }) => tables.has(`${schema}.${table}`));
    if (isTouched) tables.add(tableOf(step.model));
    return isTouched;
  });
}

/** Makes room for a model to be run again. */
async function forget(db: Database, { schema, name, path }: Model): Promise<void> {
  const model = `schema_name = ${quoteText(schema)} and model = ${quoteText(name)}`;
  await db.run([
    `drop table if exists ${schema}.${name}`, `delete from run.models where ${model}`, `delete from run.model_columns where ${model}`,
    `delete from run.model_references where ${model}`, `delete from run.check_results where path = ${quoteText(path)}`,
  ].join(";\n"));
}

interface Difference {
  model: Model;
  rows: bigint;
  /** Rows in the run; undefined where it has no such table. */
  rowsBefore: bigint | undefined;
  columnsAdded: string[];
  columnsRemoved: string[];
  /** Keys, or whole rows of a table without a key, that only one of the two has, and keys of which some column differs. */
  added: bigint;
  removed: bigint;
  changed: bigint;
  /** The first of them, in the order of the key. */
  examples: string[];
}

const isOther = ({ rowsBefore, columnsAdded, columnsRemoved, added, removed, changed }: Difference): boolean =>
  rowsBefore === undefined || columnsAdded.length + columnsRemoved.length > 0 || added + removed + changed > 0n;

/** @param isOwn whether the model was changed itself, so that rows are shown of it whatever it is */
async function differenceOf(db: Database, model: Model, isOwn: boolean): Promise<Difference> {
  const table = tableOf(model);
  const [columns, before] = [await columnsOf(db, WAREHOUSE, model.schema, model.name), await columnsOf(db, "last", model.schema, model.name)];
  const { rows } = await db.row<{ rows: bigint }>(`select count(*) as rows from ${table}`);
  const none = { model, rows, rowsBefore: undefined, columnsAdded: [], columnsRemoved: [], added: 0n, removed: 0n, changed: 0n, examples: [] };
  if (before.length === 0) return none;
  const { rows: rowsBefore } = await db.row<{ rows: bigint }>(`select count(*) as rows from last.${table}`);
  const shared = columns.filter((name) => before.includes(name));
  const moved = { ...none, rowsBefore, columnsAdded: columns.filter((name) => !before.includes(name)), columnsRemoved: before.filter((name) => !columns.includes(name)) };
  const key = model.key.every((name) => shared.includes(name)) ? model.key : [];
  // What has one row at most needs no key.
  const isKeyed = key.length > 0 || (rows <= 1n && rowsBefore <= 1n);
  return { ...moved, ...(isKeyed ? await byKey(db, table, key, shared) : await byRow(db, table, shared, isOwn ? EXAMPLES : 0)) };
}

type Compared = Pick<Difference, "added" | "removed" | "changed" | "examples">;

async function byKey(db: Database, table: string, key: string[], columns: string[]): Promise<Compared> {
  const others = columns.filter((name) => !key.includes(name));
  const isOther = others.map((name) => `now.${quoteName(name)} is distinct from before.${quoteName(name)}`).join(" or ") || "false";
  const side = (name: string) => `(select true as is_there, ${columns.map(quoteName).join(", ")} from ${name})`;
  const joined = `from ${side(table)} as now full join ${side(`last.${table}`)} as before ${key.length > 0 ? `using (${key.map(quoteName).join(", ")})` : "on true"}`;
  const where = "now.is_there is null or before.is_there is null or ";
  const { added, removed, changed } = await db.row<Compared>(`select count(*) filter (before.is_there is null) as added, count(*) filter (now.is_there is null) as removed,
    count(*) filter (now.is_there and before.is_there and (${isOther})) as changed ${joined}`);
  const values = others.flatMap((name, index) => [`now.${quoteName(name)}::varchar as now_${index}`, `before.${quoteName(name)}::varchar as before_${index}`]);
  const rows = await db.rows<Record<string, unknown>>(`select ${[...key.map((name, index) => `${quoteName(name)}::varchar as key_${index}`), "now.is_there as is_now", "before.is_there as was", ...values].join(", ")}
    ${joined} where ${where}${isOther} order by ${key.length > 0 ? key.map(quoteName).join(", ") : "all"} limit ${EXAMPLES}`);
  return { added, removed, changed, examples: rows.map((row) => {
    const named = key.map((name, index) => `${name}=${textOf(row[`key_${index}`])}`).join(" ") || "its row";
    if (!row.was) return `+ ${named}: ${others.map((name, index) => `${name} ${textOf(row[`now_${index}`])}`).join(", ")}`;
    if (!row.is_now) return `- ${named}`;
    const moves = others.flatMap((name, index) => (row[`now_${index}`] === row[`before_${index}`] ? [] : [`${name} ${textOf(row[`before_${index}`])} → ${textOf(row[`now_${index}`])}`]));
    return `  ${named}: ${moves.join(", ")}`;
  }) };
}

const textOf = (value: unknown) => printable(value === null ? "null" : String(value));

async function byRow(db: Database, table: string, columns: string[], most: number): Promise<Compared> {
  const list = columns.map(quoteName).join(", ");
  const only = (there: string, notThere: string) => `(select ${list} from ${there} except all select ${list} from ${notThere})`;
  const { added, removed } = await db.row<{ added: bigint; removed: bigint }>(`select (select count(*) from ${only(table, `last.${table}`)}) as added, (select count(*) from ${only(`last.${table}`, table)}) as removed`);
  const rows = async (sign: string, from: string) => (await db.rows<Record<string, unknown>>(`select ${columns.map((name) => `${quoteName(name)}::varchar as ${quoteName(name)}`).join(", ")} from ${from} order by all limit ${most}`))
    .map((row) => `${sign} ${columns.map((name) => `${name} ${textOf(row[name])}`).join(", ")}`);
  const examples = most === 0 ? [] : [...await rows("-", only(`last.${table}`, table)), ...await rows("+", only(table, `last.${table}`))];
  return { added, removed, changed: 0n, examples };
}

/**
 * A line for each table that came out otherwise; of those that were changed themselves the first rows, column by column, and of
 * the exports of one row, which are the headlines of pages, that row.
 */
function report(differences: Difference[], changed: ReadonlyMap<Step, Why>, write: (line: string) => void): void {
  const others = differences.filter(isOther);
  const width = Math.max(0, ...others.map(({ model }) => tableOf(model).length));
  for (const { model, rows, rowsBefore, columnsAdded, columnsRemoved, added, removed, changed } of others) {
    const said = rowsBefore === undefined ? [`new: ${counted(rows, "row")}`] : [
      ...(changed > 0n ? [`${changed.toLocaleString("en")} of ${counted(rowsBefore, "row")} changed`] : []),
      ...(added > 0n ? [`${counted(added, "row")} more`] : []), ...(removed > 0n ? [`${counted(removed, "row")} fewer`] : []),
      ...(columnsAdded.length > 0 ? [`new: ${columnsAdded.join(", ")}`] : []), ...(columnsRemoved.length > 0 ? [`gone: ${columnsRemoved.join(", ")}`] : []),
    ];
    write(`${tableOf(model).padEnd(width)}  ${said.join("; ")}`);
  }
  const own = new Set([...changed.keys()].map(({ model }) => model));
  const isHeadline = ({ model, rows, rowsBefore }: Difference) => model.schema === "exports" && rows <= 1n && (rowsBefore ?? 0n) <= 1n;
  for (const difference of others) {
    const { model, examples, added, removed, changed: moved } = difference;
    if (!(own.has(model) || isHeadline(difference)) || examples.length === 0) continue;
    const left = Number(added + removed + moved) - examples.length;
    write(`\n${tableOf(model)}  ${model.path}`);
    for (const example of examples) write(`  ${example}`);
    if (left > 0) write(`    … and ${counted(left, "other")}`);
  }
  if (others.some((difference) => !own.has(difference.model) && !isHeadline(difference))) write("\nrows of the others: npm run clientele -- compare NAME");
}
