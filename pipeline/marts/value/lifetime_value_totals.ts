// One row per run in which lifetime value is predicted: what all customers there are today are expected to bring, with its
// interval. The interval is by the delta method: derivatives of the total by the logarithms of the parameters of both models,
// and the covariance of these; it says how sure the expectation is, if customers go on as the models have them. How far off
// such expectations were in the hold-out stands in holdout_forecasts.
// key: none
// columns:
//   customers        Customers of whom a value is predicted [customers]
//   purchases        Discounted expected purchases over the horizon [purchases]
//   predicted_value  Discounted value still to come over the horizon [reporting currency]
//   predicted_low    Lower end of the interval of prediction.confidence [reporting currency]
//   predicted_high   Upper end [reporting currency]
//   log_error        Standard error of the logarithm of the predicted value; NULL where that is 0
// checks:
//   the total lies in its interval: predicted_value between predicted_low and predicted_high
import type { NumericColumns } from "../../engine/database.js";
import { expectedSpend } from "../../statistics/gammaGamma.js";

export const inputs = {
  spend: `
    select p, q, gamma, covariance_pp, covariance_pq, covariance_pg, covariance_qq, covariance_qg, covariance_gg, normal_quantile
    from marts.spend_fits where sample = 'all' and is_usable order by sample`,
  covariances: `
    select parameters.covariance_1, parameters.covariance_2, parameters.covariance_3, parameters.covariance_4
    from marts.repeat_buying_parameters as parameters inner join marts.repeat_buying_choice as choice on parameters.model = choice.model
    where choice.is_chosen and parameters.sample = 'all' order by parameters.position`,
  histories: `
    select predictions.frequency::double as frequency, predictions.discounted_purchases, predictions.gradient_1, predictions.gradient_2, predictions.gradient_3,
      predictions.gradient_4, count(*)::double as customers,
      sum(rates.margin_rate::decimal(18, 12))::double as rate_sum,
      sum((greatest(coalesce(histories.repeat_revenue, 0), 0)::decimal(38, 4) * rates.margin_rate::decimal(18, 12))::decimal(38, 12))::double as revenue_sum
    from marts.buying_histories as histories
    inner join marts.margin_rates as rates on histories.kind = rates.kind
    inner join marts.history_predictions as predictions on predictions.sample = 'all'
      and histories.frequency = predictions.frequency and histories.recency_days = predictions.recency_days and histories.age_days = predictions.age_days
    where rates.margin_rate is not null
    group by predictions.frequency, predictions.recency_days, predictions.age_days, predictions.discounted_purchases, predictions.gradient_1, predictions.gradient_2,
      predictions.gradient_3, predictions.gradient_4
    order by predictions.frequency, predictions.recency_days, predictions.age_days`,
};

export const columns = {
  customers: "INTEGER", purchases: "DOUBLE", predicted_value: "DOUBLE", predicted_low: "DOUBLE", predicted_high: "DOUBLE", log_error: "DOUBLE",
} as const;

export function compute(inputs: Record<string, NumericColumns>): NumericColumns {
  const [spend, covariances, histories] = [inputs.spend, inputs.covariances, inputs.histories] as Record<string, Float64Array>[];
  if (spend!.p!.length === 0 || covariances!.covariance_1!.length === 0 || histories!.customers!.length === 0) {
    return Object.fromEntries(Object.keys(columns).map((name) => [name, []]));
  }
  const [p, q, gamma] = [spend!.p![0]!, spend!.q![0]!, spend!.gamma![0]!];
  let [customers, purchases, value] = [0, 0, 0];
  // By the logarithms of the four parameters of repeat buying, and of p, q and gamma.
  const gradient = new Float64Array(7);
  for (let row = 0; row < histories!.customers!.length; row++) {
    const at = (name: string) => histories![name]![row]!;
    const [x, discounted] = [at("frequency"), at("discounted_purchases")];
    const both = p * x + q - 1;
    // Expected spend of one who spent nothing, and what each unit spent adds to it: spend is linear in what was spent.
    const none = expectedSpend([p, q, gamma], x, 0);
    const spent = (none * at("rate_sum") + (p * at("revenue_sum")) / both) * discounted;
    const fromGamma = none * at("rate_sum") * discounted;
    customers += at("customers");
    purchases += at("customers") * discounted;
    value += spent;
    for (let index = 0; index < 4; index++) gradient[index]! += spent * at(`gradient_${index + 1}`);
    gradient[4]! += spent * (1 - (p * x) / both);
    gradient[5]! -= spent * (q / both);
    gradient[6]! += fromGamma;
  }
  const covariance = (i: number, j: number): number => {
    if (i < 4 !== j < 4) return 0;
    if (i < 4) return covariances![`covariance_${j + 1}`]![i]!;
    const [one, other] = [Math.min(i, j) - 4, Math.max(i, j) - 4];
    return spend![`covariance_${"pqg"[one]}${"pqg"[other]}`]![0]!;
  };
  let variance = 0;
  for (let i = 0; i < 7; i++) for (let j = 0; j < 7; j++) variance += gradient[i]! * gradient[j]! * covariance(i, j);
  const logError = value === 0 ? NaN : Math.sqrt(Math.max(0, variance)) / Math.abs(value);
  const reach = value === 0 ? 1 : Math.exp(spend!.normal_quantile![0]! * logError);
  // What is sold at a loss is the less the more is bought.
  const [low, high] = value < 0 ? [value * reach, value / reach] : [value / reach, value * reach];
  return { customers: [customers], purchases: [purchases], predicted_value: [value], predicted_low: [low], predicted_high: [high], log_error: [logError] };
}
