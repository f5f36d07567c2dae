import { fitHoltWinters, type SmoothingFit } from "./fitHoltWinters.js";
import { smooth, startOf, type Smoothing } from "./holtWinters.js";
import { predict, type Prediction, type PredictionOptions } from "./predictionError.js";

/** Models that a series is forecast by, the simpler before the less simple. */
export const FORECAST_MODELS = ["seasonal naive", "simple", "seasonal", "trend", "additive", "multiplicative"] as const;
export type ForecastModel = (typeof FORECAST_MODELS)[number];

/** What each smooths; the naive a season that each value replaces, beside a level that stays 0. */
export const SMOOTHINGS: Record<ForecastModel, Smoothing> = {
  "seasonal naive": { hasTrend: false, season: "additive" },
  simple: { hasTrend: false, season: "none" },
  trend: { hasTrend: true, season: "none" },
  seasonal: { hasTrend: false, season: "additive" },
  additive: { hasTrend: true, season: "additive" },
  multiplicative: { hasTrend: true, season: "multiplicative" },
};

export interface FittedModel extends SmoothingFit {
  /** Standard deviation of the one-step errors, of errors by forecast where the season multiplies; NaN where there are too few. */
  deviation: number;
  /** Errors less the weights found from them. */
  degrees: number;
  predict(horizon: number, options?: PredictionOptions): Prediction;
}

/** Values that a model takes at least: a season to repeat, two to find one, a start to go on from. */
export function leastValues(model: ForecastModel, period: number): number {
  if (model === "seasonal naive") return period;
  const { season, hasTrend } = SMOOTHINGS[model];
  return season !== "none" ? 2 * period : hasTrend ? 3 : 2;
}

/**
 * Fits a model to values that are evenly spaced and not missing.
 *
 * - seasonal naive: the value one season before
 * - simple: exponential smoothing of the level
 * - trend: of level and trend (Holt)
 * - seasonal: of level and added season
 * - additive, multiplicative: of level, trend and season (Holt and Winters)
 *
 * @returns undefined where there are fewer values than it takes, or where a season cannot multiply: values of 0 or less
 */
export function fitModel(values: Float64Array, model: ForecastModel, period: number, options: { starts?: number } = {}): FittedModel | undefined {
  if (values.length < leastValues(model, period)) return undefined;
  if (model === "seasonal naive") return fitNaive(values, period);
  const smoothing = SMOOTHINGS[model];
  const isMultiplied = smoothing.season === "multiplicative";
  if (isMultiplied && values.some((value) => value <= 0)) return undefined;
  const fit = fitHoltWinters(values, smoothing, period, options);
  const free = 1 + Number(smoothing.hasTrend) + Number(smoothing.season !== "none");
  if (!fit || !isMultiplied) return fit && fitted(smoothing, fit, free, Math.sqrt);
  const start = startOf(values, smoothing, period);
  const errors = new Float64Array(fit.errors);
  smooth(values, smoothing, fit.weights, start, errors);
  const relative = errors.reduce((sum, error, index) => sum + (error / (values[start.first + index]! - error)) ** 2, 0);
  return fitted(smoothing, fit, free, () => Math.sqrt(relative / (fit.errors - free)));
}

/** The naive's own errors say how those of its totals go together: all of a year are changes on the year before it. */
function fitNaive(values: Float64Array, period: number): FittedModel {
  const start = { level: 0, trend: 0, seasonal: values.slice(0, period), first: period };
  const weights = { alpha: 0, beta: 0, gamma: 1 };
  const errors = new Float64Array(values.length - period);
  const smoothing = SMOOTHINGS["seasonal naive"];
  const model = fitted(smoothing, { ...smooth(values, smoothing, weights, start, errors), weights }, 0, Math.sqrt);
  return { ...model, predict(horizon, options) {
    const prediction = model.predict(horizon, options);
    return { ...prediction, totalErrors: prediction.totalErrors.map((error, index) => Math.max(error, runError(errors, index + 1))) };
  } };
}

/** Root mean square of the sums of so many errors in a row; that of the longest runs there are where those are shorter. */
function runError(errors: Float64Array, length: number): number {
  const run = Math.min(length, errors.length);
  let [sum, runs] = [0, 0];
  for (let from = 0; from + run <= errors.length; from++, runs++) sum += errors.subarray(from, from + run).reduce((total, error) => total + error, 0) ** 2;
  return Math.sqrt(sum / runs) * (length / run);
}

function fitted(smoothing: Smoothing, fit: SmoothingFit, free: number, deviationOf: (variance: number) => number): FittedModel {
  const degrees = fit.errors - free;
  const deviation = degrees >= 1 ? deviationOf(fit.sse / degrees) : NaN;
  return { ...fit, deviation, degrees, predict: (horizon, options) => predict(smoothing, fit.weights, fit.state, deviation, horizon, options) };
}
