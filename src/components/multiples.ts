import * as d3 from "d3";
import { svg } from "htl";
import { month, type Format } from "../lib/format.js";
import { annotationList, annotationRows, annotationsWithin, MARK, utc, type Annotation, type NumberedAnnotation } from "./annotations.js";
import { responsive } from "./chart.js";
import { chartFigure, type ChartFigureOptions } from "./chartFigure.js";
import { textWidth, wrapped } from "./labels.js";

/** One of several charts of one form: its name, its figure, and its course with that of a year before. */
export interface Panel {
  name: string;
  figure: string;
  /** What changed, with its sign, and whether that is welcome. */
  change?: { text: string; isGood: boolean | undefined };
  /** By ISO date, oldest first. */
  points: { date: string; value: number | null; before: number | null }[];
  /** Events that may have bent it. */
  annotations?: Annotation[];
}

export interface MultiplesOptions<T> extends ChartFigureOptions<T> {
  /** How the height of the frames reads. */
  format: Format;
  /** Steps that the scale is rounded to: the more, the closer it lies around the courses. */
  steps?: number;
  isFull?: boolean;
}

/** Frames side by side: six stand better in two rows of three than in one of four. */
const frames = (panels: number, isNarrow: boolean) => (isNarrow ? 2 : panels > 6 ? 4 : 3);
const GAP = { wide: 28, narrow: 16 };
/** Where the parts of a frame stand [px]: lines of text above it, months below it. */
const LINE = 16;
/** A name is bold, and in a wide font by this much wider than estimated: cut rather than run into the next frame. */
const NAME = 1.4;
const PLOT = 84;
const FOOT = 26;

/**
 * Courses side by side in frames of one scale, so that they can be compared by eye: dashed, the year before. Events are
 * numbered over all frames, each above those that it concerns, and told below.
 */
