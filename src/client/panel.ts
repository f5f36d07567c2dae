import { html } from "htl";
import { t } from "../lib/language.js";
import { once } from "./site.js";

/** Opens the definitions of tables in a dialog: what the page of definitions says of them, and of the marts they pick from. */
export async function openPanel(opener: HTMLElement, tables: string[]): Promise<void> {
  const source = await once("definitions", async () => {
    const response = await fetch("./definitions.html");
    if (!response.ok) throw new Error(`definitions: ${response.status}`);
    return new DOMParser().parseFromString(await response.text(), "text/html");
  });
  const title = opener.closest(".card")?.querySelector("h2, h3")?.textContent ?? "";
  const dialog = html`<dialog class="panel" aria-label=${t`How is this computed?`}>
    <header><p>${t`How is this computed?`}</p><h2>${title}</h2><form method="dialog"></form></header>
    <div class="panel-body"></div>
  </dialog>` as HTMLDialogElement;
  const close = html`<button type="button" class="panel-close" aria-label=${t`Close`}>×</button>`;
  close.addEventListener("click", () => dialog.close());
  dialog.querySelector("form")!.replaceWith(close);
  const body = dialog.querySelector(".panel-body")!;
  const shown = new Set<string>();
  for (const table of tables) {
    const picked = part(source, table);
    if (!picked) continue;
    for (const link of picked.querySelectorAll<HTMLAnchorElement>("a.definition-mart")) {
      const name = link.hash.slice(1);
      if (shown.has(name)) continue;
      shown.add(name);
      const mart = part(source, name);
      if (mart) body.append(mart);
    }
    body.append(picked);
  }
  // Anchors lead to the page of definitions, and ids would stand twice on this one.
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) link.href = `./definitions.html${link.hash}`;
  for (const element of body.querySelectorAll("[id]")) element.removeAttribute("id");
  const [first] = body.querySelectorAll("details");
  if (first) first.open = true;
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener.focus();
  });
  dialog.showModal();
}

/** The disclosure of a table on the page of definitions, as a part of this document. */
function part(source: Document, name: string): Element | null {
  const found = source.getElementById(name)?.closest("details");
  return found ? document.importNode(found, true) : null;
}
