import * as d3 from "d3";
import { html } from "htl";
import { MISSING, type Format } from "../lib/format.js";
import { t } from "../lib/language.js";

/** An estimate and what it may as well be; limits that are not known leave a dot without a whisker. */
export interface IntervalRow {
  name: string | Element;
  value: number | null;
  low?: number | null;
  high?: number | null;
  /** What the estimate rests on: "412 answers". */
  detail?: string;
}

export interface IntervalOptions {
  /** What the table lists: read out before it. */
  caption: string;
  nameTitle: string;
  valueTitle: string;
  format: Format;
  /** What the estimates are held against: the company as a whole, a target. */
  reference?: { name: string; value: number };
  /** Ends of the scale; those of the intervals where absent. */
  domain?: [number, number];
  /** Whether the scale begins at zero. */
  zero?: boolean;
}

/** Estimates as dots with whiskers on one scale, a row each, so that what chance alone explains can be seen. The numbers stand beside them. */
export function interval(rows: IntervalRow[], { caption, nameTitle, valueTitle, format, reference, domain, zero = false }: IntervalOptions): HTMLElement {
  if (rows.length === 0) return html`<p class="none">${t`None.`}</p>`;
  const [low, high] = domain ?? scaleOf(rows, reference?.value, zero);
  const place = (value: number) => (high > low ? Math.max(0, Math.min(100, ((value - low) / (high - low)) * 100)) : 50);
  const limits = (row: IntervalRow) => (isNumber(row.low) && isNumber(row.high) ? t`${format(row.low)} to ${format(row.high)}` : null);
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class="intervals">
      <caption class="visually-hidden">${reference ? t`${caption}; the line is ${reference.name}, ${format(reference.value)}` : caption}</caption>
      <thead><tr><th scope="col">${nameTitle}</th><th scope="col" class="number">${valueTitle}</th><th scope="col" class="interval-scale"><span class="visually-hidden">${t`Drawn to scale`}</span>${axis([low, high], place, format, reference)}</th></tr></thead>
      <tbody>${rows.map((row) => html.fragment`<tr>
        <th scope="row">${row.name}${row.detail ? html`<small>${row.detail}</small>` : null}</th>
        <td class="number">${format(row.value)}${limits(row) ? html`<small>${limits(row)}</small>` : null}</td>
        <td class="interval-scale">${row.value === null ? html`<span class="none">${MISSING}</span>` : whisker(row as IntervalRow & { value: number }, place, [low, high], reference?.value)}</td>
      </tr>`)}</tbody>
    </table>
  </div>`;
}

const isNumber = (value: number | null | undefined): value is number => typeof value === "number";

function scaleOf(rows: IntervalRow[], reference: number | undefined, zero: boolean): [number, number] {
  const values = [...rows.flatMap(({ value, low, high }) => [value, low, high]), reference].filter(isNumber);
  const [low = 0, high = 1] = d3.extent(zero ? [0, ...values] : values);
  const [start, end] = d3.nice(low, high, 4);
  return start === end ? [low - 1, high + 1] : [start, end];
}

/** The scale with its ends named, and the line that all are held against. */
function axis([low, high]: [number, number], place: (value: number) => number, format: Format, reference: IntervalOptions["reference"]): HTMLElement {
  const text = reference ? `${reference.name} ${format(reference.value)}` : "";
  const at = reference ? place(reference.value) : 0;
  const anchor = at < 30 ? "start" : at > 70 ? "end" : "middle";
  return html`<svg class="interval-axis" width="100%" height=${reference ? 34 : 18} aria-hidden="true">
    ${reference ? html.fragment`<svg><text x=${`${at}%`} y="12" text-anchor=${anchor} class="interval-reference-name">${text}</text></svg>` : null}
    <text x="0" y=${reference ? 30 : 14} text-anchor="start">${format(low)}</text>
    <text x="100%" y=${reference ? 30 : 14} text-anchor="end">${format(high)}</text>
  </svg>`;
}

function whisker({ value, low, high }: IntervalRow & { value: number }, place: (value: number) => number, [start, end]: [number, number], reference: number | undefined): HTMLElement {
  const isOutside = value < start || value > end;
  return html`<svg class="interval-bar" width="100%" height="22" aria-hidden="true">
    <line class="interval-ground" x1="0" x2="100%" y1="11" y2="11"></line>
    ${reference === undefined ? null : html.fragment`<svg><line class="interval-reference" x1=${`${place(reference)}%`} x2=${`${place(reference)}%`} y1="-10" y2="32"></line></svg>`}
    ${isNumber(low) && isNumber(high) ? html.fragment`<svg><line class="interval-whisker" x1=${`${place(low)}%`} x2=${`${place(high)}%`} y1="11" y2="11"></line>${[low, high].filter((limit) => limit >= start && limit <= end).map((limit) => html.fragment`<svg><line class="interval-whisker" x1=${`${place(limit)}%`} x2=${`${place(limit)}%`} y1="6" y2="16"></line></svg>`)}</svg>` : null}
    ${isOutside ? html.fragment`<svg x=${`${place(value)}%`} overflow="visible"><path class="interval-dot" d=${value < start ? "M0 11l8 -5v10z" : "M0 11l-8 -5v10z"}></path></svg>` : html.fragment`<svg><circle class="interval-dot" cx=${`${place(value)}%`} cy="11" r="4.5"></circle></svg>`}
  </svg>`;
}
