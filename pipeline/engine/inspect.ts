import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Database, quoteName } from "./database.js";
import { fail } from "./errors.js";
import { distance, planModels, type Step } from "./graph.js";
import { loadModels, type Model } from "./model.js";
import { loadProject, projectSlug, shownPath, type Project } from "./project.js";
import { currentRun } from "./publish.js";
import { printable } from "../sources/text.js";
import { createEmptyInputs, existingTables } from "./warehouse.js";
import { writeSettings } from "./settings.js";
import { settingsSchema, type Settings } from "../settings.js";

type Write = (line: string) => void;

/** One line a model: layer and name, what a row is, where it stands. */
export function listModels(root: string, write: Write): void {
  const models = loadModels(root);
  const width = Math.max(...models.map((model) => fullName(model).length));
  for (const model of models) write(`${fullName(model).padEnd(width)}  ${model.grain}`);
}

/** Tables that no model makes: what was read, and what was refused with its reasons. */
const INPUT_TABLE = /^(raw|quarantine)\.\w+$/;
/** Rows shown of a model, and of such a table: whoever looks for a refused row wants to find it. */
const [MODEL_ROWS, INPUT_ROWS] = [5, 50];

/**
 * All there is to know of one model, and its first rows if the project has been built; or the first rows of raw.<entity>,
 * quarantine.rows, quarantine.rules or quarantine.values.
 *
 * @throws UserError where no model has the name
 */
export async function showModel(root: string, name: string, { project, buildFolder, write, rows }: { project: string; buildFolder: string; write: Write; rows?: number }): Promise<void> {
  if (INPUT_TABLE.test(name)) return showRows(name, loadProject(project), buildFolder, write, rows ?? INPUT_ROWS);
  const steps = await plan(root);
  const step = steps.find(({ model }) => fullName(model) === name || model.name === name)
    ?? failForName(name, steps.map(({ model }) => fullName(model)));
  const { model } = step;
  const readers = steps.filter(({ references }) => references.some(({ schema, table }) => `${schema}.${table}` === fullName(model)));
  const tables = [...new Set(step.references.map(({ schema, table }) => `${schema}.${table}`))];
  write(`${fullName(model)}  ${model.path}`);
  write(model.grain);
  if (model.notes) write(model.notes);
  const isExport = model.schema === "exports";
  write(isExport ? "" : `\nkey      ${model.key.join(", ") || "none: at most one row"}`);
  write(`reads    ${tables.join(", ") || "nothing"}`);
  write(`read by  ${isExport ? `the page ${model.subject}` : readers.map((reader) => fullName(reader.model)).join(", ") || "nothing"}`);
  const inherited = isExport ? "; those that its header does not name mean what they do in the tables it reads" : "";
  const width = Math.max(0, ...model.columns.map((column) => column.name.length));
  write(`\ncolumns${inherited}`);
  for (const { name: column, meaning, unit } of model.columns) write(`  ${column.padEnd(width)}  ${meaning}${unit ? ` [${unit}]` : ""}`);
  if (model.checks.length > 0) write("\nchecks");
  for (const check of model.checks) write(`  ${check.title}: ${check.sql}`);
  const loaded = loadProject(project);
  const settings = settingsOf(model, loaded.settings);
  if (settings.length > 0) write(`\nsettings it reads, as ${shownPath(loaded.file)} has them`);
  for (const { path, value, meaning } of settings) write(`  ${path}: ${value}  ${meaning}`);
  await showRows(fullName(model), loaded, buildFolder, write, rows ?? MODEL_ROWS, model);
}

/** Says that no model has a name, and which have one like it: of which one letter in three would have to be another at most. */
export function failForName(name: string, known: string[]): never {
  const stem = (other: string) => other.replace(/^.*\./, "");
  const edits = new Map(known.map((other) => [other, distance(stem(other), stem(name))]));
  const near = known.filter((other) => edits.get(other)! <= stem(name).length / 3 || stem(other).includes(stem(name))).sort((a, b) => edits.get(a)! - edits.get(b)!).slice(0, 5);
  fail(`no model is named ${name}`, undefined, near.length > 0 ? `near to it: ${near.join(", ")}` : "see: npm run clientele list");
}

/** The settings that a model names: plain ones as run.settings.<subject>_<name>, lists as run.<subject>_<name>. */
function settingsOf(model: Model, settings: Settings): { path: string; value: string; meaning: string }[] {
  const described = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input" }) as { properties: Record<string, { properties: Record<string, { description?: string }> }> };
  const subjects = Object.entries(described(settingsSchema).properties);
  return subjects.flatMap(([subject, group]) => Object.entries(group.properties).flatMap(([name, { description = "" }]) => {
    // A TypeScript model gets the settings of its subject as an object.
    const isNamed = new RegExp(`\\b${subject}_${name}\\b${model.language === "ts" ? `|\\b(?:settings|${subject})\\.${name}\\b` : ""}`).test(model.text);
    if (!isNamed) return [];
    const value = (settings as unknown as Record<string, Record<string, unknown>>)[subject]![name];
    return [{ path: `settings.${subject}.${name}`, value: Array.isArray(value) ? `${value.length} entries` : JSON.stringify(value), meaning: description }];
  }));
}

const fullName = (model: Model) => `${model.schema}.${model.name}`;

async function plan(root: string): Promise<Step[]> {
  const db = await Database.open();
  try {
    await createEmptyInputs(db);
    await writeSettings(db, { name: "", reporting_currency: "EUR", privacy: { customers: "pseudonym" } }, "2025-01-01", settingsSchema.parse({}));
    return await planModels(db, loadModels(root), await existingTables(db), root);
  } finally {
    db.close();
  }
}

/** @param model what made the table: its rows come in the order of its key, those of an export as the page gets them */
async function showRows(table: string, project: Project, buildFolder: string, write: Write, limit: number, model?: Model): Promise<void> {
  const run = currentRun(join(buildFolder, projectSlug(project)));
  const file = run && join(run, "warehouse.duckdb");
  const build = `npm run build -- --project ${shownPath(project.folder)}`;
  if (!file || !existsSync(file)) {
    write(`\nno rows to show: build ${project.name} first, with ${build}`);
    return;
  }
  const db = await Database.open(file, { readOnly: true });
  try {
    if (!(await existingTables(db, [table.split(".")[0]!])).has(table)) {
      write(`\nno rows to show: the last run of ${project.name} has no ${table}; build it again, with ${build}`);
      return;
    }
    const { count } = await db.row<{ count: bigint }>(`select count(*) as count from ${table}`);
    const order = model ? model.key.map(quoteName).join(", ") : "all";
    const rows = await db.rows<Record<string, string | null>>(`select columns(*)::varchar from (select * from ${table} ${order && `order by ${order}`} limit ${limit})`);
    write(`\n${count.toLocaleString("en")} ${count === 1n ? "row" : "rows"} for ${project.name}, in ${shownPath(file)}${rows.length === 0 ? "" : rows.length < Number(count) ? `; the first ${rows.length}, more with --rows:` : ":"}`);
    for (const row of rows) write(`  ${Object.entries(row).map(([column, value]) => `${column}=${printable(value ?? "null")}`).join("  ")}`);
  } finally {
    db.close();
  }
}
