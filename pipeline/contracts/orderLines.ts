import { entity } from "./entity.js";
import { date, id, integer, lenient, money, optional, quantity, rate } from "./fields.js";

/** What was ordered. A line is worth `amount`, or quantity x unit_price x (1 - discount_rate). */
export const orderLines = entity(
  "order_lines",
  {
    grain: "One row per line of an order",
    enables: "Price, volume and mix as drivers of change; margin by product; worth of orders without an amount; fill rates and backorders, with shipped_quantity",
    references: { order_id: "orders", product_id: "products" },
  },
  {
    order_id: id("Order the line belongs to"),
    line_number: optional(integer("Position of the line in its order")),
    product_id: optional(id("Product ordered")),
    quantity: quantity("Units ordered", { min: 0, unit: "units" }),
    unit_price: optional(money("Price of one unit before discount; the product's list price where absent", { min: 0 })),
    discount_rate: optional(rate("Discount on the line")),
    amount: optional(money("Worth of the line after discount")),
    cost: optional(money("Cost of the goods of the line; quantity x the product's unit cost where absent")),
    shipped_quantity: lenient(quantity("Units that left with the order; fewer than ordered are short", { min: 0, unit: "units" })),
    shipped_date: lenient(date("Date the last of the line left; later than the order's where the rest followed as a backorder, absent while it is awaited")),
  },
);
