import { html, svg } from "htl";
import { svgElement } from "../lib/element.js";
import { phrase, t } from "../lib/language.js";

/** Where a ratio's bands begin: rising where more is better, falling where less is. */
export interface BandScale {
  strong: number;
  adequate: number;
  weak: number;
}

const names = ["critical", "weak", "adequate", "strong"] as const;

/** Quartiles of those that a value is compared with. */
export interface Peers {
  lower: number;
  median: number;
  upper: number;
}

/**
 * A value on its bands, from critical at the left to strong at the right, drawn to scale; the outer bands are shown as
 * wide as the two inner ones on average, and a value beyond them is an arrow at the edge. A ring marks the median of
 * those it is compared with, a hollow arrow one beyond the scale, and a line from quartile to quartile their middle half,
 * with an end where the quartile lies within the scale.
 */
export function bandBar(value: number | null, { strong, adequate, weak }: BandScale, { peers, label }: { peers?: Peers | null; label: string }): SVGElement {
  const step = (strong - weak) / 2;
  const place = (number: number) => (100 * (number - (weak - step))) / (4 * step);
  const edges = [0, 25, place(adequate), 75, 100];
  const percent = (number: number) => `${number}%`;
  return svgElement("svg", { class: "band-bar", width: "100%", height: "22", role: "img", "aria-label": label },
    ...names.map((name, index) => svgElement("rect", { class: `band-${name}`, x: percent(edges[index]!), width: percent(edges[index + 1]! - edges[index]!), y: "6", height: "10" })),
    ...edges.slice(1, 4).map((edge) => svgElement("line", { class: "band-edge", x1: percent(edge), x2: percent(edge), y1: "6", y2: "16" })),
    ...(peers ? [...middleHalf(place(peers.lower), place(peers.upper)), ring(place(peers.median))] : []),
    value === null ? null : marker(place(value)));
}

const arrow = (place: number) => (place < 0 ? "M-1 11l7 -6v12z" : "M1 11l-7 -6v12z");
const isOutside = (place: number) => place < 0 || place > 100;

const within = (place: number) => `${Math.max(0, Math.min(100, place))}%`;

/** Draws at a place of the scale, from 0 to 100, or at the edge that it lies beyond. */
const at = (place: number, mark: SVGElement) => svgElement("svg", { x: within(place), overflow: "visible" }, mark);

const marker = (place: number) => at(place, svgElement("path", { class: "band-value", d: isOutside(place) ? arrow(place) : "M-2 1h4v20h-4z" }));

const ring = (place: number) => at(place, isOutside(place)
  ? svgElement("path", { class: "band-median", d: arrow(place) })
  : svgElement("circle", { class: "band-median", cy: "11", r: "4" }));

const middleHalf = (...ends: [number, number]) => [
  svgElement("line", { class: "band-range", x1: within(ends[0]), x2: within(ends[1]), y1: "11", y2: "11" }),
  ...ends.filter((end) => !isOutside(end)).map((end) => at(end, svgElement("path", { class: "band-range", d: "M0 7v8" }))),
];

/** What the parts of a band bar mean. */
export function bandLegend(): HTMLElement {
  const icon = (content: DocumentFragment) => html`<svg width="16" height="16" viewBox="0 3 16 16" aria-hidden="true">${content}</svg>`;
  return html`<ul class="band-legend">
    ${names.map((name) => html.fragment`<li>${icon(svg.fragment`<rect class=${`band-${name}`} y="6" width="16" height="10"></rect>`)} ${phrase(name)}</li>`)}
    <li>${icon(svg.fragment`<path class="band-value" d="M6 3h4v16h-4z"></path>`)} ${t`the client`}</li>
    <li>${icon(svg.fragment`<path class="band-value" d="M4 11l7 -6v12z"></path>`)} ${t`beyond the scale`}</li>
    <li>${icon(svg.fragment`<circle class="band-median" cx="8" cy="11" r="4"></circle>`)} ${t`median of its industry`}</li>
    <li>${icon(svg.fragment`<path class="band-range" d="M1 7v8m0-4h14m0-4v8"></path>`)} ${t`middle half of its industry (25th to 75th percentile)`}</li>
  </ul>`;
}
