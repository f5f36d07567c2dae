// One row per measure and change of its weight tried: what becomes of the ranking by loyalty. The other weights give or take in
// proportion, so that the three still add up to 1.
// key: measure, change
// columns:
//   measure             recency, frequency or monetary
//   change              Change of the weight; 0.1: a tenth more
//   weight              Weight after it [0 to 1]
//   tau                 Kendall's tau-b of the rankings before and after; NULL where all are at one rank [-1 to 1]
//   compared_customers  Customers that it is measured on [customers]
//   top_customers       Customers at the head of the ranking, those with the score of the last of them too [customers]
//   top_kept            Of them, how many stay there [customers]
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { kendallTau } from "../../statistics/kendall.js";
import { changedWeights, loyaltyScores, ranks, topScore, weightedMeasures, type RfmMeasures, type RfmWeights } from "../../statistics/loyalty.js";
import { samplePoints, weightedPoints } from "../../statistics/points.js";
import { Random } from "../../statistics/random.js";

export const inputs = {
  points: `select recency_days::double as recency, orders::double as frequency, amount as monetary, customers::double as customers
    from marts.rfm_points as points order by points.recency_days, points.orders, points.amount`,
  weights: "select measure, weight from marts.rfm_weights order by measure",
};

export const columns = {
  measure: "VARCHAR", change: "DOUBLE", weight: "DOUBLE", tau: "DOUBLE", compared_customers: "INTEGER", top_customers: "INTEGER", top_kept: "INTEGER",
} as const;

const measures = ["recency", "frequency", "monetary"] as const;

/** Standard scores of all points, with the rows on each, and the weights in the order of the measures. */
export function loyaltyInputs({ points, weights }: Record<string, NumericColumns>): { scores: RfmMeasures; rows: Float64Array; weights: RfmWeights } {
  const rows = points!.customers as Float64Array;
  return {
    scores: weightedMeasures(points!.recency as Float64Array, points!.frequency as Float64Array, points!.monetary as Float64Array, rows), rows,
    weights: measures.map((measure) => weights!.weight![(weights!.measure as string[]).indexOf(measure)] as number) as unknown as RfmWeights,
  };
}

export function compute(tables: Record<string, NumericColumns>, { rfm: settings }: Settings): NumericColumns {
  const { scores, rows, weights } = loyaltyInputs(tables);
  const tried = rows.length === 0 ? [] : measures.flatMap((measure, index) => settings.weight_changes.map((change) => ({ measure, change, weights: changedWeights(weights, index, change), index })));
  const compared = sampled(scores, rows, settings);
  const before = loyaltyScores(scores, weights);
  const least = topScore(before, rows, settings.loyalty_top);
  const ranksBefore = ranks(loyaltyScores(compared, weights));
  const results = tried.map(({ measure, change, weights: changed, index }) => {
    const after = loyaltyScores(scores, changed);
    const { top, kept } = countTop(rows, before, least, after, topScore(after, rows, settings.loyalty_top));
    return {
      measure, change, weight: changed[index], tau: kendallTau(ranksBefore, ranks(loyaltyScores(compared, changed))), compared_customers: ranksBefore.length,
      top_customers: top, top_kept: kept,
    };
  });
  return Object.fromEntries(Object.keys(columns).map((name) => [name, results.map((row) => (row as Record<string, unknown>)[name])]));
}

/** The customers of a sample one by one, in the order of their points. */
function sampled(scores: RfmMeasures, rows: Float64Array, { loyalty_compared, cluster_seed }: Settings["rfm"]): RfmMeasures {
  const { points } = samplePoints(weightedPoints(measures.map((measure) => scores[measure]), rows), loyalty_compared, new Random(cluster_seed));
  const column = (d: number) => {
    const values = new Float64Array(points.rows);
    let row = 0;
    for (let point = 0; point < points.size; point++) values.fill(points.coordinates[point * 3 + d]!, row, row += points.weights[point]!);
    return values;
  };
  return { recency: column(0), frequency: column(1), monetary: column(2) };
}

/** Rows at the top, and of them those that are at the top by other scores too. */
function countTop(rows: Float64Array, scores: Float64Array, least: number, others: Float64Array, leastOther: number): { top: number; kept: number } {
  let [top, kept] = [0, 0];
  for (let point = 0; point < rows.length; point++) {
    if (!(scores[point]! >= least)) continue;
    top += rows[point]!;
    if (others[point]! >= leastOther) kept += rows[point]!;
  }
  return { top, kept };
}
