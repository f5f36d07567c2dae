import { entity } from "./entity.js";
import { choice, date, lenient, optional, rate, text } from "./fields.js";

/**
 * What sales people are paid on what they sell. A rate that is given twice is told with its place by
 * pipeline/checks/sales_rates_contradict.sql: to leave one out quietly would change what people are paid.
 */
export const commissionRates = entity(
  "commission_rates",
  {
    grain: "One row per commission rate and day from which it holds",
    enables: "Commission by account manager, team and channel",
    isPlaced: true,
  },
  {
    owner: lenient(text("Account manager whom it is for, all where absent")),
    team: lenient(text("Team that it is for, all where absent")),
    channel: lenient(text("Channel of the orders that it is for, all where absent")),
    rate: rate("Share of the base that is paid"),
    base: optional(choice("What it is a share of, revenue where absent", ["revenue", "margin"])),
    valid_from: optional(date("First day of the orders that it is for; all earlier ones too where absent")),
  },
);
