import { html } from "htl";
import type { Column } from "./dataTable.js";
import { foldedTable } from "./foldedTable.js";

/** Changes as rows, in the order given, with bars to the left for losses and to the right for gains, on one scale. */
export function changeBars<T>(rows: T[], { caption, groupTitle, changeTitle, label, change, further = [], first, noun, empty }: {
  caption: string;
  groupTitle: string;
  changeTitle: string;
  label(row: T): string | Element;
  change: { value(row: T): number | null; text(row: T): string };
  further?: Column<T>[];
  /** Rows that stand open, and what the folded ones are called. */
  first?: number;
  noun?: string;
  empty?: string;
}): HTMLElement {
  const values = rows.map((row) => change.value(row) ?? 0);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return foldedTable(rows, [
    { label: groupTitle, value: label, isRowHeader: true },
    { label: changeTitle, align: "right", value: (row) => html`<span>${change.text(row)}${changeBar(change.value(row) ?? 0, low, high)}</span>` },
    ...further,
  ], { caption, ...(first !== undefined && { first }), ...(noun !== undefined && { noun }), ...(empty !== undefined && { empty }) });
}

/** A bar from the zero of a scale that runs from `low` to `high`; the signed number beside it says the same. */
function changeBar(value: number, low: number, high: number): HTMLElement {
  const place = (amount: number) => (high > low ? ((amount - low) / (high - low)) * 100 : 0);
  const start = Math.min(place(0), place(value));
  const width = Math.abs(place(value) - place(0));
  return html`<svg class="change-bar" width="100%" height="8" aria-hidden="true"><rect class=${value < 0 ? "bad" : "good"} x=${`${start}%`} width=${`${width}%`} height="8" rx="2"></rect><rect class="zero" x=${`${Math.min(99.3, place(0))}%`} width="1" height="8"></rect></svg>`;
}
