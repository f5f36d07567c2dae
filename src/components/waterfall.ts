import * as Plot from "@observablehq/plot";
import type { Format } from "../lib/format.js";
import { plot } from "./chart.js";

export interface WaterfallStep {
  name: string;
  /** The total at either end, or the step's change. */
  value: number;
  isTotal?: boolean;
}

/** How one total became another: totals as full columns, changes hanging between them. They add up exactly. */
export function waterfall(steps: WaterfallStep[], { label, format, changeFormat }: { label: string; format: Format; changeFormat: Format }): HTMLElement {
  let level = 0;
  const bars = steps.map(({ name, value, isTotal = false }, index) => {
    const start = isTotal ? 0 : level;
    level = isTotal ? value : level + value;
    return {
      name, index, y1: start, y2: level, top: Math.max(start, level), value, isTotal,
      color: isTotal ? "var(--series-5)" : value < 0 ? "var(--bad)" : "var(--good)",
      text: isTotal ? format(value) : changeFormat(value),
    };
  });
  const connectors = bars.slice(0, -1).map((bar, index) => ({ from: bar.name, to: bars[index + 1]!.name, level: bar.y2 }));
  return plot(label, {
    marginBottom: 44,
    marginTop: 28,
    x: { label: null, domain: bars.map((bar) => bar.name), tickSize: 0, padding: 0.28 },
    y: { label: null, ticks: 4, tickFormat: (value: number) => format(value), nice: true },
    marks: [
      Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.barY(bars, { x: "name", y1: "y1", y2: "y2", fill: "color", rx: 2 }),
      Plot.link(connectors, { x1: "from", x2: "to", y1: "level", y2: "level", stroke: "var(--ink-soft)", strokeOpacity: 0.6 }),
      Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
      Plot.text(bars, { x: "name", y: "top", text: "text", dy: -9, fill: "var(--ink)", fontWeight: 600 }),
    ],
  });
}
