import { svgElement } from "../lib/element.js";
import type { Part } from "./stackedBar.js";

/** A tone of the design, or a band of a ratio. */
export interface Segment { value: number; tone: Part["tone"] | "band-strong" | "band-adequate" | "band-weak" | "band-critical" }

/** Parts of a whole as a thin bar for the cell of a table; the label says the parts to whoever cannot see them. */
export const segmentBar = (parts: Segment[], { label }: { label: string }): SVGElement =>
  svgElement("svg", { class: "segment-bar", width: "100%", height: "14", role: "img", "aria-label": label }, ...segments(parts, "14"));

/** Parts of a whole one after the other, as wide as their share of it; what is below zero has no width. */
export function segments(parts: Segment[], height: string): SVGElement[] {
  const total = parts.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  let start = 0;
  return parts.map(({ value, tone }) => {
    const x = start;
    const width = total > 0 ? (Math.max(0, value) / total) * 100 : 0;
    start += width;
    return svgElement("rect", { class: tone, x: `${x}%`, width: `${width}%`, height });
  });
}
