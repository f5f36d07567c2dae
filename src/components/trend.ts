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

const HEIGHT = 280;
/** Two lines of text and a gap, in pixels. */
const LABEL_HEIGHT = 32;

/** Values over time as lines, each named at its end rather than in a legend. */
export function trend(series: TrendSeries[], { label, format, zero = true, isFull = false }: { label: string; format: Format; zero?: boolean; isFull?: boolean }): HTMLElement {
  const rows = series.flatMap(({ name, points, color = "series-1", isDashed = false }) =>
    points.map(({ date, value }) => ({ name, date: new Date(`${date}T00:00:00Z`), value, color: `var(--${color})`, isDashed })));
  const lasts = series.flatMap(({ name }) => rows.filter((row) => row.name === name && row.value !== null).slice(-1));
  // Names of lines that end close to each other are moved apart, the higher one up.
  const top = Math.max(0, ...rows.map((row) => row.value ?? 0));
  const bottom = zero ? Math.min(0, ...rows.map((row) => row.value ?? 0)) : Math.min(...rows.map((row) => row.value ?? top));
  const perPixel = (top - bottom || 1) / (HEIGHT - 50);
  let floor = Number.NEGATIVE_INFINITY;
  const names = lasts.sort((a, b) => b.value! - a.value!).map((row) => {
    const wanted = (top - row.value!) / perPixel;
    const at = Math.max(wanted, floor + LABEL_HEIGHT);
    floor = at;
    return { ...row, labelValue: row.value! - (at - wanted) * perPixel };
  });
  return plot(label, {
    marginRight: 84,
    height: HEIGHT,
    x: { type: "utc", label: null },
    y: { label: null, tickFormat: (value: number) => format(value), ticks: 4, nice: true, zero },
    marks: [
      Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      ...(zero ? [Plot.ruleY([0], { stroke: "var(--ink-soft)" })] : []),
      ...[false, true].map((isDashed) => Plot.lineY(rows.filter((row) => row.isDashed === isDashed), {
        x: "date", y: "value", z: "name", stroke: "color", strokeWidth: isDashed ? 1.5 : 2.25, ...(isDashed && { strokeDasharray: "4 3" }),
      })),
      Plot.dot(lasts, { x: "date", y: "value", fill: "color", r: 3.5 }),
      Plot.text(names, { x: "date", y: "labelValue", text: (row: (typeof names)[number]) => `${row.name}\n${format(row.value)}`, textAnchor: "start", dx: 8, fill: "color", fontWeight: 600, lineHeight: 1.15 }),
    ],
  }, isFull);
}
