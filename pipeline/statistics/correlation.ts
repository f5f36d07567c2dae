import { normalQuantile } from "./special.js";

/**
 * Pearson's correlation of two columns of weighted rows, with the interval by Fisher's z: tanh(atanh r ± z / sqrt(n - 3)).
 * Source: R. A. Fisher, "On the probable error of a coefficient of correlation deduced from a small sample", Metron 1 (1921).
 *
 * @returns NaN where a column does not vary; an interval of NaN below four rows
 */
export function correlate(xs: Float64Array, ys: Float64Array, weights: Float64Array, confidence: number): { correlation: number; low: number; high: number } {
  let [n, meanX, meanY] = [0, 0, 0];
  for (let row = 0; row < weights.length; row++) {
    n += weights[row]!;
    meanX += (weights[row]! / n) * (xs[row]! - meanX);
    meanY += (weights[row]! / n) * (ys[row]! - meanY);
  }
  let [xx, yy, xy] = [0, 0, 0];
  for (let row = 0; row < weights.length; row++) {
    const [dx, dy] = [xs[row]! - meanX, ys[row]! - meanY];
    xx += weights[row]! * dx * dx;
    yy += weights[row]! * dy * dy;
    xy += weights[row]! * dx * dy;
  }
  const correlation = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  const reach = n > 3 ? normalQuantile((1 + confidence) / 2) / Math.sqrt(n - 3) : NaN;
  const z = Math.atanh(correlation);
  return { correlation, low: Math.tanh(z - reach), high: Math.tanh(z + reach) };
}
