import { DataType, tableFromIPC, type Vector } from "apache-arrow";
import type { Cube, CubeColumn } from "../selection/cubes.js";
import { fetchData, once } from "./site.js";

/** A table of an Arrow file, by column. */
export const fetchCube = (path: string): Promise<Cube> => once(path, async () => {
  const table = tableFromIPC(await fetchData(path));
  return { length: table.numRows, columns: Object.fromEntries(table.schema.fields.map(({ name }) => [name, columnOf(table.getChild(name)!)])) };
});

function columnOf(vector: Vector): CubeColumn {
  const [data] = vector.data;
  if (!data) return { values: [] };
  if (DataType.isDictionary(vector.type)) {
    return { values: withNulls(data.values as Int32Array, vector), names: [...(data.dictionary as unknown as Iterable<string>)] };
  }
  if (DataType.isUtf8(vector.type)) throw new Error("text without a dictionary");
  // Dates are kept as days since 1970, booleans are bits: both as Arrow reads them.
  if (DataType.isBool(vector.type) || DataType.isDate(vector.type)) return { values: Array.from(vector as Iterable<number | boolean | null>, (value) => (value === null ? null : Number(value))) };
  return { values: withNulls(data.values as Int32Array, vector) };
}

function withNulls(values: ArrayLike<number>, vector: Vector): ArrayLike<number | null> {
  return vector.nullCount === 0 ? values : Array.from({ length: vector.length }, (_, row) => (vector.isValid(row) ? values[row]! : null));
}
