import { entity } from "./entity.js";
import { choice, date, id, optional } from "./fields.js";

export const campaignResponses = entity(
  "campaign_responses",
  {
    grain: "One row per answer of a customer or lead to a campaign",
    enables: "Response and conversion by campaign and channel",
    references: { campaign_id: "campaigns", customer_id: "customers", lead_id: "leads" },
  },
  {
    campaign_id: id("Campaign answered"),
    customer_id: optional(id("Customer that answered")),
    lead_id: optional(id("Lead that answered")),
    response_date: date("Date of the answer"),
    response: choice("What the answer was", ["opened", "responded", "converted", "opted_out"]),
  },
);
