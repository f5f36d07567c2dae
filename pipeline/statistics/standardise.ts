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
 */
export function standardise(values: Float64Array, skewnessLimit: number): Standardised {
  const plain = moments(values);
  const logs = values.map((value) => Math.sign(value) * Math.log1p(Math.abs(value)));
  const logged = moments(logs);
  // Of two values only, the logarithm is as skewed, but for rounding.
  const isLog = plain.skewness > skewnessLimit && Math.abs(logged.skewness) < plain.skewness - 1e-9;
  const [used, { mean, deviation }] = isLog ? [logs, logged] : [values, plain];
  return {
    deviation: plain.deviation, skewness: plain.skewness, isLog, scaleMean: mean, scaleDeviation: deviation,
    scores: used.map((value) => (deviation > 0 ? (value - mean) / deviation : 0)),
  };
}

function moments(unsorted: Float64Array): { mean: number; deviation: number; skewness: number } {
  // In one order, whatever the order of the rows: so the sums are rounded alike.
  const values = unsorted.toSorted();
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    squares += (value - mean) ** 2;
    cubes += (value - mean) ** 3;
  }
  // The mean of equal values may be off by a rounding: they must not seem to differ from it.
  if (count < 2 || values[0] === values[count - 1]) return { mean, deviation: 0, skewness: 0 };
  return { mean, deviation: Math.sqrt(squares / (count - 1)), skewness: cubes / count / (squares / count) ** 1.5 };
}
