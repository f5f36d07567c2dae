import { html } from "htl";

export interface DisclosureOptions {
  /** What a link names. It stands on the content, not on the frame: browsers open what hides the target of a link. */
  id?: string;
  /** Further words beside the name, smaller. */
  detail?: string;
  /** Whether it stands open on paper, where nobody can open it. */
  isPrinted?: boolean;
}

/** Content under a line that opens it. Linked to by its id, it opens by itself, without a script. */
export function disclosure(name: string | Element, { id, detail, isPrinted = false }: DisclosureOptions, ...content: (Element | string | null)[]): HTMLElement {
  return html`<details class=${isPrinted ? "disclosure printed" : "disclosure"}>
    <summary>${typeof name === "string" ? html`<span class="disclosure-name">${name}</span>` : name}${detail ? html`<span class="disclosure-detail">${detail}</span>` : null}</summary>
    <div class="disclosure-body" id=${id ?? null}>${content}</div>
  </details>`;
}
