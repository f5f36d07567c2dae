import { element } from "../lib/element.js";

/** A customer by name, as a link to its page where it has one. */
export const customerLink = (label: string, key: string | null | undefined): HTMLElement =>
  (key ? element("a", { class: "customer-link", href: `./customer.html?key=${encodeURIComponent(key)}`, translate: "no" }, label) : element("span", { translate: "no" }, label));
