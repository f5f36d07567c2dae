import { html } from "htl";

/** Begins a part of a page: what it is about, and one sentence on how to read it. */
export function heading(title: string, lead?: string): Element[] {
  return [html`<h2>${title}</h2>`, ...(lead ? [html`<p class="lead">${lead}</p>`] : [])];
}

/** A remark below a chart: a reason, a limit, a rule. */
export const note = (text: string): HTMLElement => html`<p class="note">${text}</p>`;
