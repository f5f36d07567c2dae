import { element } from "../lib/element.js";

/*
 * When the parts of a page are drawn. Where pages are built, all at once. Where a page is drawn again in a browser, what is on
 * the screen comes first, then the other cards, and what is folded up when a reader opens it.
 */

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

/**
 * Fills at once the places of charts within a card that is known to be on the screen: without it they would come a frame
 * later, and the card would be laid out twice.
 *
 * @param slots classes of the places that the style sheet shows there
 */
export function fillSlots(card: Element, slots: ReadonlySet<string>): void {
  for (const place of card.querySelectorAll<HTMLElement>(".chart > [data-waiting]")) {
    if (slots.has(place.className) && place.closest("details:not([open])") === null) fill(place);
  }
}

const waiting = new WeakMap<Element, () => Node>();
let observer: IntersectionObserver | undefined;
let drawn: ((place: Element) => void) | undefined;

function fill(place: HTMLElement): void {
  const draw = waiting.get(place);
  if (!draw) return;
  waiting.delete(place);
  delete place.dataset.waiting;
  observer?.unobserve(place);
  place.replaceChildren(draw());
}

function fillLater(place: HTMLElement): void {
  fill(place);
  drawn?.(place);
}

function observe(view: Window & typeof globalThis): IntersectionObserver {
  // On paper everything is seen.
  view.addEventListener("beforeprint", () => {
    for (const place of document.querySelectorAll<HTMLElement>("[data-waiting]")) fillLater(place);
  });
  return new view.IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) fillLater(target as HTMLElement);
  }, { rootMargin: AHEAD });
}

/** How far below the screen a place is filled already, so that whoever scrolls finds it so. */
const AHEAD = "400px";

/** Draws what takes long in the turn of its card, where cards take turns; else at once. */
export function inTurn(draw: () => Element): Element {
  if (!areTakingTurns) return draw();
  const place = element("div", { "data-in-turn": "" });
  turns.set(place, draw);
  return place;
}

/** Runs what draws a page, leaving out what is drawn in the turn of its card. */
export function takingTurns<T>(draw: () => T): T {
  areTakingTurns = true;
  try {
    return draw();
  } finally {
    areTakingTurns = false;
  }
}

/** Draws what was left out of an element, or of those of its parts that a selector finds. */
export function takeTurn(root: Element, parts = "*"): Element[] {
  return [...root.querySelectorAll(`[data-in-turn]:is(${parts})`)].map((place) => {
    const part = turns.get(place)!();
    place.replaceWith(part);
    return part;
  });
}

let areTakingTurns = false;
const turns = new WeakMap<Element, () => Element>();
