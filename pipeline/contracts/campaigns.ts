import { entity, notAfter } from "./entity.js";
import { currency, date, id, integer, lenient, money, optional, text } from "./fields.js";

export const campaigns = entity(
  "campaigns",
  {
    grain: "One row per campaign",
    enables: "Reach, response, cost per customer won, return by channel",
    key: ["campaign_id"],
  },
  {
    campaign_id: id("Identifier of the campaign"),
    name: lenient(text("Name of the campaign")),
    channel: lenient(text("Mail, phone, visit, web, social ...")),
    start_date: date("First day"),
    end_date: optional(date("Last day")),
    cost: optional(money("What the campaign cost in all", { min: 0 })),
    currency: optional(currency("Currency of the cost; the reporting currency where absent")),
    reach: optional(integer("Persons reached", { unit: "persons" })),
  },
  [notAfter("start_date", "end_date")],
);
