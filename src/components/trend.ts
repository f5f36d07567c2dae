import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import { day, month, type Format } from "../lib/format.js";
import { language, languages, t } from "../lib/language.js";
import { annotationList, annotationRows, annotationsWithin, MARK, utc, type Annotation, type NumberedAnnotation } from "./annotations.js";
import { plot } from "./chart.js";
import { chartFigure, type DataColumn } from "./chartFigure.js";
import { BOLD, movedApart, textWidth } from "./labels.js";

export interface TrendSeries {
  name: string;
  /** ISO dates and values; null leaves a gap. */
  points: { date: string; value: number | null }[];
  /** A variable of the design: series-1 for the figure itself, series-2 for what it is held against. */
  color?: "series-1" | "series-2" | "series-3" | "series-4" | "series-5";
  isDashed?: boolean;
}

/** What a line may lie between: an interval of a forecast. */
export interface TrendBand {
  name: string;
  points: { date: string; low: number; high: number }[];
  color?: TrendSeries["color"];
}

export interface TrendOptions {
  label: string;
  format: Format;
  zero?: boolean;
  isFull?: boolean;
  annotations?: Annotation[];
  band?: TrendBand;
  /** What the drawing says that its label does not, read out after it. */
  summary?: string;
}

const HEIGHT = 280;
/** Two lines of text and a gap, in pixels. */
const LABEL_HEIGHT = 32;
const MARGIN = { left: { wide: 48, narrow: 44 }, right: 84, top: 20 };

/** A tick of the axis: months, with the year below the first and each January; years alone where all are. */
function tickDate(date: Date, index: number, ticks: ArrayLike<Date> = [date]): string {
  const { tag } = languages[language()];
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }).format(date);
  const isJanuary = (tick: Date) => tick.getUTCMonth() === 0;
  if (Array.from(ticks).every(isJanuary)) return part({ year: "numeric" });
  return part({ month: "short" }) + (index === 0 || isJanuary(date) ? `\n${part({ year: "numeric" })}` : "");
}

/** Months between the ticks of an axis. */
const STEPS = [1, 3, 6, 12, 24, 60, 120];
/** Pixels between them, at least: a year takes some 30. */
const TICK_WIDTH = { wide: 50, narrow: 40 };

/** Firsts of months, years or decades, as many as have room; of a few months the axis finds better ones itself. */
function monthTicks([first, last]: [Date, Date], pixels: number, least: number): Date[] | undefined {
  const months = d3.utcMonth.count(first, last);
  if (months < 3) return undefined;
  const step = STEPS.find((apart) => (pixels / months) * apart >= least) ?? STEPS.at(-1)!;
  return d3.utcMonth.range(d3.utcMonth.ceil(first), new Date(Number(last) + 1)).filter((date) => (date.getUTCFullYear() * 12 + date.getUTCMonth()) % step === 0);
}

/** Values over time as lines, each named at its end rather than in a legend; events that bend them are numbered, and told below. */
export function trend(series: TrendSeries[], { label, format, zero = true, isFull = false, annotations = [], band, summary }: TrendOptions): HTMLElement {
  const rows = series.flatMap(({ name, points, color = "series-1", isDashed = false }) =>
    points.map(({ date, value }) => ({ name, date: utc(date), value, color: `var(--${color})`, isDashed })));
  const area = (band?.points ?? []).map(({ date, low, high }) => ({ date: utc(date), low, high }));
  const values = [...rows.flatMap(({ value }) => (value === null ? [] : [value])), ...area.flatMap(({ low, high }) => [low, high])];
  const range: [number, number] = [zero ? Math.min(0, ...values) : Math.min(...values), zero ? Math.max(0, ...values) : Math.max(...values)];
  const dates = [...rows.filter(({ value }) => value !== null), ...area].map(({ date }) => date);
  const names = endNames(rows, range, d3.max(dates) ?? new Date(0));
  const { events, left } = annotationsWithin(annotations, dates);
  const chart = plot(label, (isNarrow, width) => {
    const size = isNarrow ? "narrow" : "wide";
    const marginLeft = Math.max(MARGIN.left[size], ...d3.scaleLinear().domain(range).nice().ticks(4).map((value) => textWidth(format(value)) + 12));
    const marginRight = Math.max(MARGIN.right, ...names.filter(({ isLast }) => isLast).flatMap(({ name, value }) => [name, format(value)]).map((text) => textWidth(text) * BOLD + 10));
    const span = d3.extent(dates) as [Date, Date];
    const marks = annotationRows(events, d3.scaleUtc(span, [marginLeft, width - marginRight]));
    const ticks = dates.length > 0 ? monthTicks(span, width - marginRight - marginLeft, TICK_WIDTH[size]) : undefined;
    const top = MARGIN.top + MARK * marks.length;
    return {
      marginRight,
      marginLeft,
      marginTop: top,
      // Two lines: a month, and its year.
      marginBottom: 36,
      height: HEIGHT + top - MARGIN.top,
      x: { type: "utc", label: null, ...(ticks ? { ticks, tickFormat: tickDate } : isNarrow && { ticks: 4 }), ...(language() !== "en" && { tickFormat: tickDate }) },
      y: { label: null, tickFormat: (value: number) => format(value), ticks: 4, nice: true, zero },
      marks: [
        Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
        ...(zero ? [Plot.ruleY([0], { stroke: "var(--ink-soft)" })] : []),
        ...marks.flatMap(eventMarks),
        Plot.areaY(area, { x: "date", y1: "low", y2: "high", fill: `var(--${band?.color ?? "series-1"})`, fillOpacity: 0.18 }),
        ...[false, true].map((isDashed) => Plot.lineY(rows.filter((row) => row.isDashed === isDashed), {
          x: "date", y: "value", z: "name", stroke: "color", strokeWidth: isDashed ? 1.5 : 2.25, ...(isDashed && { strokeDasharray: "4 3" }),
        })),
        Plot.dot(names, { x: "date", y: "value", fill: "color", r: 3.5 }),
        Plot.text(names.filter(({ isLast }) => isLast), { x: "date", y: "labelValue", text: ({ name, value }: EndName) => `${name}\n${format(value)}`, textAnchor: "start", dx: 8, fill: "color", fontWeight: "var(--weight-bold)", lineHeight: 1.15 }),
        // Beside a line that ends before the others there is no room: its name stands above its end, or below where there is more room.
        ...names.filter(({ isLast }) => !isLast).map((name) => Plot.text([name], {
          x: "date", y: "value", text: "name", textAnchor: "end", dx: -4, dy: name.isBelow ? 14 : -12, fill: "color", fontWeight: "var(--weight-bold)", stroke: "var(--surface)", strokeWidth: 4,
        })),
      ],
    };
  }, isFull);
  const figure = chartFigure(chart, { label, summary, ...dataOf(series, band, format) });
  if (events.length > 0) chart.after(annotationList(events, left));
  return figure;
}

