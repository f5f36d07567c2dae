import { selectionQuery, type Selection } from "../selection/selection.js";

/** The selection as a query. */
let selected = "";

/** Lets links carry a selection from now on. */
export function carry(selection: Selection): void {
  selected = selectionQuery(selection);
}

/** Links to other pages carry the selection along. */
export function carryOver(root: ParentNode): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    const href = link.dataset.href ?? link.getAttribute("href")!;
    if (!/^(\.\.?\/)+([\w-]+\/)*([\w-]+\.html)?([?#]|$)/.test(href)) continue;
    link.dataset.href ??= href;
    link.setAttribute("href", carried(href));
  }
}

/** A link with the selection in its query. */
export function carried(href: string): string {
  if (selected === "") return href;
  const own = new URLSearchParams(selected);
  const [address = "", anchor] = href.split("#");
  const [path = "", query = ""] = address.split("?");
  const parameters = new URLSearchParams(query);
  // What a link asks for itself goes before what is selected.
  for (const name of new Set(own.keys())) if (!parameters.has(name)) for (const value of own.getAll(name)) parameters.append(name, value);
  const all = parameters.toString();
  return `${path}${all && `?${all}`}${anchor === undefined ? "" : `#${anchor}`}`;
}
