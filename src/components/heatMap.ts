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
}

/** A table whose cells are coloured by value: the numbers stay readable, and readable aloud. Six steps by quantile of the root, so that one large cell does not wash out the rest. */
export function heatMap(cells: HeatCell[], { caption, rows, columns, rowTitle, columnTitle }: HeatMapOptions): HTMLElement {
  const byPlace = new Map(cells.map((cell) => [`${cell.row}\0${cell.column}`, cell]));
  const step = d3.scaleQuantize([0, Math.sqrt(d3.max(cells, (cell) => cell.value ?? 0) || 1)], [0, 1, 2, 3, 4, 5]);
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class="heat-map">
      <caption class="visually-hidden">${caption}</caption>
      <thead>
        <tr><td></td><th scope="colgroup" colspan=${columns.length} class="axis">${columnTitle}</th></tr>
        <tr><th scope="col" class="axis">${rowTitle}</th>${columns.map((column) => html.fragment`<th scope="col">${column}</th>`)}</tr>
      </thead>
      <tbody>${rows.map((row) => html.fragment`<tr><th scope="row">${row}</th>${columns.map((column) => {
        const cell = byPlace.get(`${row}\0${column}`);
        if (!cell || cell.value === null) return html.fragment`<td class="heat-empty">–</td>`;
        return html.fragment`<td class=${`heat-${step(Math.sqrt(Math.max(0, cell.value)))}`}>${cell.text}${cell.detail ? html.fragment`<small>${cell.detail}</small>` : null}</td>`;
      })}</tr>`)}</tbody>
    </table>
  </div>`;
}
