// One row per point that customers lie on, see rfm_points, where there are clusters: the cluster it belongs to.
// It is that of the nearest centroid by the standard scores of R, F and M, see rfm_centroids; of two as near the one with the
// lower number.
// key: recency_days, orders, amount
// columns:
//   recency_days  R: days from the last order to the as-of date [days]
//   orders        F: orders in the window [orders]
//   amount        M: revenue in the window, or that of an order on average, by setting [reporting currency]
//   cluster       Number of the cluster
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { assign } from "../../statistics/lloyd.js";
import { interleaved } from "../../statistics/points.js";
import { customerScores } from "./rfm_cluster_evidence.js";

export const inputs = {
  customers: `select recency_days::double as recency, orders::double as frequency, amount as monetary, customers::double as customers
    from marts.rfm_points as points order by points.recency_days, points.orders, points.amount`,
  centroids: "select cluster, recency_score, frequency_score, monetary_score from marts.rfm_centroids order by cluster",
};

export const columns = { recency_days: "INTEGER", orders: "INTEGER", amount: "DOUBLE", cluster: "INTEGER" } as const;

export function compute({ customers, centroids }: Record<string, NumericColumns>, { rfm: settings }: Settings): NumericColumns {
  const numbers = centroids!.cluster as number[];
  if (numbers.length === 0) return { recency_days: [], orders: [], amount: [], cluster: [] };
  const middles = interleaved([centroids!.recency_score, centroids!.frequency_score, centroids!.monetary_score] as Float64Array[]);
  const labels = assign(interleaved(customerScores(customers!, settings)), middles.coordinates);
  return {
    recency_days: new Int32Array(customers!.recency as Float64Array), orders: new Int32Array(customers!.frequency as Float64Array), amount: customers!.monetary!,
    cluster: labels.map((label) => numbers[label]!),
  };
}
