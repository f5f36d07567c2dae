import * as d3 from "d3";
import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from "d3-sankey";
import { html, svg } from "htl";
import { integer, percent0, type Format } from "../lib/format.js";
import { t } from "../lib/language.js";
import { responsive } from "./chart.js";
import { chartFigure, type DataColumn } from "./chartFigure.js";
import { fitted, textWidth, wrapped } from "./labels.js";

export type FlowTone = "good" | "bad" | "neutral";

export interface FlowState {
  id: string;
  name: string;
}

/** A point in time: its states from top to bottom, the best first. */
export interface FlowColumn {
  title: string;
  states: FlowState[];
}

export interface FlowStep {
  /** State in a column, and state in the next one. */
  from: string;
  to: string;
  value: number;
  tone: FlowTone;
  /** Which column it leaves, from 0. */
  column?: number;
}

export interface FlowOptions<T extends FlowStep = FlowStep> {
  /** What the chart shows, for those who cannot see it: the finding. */
  label: string;
  columns: FlowColumn[];
  format?: Format;
  /** What the tones mean here. */
  toneNames?: Record<FlowTone, string>;
  /** What the table behind it calls the value of a step, and its share of what left the same state. */
  valueTitle?: string;
  shareTitle?: string;
  /** The value in that table, where it is more than a number: a link to those who took the step. */
  cell?(step: T): Element | string;
  /** What that table says besides. */
  details?: DataColumn<T>[];
  isFull?: boolean;
  summary?: string;
}

interface Node { id: string; name: string; column: number; order: number }
interface Link { tone: FlowTone }
type PlacedNode = SankeyNode<Node, Link>;
type PlacedLink = SankeyLink<Node, Link>;

const colors: Record<FlowTone, string> = { good: "var(--good)", bad: "var(--bad)", neutral: "var(--series-5)" };
const signs: Record<FlowTone, string> = { good: "▲", bad: "▼", neutral: "" };
const tones = ["good", "neutral", "bad"] as const;
/** Least width of a ribbon that says its own number [px]. */
const TOLD = 13;
/** Between a name and the edges it stands between, and between its lines [px]. */
const NAME_GAP = 11;
const LINE = 13;
/** How much wider than estimated a name may turn out in the widest of fonts. */
const WIDER = 1.15;

/** How many went from which state to which: ribbons as wide as what they carry. The sign on a ribbon says the same as its colour. */
export function flow<T extends FlowStep>(steps: T[], {
  label, columns, format = integer, toneNames = { good: t`better`, neutral: t`the same`, bad: t`worse` }, isFull = false, summary,
  valueTitle = t`Count`, shareTitle = t`Share of those who were there`, cell, details = [],
}: FlowOptions<T>): HTMLElement {
  const taken = steps.filter(({ value }) => value > 0);
  if (taken.length === 0) return html`<p class="none">${t`None.`}</p>`;
  const chart = responsive((width, isNarrow) => drawing(taken, columns, { label, format, width, isNarrow }), isFull);
  const nameOf = ({ column = 0 }: FlowStep, isEnd: boolean, id: string) => columns[column + Number(isEnd)]?.states.find((state) => state.id === id)?.name ?? id;
  const from = d3.rollup(taken, (group) => d3.sum(group, ({ value }) => value), ({ column = 0, from }) => `${column} ${from}`);
  const used = tones.filter((tone) => taken.some((step) => step.tone === tone));
  const drawn = html`<div>${chart}<ul class="flow-legend">${used.map((tone) => html.fragment`<li><svg width="18" height="10" aria-hidden="true"><rect class=${`flow-${tone}`} width="18" height="10" rx="2"></rect></svg> ${signs[tone]} ${toneNames[tone]}</li>`)}</ul></div>`;
  return chartFigure(drawn, {
    label, summary,
    rows: taken,
    columns: [
      { label: columns.length === 2 ? columns[0]!.title : t`From`, value: (step) => nameOf(step, false, step.from) },
      { label: columns.length === 2 ? columns[1]!.title : t`To`, value: (step) => nameOf(step, true, step.to) },
      ...(columns.length > 2 ? [{ label: t`Until`, value: ({ column = 0 }: T) => columns[column + 1]?.title }] : []),
      { label: valueTitle, value: (step) => cell?.(step) ?? step.value, format, isNumber: true },
      { label: shareTitle, value: (step) => step.value / from.get(`${step.column ?? 0} ${step.from}`)!, format: percent0 },
      ...details,
      { label: t`Direction`, value: ({ tone }) => toneNames[tone] },
    ],
  });
}

