import * as Plot from "@observablehq/plot";
import { html, svg } from "htl";

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
    const ground = () => svg`<svg width=${widths[name]} height=${HEIGHT} viewBox=${`0 0 ${widths[name]} ${HEIGHT}`} aria-hidden="true"></svg>`;
    return whenSeen(html`<div class=${`chart-${name}`}></div>`, () => draw(widths[name], name === "narrow"), ground);
  };
  return html`<div class=${isFull ? "chart chart-with-full" : "chart"}>${isFull ? slot("full") : null}${slot("wide")}${slot("narrow")}</div>`;
}

/**
 * Fills a place: at once where pages are built, and where a page is drawn again in a browser when the place comes near the
 * screen. What is folded up, or shown on other screens only, then takes no time.
 *
 * @param ground what stands there until then
 */
export function whenSeen(place: HTMLElement, draw: () => Node, ground?: () => Element): HTMLElement {
  const view = document.defaultView;
  if (!view || !("IntersectionObserver" in view)) {
    place.append(draw());
    return place;
  }
  if (ground) place.append(ground());
  waiting.set(place, draw);
  place.dataset.waiting = "";
  observer ??= observe(view);
  observer.observe(place);
  return place;
}

/** Lets a listener know of every place that was filled later than the page around it. */
export function followDrawing(listen: (place: Element) => void): void {
  drawn = listen;
}

const waiting = new WeakMap<Element, () => Node>();
let observer: IntersectionObserver | undefined;
let drawn: ((place: Element) => void) | undefined;

function observe(view: Window & typeof globalThis): IntersectionObserver {
  const fill = (place: HTMLElement) => {
    const draw = waiting.get(place);
    if (!draw) return;
    waiting.delete(place);
    delete place.dataset.waiting;
    found.unobserve(place);
    place.replaceChildren(draw());
    drawn?.(place);
  };
  const found = new view.IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) fill(target as HTMLElement);
  }, { rootMargin: AHEAD });
  // On paper everything is seen.
  view.addEventListener("beforeprint", () => {
    for (const place of document.querySelectorAll<HTMLElement>("[data-waiting]")) fill(place);
  });
  return found;
}

/** How far below the screen a place is filled already, so that whoever scrolls finds it so. */
const AHEAD = "400px";

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
