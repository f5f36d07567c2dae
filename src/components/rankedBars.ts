import { html } from "htl";
import { dataTable, type Column, type DataTableOptions } from "./dataTable.js";

/** Groups as rows with a bar for their size, in the order given: name, figure, and further columns. What is not known has no bar. */
export function rankedBars<T>(rows: T[], { label, figure, further = [], groupTitle, figureTitle, ...options }: DataTableOptions & {
  groupTitle: string;
  figureTitle: string;
  label(row: T): string | Element;
  figure: { value(row: T): number | null; text(row: T): string };
  further?: Column<T>[];
}): HTMLElement {
  const largest = Math.max(0, ...rows.map((row) => figure.value(row) ?? 0));
  const share = (value: number | null) => (value === null ? null : largest > 0 ? value / largest : 0);
  const columns: Column<T>[] = [
    { label: groupTitle, value: label, isRowHeader: true },
    { label: figureTitle, value: figure.text, align: "right", bar: (row) => share(figure.value(row)) },
    ...further,
  ];
  return html`<div class="ranked">${dataTable(rows, columns, options)}</div>`;
}
