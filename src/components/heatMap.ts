import * as d3 from "d3";
import { html } from "htl";

export interface HeatCell {
  row: string;
  column: string;
  /** Depth of colour; null leaves the cell empty. */
  value: number | null;
  text: string | Element;
  /** Second line, smaller. */
  detail?: string;
}

export interface HeatMapOptions {
  caption: string;
  rows: string[];
  columns: string[];
  rowTitle: string;
  columnTitle: string;
  /** A figure of the whole row, before its cells: the size of a cohort. */
  total?: { title: string; text(row: string): string };
  /** Whether cells that have not come yet make it a triangle: they are left blank, for they are not missing. */
  isTriangle?: boolean;
}

/** A table whose cells are coloured by value: the numbers stay readable, and readable aloud. Six steps by quantile of the root, so that one large cell does not wash out the rest. */
export function heatMap(cells: HeatCell[], { caption, rows, columns, rowTitle, columnTitle, total, isTriangle = false }: HeatMapOptions): HTMLElement {
  const byPlace = new Map(cells.map((cell) => [`${cell.row}\0${cell.column}`, cell]));
  const step = d3.scaleQuantize([0, Math.sqrt(d3.max(cells, (cell) => cell.value ?? 0) || 1)], [0, 1, 2, 3, 4, 5]);
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class=${isTriangle ? "heat-map triangle" : "heat-map"}>
      <caption class="visually-hidden">${caption}</caption>
      <thead>
        <tr><td></td>${total ? html.fragment`<td></td>` : null}<th scope="colgroup" colspan=${columns.length} class="axis">${columnTitle}</th></tr>
        <tr><th scope="col" class="axis">${rowTitle}</th>${total ? html.fragment`<th scope="col" class="axis">${total.title}</th>` : null}${columns.map((column) => html.fragment`<th scope="col">${column}</th>`)}</tr>
      </thead>
      <tbody>${rows.map((row) => html.fragment`<tr><th scope="row">${row}</th>${total ? html.fragment`<td class="heat-total">${total.text(row)}</td>` : null}${columns.map((column) => {
        const cell = byPlace.get(`${row}\0${column}`);
        if (!cell && isTriangle) return html.fragment`<td class="heat-blank"></td>`;
        if (!cell || cell.value === null) return html.fragment`<td class="heat-empty">–</td>`;
        return html.fragment`<td class=${`heat-${step(Math.sqrt(Math.max(0, cell.value)))}`}>${cell.text}${cell.detail ? html.fragment`<small>${cell.detail}</small>` : null}</td>`;
      })}</tr>`)}</tbody>
    </table>
  </div>`;
}
