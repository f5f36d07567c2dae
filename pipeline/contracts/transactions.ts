import { entity } from "./entity.js";
import { currency, date, id, lenient, money, optional, text } from "./fields.js";

/** A transaction log: what a company has that keeps neither a customer file nor orders apart. */
export const transactions = entity(
  "transactions",
  {
    grain: "One row per purchase; several of one customer on one day are several purchases",
    enables: "Everything that customers and orders enable, from three columns",
    references: { customer_id: "customers" },
  },
  {
    customer_id: id("Customer that bought"),
    transaction_date: date("Date of the purchase"),
    amount: money("Worth of the purchase; negative for a refund"),
    cost: optional(money("Cost of what was sold")),
    currency: optional(currency("Currency of amount and cost; the reporting currency where absent")),
    channel: lenient(text("Channel of the purchase")),
    region: lenient(text("Sales region of the purchase")),
  },
);
