import * as Plot from "@observablehq/plot";
import type { Format } from "../lib/format.js";
import { plot } from "./chart.js";

export interface TrendSeries {
  name: string;
  /** ISO dates and values; null leaves a gap. */
  points: { date: string; value: number | null }[];
  /** A variable of the design: series-1 for the figure itself, series-2 for what it is held against. */
  color?: "series-1" | "series-2" | "series-3" | "series-4" | "series-5";
  isDashed?: boolean;
}

/** Values over time as lines, each named at its end rather than in a legend. */
export function trend(series: TrendSeries[], { label, format, zero = true }: { label: string; format: Format; zero?: boolean }): HTMLElement {
  const rows = series.flatMap(({ name, points, color = "series-1", isDashed = false }) =>
    points.map(({ date, value }) => ({ name, date: new Date(`${date}T00:00:00Z`), value, color: `var(--${color})`, isDashed })));
  const lasts = series.flatMap(({ name }) => rows.filter((row) => row.name === name && row.value !== null).slice(-1));
  return plot(label, {
    marginRight: 84,
    x: { type: "utc", label: null },
    y: { label: null, tickFormat: (value: number) => format(value), ticks: 4, nice: true, zero },
    marks: [
      Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      ...(zero ? [Plot.ruleY([0], { stroke: "var(--ink-soft)" })] : []),
      ...[false, true].map((isDashed) => Plot.lineY(rows.filter((row) => row.isDashed === isDashed), {
        x: "date", y: "value", z: "name", stroke: "color", strokeWidth: isDashed ? 1.5 : 2.25, ...(isDashed && { strokeDasharray: "4 3" }),
      })),
      Plot.dot(lasts, { x: "date", y: "value", fill: "color", r: 3.5 }),
      Plot.text(lasts, { x: "date", y: "value", text: (row: (typeof rows)[number]) => `${row.name}\n${format(row.value)}`, textAnchor: "start", dx: 8, fill: "color", fontWeight: 600, lineHeight: 1.15 }),
    ],
  });
}
