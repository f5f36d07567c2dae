import { html } from "htl";
import { t } from "../lib/language.js";
import { once } from "./site.js";

/** Opens the definitions of tables in a dialog; closed, it is gone, and the focus back where it was. */
export async function openPanel(opener: HTMLElement, tables: string[]): Promise<void> {
  const source = await once("definitions", async () => {
    const response = await fetch("./definitions.html");
    if (!response.ok) throw new Error(`definitions: ${response.status}`);
    return new DOMParser().parseFromString(await response.text(), "text/html");
  });
  const dialog = panel(opener.closest(".card")?.querySelector("h2, h3")?.textContent ?? "", source, tables);
  document.body.append(dialog);
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || (target instanceof Element && target.closest(".panel-close"))) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener.focus();
  });
  dialog.showModal();
}

/**
 * What the page of definitions says of tables: of each the marts that it picks from, once each, and what it picks; the
 * first of them open.
 *
 * @param title of the card that shows them
 * @param source the page of definitions
 */
export function panel(title: string, source: Document, tables: string[]): HTMLDialogElement {
  const found = tables.flatMap((table) => {
    const picked = part(source, table);
    return picked ? [...[...picked.querySelectorAll<HTMLAnchorElement>("a.definition-mart")].map(({ hash }) => part(source, hash.slice(1))), picked] : [];
  });
  const parts = [...new Set(found)].filter((each) => each !== null).map((each) => document.importNode(each, true));
  const body = html`<div class="panel-body">${parts}</div>`;
  // Anchors lead to the page of definitions, and ids would stand twice on this one.
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) link.setAttribute("href", `./definitions.html${link.getAttribute("href")!}`);
  for (const element of body.querySelectorAll("[id]")) element.removeAttribute("id");
  parts[0]?.setAttribute("open", "");
  return html`<dialog class="panel" aria-label=${t`How is this computed?`}>
    <header><p>${t`How is this computed?`}</p><h2>${title}</h2><button type="button" class="panel-close" aria-label=${t`Close`}>×</button></header>
    ${body}
  </dialog>` as HTMLDialogElement;
}

/** The disclosure of a table on the page of definitions. */
const part = (source: Document, name: string): Element | null => source.getElementById(name)?.closest("details") ?? null;
