import { html } from "htl";
import { element } from "../lib/element.js";
import { t } from "../lib/language.js";
import { isOfPart } from "./selectedTables.js";
import { fetchJson, here, once } from "./site.js";

/** Adds to each card what a reader can export, and opens the definition of its numbers beside it. */
export function enhanceCards(root: ParentNode): void {
  for (const foot of root.querySelectorAll<HTMLElement>("footer.provenance[data-tables]")) {
    const frame = foot.closest<HTMLElement>(".card") ?? foot;
    const tables = foot.dataset.tables!.split(" ").filter(Boolean);
    const how = foot.querySelector<HTMLAnchorElement>("a.how");
    how?.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      // The page of definitions says the same.
      import("./onDemand.js").then(({ openPanel }) => openPanel(how, tables)).catch(() => location.assign(how.href));
    });
    if (tables.length === 0) continue;
    foot.append(exportMenu(frame, tables));
  }
}

/** What tables are called in the language of the page, by their names. */
const tableTitles = () => once("titles", () => fetchJson<Record<string, string>>(`titles/${here.language}.json`));

/** A menu of files, made when it is opened. */
function exportMenu(frame: HTMLElement, tables: string[]): HTMLElement {
  const content = element("div", { class: "menu-content" });
  const menu = element("details", { class: "menu" }, element("summary", {}, t`Export`), content) as HTMLDetailsElement;
  menu.addEventListener("toggle", () => {
    if (!menu.open || content.childElementCount > 0) return;
    const item = (label: string, run: (files: typeof import("./onDemand.js")) => Promise<void>) => {
      const button = html`<button type="button">${label}</button>`;
      button.addEventListener("click", () => {
        menu.open = false;
        void import("./onDemand.js").then(run);
      });
      return button;
    };
    const files = document.querySelector(".page[data-live]") === null || isOfPart() ? tables : [];
    const chart = [...frame.querySelectorAll<SVGSVGElement>(".chart svg")].some((svg) => svg.checkVisibility());
    content.append(
      item(t`Picture (PNG)`, ({ savePicture }) => savePicture(frame)),
      ...(chart ? [item(t`Chart (SVG)`, ({ saveChart }) => saveChart(frame))] : []),
    );
    const data = (table: string, label: string) => item(label, ({ saveTable }) => saveTable(here.page, table));
    if (files.length === 1) content.append(data(files[0]!, t`Data (CSV)`));
    else if (files.length > 1) void tableTitles().then((titles) => content.append(...files.map((table) => data(table, t`Data (CSV): ${titles[table]!}`))));
  });
  return menu;
}

/** A menu closes when the reader turns elsewhere, or by Escape, which takes the focus back to it. */
export function closeMenus(): void {
  const others = (target: EventTarget | null) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>("details:is(.menu, .filter)[open]")) {
      if (!(target instanceof Node) || !menu.contains(target)) menu.open = false;
    }
  };
  document.addEventListener("click", ({ target }) => others(target));
  document.addEventListener("focusin", ({ target }) => others(target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !(event.target instanceof Element)) return;
    const menu = event.target.closest<HTMLDetailsElement>("details:is(.menu, .filter)[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary")!.focus();
  });
}
