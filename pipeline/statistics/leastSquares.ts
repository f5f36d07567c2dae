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
