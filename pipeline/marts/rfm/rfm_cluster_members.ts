// One row per customer that is in a cluster; none where no number of clusters was chosen, see rfm_cluster_evidence.
// Clusters are numbered by their means: 1 has the largest amount; where amounts are equal the most orders, then the latest.
// So the same customers always get the same numbers, in whatever order they come.
// key: customer_id
// columns:
//   customer_id  Customer
//   cluster      Number of the cluster, from 1
import type { Columns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { customerPoints, formClusters } from "./rfm_cluster_evidence.js";

export const inputs = {
  customers: `select customer_id, recency_days::double as recency, orders::double as frequency, amount::double as monetary
    from marts.rfm_values order by customer_id`,
  chosen: `select clusters from marts.rfm_cluster_evidence where is_chosen order by clusters`,
};

export const columns = { customer_id: "VARCHAR", cluster: "INTEGER" } as const;

export function compute({ customers, chosen }: Record<string, Columns>, { rfm: settings }: Settings): Columns {
  const clusters = chosen!.clusters?.[0] as number | undefined;
  if (clusters === undefined) return { customer_id: [], cluster: [] };
  const { points, pointOf } = customerPoints(customers!, settings);
  const { labels, sizes } = formClusters(points, clusters, settings);
  const means = ["monetary", "frequency", "recency"].map((measure) => {
    const sums = new Float64Array(clusters);
    for (const [row, value] of (customers![measure] as number[]).entries()) sums[labels[pointOf[row]!]!]! += value;
    return sums.map((sum, label) => sum / sizes[label]!);
  }) as [Float64Array, Float64Array, Float64Array];
  const [amounts, orders, recencies] = means;
  const ranking = Array.from({ length: clusters }, (_, label) => label).sort((a, b) =>
    amounts[b]! - amounts[a]! || orders[b]! - orders[a]! || recencies[a]! - recencies[b]!);
  return { customer_id: customers!.customer_id!, cluster: Array.from(pointOf, (point) => ranking.indexOf(labels[point]!) + 1) };
}
