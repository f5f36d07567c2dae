import { html } from "htl";
import { integer, words } from "../lib/format.js";
import { t } from "../lib/language.js";
import { valueName } from "../lib/valueName.js";
import { FOLDED_VALUE, isNarrowed, MISSING_VALUE, narrowsCustomers, parseSelection, selectable, selectionQuery, wholeSelection, type Selectable, type Selection } from "../selection/selection.js";
import { enhanceCards } from "./cards.js";
import type { Choice } from "./choices.js";
import { inSightFirst, type Place } from "./inSightFirst.js";
import { carry, carryOver } from "./links.js";
import { forgetSelected, keepSelected } from "./selectedTables.js";
import { keepClearOf } from "./stickyHeads.js";
import { enhanceTables } from "./tables.js";

let selection: Selection = wholeSelection;
/** Who is told of a new selection: a page that draws itself. */
let listener: ((selection: Selection) => void) | undefined;

/** Lets a page that draws itself follow the selection; it is told of the present one at once. */
export function followSelection(follow: (selection: Selection) => void): void {
  listener = follow;
  follow(selection);
}

/** Reads the selection from the address, and lets the bar change it. */
export function startFilters(): void {
  const bar = document.querySelector<HTMLElement>(".filter-bar");
  if (bar) keepClearOf(bar);
  for (const menu of bar?.querySelectorAll<HTMLDetailsElement>("details.filter") ?? []) {
    menu.addEventListener("toggle", () => void (menu.open && fill(menu)));
  }
  bar?.querySelector(".filter-clear")?.addEventListener("click", () => {
    choose({ ...wholeSelection });
    bar.querySelector<HTMLElement>("summary")?.focus();
  });
  addEventListener("popstate", () => {
    const chosen = parseSelection(location.search);
    // A step to another place of the page is one too.
    if (selectionQuery(chosen) === selectionQuery(selection)) return;
    void show(chosen).then(() => Promise.all([...(bar?.querySelectorAll<HTMLDetailsElement>("details.filter[open]") ?? [])].map(fill)));
  });
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement && target.closest(".compare-choices")) void import("./comparison.js").then(({ compare }) => compare(target));
  });
  for (const event of ["click", "auxclick"]) document.addEventListener(event, keepView);
  void show(parseSelection(location.search));
}

/** The same page in the other language shows what this one shows: its customer, its list, its sliders. */
function keepView({ target }: Event): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a.language-link") : null;
  if (!link) return;
  link.search = location.search;
  link.hash = location.hash;
}

/** Takes up a selection of the reader: into the address, and onto the page. */
function choose(chosen: Selection): void {
  const parameters = new URLSearchParams(location.search);
  for (const name of [...selectable, "period"]) parameters.delete(name);
  const query = [selectionQuery(chosen), parameters.toString()].filter(Boolean).join("&");
  history.pushState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  void show(chosen);
}

async function show(chosen: Selection): Promise<void> {
  const before = selection;
  selection = chosen;
  carry(chosen);
  listener?.(chosen);
  const isChanged = isNarrowed(before) || isNarrowed(chosen);
  const isDrawnAnew = isChanged && document.querySelector("[data-follows]") !== null;
  for (const note of document.querySelectorAll<HTMLElement>(".filter-note")) note.hidden = !isNarrowed(chosen);
  const settled = isDrawnAnew ? pending(before === wholeSelection) : () => undefined;
  try {
    if (isChanged) await showBar(chosen);
    // What is drawn anew has links of its own.
    if (isDrawnAnew) await redraw(chosen);
    else carryOver(document);
    if (!isNarrowed(chosen)) await showCompared();
  } catch (error) {
    if (chosen === selection) sayInBar(t`The filter could not be applied: the figures are those of before.`);
    throw error;
  } finally {
    if (chosen === selection) settled();
  }
}

/** The card that came with the page compares two periods of its own: where the address asks for others it shows these. */
async function showCompared(): Promise<void> {
  if (document.querySelector(".compare-choices") && new URLSearchParams(location.search).has("compare")) await (await import("./comparison.js")).showComparison();
}

/** How long the figures of before may stand as if they were those asked for, in milliseconds. */
const PATIENCE = 150;

/**
 * Shows that the figures are not yet those that the reader asked for: at once on a page that has just come, where they are of
 * all customers, and else when it takes long.
 *
 * @returns what ends it
 */
function pending(isFirst: boolean): () => void {
  const page = document.querySelector(".page")!;
  const begin = () => page.classList.add("is-pending");
  if (isFirst) {
    begin();
    sayInBar(t`The filter is being applied…`);
  }
  clearTimeout(patience);
  patience = setTimeout(begin, PATIENCE);
  return () => {
    clearTimeout(patience);
    page.classList.remove("is-pending");
  };
}

let patience: ReturnType<typeof setTimeout> | undefined;

function sayInBar(text: string): void {
  const state = document.querySelector(".filter-bar .filter-state");
  if (state) state.textContent = text;
}

/** What comes when it is needed first: once it is there nobody waits a turn of the browser for it. */
const drawing = loadedOnce(() => import("./redraw.js"));
const onDemand = loadedOnce(() => import("./onDemand.js"));

function loadedOnce<T>(load: () => Promise<T>): () => T | Promise<T> {
  let found: T | undefined;
  return () => found ?? load().then((module) => (found = module));
}

/** The parts of the page below title and bar, as they came. */
let original: Element[] | undefined;

