import { html } from "htl";

/** The name of a group as a link to the customers in it: those that have each of the values. */
export const groupLink = (label: string | Element, values: Record<string, string | number>): HTMLElement =>
  html`<a class="group-link" href=${`./customers?${new URLSearchParams(Object.entries(values).map(([dimension, value]) => [dimension, String(value)])).toString()}`}>${label}</a>`;
