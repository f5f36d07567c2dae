import type { Row, Table } from "../lib/page.js";
import { fetchJson, once } from "./site.js";

interface WrittenTable extends Omit<Table, "rows" | "scope"> {
  /** A list of values for each column. */
  values: Row[string][][];
}

/** The tables that a page is drawn from, by name. */
export const pageTables = (page: string): Promise<Map<string, Table>> => once(`tables ${page}`, async () => {
  const { tables } = await fetchJson<{ tables: WrittenTable[] }>(`pages/${page}.json.gz`);
  return new Map(tables.map(({ values, ...table }) => {
    const rows = Array.from({ length: values[0]?.length ?? 0 }, (_, row) =>
      Object.fromEntries(table.columns.map((column, index) => [column.name, values[index]![row]!])));
    return [table.name, { ...table, rows, scope: "whole" as const }];
  }));
});
