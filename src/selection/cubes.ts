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
  const { first, totals } = totalsBy(cube, mask, keys, measures, nothing);
  const keyColumns = keys.map((key) => columnOf(cube, key));
  return first.map((row, place) => Object.fromEntries([
    ...keys.map((key, index) => [key, valueOf(keyColumns[index]!, row)]),
    ...measures.map((measure, index) => [measure, known(totals[index]![place]!)]),
  ]) as Sums<Key, Measure, number | null>);
}

/**
 * The rows of a cube that are selected, added up over their cells: a small cube whose sums are those of the large one, for
 * several tables that are made from it.
 */
export function condensed(cube: Cube, mask: Uint8Array | undefined, keys: readonly string[], measures: readonly string[]): Cube {
  const { first, totals } = totalsBy(cube, mask, keys, measures, 0);
  return {
    length: first.length,
    columns: Object.fromEntries([
      ...keys.map((key) => [key, { ...columnOf(cube, key), values: first.map((row) => columnOf(cube, key).values[row] ?? null) }] as const),
      ...measures.map((measure, index) => [measure, { values: totals[index]! }] as const),
    ]),
  };
}

/** Totals of each measure for each combination of keys that is selected, in the order they come in, and the first row of each. */
function totalsBy(cube: Cube, mask: Uint8Array | undefined, keys: readonly string[], measures: readonly string[], nothing: 0 | null): { first: number[]; totals: (number | null)[][] } {
  const rows = mask && selectedRows(cube, mask);
  const found = groupsBy(cube, keys);
  const { groups, count } = found;
  const isFound = new Uint8Array(count);
  const first: number[] = [];
  for (let place = 0; place < (rows?.length ?? cube.length); place++) {
    const row = rows ? rows[place]! : place;
    if (isFound[groups[row]!] === 1) continue;
    isFound[groups[row]!] = 1;
    first.push(row);
  }
  return { first, totals: measures.map((measure) => {
    const sums = total(columnOf(cube, measure), rows, found, nothing);
    return first.map((row) => sums(groups[row]!));
  }) };
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

/** The group of each row of a cube, numbered from 0. */
interface Groups { groups: Uint32Array; count: number }

/** The groups of a cube by keys are the same for every selection. */
const groupsOf = new WeakMap<Cube, Map<string, Groups>>();

function groupsBy(cube: Cube, keys: readonly string[]): Groups {
  const known = groupsOf.get(cube) ?? new Map<string, Groups>();
  groupsOf.set(cube, known);
  const name = keys.join();
  const found = known.get(name) ?? grouped(cube, keys);
  known.set(name, found);
  return found;
}

/** Combinations of keys up to which each has a place of its own; beyond, a map is smaller. */
const DENSE = 1 << 20;

function grouped(cube: Cube, keys: readonly string[]): Groups {
  const keyCodes = keys.map((key) => codes(columnOf(cube, key), cube.length));
  const combinations = keyCodes.reduce((product, { size }) => product * size, 1);
  const dense = combinations <= DENSE ? new Int32Array(combinations).fill(-1) : undefined;
  const sparse = new Map<number, number>();
  const groups = new Uint32Array(cube.length);
  let count = 0;
  for (let row = 0; row < cube.length; row++) {
    let code = 0;
    for (const { values, size } of keyCodes) code = code * size + values[row]!;
    let group = dense ? dense[code]! : (sparse.get(code) ?? -1);
    if (group < 0) {
      group = count++;
      if (dense) dense[code] = group;
      else sparse.set(code, group);
    }
    groups[row] = group;
  }
  return { groups, count };
}

/** One measure of all groups that have a row selected: column by column is several times as fast as row by row. */
function total(column: CubeColumn, rows: Uint32Array | undefined, { groups, count }: Groups, nothing: 0 | null): (group: number) => number | null {
  const { values, isKnown } = numbersOf(column, groups.length);
  const sums = new Float64Array(count);
  const hasValue = nothing === null && isKnown ? new Uint8Array(count) : undefined;
  const length = rows?.length ?? groups.length;
  for (let place = 0; place < length; place++) {
    const row = rows ? rows[place]! : place;
    sums[groups[row]!]! += values[row]!;
  }
  if (hasValue) {
    for (let place = 0; place < length; place++) {
      const row = rows ? rows[place]! : place;
      hasValue[groups[row]!]! |= isKnown![row]!;
    }
  }
  return (group) => (hasValue && hasValue[group] === 0 ? null : sums[group]!);
}

/** The numbers of a column, 0 where there is none; isKnown has 1 for those there are, and is absent where all are there. */
interface Numbers { values: Float64Array; isKnown?: Uint8Array }

/** Of one kind for all columns: a loop that meets several is many times as slow. */
const numbers = new WeakMap<CubeColumn, Numbers>();

function numbersOf(column: CubeColumn, length: number): Numbers {
  const found = numbers.get(column) ?? readNumbers(column.values, length);
  numbers.set(column, found);
  return found;
}

function readNumbers(values: ArrayLike<number | null>, length: number): Numbers {
  const found = new Float64Array(length);
  const isKnown = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    const value = values[row] ?? null;
    if (value === null) continue;
    found[row] = value;
    isKnown[row] = 1;
  }
  return isKnown.includes(0) ? { values: found, isKnown } : { values: found };
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
