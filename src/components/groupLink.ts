import { element } from "../lib/element.js";

/** The name of a group as a link to the customers in it: those that have each of the values, or of several for one attribute any. */
export const groupLink = (label: string | Element, values: Record<string, string | number | readonly string[]>): HTMLElement =>
  element("a", { class: "group-link", href: `./customers.html?${new URLSearchParams(Object.entries(values).flatMap(([dimension, value]) => [value].flat().map((each) => [dimension, String(each)]))).toString()}` }, label);
