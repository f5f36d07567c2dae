import { element } from "../lib/element.js";
import { t } from "../lib/language.js";
import type { AnyTable, Context } from "../lib/page.js";
import { provenance, scopeNote } from "./card.js";
import { shareBar } from "./dataTable.js";
import { sparkline, type History } from "./sparkline.js";

export interface KpiTarget {
  /** The value to reach, as text. */
  value: string;
  /** Share of it that was reached, 1 being all. */
  reached: number | null;
  /** Whether that is well; undefined where it is not known. */
  isMet?: boolean;
  /** Who answers for it, by when. */
  note?: string;
  /** What it is: a goal of the company, or a standard that it has set itself. */
  kind?: "target" | "standard";
}

export interface KpiOptions {
  label: string;
  value: string;
  /** Against what the value changed, with its sign: "+3.2 % on the year before". */
  delta?: string;
  /** Whether the change is welcome; undefined where it is neither. */
  isGood?: boolean;
  note?: string;
  /** Its values over time; a line is drawn from three on. */
  trend?: History;
  target?: KpiTarget;
  sources: AnyTable[];
  /** Width in twelfths of the page. */
  span?: 3 | 4 | 6;
}

/** One number with its change, its history, what it should be, and its origin. */
export function kpi(context: Pick<Context, "selection">, { label, value, delta, isGood, note, trend, target, sources, span = 3 }: KpiOptions): HTMLElement {
  const tone = isGood === undefined ? "neutral" : isGood ? "good" : "bad";
  return element("section", { class: `card kpi span-${span}` },
    element("h2", {}, label),
    element("p", { class: "kpi-value" }, value),
    delta ? element("p", { class: `kpi-delta ${tone}` }, delta) : null,
    target ? targetLine(target) : null,
    note ? element("p", { class: "kpi-note" }, note) : null,
    trend && trend.points.filter(({ value }) => value !== null).length > 2 ? sparkline(trend, { name: label }) : null,
    scopeNote(context, sources),
    provenance(sources));
}

function targetLine({ value, reached, isMet, note, kind = "target" }: KpiTarget): HTMLElement {
  const tone = isMet === undefined ? "neutral" : isMet ? "good" : "bad";
  return element("div", { class: "kpi-target" },
    reached === null ? null : shareBar(reached, tone === "neutral" ? "series-5" : tone),
    element("p", {}, element("span", { class: tone }, named(kind, value, isMet)), ...(note ? [" ", element("span", { class: "kpi-note" }, note)] : [])));
}

function named(kind: "target" | "standard", value: string, isMet: boolean | undefined): string {
  if (kind === "standard") return isMet === undefined ? t`Standard ${value}` : isMet ? t`✓ Standard ${value}` : t`✗ Standard ${value}`;
  return isMet === undefined ? t`Target ${value}` : isMet ? t`✓ Target ${value}` : t`✗ Target ${value}`;
}
