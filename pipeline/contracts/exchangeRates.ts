import { entity } from "./entity.js";
import { currency, date, factor } from "./fields.js";

export const exchangeRates = entity(
  "exchange_rates",
  {
    grain: "One row per currency and day from which a rate holds, until the next one",
    enables: "Amounts in other currencies than the reporting one",
    key: ["currency", "rate_date"],
  },
  {
    currency: currency("Currency that is converted"),
    rate_date: date("First day the rate holds"),
    rate: factor("Units of the reporting currency for one unit of this currency"),
  },
);
