import * as Plot from "@observablehq/plot";
import { html } from "htl";

/** Widths a chart is drawn at: for a card on a desk and on a phone. A style sheet shows the one that fits. */
const widths = { wide: 640, narrow: 340 } as const;

/** Draws a chart for wide and narrow screens, so that text keeps its size on both and no script is needed. */
export function responsive(draw: (width: number, isNarrow: boolean) => Element): HTMLElement {
  return html`<div class="chart">
    <div class="chart-wide">${draw(widths.wide, false)}</div>
    <div class="chart-narrow">${draw(widths.narrow, true)}</div>
  </div>`;
}

/**
 * A chart by Observable Plot with the house settings. Plot writes its own default colours; here each mark names one of
 * the design's variables, so that dark mode needs no second drawing.
 *
 * @param label what the chart shows, for those who cannot see it: the finding, not "line chart"
 */
export function plot(label: string, options: Plot.PlotOptions): HTMLElement {
  return responsive((width, isNarrow) => {
    const element = Plot.plot({
      width,
      height: isNarrow ? 230 : 280,
      marginLeft: 48,
      marginRight: 16,
      document,
      ariaLabel: label,
      ...options,
      ...(isNarrow && { x: { ...(options.x as object), ticks: 4 }, marginLeft: Math.min(44, options.marginLeft ?? 44) }),
    });
    element.setAttribute("role", "img");
    return element;
  });
}
