import { html } from "htl";

/** A customer by name, as a link to its page where it has one. */
export const customerLink = (label: string, key: string | null | undefined): HTMLElement =>
  (key ? html`<a class="customer-link" href=${`./customer?key=${encodeURIComponent(key)}`} translate="no">${label}</a>` : html`<span translate="no">${label}</span>`);
