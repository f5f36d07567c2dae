import { standardise } from "./standardise.js";

/**
 * The loyalty score (客户忠诚度): the weighted sum of the standard scores of recency, reversed, number of orders and amount,
 * z = (x - mean) / standard deviation over the customers that are scored. What all agree in (deviation 0) counts nothing.
 */

export interface RfmMeasures {
  /** Recency reversed: the more recent, the higher. */
  recency: Float64Array;
  frequency: Float64Array;
  monetary: Float64Array;
}

export type RfmWeights = readonly [recency: number, frequency: number, monetary: number];

/** Standard scores with the deviation of n - 1; 0 where all values are equal. */
export function standardScores(values: Float64Array): Float64Array {
  const count = values.length;
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / count;
  let squares = 0;
  let isEqual = true;
  for (const value of values) {
    squares += (value - mean) ** 2;
    if (value !== values[0]) isEqual = false;
  }
  const deviation = isEqual ? 0 : Math.sqrt(squares / (count - 1));
  return values.map((value) => (deviation > 0 ? (value - mean) / deviation : 0));
}

/** The three measures of customers, standardised. */
export const rfmMeasures = (recencyDays: Float64Array, orders: Float64Array, amounts: Float64Array): RfmMeasures => ({
  recency: standardScores(recencyDays.map((days) => -days)), frequency: standardScores(orders), monetary: standardScores(amounts),
});

export function loyaltyScores({ recency, frequency, monetary }: RfmMeasures, [recencyWeight, frequencyWeight, monetaryWeight]: RfmWeights): Float64Array {
  const scores = new Float64Array(recency.length);
  for (let row = 0; row < scores.length; row++) scores[row] = recencyWeight * recency[row]! + frequencyWeight * frequency[row]! + monetaryWeight * monetary[row]!;
  return scores;
}

/** Ranks by score from 1, the highest; equal scores share the best rank. */
export function ranks(scores: Float64Array): Int32Array {
  const sorted = scores.toSorted();
  const count = sorted.length;
  const found = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const score = scores[row]!;
    // How many are at most as high: what is left is higher.
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! <= score) low = middle + 1;
      else high = middle;
    }
    found[row] = count - low + 1;
  }
  return found;
}

/** The three measures standardised, where any number of customers lie on each point. */
export const weightedMeasures = (recencyDays: Float64Array, orders: Float64Array, amounts: Float64Array, rows: Float64Array): RfmMeasures => {
  const scores = (values: Float64Array) => standardise(values, rows, Infinity).scores;
  return { recency: scores(recencyDays.map((days) => -days)), frequency: scores(orders), monetary: scores(amounts) };
};

/** Weights of which one changes by a share of itself, and the others in proportion, so that they still add up to 1. */
export function changedWeights(weights: RfmWeights, index: number, change: number): RfmWeights {
  const changed = Math.min(1, Math.max(0, weights[index]! * (1 + change)));
  const others = 1 - weights[index]!;
  return weights.map((weight, at) => (at === index ? changed : others > 0 ? (weight * (1 - changed)) / others : (1 - changed) / 2)) as unknown as RfmWeights;
}

/** Score of the last of the first `count` rows, the highest first: who has it or more is at the top; -Infinity where there are fewer. */
export function topScore(scores: Float64Array, rows: Float64Array, count: number): number {
  // The best found so far, the lowest first: few beside all the scores.
  const best: { score: number; rows: number }[] = [];
  let held = 0;
  for (let point = 0; point < scores.length; point++) {
    const score = scores[point]!;
    if (held >= count && score <= best[0]!.score) continue;
    let place = best.length;
    while (place > 0 && best[place - 1]!.score > score) place--;
    best.splice(place, 0, { score, rows: rows[point]! });
    held += rows[point]!;
    while (held - best[0]!.rows >= count) held -= best.shift()!.rows;
  }
  return held >= count ? best[0]!.score : -Infinity;
}

/**
 * The weight at which the head of a ranking first changes, as the weight of one measure falls or rises and the others keep their
 * proportion. At the weight v the ranking is that of others (1 - v) / (1 - weight) + v x measure. The lead of the last at the top
 * over the best of the others, as a share of the whole, is a concave function of the odds v / (1 - v): Newton's steps from the far end come to the
 * nearest change without passing it.
 *
 * @param others what the score owes to the other measures
 * @param least score from which on a row is at the top
 * @returns NaN where nothing changes as far as the weight can go, to 0 or 1
 */
export function topMargin(
  others: Float64Array, measure: Float64Array, { weight, least, scores, direction }: { weight: number; least: number; scores: Float64Array; direction: 1 | -1 },
): number {
  // Up to a factor the score at the weight v is others + x measure, x = v (1 - weight) / (1 - v), and x = weight as it is.
  let x = direction < 0 ? 0 : weight < 1 ? FAR : NaN;
  if (!Number.isFinite(x) || (direction < 0 && (weight === 0 || weight === 1))) return NaN;
  let isChanged = false;
  for (let step = 0; step < 200; step++) {
    let [last, best] = [-1, -1];
    let [lowest, highest] = [Infinity, -Infinity];
    for (let row = 0; row < scores.length; row++) {
      const score = others[row]! + x * measure[row]!;
      if (scores[row]! >= least) {
        if (score < lowest) [lowest, last] = [score, row];
      } else if (score > highest) {
        [highest, best] = [score, row];
      }
    }
    if (last < 0 || best < 0 || !(highest > lowest)) break;
    // Where these two draw level; it lies between here and the weight as it is.
    const next = -(others[last]! - others[best]!) / (measure[last]! - measure[best]!);
    isChanged = true;
    if (!(direction < 0 ? next > x : next < x)) break;
    x = direction < 0 ? Math.min(next, weight) : Math.max(next, weight);
  }
  return isChanged ? x / (1 - weight + x) : NaN;
}

/** Odds beside which the other measures no longer count. */
const FAR = 1e9;
