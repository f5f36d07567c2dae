import * as Plot from "@observablehq/plot";
import type { Format } from "../lib/format.js";
import { plot } from "./chart.js";

export interface ScatterPoint {
  x: number;
  y: number;
  group: string;
}

const colors = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)", "var(--series-5)", "var(--good)", "var(--bad)", "var(--warn)"];
const symbols = ["circle", "square", "triangle", "diamond", "cross", "star", "wye", "asterisk"] as const;

/** Customers as points in groups: colour and symbol both tell the group, each named at its middle. */
export function scatter(points: ScatterPoint[], groups: string[], { label, xLabel, yLabel, xFormat, yFormat, log = true, centers = [] }: {
  label: string; xLabel: string; yLabel: string; xFormat: Format; yFormat: Format; log?: boolean; centers?: (ScatterPoint & { name: string })[];
}): HTMLElement {
  const type = log ? ("log" as const) : ("linear" as const);
  return plot(label, {
    height: 380,
    marginBottom: 42,
    marginLeft: 56,
    x: { type, label: xLabel, labelAnchor: "center", labelArrow: "none", tickFormat: xFormat, ticks: 5 },
    y: { type, label: yLabel, labelArrow: "none", tickFormat: yFormat, ticks: 5 },
    color: { domain: groups, range: colors },
    symbol: { domain: groups, range: [...symbols] },
    marks: [
      Plot.gridX({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.dot(points, { x: "x", y: "y", stroke: "group", symbol: "group", r: 2.2, strokeOpacity: 0.55, strokeWidth: 1.1 }),
      Plot.text(centers, { x: "x", y: "y", text: "name", fill: "var(--ink)", stroke: "var(--surface)", strokeWidth: 5, fontWeight: 650 }),
    ],
  });
}
