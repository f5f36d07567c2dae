import * as Plot from "@observablehq/plot";
import { element, svgElement } from "../lib/element.js";
import { whenSeen } from "./drawing.js";

/**
 * Widths a chart is drawn at: for a card as wide as the page, for half of it, and for a phone. The style sheet shows the one
 * that fits, and stretches it to the card; none is wider than the least card it is shown in by much, for what shrinks has small type.
 */
const widths = { full: 1200, wide: 560, narrow: 320 } as const;

/**
 * Draws a chart for wide and narrow screens, so that text keeps about its size on both and no script is
 * needed.
 *
 * @param isFull whether it stands in a card as wide as the page
 */
export function responsive(draw: (width: number, isNarrow: boolean) => Element, isFull = false): HTMLElement {
  const slot = (name: keyof typeof widths) => {
    // Keeps about the height that the chart will take.
    const ground = () => svgElement("svg", { width: `${widths[name]}`, height: `${HEIGHT}`, viewBox: `0 0 ${widths[name]} ${HEIGHT}`, "aria-hidden": "true" });
    return whenSeen(element("div", { class: `chart-${name}` }), () => draw(widths[name], name === "narrow"), ground);
  };
  return element("div", { class: isFull ? "chart chart-with-full" : "chart" }, isFull ? slot("full") : null, slot("wide"), slot("narrow"));
}

/** Height of a chart, unless it says otherwise; on a phone it is less. */
const HEIGHT = 280;

/**
 * A chart by Observable Plot with the house settings. Plot writes its own default colours; here each mark names one of
 * the design's variables, so that dark mode needs no second drawing.
 *
 * @param label what the chart shows, for those who cannot see it: the finding, not "line chart"
 * @param options of Plot; as a function where a phone needs another drawing, not a smaller one, or places depend on the width
 * @param isFull whether it stands in a card as wide as the page
 */
export function plot(label: string, options: Plot.PlotOptions | ((isNarrow: boolean, width: number) => Plot.PlotOptions), isFull = false): HTMLElement {
  return responsive((width, isNarrow) => {
    const own = typeof options === "function" ? options(isNarrow, width) : options;
    const smaller = isNarrow && own === options ? { x: { ...(own.x as object), ticks: 4 }, marginLeft: Math.min(44, own.marginLeft ?? 44) } : {};
    const element = Plot.plot({
      width,
      height: isNarrow ? 230 : HEIGHT,
      marginLeft: 48,
      marginRight: 16,
      document,
      ariaLabel: label,
      ...own,
      ...smaller,
    });
    element.setAttribute("role", "img");
    // Its rules stand in the style sheet: a page holds no style of its own, for its policy lets none in.
    element.querySelector("style")?.remove();
    // An image has one name; Plot names its parts too.
    for (const part of element.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    return element;
  }, isFull);
}
