import { roundAmount } from "../lib/amount.js";

/**
 * A table by column whose measures may be added up over its cells: a cell is one combination of the attributes that
 * customers are selected by.
 */
export interface Cube {
  length: number;
  columns: Record<string, CubeColumn>;
}

export interface CubeColumn {
  values: ArrayLike<number | null>;
  /** What the values stand for, where they are not numbers themselves: values are places in it. */
  names?: readonly (string | null)[];
}

/** Sums of measures for one combination of keys; a key may be NULL. */
export type Sums<Key extends string, Measure extends string, Sum = number> = Record<Measure, Sum> & { [key in Key]: string | number | null };

/**
 * Adds up the rows of a cube whose cell is selected, by keys; what is NULL adds nothing.
 *
 * @param mask 1 for each cell that is selected; all where absent
 * @returns one row per combination of keys that has a row, in the order they come in
 */
export const sumBy = <Key extends string = never, Measure extends string = never>(cube: Cube, mask: Uint8Array | undefined, keys: readonly Key[], measures: readonly Measure[]): Sums<Key, Measure>[] =>
  sums(cube, mask, keys, measures, 0) as Sums<Key, Measure>[];

/** The same, where a sum of NULLs alone is NULL. */
export const sumKnownBy = <Key extends string = never, Measure extends string = never>(cube: Cube, mask: Uint8Array | undefined, keys: readonly Key[], measures: readonly Measure[]): Sums<Key, Measure, number | null>[] =>
  sums(cube, mask, keys, measures, null);

function sums<Key extends string, Measure extends string>(cube: Cube, mask: Uint8Array | undefined, keys: readonly Key[], measures: readonly Measure[], nothing: 0 | null): Sums<Key, Measure, number | null>[] {
  const rows = mask && selectedRows(cube, mask);
  const keyColumns = keys.map((key) => columnOf(cube, key));
  const { groups, first } = grouped(cube, rows, keyColumns);
  const totals = measures.map((measure) => total(columnOf(cube, measure).values, rows, groups, first.length, nothing));
  return first.map((row, group) => Object.fromEntries([
    ...keys.map((key, index) => [key, valueOf(keyColumns[index]!, row)]),
    ...measures.map((measure, index) => [measure, known(totals[index]![group]!)]),
  ]) as Sums<Key, Measure, number | null>);
}

/** The rows of each cube that a selection takes in: several tables of a page sum the same ones. */
const rowsOf = new WeakMap<Uint8Array, WeakMap<Cube, Uint32Array>>();

function selectedRows(cube: Cube, mask: Uint8Array): Uint32Array {
  const found = rowsOf.get(mask) ?? new WeakMap<Cube, Uint32Array>();
  rowsOf.set(mask, found);
  let rows = found.get(cube);
  if (!rows) {
    const cells = columnOf(cube, "cell").values as ArrayLike<number>;
    rows = new Uint32Array(cube.length);
    let count = 0;
    for (let row = 0; row < cube.length; row++) if (mask[cells[row]!] === 1) rows[count++] = row;
    rows = rows.subarray(0, count);
    found.set(cube, rows);
  }
  return rows;
}

/** Combinations of keys up to which each has a place of its own; beyond, a map is smaller. */
const DENSE = 1 << 20;

/** The group of each row, from 0 in the order they come in, and the first row of each group. */
function grouped(cube: Cube, rows: Uint32Array | undefined, keyColumns: CubeColumn[]): { groups: Uint32Array; first: number[] } {
  const keyCodes = keyColumns.map((column) => codes(column, cube.length));
  const combinations = keyCodes.reduce((product, { size }) => product * size, 1);
  const dense = combinations <= DENSE ? new Int32Array(combinations).fill(-1) : undefined;
  const sparse = new Map<number, number>();
  const groups = new Uint32Array(rows?.length ?? cube.length);
  const first: number[] = [];
  for (let place = 0; place < groups.length; place++) {
    const row = rows ? rows[place]! : place;
    let code = 0;
    for (const { values, size } of keyCodes) code = code * size + values[row]!;
    let group = dense ? dense[code]! : (sparse.get(code) ?? -1);
    if (group < 0) {
      group = first.length;
      if (dense) dense[code] = group;
      else sparse.set(code, group);
      first.push(row);
    }
    groups[place] = group;
  }
  return { groups, first };
}

/** One measure of all groups: column by column is several times as fast as row by row. */
function total(values: ArrayLike<number | null>, rows: Uint32Array | undefined, groups: Uint32Array, count: number, nothing: 0 | null): (number | null)[] {
  const sums = new Float64Array(count);
  const hasValue = nothing === null ? new Uint8Array(count) : undefined;
  for (let place = 0; place < groups.length; place++) {
    const value = values[rows ? rows[place]! : place] ?? null;
    if (value === null) continue;
    const group = groups[place]!;
    sums[group]! += value;
    if (hasValue) hasValue[group] = 1;
  }
  return Array.from(sums, (sum, group) => (hasValue && hasValue[group] === 0 ? null : sum));
}

const known = (total: number | null): number | null => (total === null ? null : roundAmount(total));

/** Sums over all keys; zeros where no row is selected. */
export function sum<Measure extends string>(cube: Cube, mask: Uint8Array | undefined, measures: readonly Measure[]): Record<Measure, number> {
  const [row] = sumBy(cube, mask, [], measures);
  return row ?? (Object.fromEntries(measures.map((measure) => [measure, 0])) as Record<Measure, number>);
}

/** The value of a column in a row, as text where it stands for one. */
export function valueOf({ values, names }: CubeColumn, row: number): string | number | null {
  const value = values[row] ?? null;
  return names && value !== null ? (names[value] ?? null) : value;
}

export function columnOf(cube: Cube, name: string): CubeColumn {
  const column = cube.columns[name];
  if (!column) throw new Error(`the cube has no column ${name}`);
  return column;
}

interface Codes { values: ArrayLike<number>; size: number }

/** A column is counted over and over as the reader selects; its codes never change. */
const codesOf = new WeakMap<CubeColumn, Codes>();

function codes(column: CubeColumn, length: number): Codes {
  const known = codesOf.get(column) ?? encode(column, length);
  codesOf.set(column, known);
  return known;
}

/** Numbers from 0 for the values of a column: comparing numbers is faster than comparing text. */
function encode({ values, names }: CubeColumn, length: number): Codes {
  if (names) return { values: Uint32Array.from({ length }, (_, row) => values[row] ?? names.length), size: names.length + 1 };
  const known = new Map<number | null, number>();
  const codes = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const value = values[row] ?? null;
    let code = known.get(value);
    if (code === undefined) {
      code = known.size;
      known.set(value, code);
    }
    codes[row] = code;
  }
  return { values: codes, size: known.size };
}
