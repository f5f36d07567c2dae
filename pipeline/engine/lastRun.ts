import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { kept } from "../kept.js";
import { Database, DatabaseError, quoteName, quoteText } from "./database.js";
import type { Log } from "./log.js";
import { shownPath } from "./project.js";
import { currentRun } from "./publish.js";

/*
 * What a run knows of the one before: the tables of pipeline/kept.ts, as run.last_<mart>. They are one of its inputs, and
 * part of its name. A run that is repeated, of the same inputs, settings and code, takes what it took the first time, and not
 * what it made of it: so it gives the same bytes, however often.
 */

/** Where a run takes its tables from. */
export interface LastRun {
  /** Warehouse of the last good run. */
  file: string;
  /** Schema and start of the names of its tables: what it made, or, of a run that is repeated, what it took itself. */
  prefix: "marts." | "run.last_";
}

/** Makes the tables that are not there yet, without a row. */
export async function createKeptTables(db: Database): Promise<void> {
  await db.run("create schema if not exists run");
  for (const [mart, columns] of Object.entries(kept)) {
    await db.run(`create table if not exists run.${quoteName(`last_${mart}`)} (${Object.entries(columns).map(([name, type]) => `${quoteName(name)} ${type}`).join(", ")})`);
  }
}

/**
 * Names a run by what goes into it, the last run's tables among it, and says where these are to be taken from.
 *
 * @param inputs name of all else that goes into it
 */
export async function findLastRun(buildFolder: string, inputs: string, log: Log): Promise<{ id: string; last?: LastRun }> {
  const folder = currentRun(buildFolder);
  const file = folder && join(folder, "warehouse.duckdb");
  if (!file || !existsSync(file)) return { id: inputs };
  try {
    const db = await Database.open();
    try {
      await attach(db, file);
      const taken: LastRun = { file, prefix: "run.last_" };
      const before = runName(inputs, await digest(db, taken));
      if (basename(folder).replace(/-\d+$/, "") === before) return { id: before, last: taken };
      const made: LastRun = { file, prefix: "marts." };
      return { id: runName(inputs, await digest(db, made)), last: made };
    } finally {
      db.close();
    }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    log.warn({
      what: `the last run cannot be read, and this one begins as the first: ${error.message.split("\n")[0]}`, where: shownPath(file),
      fix: "numbers of clusters may change their meaning tonight; from the next run on they are kept again",
    });
    return { id: inputs };
  }
}

/** Fills the tables from the last run; before the database is confined, for its file lies outside. */
export async function takeOver(db: Database, last: LastRun | undefined): Promise<void> {
  await createKeptTables(db);
  if (!last) return;
  await attach(db, last.file);
  for (const [mart, columns] of Object.entries(kept)) {
    if (await hasColumns(db, last, mart)) await db.run(`insert into run.${quoteName(`last_${mart}`)} select ${list(columns)} from last.${last.prefix}${mart} order by all`);
  }
  await db.run("detach last");
}

const attach = (db: Database, file: string) => db.run(`attach ${quoteText(file)} as last (read_only)`);
const list = (columns: Record<string, string>) => Object.keys(columns).map(quoteName).join(", ");
/** Without anything taken over the name is that of the inputs alone. */
const runName = (inputs: string, content: string) => (content === "" ? inputs : createHash("sha256").update(`${inputs} ${content}`).digest("hex").slice(0, inputs.length));

/** Whether the last run has the table with these columns, of these types. */
async function hasColumns(db: Database, { prefix }: LastRun, mart: string): Promise<boolean> {
  const [schema, start] = prefix.split(".") as [string, string];
  const found = await db.rows<{ name: string; type: string }>(`select column_name as name, data_type as type from duckdb_columns()
    where database_name = 'last' and schema_name = ${quoteText(schema)} and table_name = ${quoteText(`${start}${mart}`)}`);
  return Object.entries(kept[mart]!).every(([name, type]) => found.some((column) => column.name === name && column.type === type));
}

/** The content of the tables, whatever the order of their rows; empty where they have none. */
async function digest(db: Database, last: LastRun): Promise<string> {
  const parts: string[] = [];
  for (const [mart, columns] of Object.entries(kept)) {
    if (!(await hasColumns(db, last, mart))) continue;
    const { rows, sum } = await db.row<{ rows: bigint; sum: bigint | null }>(
      `select count(*) as rows, sum(hash(${list(columns)})::hugeint) as sum from last.${last.prefix}${mart}`);
    if (rows > 0n) parts.push(`${mart} ${rows} ${sum}`);
  }
  return parts.join("; ");
}
