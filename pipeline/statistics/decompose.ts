export type Season = "additive" | "multiplicative";

/** What a series is made of: trend plus season, or trend times season. */
export interface Decomposition {
  /** Centred moving average over a season; NaN at the half season at either end, where there is none. */
  trend: Float64Array;
  /** Season by place in the period: means 0 where it is added, 1 where it multiplies. */
  figure: Float64Array;
}

/**
 * Classical decomposition by moving averages: the trend is the mean over one season around each value, the two outermost
 * of an even season counting half; the figure is the mean of what is left, by place in the season, brought to mean 0 or 1.
 * Source: M. Kendall, A. Stuart, The Advanced Theory of Statistics, vol. 3 (1983), pp. 410 to 414; it is R's `decompose`.
 *
 * @param values evenly spaced, at least two seasons; only whole seasons count for the figure
 * @param period values in a season, at least 2
 * @throws RangeError where there are fewer
 */
export function decompose(values: Float64Array, period: number, season: Season): Decomposition {
  if (values.length < 2 * period) throw new RangeError(`a decomposition needs two seasons: ${values.length} values, ${period} in a season`);
  const half = Math.floor(period / 2);
  const trend = new Float64Array(values.length).fill(NaN);
  for (let at = half; at + half < values.length; at++) {
    let sum = 0;
    for (let offset = -half; offset <= half; offset++) sum += values[at + offset]! * (period % 2 === 0 && Math.abs(offset) === half ? 0.5 : 1);
    trend[at] = sum / period;
  }
  const figure = Float64Array.from({ length: period }, (_, place) => {
    let [sum, known] = [0, 0];
    for (let at = place; at < values.length - (values.length % period); at += period) {
      if (Number.isNaN(trend[at])) continue;
      sum += season === "additive" ? values[at]! - trend[at]! : values[at]! / trend[at]!;
      known++;
    }
    return sum / known;
  });
  const mean = figure.reduce((sum, value) => sum + value, 0) / period;
  return { trend, figure: figure.map((value) => (season === "additive" ? value - mean : value / mean)) };
}
