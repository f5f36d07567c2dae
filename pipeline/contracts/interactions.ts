import { entity } from "./entity.js";
import { choice, date, id, lenient, optional, text } from "./fields.js";

export const interactions = entity(
  "interactions",
  {
    grain: "One row per contact with a customer",
    enables: "Contact cadence, neglected and over-served customers, freshness of the customer file",
    key: ["interaction_id"],
    references: { customer_id: "customers" },
  },
  {
    interaction_id: id("Identifier of the contact"),
    customer_id: id("Customer contacted"),
    interaction_date: date("Date of the contact"),
    channel: lenient(text("Visit, call, mail, chat, social ...")),
    direction: lenient(choice("Who sought the contact", ["inbound", "outbound"])),
    owner: lenient(text("Who of the company took part")),
    topic: lenient(text("What it was about")),
    campaign_id: optional(id("Campaign it belongs to")),
  },
);
