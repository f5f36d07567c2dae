import type { Row, Table } from "../lib/page.js";
import type { Cube } from "./cubes.js";
import { isList, listedRows, type Follower, type Selected } from "./follow.js";
import { composition } from "./tables/composition.js";
import { rfm } from "./tables/rfm.js";
import { solvency } from "./tables/solvency.js";
import { value } from "./tables/value.js";

/** Every table that is made anew for a selection, by name of its export; lists of customers need no rule of their own. */
export const followers: Record<string, Follower> = { ...composition, ...value, ...rfm, ...solvency };

/** Whether a table of a page says something else for a selection. */
export const canFollow = (table: Table): boolean => table.rows.length > 0 && (followers[table.name] !== undefined || isList(table));

/** Tables that are read to make some tables anew, beside themselves. */
export const neededBy = (tables: Iterable<string>): string[] => [...new Set([...tables].flatMap((name) => followers[name]?.needs ?? []))];

/** Cubes that tables are made from. */
export const cubesOf = (tables: Iterable<string>): string[] => [...new Set([...tables].flatMap((name) => followers[name]?.cubes ?? []))];

/**
 * The tables of a page as they are for a selection.
 *
 * @param whole the tables for all customers
 * @param cubes by name of their export
 */
export function selectTables(whole: ReadonlyMap<string, Table>, cubes: ReadonlyMap<string, Cube>, { mask, cells, period }: Pick<Selected, "mask" | "cells" | "period">): (name: string) => Table {
  const made = new Map<string, Table>();
  const selected: Selected = {
    mask, cells, period,
    cube: (name) => found(cubes, name),
    whole: <T>(name: string) => found(whole, name) as Table<T>,
    selected: <T>(name: string) => read(name) as Table<T>,
  };
  function read(name: string): Table {
    const known = made.get(name);
    if (known) return known;
    const follower = followers[name];
    const table = whole.get(name);
    const rows = (): Row[] => (follower ? follower.rows(selected) : listedRows(found(whole, name), mask));
    const scope = follower?.scope ?? (isList(found(whole, name)) ? "listed" : "whole");
    const result: Table = { name, path: "", columns: [], marts: [], ...table, rows: rows(), scope };
    made.set(name, result);
    return result;
  }
  return read;
}

function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`nothing is named ${name}`);
  return value;
}
