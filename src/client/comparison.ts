import { chosenComparison, COMPARISON } from "../pages/composition/comparison.js";
import type { Comparison } from "../pages/composition/rows.js";
import { parseSelection } from "../selection/selection.js";
import { enhanceCards } from "./cards.js";
import { carryOver } from "./links.js";
import { pageTables } from "./pageTables.js";
import { drawPage, fillSlots, takeTurn } from "./redraw.js";
import { here } from "./site.js";
import { enhanceTables } from "./tables.js";

/** Takes up a choice of the reader, of the later period or of the one it is compared with: into the address, and onto the card. */
export async function compare({ name, value }: HTMLSelectElement): Promise<void> {
  const rows = (await pageTables(here.page)).get("composition_comparisons")!.rows as unknown as Comparison[];
  const chosen = name === "period" ? chosenComparison(rows, value) : value;
  const parameters = new URLSearchParams(location.search);
  if (chosen !== undefined) parameters.set("compare", chosen);
  history.replaceState(null, "", `${location.pathname}?${parameters.toString()}${location.hash}`);
  await showComparison();
  document.querySelector<HTMLSelectElement>(`#${COMPARISON} select[name=${name}]`)?.focus();
}

/** Draws the card anew for the periods that the address asks for. */
export async function showComparison(): Promise<void> {
  const { parts } = await drawPage(parseSelection(location.search));
  const card = parts.find(({ id }) => id === COMPARISON);
  if (!card) return;
  for (const part of takeTurn(card)) carryOver(part);
  document.getElementById(COMPARISON)?.replaceWith(card);
  fillSlots(card, new Set(["chart-wide", "chart-narrow"]));
  carryOver(card);
  enhanceCards(card);
  enhanceTables(card);
}
