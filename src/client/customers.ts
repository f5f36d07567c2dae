import { html } from "htl";
import { customerTable } from "../components/customerTable.js";
import { pageContext } from "../lib/context.js";
import { customerOrders, type CustomerOrder, type CustomerRow } from "../lib/customerRow.js";
import { count, integer } from "../lib/format.js";
import { isoDate } from "../lib/isoDate.js";
import { t } from "../lib/language.js";
import type { Context } from "../lib/page.js";
import { needsGroups, wantedAttributes, type WantedAttribute } from "../selection/linked.js";
import { cellMask } from "../selection/mask.js";
import { selectionQuery, wholeSelection, type Selection } from "../selection/selection.js";
import { fetchCube } from "./arrow.js";
import { wantedTitle } from "./attributeNames.js";
import { loadChoices, type Choices } from "./choices.js";
import { columnNamer } from "./columnNames.js";
import { csv } from "../lib/csv.js";
import { save } from "./save.js";
import { at, indexValue, periodFigures, periodValue, placesIn, rowOf, sorted, type PeriodFigures, type Place, type Wanted } from "./customerPlaces.js";
import { followSelection } from "./filters.js";
import { carryOver } from "./links.js";
import { siteData } from "./site.js";
import { enhanceTables } from "./tables.js";
import { useWholeLanguage } from "./wholeLanguage.js";

/** How many customers are shown at a time. */
const PAGE = 50;

/** Shows the customers that the address asks for: a selection, attributes, an order. */
export async function startCustomers(): Promise<void> {
  const list = document.querySelector<HTMLElement>(".customer-list");
  if (!list) return;
  // What came with the page is not what the address asks for.
  list.classList.toggle("is-pending", location.search !== "");
  const [{ facts, entities, files }, choices] = await Promise.all([siteData(), loadChoices(), useWholeLanguage()]);
  const context = pageContext(facts, entities, () => {
    throw new Error("the list of customers reads no other table");
  });
  let selection: Selection = wholeSelection;
  let limit = PAGE;
  let turn = 0;
  const parts = files.customer_index?.parts ?? [];

  const tools = list.querySelector<HTMLElement>(".customer-tools")!;
  const search = html`<input type="search" class="field" placeholder=${t`Search by name`} aria-label=${t`Search customers by name`}>` as HTMLInputElement;
  const order = html`<select class="field" aria-label=${t`Order by`}>${customerOrders.map((name) => html`<option value=${name}>${orderTitle(name)}</option>`)}</select>` as HTMLSelectElement;
  const more = html`<button type="button" class="more-customers" hidden>${t`Show more`}</button>`;
  const take = html`<button type="button" class="export-customers">${t`Export (CSV)`}</button>`;
  const chips = html`<div class="chips"></div>`;
  tools.append(search, order, take, chips);
  list.querySelector(".customer-rows")!.after(more);
  order.value = new URLSearchParams(location.search).get("sort") ?? "current_revenue";
  if (order.value === "") order.value = "current_revenue";

  const show = async () => {
    const own = ++turn;
    const attributes = wantedAttributes(location.search);
    showChips(chips, attributes, restart, search);
    const sort = order.value as CustomerOrder;
    const { mask, figures, title } = await narrowed(choices, selection, files.customer_periods?.parts ?? []);
    const wanted: Wanted = { mask, attributes, text: search.value };
    const places: Place[] = [];
    let offset = 0;
    for (const [index, { file, rows }] of parts.entries()) {
      const groups = needsGroups(attributes) ? await fetchCube(files.customer_index_groups!.parts[index]!.file) : undefined;
      places.push(...placesIn({ cube: await fetchCube(file), groups, offset }, wanted, figures));
      if (own !== turn) return;
      offset += rows;
      const isLast = index === parts.length - 1;
      // In the order of the files the first ones are enough to begin with.
      if (isLast || (index === 0 && sort === "current_revenue" && !figures)) showRows(context, list, sorted(places, sort), { limit, isAll: isLast, period: title });
    }
    more.hidden = places.length <= limit;
    take.onclick = () => void exportList(sorted(places, sort), title === undefined ? undefined : selection.period!);
  };
  const restart = () => {
    limit = PAGE;
    void show();
  };
  search.addEventListener("input", restart);
  order.addEventListener("change", () => {
    const parameters = new URLSearchParams(location.search);
    parameters.set("sort", order.value);
    history.replaceState(null, "", `?${parameters.toString()}`);
    restart();
  });
  more.addEventListener("click", () => {
    const first = limit;
    limit += PAGE;
    void show().then(() => {
      // The button went with the last rows that there are.
      if (more.hidden) list.querySelectorAll<HTMLElement>(".customer-rows tbody .customer-link")[first]?.focus();
    });
  });
  addEventListener("popstate", restart);
  followSelection((chosen) => {
    selection = chosen;
    restart();
  });
}

