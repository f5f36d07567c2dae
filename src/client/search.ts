import { html } from "htl";
import { integer } from "../lib/format.js";
import { t } from "../lib/language.js";
import { valueOf, type Cube } from "../selection/cubes.js";
import { fetchCube } from "./arrow.js";
import { carried } from "./links.js";
import { bestMatches, type SearchEntry } from "./searchRank.js";
import { fetchJson, here, once, siteData } from "./site.js";

/** How many finds of each kind are shown. */
const SHOWN = 8;

/** Opens the search over pages, charts, numbers and customers; arrows and Enter lead to a find. */
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
  const state = dialog.querySelector("p")!;
  let latest = 0;
  input.addEventListener("input", () => {
    const turn = ++latest;
    void search(input.value, (entries, isDone) => {
      if (turn !== latest) return;
      show(finds, entries);
      state.textContent = input.value.trim() === "" ? "" : !isDone ? t`Searching…` : entries.length === 0 ? t`Nothing found` : t`${integer(entries.length)} found`;
      choose(input, finds, 0);
    });
  });
  input.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const options = [...finds.querySelectorAll("[role=option]")];
    const now = options.findIndex((option) => option.ariaSelected === "true");
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      choose(input, finds, (now + step + options.length) % options.length);
    } else if (event.key === "Escape") {
      // The field would only empty itself.
      event.preventDefault();
      dialog.close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      follow(options[now]);
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

const loadEntries = (): Promise<SearchEntry[]> => once("search", () => fetchJson<SearchEntry[]>(`search/${here.language}.json.gz`));

/** Finds for what was typed: pages and numbers at once, then customers, the largest first, as their files arrive. */
async function search(text: string, tell: (entries: SearchEntry[], isDone: boolean) => void): Promise<void> {
  if (text.trim() === "") return tell([], true);
  const entries = bestMatches(text, await loadEntries(), SHOWN);
  tell(entries, false);
  const customers: SearchEntry[] = [];
  const { parts } = (await siteData()).files.customer_index ?? {};
  for (const { file } of parts ?? []) {
    customers.push(...bestMatches(text, customerEntries(await fetchCube(file), file), SHOWN - customers.length));
    if (customers.length >= SHOWN) break;
    if (customers.length > 0) tell([...entries, ...customers], false);
  }
  tell([...entries, ...customers], true);
}

const known = new Map<string, SearchEntry[]>();

function customerEntries(cube: Cube, file: string): SearchEntry[] {
  let entries = known.get(file);
  if (!entries) {
    const { label, customer_key: key } = cube.columns;
    entries = Array.from({ length: cube.length }, (_, row) => ({
      kind: "customer", title: String(valueOf(label!, row)), text: "", href: `./customer.html?key=${String(valueOf(key!, row))}`,
    }));
    known.set(file, entries);
  }
  return entries;
}

function show(finds: HTMLElement, entries: SearchEntry[]): void {
  const kinds: Record<SearchEntry["kind"], string> = { page: t`Page`, card: t`Chart`, number: t`Number`, customer: t`Customer` };
  finds.replaceChildren(...entries.map((entry, index) => html`<li role="option" id=${`search-find-${index}`} data-href=${carried(entry.href)}><span class="find-kind">${kinds[entry.kind]}</span><span class="find-title">${entry.title}</span><span class="find-text">${entry.text}</span></li>`));
}

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
