import { html } from "htl";
import { provenance } from "../components/card.js";
import { customerTable } from "../components/customerTable.js";
import { emptyState } from "../components/emptyState.js";
import type { CustomerRow } from "../lib/customerRow.js";
import { integer } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { Page } from "../lib/page.js";

/** Customers that the page shows as it arrives; the script shows those asked for. */
const FIRST = 25;

export const customers: Page = {
  path: "customers",
  title: msg("Customer list"),
  question: msg("Who stands behind a number?"),
  follows: "customers and period",
  isLive: true,
  render(context) {
    const table = context.read<CustomerRow>("customer_index");
    if (table.rows.length === 0) return [emptyState(context, ["customers", "orders"], t`Each customer with what it brings, and who looks after it.`)];
    const rows = table.rows.slice(0, FIRST);
    return [
      html`<section class="card span-12 customer-list">
        <div class="customer-head">
          <p class="customer-summary" role="status">${t`The ${integer(rows.length)} customers with the most revenue`}</p>
          <div class="customer-tools"></div>
        </div>
        <div class="customer-rows">${customerTable(context, rows, t`Customers by revenue`)}</div>
        ${provenance([table])}
      </section>`,
    ];
  },
};
