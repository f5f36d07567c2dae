import { html } from "htl";
import { element, svgElement } from "../lib/element.js";
import { segments } from "./segmentBar.js";

export interface Part {
  name: string;
  value: number;
  /** The part's figure as text: count, amount. */
  text: string;
  /** step-1 to step-5 go from good to bad, age-0 to age-4 from not due to long overdue. */
  tone: "good" | "series-1" | "series-5" | "warn" | "bad" | "step-1" | "step-2" | "step-3" | "step-4" | "step-5" | "age-0" | "age-1" | "age-2" | "age-3" | "age-4";
}

/** Parts of a whole as one bar, each named below it with its figure. */
export function stackedBar(parts: Part[], { label }: { label: string }): HTMLElement {
  return html`<div class="stacked">
    <svg width="100%" height="26" role="img" aria-label=${label}>${segments(parts, "26")}</svg>
    <ul>${parts.map((part) => element("li", {},
      svgElement("svg", { width: "10", height: "10", "aria-hidden": "true" }, svgElement("rect", { class: part.tone, width: "10", height: "10", rx: "2" })), " ", element("b", {}, part.name), ` ${part.text}`))}</ul>
  </div>`;
}
