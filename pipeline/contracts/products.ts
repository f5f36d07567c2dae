import { entity } from "./entity.js";
import { currency, id, lenient, money, optional, text } from "./fields.js";

export const products = entity(
  "products",
  {
    grain: "One row per product",
    enables: "Mix by category; price and cost of lines that carry none",
    key: ["product_id"],
  },
  {
    product_id: id("Identifier of the product"),
    name: lenient(text("Name of the product")),
    category: lenient(text("Category")),
    subcategory: lenient(text("Subcategory")),
    list_price: optional(money("List price of one unit", { min: 0 })),
    unit_cost: optional(money("Cost of one unit", { min: 0 })),
    currency: optional(currency("Currency of price and cost; the reporting currency where absent")),
  },
);
