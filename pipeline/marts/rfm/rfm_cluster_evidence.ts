// One row per number of clusters tried: how good it is, and whether it was chosen.
// Customers are clustered by k-means on the standard scores of R, F and M, see rfm_measures. A number is sound if each
// cluster is large enough for a segment and random halves of the customers find the same clusters again. Two clusters
// mostly part large customers from the rest, so fewer than the useful number are chosen only where no other is sound.
// Of those left, the preferred number is chosen if its silhouette is close to the highest, else that with the highest,
// of equals that with the fewest clusters. Where none is sound there are no clusters.
// key: clusters
// columns:
//   clusters            Number of clusters
//   within_ss           Sum of squared distances to the centroid of the cluster: the elbow curve
//   explained_share     Share of the total sum of squares between the clusters [0 to 1]
//   silhouette          Mean silhouette width; NULL where the customers it is measured on miss a cluster [-1 to 1]
//   stability           Mean adjusted Rand index with the clusters of random halves; 1 where they are always the same
//   measured_customers  Customers that silhouette and stability were measured on [customers]
//   smallest_share      Share of customers in the smallest cluster [0 to 1]
//   is_chosen           Whether this number was chosen; one is, or none
//   reason              Why it was chosen or not
import type { Columns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { kmeans, type Clustering } from "../../statistics/kmeans.js";
import { groupPoints, samplePoints, type Points } from "../../statistics/points.js";
import { Random } from "../../statistics/random.js";
import { silhouette } from "../../statistics/silhouette.js";
import { stability } from "../../statistics/stability.js";
import { standardise } from "../../statistics/standardise.js";

export const inputs = {
  customers: `select recency_days::double as recency, orders::double as frequency, amount::double as monetary
    from marts.rfm_values order by customer_id`,
};

export const columns = {
  clusters: "INTEGER", within_ss: "DOUBLE", explained_share: "DOUBLE", silhouette: "DOUBLE", stability: "DOUBLE",
  measured_customers: "INTEGER", smallest_share: "DOUBLE", is_chosen: "BOOLEAN", reason: "VARCHAR",
} as const;

interface Evidence {
  clusters: number;
  within_ss: number;
  explained_share: number;
  /** NaN where it could not be measured. */
  silhouette: number;
  stability: number;
  measured_customers: number;
  smallest_share: number;
}

/** Customers as points of three standard scores: recency, frequency, amount. */
export function customerPoints(customers: Columns, settings: Settings["rfm"]): { points: Points; pointOf: Int32Array } {
  return groupPoints(["recency", "frequency", "monetary"].map((name) =>
    standardise(Float64Array.from(customers[name] as number[]), settings.cluster_skewness).scores));
}

/** The same points and settings give the same clusters: here to judge them, in rfm_cluster_members to use them. */
export function formClusters(points: Points, clusters: number, settings: Settings["rfm"]): Clustering {
  return kmeans(points, clusters, { starts: settings.cluster_starts, startRows: settings.cluster_start_sample, seed: settings.cluster_seed });
}

export function compute({ customers }: Record<string, Columns>, { rfm: settings }: Settings): Columns {
  const { points } = customerPoints(customers!, settings);
  const tried = Array.from({ length: settings.cluster_to - settings.cluster_from + 1 }, (_, index) => settings.cluster_from + index);
  if (points.rows === 0) return table([], () => ({}));
  if (points.rows < settings.cluster_min_customers) {
    const reason = `Too few customers to form clusters: ${points.rows}, fewer than ${settings.cluster_min_customers}`;
    return table(tried, (clusters) => ({ clusters, is_chosen: false, reason }));
  }
  const total = kmeans(points, 1).withinSS;
  const sample = samplePoints(points, settings.cluster_sample, new Random(settings.cluster_seed));
  const evidence = tried.filter((clusters) => clusters <= points.size).map((clusters): Evidence => {
    const found = formClusters(points, clusters, settings);
    const labels = sample.pointOf.map((point) => found.labels[point]!);
    return {
      clusters,
      within_ss: found.withinSS,
      explained_share: 1 - found.withinSS / total,
      silhouette: silhouette(sample.points, labels),
      stability: stability(sample.points, labels, clusters, {
        resamples: settings.cluster_resamples, starts: settings.cluster_starts, seed: settings.cluster_seed,
      }),
      measured_customers: sample.points.rows,
      smallest_share: Math.min(...found.sizes) / points.rows,
    };
  });
  const judged = judge(evidence, settings);
  return table(tried, (clusters) => {
    const row = evidence.find((row) => row.clusters === clusters);
    if (row) return { ...row, ...judged.get(row)! };
    return { clusters, is_chosen: false, reason: `Fewer different customers than clusters: ${points.size}` };
  });
}

/** Chooses a number of clusters, and says of each why or why not. */
function judge(evidence: Evidence[], settings: Settings["rfm"]): Map<Evidence, { is_chosen: boolean; reason: string }> {
  const { cluster_useful_from: usefulFrom, cluster_preferred: preferredNumber } = settings;
  const sound = evidence.filter((row) => !flaw(row, settings));
  const useful = sound.filter((row) => row.clusters >= usefulFrom);
  const candidates = useful.length > 0 ? useful : sound;
  const highest = Math.max(...candidates.map((row) => row.silhouette));
  const best = candidates.find((row) => row.silhouette === highest);
  const preferred = candidates.find((row) => row.clusters === preferredNumber && highest - row.silhouette <= settings.cluster_tolerance);
  const chosen = preferred ?? best;
  const reason = (row: Evidence) => {
    const wrong = flaw(row, settings);
    if (wrong) return wrong;
    const below = `silhouette ${(highest - row.silhouette).toFixed(3)} below the highest`;
    if (row === chosen && row.clusters < usefulFrom) return `Chosen: no number from ${usefulFrom} on is sound`;
    const among = candidates.length < sound.length ? ` from ${usefulFrom} clusters on` : "";
    if (row === chosen) return row === best ? `Chosen: the highest silhouette${among}` : `Chosen: the preferred number, its ${below}`;
    if (!candidates.includes(row)) return `Fewer than ${usefulFrom} clusters say little more than large or small`;
    if (row === best) return `The highest silhouette${among}, but ${preferredNumber} is preferred and close to it`;
    if (preferred && highest - row.silhouette <= settings.cluster_tolerance) return `Close to the best, ${below}, but ${preferredNumber} is preferred`;
    return `Not the best: ${below}`;
  };
  return new Map(evidence.map((row) => [row, { is_chosen: row === chosen, reason: reason(row) }]));
}

/** Why a number of clusters cannot be used. */
function flaw(row: Evidence, { cluster_min_share, cluster_min_stability }: Settings["rfm"]): string | undefined {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  if (row.smallest_share < cluster_min_share) {
    return `Outliers: the smallest cluster has ${percent(row.smallest_share)} of customers, less than ${percent(cluster_min_share)}`;
  }
  if (Number.isNaN(row.silhouette)) return "The customers that the silhouette is measured on miss a cluster";
  if (row.stability < cluster_min_stability) {
    return `Not stable: halves of the customers give other clusters, stability ${row.stability.toFixed(2)}, below ${cluster_min_stability}`;
  }
  return undefined;
}

function table(tried: number[], row: (clusters: number) => Record<string, unknown>): Columns {
  const rows = tried.map(row);
  const known = (value: unknown) => (value === undefined || Number.isNaN(value) ? null : value);
  return Object.fromEntries(Object.keys(columns).map((name) => [name, rows.map((values) => known(values[name]))]));
}
