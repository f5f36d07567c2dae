import * as d3 from "d3";
import { svg } from "htl";
import { count, month, type Format } from "../lib/format.js";
import { t } from "../lib/language.js";

/** Values by month, as ISO dates, oldest first; null where a month's is not known. */
export interface History {
  points: { date: string; value: number | null }[];
  /** How a value reads. */
  format: Format;
}

/**
 * A small line without axes: the shape of a history, its figures in its name. It begins with the first value known; later
 * gaps stay gaps.
 *
 * @param name what it is the history of
 */
export function sparkline({ points, format }: History, { name, width = 160, height = 36 }: { name: string; width?: number; height?: number }): SVGElement {
  const shown = points.slice(Math.max(0, points.findIndex(({ value }) => value !== null)));
  const known = knownOf(shown);
  const x = d3.scaleLinear([0, Math.max(1, shown.length - 1)], [2, width - 4]);
  const y = d3.scaleLinear(d3.extent(known, ({ value }) => value) as [number, number], [height - 4, 4]);
  const line = d3.line<History["points"][number]>((_, index) => x(index), ({ value }) => y(value!)).defined(({ value }) => value !== null);
  const last = shown.findLastIndex(({ value }) => value !== null);
  return svg`<svg class="sparkline" viewBox=${`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label=${inWords(name, known, shown.length - known.length, format)}>
    ${last < 0 ? null : svg.fragment`<path d=${line(shown)} fill="none" stroke="var(--series-1)" stroke-width="1.75" stroke-linecap="round" vector-effect="non-scaling-stroke"></path>
    <path d=${`M${x(last)},${y(shown[last]!.value!)}h0`} stroke="var(--series-1)" stroke-width="6" stroke-linecap="round" vector-effect="non-scaling-stroke"></path>`}
  </svg>`;
}

interface Known { date: string; value: number }

const knownOf = (points: History["points"]): Known[] => points.filter((point): point is Known => point.value !== null);

/** Where a history began and stands, its least and its greatest value, each with its month, and of how many months nothing is known. */
function inWords(name: string, known: Known[], gaps: number, format: Format): string {
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return t`${name} over time: not known`;
  const [least, greatest] = [d3.least(known, ({ value }) => value)!, d3.greatest(known, ({ value }) => value)!];
  const told = t`${name} over time: ${format(first.value)} in ${month(first.date)}, ${format(last.value)} in ${month(last.date)}; least ${format(least.value)} in ${month(least.date)}, greatest ${format(greatest.value)} in ${month(greatest.date)}`;
  return gaps === 0 ? told : t`${told}; not known for ${count(gaps, "month")}`;
}
