import { dataTable, type Column, type DataTableOptions } from "./dataTable.js";

/** A table whose first rows stand open; the others join them, in the same columns, when the line below is opened. */
export const foldedTable = <T>(rows: T[], columns: Column<T>[], { first = 8, ...options }: DataTableOptions): HTMLElement =>
  dataTable(rows, columns, { first, ...options });
