import { entity } from "./entity.js";
import { currency, date, id, lenient, money, optional, quantity, text } from "./fields.js";

/** Goods that came back. Their worth is taken off the revenue of their order, or of their customer where no order is named. */
export const returns = entity(
  "returns",
  {
    grain: "One row per return of one product or order",
    enables: "Revenue net of returns; return rate",
    references: { order_id: "orders", customer_id: "customers", product_id: "products" },
  },
  {
    return_date: date("Date of the return"),
    order_id: optional(id("Order the goods belonged to; without product and quantity all of it came back")),
    customer_id: optional(id("Customer that returned them, needed where no order is named")),
    product_id: optional(id("Product returned")),
    quantity: optional(quantity("Units returned", { min: 0, unit: "units" })),
    amount: optional(money("Worth credited; where absent what the order's lines sold the goods for, or quantity x list price", { min: 0 })),
    currency: optional(currency("Currency of the amount; that of the order where absent")),
    reason: lenient(text("Why it came back")),
  },
);
