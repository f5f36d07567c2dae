/** A straight line fitted to points, with what it does not explain. */
export interface Line {
  slope: number;
  /** Standard error of the slope; NaN from two points. */
  slopeError: number;
  /** The line at `x`, and the standard error of a single new value there; NaN from two points. */
  predict(x: number): { value: number; error: number };
}

/**
 * Least squares of y on x.
 *
 * slope = Sxy / Sxx, s2 = (Syy - slope Sxy) / (n - 2), error of the slope = s / sqrt(Sxx), of a new value =
 * s sqrt(1 + 1/n + (x - mean x)^2 / Sxx). Source: N. R. Draper, H. Smith, Applied Regression Analysis, 3rd ed., ch. 1 and 3.
 *
 * @param xs at least two different values
 */
export function fitLine(xs: ArrayLike<number>, ys: ArrayLike<number>): Line {
  const n = xs.length;
  // Distances from the first point: equal values then give exactly 0, and dates lose no digits.
  const [x0, y0] = [xs[0]!, ys[0]!];
  let [sumX, sumY] = [0, 0];
  for (let i = 0; i < n; i++) {
    sumX += xs[i]! - x0;
    sumY += ys[i]! - y0;
  }
  const [meanX, meanY] = [sumX / n, sumY / n];
  let [sxx, sxy] = [0, 0];
  for (let i = 0; i < n; i++) {
    const dx = xs[i]! - x0 - meanX;
    sxx += dx * dx;
    sxy += dx * (ys[i]! - y0 - meanY);
  }
  const slope = sxy / sxx;
  let residual = 0;
  for (let i = 0; i < n; i++) residual += (ys[i]! - y0 - meanY - slope * (xs[i]! - x0 - meanX)) ** 2;
  const s = n > 2 ? Math.sqrt(residual / (n - 2)) : NaN;
  return {
    slope,
    slopeError: s / Math.sqrt(sxx),
    predict(x) {
      const dx = x - x0 - meanX;
      return { value: y0 + meanY + slope * dx, error: s * Math.sqrt(1 + 1 / n + (dx * dx) / sxx) };
    },
  };
}

/**
 * Value that a t-distributed quantity stays below with the given probability.
 *
 * The distribution function is the finite series for whole degrees of freedom (Abramowitz, Stegun, Handbook of
 * Mathematical Functions, 26.7.3 and 26.7.4), inverted by bisection.
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (probability < 0.5) return -studentQuantile(1 - probability, degrees);
  const within = 2 * probability - 1;
  // In the angle atan(t / sqrt(degrees)) the whole range is finite.
  let [low, high] = [0, Math.PI / 2];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (centralProbability(middle, degrees) < within) low = middle;
    else high = middle;
  }
  return Math.tan((low + high) / 2) * Math.sqrt(degrees);
}

/** Probability that |t| <= tan(angle) sqrt(degrees). */
function centralProbability(angle: number, degrees: number): number {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let series = degrees === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < degrees; k += 2) {
    term *= (cosine * cosine * (k - 1)) / k;
    series += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * series) : sine * series;
}
