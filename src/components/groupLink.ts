import { element } from "../lib/element.js";
import { count } from "../lib/format.js";

/** What the list of customers is asked for: attributes with the value, or one of the values, that a customer has. */
export type Asked = Record<string, string | number | readonly string[]>;

/**
 * The name or number of a group as a link to the customers in it, those that have all that is asked for; how many they are is its
 * title, where that is known. Of nobody there is no list.
 */
export function groupLink(label: string | Element, asked: Asked, customers: number | null | undefined): Element | string {
  if (customers === 0) return label;
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, values]) => [values].flat().map((value) => [name, String(value)])));
  return element("a", { class: "group-link", href: `./customers.html?${query.toString()}`, title: typeof customers === "number" ? count(customers, "customer") : null }, label);
}
