// One row per measure that customers are clustered by. Clusters are formed in standard scores, of the logarithm
// sign(x) ln(1 + |x|) where the measure is skewed; refunds make amounts negative, which it bears.
// key: measure
// columns:
//   measure          recency, frequency or monetary
//   deviation        Standard deviation of the measure as it is, with n - 1: days, orders or reporting currency
//   skewness         Skewness of the measure as it is, m3 / m2^1.5
//   is_log           Whether clusters are formed of its logarithm
//   scale_mean       Mean of what clusters are formed of: the measure or its logarithm
//   scale_deviation  Standard deviation of that, with n - 1; 0 where all customers are equal
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { standardise } from "../../statistics/standardise.js";

export const inputs = {
  points: `select recency_days::double as recency, orders::double as frequency, amount as monetary, customers::double as customers
    from marts.rfm_points as points order by points.recency_days, points.orders, points.amount`,
};

export const columns = { measure: "VARCHAR", deviation: "DOUBLE", skewness: "DOUBLE", is_log: "BOOLEAN", scale_mean: "DOUBLE", scale_deviation: "DOUBLE" } as const;

export function compute({ points }: Record<string, NumericColumns>, settings: Settings): NumericColumns {
  const measures = points!.recency!.length > 0 ? ["recency", "frequency", "monetary"] : [];
  const results = measures.map((measure) => standardise(points![measure] as Float64Array, points!.customers as Float64Array, settings.rfm.cluster_skewness));
  return {
    measure: measures,
    deviation: results.map(({ deviation }) => deviation),
    skewness: results.map(({ skewness }) => skewness),
    is_log: results.map(({ isLog }) => isLog),
    scale_mean: results.map(({ scaleMean }) => scaleMean),
    scale_deviation: results.map(({ scaleDeviation }) => scaleDeviation),
  };
}
