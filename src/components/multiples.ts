import * as d3 from "d3";
import { svg } from "htl";
import { month, type Format } from "../lib/format.js";
import { responsive } from "./chart.js";
import { chartFigure, type ChartFigureOptions } from "./chartFigure.js";
import { fitted, textWidth } from "./labels.js";

/** One of several charts of one form: its name, its figure, and its course with that of a year before. */
export interface Panel {
  name: string;
  figure: string;
  /** What changed, with its sign, and whether that is welcome. */
  change?: { text: string; isGood: boolean | undefined };
  /** By ISO date, oldest first. */
  points: { date: string; value: number | null; before: number | null }[];
}

export interface MultiplesOptions<T> extends ChartFigureOptions<T> {
  /** How the height of the frames reads. */
  format: Format;
  isFull?: boolean;
}

/** Frames side by side: six stand better in two rows of three than in one of four. */
const frames = (panels: number, isNarrow: boolean) => (isNarrow ? 2 : panels > 6 ? 4 : 3);
const GAP = { wide: 28, narrow: 16 };
/** Where the parts of a frame stand [px]: lines of text above it, months below it. */
const LINE = 16;
const PLOT = 84;
const FOOT = 26;
const HEIGHT = 2 * LINE + 12 + PLOT + FOOT;

/** Courses side by side in frames of one scale, so that they can be compared by eye: dashed, the year before. */
export function multiples<T>(panels: Panel[], { label, format, isFull = false, ...figure }: MultiplesOptions<T>): HTMLElement {
  const values = panels.flatMap(({ points }) => points.flatMap(({ value, before }) => [value ?? 0, before ?? 0]));
  const [low, high] = d3.nice(Math.min(0, ...values), Math.max(0, ...values) || 1, 2);
  const chart = responsive((width, isNarrow) => {
    const across = frames(panels.length, isNarrow);
    const gap = isNarrow ? GAP.narrow : GAP.wide;
    const own = (width - gap * (across - 1)) / across;
    const height = Math.ceil(panels.length / across) * HEIGHT;
    return svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="img" aria-label=${label}>
      ${panels.map((panel, index) => svg.fragment`<g transform=${`translate(${rounded((index % across) * (own + gap))},${Math.floor(index / across) * HEIGHT})`}>${frame(panel, own, [low, high], format)}</g>`)}
    </svg>`;
  }, isFull);
  return chartFigure(chart, { label, ...figure });
}

function frame({ name, figure, change, points }: Panel, width: number, [low, high]: [number, number], format: Format): DocumentFragment {
  const top = 2 * LINE + 12;
  const x = d3.scaleLinear([0, Math.max(1, points.length - 1)], [0, width - 4]);
  const y = d3.scaleLinear([low, high], [top + PLOT, top]);
  const course = (of: "value" | "before") => d3.line<Panel["points"][number]>((_, index) => rounded(x(index)), (point) => rounded(y(point[of]!))).defined((point) => point[of] !== null)(points) ?? "";
  const last = points.findLastIndex(({ value }) => value !== null);
  const foot = top + PLOT + 14;
  return svg.fragment`
    <text y="12" fill="var(--ink)" font-weight="var(--weight-bold)">${fitted(name, width)}</text>
    <text y=${12 + LINE} fill="var(--ink)"><tspan>${figure}</tspan>${change ? svg.fragment`<tspan dx="6" fill=${change.isGood === undefined ? "currentColor" : change.isGood ? "var(--good)" : "var(--bad)"}>${change.text}</tspan>` : null}</text>
    <path d=${`M0,${rounded(y(high))}H${rounded(width)}`} stroke="var(--line)"></path>
    <text x=${rounded(width)} y=${rounded(y(high) - 3)} text-anchor="end" fill="currentColor">${textWidth(format(high)) < width / 2 ? format(high) : ""}</text>
    <path d=${`M0,${rounded(y(0))}H${rounded(width)}`} stroke="var(--ink-soft)"></path>
    <path d=${course("before")} fill="none" stroke="var(--series-5)" stroke-width="1.25" stroke-dasharray="4 3"></path>
    <path d=${course("value")} fill="none" stroke="var(--series-1)" stroke-width="2"></path>
    ${last < 0 ? null : svg.fragment`<circle cx=${rounded(x(last))} cy=${rounded(y(points[last]!.value!))} r="3" fill="var(--series-1)"></circle>`}
    ${points.length === 0 ? null : svg.fragment`<text y=${foot} fill="currentColor">${month(points[0]!.date)}</text>`}
    ${points.length < 2 ? null : svg.fragment`<text x=${rounded(width)} y=${foot} text-anchor="end" fill="currentColor">${month(points.at(-1)!.date)}</text>`}`;
}

const rounded = (value: number) => Math.round(value * 10) / 10;
