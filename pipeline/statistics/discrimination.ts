import { normalQuantile } from "./special.js";

/** How well scores tell the two outcomes apart. */
export interface Discrimination {
  /** Chance that of one of each outcome, drawn at random, the one that left has the higher score; ties count half. */
  auc: number;
  /** Its standard error. */
  error: number;
  low: number;
  high: number;
}

/**
 * Area under the ROC curve, the statistic of Mann and Whitney, with the error of E. R. DeLong et al., Biometrics 44
 * (1988), from midranks (X. Sun, W. Xu, IEEE Signal Processing Letters 21, 2014): in the time of a sort. The interval is that of the
 * log odds of the area, which stays between 0 and 1.
 *
 * @param scores finite, higher for who is likelier to have the outcome
 * @param outcomes 0 or 1
 * @returns NaN for all where one outcome is missing; for error and limits where there is but one of an outcome, and for the limits where the area is 0 or 1
 */
export function discrimination(scores: Float64Array, outcomes: ArrayLike<number>, confidence = 0.95): Discrimination {
  const of = (outcome: number) => scores.filter((_, row) => outcomes[row] === outcome);
  const [positive, negative] = [of(1), of(0)];
  const [m, n] = [positive.length, negative.length];
  if (m === 0 || n === 0) return { auc: NaN, error: NaN, low: NaN, high: NaN };
  const all = new Float64Array(m + n);
  all.set(positive);
  all.set(negative, m);
  const ranks = midranks(all);
  // Of each, the share of the other kind that it stands rightly against.
  const ranksOfPositive = midranks(positive);
  const ranksOfNegative = midranks(negative);
  const right = positive.map((_, i) => (ranks[i]! - ranksOfPositive[i]!) / n);
  const below = negative.map((_, j) => 1 - (ranks[m + j]! - ranksOfNegative[j]!) / m);
  const auc = mean(right);
  const error = Math.sqrt(variance(right) / m + variance(below) / n);
  const reach = (normalQuantile((1 + confidence) / 2) * error) / (auc * (1 - auc));
  const odds = Math.log(auc / (1 - auc));
  const limit = (value: number) => 1 / (1 + Math.exp(-value));
  return { auc, error, low: limit(odds - reach), high: limit(odds + reach) };
}

/** Rank of each value from 1; equal values share the mean of theirs. */
export function midranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let place = start; place < end; place++) ranks[order[place]!] = (start + 1 + end) / 2;
  }
  return ranks;
}

/**
 * Share with the outcome among the `share` of rows with the highest scores. Rows that tie at the cut count by the part of
 * them that fits, so that their order decides nothing. NaN without rows.
 */
export function precisionAtTop(scores: Float64Array, outcomes: ArrayLike<number>, share: number): number {
  const places = share * scores.length;
  const order = Uint32Array.from(scores, (_, index) => index).sort((a, b) => scores[b]! - scores[a]!);
  let found = 0;
  for (let start = 0, end = 0; start < places; start = end) {
    let with1 = 0;
    while (end < order.length && scores[order[end]!] === scores[order[start]!]) with1 += outcomes[order[end++]!]!;
    found += with1 * Math.min(1, (places - start) / (end - start));
  }
  return found / places;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** With n - 1; NaN of one value. */
function variance(values: Float64Array): number {
  const middle = mean(values);
  let sum = 0;
  for (const value of values) sum += (value - middle) ** 2;
  return sum / (values.length - 1);
}
