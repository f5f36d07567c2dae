import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import { html } from "htl";
import { integer, percent, type Format } from "../lib/format.js";
import { t } from "../lib/language.js";
import { plot } from "./chart.js";
import { chartFigure } from "./chartFigure.js";
import { textWidth } from "./labels.js";

/** How many values lie from a bound up to, but not at, the next. */
export interface Bin {
  from: number;
  to: number;
  count: number;
}

export interface DistributionOptions {
  label: string;
  /** What is measured, below the axis, with its unit. */
  xLabel: string;
  /** What is counted: customers, orders. */
  yLabel: string;
  format: Format;
  /** Values to be named by a line, such as the median. */
  quantiles?: { name: string; value: number }[];
  /** Values from here on are not drawn, and said by number: a few very large ones would press all others into one bar. */
  upTo?: number;
  /** Bars at most, where values are given. */
  bins?: number;
  summary?: string;
}

/** Height of a row of names above the frame [px]. */
const ROW = 15;

/** How often which values occur, from values or from bins; bars of unequal width are drawn by their area. */
export function distribution(data: { values: number[] } | { bins: Bin[] }, options: DistributionOptions): HTMLElement {
  const { label, xLabel, yLabel, format, quantiles = [], upTo = Infinity, bins: most = 30, summary } = options;
  const all = "bins" in data ? data.bins : binned(data.values.filter((value) => Number.isFinite(value) && value < upTo), most);
  const bins = all.filter(({ to }) => to <= upTo || "values" in data);
  const beyond = "bins" in data ? d3.sum(all.filter((bin) => !bins.includes(bin)), ({ count }) => count) : data.values.filter((value) => value >= upTo).length;
  if (bins.length === 0) return html`<p class="none">${t`None.`}</p>`;
  const domain: [number, number] = [bins[0]!.from, bins.at(-1)!.to];
  const widths = bins.map(({ from, to }) => to - from);
  const isEven = Math.max(...widths) - Math.min(...widths) <= 1e-6 * Math.max(...widths);
  const bars = bins.map((bin) => ({ ...bin, height: isEven ? bin.count : bin.count / (bin.to - bin.from) }));
  const lines = quantiles.filter(({ value }) => value >= domain[0] && value <= domain[1]).sort((a, b) => a.value - b.value);
  const chart = plot(label, (isNarrow, width) => {
    const named = linesApart(lines, d3.scaleLinear(domain, [48, width - 16]), format, width);
    const marginTop = 14 + ROW * named.rows;
    return {
      height: (isNarrow ? 220 : 260) + marginTop,
      marginTop,
      marginBottom: 40,
      x: { domain, label: xLabel, labelAnchor: "center", labelArrow: "none", tickFormat: format, ticks: isNarrow ? 4 : 7 },
      y: { label: isEven ? yLabel : t`${yLabel}, by area`, labelArrow: "none", tickFormat: integer, ticks: isEven ? 4 : [], nice: true },
      marks: [
        ...(isEven ? [Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 })] : []),
        Plot.rectY(bars, { x1: "from", x2: "to", y: "height", fill: "var(--series-1)", fillOpacity: 0.75, insetLeft: 0.5, insetRight: 0.5 }),
        Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
        ...named.lines.flatMap((line) => [
          Plot.ruleX([line], { x: "value", stroke: "var(--ink)", strokeWidth: 1.25, insetTop: -ROW * line.row }),
          Plot.text([line], { x: "value", frameAnchor: "top", dy: -ROW * line.row - 5, dx: line.side === "end" ? -4 : 4, textAnchor: line.side, lineAnchor: "bottom", text: "text", fill: "var(--ink)", fontWeight: "var(--weight-bold)" }),
        ]),
      ],
    };
  });
  const total = d3.sum(bins, ({ count }) => count) + beyond;
  const drawn = beyond > 0 ? html`<div>${chart}<p class="note">${t`${integer(beyond)} of ${integer(total)} lie at ${format(upTo)} or above and are not drawn.`}</p></div>` : chart;
  return chartFigure(drawn, {
    label, summary,
    rows: beyond > 0 ? [...bins, { from: upTo, to: null, count: beyond }] : bins,
    columns: [
      { label: t`From`, value: ({ from }) => from, format },
      { label: t`To below`, value: ({ to }) => to, format },
      { label: yLabel, value: ({ count }) => count },
      { label: t`Share`, value: ({ count }) => count / total, format: percent },
    ],
  });
}

function binned(values: number[], most: number): Bin[] {
  if (values.length === 0) return [];
  const [low, high] = d3.extent(values) as [number, number];
  // A width that is lost in the digits of its own bounds (or below the smallest power of ten there is) cannot be divided.
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low <= size * 1e-9 || size < 1e-290) return [{ from: low, to: low + 1, count: values.length }];
  const step = d3.tickStep(low, high, most);
  const start = Math.floor(low / step);
  // Multiples are computed, not added up, so that a bound is the number it reads as.
  const bound = (index: number) => Number(((start + index) * step).toPrecision(12));
  const bounds = d3.range(Math.floor(high / step) - start + 1).map(bound);
  const counts = new Array<number>(bounds.length).fill(0);
  // A value less than a rounding below the first bound is of the first bin.
  for (const value of values) counts[Math.max(d3.bisectRight(bounds, value) - 1, 0)]! += 1;
  return counts.map((count, index) => ({ from: bound(index), to: bound(index + 1), count }));
}

interface NamedLine { value: number; text: string; row: number; side: "start" | "end" }

/**
 * Names of the lines in rows above the frame, each to the right of its line where there is room. A line stands higher than
 * those its name passes, so that none runs through a name.
 */
function linesApart(lines: { name: string; value: number }[], x: (value: number) => number, format: Format, width: number): { lines: NamedLine[]; rows: number } {
  const named = lines.map(({ name, value }) => {
    const text = `${name} ${format(value)}`;
    const at = x(value);
    const size = textWidth(text) * 1.08 + 10;
    return { value, text, at, side: at + size > width ? ("end" as const) : ("start" as const), size, row: 0 };
  });
  for (const [index, line] of [...named.entries()].reverse()) {
    if (line.side === "start") line.row = above(named.slice(index + 1).filter(({ at }) => at < line.at + line.size));
  }
  for (const [index, line] of named.entries()) {
    if (line.side === "end") line.row = above(named.filter((other, place) => place !== index && (other.side === "start" ? other.at + other.size : other.at) > line.at - line.size && (other.side === "start" || place < index)));
  }
  return { lines: named, rows: above(named) };
}

const above = (lines: { row: number }[]) => Math.max(0, ...lines.map(({ row }) => row + 1));
