// One row per sample of customers: the model of what a purchase brings, and whether it may be used.
// Gamma-Gamma is fitted by maximum likelihood to the customers who bought again and were not refunded all of it. It takes
// what a purchase brings to have nothing to do with how often a customer buys: where the correlation of the two exceeds
// value.spend_correlation_limit it is refused, for it would value frequent buyers too low or too high. Sources:
// pipeline/statistics/gammaGamma.ts; interval of the correlation by R. A. Fisher's z (1921).
// key: sample
// columns:
//   sample            all or calibration
//   customers         Customers it is fitted to: who bought again, and brought something by it [customers]
//   left_out          Customers who bought again and were refunded all of it: they are not fitted [customers]
//   p                 Shape of a customer's spend around its mean; NULL where there is no fit
//   q                 Shape of the distribution of customers
//   gamma             Its scale [reporting currency]
//   p_error           Standard error of p
//   q_error           Standard error of q
//   gamma_error       Standard error of gamma [reporting currency]
//   covariance_pp     Covariance of the logarithms of p and p, and so on; NULL where the fit did not converge
//   covariance_pq     of p and q
//   covariance_pg     of p and gamma
//   covariance_qq     of q and q
//   covariance_qg     of q and gamma
//   covariance_gg     of gamma and gamma
//   log_likelihood    Logarithm of the likelihood
//   gradient_norm     Largest derivative of the mean log-likelihood of a customer by the logarithm of a parameter
//   mean_spend        Expected spend in a purchase by a customer of whom nothing is known, p gamma / (q - 1) [reporting currency]
//   correlation       Correlation of repeat purchases with mean spend; NULL where one of them does not vary
//   correlation_low   Lower end of its interval of prediction.confidence
//   correlation_high  Upper end
//   normal_quantile   Quantile of the normal distribution that intervals of prediction.confidence reach to
//   is_usable         Whether spend is predicted by it
//   reason            Why not; NULL where it is
// checks:
//   what cannot be used has a reason: is_usable = (reason is null)
//   what is used has a mean: mean_spend > 0 or not is_usable
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { correlate } from "../../statistics/correlation.js";
import { expectedSpend, fitGammaGamma } from "../../statistics/gammaGamma.js";
import { normalQuantile } from "../../statistics/special.js";

const spending = (frequency: string, revenue: string) => `
  select ${frequency}::double as purchases, ${revenue}::double as revenue, count(*)::double as customers
  from marts.buying_histories where ${frequency} > 0 group by ${frequency}, ${revenue} order by ${frequency}, ${revenue}`;

export const inputs = {
  gates: "select gate, is_met from marts.prediction_gates order by gate",
  all: spending("frequency", "repeat_revenue"),
  calibration: spending("calibration_frequency", "calibration_repeat_revenue"),
};

export const columns = {
  sample: "VARCHAR", customers: "INTEGER", left_out: "INTEGER", p: "DOUBLE", q: "DOUBLE", gamma: "DOUBLE", p_error: "DOUBLE", q_error: "DOUBLE", gamma_error: "DOUBLE",
  covariance_pp: "DOUBLE", covariance_pq: "DOUBLE", covariance_pg: "DOUBLE", covariance_qq: "DOUBLE", covariance_qg: "DOUBLE", covariance_gg: "DOUBLE",
  log_likelihood: "DOUBLE", gradient_norm: "DOUBLE", mean_spend: "DOUBLE", correlation: "DOUBLE", correlation_low: "DOUBLE", correlation_high: "DOUBLE",
  normal_quantile: "DOUBLE", is_usable: "BOOLEAN", reason: "VARCHAR",
} as const;

type Row = Partial<Record<keyof typeof columns, unknown>>;

export function compute({ gates, ...samples }: Record<string, NumericColumns>, settings: Settings): NumericColumns {
  const isPossible = (gates!.is_met as boolean[]).every(Boolean);
  const rows = isPossible ? Object.entries(samples).map(([sample, columns]) => ({ sample, ...fitOf(columns as Record<string, Float64Array>, settings) })) : [];
  return Object.fromEntries(Object.keys(columns).map((name) => [name, rows.map((row) => (row as Row)[name as keyof typeof columns] ?? null)]));
}

function fitOf({ purchases, revenue, customers }: Record<string, Float64Array>, { prediction, value }: Settings): Row {
  const isFitted = revenue!.map((amount) => (amount > 0 ? 1 : 0));
  const kept = (values: Float64Array) => values.filter((_, row) => isFitted[row]);
  const [repeats, weights] = [kept(purchases!), kept(customers!)];
  const means = kept(revenue!).map((amount, row) => amount / repeats[row]!);
  const fitted = weights.reduce((sum, count) => sum + count, 0);
  const row: Row = {
    customers: fitted, left_out: customers!.reduce((sum, count) => sum + count, 0) - fitted,
    normal_quantile: normalQuantile((1 + prediction.confidence) / 2), is_usable: false,
  };
  if (fitted < prediction.min_repeat_customers) return { ...row, reason: `Too few customers who bought again and kept it: ${fitted}, fewer than ${prediction.min_repeat_customers}` };
  const { correlation, low, high } = correlate(repeats, means, weights, prediction.confidence);
  const fit = fitGammaGamma({ purchases: Int32Array.from(repeats), meanSpend: means, customers: weights });
  const [p, q, gamma] = fit.parameters;
  const [pp, pq, pg, , qq, qg, , , gg] = fit.logCovariance;
  const reason = !fit.isConverged ? (fit.runaway ? `The parameter ${fit.runaway} has no finite value: the data cannot tell how customers differ` : "The search found no maximum")
    : q <= 1 ? "Spend is spread so widely that it has no mean"
    : Math.abs(correlation) > value.spend_correlation_limit
      ? `Who buys more often spends ${correlation > 0 ? "more" : "less"} each time: a correlation of ${correlation.toFixed(2)}, beyond ${value.spend_correlation_limit}`
      : undefined;
  return {
    ...row, p, q, gamma, p_error: fit.standardErrors[0], q_error: fit.standardErrors[1], gamma_error: fit.standardErrors[2],
    covariance_pp: pp, covariance_pq: pq, covariance_pg: pg, covariance_qq: qq, covariance_qg: qg, covariance_gg: gg,
    log_likelihood: fit.logLikelihood, gradient_norm: fit.gradientNorm, mean_spend: q > 1 ? expectedSpend(fit.parameters, 0, NaN) : null,
    correlation, correlation_low: low, correlation_high: high, is_usable: reason === undefined, reason,
  };
}
