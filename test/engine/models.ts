import { Database } from "../../pipeline/engine/database.js";
import { planModels, type Step } from "../../pipeline/engine/graph.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadModels } from "../../pipeline/engine/model.js";
import { runModels } from "../../pipeline/engine/run.js";
import { writeSettings } from "../../pipeline/engine/settings.js";
import { createEmptyInputs, existingTables } from "../../pipeline/engine/warehouse.js";
import { settingsSchema } from "../../pipeline/settings.js";
import { folderOf, type Files } from "../sources/files.js";

export const settings = settingsSchema.parse({});

/** A warehouse of a project without inputs: in memory, or in a file. */
export async function emptyWarehouse(file = ":memory:"): Promise<Database> {
  const db = await Database.open(file, { threads: 1 });
  await createEmptyInputs(db);
  await writeSettings(db, { name: "Test", reporting_currency: "EUR", privacy: { customers: "id" } }, "2025-06-30", settings);
  return db;
}

/** Finds the order in which these files below pipeline/ run. */
export async function plan(db: Database, files: Files): Promise<Step[]> {
  const root = folderOf(Object.fromEntries(Object.entries(files).map(([name, text]) => [`pipeline/${name}`, text])));
  return planModels(db, loadModels(root), await existingTables(db), root);
}

/** Runs them. */
export async function run(db: Database, files: Files): Promise<void> {
  await runModels(db, await plan(db, files), settings, silentLog);
}

/** The models of a plan that make some tables, with all that these read, in the order of the plan. */
export function stepsFor(steps: Step[], names: string[]): Step[] {
  const wanted = new Set(names);
  return steps.toReversed().filter(({ model, references }) => {
    if (!wanted.has(model.name)) return false;
    for (const { table } of references) wanted.add(table);
    return true;
  }).reverse();
}

/** A mart of one column, with the rest of its header right. */
export const mart = (sql: string, header = "-- One row per thing.\n-- key: a\n-- columns:\n--   a  A thing\n") => header + sql;
