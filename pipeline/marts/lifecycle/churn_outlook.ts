// One row per run with chances to leave: how many customers are expected to leave, and what they brought.
// The expected number is the sum of the chances in customer_churn. It would come out otherwise by chance, sum of p (1 - p),
// and because coefficients are estimates: of models fitted here by the delta method, g' V g with the slope g of the sum in
// the coefficients and their covariance V, and because what holds from one time need not hold for the next: by how much
// the model used was off for all customers in its trial, the calibration_shift of churn_validation beyond its own error,
// variance shift^2 - error^2 where that is positive, along the slope in a common shift of log odds, sum of p (1 - p). The
// intervals are normal ones of all three together, at prediction.confidence.
// key: none
// columns:
//   customers          Customers that are not lost [customers]
//   high_customers     Those with a high chance to leave [customers]
//   medium_customers   Those with a medium one [customers]
//   expected_left      Expected to leave: the sum of chances [customers]
//   expected_left_low  Lower end of its interval [customers]
//   expected_left_high Upper end of its interval [customers]
//   expected_left_rate Those expected to leave, by all of them [0 to 1]
//   expected_left_as_tried  Expected to leave if the model is as far off as it was in its trial: expected_left x those who left
//                      there / those who were expected to, but no more than there are; NULL where nobody was [customers]
//   revenue            Revenue of the current window, of all of them with more than none [reporting currency]
//   at_risk            Revenue that those expected to leave brought: the sum of chances times revenue [reporting currency]
//   at_risk_low        Lower end of its interval [reporting currency]
//   at_risk_high       Upper end of its interval [reporting currency]
//   at_risk_rate       That revenue at risk, by all of it; NULL where there is none [0 to 1]
// checks:
//   no more are expected to leave than there are: expected_left between 0 and customers
//   what is expected lies in its interval: expected_left between expected_left_low and expected_left_high and at_risk between at_risk_low and at_risk_high
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { normalQuantile } from "../../statistics/special.js";
import { fitChurn, inputs as fitted, termColumns } from "./churn_coefficients.js";

export const inputs = {
  chances: `
    select
      churn.model,
      churn.band,
      churn.probability,
      greatest(0, coalesce(churn.revenue, 0))::double as revenue,
      ${termColumns}
    from marts.customer_churn as churn
    inner join marts.churn_features as features on churn.customer_id = features.customer_id and features.snapshot = 'today'
    order by churn.customer_id`,
  ...fitted,
  trial: `select calibration_shift, calibration_shift_error, left_customers::double as left_customers, expected_customers
    from marts.churn_validation where is_used`,
};

export const columns = {
  customers: "INTEGER", high_customers: "INTEGER", medium_customers: "INTEGER", expected_left: "DOUBLE", expected_left_low: "DOUBLE", expected_left_high: "DOUBLE",
  expected_left_rate: "DOUBLE", expected_left_as_tried: "DOUBLE", revenue: "DOUBLE", at_risk: "DOUBLE", at_risk_low: "DOUBLE", at_risk_high: "DOUBLE", at_risk_rate: "DOUBLE",
} as const;

export function compute({ chances, trial, ...fits }: Record<string, NumericColumns>, settings: Settings): NumericColumns {
  const { model, band, probability, revenue } = chances as { model: string[]; band: string[]; probability: Float64Array; revenue: Float64Array };
  if (model.length === 0) return Object.fromEntries(Object.keys(columns).map((name) => [name, []]));
  const fit = fitChurn(fits, settings).find((found) => found.fit === "final" && found.model === model[0]);
  const values = (fit?.terms ?? []).map((term) => chances![term] as Float64Array);
  const [shift, shiftError, left, expectedThen] = ["calibration_shift", "calibration_shift_error", "left_customers", "expected_customers"].map((name) => (trial![name] as Float64Array)[0] ?? NaN) as [number, number, number, number];
  // Not known where nobody left in the trial, or everybody.
  const drift = Number.isFinite(shift) && Number.isFinite(shiftError) ? Math.max(0, shift ** 2 - shiftError ** 2) : 0;
  const reach = normalQuantile((1 + settings.prediction.confidence) / 2);
  /** Sum of chances times weights, with its interval between nothing and all. */
  const expected = (weight: (row: number) => number) => {
    let [sum, all, variance] = [0, 0, 0];
    const slope = new Float64Array(values.length + 1);
    for (const [row, chance] of probability.entries()) {
      const bend = chance * (1 - chance) * weight(row);
      sum += chance * weight(row);
      all += weight(row);
      variance += bend * weight(row);
      slope[0]! += bend;
      for (const [index, column] of values.entries()) slope[index + 1]! += bend * column[row]!;
    }
    for (let a = 0; fit && a < slope.length; a++) for (let b = 0; b < slope.length; b++) variance += slope[a]! * fit.result.covariance.get(a, b) * slope[b]!;
    variance += drift * slope[0]! ** 2;
    const error = Math.sqrt(variance);
    return { sum, all, low: Math.max(0, sum - reach * error), high: Math.min(all, sum + reach * error) };
  };
  const [customers, money] = [expected(() => 1), expected((row) => revenue[row]!)];
  const row: Record<keyof typeof columns, number> = {
    customers: model.length, high_customers: band.filter((name) => name === "high").length, medium_customers: band.filter((name) => name === "medium").length,
    expected_left: customers.sum, expected_left_low: customers.low, expected_left_high: customers.high,
    expected_left_rate: customers.sum / customers.all, expected_left_as_tried: expectedThen > 0 ? Math.min(customers.all, (customers.sum * left) / expectedThen) : NaN,
    revenue: money.all, at_risk: money.sum, at_risk_low: money.low, at_risk_high: money.high, at_risk_rate: money.all > 0 ? money.sum / money.all : NaN,
  };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, [value]]));
}
