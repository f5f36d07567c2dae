import { html } from "htl";
import { customerTable } from "../components/customerTable.js";
import { pageContext } from "../lib/context.js";
import { customerOrders, linkedAttributes, type CustomerOrder, type CustomerRow, type LinkedAttribute } from "../lib/customerRow.js";
import { count, integer } from "../lib/format.js";
import { isoDate } from "../lib/isoDate.js";
import { t } from "../lib/language.js";
import type { Context, Row } from "../lib/page.js";
import { valueName } from "../lib/valueName.js";
import { valueOf, type Cube } from "../selection/cubes.js";
import { cellMask } from "../selection/mask.js";
import { MISSING_VALUE, wholeSelection, type Selection } from "../selection/selection.js";
import { fetchCube } from "./arrow.js";
import { loadChoices } from "./choices.js";
import { columnNamer } from "./columnNames.js";
import { csv, save } from "./csv.js";
import { followSelection } from "./filters.js";
import { carryOver } from "./links.js";
import { siteData } from "./site.js";
import { enhanceTables } from "./tables.js";
import { useWholeLanguage } from "./wholeLanguage.js";

/** How many customers are shown at a time. */
const PAGE = 50;

/** A customer by its file and its row there. */
interface Place { part: Cube; row: number }

/** Shows the customers that the address asks for: a selection, attributes, an order. */
export async function startCustomers(): Promise<void> {
  const list = document.querySelector<HTMLElement>(".customer-list");
  if (!list) return;
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
  const take = html`<button type="button" class="take-customers">${t`Take away (CSV)`}</button>`;
  const chips = html`<div class="chips"></div>`;
  tools.append(search, order, take, chips);
  list.querySelector(".customer-rows")!.after(more);
  order.value = new URLSearchParams(location.search).get("sort") ?? "current_revenue";
  if (order.value === "") order.value = "current_revenue";

  const show = async () => {
    const own = ++turn;
    const wanted = attributesOf(location.search);
    showChips(chips, wanted, () => restart());
    const places: Place[] = [];
    // In the order of the files the first ones are enough to begin with.
    for (const [index, { file }] of parts.entries()) {
      places.push(...matches(await fetchCube(file), { mask: cellMask(choices.cells, selection), wanted, text: search.value }));
      if (own !== turn) return;
      const isLast = index === parts.length - 1;
      if (isLast || (index === 0 && order.value === "current_revenue")) showRows(context, list, sorted(places, order.value as CustomerOrder), limit, isLast);
    }
    more.hidden = places.length <= limit;
    take.onclick = () => void takeAway(sorted(places, order.value as CustomerOrder));
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
    limit += PAGE;
    void show();
  });
  addEventListener("popstate", restart);
  followSelection((chosen) => {
    selection = chosen;
    restart();
  });
}

function orderTitle(name: CustomerOrder): string {
  switch (name) {
    case "current_revenue": return t`Most revenue first`;
    case "change": return t`Largest loss of revenue first`;
    case "profit": return t`Least profit first`;
    case "overdue_amount": return t`Most overdue first`;
    case "recency_days": return t`Longest without an order first`;
    case "label": return t`By name`;
  }
}

/** Attributes that the address asks for, with the values it takes. */
function attributesOf(query: string): [LinkedAttribute, Set<string>][] {
  const parameters = new URLSearchParams(query);
  return (Object.keys(linkedAttributes) as LinkedAttribute[]).flatMap((name) =>
    (parameters.has(name) ? [[name, new Set(parameters.getAll(name))] as [LinkedAttribute, Set<string>]] : []));
}

function attributeTitle(name: LinkedAttribute): string {
  switch (name) {
    case "country": return t`Country`;
    case "industry": return t`Industry`;
    case "company_size": return t`Company size`;
    case "channel": return t`Channel`;
    case "source": return t`Source`;
    case "prior_tier": return t`Tier before`;
    case "movement": return t`Move between tiers`;
    case "class": return t`RFM class`;
    case "named_segment": return t`RFM segment`;
    case "cluster": return t`Cluster`;
    case "recency_score": return t`Recency score`;
    case "frequency_score": return t`Frequency score`;
    case "monetary_score": return t`Amount score`;
    case "driver": return t`Change of revenue`;
    case "next_step_reason": return t`To do, for it is`;
    case "profit_class": return t`Profit class`;
    case "grade": return t`Credit grade`;
  }
}

