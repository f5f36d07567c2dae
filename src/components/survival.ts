import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import { html } from "htl";
import { integer, percent, percent0, type Format } from "../lib/format.js";
import { t } from "../lib/language.js";
import { plot } from "./chart.js";
import { chartFigure, type DataColumn } from "./chartFigure.js";
import { BOLD, fitted, movedApart, textWidth } from "./labels.js";

/** What is left of a group from a moment on, until the next point. */
export interface SurvivalPoint {
  time: number;
  /** Share that is left, from 0 to 1. */
  share: number;
  /** Confidence limits. */
  low?: number | null;
  high?: number | null;
  /** How many were still followed just before. */
  atRisk?: number | null;
}

export interface SurvivalGroup {
  name: string;
  /** By time; one at time 0 with a share of 1 is added where it is missing. */
  points: SurvivalPoint[];
  color?: "series-1" | "series-2" | "series-3" | "series-4" | "series-5";
}

export interface SurvivalOptions {
  label: string;
  /** What time is counted in, below the axis: "Months since the first order". */
  timeLabel: string;
  timeFormat?: Format;
  /** Time between the ticks, at least: 6 for months. */
  timeStep?: number;
  /** What the limits are: "95 % confidence". */
  bandName?: string;
  summary?: string;
}

const colors = ["series-1", "series-2", "series-3", "series-4", "series-5"] as const;
/** Lines differ by their dashes too. */
const dashes = [undefined, "6 3", "2 2", "8 3 2 3", "1 3"];
const HEIGHT = 300;
const LABEL_HEIGHT = 30;
/** Height of a row of the numbers at risk, and width of a number [px]. */
const RISK_ROW = 16;
const RISK_WIDTH = 44;

/** How long customers stay: steps down, what they may as well be, and how many each share rests on. */
export function survival(groups: SurvivalGroup[], { label, timeLabel, timeFormat = integer, timeStep = 1, bandName = t`Confidence limits`, summary }: SurvivalOptions): HTMLElement {
  const lines = groups.filter(({ points }) => points.length > 0).map(({ name, points, color }, index) => ({
    name, points: fromStart(points), color: `var(--${color ?? colors[index % colors.length]!})`, dash: dashes[index % dashes.length],
  }));
  if (lines.length === 0) return html`<p class="none">${t`None.`}</p>`;
  const end = Math.max(...lines.flatMap(({ points }) => points.map(({ time }) => time)));
  const hasRisk = lines.some(({ points }) => points.some(({ atRisk }) => atRisk !== null && atRisk !== undefined));
  const chart = plot(label, (isNarrow, width) => {
    const marginLeft = hasRisk ? Math.min(isNarrow ? 92 : 160, Math.max(48, ...lines.map(({ name }) => textWidth(name) * 1.25 + RISK_WIDTH / 2))) : 48;
    const marginRight = isNarrow ? 74 : Math.min(150, Math.max(80, ...lines.map(({ name }) => textWidth(name) * BOLD + 10)));
    const ticks = ticksApart(end, (width - marginLeft - marginRight) / RISK_WIDTH, timeStep);
    const marginBottom = 40 + (hasRisk ? RISK_ROW * (lines.length + 1) + 6 : 0);
    return {
      height: HEIGHT + marginBottom,
      marginLeft,
      marginRight,
      marginBottom,
      x: { domain: [0, end], label: timeLabel, labelAnchor: "center", labelArrow: "none", labelOffset: 34, tickFormat: timeFormat, ticks },
      y: { domain: [0, 1], label: null, tickFormat: percent0, ticks: 5 },
      marks: [
        Plot.gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
        Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
        ...lines.map(({ points, color }) => Plot.areaY(points.filter(({ low, high }) => typeof low === "number" && typeof high === "number"), { x: "time", y1: "low", y2: "high", curve: "step-after", fill: color, fillOpacity: 0.16 })),
        ...lines.map(({ points, color, dash }) => Plot.lineY(points, { x: "time", y: "share", curve: "step-after", stroke: color, strokeWidth: 2, ...(dash && { strokeDasharray: dash }) })),
        ...endLabels(lines, marginRight),
        ...(hasRisk ? riskRows(lines, ticks, marginLeft) : []),
      ],
    };
  });
  return chartFigure(chart, { label, summary, ...dataOf(lines, { timeLabel, timeFormat, bandName }) });
}

