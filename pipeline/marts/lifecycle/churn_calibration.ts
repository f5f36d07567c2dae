// One row per model of the chance to leave and tenth of the customers it was tried on, by that chance: what it said and
// what came. Customers with equal chances stay together, so that there may be fewer parts than ten.
// key: model, part
// columns:
//   model           Model, see churn_predictions
//   part            Part of the customers, from 1, the lowest chances
//   customers       Customers in it [customers]
//   left_customers  Those of them who left [customers]
//   predicted       Mean of their chances to leave [0 to 1]
//   left_rate       Share who left [0 to 1]
//   left_rate_low   Lower end of its interval (Wilson 1927), at prediction.confidence
//   left_rate_high  Upper end of its interval
// checks:
//   a share lies in its interval: left_rate between left_rate_low and left_rate_high
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { calibrationGroups } from "../../statistics/calibration.js";
import { inputs as tried, trials } from "./churn_validation.js";

export const inputs = tried;

export const columns = {
  model: "VARCHAR", part: "INTEGER", customers: "INTEGER", left_customers: "INTEGER", predicted: "DOUBLE", left_rate: "DOUBLE", left_rate_low: "DOUBLE", left_rate_high: "DOUBLE",
} as const;

export function compute({ predictions }: Record<string, NumericColumns>, { prediction }: Settings): NumericColumns {
  const rows = trials(predictions!).flatMap(({ model, probabilities, outcomes }) =>
    calibrationGroups(probabilities, outcomes, { confidence: prediction.confidence }).map((group, index) => ({
      model, part: index + 1, customers: group.rows, left_customers: group.successes, predicted: group.predicted,
      left_rate: group.rate, left_rate_low: group.low, left_rate_high: group.high,
    })));
  return Object.fromEntries((Object.keys(columns) as (keyof typeof columns)[]).map((name) => [name, rows.map((row) => row[name])]));
}
