import { html } from "htl";
import { count } from "../lib/format.js";
import { dataTable, type Column, type DataTableOptions } from "./dataTable.js";

/** One table whose first rows stand open; the others join them, in the same columns, when the line below is opened. */
export function foldedTable<T>(rows: T[], columns: Column<T>[], { first = 8, noun = "row", plural = `${noun}s`, ...options }: DataTableOptions & { first?: number; noun?: string; plural?: string }): HTMLElement {
  const table = dataTable(rows, columns, options);
  // A line to open in place of one or two rows would save nothing.
  if (rows.length <= first + 2) return table;
  [...table.querySelectorAll("tbody tr")].slice(first).forEach((row) => row.classList.add("folded-row"));
  return html`<div class="folded">${table}<details><summary>${count(rows.length - first, `more ${noun}`, `more ${plural}`)}</summary></details></div>`;
}
