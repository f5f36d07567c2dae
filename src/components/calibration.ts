import * as Plot from "@observablehq/plot";
import { html } from "htl";
import { integer, percent, percent0 } from "../lib/format.js";
import { t } from "../lib/language.js";
import { plot } from "./chart.js";
import { chartFigure } from "./chartFigure.js";

/** What was predicted of some, and what came. */
export interface CalibrationPoint {
  /** Mean of the chances that were given, from 0 to 1. */
  predicted: number;
  /** Share of those it came true for, with its limits. */
  share: number;
  low: number;
  high: number;
  /** How many they are. */
  members: number;
}

export interface CalibrationOptions {
  label: string;
  /** What the axes are: "Chance to leave, predicted", "Share who left". */
  predictedLabel: string;
  shareLabel: string;
  /** What is counted: "Customers". */
  membersLabel: string;
  summary?: string;
}

/** Whether chances come true: each group of about the same chance as a dot with its limits, on the diagonal where the two are the same. */
export function calibration(points: CalibrationPoint[], { label, predictedLabel, shareLabel, membersLabel, summary }: CalibrationOptions): HTMLElement {
  if (points.length === 0) return html`<p class="none">${t`None.`}</p>`;
  const end = Math.min(1, Math.ceil(Math.max(...points.flatMap(({ predicted, high }) => [predicted, high])) * 10) / 10);
  const chart = plot(label, (isNarrow) => ({
    height: isNarrow ? 260 : 320,
    marginLeft: 52,
    marginBottom: 42,
    x: { domain: [0, end], label: predictedLabel, labelAnchor: "center", labelArrow: "none", tickFormat: percent0, ticks: 5 },
    y: { domain: [0, end], label: shareLabel, labelArrow: "none", tickFormat: percent0, ticks: 5 },
    marks: [
      Plot.gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
      Plot.line([[0, 0], [end, end]], { stroke: "var(--series-5)", strokeWidth: 1.5, strokeDasharray: "4 3" }),
      Plot.text([[end * (isNarrow ? 0.68 : 0.78), end * (isNarrow ? 0.68 : 0.78)]], { text: [t`as predicted`], dy: 12, dx: 4, textAnchor: "start", fill: "var(--ink-soft)" }),
      Plot.ruleX(points, { x: "predicted", y1: "low", y2: "high", stroke: "var(--series-1)", strokeWidth: 1.5 }),
      Plot.dot(points, { x: "predicted", y: "share", r: 4, fill: "var(--series-1)" }),
    ],
  }));
  return chartFigure(chart, {
    label, summary, rows: points,
    columns: [
      { label: predictedLabel, value: ({ predicted }) => predicted, format: percent },
      { label: shareLabel, value: ({ share }) => share, format: percent },
      { label: t`Lower limit`, value: ({ low }) => low, format: percent },
      { label: t`Upper limit`, value: ({ high }) => high, format: percent },
      { label: membersLabel, value: ({ members }) => members, format: integer },
    ],
  });
}
