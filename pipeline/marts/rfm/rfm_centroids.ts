// One row per cluster of the number chosen, see rfm_cluster_evidence: where its middle lies, and the number it goes by.
// The middle is the mean on the scale that clusters are formed on, see rfm_measures, where a customer belongs to the nearest.
// So that a number keeps its meaning from night to night, each cluster takes that of the cluster of the last run whose middle
// is nearest in standard deviations: the pairing of the least total distance, in which no pair lies further apart than the
// setting allows. A cluster without a counterpart is new and takes the next number that was never given. Where there is no
// last run, or R, F and M were something else in it, clusters are numbered by their middles: 1 has the largest amount; of
// equals the most orders, then the latest. A night without any clusters begins anew, too.
// key: cluster
// columns:
//   cluster          Number of the cluster
//   recency_score    Mean of the standard scores of recency [standard deviations]
//   frequency_score  Mean of the standard scores of orders [standard deviations]
//   monetary_score   Mean of the standard scores of the amount [standard deviations]
//   recency_days     That taken back to the measure: R [days]
//   orders           F [orders]
//   amount           M [reporting currency]
//   customers        Customers nearest to it [customers]
//   is_new           Whether it has no counterpart in the last run; NULL where there was none to compare with
//   moved            How far its middle is from that of its counterpart; NULL for a new one [standard deviations]
//   numbers_given    Highest number given to a cluster, to this day
//   measured_as      What R, F and M are, by setting: the window and the amount
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { assignment } from "../../statistics/assignment.js";
import { signedExp, signedLog } from "../../statistics/standardise.js";
import { customerPoints, formClusters } from "./rfm_cluster_evidence.js";

export const inputs = {
  customers: `select recency_days::double as recency, orders::double as frequency, amount as monetary, customers::double as customers
    from marts.rfm_points as points order by points.recency_days, points.orders, points.amount`,
  measures: "select measure, is_log, scale_mean, scale_deviation from marts.rfm_measures order by measure",
  chosen: "select clusters from marts.rfm_cluster_evidence where is_chosen order by clusters",
  last: "select cluster, recency_days, orders, amount, numbers_given, measured_as from run.last_rfm_centroids order by cluster",
};

export const columns = {
  cluster: "INTEGER", recency_score: "DOUBLE", frequency_score: "DOUBLE", monetary_score: "DOUBLE", recency_days: "DOUBLE", orders: "DOUBLE",
  amount: "DOUBLE", customers: "INTEGER", is_new: "BOOLEAN", moved: "DOUBLE", numbers_given: "INTEGER", measured_as: "VARCHAR",
} as const;

/** Recency, frequency, amount. */
type Middle = readonly [number, number, number];

/** A measure's way to the scale that clusters are formed on, and back. */
interface Scale { toScore(value: number): number; toValue(score: number): number }

export function compute({ customers, measures, chosen, last }: Record<string, NumericColumns>, { rfm: settings }: Settings): NumericColumns {
  const count = chosen!.clusters?.[0] as number | undefined;
  if (count === undefined) return Object.fromEntries(Object.keys(columns).map((name) => [name, []]));
  const { centroids, sizes } = formClusters(customerPoints(customers!, settings), count, settings);
  const scales = ["recency", "frequency", "monetary"].map((measure) => scaleOf(measures!, measure));
  const middles = Array.from({ length: count }, (_, index) => scales.map((scale, d) => scale.toValue(centroids[index * 3 + d]!)) as unknown as Middle);
  const measured = `${settings.window_days ?? "all"} days, ${settings.amount}`;
  const before = (last!.measured_as as string[]).every((as) => as === measured) ? lastMiddles(last!) : [];
  const numbers = before.length > 0 ? matched(middles, before, scales, settings.cluster_same_within, Math.max(...(last!.numbers_given as number[]))) : byAmount(middles);
  const given = Math.max(...numbers.map(({ cluster }) => cluster), ...(before.length > 0 ? (last!.numbers_given as number[]) : []));
  const order = numbers.map((_, index) => index).sort((a, b) => numbers[a]!.cluster - numbers[b]!.cluster);
  const column = (value: (index: number) => unknown) => order.map(value);
  return {
    cluster: column((index) => numbers[index]!.cluster),
    recency_score: column((index) => centroids[index * 3]), frequency_score: column((index) => centroids[index * 3 + 1]), monetary_score: column((index) => centroids[index * 3 + 2]),
    recency_days: column((index) => middles[index]![0]), orders: column((index) => middles[index]![1]), amount: column((index) => middles[index]![2]),
    customers: column((index) => sizes[index]),
    is_new: column((index) => (before.length > 0 ? numbers[index]!.moved === undefined : null)), moved: column((index) => numbers[index]!.moved),
    numbers_given: column(() => given), measured_as: column(() => measured),
  };
}

function scaleOf(measures: NumericColumns, measure: string): Scale {
  const row = (measures.measure as string[]).indexOf(measure);
  const isLog = measures.is_log![row] as boolean;
  const [mean, deviation] = [measures.scale_mean![row] as number, measures.scale_deviation![row] as number];
  return {
    toScore: (value) => (deviation > 0 ? ((isLog ? signedLog(value) : value) - mean) / deviation : 0),
    toValue: (score) => (isLog ? signedExp(mean + score * deviation) : mean + score * deviation),
  };
}

const lastMiddles = ({ cluster, recency_days, orders, amount }: NumericColumns): { cluster: number; middle: Middle }[] =>
  (cluster as number[]).map((number, row) => ({ cluster: number, middle: [recency_days![row] as number, orders![row] as number, amount![row] as number] }));

interface Numbered { cluster: number; moved?: number }

function byAmount(middles: readonly Middle[]): Numbered[] {
  const ranking = middles.map((_, index) => index).sort((a, b) =>
    middles[b]![2] - middles[a]![2] || middles[b]![1] - middles[a]![1] || middles[a]![0] - middles[b]![0]);
  return middles.map((_, index) => ({ cluster: ranking.indexOf(index) + 1 }));
}

/** Numbers of the last run for the clusters that it had, in today's standard scores; new ones for the others, by amount. */
function matched(middles: readonly Middle[], before: { cluster: number; middle: Middle }[], scales: Scale[], within: number, given: number): Numbered[] {
  const scored = (middle: Middle) => middle.map((value, d) => scales[d]!.toScore(value));
  const last = before.map(({ middle }) => scored(middle));
  const distances = middles.map((middle) => last.map((other) => Math.hypot(...scored(middle).map((score, d) => score - other[d]!))));
  // To stay alone costs as much as the furthest pair that is allowed; a pair beyond it costs more than any pairing without.
  const forbidden = within * (middles.length + 1);
  const pairs = assignment(distances.map((row) => [...row.map((distance) => (distance <= within ? distance : forbidden)), ...middles.map(() => within)]));
  const isNew = (index: number) => pairs[index]! >= before.length;
  let next = given;
  const fresh = new Map(byAmount(middles).map(({ cluster }, index) => ({ cluster, index })).filter(({ index }) => isNew(index))
    .sort((a, b) => a.cluster - b.cluster).map(({ index }) => [index, ++next]));
  return middles.map((_, index) => (isNew(index) ? { cluster: fresh.get(index)! } : { cluster: before[pairs[index]!]!.cluster, moved: distances[index]![pairs[index]!]! }));
}
