import { html } from "htl";
import { msg, t } from "../lib/language.js";
import type { Page } from "../lib/page.js";

/** The page of one customer: which one stands in its address, and the script draws it from that customer's data. */
export const customer: Page = {
  path: "customer",
  title: msg("Customer"),
  question: msg("Who is this customer, what does it bring, and what is the next step?"),
  isHidden: true,
  isLive: true,
  render: () => [
    html`<section class="card span-12 customer-missing is-awaited">
      <p class="loading" role="status">${t`Loading…`}</p>
      <p class="customer-none">${t`No customer is chosen.`} <a href="./customers.html">${t`All customers`}</a></p>
    </section>`,
  ],
};
