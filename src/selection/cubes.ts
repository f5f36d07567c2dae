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
  const cells = mask ? columnOf(cube, "cell").values as ArrayLike<number> : [];
  const keyColumns = keys.map((key) => columnOf(cube, key));
  const keyCodes = keyColumns.map((column) => codes(column, cube.length));
  const measureColumns = measures.map((measure) => columnOf(cube, measure).values);
  const groupOf = new Map<number, number>();
  const first: number[] = [];
  const totals = measures.map(() => [] as (number | null)[]);
  for (let row = 0; row < cube.length; row++) {
    if (mask && mask[cells[row]!] !== 1) continue;
    let code = 0;
    for (const { values, size } of keyCodes) code = code * size + values[row]!;
    let group = groupOf.get(code);
    if (group === undefined) {
      group = first.length;
      groupOf.set(code, group);
      first.push(row);
      for (const total of totals) total.push(nothing);
    }
    for (let measure = 0; measure < totals.length; measure++) {
      const value = measureColumns[measure]![row] ?? null;
      if (value !== null) totals[measure]![group] = (totals[measure]![group] ?? 0) + value;
    }
  }
  return first.map((row, group) => Object.fromEntries([
    ...keys.map((key, index) => [key, valueOf(keyColumns[index]!, row)]),
    ...measures.map((measure, index) => [measure, known(totals[index]![group]!)]),
  ]) as Sums<Key, Measure, number | null>);
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
