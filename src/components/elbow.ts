import * as Plot from "@observablehq/plot";
import { integer, type Format } from "../lib/format.js";
import { plot } from "./chart.js";
import { chartFigure } from "./chartFigure.js";

export interface ElbowPoint {
  clusters: number;
  /** What is left inside. */
  value: number;
  isChosen: boolean;
}

/** What each further cluster takes off the differences left inside: where the gain becomes small is the elbow. */
export function elbow(points: ElbowPoint[], { label, xLabel, yLabel, format }: { label: string; xLabel: string; yLabel: string; format: Format }): HTMLElement {
  const chart = plot(label, {
    height: 220, marginBottom: 40, marginRight: 20,
    x: { label: xLabel, labelAnchor: "center", labelArrow: "none", tickFormat: integer, ticks: points.map(({ clusters }) => clusters) },
    y: { domain: [0, Math.max(...points.map(({ value }) => value))], label: yLabel, labelArrow: "none", tickFormat: format, ticks: 4, nice: true },
    marks: [
      Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
      Plot.lineY(points, { x: "clusters", y: "value", stroke: "var(--series-1)", strokeWidth: 2.25 }),
      Plot.dot(points, { x: "clusters", y: "value", fill: (point: ElbowPoint) => (point.isChosen ? "var(--series-1)" : "var(--surface)"), stroke: "var(--series-1)", strokeWidth: 1.5, r: (point: ElbowPoint) => (point.isChosen ? 6 : 3.5) }),
      Plot.text(points.filter(({ isChosen }) => isChosen), { x: "clusters", y: "value", text: ({ clusters }: ElbowPoint) => `${integer(clusters)} ✓`, dy: -14, fill: "var(--ink)", fontWeight: "var(--weight-bold)", stroke: "var(--surface)", strokeWidth: 4 }),
    ],
  });
  return chartFigure(chart, { label, rows: points, columns: [
    { label: xLabel, value: ({ clusters }) => clusters },
    { label: yLabel, value: ({ value }) => value, format },
  ] });
}
