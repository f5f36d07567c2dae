import { parseSelection, selectionQuery, type Selection } from "../selection/selection.js";

/** The selection as a query. */
let selected = "";

/** Lets links carry a selection from now on. */
export function carry(selection: Selection): void {
  selected = selectionQuery(selection);
}

/** Links to other pages carry the selection along. */
export function carryOver(root: ParentNode): void {
  const carry = carrier();
  for (const link of root.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    const href = link.dataset.href ?? link.getAttribute("href")!;
    if (!/^(\.\.?\/)+([\w-]+\/)*([\w-]+\.html)?([?#]|$)/.test(href)) continue;
    link.dataset.href ??= href;
    link.setAttribute("href", carried(href, carry(link)));
  }
}

/** How much of the selection a link carries: from a number to the customers it counts no more than the number follows. */
function carrier(): (link: HTMLAnchorElement) => string {
  const follows = document.querySelector<HTMLElement>("[data-follows]")?.dataset.follows;
  const timeless = selectionQuery({ ...parseSelection(selected), period: null });
  return (link) => {
    if (selected === "" || !link.classList.contains("group-link")) return selected;
    if (follows === undefined || link.closest(".of-all")) return "";
    return follows === "customers" || link.closest(".of-window") ? timeless : selected;
  };
}

/** A link with the selection, or a part of it, in its query. */
export function carried(href: string, selection = selected): string {
  if (selection === "") return href;
  const [address = "", anchor] = href.split("#");
  const [path = "", query = ""] = address.split("?");
  // What a link asks for itself goes before what is selected.
  const own = selection.split("&").filter((part) => !`&${query}`.includes(`&${part.slice(0, part.indexOf("=") + 1)}`));
  const all = [query, ...own].filter(Boolean).join("&");
  return `${path}${all && `?${all}`}${anchor === undefined ? "" : `#${anchor}`}`;
}