/** What a link narrowed the list to, each with a button that takes it away. */
function showChips(chips: HTMLElement, wanted: [LinkedAttribute, Set<string>][], changed: () => void): void {
  chips.replaceChildren(...wanted.map(([name, values]) => {
    const title = `${attributeTitle(name)}: ${[...values].map((value) => (value === MISSING_VALUE ? t`not known` : valueName(value, name))).join(", ")}`;
    const button = html`<button type="button" class="chip" aria-label=${t`Take away the filter ${title}`}>${title} ×</button>`;
    button.addEventListener("click", () => {
      const parameters = new URLSearchParams(location.search);
      parameters.delete(name);
      history.pushState(null, "", `${location.pathname}?${parameters.toString()}`);
      changed();
    });
    return button;
  }));
}

function matches(part: Cube, { mask, wanted, text }: { mask: Uint8Array | undefined; wanted: [LinkedAttribute, Set<string>][]; text: string }): Place[] {
  const cells = part.columns.cell!.values as ArrayLike<number>;
  const typed = text.trim().toLocaleLowerCase();
  const columns = wanted.map(([name, values]) => ({ column: part.columns[linkedAttributes[name]]!, values }));
  const found: Place[] = [];
  for (let row = 0; row < part.length; row++) {
    if (mask && mask[cells[row]!] !== 1) continue;
    if (!columns.every(({ column, values }) => values.has(String(valueOf(column, row) ?? MISSING_VALUE)))) continue;
    if (typed !== "" && !String(valueOf(part.columns.label!, row)).toLocaleLowerCase().includes(typed)) continue;
    found.push({ part, row });
  }
  return found;
}

const at = ({ part, row }: Place, column: string) => valueOf(part.columns[column]!, row);

/** Customers in an order; those without the figure stand last. */
function sorted(places: Place[], order: CustomerOrder): Place[] {
  if (order === "current_revenue") return places;
  if (order === "label") {
    const collator = new Intl.Collator(undefined, { numeric: true });
    return [...places].sort((a, b) => collator.compare(String(at(a, "label")), String(at(b, "label"))));
  }
  const isAscending = order === "change" || order === "profit";
  const keyed = places.map((place) => {
    const value = order === "change" ? minus(at(place, "current_revenue"), at(place, "prior_revenue")) : (at(place, order) as number | null);
    return { place, key: value === null ? Infinity : isAscending ? value : -value };
  });
  return keyed.sort((a, b) => (a.key === b.key ? 0 : a.key - b.key)).map(({ place }) => place);
}

const minus = (value: unknown, other: unknown): number | null => (value === null || other === null ? null : Number(value) - Number(other));

const rowOf = (place: Place): Row => Object.fromEntries(Object.keys(place.part.columns).map((name) => [name, at(place, name)]));

function showRows(context: Context, list: HTMLElement, places: Place[], limit: number, isAll: boolean): void {
  const rows = places.slice(0, limit).map((place) => rowOf(place) as unknown as CustomerRow);
  list.querySelector(".customer-rows")!.replaceChildren(customerTable(context, rows, t`Customer list`));
  const revenue = places.reduce((sum, place) => sum + Number(at(place, "current_revenue") ?? 0), 0);
  list.querySelector(".customer-summary")!.textContent = !isAll ? t`Loading…`
    : t`${count(places.length, "customer")} with ${context.money(revenue)} of revenue${places.length > limit ? t`; the first ${integer(limit)} are shown` : ""}`;
  enhanceTables(list);
  carryOver(list);
}

/** All customers that fit, as a list to work with. */
async function takeAway(places: Place[]): Promise<void> {
  const columns = Object.keys(places[0]?.part.columns ?? {}).filter((name) => name !== "cell");
  save("customers.csv", csv(columns.map(await columnNamer()), places.map((place) => columns.map((name) => shownValue(name, at(place, name))))));
}

const shownValue = (name: string, value: string | number | null) => (name.endsWith("_date") && typeof value === "number" ? isoDate(value) : value);
