/** Where a card stands on the screen, and the classes of those of its drawings, for wide and narrow cards, that are shown. */
export interface Place {
  top: number;
  bottom: number;
  slots: ReadonlySet<string>;
}

const placeOf = (card: Element): Place => {
  const { top, bottom } = card.getBoundingClientRect();
  return { top, bottom, slots: new Set([...card.querySelectorAll(".chart > *")].filter((slot) => slot.checkVisibility()).map((slot) => slot.className)) };
};

/** How far from the screen a card is still drawn with those on it, in pixels: what is above it may turn out shorter. */
const NEAR = 200;

/** How long the others wait until the screen is drawn, and are then finished at a stretch, in milliseconds. */
const LULL = 10;
const BATCH = 8;

/** Goes on with the cards that still wait, for as many milliseconds as it is given. */
let goOn: ((most: number) => void) | undefined;
// On paper everything is seen.
addEventListener("beforeprint", () => goOn?.(Infinity));

/**
 * Replaces the cards of a page so that those on the screen are finished and shown before the others, which take as long as
 * all the rest. Until then each of these keeps the height of the card before it, so that nothing moves under the reader.
 *
 * @param finish what is left to do to a card, with the place of the one before it where that was on the screen
 * @param done is told when no card is left
 */
export function inSightFirst(page: Element, replace: () => void, finish: (card: Element, before?: Place) => void, done: () => void): void {
  // What depends on the layout is read before anything changes: to read it later would lay out the whole page.
  const height = innerHeight;
  const places = [...page.querySelectorAll(".card")].map(placeOf);
  const isNear = ({ top, bottom }: Pick<Place, "top" | "bottom">, margin: number) => bottom > top && bottom > -margin && top < height + margin;
  replace();
  const unseen = new Set<HTMLElement>();
  /** What goes wrong with one card is told, and stops no other. */
  const show = (card: HTMLElement, place?: Place) => {
    unseen.delete(card);
    try {
      finish(card, place);
    } catch (error) {
      reportError(error);
    }
    // A card that came with the page may bear them from a time before.
    card.classList.remove("is-unseen");
    card.removeAttribute("style");
  };
  for (const [index, card] of page.querySelectorAll<HTMLElement>(".card").entries()) {
    const place = places[index];
    if (place && isNear(place, NEAR)) show(card, place);
    else {
      if (place) card.style.containIntrinsicBlockSize = `${place.bottom - place.top}px`;
      card.classList.add("is-unseen");
      unseen.add(card);
    }
  }
  // A few at a time, so that a reader who does something else meanwhile is answered.
  const next = (most: number) => {
    if (goOn !== next) return;
    const end = performance.now() + most;
    for (const card of unseen) {
      if (performance.now() > end) return void setTimeout(next, 0, BATCH);
      show(card);
    }
    goOn = undefined;
    done();
  };
  // Those of a choice before this one are on the page no more.
  goOn = next;
  requestAnimationFrame(() => {
    // Where cards came or went, or are shorter than those before, further ones are on the screen.
    let further: HTMLElement[];
    do {
      further = [...unseen].filter((card) => isNear(card.getBoundingClientRect(), 0));
      for (const card of further) show(card);
    } while (further.length > 0);
    setTimeout(next, LULL, BATCH);
  });
}
