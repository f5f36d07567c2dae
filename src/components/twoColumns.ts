import { html } from "htl";

/** Cards of different heights in two columns, each put under the shorter one, so that no holes are left; one card alone takes both. */
export function twoColumns(items: { element: Element; height: number }[]): HTMLElement {
  const columns: { elements: Element[]; height: number }[] = [{ elements: [], height: 0 }, { elements: [], height: 0 }];
  for (const { element, height } of items) {
    const shorter = columns[1]!.height < columns[0]!.height ? columns[1]! : columns[0]!;
    shorter.elements.push(element);
    shorter.height += height;
  }
  return html`<div class="two-columns">${columns.filter(({ elements }) => elements.length > 0).map(({ elements }) => html.fragment`<div>${elements}</div>`)}</div>`;
}
