import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { kept } from "../kept.js";
import { Database, DatabaseError, quoteName, quoteText, type ColumnType } from "./database.js";
import type { Log } from "./log.js";
import { shownPath } from "./project.js";
import { currentRun } from "./publish.js";

/*
 * What a run knows of the one before: the tables of pipeline/kept.ts, as run.last_<mart>. They are one of its inputs, and
 * part of its name. A run that is repeated, of the same inputs, settings and code, takes what it took the first time, and not
 * what it made of it: so it gives the same bytes, however often.
 *
 * Two readings of "before". What goes on, such as the numbers of clusters, goes on from the last good run. What is compared, is
 * compared with the last good run of an earlier day: who builds twice on a day, or mends a model in the morning, still reads
 * what changed since yesterday. For that a run hands on what it compared itself with.
 */

/** Where a run takes its tables from. */
export interface LastRun {
  /** Warehouse of the last good run. */
  file: string;
  /** Whether this run is that one again, and takes what it took. */
  isRepeated: boolean;
  /** What the tables hold that are taken, see digest. */
  content: string;
}

/** The table of what a run took: a row, of which tables its name tells, and the day of those that it compares itself with. */
const TAKEN = { content: "VARCHAR", compared_date: "DATE" } satisfies Record<string, ColumnType>;

/** Makes the tables that are not there yet, without a row. */
export async function createKeptTables(db: Database): Promise<void> {
  await db.run("create schema if not exists run");
  for (const [mart, { columns }] of Object.entries(kept)) await db.run(`create table if not exists ${own("last", mart)} (${defined(columns)})`);
  await db.run(`create table if not exists run.last_run (${defined(TAKEN)})`);
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
      const [taken] = (await hasColumns(db, "run", "last_run", TAKEN)) ? await db.rows<{ content: string }>("select content from last.run.last_run") : [];
      if (taken && basename(folder).replace(/-\d+$/, "") === runName(inputs, taken.content)) {
        return { id: runName(inputs, taken.content), last: { file, isRepeated: true, content: taken.content } };
      }
      const content = await digest(db);
      return { id: runName(inputs, content), last: { file, isRepeated: false, content } };
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

/**
 * Fills the tables from the last run; before the database is confined, for its file lies outside. Until the day that this run looks
 * from is known, what the last run compared itself with stands beside, as run.earlier_<mart>: see compareWithEarlierDay.
 */
export async function takeOver(db: Database, last: LastRun | undefined): Promise<void> {
  await createKeptTables(db);
  if (!last) {
    await db.run("insert into run.last_run values ('', null)");
    return;
  }
  await attach(db, last.file);
  for (const [mart, { columns, isCompared }] of Object.entries(kept)) {
    const fill = async (table: string, schema: string, from: string) => {
      if (await hasColumns(db, schema, from, columns)) await db.run(`insert into ${table} select ${list(columns)} from last.${schema}.${from} order by all`);
    };
    if (last.isRepeated) await fill(own("last", mart), "run", `last_${mart}`);
    else await fill(own("last", mart), "marts", mart);
    if (!isCompared || last.isRepeated) continue;
    await db.run(`create table ${own("earlier", mart)} (${defined(columns)})`);
    await fill(own("earlier", mart), "run", `last_${mart}`);
  }
  const day = async (schema: string, table: string, column: string) =>
    ((await hasColumns(db, schema, table, { [column]: "DATE" })) ? `(select max(${column}) from last.${schema}.${table})` : "null");
  const compared = await day("run", "last_run", "compared_date");
  await db.run(`insert into run.last_run select ${quoteText(last.content)}, ${last.isRepeated ? compared : await day("run", "settings", "as_of_date")}`);
  if (!last.isRepeated) await db.run(`create table run.earlier_run as select ${compared}::date as compared_date`);
  await db.run("detach last");
}

/**
 * Where the last run did not look from an earlier day than this one, compares with what that run was compared with; with
 * nothing, where that was of no earlier day either.
 */
export async function compareWithEarlierDay(db: Database, asOfDate: string): Promise<void> {
  if (!(await hasTable(db, "earlier_run"))) return;
  const { last, earlier } = await db.row<{ last: boolean; earlier: boolean }>(`select
    coalesce((select compared_date from run.last_run) < ${quoteText(asOfDate)}::date, false) as last,
    coalesce((select compared_date from run.earlier_run) < ${quoteText(asOfDate)}::date, false) as earlier`);
  for (const [mart, { isCompared }] of Object.entries(kept)) {
    if (!isCompared) continue;
    if (!last) await db.run(`truncate ${own("last", mart)}`);
    if (!last && earlier) await db.run(`insert into ${own("last", mart)} from ${own("earlier", mart)} order by all`);
    await db.run(`drop table ${own("earlier", mart)}`);
  }
  if (!last) await db.run(`update run.last_run set compared_date = ${earlier ? "(select compared_date from run.earlier_run)" : "null"}`);
  await db.run("drop table run.earlier_run");
}

const attach = (db: Database, file: string) => db.run(`attach ${quoteText(file)} as last (read_only)`);
const list = (columns: Record<string, string>) => Object.keys(columns).map(quoteName).join(", ");
const defined = (columns: Record<string, string>) => Object.entries(columns).map(([name, type]) => `${quoteName(name)} ${type}`).join(", ");
const own = (start: "last" | "earlier", mart: string) => `run.${quoteName(`${start}_${mart}`)}`;
/** Without anything taken over the name is that of the inputs alone. */
const runName = (inputs: string, content: string) => (content === "" ? inputs : createHash("sha256").update(`${inputs} ${content}`).digest("hex").slice(0, inputs.length));

const hasTable = async (db: Database, table: string) =>
  (await db.rows(`select 1 from duckdb_tables() where database_name = current_database() and schema_name = 'run' and table_name = ${quoteText(table)}`)).length > 0;

/** Whether the last run has the table with these columns, of these types. */
async function hasColumns(db: Database, schema: string, table: string, columns: Record<string, string>): Promise<boolean> {
  const found = await db.rows<{ name: string; type: string }>(`select column_name as name, data_type as type from duckdb_columns()
    where database_name = 'last' and schema_name = ${quoteText(schema)} and table_name = ${quoteText(table)}`);
  return Object.entries(columns).every(([name, type]) => found.some((column) => column.name === name && column.type === type));
}

/** The content of all that may be taken over, whatever the order of its rows; empty where there is none. */
async function digest(db: Database): Promise<string> {
  const parts: string[] = [];
  for (const [mart, { columns, isCompared }] of Object.entries(kept)) {
    for (const [schema, table] of [["marts", mart], ...(isCompared ? [["run", `last_${mart}`]] : [])] as [string, string][]) {
      if (!(await hasColumns(db, schema, table, columns))) continue;
      const { rows, sum } = await db.row<{ rows: bigint; sum: bigint | null }>(`select count(*) as rows, sum(hash(${list(columns)})::hugeint) as sum from last.${schema}.${table}`);
      if (rows > 0n) parts.push(`${table} ${rows} ${sum}`);
    }
  }
  return parts.join("; ");
}
