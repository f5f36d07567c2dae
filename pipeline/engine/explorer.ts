import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import {
  Bool, DateDay, Field, Float64, Int32, makeData, RecordBatch, RecordBatchStreamWriter, Schema, Struct, Utf8, vectorFromArray, type Data, type DataType,
} from "apache-arrow";
import type { DatabaseProgram } from "../../src/client/explorer/program.js";
import type { ExplorerTable } from "../../src/pages/explorer.js";
import type { Columns, Database } from "./database.js";
import { absent, type ExportedTable } from "./export.js";

/** Folder of the explorer's tables, below data/ of the folder of pages. */
export const explorerFolder = "explorer";
/** Rows written at a time: as many as DuckDB itself keeps together. */
const BATCH_ROWS = 122_880;

const compressed = promisify(gzip);

/**
 * Writes every export, whole, as a stream of Arrow to `folder`/data/explorer/<name>.arrow.gz. The types are those of the
 * warehouse, for a reader computes with them: in fewer bytes a difference of two whole numbers would overflow.
 *
 * @returns what the page says of each table
 */
export async function writeExplorerTables(db: Database, exported: ExportedTable[], folder: string): Promise<ExplorerTable[]> {
  const target = join(folder, "data", explorerFolder);
  mkdirSync(target, { recursive: true });
  const written: ExplorerTable[] = [];
  for (const { name, subject, grain, columns } of exported) {
    const { rows, last } = await db.row<{ rows: number; last: number }>(`select count(*)::integer as rows, coalesce(max(rowid), -1)::integer as last from exports.${name}`);
    const schema = new Schema(columns.map((column) => new Field(column.name, typeOf(column.type), true)));
    const writer = new RecordBatchStreamWriter();
    writer.reset(undefined, schema);
    for (let first = 0; first <= last; first += BATCH_ROWS) {
      writer.write(batchOf(schema, await db.columns(`select * from exports.${name} where rowid between ${first} and ${first + BATCH_ROWS - 1} order by rowid`)));
    }
    writer.finish();
    writeFileSync(join(target, `${name}.arrow.gz`), await compressed(await writer.toUint8Array()));
    written.push({ name, subject, grain, rows, columns });
  }
  return written;
}

function typeOf(type: string): DataType {
  switch (type) {
    case "BOOLEAN": return new Bool();
    case "DATE": return new DateDay();
    case "DOUBLE": return new Float64();
    case "INTEGER": return new Int32();
    case "VARCHAR": return new Utf8();
    // run.ts lets no other leave the warehouse.
    default: throw new Error(`no type of Arrow stands for ${type}`);
  }
}

function batchOf(schema: Schema, values: Columns): RecordBatch {
  const children = schema.fields.map(({ name, type }) => dataOf(type as DataType, values[name]!));
  return new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: children[0]!.length, nullCount: 0, children }));
}

function dataOf(type: DataType, values: unknown[]): Data {
  const { length } = values;
  const [nullCount, nullBitmap] = absent(values);
  if (type instanceof Float64) return makeData({ type, length, nullCount, nullBitmap, data: Float64Array.from(values as (number | null)[], (value) => value ?? 0) });
  if (type instanceof Int32) return makeData({ type, length, nullCount, nullBitmap, data: Int32Array.from(values as (number | null)[], (value) => value ?? 0) });
  if (type instanceof DateDay) {
    return makeData({ type, length, nullCount, nullBitmap, data: Int32Array.from(values as (Date | null)[], (value) => (value ? Math.round(value.getTime() / 86_400_000) : 0)) });
  }
  if (type instanceof Utf8) {
    const valueOffsets = new Int32Array(length + 1);
    for (const [index, value] of (values as (string | null)[]).entries()) valueOffsets[index + 1] = valueOffsets[index]! + Buffer.byteLength(value ?? "");
    return makeData({ type, length, nullCount, nullBitmap, valueOffsets, data: Buffer.from((values as (string | null)[]).map((value) => value ?? "").join("")) });
  }
  return vectorFromArray(values, type).data[0]!;
}

/**
 * Puts the database that runs in the browser into a folder of the site: its program as WebAssembly, compressed, for hosts
 * send it as it stands; and the script of the worker that it runs in. The names carry a hash of the content.
 */
export async function placeDatabase(folder: string): Promise<DatabaseProgram> {
  mkdirSync(folder, { recursive: true });
  const read = (name: string) => readFileSync(createRequire(import.meta.url).resolve(`@duckdb/duckdb-wasm/dist/${name}`));
  const place = (name: string, content: Buffer, ending: string): string => {
    const named = `${name}-${createHash("sha256").update(content).digest("hex").slice(0, 8)}.${ending}`;
    writeFileSync(join(folder, named), content);
    return named;
  };
  // The map that its last line names stays behind.
  const worker = read("duckdb-browser-eh.worker.js").toString().replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "\n");
  const program = await compressed(read("duckdb-eh.wasm"));
  return { worker: place("duckdb-worker", Buffer.from(worker), "js"), program: place("duckdb", program, "wasm.gz"), bytes: program.length };
}
