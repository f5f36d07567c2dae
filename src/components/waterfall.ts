import * as Plot from "@observablehq/plot";
import type { Format } from "../lib/format.js";
import { t } from "../lib/language.js";
import { plot } from "./chart.js";
import { chartFigure } from "./chartFigure.js";
import { textWidth, wrapped } from "./labels.js";

export interface WaterfallStep {
  name: string;
  /** The total at either end, or the step's change. */
  value: number;
  isTotal?: boolean;
}

type Bar = ReturnType<typeof barsOf>[number];

/**
 * How one total became another: totals as full bars, changes hanging between them. They add up exactly. From left to
 * right; on a phone, where names would not fit side by side, from top to bottom.
 */
export function waterfall(steps: WaterfallStep[], { label, format, changeFormat, summary }: { label: string; format: Format; changeFormat: Format; summary?: string }): HTMLElement {
  const bars = barsOf(steps, format, changeFormat);
  return chartFigure(plot(label, (isNarrow, width) => (isNarrow ? downwards(bars) : sideways(bars, format, width))), {
    label, summary, rows: bars, columns: [{ label: t`Step`, value: ({ name }) => name }, { label: t`Amount`, value: ({ text }) => text, isNumber: true }, { label: t`Level after it`, value: ({ end }) => end, format }],
  });
}

function barsOf(steps: WaterfallStep[], format: Format, changeFormat: Format) {
  let level = 0;
  return steps.map(({ name, value, isTotal = false }) => {
    const start = isTotal ? 0 : level;
    level = isTotal ? value : level + value;
    return {
      name, start, end: level, top: Math.max(start, level),
      color: isTotal ? "var(--series-5)" : value < 0 ? "var(--bad)" : "var(--good)",
      text: isTotal ? format(value) : changeFormat(value),
    };
  });
}

const connectorsOf = (bars: Bar[]) => bars.slice(0, -1).map((bar, index) => ({ from: bar.name, to: bars[index + 1]!.name, level: bar.end }));

/** Where the bars begin, from the left [px]. */
const LEFT = 56;
/** Widest name of a bar that stands left of it [px]. */
const SIDE = 96;

const sideways = (bars: Bar[], format: Format, width: number): Plot.PlotOptions => ({
  height: 340,
  marginBottom: 44,
  marginTop: 28,
  marginLeft: LEFT,
  x: { label: null, domain: bars.map((bar) => bar.name), tickSize: 0, padding: 0.28, tickFormat: (name: string) => wrapped(name, (width - LEFT) / bars.length - 6).join("\n") },
  y: { label: null, ticks: 4, tickFormat: (value: number) => format(value), nice: true },
  marks: [
    Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
    Plot.link(connectorsOf(bars), { x1: "from", x2: "to", y1: "level", y2: "level", stroke: "var(--ink-soft)", strokeOpacity: 0.6 }),
    Plot.barY(bars, { x: "name", y1: "start", y2: "end", fill: "color" }),
    Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
    Plot.text(bars, { x: "name", y: "top", text: "text", dy: -9, fill: "var(--ink)", fontWeight: "var(--weight-bold)" }),
  ],
});

const downwards = (bars: Bar[]): Plot.PlotOptions => ({
  height: 26 + 32 * bars.length,
  marginTop: 8,
  marginBottom: 18,
  marginLeft: Math.max(...bars.flatMap(({ name }) => wrapped(name, SIDE)).map((line) => textWidth(line) * 1.1), 48) + 14,
  marginRight: Math.max(62, ...bars.map(({ text }) => textWidth(text) * 1.1 + 8)),
  x: { axis: null },
  y: { label: null, domain: bars.map((bar) => bar.name), tickSize: 0, padding: 0.3, tickFormat: (name: string) => wrapped(name, SIDE).join("\n") },
  marks: [
    Plot.link(connectorsOf(bars), { y1: "from", y2: "to", x1: "level", x2: "level", stroke: "var(--ink-soft)", strokeOpacity: 0.6 }),
    Plot.barX(bars, { y: "name", x1: "start", x2: "end", fill: "color" }),
    Plot.ruleX([0], { stroke: "var(--ink-soft)" }),
    Plot.text(bars, { y: "name", x: "top", text: "text", dx: 6, textAnchor: "start", fill: "var(--ink)", fontWeight: "var(--weight-bold)" }),
  ],
});