/** The names at either side need room; in between they stand on the ribbons. */
function drawing(steps: FlowStep[], columns: FlowColumn[], { label, format, width, isNarrow }: { label: string; format: Format; width: number; isNarrow: boolean }): SVGElement {
  // On a phone as much as the longest word takes: names are broken between words only.
  const words = columns.flatMap(({ states }) => states.flatMap(({ name }) => name.split(" ")));
  const side = isNarrow ? Math.min(106, Math.max(86, NAME_GAP + Math.max(...words.map(textWidth)) * WIDER)) : 156;
  const top = isNarrow ? 36 : 24;
  const states = Math.max(...columns.map(({ states }) => states.length));
  const isWrapped = columns.some(({ states }) => states.some(({ name }) => textWidth(name) * WIDER > side - NAME_GAP));
  const padding = isNarrow ? (isWrapped ? 42 : 30) : 18;
  // A name of several lines stands lower than the state it names.
  const bottom = isNarrow ? (isWrapped ? 24 : 14) : 8;
  const height = top + states * (padding + (isNarrow ? 30 : 34)) + bottom - 8;
  const { nodes, links } = placed(steps, columns, [[side, top], [width - side, height - bottom]], padding);
  const path = sankeyLinkHorizontal<Node, Link>();
  const places = columns.map((_, index) => nodes.find(({ column }) => column === index));
  return svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="img" aria-label=${label}>
    ${columns.map(({ title }, index) => {
      const place = places[index];
      if (!place) return null;
      const isFirst = index === 0;
      const isLast = index === columns.length - 1;
      const shown = fitted(title, isNarrow ? side + 60 : side + 80);
      // At the edge of its states, or as far from it as it takes to stay within the chart.
      const room = textWidth(shown) * 1.1;
      const x = isFirst ? Math.max(place.x1!, room) : isLast ? Math.min(place.x0!, width - room) : (place.x0! + place.x1!) / 2;
      return svg.fragment`<text x=${rounded(x)} y="12" text-anchor=${isFirst ? "end" : isLast ? "start" : "middle"} fill="currentColor">${shown}</text>`;
    })}
    <g fill="none">${[...links].sort((a, b) => b.width! - a.width!).map((link) => svg.fragment`<path d=${path(link) ?? ""} stroke=${colors[link.tone]} stroke-width=${rounded(Math.max(1, link.width!))} stroke-opacity=${link.tone === "neutral" ? 0.28 : 0.5}></path>`)}</g>
    ${links.filter((link) => link.width! >= TOLD).map((link) => told(link, format))}
    ${nodes.map((node) => named(node, columns.length, format, isNarrow, side))}
  </svg>`;
}

function placed(steps: FlowStep[], columns: FlowColumn[], extent: [[number, number], [number, number]], padding: number) {
  const idOf = (column: number, id: string) => `${column} ${id}`;
  const used = new Set(steps.flatMap(({ column = 0, from, to }) => [idOf(column, from), idOf(column + 1, to)]));
  const nodes: Node[] = columns.flatMap(({ states }, column) => states.map(({ id, name }, order) => ({ id: idOf(column, id), name, column, order }))).filter(({ id }) => used.has(id));
  const known = new Set(nodes.map(({ id }) => id));
  const links = steps.map(({ column = 0, from, to, value, tone }) => ({ source: idOf(column, from), target: idOf(column + 1, to), value, tone }));
  for (const { source, target } of links) for (const id of [source, target]) if (!known.has(id)) throw new Error(`unknown state: ${id.slice(id.indexOf(" ") + 1)}`);
  return sankey<Node, Link>().nodeId(({ id }) => id).nodeAlign(({ column }) => column).nodeSort((a, b) => a.order - b.order).nodeWidth(10).nodePadding(padding).extent(extent)({ nodes, links });
}

const rounded = (value: number) => Math.round(value * 10) / 10;

/** A state with its name and number: on one line, or on a phone below each other. */
function named({ name, value, x0 = 0, x1 = 0, y0 = 0, y1 = 0, column }: PlacedNode, columns: number, format: Format, isNarrow: boolean, side: number): DocumentFragment {
  const isMiddle = column > 0 && column < columns - 1;
  const x = column === 0 ? x0 - 7 : x1 + 7;
  const number = format(value ?? 0);
  const lines = isNarrow ? wrapped(name, (side - NAME_GAP) / WIDER) : [fitted(name, side - NAME_GAP - textWidth(`${number} `) * 1.1)];
  const first = (y0 + y1) / 2 + 4 - (isNarrow ? LINE / 2 : 0) * lines.length;
  const attributes = { anchor: column === 0 ? "end" : "start", halo: isMiddle ? "var(--surface)" : null };
  return svg.fragment`<rect x=${x0} y=${rounded(y0)} width=${x1 - x0} height=${rounded(Math.max(1, y1 - y0))} fill="var(--ink-soft)"></rect>
    <text y=${rounded(first)} text-anchor=${attributes.anchor} fill="var(--ink)" stroke=${attributes.halo} stroke-width=${isMiddle ? 3 : null} paint-order=${isMiddle ? "stroke" : null}>
      ${lines.map((line, index) => svg.fragment`<tspan x=${x} dy=${index === 0 ? 0 : LINE}>${line}</tspan>`)}<tspan x=${isNarrow ? x : null} dy=${isNarrow ? LINE : 0} font-weight="var(--weight-bold)">${isNarrow ? number : ` ${number}`}</tspan></text>`;
}

/** The number that a wide ribbon carries, where it sets out. */
function told({ source, y0 = 0, value, tone }: PlacedLink, format: Format): DocumentFragment {
  const { x1 = 0 } = source as PlacedNode;
  return svg.fragment`<text x=${x1 + 6} y=${rounded(y0 + 4)} fill="var(--ink)">${signs[tone]}${signs[tone] ? "\u00a0" : ""}${format(value)}</text>`;
}