/** Draws the page for a selection; puts back what came with it where nothing is selected. */
async function redraw(chosen: Selection): Promise<void> {
  const page = document.querySelector(".page")!;
  const below = () => [...page.children].filter((part) => !part.matches(".page-title, .filter-bar, .load-fault"));
  original ??= below();
  let parts = original;
  let finish: ((card: Element, before?: Place) => void) | undefined;
  performance.mark("choice");
  if (isNarrowed(chosen)) {
    const { drawPage, fillSlots, takeTurn } = await drawing();
    const drawn = await drawPage(chosen);
    // Another choice may have come meanwhile.
    if (chosen !== selection) return;
    keepSelected(drawn.read, "filtered");
    parts = drawn.parts;
    finish = (card, before) => {
      for (const part of takeTurn(card)) carryOver(part);
      if (before) fillSlots(card, before.slots);
      enhanceCards(card);
      enhanceTables(card);
    };
  } else forgetSelected();
  inSightFirst(page, () => {
    // Title and bar stay where they are: taken out and put back, the bar would lose the focus of who chooses by keys.
    for (const part of below()) part.remove();
    page.append(...parts);
    carryOver(document);
    // With the measure below, what the benchmark takes the time of.
    performance.mark("replaced");
  }, (card, before) => finish?.(card, before), () => {
    if (parts !== original) performance.measure("redraw", "choice");
  });
}

/** Says in the bar what is selected, and of how many customers. */
async function showBar(chosen: Selection): Promise<void> {
  const bar = document.querySelector<HTMLElement>(".filter-bar");
  if (!bar) return;
  bar.classList.toggle("is-narrowed", isNarrowed(chosen));
  bar.querySelector<HTMLElement>(".filter-clear")!.hidden = !isNarrowed(chosen);
  if (!isNarrowed(chosen)) {
    for (const part of bar.querySelectorAll(".filter-chosen")) part.textContent = "";
    sayInBar("");
    return;
  }
  const { loadChoices } = await onDemand();
  const choices = await loadChoices();
  // Another choice may have come meanwhile.
  if (chosen !== selection) return;
  const known = choices.known(chosen);
  if (selectionQuery(known) !== selectionQuery(chosen)) {
    for (const part of bar.querySelectorAll(".filter-chosen")) part.textContent = "";
    throw new Error("the address asks for a period or a group that this run does not have");
  }
  for (const menu of bar.querySelectorAll<HTMLElement>("details.filter")) {
    const name = menu.dataset.name as Selectable | "period";
    const named = (name === "period" ? (chosen.period === null ? [] : [choices.periodTitle(chosen.period)]) : (chosen.values[name] ?? []).map((value) => valueTitle(name, value)));
    menu.querySelector(".filter-chosen")!.textContent = named.length === 0 ? "" : `: ${named.length < 3 ? named.join(", ") : t`${integer(named.length)} chosen`}`;
  }
  const { customers, all } = choices.count(chosen);
  const isTimeless = chosen.period !== null && bar.querySelector("details.filter[data-name=period]") === null;
  sayInBar([
    narrowsCustomers(chosen) ? t`Filtered: ${integer(customers)} of ${integer(all)} customers` : isTimeless ? "" : t`Filtered by period`,
    isTimeless ? t`This page shows the whole window, not ${choices.periodTitle(chosen.period!)}` : "",
  ].filter(Boolean).join(" · "));
}

/** How a value reads: codes of the product are translated, names of the data are not. */
export function valueTitle(name: Selectable, value: string): string {
  if (value === MISSING_VALUE) return t`not known`;
  if (value === FOLDED_VALUE) return t`all others`;
  const own = value.replace(/^~/, "");
  return name === "kind" || name === "tier" || name === "segment" ? words(own) : valueName(own, name);
}

async function fill(menu: HTMLDetailsElement): Promise<void> {
  const { fetchPeriods, loadChoices, useWholeLanguage } = await onDemand();
  const [choices] = await Promise.all([loadChoices(), useWholeLanguage()]);
  const name = menu.dataset.name as Selectable | "period";
  const content = menu.querySelector<HTMLElement>(".menu-content")!;
  const focused = content.querySelector<HTMLInputElement>("input:focus")?.value;
  content.replaceChildren(...(name === "period" ? choices.periods.map(({ period, title }) => option("radio", name, period, title, "", (selection.period ?? "window") === period))
    : choices.of(name, selection).map(({ value, customers }: Choice) =>
      option("checkbox", name, value, valueTitle(name, value), integer(customers), selection.values[name]?.includes(value) ?? false))));
  if (focused !== undefined) content.querySelector<HTMLInputElement>(`input[value="${CSS.escape(focused)}"]`)?.focus();
  if (document.querySelector("[data-follows]")) void prepare(name === "period" ? () => fetchPeriods(choices) : undefined);
  // Set, not added: the menu is filled each time that it opens.
  content.onchange = () => {
    const chosen = [...content.querySelectorAll<HTMLInputElement>("input:checked")].map((input) => input.value);
    if (name === "period") choose({ ...selection, period: chosen[0] === "window" ? null : (chosen[0] ?? null) });
    else {
      choose({ ...selection, values: { ...selection.values, [name]: chosen.length > 0 ? chosen : undefined } });
    }
  };
}

/** Makes ready for a choice while the reader looks at what there is to choose; what fails is told when it is chosen. */
async function prepare(further?: () => Promise<void>): Promise<void> {
  // The choice asks for the same, and says what it lacks.
  await Promise.allSettled([Promise.resolve(drawing()).then(({ prepare }) => prepare()), further?.()]);
}

function option(type: "radio" | "checkbox", name: string, value: string, title: string, count: string, isChosen: boolean): HTMLElement {
  const input = html`<input type=${type} name=${`filter-${name}`} value=${value}>` as HTMLInputElement;
  input.checked = isChosen;
  return html`<label>${input} <span>${title}</span> <span class="filter-count">${count}</span></label>`;
}
