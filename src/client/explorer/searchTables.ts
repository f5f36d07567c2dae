import { count } from "../../lib/format.js";
import { t } from "../../lib/language.js";

/** Narrows the list of tables to those that a word stands in: in their names and columns, or what is said of them. */
export function searchTables(card: HTMLElement): void {
  const search = card.querySelector<HTMLInputElement>(".explorer-search")!;
  const found = card.querySelector<HTMLElement>(".explorer-found")!;
  const tables = [...card.querySelectorAll<HTMLDetailsElement>("[data-table]")].map((table) => ({
    table, text: table.textContent.toLocaleLowerCase(), columns: [...table.querySelectorAll("dl > div")].map((column) => ({ column, text: column.textContent.toLocaleLowerCase() })),
  }));
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLocaleLowerCase();
    let hits = 0;
    for (const { table, text, columns } of tables) {
      const isHit = text.includes(wanted);
      table.classList.toggle("no-hit", !isHit);
      if (isHit) hits += 1;
      for (const { column, text } of columns) column.classList.toggle("explorer-hit", wanted !== "" && text.includes(wanted));
    }
    for (const group of card.querySelectorAll(".explorer-subject")) group.classList.toggle("no-hit", !group.querySelector("[data-table]:not(.no-hit)"));
    found.textContent = wanted === "" ? "" : t`${count(hits, "table")} found`;
  });
}
