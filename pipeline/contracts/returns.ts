import { entity } from "./entity.js";
import { currency, date, id, lenient, money, optional, quantity, text } from "./fields.js";

/** Goods that came back. With an order, their worth is taken off that order's revenue. */
export const returns = entity(
  "returns",
  {
    grain: "One row per return of one product or order",
    enables: "Revenue net of returns; return rate",
    references: { order_id: "orders", customer_id: "customers", product_id: "products" },
  },
  {
    return_date: date("Date of the return"),
    order_id: optional(id("Order the goods belonged to")),
    customer_id: optional(id("Customer that returned them")),
    product_id: optional(id("Product returned")),
    quantity: optional(quantity("Units returned", { min: 0, unit: "units" })),
    amount: optional(money("Worth credited; quantity x list price where absent", { min: 0 })),
    currency: optional(currency("Currency of the amount; that of the order where absent")),
    reason: lenient(text("Why it came back")),
  },
);
