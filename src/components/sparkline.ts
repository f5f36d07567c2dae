import * as d3 from "d3";
import { svg } from "htl";

/** A small line without axes: the shape of a history. It begins with the first value known; later gaps stay gaps. */
export function sparkline(history: (number | null)[], { width = 160, height = 36, label }: { width?: number; height?: number; label: string }): SVGElement {
  const values = history.slice(history.findIndex((value) => value !== null));
  const known = values.filter((value): value is number => value !== null);
  const x = d3.scaleLinear([0, Math.max(1, values.length - 1)], [2, width - 4]);
  const y = d3.scaleLinear(d3.extent(known) as [number, number], [height - 4, 4]);
  const line = d3.line<number | null>((_, index) => x(index), (value) => y(value!)).defined((value) => value !== null);
  const last = values.findLastIndex((value) => value !== null);
  return svg`<svg class="sparkline" viewBox=${`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label=${label}>
    <path d=${line(values) ?? ""} fill="none" stroke="var(--series-1)" stroke-width="1.75" vector-effect="non-scaling-stroke"></path>
    <path d=${`M${x(last)},${y(values[last]!)}h0`} stroke="var(--series-1)" stroke-width="6" stroke-linecap="round" vector-effect="non-scaling-stroke"></path>
  </svg>`;
}
