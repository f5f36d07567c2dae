import { html } from "htl";
import { integer, words } from "../lib/format.js";
import { t } from "../lib/language.js";
import { valueName } from "../lib/valueName.js";
import { valueOf } from "../selection/cubes.js";
import { fetchCube } from "./arrow.js";
import { carried } from "./links.js";
import { bestMatches, matchesInParts, searchable, type MatchesSoFar, type Searchable, type SearchEntry } from "./searchRank.js";
import { fetchJson, here, once, siteData } from "./site.js";

/** How many finds of each kind are shown. */
const SHOWN = 8;

/** Opens the search over pages, charts, numbers, customers and columns; arrows and Enter lead to a find. */
export function openSearch(): void {
  if (document.querySelector("dialog.search")) return;
  const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const dialog = html`<dialog class="search" aria-label=${t`Search`}>
    <input type="search" role="combobox" aria-expanded="true" aria-controls="search-finds" aria-autocomplete="list" autocomplete="off" placeholder=${t`Pages, numbers, customers`} aria-label=${t`Search for pages, numbers, customers`}>
    <ul id="search-finds" role="listbox" aria-label=${t`Finds`}></ul>
    <p role="status"></p>
  </dialog>` as HTMLDialogElement;
  const input = dialog.querySelector("input")!;
  const finds = dialog.querySelector("ul")!;
  const status = dialog.querySelector("p")!;
  let latest = 0;
  const showFinds = async (turn: number) => {
    let isFirst = true;
    for await (const { count, best, state } of search(input.value)) {
      if (turn !== latest) return;
      // What arrives later takes the reader's choice from nobody.
      const chosen = isFirst ? undefined : chosenIn(finds)?.dataset.href;
      isFirst = false;
      show(finds, best);
      choose(input, finds, Math.max(0, best.findIndex(({ href }) => carried(href) === chosen)));
      status.textContent = input.value.trim() === "" ? "" : countText(best.length, count, state);
    }
  };
  input.addEventListener("input", () => {
    void showFinds(++latest);
  });
  input.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const options = [...finds.querySelectorAll("[role=option]")];
    const chosen = chosenIn(finds);
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      choose(input, finds, (options.indexOf(chosen!) + step + options.length) % options.length);
    } else if (event.key === "Escape") {
      // The field would only empty itself.
      event.preventDefault();
      dialog.close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      follow(chosen);
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    else if (event.target instanceof Element) follow(event.target.closest("[role=option]"));
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  // What will be asked for comes while the reader types.
  void loadEntries();
}

/** What can be found beside customers: what pages show, and the columns of the tables behind them. */
const loadEntries = (): Promise<{ shown: Searchable[]; columns: Searchable[] }> => once("search", async () => {
  const entries = await fetchJson<SearchEntry[]>(`search/${here.language}.json.gz`);
  return { shown: searchable(entries.filter(({ kind }) => kind !== "column")), columns: searchable(entries.filter(({ kind }) => kind === "column")) };
});

/**
 * Finds for what was typed, the best of each kind: first what pages show, then customers, the largest first, as their files
 * arrive and until as many are found as are shown, and last the columns of tables.
 */
async function* search(text: string): AsyncGenerator<MatchesSoFar> {
  if (text.trim() === "") {
    yield { count: 0, best: [], state: "complete" };
    return;
  }
  const { shown, columns } = await loadEntries();
  const [first, last] = [bestMatches(text, shown, SHOWN), bestMatches(text, columns, SHOWN)];
  const found = (customers: MatchesSoFar): MatchesSoFar => ({ count: first.count + customers.count + last.count, best: [...first.best, ...customers.best, ...last.best], state: customers.state });
  yield found({ count: 0, best: [], state: "searching" });
  const { parts = [] } = (await siteData()).files.customer_index ?? {};
  for await (const customers of matchesInParts(text, parts.map(({ file }) => () => customersIn(file)), SHOWN)) yield found(customers);
}

/** The customers of a file. */
const customersIn = (file: string): Promise<Searchable[]> => once(`search ${file}`, async () => {
  const cube = await fetchCube(file);
  const { label, customer_key: key, kind, region, owner } = cube.columns;
  const at = (column: typeof label, row: number) => valueOf(column!, row) as string | null;
  return searchable(Array.from({ length: cube.length }, (_, row) => ({
    kind: "customer", title: String(at(label, row)), href: `./customer.html?key=${String(at(key, row))}`,
    text: [at(kind, row) && words(at(kind, row)), valueName(at(region, row), "region"), at(owner, row)].filter(Boolean).join(" · "),
  })));
});

/** How many were found, and how many of them are shown. */
function countText(shown: number, found: number, state: MatchesSoFar["state"]): string {
  if (state === "searching") return t`Searching…`;
  if (state === "enough") return t`${integer(shown)} of at least ${integer(found)} found are shown`;
  return found === 0 ? t`Nothing found` : shown < found ? t`${integer(shown)} of ${integer(found)} found are shown` : t`${integer(found)} found`;
}

function show(finds: HTMLElement, entries: SearchEntry[]): void {
  const kinds: Record<SearchEntry["kind"], string> = { page: t`Page`, card: t`Chart`, number: t`Number`, customer: t`Customer`, column: t`Column` };
  finds.replaceChildren(...entries.map((entry, index) => html`<li role="option" id=${`search-find-${index}`} data-href=${carried(entry.href)}><span class="find-kind">${kinds[entry.kind]}</span><span class="find-title">${entry.title}</span><span class="find-text">${entry.text}</span></li>`));
}

const chosenIn = (finds: HTMLElement) => finds.querySelector<HTMLElement>("[aria-selected=true]");

/** Goes where a find leads. */
function follow(find: Element | null | undefined): void {
  const href = find instanceof HTMLElement ? find.dataset.href : undefined;
  if (href === undefined) return;
  find!.closest("dialog")!.close();
  location.assign(href);
}

function choose(input: HTMLInputElement, finds: HTMLElement, index: number): void {
  for (const [place, option] of [...finds.querySelectorAll<HTMLElement>("[role=option]")].entries()) {
    option.ariaSelected = String(place === index);
    if (place === index) option.scrollIntoView({ block: "nearest" });
  }
  if (finds.childElementCount > 0) input.setAttribute("aria-activedescendant", `search-find-${index}`);
  else input.removeAttribute("aria-activedescendant");
}
