import { entity, notAfter } from "./entity.js";
import { currency, date, id, money, optional } from "./fields.js";

/** Receivables: what was billed, when it is due, what has been paid. */
export const invoices = entity(
  "invoices",
  {
    grain: "One row per invoice",
    enables: "Open receivables, ageing, days sales outstanding, credit limit use, the watch list",
    key: ["invoice_id"],
    references: { customer_id: "customers" },
  },
  {
    invoice_id: id("Identifier of the invoice"),
    customer_id: id("Customer billed"),
    order_id: optional(id("Order billed")),
    invoice_date: date("Date of the invoice"),
    due_date: date("Date payment is due"),
    amount: money("Amount billed; negative for a credit note"),
    paid_amount: optional(money("Amount paid so far")),
    paid_date: optional(date("Date of the last payment")),
    currency: optional(currency("Currency of the amounts; the reporting currency where absent")),
  },
  [notAfter("invoice_date", "due_date")],
);
