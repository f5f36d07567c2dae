import { roundAmount } from "../lib/amount.js";
import type { Row, Scope, Table } from "../lib/page.js";
import { columnOf, type Cube } from "./cubes.js";
import type { Period } from "./periods.js";

/** What a table is made anew from. */
export interface Selected {
  /** Which cells are selected; all where absent. */
  mask: Uint8Array | undefined;
  /** Cells with their customers. */
  cells: Cube;
  period: Period;
  /** A cube by the name of its export; of one in a file per period, that of the period selected. */
  cube(name: string): Cube;
  /** The table as it is for all customers. */
  whole<T>(name: string): Table<T>;
  /** The table as it is for the selection. */
  selected<T>(name: string): Table<T>;
}

/**
 * How a table follows what the reader selected. The formulas are those of the marts, over sums of the cubes; with nothing
 * selected the result is the table itself, which a test holds them to.
 */
export interface Follower {
  /** Exports of pipeline/exports/selection that it sums. */
  cubes: string[];
  /** Other tables that it reads. */
  needs?: string[];
  /** What it follows: the period too, the customers alone, or a list of customers that keeps those selected. */
  scope: Exclude<Scope, "whole">;
  rows(selected: Selected): Row[];
}

/** A list of customers keeps those that are selected: those, at least, that the list of all customers had. */
export function listedRows(table: Table, mask: Uint8Array | undefined): Row[] {
  return mask && isList(table) ? table.rows.filter((row) => mask[row.cell as number] === 1) : table.rows;
}

export const isList = (table: Pick<Table, "columns">): boolean => table.columns.some(({ name }) => name === "cell");

/** A figure that does not add up over cells: known of all customers alone. */
export const ofWhole = <T>({ mask }: Selected, value: T | undefined): T | null => (mask ? null : (value ?? null));

/** A quotient; NULL where there is none. */
export const ratio = (value: number | null, by: number | null): number | null => (value === null || by === null || by === 0 ? null : value / by);

/** A quotient of what must be more than nothing. */
export const rate = (value: number | null, by: number | null): number | null => (by !== null && by > 0 ? ratio(value, by) : null);

export const difference = (value: number | null, other: number | null): number | null => (value === null || other === null ? null : roundAmount(value - other));

/** Rows of a cube as numbers of its column. */
export const numbers = (cube: Cube, name: string) => columnOf(cube, name).values as ArrayLike<number>;
