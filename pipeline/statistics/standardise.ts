export interface Standardised {
  /** Standard deviation of the values as they are, with n - 1; 0 for fewer than two. */
  deviation: number;
  /** Skewness of the values as they are, m3 / m2^1.5; 0 where they are all equal. */
  skewness: number;
  /** Whether scores are those of the logarithm. */
  isLog: boolean;
  /** Mean and standard deviation of what scores are taken of: the values, or their logarithm. */
  scaleMean: number;
  scaleDeviation: number;
  /** Standard scores: (x - mean) / deviation of the values, or of their logarithm; 0 where they are all equal. */
  scores: Float64Array;
}

/**
 * Standard scores of a measure, of its logarithm where it is skewed: where the skewness lies above `skewnessLimit` and
 * the logarithm brings it nearer to 0. The logarithm is sign(x) ln(1 + |x|), which 0 and negative values have too.
 *
 * @param values in one order for the same rows: sums are rounded in the order they come in
 * @param weights rows with each value
 */
export function standardise(values: Float64Array, weights: Float64Array, skewnessLimit: number): Standardised {
  const plain = moments(values, weights);
  const logs = plain.skewness > skewnessLimit ? values.map(signedLog) : values;
  const logged = logs === values ? plain : moments(logs, weights);
  // Of two values only, the logarithm is as skewed, but for rounding.
  const isLog = Math.abs(logged.skewness) < plain.skewness - 1e-9;
  const [used, { mean, deviation }] = isLog ? [logs, logged] : [values, plain];
  const scores = new Float64Array(used.length);
  if (deviation > 0) for (let index = 0; index < scores.length; index++) scores[index] = (used[index]! - mean) / deviation;
  return { deviation: plain.deviation, skewness: plain.skewness, isLog, scaleMean: mean, scaleDeviation: deviation, scores };
}

/** sign(x) ln(1 + |x|), and back. */
export const signedLog = (value: number): number => (value < 0 ? -Math.log1p(-value) : Math.log1p(value));
export const signedExp = (value: number): number => (value < 0 ? -Math.expm1(-value) : Math.expm1(value));

function moments(values: Float64Array, weights: Float64Array): { mean: number; deviation: number; skewness: number } {
  let [count, sum, isEqual] = [0, 0, true];
  for (let index = 0; index < values.length; index++) {
    count += weights[index]!;
    sum += weights[index]! * values[index]!;
    if (values[index] !== values[0]) isEqual = false;
  }
  const mean = sum / count;
  let squares = 0;
  let cubes = 0;
  for (let index = 0; index < values.length; index++) {
    const difference = values[index]! - mean;
    const square = difference * difference * weights[index]!;
    squares += square;
    cubes += square * difference;
  }
  // The mean of equal values may be off by a rounding: they must not seem to differ from it.
  if (isEqual) return { mean, deviation: 0, skewness: 0 };
  return { mean, deviation: Math.sqrt(squares / (count - 1)), skewness: cubes / count / (squares / count) ** 1.5 };
}
