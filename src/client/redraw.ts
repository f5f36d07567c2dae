import "./base.js";
import { fillSlots, followDrawing, takeTurn, takingTurns } from "../components/drawing.js";
import { pageContext } from "../lib/context.js";
import { element } from "../lib/element.js";
import type { Table } from "../lib/page.js";
import { pages } from "../pages/index.js";
import { cellMask } from "../selection/mask.js";
import { wholeSelection, type Selection } from "../selection/selection.js";
import { cubesOf, selectTables } from "../selection/tables.js";
import { fetchCube } from "./arrow.js";
import { enhanceCards } from "./cards.js";
import { changesFile, loadChoices } from "./choices.js";
import { carryOver } from "./links.js";
import { pageTables } from "./pageTables.js";
import { here, once, siteData } from "./site.js";
import { enhanceTables } from "./tables.js";
import { useWholeLanguage } from "./wholeLanguage.js";

followDrawing((place) => {
  carryOver(place);
  enhanceTables(place);
});

export { fillSlots, takeTurn };

/** The parts of this page for a selection, as the page itself draws them, but for what is left to be drawn in turn. */
export async function drawPage(selection: Selection): Promise<{ read: (name: string) => Table; parts: Element[] }> {
  const page = pages.find(({ path }) => path === here.page)!;
  const [whole, { facts, entities }, choices] = await Promise.all([pageTables(page.path), siteData(), loadChoices(), useWholeLanguage()]);
  const period = choices.periods.find((found) => found.period === (selection.period ?? "window"));
  if (!period) throw new Error(`this run has no period ${selection.period}`);
  const cubes = new Map(await Promise.all(cubesOf(whole.keys()).map(async (name) =>
    [name, await fetchCube(name === "selection_changes" ? changesFile(period.period) : `selection/${name}.arrow.gz`)] as const)));
  const read = selectTables(whole, cubes, { mask: cellMask(choices.cells, selection), cells: choices.cells, period });
  const context = pageContext(facts, entities, read, {
    selection, period: selection.period === null ? undefined : period, comparison: new URLSearchParams(location.search).get("compare"),
  });
  const body = element("div", {}, ...takingTurns(() => page.render(context)));
  // What stands in no card has no turn to wait for.
  takeTurn(body, ":not(.card *)");
  return { read, parts: [...body.children] };
}

/** Fetches what this page is drawn anew from and draws it once unseen: a reader who is about to choose then waits for neither. */
export const prepare = (): Promise<void> => once("prepared", async () => {
  const [first] = (await loadChoices()).of("kind", wholeSelection);
  const { parts } = await drawPage(first ? { ...wholeSelection, values: { kind: [first.value] } } : wholeSelection);
  for (const part of parts) {
    // One after the other: the reader may choose meanwhile.
    await new Promise((done) => setTimeout(done));
    for (const drawn of takeTurn(part)) carryOver(drawn);
    fillSlots(part, new Set(["chart-wide"]));
    carryOver(part);
    enhanceCards(part);
    enhanceTables(part);
  }
});
