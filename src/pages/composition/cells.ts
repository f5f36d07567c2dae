import { html } from "htl";
import { heading } from "../../components/heading.js";

/** A heading that the list of parts at the top of the page leads to. */
export function section(id: string, title: string, lead?: string): Element[] {
  const elements = heading(title, lead);
  elements[0]!.id = id;
  return elements;
}

/** A name with lines below it, in small type. */
export const named = (name: string | Element, ...details: (string | null | undefined)[]): string | Element => {
  const lines = details.filter((detail) => detail);
  return lines.length > 0 ? html`<span>${name}${lines.map((line) => html.fragment`<small>${line}</small>`)}</span>` : name;
};

/** A change coloured by its sign, which the text also carries. */
export const signed = (text: string, value: number | null | undefined): Element =>
  html`<span class=${value ? (value < 0 ? "bad" : "good") : "neutral"}>${text}</span>`;
