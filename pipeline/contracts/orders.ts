import { entity, notAfter } from "./entity.js";
import { choice, currency, date, id, lenient, money, optional, text, timestamp } from "./fields.js";

/** Orders as placed. Without `amount`, an order is worth the sum of its lines. */
export const orders = entity(
  "orders",
  {
    grain: "One row per order",
    enables: "Value tiers, RFM, clusters, concentration, drivers of change",
    key: ["order_id"],
    references: { customer_id: "customers" },
  },
  {
    order_id: id("Identifier of the order"),
    customer_id: id("Customer that ordered"),
    order_date: date("Date the order was placed"),
    amount: optional(money("Worth of the order after discount, before tax", { min: 0, below: "give refunds as returns, or map the file as transactions" })),
    cost: optional(money("Cost of the goods of the order", { min: 0 })),
    currency: optional(currency("Currency of amount and cost; the reporting currency where absent")),
    status: optional(choice("State of the order; completed where absent", ["completed", "open", "cancelled"])),
    channel: lenient(text("Channel the order came through")),
    region: lenient(text("Sales region the order belongs to")),
    owner: lenient(text("Sales person who took the order")),
    campaign_id: lenient(id("Campaign that led to the order")),
    required_date: lenient(date("Date the customer asked for")),
    shipped_date: lenient(date("Date the order left")),
    delivered_date: lenient(date("Date the order arrived")),
    promised_at: lenient(timestamp("Moment the order was promised for, where more than the day was")),
    delivered_at: lenient(timestamp("Moment the order arrived")),
  },
  [notAfter("order_date", "shipped_date"), notAfter("order_date", "delivered_date")],
);
