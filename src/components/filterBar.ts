import { html } from "htl";
import { t } from "../lib/language.js";
import type { Selectable } from "../selection/selection.js";

/** What an attribute that customers are selected by is called. */
export function selectableTitle(name: Selectable | "period"): string {
  switch (name) {
    case "kind": return t`Kind`;
    case "region": return t`Region`;
    case "tier": return t`Tier`;
    case "segment": return t`Segment`;
    case "owner": return t`Account manager`;
    case "period": return t`Period`;
  }
}

/**
 * The bar that a page is narrowed with. Drawn with the page, so that nothing moves when the script fills its menus; without
 * a script it is not shown.
 *
 * @param names what the project's customers can be selected by
 */
export function filterBar(names: (Selectable | "period")[]): HTMLElement {
  return html`<search class="filter-bar" aria-label=${t`Filter`}>
    <div class="filter-menus">${names.map((name) => html.fragment`<details class="filter" data-name=${name}>
      <summary>${selectableTitle(name)} <span class="filter-chosen"></span></summary>
      <div class="menu-content" role="group" aria-label=${selectableTitle(name)}></div>
    </details>`)}<button type="button" class="filter-clear" hidden>${t`Clear all`}</button></div>
    <p class="filter-state" role="status"></p>
  </search>`;
}

/** On a page whose figures no filter narrows; shown where the reader comes with one. */
export const filterNote = (): HTMLElement =>
  html`<p class="filter-note" role="status" hidden>${t`All customers, whole window: no filter narrows this page. Yours stays for the others.`}</p>`;
