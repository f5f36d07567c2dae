import type { GradeRow, HorizonRow, SettingRow, TierRow } from "../../pages/whatIf/rows.js";
import { columnOf, valueOf, type Cube } from "../../selection/cubes.js";
import { fetchCube } from "../arrow.js";
import { fetchJson, siteData } from "../site.js";

/** A table by column, numbers that are not known being NaN: of one file or several. */
export interface Columns {
  length: number;
  numbers(name: string): Float64Array;
  text(name: string, row: number): string;
}

export interface WhatIfData {
  customers: Columns;
  clients: Columns;
  settings: SettingRow[];
  tiers: TierRow[];
  grades: GradeRow[];
  horizon: HorizonRow | undefined;
}

export async function loadWhatIf(): Promise<WhatIfData> {
  const { files } = await siteData();
  const rows = async <T>(name: string) => (await fetchJson<{ rows: T[] }>(`customers/${name}.json`)).rows;
  const [customers, clients, settings, tiers, grades, [horizon]] = await Promise.all([
    Promise.all((files.customer_index?.parts ?? []).map(({ file }) => fetchCube(file))).then(columnsOf),
    fetchCube("customers/what_if_clients.arrow.gz").then((cube) => columnsOf([cube])),
    rows<SettingRow>("what_if_settings"), rows<TierRow>("what_if_tiers"), rows<GradeRow>("what_if_grades"), rows<HorizonRow>("what_if_horizon"),
  ]);
  return { customers, clients, settings, tiers, grades, horizon };
}

function columnsOf(parts: Cube[]): Columns {
  const starts: number[] = [];
  let length = 0;
  for (const part of parts) {
    starts.push(length);
    length += part.length;
  }
  return {
    length,
    numbers(name) {
      const all = new Float64Array(length);
      for (const [index, part] of parts.entries()) {
        const { values } = columnOf(part, name);
        for (let row = 0; row < part.length; row++) all[starts[index]! + row] = values[row] ?? NaN;
      }
      return all;
    },
    text(name, row) {
      const index = starts.findLastIndex((start) => start <= row);
      return String(valueOf(columnOf(parts[index]!, name), row - starts[index]!));
    },
  };
}

/** The rows of a table that `isKept`, and numbers of those alone. */
export function picked(columns: Columns, isKept: Float64Array): { rows: Int32Array; numbers(name: string): Float64Array } {
  const rows = Int32Array.from([...isKept.keys()].filter((row) => !Number.isNaN(isKept[row]!)));
  return {
    rows,
    numbers(name) {
      const all = columns.numbers(name);
      return Float64Array.from(rows, (row) => all[row]!);
    },
  };
}
