import { html } from "htl";
import { MISSING } from "../lib/format.js";

export interface Column<T> {
  label: string;
  value(row: T): string | Element | null | undefined;
  /** Numbers stand right, text left. */
  align?: "left" | "right";
  /** Length of a bar behind the number, from 0 to 1. */
  bar?(row: T): number | null;
  /** Heads the row: read out with each of its cells. */
  isRowHeader?: boolean;
}

export interface DataTableOptions {
  /** What the table lists: read out before it. */
  caption: string;
  /** Said in place of rows where there are none. */
  empty?: string;
}

/** Rows as a table that scrolls by itself on a narrow screen. */
export function dataTable<T>(rows: T[], columns: Column<T>[], { caption, empty = "None." }: DataTableOptions): HTMLElement {
  if (rows.length === 0) return html`<p class="none">${empty}</p>`;
  // A column of words that says nothing in any row only takes room; a column of figures says that they are not known.
  columns = columns.filter((column) => column.align === "right" || column.isRowHeader || rows.some((row) => ![null, undefined, "", MISSING].includes(column.value(row) as string)));
  const alignment = (column: Column<T>) => (column.align === "right" ? "number" : "text");
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption class="visually-hidden">${caption}</caption>
      <thead><tr>${columns.map((column) => html.fragment`<th scope="col" class=${alignment(column)}>${column.label}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html.fragment`<tr>${columns.map((column) => {
        const content = column.value(row) ?? MISSING;
        const share = column.bar?.(row);
        const bar = share === null || share === undefined ? null : shareBar(share);
        return column.isRowHeader
          ? html.fragment`<th scope="row" class=${alignment(column)}>${content}</th>`
          : html.fragment`<td class=${alignment(column)}>${content}${bar}</td>`;
      })}</tr>`)}</tbody>
    </table>
  </div>`;
}

/** A bar whose length is a share from 0 to 1; the number beside it says the same to whoever cannot see it. */
export function shareBar(share: number, tone = "series-1"): HTMLElement {
  const width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return html`<svg class="share-bar" width="100%" height="6" aria-hidden="true"><rect class="track" width="100%" height="6" rx="3"></rect><rect class=${tone} width=${width} height="6" rx="3"></rect></svg>`;
}
