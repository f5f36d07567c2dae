// One row per number of clusters tried: how good it is, and whether it was chosen.
// Customers are clustered by k-means on the standard scores of R, F and M, see rfm_measures; where there are very many,
// numbers are compared on a part of them, drawn with the seed. A number is sound if each
// cluster is large enough for a segment and random halves of the customers find the same clusters again. Two clusters
// mostly part large customers from the rest, so fewer than the useful number are chosen only where no other is sound.
// Of those left, the preferred number is chosen if its silhouette is close to the highest, else that with the highest,
// of equals that with the fewest clusters. Where none is sound there are no clusters.
// key: clusters
// columns:
//   clusters            Number of clusters
//   compared_customers  Customers that the number was tried on [customers]
//   within_ss           Sum of their squared distances to the centroid of the cluster: the elbow curve
//   explained_share     Share of the total sum of squares between the clusters [0 to 1]
//   silhouette          Mean silhouette width; NULL where the customers it is measured on miss a cluster [-1 to 1]
//   stability           Mean adjusted Rand index with the clusters of random halves; 1 where they are always the same
//   measured_customers  Customers that silhouette and stability were measured on [customers]
//   smallest_share      Share of customers in the smallest cluster [0 to 1]
//   is_chosen           Whether this number was chosen; one is, or none
//   reason              Why it was chosen or not
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { kmeans } from "../../statistics/kmeans.js";
import type { Clustering } from "../../statistics/lloyd.js";
import { samplePoints, weightedPoints, type Points } from "../../statistics/points.js";
import { Random } from "../../statistics/random.js";
import { silhouette } from "../../statistics/silhouette.js";
import { stability } from "../../statistics/stability.js";
import { standardise } from "../../statistics/standardise.js";

export const inputs = {
  customers: `select recency_days::double as recency, orders::double as frequency, amount as monetary, customers::double as customers
    from marts.rfm_points as points order by points.recency_days, points.orders, points.amount`,
};

export const columns = {
  clusters: "INTEGER", compared_customers: "INTEGER", within_ss: "DOUBLE", explained_share: "DOUBLE", silhouette: "DOUBLE", stability: "DOUBLE",
  measured_customers: "INTEGER", smallest_share: "DOUBLE", is_chosen: "BOOLEAN", reason: "VARCHAR",
} as const;

interface Evidence {
  clusters: number;
  compared_customers: number;
  within_ss: number;
  explained_share: number;
  /** NaN where it could not be measured. */
  silhouette: number;
  stability: number;
  measured_customers: number;
  smallest_share: number;
}

/** Standard scores of recency, frequency and amount. */
export const customerScores = (customers: NumericColumns, settings: Settings["rfm"]): Float64Array[] => ["recency", "frequency", "monetary"].map((name) =>
  standardise(customers[name] as Float64Array, customers.customers as Float64Array, settings.cluster_skewness).scores);

/** Customers as points of the three. */
export const customerPoints = (customers: NumericColumns, settings: Settings["rfm"]): Points =>
  weightedPoints(customerScores(customers, settings), customers.customers as Float64Array);

/** The same points and settings give the same clusters: here to judge them, in rfm_centroids to use them. */
export function formClusters(points: Points, clusters: number, settings: Settings["rfm"]): Clustering {
  return kmeans(points, clusters, { starts: settings.cluster_starts, startRows: settings.cluster_start_sample, seed: settings.cluster_seed });
}

export function compute({ customers }: Record<string, NumericColumns>, { rfm: settings }: Settings): NumericColumns {
  const points = customerPoints(customers!, settings);
  const tried = Array.from({ length: settings.cluster_to - settings.cluster_from + 1 }, (_, index) => settings.cluster_from + index);
  if (points.rows === 0) return table([], () => ({}));
  if (points.rows < settings.cluster_min_customers) {
    const reason = `Too few customers to form clusters: ${points.rows}, fewer than ${settings.cluster_min_customers}`;
    return table(tried, (clusters) => ({ clusters, is_chosen: false, reason }));
  }
  const random = new Random(settings.cluster_seed);
  const compared = samplePoints(points, settings.cluster_compared, random).points;
  const total = kmeans(compared, 1).withinSS;
  const sample = samplePoints(compared, settings.cluster_sample, random);
  const evidence = tried.filter((clusters) => clusters <= compared.size).map((clusters): Evidence => {
    const found = formClusters(compared, clusters, settings);
    const labels = sample.pointOf.map((point) => found.labels[point]!);
    return {
      clusters,
      compared_customers: compared.rows,
      within_ss: found.withinSS,
      explained_share: 1 - found.withinSS / total,
      silhouette: silhouette(sample.points, labels),
      stability: stability(sample.points, labels, clusters, {
        resamples: settings.cluster_resamples, starts: settings.cluster_starts, seed: settings.cluster_seed,
      }),
      measured_customers: sample.points.rows,
      smallest_share: Math.min(...found.sizes) / compared.rows,
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

function table(tried: number[], row: (clusters: number) => Record<string, unknown>): NumericColumns {
  const rows = tried.map(row);
  const known = (value: unknown) => (value === undefined || Number.isNaN(value) ? null : value);
  return Object.fromEntries(Object.keys(columns).map((name) => [name, rows.map((values) => known(values[name]))]));
}
