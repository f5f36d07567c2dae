import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import { html, svg } from "htl";
import { integer, type Format } from "../lib/format.js";
import { t } from "../lib/language.js";
import { plot } from "./chart.js";
import { chartFigure } from "./chartFigure.js";
import { fitted } from "./labels.js";

export interface ScatterPoint {
  x: number;
  y: number;
  group: string;
}

/** What a group is called below the chart, and the short mark at its middle, if it has one. */
export interface ScatterGroup {
  group: string;
  name: string;
  mark: string;
  middle?: { x: number; y: number };
}

/** Two lines that cut the plane, and what lies in each of the four parts; a point on a line belongs to the greater side. */
export interface Quadrants {
  x: number;
  y: number;
  names: { topLeft: string; topRight: string; bottomLeft: string; bottomRight: string };
}

/** Good, bad and warn are none of them: a group is not a verdict. From the sixth group on the shape alone tells two of a colour apart. */
const colors = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)", "var(--series-5)"];
/** Outlines drawn from the middle of a point on. */
const shapes = [
  "m-2,0a2,2 0 1,0 4,0a2,2 0 1,0 -4,0", "m-1.8,-1.8h3.6v3.6h-3.6z", "m0,-2.4l2.3,4h-4.6z", "m0,-2.7l2,2.7l-2,2.7l-2,-2.7z",
  "m-2.2,0h4.4m-2.2,-2.2v4.4", "m0,2.4l2.3,-4h-4.6z", "m-1.8,-1.8l3.6,3.6m0,-3.6l-3.6,3.6", "m-2.2,0h4.4",
];
const styleOf = (index: number) => ({ color: colors[index % colors.length]!, shape: shapes[index % shapes.length]! });

export interface ScatterOptions {
  label: string;
  xLabel: string;
  yLabel: string;
  xFormat: Format;
  yFormat: Format;
  xLog?: boolean;
  yLog?: boolean;
  quadrants?: Quadrants;
  /** Room between the outermost points and the frame, for marks of few points [px]. */
  inset?: { x: number; y: number };
  /** What the drawing says that its label does not, read out after it. */
  summary?: string;
}

