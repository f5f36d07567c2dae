import { entity, notAfter } from "./entity.js";
import { choice, currency, id, lenient, money, optional, text, timestamp } from "./fields.js";

export const tickets = entity(
  "tickets",
  {
    grain: "One row per service request or complaint",
    enables: "Response and resolution times, complaint rate, recovery, cost to serve",
    key: ["ticket_id"],
    references: { customer_id: "customers", product_id: "products" },
  },
  {
    ticket_id: id("Identifier of the request"),
    customer_id: id("Customer that asked or complained"),
    order_id: optional(id("Order it is about")),
    product_id: optional(id("Product it is about")),
    kind: choice("Request or complaint", ["request", "complaint"]),
    category: lenient(text("What it is about")),
    channel: lenient(text("How it came in")),
    service_point: lenient(text("Team or place that handled it")),
    opened_at: timestamp("When it came in"),
    first_response_at: optional(timestamp("When it was first answered")),
    resolved_at: optional(timestamp("When it was resolved; absent while open")),
    cost: optional(money("What serving it cost", { min: 0 })),
    charge: optional(money("What the customer was charged for it", { min: 0 })),
    currency: optional(currency("Currency of cost and charge; the reporting currency where absent")),
  },
  [notAfter("opened_at", "first_response_at"), notAfter("opened_at", "resolved_at")],
);
