import { forecast, type Smoothing, type SmoothingState, type SmoothingWeights } from "./holtWinters.js";
import { Random } from "./random.js";
import { normalQuantile } from "./special.js";

/** What is to come, value by value and as running totals, with the standard error of each; NaN where that is not known. */
export interface Prediction {
  values: Float64Array;
  errors: Float64Array;
  /** Totals of the first one, two, three values and so on. */
  totals: Float64Array;
  totalErrors: Float64Array;
}

export interface PredictionOptions {
  /** Futures drawn for a season that multiplies. */
  paths?: number;
  seed?: number;
}

/**
 * The values to come and their standard errors.
 *
 * Without a season, or with one that is added, the model is linear: an error e today moves the forecast of j values later by
 * c(j) e, c(0) = 1, c(j) = α (1 + j β) + γ (1 - α) [j is whole seasons]. The error h values ahead has the variance
 * σ² Σ c(j)², j < h, and that of the total of h values σ² Σ (c(0) + … + c(j))², j < h, for one error runs through all later
 * values: errors of months cannot be added as if they knew nothing of each other.
 * With a season that multiplies there is no such formula: futures are drawn in which each error is proportional to its
 * forecast, and half the distance between the quantiles that hold 95 % of them is 1.96 standard errors.
 * What weights and start may be wrong by, having been found from the same values, is in neither.
 * Source: R. J. Hyndman, A. B. Koehler, J. K. Ord, R. D. Snyder, Forecasting with Exponential Smoothing (2008), ch. 6.
 *
 * @param deviation σ: standard deviation of the one-step errors, or of errors by forecast where the season multiplies
 */
export function predict(
  smoothing: Smoothing, weights: SmoothingWeights, state: SmoothingState, deviation: number, horizon: number, options: PredictionOptions = {},
): Prediction {
  const values = forecast(smoothing, state, horizon);
  const totals = cumulated(values);
  const unknown = () => new Float64Array(horizon).fill(NaN);
  if (Number.isNaN(deviation)) return { values, errors: unknown(), totals, totalErrors: unknown() };
  if (smoothing.season === "multiplicative") return { values, totals, ...drawnErrors(weights, state, deviation, horizon, options) };
  const carried = responses(weights, state.seasonal.length, horizon);
  const error = (weight: Float64Array) => cumulated(weight.map((value) => value * value)).map((sum) => deviation * Math.sqrt(sum));
  return { values, errors: error(carried), totals, totalErrors: error(cumulated(carried)) };
}

/** What an error of 1 now adds to this value and to the forecast of each later one: 1, then c(1), c(2) and so on. */
export function responses({ alpha, beta, gamma }: SmoothingWeights, period: number, horizon: number): Float64Array {
  return Float64Array.from({ length: horizon }, (_, j) => (j === 0 ? 1 : alpha * (1 + j * beta) + (j % period === 0 ? gamma * (1 - alpha) : 0)));
}

/** Share of the futures between the quantiles that a standard error is measured by. */
const SPAN = 0.95;

/** Standard errors from futures drawn with the seed, in pairs of opposite errors. */
function drawnErrors(
  { alpha, beta, gamma }: SmoothingWeights, state: SmoothingState, deviation: number, horizon: number, { paths = 2000, seed = 1 }: PredictionOptions,
): Pick<Prediction, "errors" | "totalErrors"> {
  const random = new Random(seed);
  const futures = Array.from({ length: horizon }, () => new Float64Array(paths));
  const sums = Array.from({ length: horizon }, () => new Float64Array(paths));
  const shocks = new Float64Array(horizon);
  const { length: period } = state.seasonal;
  for (let path = 0; path < paths; path++) {
    // The second of a pair has the errors of the first, the other way round. Half a step of the generator keeps 0 out.
    for (let step = 0; step < horizon; step++) shocks[step] = path % 2 === 1 ? -shocks[step]! : normalQuantile(random.next() + 2 ** -54);
    let { level, trend } = state;
    const seasonal = Float64Array.from(state.seasonal);
    let sum = 0;
    for (let step = 0; step < horizon; step++) {
      const base = level + trend;
      const old = seasonal[step % period]!;
      const value = base * old * (1 + deviation * shocks[step]!);
      const next = alpha * (value / old) + (1 - alpha) * base;
      trend = beta * (next - level) + (1 - beta) * trend;
      level = next;
      seasonal[step % period] = gamma * (value / level) + (1 - gamma) * old;
      futures[step]![path] = value;
      sum += value;
      sums[step]![path] = sum;
    }
  }
  const half = (found: Float64Array[]) => Float64Array.from(found, (values) => {
    const sorted = values.sort();
    return (quantile(sorted, (1 + SPAN) / 2) - quantile(sorted, (1 - SPAN) / 2)) / 2 / normalQuantile((1 + SPAN) / 2);
  });
  return { errors: half(futures), totalErrors: half(sums) };
}

/** Quantile of sorted values, between two of them by its distance from each. */
function quantile(sorted: Float64Array, probability: number): number {
  const place = probability * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (place % 1) * (above - below);
}

function cumulated(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => (sum += value));
}