/** Moments from 0 to the end, whole steps apart, no more than there is room for. */
function ticksApart(end: number, most: number, step: number): number[] {
  const wanted = end / step > most ? step * Math.ceil(end / step / most) : step;
  return d3.range(0, end + wanted / 1e6, step === 1 ? Math.max(1, Math.ceil(d3.tickStep(0, end, Math.max(1, most)))) : wanted);
}

interface Line { name: string; points: SurvivalPoint[]; color: string; dash: string | undefined }

function fromStart(points: SurvivalPoint[]): SurvivalPoint[] {
  const sorted = [...points].sort((a, b) => a.time - b.time);
  const first = sorted[0]!;
  return first.time === 0 ? sorted : [{ time: 0, share: 1, low: first.low === undefined ? undefined : 1, high: first.high === undefined ? undefined : 1, atRisk: first.atRisk }, ...sorted];
}

/** Each line is named where it ends, names apart. */
function endLabels(lines: Line[], room: number): Plot.Markish[] {
  const sorted = [...lines].sort((a, b) => b.points.at(-1)!.share - a.points.at(-1)!.share);
  const perShare = HEIGHT - 20;
  const places = movedApart(sorted.map(({ points }) => (1 - points.at(-1)!.share) * perShare), LABEL_HEIGHT, [0, perShare - 8]);
  return sorted.map(({ name, points, color }, index) => Plot.text([points.at(-1)!], {
    x: "time", y: () => 1 - places[index]! / perShare, dx: 6, textAnchor: "start", fill: color, fontWeight: "var(--weight-bold)", lineHeight: 1.15,
    text: (point: SurvivalPoint) => `${fitted(name, (room - 8) / BOLD)}\n${percent0(point.share)}`,
  }));
}

/** Below the axis, how many were still followed at each of its ticks. */
function riskRows(lines: Line[], ticks: number[], marginLeft: number): Plot.Markish[] {
  const dy = (row: number) => 54 + RISK_ROW * row;
  const head = Plot.text([t`Still followed`], { frameAnchor: "bottom-left", lineAnchor: "middle", textAnchor: "start", dx: -marginLeft + 2, dy: dy(0), fill: "var(--ink-soft)" });
  return [head, ...lines.flatMap(({ name, points, color }, row) => [
    Plot.text([fitted(name, (marginLeft - RISK_WIDTH / 2) / 1.25)], { frameAnchor: "bottom-left", lineAnchor: "middle", textAnchor: "start", dx: -marginLeft + 2, dy: dy(row + 1), fill: color, fontWeight: "var(--weight-bold)" }),
    Plot.text(ticks.map((time) => ({ time, atRisk: riskAt(points, time) })), {
      x: "time", frameAnchor: "bottom", lineAnchor: "middle", dy: dy(row + 1), text: ({ atRisk }: { atRisk: number | null }) => (atRisk === null ? "" : integer(atRisk)), fill: "var(--ink)",
    }),
  ])];
}

/** Followed just before a moment: that is what the next point says. */
function riskAt(points: SurvivalPoint[], time: number): number | null {
  return points.find((point) => point.time >= time)?.atRisk ?? null;
}

function dataOf(lines: Line[], { timeLabel, timeFormat, bandName }: Required<Pick<SurvivalOptions, "timeLabel" | "timeFormat" | "bandName">>) {
  type Row = SurvivalPoint & { name: string };
  const isOne = lines.length === 1;
  const columns: DataColumn<Row>[] = [
    { label: timeLabel, value: ({ time }) => time, format: timeFormat },
    ...(isOne ? [] : [{ label: t`Group`, value: ({ name }: Row) => name }]),
    { label: t`Share left`, value: ({ share }) => share, format: percent },
    ...(lines.some(({ points }) => points.some(({ low }) => typeof low === "number")) ? [
      { label: t`${bandName}, from`, value: ({ low }: Row) => low, format: percent },
      { label: t`${bandName}, to`, value: ({ high }: Row) => high, format: percent },
    ] : []),
    { label: t`Still followed`, value: ({ atRisk }) => atRisk },
  ];
  return { rows: lines.flatMap(({ name, points }) => points.map((point) => ({ ...point, name }))), columns };
}
