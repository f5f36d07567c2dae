import { element } from "../lib/element.js";
import { once } from "./site.js";

/** Shows the text of a table's file in the place of the link to it, when a reader opens that. */
export function showSources(): void {
  // "toggle" does not bubble.
  document.addEventListener("toggle", ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches(".sql")) return;
    const link = target.querySelector<HTMLAnchorElement>("p > a");
    if (link) void show(link);
  }, true);
}

async function show(link: HTMLAnchorElement): Promise<void> {
  const text = await once(link.href, async () => {
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(`${response.status} ${link.href}`);
    return response.text();
  });
  link.parentElement?.replaceWith(element("pre", { tabindex: "0", "aria-label": link.textContent }, element("code", {}, text)));
}
