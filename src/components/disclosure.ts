import { element } from "../lib/element.js";

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
  return element("details", { class: isPrinted ? "disclosure printed" : "disclosure" },
    element("summary", {}, typeof name === "string" ? element("span", { class: "disclosure-name" }, name) : name, detail ? element("span", { class: "disclosure-detail" }, detail) : null),
    element("div", { class: "disclosure-body", id: id ?? null }, ...content));
}
