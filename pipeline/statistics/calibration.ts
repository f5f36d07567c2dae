import { logisticRegression } from "./logistic.js";
import { normalQuantile } from "./special.js";
import { wilsonInterval } from "./wilson.js";

/**
 * Mean squared difference of probabilities and outcomes (G. W. Brier 1950): 0 is perfect, 0.25 is a coin. Its standard
 * error is that of a mean. NaN without rows.
 */
export function brierScore(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): { score: number; error: number } {
  const n = outcomes.length;
  let [sum, squares] = [0, 0];
  for (let row = 0; row < n; row++) sum += (probabilities[row]! - outcomes[row]!) ** 2;
  const score = sum / n;
  for (let row = 0; row < n; row++) squares += ((probabilities[row]! - outcomes[row]!) ** 2 - score) ** 2;
  return { score, error: Math.sqrt(squares / (n - 1) / n) };
}

/** Mean of - ln of the probability given to what came; a certainty that was wrong counts as one of 1e-15. NaN without rows. */
export function logLoss(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < outcomes.length; row++) {
    const given = outcomes[row] === 1 ? probabilities[row]! : 1 - probabilities[row]!;
    sum -= Math.log(Math.max(1e-15, given));
  }
  return sum / outcomes.length;
}

/** What was predicted and what came, of rows with about the same prediction. */
export interface CalibrationGroup { rows: number; successes: number; predicted: number; rate: number; low: number; high: number }

/**
 * Rows by tenths (or another number of parts) of their probability, from the lowest: in each the mean prediction and the
 * rate that came, with Wilson's interval. Equal probabilities stay together, so that parts may be larger, and fewer.
 */
export function calibrationGroups(probabilities: Float64Array, outcomes: ArrayLike<number>, { parts = 10, confidence = 0.95 } = {}): CalibrationGroup[] {
  const order = Uint32Array.from(probabilities, (_, index) => index).sort((a, b) => probabilities[a]! - probabilities[b]! || a - b);
  const quantile = normalQuantile((1 + confidence) / 2);
  const groups: CalibrationGroup[] = [];
  let [successes, predicted, first] = [0, 0, 0];
  for (let place = 0; place < order.length; place++) {
    successes += outcomes[order[place]!]!;
    predicted += probabilities[order[place]!]!;
    const isLast = place + 1 === order.length;
    const isCut = Math.floor(((place + 1) * parts) / order.length) > Math.floor((first * parts) / order.length);
    if (!isLast && (!isCut || probabilities[order[place]!] === probabilities[order[place + 1]!])) continue;
    const rows = place + 1 - first;
    groups.push({ rows, successes, predicted: predicted / rows, rate: successes / rows, ...wilsonInterval(successes, rows, quantile) });
    [successes, predicted, first] = [0, 0, place + 1];
  }
  return groups;
}

/**
 * How predictions would have to be moved to be right: log odds of the outcome = intercept + slope x predicted log odds
 * (D. R. Cox, Biometrika 45, 1958). Slope 1 is right; below 1 they are too extreme. `shift` is the intercept with the
 * slope held at 1, calibration in the large: above 0 more came than was predicted. NaN where outcomes or predictions are all alike.
 */
export function calibrationLine(probabilities: Float64Array, outcomes: ArrayLike<number>): {
  intercept: number; slope: number; slopeError: number; shift: number; shiftError: number;
} {
  const odds = probabilities.map((value) => {
    const bounded = Math.min(1 - 1e-12, Math.max(1e-12, value));
    return Math.log(bounded / (1 - bounded));
  });
  const none = { intercept: NaN, slope: NaN, slopeError: NaN, shift: NaN, shiftError: NaN };
  let successes = 0;
  for (let row = 0; row < outcomes.length; row++) successes += outcomes[row]!;
  if (successes === 0 || successes === outcomes.length) return none;
  const large = logisticRegression([], outcomes, { offset: odds });
  const shift = { shift: large.coefficients[0]!, shiftError: Math.sqrt(large.covariance.get(0, 0)) };
  if (odds.every((value) => value === odds[0])) return { ...none, ...shift };
  const line = logisticRegression([odds], outcomes);
  return { intercept: line.coefficients[0]!, slope: line.coefficients[1]!, slopeError: Math.sqrt(line.covariance.get(1, 1)), ...shift };
}
