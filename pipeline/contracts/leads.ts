import { entity, notAfter } from "./entity.js";
import { choice, currency, date, flag, id, lenient, money, optional, text } from "./fields.js";

/** Prospects, judged by money, authority and need (MAN). */
export const leads = entity(
  "leads",
  {
    grain: "One row per lead",
    enables: "Prospect classes, conversion and time by source, the pipeline",
    key: ["lead_id"],
    references: { customer_id: "customers" },
  },
  {
    lead_id: id("Identifier of the lead"),
    name: lenient(text("Name of the person or company", { personal: true })),
    source: lenient(text("Where the lead came from")),
    owner: lenient(text("Who works on it")),
    region: lenient(text("Sales region")),
    created_date: date("Date the lead was recorded"),
    closed_date: optional(date("Date it was won or lost")),
    status: choice("Where it stands", ["open", "won", "lost"]),
    has_money: optional(flag("Can pay")),
    has_authority: optional(flag("The contact can decide")),
    has_need: optional(flag("Needs the product")),
    expected_amount: optional(money("Worth expected if it is won", { min: 0 })),
    currency: optional(currency("Currency of the worth; the reporting currency where absent")),
    customer_id: optional(id("Customer it became")),
    lost_reason: lenient(text("Why it was lost")),
  },
  [notAfter("created_date", "closed_date")],
);