export function multiples<T>(panels: Panel[], { label, format, steps = 2, isFull = false, ...figure }: MultiplesOptions<T>): HTMLElement {
  const values = panels.flatMap(({ points }) => points.flatMap(({ value, before }) => [value ?? 0, before ?? 0]));
  const [low, high] = d3.nice(Math.min(0, ...values), Math.max(0, ...values) || 1, steps);
  const { events, left } = annotationsWithin([...new Set(panels.flatMap(({ annotations = [] }) => annotations))], panels.flatMap(({ points }) => points.map(({ date }) => utc(date))));
  const chart = responsive((width, isNarrow) => {
    const across = frames(panels.length, isNarrow);
    const gap = isNarrow ? GAP.narrow : GAP.wide;
    const own = (width - gap * (across - 1)) / across;
    const shown = panels.map((panel) => ({ ...panel, marks: marksOf(panel, events, (date) => numberPlace(placesOf(panel, own)(date), own)) }));
    const lines = Math.max(1, ...shown.map(({ name }) => nameLines(name, own).length));
    const top = (1 + lines) * LINE + 14 + MARK * Math.max(0, ...shown.map(({ marks }) => marks.length));
    const frameHeight = top + PLOT + FOOT;
    const height = Math.ceil(panels.length / across) * frameHeight;
    return svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="img" aria-label=${label}>
      ${shown.map((panel, index) => svg.fragment`<g transform=${`translate(${rounded((index % across) * (own + gap))},${Math.floor(index / across) * frameHeight})`}>${frame(panel, own, { top, lines }, [low, high], format)}</g>`)}
    </svg>`;
  }, isFull);
  const drawn = chartFigure(chart, { label, ...figure });
  if (events.length > 0) chart.after(annotationList(events, left));
  return drawn;
}

/** A name in as many lines as it takes, two at the most: on a phone campaigns of two years would else be cut to one name. */
const nameLines = (name: string, width: number): string[] => wrapped(name, width / NAME);

/** Where the months of a frame stand. */
function placesOf({ points }: Panel, width: number): (date: Date) => number {
  const [first = new Date(0), last = first] = d3.extent(points, ({ date }) => utc(date));
  return d3.scaleUtc([first, last > first ? last : d3.utcDay.offset(first)], [0, width - 4]);
}

/** Half the width of the number of an event [px]. */
const RADIUS = 7.5;

/** Where the number of an event stands: above its rule, or as far beside it as it takes to stay within the frame. */
const numberPlace = (x: number, width: number) => Math.min(Math.max(x, RADIUS + 1), width - RADIUS - 1);

/** The events of a frame within its months, in rows above it. */
const marksOf = ({ annotations = [], points }: Panel, events: NumberedAnnotation[], x: (date: Date) => number): NumberedAnnotation[][] =>
  annotationRows(points.length === 0 ? [] : events.filter(({ annotation }) => annotations.includes(annotation)), x);

function frame(panel: Panel & { marks: NumberedAnnotation[][] }, width: number, { top, lines }: { top: number; lines: number }, [low, high]: [number, number], format: Format): DocumentFragment {
  const { name, figure, change, points, marks } = panel;
  const x = placesOf(panel, width);
  const y = d3.scaleLinear([low, high], [top + PLOT, top]);
  const course = (of: "value" | "before") => d3.line<Panel["points"][number]>(({ date }) => rounded(x(utc(date))), (point) => rounded(y(point[of]!))).defined((point) => point[of] !== null)(points) ?? "";
  const last = points.findLastIndex(({ value }) => value !== null);
  const foot = top + PLOT + 14;
  return svg.fragment`
    ${nameLines(name, width).map((line, index) => svg.fragment`<text y=${12 + LINE * index} fill="var(--ink)" font-weight="var(--weight-bold)">${line}</text>`)}
    <text y=${12 + LINE * lines} fill="var(--ink)"><tspan>${figure}</tspan>${change ? svg.fragment`<tspan dx="6" fill=${change.isGood === undefined ? "currentColor" : change.isGood ? "var(--good)" : "var(--bad)"}>${change.text}</tspan>` : null}</text>
    ${marks.flatMap((events, row) => events.map((event) => mark(event, x(event.at), { width, above: y(high) - LINE - 4 - MARK * row, ground: y(0) })))}
    <path d=${`M0,${rounded(y(high))}H${rounded(width)}`} stroke="var(--line)"></path>
    <text x=${rounded(width)} y=${rounded(y(high) - 3)} text-anchor="end" fill="currentColor">${textWidth(format(high)) < width / 2 ? format(high) : ""}</text>
    <path d=${`M0,${rounded(y(0))}H${rounded(width)}`} stroke="var(--ink-soft)"></path>
    <path d=${course("before")} fill="none" stroke="var(--series-5)" stroke-width="1.25" stroke-dasharray="4 3"></path>
    <path d=${course("value")} fill="none" stroke="var(--series-1)" stroke-width="2"></path>
    ${last < 0 ? null : svg.fragment`<circle cx=${rounded(x(utc(points[last]!.date)))} cy=${rounded(y(points[last]!.value!))} r="3" fill="var(--series-1)"></circle>`}
    ${points.length === 0 ? null : svg.fragment`<text y=${foot} fill="currentColor">${month(points[0]!.date)}</text>`}
    ${points.length < 2 ? null : svg.fragment`<text x=${rounded(width)} y=${foot} text-anchor="end" fill="currentColor">${month(points.at(-1)!.date)}</text>`}`;
}

/** The number of an event above its frame, and a fine rule from it to the ground. */
function mark({ number }: NumberedAnnotation, x: number, { width, above, ground }: { width: number; above: number; ground: number }): DocumentFragment {
  const place = rounded(numberPlace(x, width));
  return svg.fragment`
  <path d=${`M${rounded(x)},${rounded(above)}V${rounded(ground)}`} stroke="var(--ink-soft)" stroke-width="0.75" stroke-dasharray="2 2"></path>
  <circle cx=${place} cy=${rounded(above)} r=${RADIUS} fill="var(--surface)" stroke="var(--ink-soft)" stroke-width="0.75"></circle>
  <text x=${place} y=${rounded(above + 4)} text-anchor="middle" fill="var(--ink)" font-weight="var(--weight-bold)">${number}</text>`;
}

const rounded = (value: number) => Math.round(value * 10) / 10;
