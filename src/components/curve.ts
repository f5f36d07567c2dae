import * as Plot from "@observablehq/plot";
import { percent, percent0 } from "../lib/format.js";
import { plot } from "./chart.js";
import { chartFigure } from "./chartFigure.js";

export interface CurvePoint {
  /** Share of customers, from 0 to 1, in the order of the curve. */
  x: number;
  /** Cumulative share of the figure. */
  y: number;
}

export interface CurveMark extends CurvePoint {
  text: string;
  /** Side of the point the text stands on. */
  side?: "left" | "right" | "above" | "below";
}

/**
 * A cumulative share over a share of customers: Lorenz curve, whale curve. The diagonal is what equal customers would
 * give; points that matter are named on the curve.
 */
export function curve(points: CurvePoint[], { label, xLabel, yLabel, diagonal = true, marks = [], height = 320, summary }: {
  label: string; xLabel: string; yLabel: string; diagonal?: boolean; marks?: CurveMark[]; height?: number; summary?: string;
}): HTMLElement {
  const top = Math.max(1, ...points.map((point) => point.y));
  const bottom = Math.min(0, ...points.map((point) => point.y));
  const anchor = { left: "end", right: "start", above: "middle", below: "middle" } as const;
  // Where the curve nears the right edge there is no room for words beside it.
  const sideOf = (mark: CurveMark) => (mark.x > 0.7 ? "left" : (mark.side ?? "right"));
  const byPlace = (side: CurveMark["side"]) => marks.filter((mark) => sideOf(mark) === side);
  const chart = plot(label, {
    height,
    marginBottom: 40,
    // Half of "100%" stands beside the frame.
    marginRight: 20,
    x: { domain: [0, 1], label: xLabel, labelAnchor: "center", labelArrow: "none", tickFormat: percent0, ticks: 5 },
    y: { domain: [bottom, top], label: yLabel, labelArrow: "none", tickFormat: percent0, ticks: 5, nice: true },
    marks: [
      Plot.gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
      ...(top > 1.001 ? [Plot.ruleY([1], { stroke: "var(--ink-soft)", strokeDasharray: "2 3" })] : []),
      ...(diagonal ? [Plot.link([0], { x1: 0, y1: 0, x2: 1, y2: 1, stroke: "var(--series-5)", strokeDasharray: "4 3" })] : []),
      Plot.areaY(points, { x: "x", y: "y", fill: "var(--series-1-soft)", fillOpacity: 0.6 }),
      Plot.lineY(points, { x: "x", y: "y", stroke: "var(--series-1)", strokeWidth: 2.25 }),
      Plot.dot(marks, { x: "x", y: "y", fill: "var(--series-2)", stroke: "var(--surface)", strokeWidth: 1.5, r: 4.5 }),
      ...(["left", "right", "above", "below"] as const).map((side) => Plot.text(byPlace(side), {
        x: "x", y: "y", text: "text", fill: "var(--ink)", fontWeight: "var(--weight-bold)", textAnchor: anchor[side], lineAnchor: side === "above" ? "bottom" : side === "below" ? "top" : "middle",
        dx: side === "left" ? -9 : side === "right" ? 9 : 0, dy: side === "above" ? -9 : side === "below" ? 9 : 0, stroke: "var(--surface)", strokeWidth: 4,
      })),
    ],
  });
  return chartFigure(chart, { label, summary, rows: points, columns: [
    { label: xLabel, value: ({ x }) => x, format: percent },
    { label: yLabel, value: ({ y }) => y, format: percent },
  ] });
}