/** What a selection takes in: cells, and the figures of its period, where that is not the current window. */
async function narrowed(choices: Choices, selection: Selection, files: { key: string; file: string }[]): Promise<{ mask: Wanted["mask"]; figures?: PeriodFigures; title?: string }> {
  // What this run does not have narrows nothing: the bar says so.
  if (selectionQuery(choices.known(selection)) !== selectionQuery(selection)) return { mask: undefined };
  const mask = cellMask(choices.cells, selection);
  if (selection.period === null || selection.period === "window") return { mask };
  // Without a file nobody bought in it, or in the one before.
  const file = files.find(({ key }) => key === selection.period)?.file;
  return { mask, figures: periodFigures(file === undefined ? undefined : await fetchCube(file)), title: choices.periodTitle(selection.period) };
}

function orderTitle(name: CustomerOrder): string {
  switch (name) {
    case "current_revenue": return t`Most revenue first`;
    case "change": return t`Largest loss of revenue first`;
    case "gain": return t`Largest gain of revenue first`;
    case "profit": return t`Least profit first`;
    case "overdue_amount": return t`Most overdue first`;
    case "recency_days": return t`Longest without an order first`;
    case "label": return t`By name`;
  }
}

/** What a link narrowed the list to, each with a button that takes it away; the focus goes on to the next one, or back to what stands before them. */
function showChips(chips: HTMLElement, attributes: WantedAttribute[], changed: () => void, before: HTMLElement): void {
  chips.replaceChildren(...attributes.map((attribute, index) => {
    const title = wantedTitle(attribute);
    const button = html`<button type="button" class="chip" aria-label=${t`Remove the filter ${title}`}>${title} ×</button>`;
    button.addEventListener("click", () => {
      const parameters = new URLSearchParams(location.search);
      parameters.delete(attribute.parameter);
      history.pushState(null, "", `${location.pathname}?${parameters.toString()}`);
      changed();
      const left = chips.querySelectorAll<HTMLElement>(".chip");
      (left[index] ?? left[index - 1] ?? before).focus();
    });
    return button;
  }));
}

function showRows(context: Context, list: HTMLElement, places: Place[], { limit, isAll, period }: { limit: number; isAll: boolean; period: string | undefined }): void {
  const rows = places.slice(0, limit).map((place) => rowOf(place) as unknown as CustomerRow);
  list.querySelector(".customer-rows")!.replaceChildren(customerTable(context, rows, t`Customer list`));
  const revenue = context.money(places.reduce((sum, place) => sum + Number(at(place, "current_revenue") ?? 0), 0));
  const found = count(places.length, "customer");
  list.querySelector(".customer-summary")!.textContent = !isAll ? t`Loading…`
    : `${period === undefined ? t`${found} with ${revenue} of revenue` : t`${found} with ${revenue} of revenue: ${period}`}${places.length > limit ? t`; the first ${integer(limit)} are shown` : ""}`;
  list.classList.remove("is-pending");
  enhanceTables(list);
  carryOver(list);
}

/** All customers that fit, as a list to work with; that of a period has its figures beside those of the window. */
async function exportList(places: Place[], period: string | undefined): Promise<void> {
  const name = await columnNamer();
  const indexed = Object.keys(places[0]?.part.columns ?? {}).filter((column) => column !== "cell");
  const ofPeriod = Object.keys(places[0]?.period?.cube.columns ?? {}).filter((column) => column !== "customer_row");
  save(`customers${period === undefined ? "" : `-${period}`}.csv`, csv([...indexed, ...ofPeriod].map(name), places.map((place) => [
    ...indexed.map((column) => shownValue(column, indexValue(place, column))), ...ofPeriod.map((column) => (column === "period" ? period! : periodValue(place, column))),
  ])));
}

const shownValue = (name: string, value: string | number | null) => (name.endsWith("_date") && typeof value === "number" ? isoDate(value) : value);
