import { columnIndex, columnsTable, type DefinedColumns } from "../pages/definedColumns.js";
import { fetchJson, here, once } from "./site.js";
import { useWholeLanguage } from "./wholeLanguage.js";

/** Brings the columns of a table that is opened, or the index of all columns: in their places within `opened`. */
export async function fillColumns(opened: Element): Promise<void> {
  const places = [...opened.querySelectorAll<HTMLElement>(":is(.definition-columns, .column-index):empty")];
  if (places.length === 0) return;
  const [tables] = await Promise.all([once("columns", () => fetchJson<DefinedColumns>(`columns/${here.language}.json.gz`)), useWholeLanguage()]);
  for (const place of places) {
    if (place.childElementCount > 0) continue;
    const table = place.dataset.table;
    place.append(table === undefined ? columnIndex(tables) : columnsTable(table, tables[table] ?? []));
    // In a dialog ids would stand twice on the page.
    if (place.closest("dialog")) for (const element of place.querySelectorAll("[id]")) element.removeAttribute("id");
  }
}

/** Leads to the column that the address names, as #orders.revenue: its table is opened, and its columns brought. */
export async function showColumn(): Promise<void> {
  const name = anchorOf(location.hash);
  const details = document.getElementById(name.split(".")[0]!)?.closest("details");
  if (!details || !name.includes(".")) return;
  details.open = true;
  await fillColumns(details);
  document.getElementById(name)?.scrollIntoView({ block: "center" });
}

/** The place that an address names; none where it is no text. */
function anchorOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
