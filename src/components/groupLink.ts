import { element } from "../lib/element.js";

/** The name of a group as a link to the customers in it: those that have each of the values. */
export const groupLink = (label: string | Element, values: Record<string, string | number>): HTMLElement =>
  element("a", { class: "group-link", href: `./customers.html?${new URLSearchParams(Object.entries(values).map(([dimension, value]) => [dimension, String(value)])).toString()}` }, label);