/** Points in groups: colour and shape both tell the group, each marked at its middle and named below. */
export function scatter(points: ScatterPoint[], groups: ScatterGroup[], { label, xLabel, yLabel, xFormat, yFormat, xLog = true, yLog = true, quadrants, inset = { x: 0, y: 0 }, summary }: ScatterOptions): HTMLElement {
  const scale = (isLog: boolean) => (isLog ? ("log" as const) : ("linear" as const));
  const middles = groups.flatMap(({ mark, middle }) => (middle ? [{ ...middle, mark }] : []));
  const yTicks = yLog ? tens(points.map(({ y }) => y)) : 5;
  const parts = quadrants ? partsOf(points, quadrants) : [];
  const chart = plot(label, (isNarrow, width) => ({
    height: isNarrow ? 300 : 440,
    marginBottom: 42,
    marginLeft: 56,
    x: { type: scale(xLog), inset: inset.x, label: xLabel, labelAnchor: "center", labelArrow: "none", tickFormat: xFormat, ticks: isNarrow ? 4 : 6, nice: !xLog },
    y: { type: scale(yLog), inset: inset.y, label: yLabel, labelArrow: "none", tickFormat: yFormat, ticks: yTicks },
    marks: [
      Plot.gridX({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.gridY({ ticks: yTicks, stroke: "var(--line)", strokeOpacity: 1 }),
      ...groups.map(({ group }, index) => cloud(points.filter((point) => point.group === group), index)),
      ...(quadrants ? cuts(quadrants, parts, (width - 72) / 2) : []),
      Plot.dot(middles, { x: "x", y: "y", r: 11, fill: "var(--surface)", stroke: "var(--ink)", strokeWidth: 1.5 }),
      Plot.text(middles, { x: "x", y: "y", text: "mark", fill: "var(--ink)", fontWeight: "var(--weight-bold)" }),
    ],
  }));
  const byGroup = d3.group(points, ({ group }) => group);
  const rows: GroupRow[] = [
    ...groups.map(({ group, name, middle }) => ({ name, points: byGroup.get(group)?.length ?? 0, middle })),
    ...parts.map(({ name, points }) => ({ name, points })),
  ];
  const drawn = html`<div>${chart}<ul class="scatter-legend">${groups.map(({ name, mark }, index) => html.fragment`<li>${icon(index)} <b>${mark}</b> ${name}</li>`)}</ul></div>`;
  return chartFigure(drawn, {
    label, summary,
    rows,
    columns: [
      { label: t`Group`, value: ({ name }) => name },
      { label: t`Points`, value: ({ points }) => points },
      ...(middles.length === 0 ? [] : [
        { label: t`${xLabel}, in the middle`, value: ({ middle }: GroupRow) => middle?.x, format: xFormat },
        { label: t`${yLabel}, in the middle`, value: ({ middle }: GroupRow) => middle?.y, format: yFormat },
      ]),
    ],
  });
}

interface GroupRow { name: string; points: number; middle?: ScatterGroup["middle"] }

const corners = [["topLeft", "top-left"], ["topRight", "top-right"], ["bottomLeft", "bottom-left"], ["bottomRight", "bottom-right"]] as const;

/** The four parts with the number of points in each. */
function partsOf(points: ScatterPoint[], { x, y, names }: Quadrants) {
  return corners.map(([corner, anchor]) => ({
    anchor, name: names[corner],
    points: points.filter((point) => (point.x >= x) === corner.endsWith("Right") && (point.y >= y) === corner.startsWith("top")).length,
  }));
}

function cuts({ x, y }: Quadrants, parts: ReturnType<typeof partsOf>, width: number): Plot.Markish[] {
  return [
    Plot.ruleX([x], { stroke: "var(--ink-soft)", strokeWidth: 1.25 }),
    Plot.ruleY([y], { stroke: "var(--ink-soft)", strokeWidth: 1.25 }),
    ...parts.map(({ anchor, name, points }) => Plot.text([`${fitted(name, width)}\n${integer(points)}`], {
      frameAnchor: anchor, dx: anchor.endsWith("left") ? 6 : -6, dy: anchor.startsWith("top") ? 6 : -6, lineAnchor: anchor.startsWith("top") ? "top" : "bottom",
      fill: "var(--ink)", fontWeight: "var(--weight-bold)", stroke: "var(--surface)", strokeWidth: 4, lineHeight: 1.2,
    })),
  ];
}

/** Powers of ten between the values; where there are too few, a number of ticks. */
function tens(values: number[]): number[] | number {
  const powers = d3.range(-6, 16).map((power) => 10 ** power).filter((power) => power >= d3.min(values)! && power <= d3.max(values)!);
  return powers.length > 2 ? powers : 5;
}

const icon = (index: number) => {
  const { color, shape } = styleOf(index);
  return svg`<svg width="14" height="14" viewBox="-3.5 -3.5 7 7" aria-hidden="true"><path d=${`M0,0${shape}`} fill="none" stroke=${color} stroke-width="1.1"></path></svg>`;
};

/** All points of a group as one path: thousands of elements would weigh more than all the rest of a page. */
function cloud(points: ScatterPoint[], index: number): Plot.Dot {
  const { color, shape } = styleOf(index);
  return Plot.dot(points, {
    x: "x", y: "y",
    render: (shown, _scales, { x, y }, _dimensions, { document }) => {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      const place = (values: ArrayLike<number>, row: number) => d3.format(".1~f")(values[row]!).replace("−", "-");
      path.setAttribute("d", Array.from(shown, (row) => `M${place(x!, row)},${place(y!, row)}${shape}`).join(""));
      for (const [name, value] of Object.entries({ fill: "none", stroke: color, "stroke-width": "1", "stroke-opacity": "0.55" })) path.setAttribute(name, value);
      return path;
    },
  });
}
