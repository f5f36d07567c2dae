import { entity } from "./entity.js";
import { choice, currency, date, id, lenient, money, optional, text } from "./fields.js";

/** What customers cost beyond the goods. A cost without a customer counts for its campaign or channel, and is shown apart where profit is by customer. */
export const costs = entity(
  "costs",
  {
    grain: "One row per cost booked",
    enables: "Profit after cost to serve, the whale curve, acquisition cost",
    references: { customer_id: "customers", campaign_id: "campaigns" },
  },
  {
    cost_date: date("Date of the cost"),
    kind: choice("What it was for", ["acquisition", "service", "retention"]),
    amount: money("Amount"),
    currency: optional(currency("Currency; the reporting currency where absent")),
    customer_id: optional(id("Customer it was spent on")),
    campaign_id: optional(id("Campaign it was spent on")),
    channel: lenient(text("Channel it was spent on")),
  },
);
