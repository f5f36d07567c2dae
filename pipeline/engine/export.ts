import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import {
  Bool, DateDay, Dictionary, Float64, Int32, makeData, makeVector, Table, tableToIPC, Uint16, Uint8, Utf8, vectorFromArray, type Vector,
} from "apache-arrow";
import * as d3 from "d3";
import { quoteName, quoteText, type Columns, type Database } from "./database.js";
import { fail } from "./errors.js";
import type { Step } from "./graph.js";
import type { Model } from "./model.js";

/** An export as its file describes it, beside the rows. */
export interface ExportedTable {
  name: string;
  path: string;
  /** The page that shows it: name of its folder. */
  subject: string;
  grain: string;
  sql: string;
  format: Model["format"];
  /** Data file, relative to the folder of the pages; the folder of the files where there are several. */
  file: string;
  /** The files of an export in parts, in order: by the value of its column, or by number from 0. */
  parts?: ExportPart[];
  /** The rows of a customer are in the file that the first digits of its key name: <folder>/<digits>.json.gz. */
  shard?: { folder: string; digits: number };
  columns: { name: string; type: string; meaning: string; unit: string | null }[];
  /** Marts that it reads, straight from its SQL. */
  marts: { name: string; path: string }[];
  /** Rows of a JSON export; any other is read from its files. */
  rows?: Record<string, unknown>[];
}

export interface ExportPart {
  key: string;
  file: string;
  rows: number;
}

const gzipAside = promisify(gzip);

/** Folders whose files browsers ask for by themselves: compressed here, for hosts do not know how. */
const sentFolders = new Set(["selection", "customers"]);
/** Customers in one file of the shards, about. */
const SHARD_CUSTOMERS = 25;

/**
 * Writes each export to `folder`/data/<page>/, in the order its SQL gives: same rows, same bytes. The name of its file is
 * <name>.json or <name>.arrow, or <name>/<part>.arrow; with .gz where it is sent as it stands.
 */
export async function writeExports(db: Database, steps: Step[], folder: string): Promise<ExportedTable[]> {
  const models = new Map(steps.map(({ model }) => [`${model.schema}.${model.name}`, model]));
  const exported: ExportedTable[] = [];
  const shards = new Map<string, ExportedTable[]>();
  const columnsOf = d3.group(await db.rows<ExportedTable["columns"][number] & { model: string }>(
    `select model, column_name as name, column_type as type, meaning, unit from run.model_columns where schema_name = 'exports' order by model, position`), ({ model }) => model);
  for (const { model, references } of steps.filter((step) => step.model.schema === "exports")) {
    const columns = columnsOf.get(model.name)!.map(({ name, type, meaning, unit }) => ({ name, type, meaning, unit }));
    const marts = [...new Set(references.map(({ schema, table }) => `${schema}.${table}`))]
      .flatMap((name) => models.get(name) ?? []).map(({ name, path }) => ({ name, path }));
    const page = `data/${model.subject}`;
    const { name, path, grain, subject, format } = model;
    const table: ExportedTable = { name, path, subject, grain, sql: model.text, format, file: `${page}/${name}`, columns, marts };
    if (model.format === "json") {
      const dates = columns.map(({ name, type }) => (type === "DATE" ? `${quoteName(name)}::varchar as ${quoteName(name)}` : quoteName(name)));
      table.rows = await db.rows(`select ${dates.join(", ")} from exports.${model.name}`);
      table.file += ".json";
      write(folder, table.file, JSON.stringify({ name: table.name, columns, rows: table.rows }));
    } else if (model.format === "arrow") {
      const extension = sentFolders.has(model.subject) ? ".arrow.gz" : ".arrow";
      const values = await db.columns(`select * from exports.${model.name}`);
      if (model.parts) {
        table.parts = partsOf(model, values).map(([key, part]) => {
          const file = `${table.file}/${key}${extension}`;
          write(folder, file, toArrow(columns, part));
          return { key, file, rows: part[columns[0]!.name]!.length };
        });
      } else {
        table.file += extension;
        write(folder, table.file, toArrow(columns, values));
      }
    } else {
      if (columns[0]!.name !== "customer_key") {
        fail(`the first column of ${model.name} is not customer_key, which names the file of a row`, `${model.path}:1`, "select customer_key first");
      }
      table.file = page;
      shards.set(page, [...(shards.get(page) ?? []), table]);
    }
    exported.push(table);
  }
  for (const [page, tables] of shards) await writeShards(db, tables, page, folder);
  return exported;
}

function write(folder: string, file: string, content: string | Uint8Array): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  // No time stamp in it: the same content is the same file.
  writeFileSync(path, file.endsWith(".gz") ? gzipSync(content) : content);
}

/** The rows of an export by the files they go to, in the order of the first row of each. */
function partsOf(model: Model, values: Columns): [key: string, values: Columns][] {
  const rowsOf = new Map<string, number[]>();
  const length = Object.values(values)[0]!.length;
  for (let row = 0; row < length; row++) {
    const key = "by" in model.parts! ? String(values[model.parts.by]?.[row]) : String(Math.floor(row / model.parts!.rows));
    const rows = rowsOf.get(key);
    if (rows) rows.push(row);
    else rowsOf.set(key, [row]);
  }
  return [...rowsOf].map(([key, rows]) => {
    if (!/^[A-Za-z0-9_-]+$/.test(key)) {
      fail(`${model.name} has a part that cannot be the name of a file: ${key}`, `${model.path}:1`, "divide it by a column of plain words");
    }
    return [key, Object.fromEntries(Object.entries(values).map(([name, column]) => [name, rows.map((row) => column[row])]))];
  });
}

