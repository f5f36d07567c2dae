import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { Database, quoteName } from "../../pipeline/engine/database.js";
import { formatProblem, UserError } from "../../pipeline/engine/errors.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadProject, type CsvOptions } from "../../pipeline/engine/project.js";
import { readCsv } from "../../pipeline/sources/csv.js";
import { ingest } from "../../pipeline/sources/ingest.js";

export type Files = Record<string, string | Uint8Array>;

/** A folder with these files, removed when the test ends. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "clientele-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Reads the files as project.yaml says; the entities of it are given, name and currency are added. */
export async function ingestFiles(entities: string, files: Files, head = ""): Promise<Database> {
  const folder = folderOf({ ...files, "project.yaml": `name: Test\nreporting_currency: EUR\n${head}entities:\n${entities}` });
  const db = await Database.open();
  onTestFinished(() => db.close());
  await ingest(db, loadProject(folder), folder, silentLog);
  return db;
}

/** What a person is told where reading fails, with the folder's name left out. */
export async function problemsOf(work: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    await (typeof work === "function" ? work() : work);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(formatProblem).join("\n").replace(/[^\s]*clientele-[A-Za-z0-9]{6}/g, "FOLDER");
  }
  throw new Error("nothing was found wrong");
}

export interface Table {
  columns: string[];
  rows: number;
  /** Rows that were read: number, and the fields in their order. */
  read: [number, ...string[]][];
  /** Rows that were not: number, rule, message. */
  refused: [number, string, string][];
  /** The text of each row. */
  raw: Map<number, string>;
}

const defaults: CsvOptions = { delimiter: ",", encoding: "utf-8", header: true, skip: 0, absent: [""] };
let number = 0;

/** Reads one delimited file, without mapping and contract. */
export async function readTable(db: Database, content: string | Uint8Array, options: Partial<CsvOptions> = {}): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), "clientele-"));
  try {
    writeFileSync(join(folder, "input.csv"), content);
    const file = await readCsv(db, join(folder, "input.csv"), { ...defaults, ...options }, folder, `test_${++number}`);
    // The driver takes a byte order mark for none of the text it opens: a point before it keeps it.
    const fields = file.columns.map((column, index) => `'.' || ${quoteName(column)} as field_${index}`);
    const rows = await db.rows<Record<string, unknown>>(`select ${["_row", ...fields].join(", ")} from (${file.query}) order by _row`);
    const refused = await db.rows<Record<string, unknown>>(`select _row, rule, message from (${file.unreadable}) order by _row, rule`);
    const raw = await db.rows<{ _row: bigint; raw: string }>(`select _row, '.' || raw as raw from (${file.raw})`);
    for (const table of file.tables) await db.run(`drop table ${table}`);
    return {
      columns: file.columns,
      rows: file.rows,
      read: rows.map((row) => Object.values(row).map((value, index) => (index === 0 ? Number(value) : (value as string).slice(1))) as [number, ...string[]]),
      refused: refused.map(({ _row, rule, message }) => [Number(_row), rule, message] as [number, string, string]),
      raw: new Map(raw.map((row) => [Number(row._row), row.raw.slice(1)])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
