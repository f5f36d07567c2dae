import * as Plot from "@observablehq/plot";
import { html } from "htl";

/** Widths a chart is drawn at: for a card as wide as the page, for half of it, and for a phone. A style sheet shows the one that fits. */
const widths = { full: 1200, wide: 640, narrow: 340 } as const;

/**
 * Draws a chart for wide and narrow screens, so that text keeps its size on both and no script is needed.
 *
 * @param isFull whether it stands in a card as wide as the page
 */
export function responsive(draw: (width: number, isNarrow: boolean) => Element, isFull = false): HTMLElement {
  return html`<div class=${isFull ? "chart chart-with-full" : "chart"}>
    ${isFull ? html`<div class="chart-full">${draw(widths.full, false)}</div>` : null}
    <div class="chart-wide">${draw(widths.wide, false)}</div>
    <div class="chart-narrow">${draw(widths.narrow, true)}</div>
  </div>`;
}

/**
 * A chart by Observable Plot with the house settings. Plot writes its own default colours; here each mark names one of
 * the design's variables, so that dark mode needs no second drawing.
 *
 * @param label what the chart shows, for those who cannot see it: the finding, not "line chart"
 * @param options of Plot; as a function where a phone needs another drawing, not a smaller one
 * @param isFull whether it stands in a card as wide as the page
 */
export function plot(label: string, options: Plot.PlotOptions | ((isNarrow: boolean) => Plot.PlotOptions), isFull = false): HTMLElement {
  return responsive((width, isNarrow) => {
    const own = typeof options === "function" ? options(isNarrow) : options;
    const smaller = isNarrow && own === options ? { x: { ...(own.x as object), ticks: 4 }, marginLeft: Math.min(44, own.marginLeft ?? 44) } : {};
    const element = Plot.plot({
      width,
      height: isNarrow ? 230 : 280,
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
