// One row per parameter of a model of repeat buying fitted to a sample of customers.
// BG/NBD, MBG/NBD and Pareto/NBD are fitted by maximum likelihood to all customers up to the as-of date, and to the
// calibration (see distinct_histories); not where a condition of prediction_gates is not met, or nobody bought again. Errors
// are NULL where a fit did not converge, see repeat_buying_fits. Sources: pipeline/statistics/bgNbd.ts and paretoNbd.ts.
// key: sample, model, parameter
// columns:
//   sample          all or calibration
//   model           BG/NBD, MBG/NBD or Pareto/NBD
//   parameter       r and alpha: shape and rate of the gamma distribution of customers' purchase rates; a and b, or s and
//                   beta: of their chances, or rates, to drop out
//   position        Order of the parameters of a model
//   estimate        Estimate; alpha and beta in weeks
//   standard_error  Standard error of the estimate, from the observed information
//   covariance_1    Covariance of its logarithm with that of the first parameter of the model
//   covariance_2    with that of the second
//   covariance_3    with that of the third
//   covariance_4    with that of the fourth
// checks:
//   parameters are positive: estimate > 0
import type { NumericColumns } from "../../engine/database.js";
import { historiesOf } from "../../statistics/histories.js";
import { fitRepeatBuying, repeatBuyingModels } from "../../statistics/repeatBuying.js";

const histories = (sample: string) => `
  select frequency::double as frequency, recency_days::double as recency_days, age_days::double as age_days, customers::double as customers
  from marts.distinct_histories where sample = '${sample}' order by frequency, recency_days, age_days`;

export const inputs = {
  gates: "select gate, is_met from marts.prediction_gates order by gate",
  all: histories("all"),
  calibration: histories("calibration"),
};

export const columns = {
  sample: "VARCHAR", model: "VARCHAR", parameter: "VARCHAR", position: "INTEGER", estimate: "DOUBLE", standard_error: "DOUBLE",
  covariance_1: "DOUBLE", covariance_2: "DOUBLE", covariance_3: "DOUBLE", covariance_4: "DOUBLE",
} as const;

export function compute({ gates, ...samples }: Record<string, NumericColumns>): NumericColumns {
  const rows: Record<keyof typeof columns, unknown>[] = [];
  const isPossible = (gates!.is_met as boolean[]).every(Boolean);
  for (const sample of isPossible ? ["all", "calibration"] : []) {
    const { frequency, recency_days, age_days, customers } = samples[sample] as Record<string, Float64Array>;
    const known = historiesOf(frequency!, recency_days!, age_days!, customers!);
    if (known.frequency.every((x) => x === 0)) continue;
    for (const model of repeatBuyingModels) {
      const { parameters, standardErrors, logCovariance } = fitRepeatBuying(model, known);
      for (const [index, parameter] of model.parameterNames.entries()) {
        const covariance = logCovariance.subarray(index * 4, index * 4 + 4);
        rows.push({
          sample, model: model.name, parameter, position: index + 1, estimate: parameters[index], standard_error: standardErrors[index],
          covariance_1: covariance[0], covariance_2: covariance[1], covariance_3: covariance[2], covariance_4: covariance[3],
        });
      }
    }
  }
  return Object.fromEntries(Object.keys(columns).map((name) => [name, rows.map((row) => row[name as keyof typeof columns])]));
}
