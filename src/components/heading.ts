import { element } from "../lib/element.js";

/** Begins a part of a page: what it is about, and one sentence on how to read it. */
export function heading(title: string, lead?: string): Element[] {
  return [element("h2", {}, title), ...(lead ? [element("p", { class: "lead" }, lead)] : [])];
}

/** A remark below a chart: a reason, a limit, a rule. */
export const note = (text: string): HTMLElement => element("p", { class: "note" }, text);
