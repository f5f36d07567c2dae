import { existsSync } from "node:fs";
import { join } from "node:path";
import { Database } from "./database.js";
import { fail } from "./errors.js";
import { planModels, type Step } from "./graph.js";
import { loadModels, type Model } from "./model.js";
import { loadProject, projectSlug, shownPath } from "./project.js";
import { currentRun } from "./publish.js";
import { createEmptyInputs, existingTables } from "./warehouse.js";
import { writeSettings } from "./settings.js";
import { settingsSchema } from "../settings.js";

type Write = (line: string) => void;

/** One line a model: layer and name, what a row is, where it stands. */
export function listModels(root: string, write: Write): void {
  const models = loadModels(root);
  const width = Math.max(...models.map((model) => fullName(model).length));
  for (const model of models) write(`${fullName(model).padEnd(width)}  ${model.grain}`);
}

/**
 * All there is to know of one model, and its first rows if the project has been built.
 *
 * @throws UserError where no model has the name
 */
export async function showModel(root: string, name: string, { project, buildFolder, write }: { project: string; buildFolder: string; write: Write }): Promise<void> {
  const steps = await plan(root);
  const step = steps.find(({ model }) => fullName(model) === name || model.name === name);
  if (!step) {
    const near = steps.map(({ model }) => fullName(model)).filter((other) => other.includes(name.replace(/^.*\./, "").slice(0, 5))).slice(0, 5);
    fail(`no model is named ${name}`, undefined, near.length > 0 ? `near to it: ${near.join(", ")}` : "see: npm run clientele list");
  }
  const { model } = step;
  const readers = steps.filter(({ references }) => references.some(({ schema, table }) => `${schema}.${table}` === fullName(model)));
  const tables = [...new Set(step.references.map(({ schema, table }) => `${schema}.${table}`))];
  write(`${fullName(model)}  ${model.path}`);
  write(model.grain);
  if (model.notes) write(model.notes);
  write(`\nkey      ${model.key.join(", ") || "none: at most one row"}`);
  write(`reads    ${tables.join(", ") || "nothing"}`);
  write(`read by  ${readers.map((reader) => fullName(reader.model)).join(", ") || "nothing"}`);
  const width = Math.max(0, ...model.columns.map((column) => column.name.length));
  write("\ncolumns");
  for (const { name: column, meaning, unit } of model.columns) write(`  ${column.padEnd(width)}  ${meaning}${unit ? ` [${unit}]` : ""}`);
  if (model.checks.length > 0) write("\nchecks");
  for (const check of model.checks) write(`  ${check.title}: ${check.sql}`);
  await showRows(model, project, buildFolder, write);
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

async function showRows(model: Model, project: string, buildFolder: string, write: Write): Promise<void> {
  const run = currentRun(join(buildFolder, projectSlug(loadProject(project))));
  const file = run && join(run, "warehouse.duckdb");
  if (!file || !existsSync(file)) {
    write(`\nno rows to show: build the project first, with npm run build -- --project ${project}`);
    return;
  }
  const db = await Database.open(file, { readOnly: true });
  try {
    const { count } = await db.row<{ count: bigint }>(`select count(*) as count from ${fullName(model)}`);
    const rows = await db.rows<Record<string, string | null>>(`select columns(*)::varchar from ${fullName(model)} order by all limit 5`);
    write(`\n${count.toLocaleString("en")} rows in ${shownPath(file)}${rows.length > 0 ? "; the first:" : ""}`);
    for (const row of rows) write(`  ${Object.entries(row).map(([column, value]) => `${column}=${value ?? "null"}`).join("  ")}`);
  } finally {
    db.close();
  }
}
