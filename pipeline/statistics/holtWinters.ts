import { decompose, type Season } from "./decompose.js";
import { fitLine } from "./leastSquares.js";

/** What a series is smoothed into: a level, and beside it a trend, a season, or both. */
export interface Smoothing {
  hasTrend: boolean;
  season: "none" | Season;
}

/** Weight of the newest value in level, trend and season, each from 0 to 1; 0 where there is no trend or season. */
export interface SmoothingWeights {
  alpha: number;
  beta: number;
  gamma: number;
}

/** Where a series stands. */
export interface SmoothingState {
  level: number;
  /** Change of the level from value to value; 0 without a trend. */
  trend: number;
  /** Season of the values to come, the next one first; empty without a season. */
  seasonal: Float64Array;
}

/** A state, and the first value that is forecast from it. */
export interface SmoothingStart extends SmoothingState {
  first: number;
}

/** What smoothing ends with. */
export interface Smoothed {
  state: SmoothingState;
  /** Sum of the squared errors of the forecasts of each value from those before it; Infinity where there are none. */
  sse: number;
  /** Such errors. */
  errors: number;
}

/**
 * Where smoothing begins, as R's `HoltWinters` has it. Without a season from the first value, and with a trend from the
 * second and its distance from the first. With one from the classical decomposition of the first two seasons: its figure,
 * and a straight line through its trend, of which the intercept is the level and the slope the trend.
 *
 * @param values evenly spaced, none missing; at least 2 without a trend, 3 with one, two seasons with a season
 * @throws RangeError where there are fewer
 */
export function startOf(values: Float64Array, { hasTrend, season }: Smoothing, period: number): SmoothingStart {
  if (season === "none") {
    const first = hasTrend ? 2 : 1;
    if (values.length <= first) throw new RangeError(`too few values to smooth: ${values.length}`);
    return { level: values[first - 1]!, trend: hasTrend ? values[1]! - values[0]! : 0, seasonal: new Float64Array(0), first };
  }
  if (values.length < 2 * period) throw new RangeError(`too few values to smooth with a season of ${period}: ${values.length}`);
  const { trend, figure } = decompose(values.slice(0, 2 * period), period, season);
  const known = trend.filter((value) => !Number.isNaN(value));
  const places = Float64Array.from(known, (_, index) => index + 1);
  const line = fitLine(places, known);
  return { level: line.predict(0).value, trend: hasTrend ? line.slope : 0, seasonal: figure, first: period };
}

/**
 * Exponential smoothing: simple, with a trend (Holt 1957), with a season added or multiplied (Winters 1960), in the error
 * form of R's `HoltWinters`. From value to value
 *
 *   forecast = (level + trend) ∘ season            ∘ being + or ×, and ⁻¹ below its reverse
 *   level'   = α (value ∘⁻¹ season) + (1 - α) (level + trend)
 *   trend'   = β (level' - level) + (1 - β) trend
 *   season'  = γ (value ∘⁻¹ level') + (1 - γ) season
 *
 * A season that multiplies needs a level above 0: where it falls to 0 or below, the sum of squares is Infinity.
 * Source: P. R. Winters, Forecasting sales by exponentially weighted moving averages, Management Science 6 (1960).
 *
 * @param residuals takes the errors one by one, where they are wanted
 */
export function smooth(
  values: Float64Array, { season }: Smoothing, { alpha, beta, gamma }: SmoothingWeights, start: SmoothingStart, residuals?: Float64Array,
): Smoothed {
  const { first } = start;
  let { level, trend } = start;
  const seasonal = Float64Array.from(start.seasonal);
  let sse = 0;
  let place = 0;
  for (let at = first; at < values.length; at++) {
    const value = values[at]!;
    const base = level + trend;
    if (season === "none") {
      const error = value - base;
      if (residuals) residuals[at - first] = error;
      sse += error * error;
      const next = alpha * value + (1 - alpha) * base;
      trend = beta * (next - level) + (1 - beta) * trend;
      level = next;
      continue;
    }
    const old = seasonal[place]!;
    const isAdded = season === "additive";
    const error = value - (isAdded ? base + old : base * old);
    if (residuals) residuals[at - first] = error;
    sse += error * error;
    const next = alpha * (isAdded ? value - old : value / old) + (1 - alpha) * base;
    trend = beta * (next - level) + (1 - beta) * trend;
    level = next;
    if (!isAdded && !(level > 0)) sse = Infinity;
    seasonal[place] = gamma * (isAdded ? value - level : value / level) + (1 - gamma) * old;
    place = (place + 1) % seasonal.length;
  }
  const turned = Float64Array.from(seasonal, (_, index) => seasonal[(place + index) % seasonal.length]!);
  return { state: { level, trend, seasonal: turned }, sse: Number.isNaN(sse) ? Infinity : sse, errors: values.length - first };
}

/** The values to come, the next one first. */
export function forecast({ season }: Smoothing, { level, trend, seasonal }: SmoothingState, horizon: number): Float64Array {
  return Float64Array.from({ length: horizon }, (_, index) => {
    const base = level + (index + 1) * trend;
    const part = seasonal[index % seasonal.length]!;
    return season === "none" ? base : season === "additive" ? base + part : base * part;
  });
}
