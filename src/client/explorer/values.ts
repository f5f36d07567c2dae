import { DataType, type RecordBatch } from "apache-arrow";
import type { Value } from "../../lib/page.js";
import type { QueryResult } from "./database.js";

/** The type of a column or of what it holds. */
export const typeOf = (of: { type: unknown }): DataType => of.type as DataType;

/** Whether a column holds numbers, which stand right. */
export const isNumber = (type: DataType): boolean => DataType.isInt(type) || DataType.isFloat(type) || DataType.isDecimal(type);

/** The rows of a result in their order, as values that a table or a file can hold; the first `most` of them. */
export function* rowsOf({ batches, fields }: QueryResult, most = Infinity): Generator<Value[]> {
  let left = most;
  for (const batch of batches) {
    const columns = fields.map((_, index) => columnOf(batch, index));
    for (let row = 0; row < batch.numRows && left > 0; row++, left--) yield columns.map((value) => value(row));
  }
}

/** By place, not by name: a query may give two columns of one name. */
function columnOf(batch: RecordBatch, index: number): (row: number) => Value {
  const column = batch.getChildAt(index)!;
  const type = typeOf(column);
  return (row) => plain(column.get(row), type);
}

/** A value of Arrow as text or number, exactly: what a number of JavaScript cannot hold stays text. */
export function plain(value: unknown, type: DataType): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint" && DataType.isInt(type)) return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (DataType.isDecimal(type)) return decimal(String(value), type.scale);
  if (DataType.isDate(type)) return instant(Number(value)).split(" ")[0]!;
  if (DataType.isTimestamp(type)) return instant(Number(value));
  if (DataType.isTime(type)) return instant(Number(value) / 1000 ** type.unit * 1000).slice(11);
  if (DataType.isInterval(type)) return duration(value as Int32Array);
  if (DataType.isBinary(type)) return Array.from(value as Uint8Array, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (DataType.isList(type) || DataType.isFixedSizeList(type)) {
    const inner = typeOf(type.children[0]!);
    return `[${Array.from(value as Iterable<unknown>, (item) => nested(item, inner)).join(", ")}]`;
  }
  if (DataType.isStruct(type)) {
    const row = value as Record<string, unknown>;
    return `{${type.children.map((field) => `${field.name}: ${nested(row[field.name], typeOf(field))}`).join(", ")}}`;
  }
  if (DataType.isMap(type)) {
    const [keys, values] = (typeOf(type.children[0]!).children as { type: unknown }[]).map(typeOf);
    return `{${Array.from(value as Iterable<[unknown, unknown]>, ([key, item]) => `${nested(key, keys!)}: ${nested(item, values!)}`).join(", ")}}`;
  }
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

const nested = (value: unknown, type: DataType): string => String(plain(value, type) ?? "NULL");

/** Digits with the point before the last `scale` of them. */
function decimal(digits: string, scale: number): string {
  if (scale <= 0) return digits;
  const [, sign, figures] = /^(-?)(\d+)$/.exec(digits)!;
  const padded = figures!.padStart(scale + 1, "0");
  return `${sign!}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** "2025-06-30 12:34:56", with milliseconds where there are any. */
function instant(milliseconds: number): string {
  const date = new Date(milliseconds);
  // DuckDB has days that no calendar of JavaScript reaches.
  return Number.isNaN(date.getTime()) ? String(milliseconds) : date.toISOString().replace("T", " ").replace(/(?:\.000)?Z$/, "");
}

/** Months, days and nanoseconds as ISO 8601 writes a duration. */
function duration([months = 0, days = 0, low = 0, high = 0]: Int32Array): string {
  const seconds = (high * 2 ** 32 + (low >>> 0)) / 1e9;
  return `P${months}M${days}DT${seconds}S`;
}
