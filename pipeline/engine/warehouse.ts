import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { PLACE } from "../contracts/entity.js";
import { entities } from "../contracts/index.js";
import { compileContract } from "../contracts/compile.js";
import { ingest } from "../sources/ingest.js";
import { settingsSchema } from "../settings.js";
import { Database, quoteName, quoteText } from "./database.js";
import { UserError } from "./errors.js";
import { planChecks, planModels, type Step } from "./graph.js";
import { compareWithEarlierDay, takeOver, type LastRun } from "./lastRun.js";
import { silentLog, type Log } from "./log.js";
import { loadCrossChecks, loadModels, type Model } from "./model.js";
import { dataFolders, type Project } from "./project.js";
import { causesOf, runCrossChecks, runModels } from "./run.js";
import { findAsOfDate, writeSettings } from "./settings.js";

/** What a finished warehouse is known by. */
export interface Warehouse {
  asOfDate: string;
  /** Its models, exports included, in the order they were built. */
  steps: Step[];
}

export interface WarehouseOptions {
  /** Folder that holds pipeline/. */
  root: string;
  /** Empty folder for files that are only needed while it is built. */
  workFolder: string;
  log: Log;
  /** The run before, whose clusters and the like go on; none on a first run. */
  last?: LastRun;
}

/** Inputs to marts and exports in `db`: contracts, staging, marts, exports, each with its checks. */
export async function buildWarehouse(db: Database, project: Project, { root, workFolder, log, last }: WarehouseOptions): Promise<Warehouse> {
  mkdirSync(workFolder, { recursive: true });
  await takeOver(db, last);
  await db.confine([...dataFolders(project), resolve(workFolder)]);
  try {
    await ingest(db, project, workFolder, log);
  } finally {
    rmSync(join(workFolder), { recursive: true, force: true });
  }
  const saltLength = project.privacy.salt?.length ?? 0;
  if (project.privacy.customers === "pseudonym" && saltLength < SALT_LENGTH) {
    log.warn({
      what: saltLength === 0
        ? "pseudonyms are made without a salt: who knows the ids of customers can work out which is whose"
        : `pseudonyms are made with a salt of ${saltLength} characters, which can be guessed: who knows the ids of customers can then work out which is whose`,
      where: project.locate(["privacy"]),
      fix: `add to project.yaml a secret text of your own of ${SALT_LENGTH} characters or more, privacy: { salt: ... }, or set CLIENTELE_PRIVACY_SALT`,
    });
  }
  const asOfDate = await findAsOfDate(db, project);
  await compareWithEarlierDay(db, asOfDate);
  await writeSettings(db, project, asOfDate, project.settings);
  const models = loadModels(root);
  const steps = await planModels(db, models, await existingTables(db), root);
  const crossChecks = loadCrossChecks(root);
  await planChecks(db, crossChecks, await tablesWith(db, models));
  const isExport = (step: Step) => step.model.schema === "exports";
  try {
    await runModels(db, steps.filter((step) => !isExport(step)), project.settings, log);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError([...(await causesOf(db, crossChecks)), ...error.problems]);
  }
  await runCrossChecks(db, crossChecks, log);
  // Its work is done, and what leaves the warehouse must not be able to take it along.
  await db.run("alter table run.settings drop column privacy_salt");
  // Exports come after every check, so that the pages can show what the checks found.
  await runModels(db, steps.filter(isExport), project.settings, log, steps);
  return { asOfDate, steps };
}

/** A salt of fewer characters can be found by trying all there are. */
const SALT_LENGTH = 16;

/**
 * Runs every model and check over empty inputs: finds what is wrong with them in seconds and needs no data.
 *
 * @throws UserError as buildWarehouse does
 */
export async function checkModels(root: string): Promise<Model[]> {
  const db = await Database.open();
  try {
    await createEmptyInputs(db);
    const settings = settingsSchema.parse({});
    await writeSettings(db, { name: "check", reporting_currency: "EUR", privacy: { customers: "pseudonym" } }, "2025-01-01", settings);
    const models = loadModels(root);
    const steps = await planModels(db, models, await existingTables(db), root);
    const crossChecks = loadCrossChecks(root);
    await planChecks(db, crossChecks, await tablesWith(db, models));
    await runModels(db, steps, settings, silentLog);
    await runCrossChecks(db, crossChecks, silentLog);
    return models;
  } finally {
    db.close();
  }
}

/** The tables that ingest fills, without a row. */
export async function createEmptyInputs(db: Database): Promise<void> {
  await ingest(db, {
    name: "empty", reporting_currency: "EUR", inputs: ".", privacy: { customers: "pseudonym" }, contacts: {}, quarantine: { limit: 0, value_limit: 0 }, entities: {},
    settings: settingsSchema.parse({}), file: "project.yaml", folder: ".", inputFolder: ".", locate: () => "project.yaml:1",
  }, ".", silentLog);
  for (const entity of entities) {
    const columns = compileContract(entity).fields.map((field) => `${quoteName(field.name)} ${field.type}`);
    if (entity.isPlaced) columns.push(...Object.entries(PLACE).map(([name, type]) => `${name} ${type}`));
    await db.run(`create or replace table raw.${quoteName(entity.name)} (${columns.join(", ")})`);
  }
}

/** Tables that are there before any model runs, and those the engine fills while they run. */
export async function existingTables(db: Database, schemas = ["raw", "quarantine", "run"]): Promise<Set<string>> {
  const tables = await db.rows<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables where table_catalog = current_database() and table_schema in (${schemas.map(quoteText).join(", ")})`);
  // What the engine records of the run itself, while the models run.
  const recorded = ["run.check_results", "run.models", "run.model_columns", "run.model_references"];
  return new Set([...tables.map(({ name }) => name), ...recorded]);
}

/** The tables there are, and those that the models make. */
export async function tablesWith(db: Database, models: Model[]): Promise<Set<string>> {
  return new Set([...(await existingTables(db)), ...models.map((model) => `${model.schema}.${model.name}`)]);
}