/**
 * Writes what pages show of one customer: the rows of all `tables` whose customer_key begins alike in one file. The
 * database writes the JSON, a sixteenth at a time, so that millions of rows never stand here at once.
 */
async function writeShards(db: Database, tables: ExportedTable[], page: string, folder: string): Promise<void> {
  const counts = tables.map(({ name }) => `select count(distinct customer_key) as keys from exports.${name}`);
  const { keys } = await db.row<{ keys: bigint }>(`select max(keys) as keys from (${counts.join(" union all ")})`);
  const digits = Math.min(4, Math.max(1, Math.round(Math.log(Number(keys) / SHARD_CUSTOMERS) / Math.log(16)))) || 1;
  for (const table of tables) table.shard = { folder: page, digits };
  mkdirSync(join(folder, page), { recursive: true });
  for (const digit of "0123456789abcdef") {
    const files = new Map<string, string[]>();
    for (const { name, columns } of tables) {
      const names = columns.map((column) => column.name);
      // Six decimals say all that a page shows, and take half the bytes of a double's sixteen digits.
      const values = columns.map((column) => (column.type === "DOUBLE" ? `round(${quoteName(column.name)}, 6)` : quoteName(column.name)));
      const rows = await db.rows<{ shard: string; rows: string }>(
        `select left(customer_key, ${digits}) as shard, string_agg(json_array(${values.join(", ")})::varchar, ',' order by rowid) as rows
         from exports.${name} where left(customer_key, 1) = ${quoteText(digit)} group by shard order by shard`);
      for (const { shard, rows: text } of rows) {
        const parts = files.get(shard) ?? [];
        parts.push(`${JSON.stringify(name)}:{"columns":${JSON.stringify(names)},"rows":[${text}]}`);
        files.set(shard, parts);
      }
    }
    // Several at a time: compressing takes as long as all the rest.
    await Promise.all([...files].map(async ([shard, parts]) => {
      writeFileSync(join(folder, page, `${shard}.json.gz`), await gzipAside(`{${parts.join(",")}}`));
    }));
  }
}

/** Columns as an Arrow file; text by dictionary, for it repeats, and whole numbers in as few bytes as hold them. */
function toArrow(columns: ExportedTable["columns"], values: Columns): Uint8Array {
  return tableToIPC(new Table(Object.fromEntries(columns.map(({ name, type }, index) => [name, toVector(type, values[name]!, index)]))), "file");
}

function toVector(type: string, values: unknown[], index: number): Vector {
  if (type === "BOOLEAN") return vectorFromArray(values, new Bool());
  const length = values.length;
  const [nullCount, nullBitmap] = absent(values);
  if (type === "DOUBLE") return makeVector(makeData({ type: new Float64(), length, nullCount, nullBitmap, data: Float64Array.from(values as (number | null)[], (value) => value ?? 0) }));
  if (type === "DATE") {
    const days = Int32Array.from(values as (Date | null)[], (value) => (value ? Math.round(value.getTime() / 86_400_000) : 0));
    return makeVector(makeData({ type: new DateDay(), length, nullCount, nullBitmap, data: days }));
  }
  if (type === "INTEGER") {
    const { type: integer, data } = smallest(Int32Array.from(values as (number | null)[], (value) => value ?? 0));
    return makeVector(makeData({ type: integer, length, nullCount, nullBitmap, data }));
  }
  const numbers = new Map<unknown, number>();
  const data = Int32Array.from(values, (value) => {
    if (value === null) return 0;
    const known = numbers.get(value) ?? numbers.size;
    numbers.set(value, known);
    return known;
  });
  const dictionary = vectorFromArray([...numbers.keys()] as string[], new Utf8());
  // The dictionary's number is written into the file: fixed here, so that the same table gives the same bytes.
  return makeVector(makeData({ type: new Dictionary(new Utf8(), new Int32(), index), length, nullCount, nullBitmap, data, dictionary }));
}

function smallest(values: Int32Array): { type: Uint8; data: Uint8Array } | { type: Uint16; data: Uint16Array } | { type: Int32; data: Int32Array } {
  let most = 0;
  // A negative number has the highest of its bits set.
  for (const value of values) most = Math.max(most, value >>> 0);
  if (most < 2 ** 8) return { type: new Uint8(), data: Uint8Array.from(values) };
  if (most < 2 ** 16) return { type: new Uint16(), data: Uint16Array.from(values) };
  return { type: new Int32(), data: values };
}

/** How many values are NULL, and a bit for each value that is not. */
export function absent(values: unknown[]): [count: number, bitmap: Uint8Array | undefined] {
  const bitmap = new Uint8Array(Math.ceil(values.length / 64) * 8);
  let count = 0;
  for (const [index, value] of values.entries()) {
    if (value === null || value === undefined) count++;
    else bitmap[index >> 3]! |= 1 << (index & 7);
  }
  return count > 0 ? [count, bitmap] : [0, undefined];
}
