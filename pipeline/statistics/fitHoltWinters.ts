import { smooth, startOf, type Smoothed, type Smoothing, type SmoothingWeights } from "./holtWinters.js";
import { byDifferences, minimise, type Minimum } from "./minimise.js";

export interface SmoothingFit extends Smoothed {
  weights: SmoothingWeights;
}

/** Weights that the search begins with: the errors at all of their combinations are compared, and the best ones go on. */
const GRID = { alpha: [0.05, 0.2, 0.5, 0.9], beta: [0.01, 0.1, 0.4], gamma: [0.05, 0.3, 0.8] };

/**
 * Weights with the least sum of squared one-step errors. That sum has several minima: the search begins on a grid and goes
 * on from its best points by Newton's method, on ln(w / (1 - w)), so that a weight stays within 0 and 1. A minimum at 0 or 1
 * is one at the end of a slope: there the search stops where it gains nothing more.
 *
 * @param starts points of the grid that are gone on from
 * @returns undefined where no weights give a sum: a season that multiplies, of a series that falls to 0
 */
export function fitHoltWinters(values: Float64Array, smoothing: Smoothing, period: number, { starts = 4 }: { starts?: number } = {}): SmoothingFit | undefined {
  const start = startOf(values, smoothing, period);
  const { hasTrend, season } = smoothing;
  const weightsOf = (x: ArrayLike<number>): SmoothingWeights => ({
    alpha: inside(x[0]!), beta: hasTrend ? inside(x[1]!) : 0, gamma: season === "none" ? 0 : inside(x[x.length - 1]!),
  });
  const scale = smooth(values, smoothing, { alpha: 0.5, beta: 0.1, gamma: 0.1 }, start).sse;
  const errorAt = (x: ArrayLike<number>) => smooth(values, smoothing, weightsOf(x), start).sse / (scale > 0 && scale < Infinity ? scale : 1);
  const grid = GRID.alpha.flatMap((alpha) => (hasTrend ? GRID.beta : [NaN]).flatMap((beta) => (season === "none" ? [NaN] : GRID.gamma)
    .map((gamma) => [alpha, beta, gamma].filter((weight) => !Number.isNaN(weight)).map(logit))));
  const best = grid.map((x) => ({ x, error: errorAt(x) })).filter(({ error }) => error < Infinity).sort((a, b) => a.error - b.error).slice(0, starts)
    .map(({ x }) => minimise(byDifferences(errorAt), x, { ...ROUGH, limit: FARTHEST }))
    .reduce<Minimum | undefined>((least, found) => (least && least.value <= found.value ? least : found), undefined);
  if (!best) return undefined;
  const weights = weightsOf(minimise(byDifferences(errorAt), best.point, { ...FINE, limit: FARTHEST }).point);
  return { ...smooth(values, smoothing, weights, start), weights };
}

/** How near a minimum a start has to come to be compared with the others, and the best one in the end. */
const ROUGH = { tolerance: 1e-5, iterations: 40 };
const FINE = { tolerance: 1e-8, iterations: 40 };
/** Beyond this a weight is 0 or 1 to more digits than any data tell. */
const FARTHEST = 12;
const inside = (x: number) => 1 / (1 + Math.exp(-x));
const logit = (weight: number) => Math.log(weight / (1 - weight));