interface TrendRow {
  name: string;
  date: Date;
  value: number | null;
  color: string;
}

interface EndName extends TrendRow {
  value: number;
  /** Whether the line reaches to the end of the chart, beside which there is room for its name. */
  isLast: boolean;
  /** Where its name stands. */
  labelValue: number;
  /** Whether a name that has no room beside the chart stands below the end rather than above it. */
  isBelow: boolean;
}

/** The last point of each line, and where its name stands: names of lines that end close to each other are moved apart. */
function endNames(rows: TrendRow[], [bottom, top]: [number, number], end: Date): EndName[] {
  const lines = [...d3.group(rows, ({ name }) => name).values()].map((line) => line.filter((row): row is TrendRow & { value: number } => row.value !== null));
  const lasts = lines.flatMap((line) => line.slice(-1).map((row) => ({
    ...row, isLast: Number(row.date) === Number(end), labelValue: row.value, isBelow: hasRoomBelow(line.slice(-4, -1), row.value, [bottom, top]),
  })));
  const perPixel = (top - bottom || 1) / (HEIGHT - 50);
  const sorted = lasts.filter(({ isLast }) => isLast).sort((a, b) => b.value - a.value);
  const places = movedApart(sorted.map(({ value }) => (top - value) / perPixel), LABEL_HEIGHT, [0, HEIGHT]);
  return [...sorted.map((row, index) => ({ ...row, labelValue: top - places[index]! * perPixel })), ...lasts.filter(({ isLast }) => !isLast)];
}

/** Whether there is more room below the end of a line than above it: it ends at the top, or comes down to its end, but not to the bottom. */
function hasRoomBelow(before: { value: number }[], value: number, [bottom, top]: [number, number]): boolean {
  const share = (value - bottom) / (top - bottom || 1);
  return share > 0.8 || (share > 0.2 && (d3.mean(before, (row) => row.value) ?? value) > value);
}

/** A fine rule for each event, its number above the frame, and a ground for what lasted. */
function eventMarks(events: NumberedAnnotation[], row: number): Plot.Markish[] {
  const dy = -(8 + MARK * row);
  return [
    Plot.rect(events.filter(({ until }) => until !== null), { x1: "at", x2: "until", fill: "var(--series-5)", fillOpacity: 0.12 }),
    Plot.ruleX(events, { x: "at", stroke: "var(--ink-soft)", strokeWidth: 0.75, strokeDasharray: "2 2", insetTop: dy }),
    Plot.dot(events, { x: "at", frameAnchor: "top", dy: dy - 2, r: 7.5, fill: "var(--surface)", stroke: "var(--ink-soft)", strokeWidth: 0.75 }),
    Plot.text(events, { x: "at", frameAnchor: "top", lineAnchor: "middle", dy: dy - 2, text: (event: NumberedAnnotation) => String(event.number), fill: "var(--ink)", fontWeight: "var(--weight-bold)" }),
  ];
}

/** Every date with the value of each line. */
function dataOf(series: TrendSeries[], band: TrendBand | undefined, format: Format): { rows: string[]; columns: DataColumn<string>[] } {
  const rows = [...new Set([...series, ...(band ? [band] : [])].flatMap<{ date: string }>(({ points }) => points).map(({ date }) => date))].sort();
  const isMonthly = rows.every((date) => date.endsWith("-01"));
  const columns: DataColumn<string>[] = [{ label: isMonthly ? t`Month` : t`Date`, value: isMonthly ? month : day }];
  for (const { name, points } of series) {
    const known = new Map(points.map(({ date, value }) => [date, value]));
    columns.push({ label: name, value: (date) => known.get(date), format });
  }
  if (band) {
    const known = new Map(band.points.map((point) => [point.date, point]));
    columns.push({ label: t`${band.name}, from`, value: (date) => known.get(date)?.low, format }, { label: t`${band.name}, to`, value: (date) => known.get(date)?.high, format });
  }
  return { rows, columns };
}
