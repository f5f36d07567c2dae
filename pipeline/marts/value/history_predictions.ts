// One row per buying history of a sample of customers: what the chosen model of repeat buying expects of whoever has it.
// Of the calibration it says what was expected of the hold-out, by parameters that did not see it; of all customers what is
// to come after the as-of date. None where no model was chosen, see repeat_buying_choice. Discounted purchases are those of
// value.horizon_months, each month's divided by (1 + value.discount_rate)^month; their error is by the delta method.
// key: sample, frequency, recency_days, age_days
// columns:
//   sample                   all or calibration
//   frequency                Purchases after the first [purchases]
//   recency_days             Time from the first purchase to the last [days]
//   age_days                 Time from the first purchase to the end [days]
//   alive_probability        Probability that the customer has not dropped out by the end [0 to 1]
//   expected_purchases       Expected purchases in the next prediction.holdout_days [purchases]
//   no_purchase_probability  Probability of no purchase in the next prediction.holdout_days [0 to 1]
//   year_purchases           Expected purchases in the next 365 days; of all customers only [purchases]
//   discounted_purchases     Discounted expected purchases over the horizon; of all customers only [purchases]
//   discounted_log_error     Standard error of their logarithm from that of the fit; of all customers only
//   gradient_1               Derivative of their logarithm by that of the first parameter of the model; of all customers only
//   gradient_2               by that of the second
//   gradient_3               by that of the third
//   gradient_4               by that of the fourth
// checks:
//   probabilities are probabilities: alive_probability between 0 and 1 and no_purchase_probability between 0 and 1
//   who has left does not buy: no_purchase_probability >= 1 - alive_probability - 1e-9
//   expectations are not negative: expected_purchases >= 0 and coalesce(discounted_purchases >= 0, sample = 'calibration')
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { historiesOf } from "../../statistics/histories.js";
import { discountHistories, predictHistories } from "../../statistics/lifetimeValue.js";
import { repeatBuyingModels, type Parameters } from "../../statistics/repeatBuying.js";

const histories = (sample: string) => `
  select frequency::double as frequency, recency_days::double as recency_days, age_days::double as age_days, customers::double as customers
  from marts.distinct_histories where sample = '${sample}' order by frequency, recency_days, age_days`;

export const inputs = {
  parameters: `
    select parameters.sample, parameters.model, parameters.estimate, parameters.covariance_1, parameters.covariance_2, parameters.covariance_3, parameters.covariance_4
    from marts.repeat_buying_parameters as parameters
    inner join marts.repeat_buying_choice as choice on parameters.model = choice.model
    where choice.is_chosen order by parameters.sample, parameters.position`,
  all: histories("all"),
  calibration: histories("calibration"),
};

export const columns = {
  sample: "VARCHAR", frequency: "INTEGER", recency_days: "INTEGER", age_days: "INTEGER", alive_probability: "DOUBLE", expected_purchases: "DOUBLE",
  no_purchase_probability: "DOUBLE", year_purchases: "DOUBLE", discounted_purchases: "DOUBLE", discounted_log_error: "DOUBLE",
  gradient_1: "DOUBLE", gradient_2: "DOUBLE", gradient_3: "DOUBLE", gradient_4: "DOUBLE",
} as const;

export function compute({ parameters, ...samples }: Record<string, NumericColumns>, { prediction, value }: Settings): NumericColumns {
  const { sample: ofSample, model: names, estimate, ...covariances } = parameters as { sample: string[]; model: string[]; estimate: Float64Array } & Record<string, Float64Array>;
  const model = repeatBuyingModels.find(({ name }) => name === names[0]);
  const none = Object.fromEntries(Object.keys(columns).map((name) => [name, []]));
  if (!model) return none;
  const parts = ["all", "calibration"].map((sample) => {
    const { frequency, recency_days, age_days, customers } = samples[sample] as Record<string, Float64Array>;
    const known = historiesOf(frequency!, recency_days!, age_days!, customers!);
    const rows = ofSample.flatMap((name, row) => (name === sample ? [row] : []));
    const at = rows.map((row) => estimate[row]!) as unknown as Parameters;
    const { alive, purchases, noPurchase } = predictHistories(model, at, known, prediction.holdout_days);
    const missing = new Float64Array(alive.length).fill(NaN);
    let [year, discounted, logError]: [Float64Array, Float64Array, Float64Array] = [missing, missing, missing];
    let logGradient: Float64Array[] = [missing, missing, missing, missing];
    if (sample === "all") {
      const logCovariance = Float64Array.from(rows.flatMap((row) => [1, 2, 3, 4].map((place) => covariances[`covariance_${place}`]![row]!)));
      year = predictHistories(model, at, known, 365).purchases;
      ({ purchases: discounted, logError, logGradient } = discountHistories(model, at, logCovariance, known, { months: value.horizon_months, discountRate: value.discount_rate }));
    }
    return {
      sample: new Array<string>(alive.length).fill(sample), frequency: known.frequency, recency_days: known.recencyDays, age_days: known.ageDays,
      alive_probability: alive, expected_purchases: purchases, no_purchase_probability: noPurchase, year_purchases: year,
      discounted_purchases: discounted, discounted_log_error: logError,
      gradient_1: logGradient[0]!, gradient_2: logGradient[1]!, gradient_3: logGradient[2]!, gradient_4: logGradient[3]!,
    } satisfies Record<keyof typeof columns, unknown>;
  });
  return Object.fromEntries((Object.keys(columns) as (keyof typeof columns)[]).map((name) => [name, joined(parts.map((part) => part[name]))]));
}

function joined(parts: (string[] | Float64Array | Int32Array)[]): unknown[] | Float64Array {
  if (Array.isArray(parts[0])) return (parts as string[][]).flat();
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let length = 0;
  for (const part of parts as (Float64Array | Int32Array)[]) {
    all.set(part, length);
    length += part.length;
  }
  return all;
}
