import { correlate } from "./correlation.js";
import { normalQuantile } from "./special.js";

/**
 * Ranks of values, from 1 for the least; equal ones share the mean of the ranks that they take up.
 */
export function midRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from({ length: values.length }, (_, row) => row).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let place = start; place < end; place++) ranks[order[place]!] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/**
 * Spearman's rank correlation of two columns: Pearson's of their ranks, ties at their mean rank. Its interval is that of Fisher's z
 * with the variance (1 + r² / 2) / (n - 3).
 * Sources: C. Spearman, "The proof and measurement of association between two things", American Journal of Psychology 15 (1904);
 * D. G. Bonett and T. A. Wright, "Sample size requirements for estimating Pearson, Kendall and Spearman correlations",
 * Psychometrika 65 (2000).
 *
 * @returns NaN where a column does not vary; an interval of NaN below four rows
 */
export function spearman(xs: Float64Array, ys: Float64Array, confidence: number): { correlation: number; low: number; high: number } {
  const { correlation } = correlate(midRanks(xs), midRanks(ys), new Float64Array(xs.length).fill(1), confidence);
  const reach = xs.length > 3 ? normalQuantile((1 + confidence) / 2) * Math.sqrt((1 + correlation ** 2 / 2) / (xs.length - 3)) : NaN;
  const z = Math.atanh(correlation);
  return { correlation, low: Math.tanh(z - reach), high: Math.tanh(z + reach) };
}
