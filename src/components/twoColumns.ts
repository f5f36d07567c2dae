import { html } from "htl";

/**
 * Cards of different heights in two columns as equally long as can be, in their order within each; one card alone
 * takes both. Tries every division, so it is for a dozen cards, not for hundreds.
 */
export function twoColumns(items: { element: Element; height: number }[]): HTMLElement {
  let best = { difference: Infinity, choice: 0 };
  for (let choice = 0; choice < 2 ** Math.max(0, items.length - 2); choice++) {
    const difference = Math.abs(items.reduce((sum, { height }, index) => sum + (isRight(index, choice) ? height : -height), 0));
    if (difference < best.difference) best = { difference, choice };
  }
  const columns = [false, true].map((right) => items.filter((_, index) => isRight(index, best.choice) === right));
  return html`<div class="two-columns">${columns.filter((column) => column.length > 0).map((column) => html.fragment`<div>${column.map(({ element }) => element)}</div>`)}</div>`;
}

/** Whether a card stands right: the second always does, beside the first; of the others, where the choice has a bit. */
const isRight = (index: number, choice: number) => index === 1 || (index > 1 && ((choice >> (index - 2)) & 1) === 1);
