/** Gives each card of a page an address of its own, after the first table that it shows, so that it can be linked to. */
export function nameCards(root: ParentNode): void {
  const used = new Map<string, number>();
  for (const card of root.querySelectorAll<HTMLElement>(".card")) {
    const [table = ""] = ((card.getAttribute("data-tables") ?? card.querySelector("footer.provenance")?.getAttribute("data-tables")) ?? "").split(" ");
    if (table === "" || card.id !== "") continue;
    const times = (used.get(table) ?? 0) + 1;
    used.set(table, times);
    card.id = times === 1 ? table : `${table}-${times}`;
  }
}
