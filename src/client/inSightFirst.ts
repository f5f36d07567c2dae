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
  for (const [index, card] of page.querySelectorAll<HTMLElement>(".card").entries()) {
    const place = places[index];
    if (place && isNear(place, NEAR)) finish(card, place);
    else {
      if (place) card.style.containIntrinsicBlockSize = `${place.bottom - place.top}px`;
      card.classList.add("is-unseen");
      unseen.add(card);
    }
  }
  const show = (card: HTMLElement) => {
    unseen.delete(card);
    finish(card);
    card.classList.remove("is-unseen");
    card.removeAttribute("style");
  };
  // A few at a time, so that a reader who does something else meanwhile is answered.
  const next = () => {
    const end = performance.now() + BATCH;
    for (const card of unseen) {
      // Another choice has replaced it.
      if (!card.isConnected) return;
      if (performance.now() > end) return void setTimeout(next);
      show(card);
    }
    done();
  };
  requestAnimationFrame(() => {
    // Where cards came or went, or are shorter than those before, further ones are on the screen.
    let further: HTMLElement[];
    do {
      further = [...unseen].filter((card) => isNear(card.getBoundingClientRect(), 0));
      further.forEach(show);
    } while (further.length > 0);
    setTimeout(next, LULL);
  });
}
