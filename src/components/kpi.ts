import { html } from "htl";
import type { AnyTable, Context } from "../lib/page.js";
import { provenance } from "./card.js";
import { sparkline } from "./sparkline.js";

export interface KpiOptions {
  label: string;
  value: string;
  /** Against what the value changed, with its sign: "+3.2 % on the year before". */
  delta?: string;
  /** Whether the change is welcome; undefined where it is neither. */
  isGood?: boolean;
  note?: string;
  /** Values over time, oldest first. */
  trend?: (number | null)[];
  sources: AnyTable[];
}

/** One number with its change, its history and its origin. */
export function kpi(context: Context, { label, value, delta, isGood, note, trend, sources }: KpiOptions): HTMLElement {
  const tone = isGood === undefined ? "neutral" : isGood ? "good" : "bad";
  return html`<section class="card kpi span-3">
    <h2>${label}</h2>
    <p class="kpi-value">${value}</p>
    ${delta ? html`<p class=${`kpi-delta ${tone}`}>${delta}</p>` : null}
    ${note ? html`<p class="kpi-note">${note}</p>` : null}
    ${trend && trend.filter((point) => point !== null).length > 2 ? sparkline(trend, { label: `${label} over time` }) : null}
    ${provenance(context, sources)}
  </section>`;
}
