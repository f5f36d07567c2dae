import "./base.js";
import { followDrawing } from "../components/chart.js";
import { pageContext } from "../lib/context.js";
import { pages } from "../pages/index.js";
import { cellMask } from "../selection/mask.js";
import type { Selection } from "../selection/selection.js";
import { cubesOf, selectTables } from "../selection/tables.js";
import { fetchCube } from "./arrow.js";
import { changesFile, loadChoices } from "./choices.js";
import { carryOver } from "./links.js";
import { pageTables } from "./pageTables.js";
import { here, siteData } from "./site.js";
import { keepSelected } from "./selectedTables.js";
import { enhanceTables } from "./tables.js";
import { useWholeLanguage } from "./wholeLanguage.js";

followDrawing((place) => {
  carryOver(place);
  enhanceTables(place);
});

/** The parts of this page for a selection, as the page itself draws them. */
export async function drawPage(selection: Selection): Promise<Element[]> {
  const page = pages.find(({ path }) => path === here.page)!;
  const [whole, { facts, entities }, choices] = await Promise.all([pageTables(page.path), siteData(), loadChoices(), useWholeLanguage()]);
  const period = choices.periods.find((found) => found.period === (selection.period ?? "window"));
  if (!period) throw new Error(`this run has no period ${selection.period}`);
  const cubes = new Map(await Promise.all(cubesOf(whole.keys()).map(async (name) =>
    [name, await fetchCube(name === "selection_changes" ? changesFile(period.period) : `selection/${name}.arrow.gz`)] as const)));
  const read = selectTables(whole, cubes, { mask: cellMask(choices.cells, selection), cells: choices.cells, period });
  keepSelected(read, "filtered");
  return page.render(pageContext(facts, entities, read, { selection, period: selection.period === null ? undefined : period }));
}
