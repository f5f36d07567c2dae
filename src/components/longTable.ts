import { html } from "htl";
import { count } from "../lib/format.js";
import { dataTable, type Column, type DataTableOptions } from "./dataTable.js";

/** A table of which the first rows stand open and the others under a line to unfold. */
export function longTable<T>(rows: T[], columns: Column<T>[], { first = 10, noun = "row", plural = `${noun}s`, ...options }: DataTableOptions & { first?: number; noun?: string; plural?: string }): HTMLElement {
  if (rows.length === 0) return dataTable(rows, columns, options);
  if (rows.length <= first + 2) return html`<div class="long-table">${dataTable(rows, columns, options)}</div>`;
  const rest = rows.slice(first);
  return html`<div class="long-table">${dataTable(rows.slice(0, first), columns, options)}
    <details><summary>${count(rest.length, `more ${noun}`, `more ${plural}`)}</summary>${dataTable(rest, columns, { ...options, caption: `${options.caption}, continued` })}</details>
  </div>`;
}
