import * as d3 from "d3";
import { svg } from "htl";

export interface Outlook {
  date: string;
  value: number;
  low: number;
  high: number;
}

/**
 * A small line of the values so far, and where it leads: a hollow point on the bar of its interval.
 *
 * @param minimum least range of values that its height stands for
 */
export function outlookLine(points: { date: string; value: number | null }[], outlook: Outlook | null, { label, minimum = 0, width = 150, height = 40 }: {
  label: string; minimum?: number; width?: number; height?: number;
}): SVGElement {
  const known = points.filter((point): point is { date: string; value: number } => point.value !== null);
  const dates = [...known, ...(outlook ? [outlook] : [])].map(({ date }) => Date.parse(date));
  const values = [...known.map(({ value }) => value), ...(outlook ? [outlook.low, outlook.high] : [])];
  const [first = 0, last = 0] = d3.extent(dates);
  const [bottom = 0, top = 0] = d3.extent(values);
  const x = d3.scaleLinear([first, last === first ? first + 1 : last], [5, width - 7]);
  const slack = Math.max(0, (minimum || 1e-9) - (top - bottom)) / 2;
  const y = d3.scaleLinear([bottom - slack, top + slack], [height - 5, 5]);
  const at = ({ date, value }: { date: string; value: number }) => [x(Date.parse(date)), y(value)] as [number, number];
  const end = known.at(-1);
  return svg`<svg class="outlook-line" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="img" aria-label=${label}>
    ${outlook && end ? svg.fragment`<path class="outlook-path" d=${d3.line()([at(end), at(outlook)])}></path>
    <path class="outlook-interval" d=${`M${x(Date.parse(outlook.date)) - 4} ${y(outlook.high)}h8m-4 0V${y(outlook.low)}m-4 0h8`}></path>
    <circle class="outlook-point" cx=${at(outlook)[0]} cy=${at(outlook)[1]} r="3"></circle>` : null}
    <path class="outlook-past" d=${d3.line()(known.map(at)) ?? ""}></path>
    ${known.map((point) => svg.fragment`<circle class="series-1" cx=${at(point)[0]} cy=${at(point)[1]} r="2.5"></circle>`)}
  </svg>`;
}
