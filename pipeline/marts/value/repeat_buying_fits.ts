// One row per model of repeat buying and sample it was fitted to: how good the fit is, and whether it is one.
// A fit counts if at its parameters the gradient is 0 and the Hessian positive definite, which is tried here and not taken
// from the search; and if no parameter has run to 0 or infinity, where customers do not differ or the data cannot tell. The
// log-likelihood of the hold-out is that of the customers of the calibration up to the as-of date less that up to the split
// date, both at the parameters of the calibration: how probable what came was to the model that had not seen it.
// key: sample, model
// columns:
//   sample                  all or calibration
//   model                   BG/NBD, MBG/NBD or Pareto/NBD
//   position                Order of the models
//   customers               Customers of the sample [customers]
//   log_likelihood          Logarithm of the likelihood at the parameters, times in weeks
//   aic                     Akaike's information criterion, 2 k - 2 log likelihood, for k = 4 parameters
//   bic                     Bayes' information criterion, k ln(customers) - 2 log likelihood
//   gradient_norm           Largest derivative of the mean log-likelihood of a customer by the logarithm of a parameter
//   is_converged            Whether the parameters are a proven maximum
//   holdout_log_likelihood  Log-likelihood of the hold-out, of the calibration alone
//   reason                  Why it cannot be used; NULL where it can
// checks:
//   what cannot be used has a reason: is_converged = (reason is null)
import type { NumericColumns } from "../../engine/database.js";
import { countCustomers, historiesOf, type Histories } from "../../statistics/histories.js";
import { judgeFit, repeatBuyingModels, type Parameters } from "../../statistics/repeatBuying.js";

const histories = (sample: string) => `
  select frequency::double as frequency, recency_days::double as recency_days, age_days::double as age_days, customers::double as customers
  from marts.distinct_histories where sample = '${sample}' order by frequency, recency_days, age_days`;

export const inputs = {
  parameters: "select sample, model, estimate from marts.repeat_buying_parameters order by sample, model, position",
  all: histories("all"),
  calibration: histories("calibration"),
  holdout: histories("holdout"),
};

export const columns = {
  sample: "VARCHAR", model: "VARCHAR", position: "INTEGER", customers: "INTEGER", log_likelihood: "DOUBLE", aic: "DOUBLE", bic: "DOUBLE", gradient_norm: "DOUBLE",
  is_converged: "BOOLEAN", holdout_log_likelihood: "DOUBLE", reason: "VARCHAR",
} as const;

export function compute({ parameters, ...samples }: Record<string, NumericColumns>): NumericColumns {
  const rows: Record<keyof typeof columns, unknown>[] = [];
  const known = (sample: string): Histories => {
    const { frequency, recency_days, age_days, customers } = samples[sample] as Record<string, Float64Array>;
    return historiesOf(frequency!, recency_days!, age_days!, customers!);
  };
  const { sample: ofSample, model: ofModel, estimate } = parameters as { sample: string[]; model: string[]; estimate: Float64Array };
  for (const sample of ["all", "calibration"]) {
    if (!ofSample.includes(sample)) continue;
    const seen = known(sample);
    const heldOut = sample === "calibration" ? known("holdout") : undefined;
    for (const [index, model] of repeatBuyingModels.entries()) {
      const at = estimate.filter((_, row) => ofSample[row] === sample && ofModel[row] === model.name) as unknown as Parameters;
      const fit = judgeFit(model, at, seen);
      const after = heldOut && -model.likelihood(heldOut)(Float64Array.from(at, Math.log)).value * countCustomers(heldOut);
      rows.push({
        sample, model: model.name, position: index + 1, customers: fit.customers, log_likelihood: fit.logLikelihood, aic: fit.aic, bic: fit.bic,
        gradient_norm: fit.gradientNorm, is_converged: fit.isConverged, holdout_log_likelihood: after === undefined ? null : after - fit.logLikelihood,
        reason: fit.isConverged ? null : fit.runaway ? `The parameter ${fit.runaway} has no finite value: the data cannot tell how customers differ` : "The search found no maximum",
      });
    }
  }
  return Object.fromEntries(Object.keys(columns).map((name) => [name, rows.map((row) => row[name as keyof typeof columns])]));
}
