import { DAYS_PER_WEEK, pairsOf, type Histories } from "./histories.js";
import type { Parameters, RepeatBuyingModel } from "./repeatBuying.js";

/** A month on average, 365.25 / 12 days, in weeks: the models' parameters are per week. */
export const WEEKS_PER_MONTH = 365.25 / 12 / DAYS_PER_WEEK;

export interface Horizon {
  months: number;
  /** Discount of a month, as 0.01 for 1 %. */
  discountRate: number;
  weeksPerMonth?: number;
}

/**
 * Expected purchases of an alive customer over a horizon, those of the m-th month divided by (1 + d)^m: the discounting of
 * customer lifetime value. Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, "RFM and CLV: using iso-value curves for customer
 * base analysis", Journal of Marketing Research 42 (2005), in months instead of continuously.
 */
export function discountedPurchases(
  model: RepeatBuyingModel, parameters: Parameters, frequency: number, ageWeeks: number, { months, discountRate, weeksPerMonth = WEEKS_PER_MONTH }: Horizon,
): number {
  let [sum, before] = [0, 0];
  for (let month = 1; month <= months; month++) {
    const until = model.aliveExpectation(parameters, frequency, ageWeeks, month * weeksPerMonth);
    sum += (until - before) / (1 + discountRate) ** month;
    before = until;
  }
  return sum;
}

export interface Predictions {
  alive: Float64Array;
  /** Expected purchases in the next `days`. */
  purchases: Float64Array;
  /** Probability of no purchase in the next `days`. */
  noPurchase: Float64Array;
}

/** What is to be expected of the customers of each history within `days`. */
export function predictHistories(model: RepeatBuyingModel, parameters: Parameters, histories: Histories, days: number): Predictions {
  const alive = model.aliveProbabilities(parameters, histories);
  const weeks = days / DAYS_PER_WEEK;
  const purchases = ifAlive(histories, (x, age) => model.aliveExpectation(parameters, x, age, weeks));
  const noPurchase = ifAlive(histories, (x, age) => model.aliveNoPurchase(parameters, x, age, weeks));
  for (let row = 0; row < alive.length; row++) {
    purchases[row]! *= alive[row]!;
    noPurchase[row] = 1 - alive[row]! * (1 - noPurchase[row]!);
  }
  return { alive, purchases, noPurchase };
}

export interface DiscountedPurchases {
  /** Discounted expected purchases over the horizon. */
  purchases: Float64Array;
  /** Standard error of their logarithm, from that of the fit. */
  logError: Float64Array;
  /** Derivatives by the logarithms of the four parameters, each relative to the purchases themselves. */
  logGradient: Float64Array[];
}

/**
 * Discounted expected purchases of the customers of each history, with their error by the delta method: derivatives by the
 * logarithms of the parameters, as central differences, and the covariance of these.
 */
export function discountHistories(
  model: RepeatBuyingModel, parameters: Parameters, logCovariance: Float64Array, histories: Histories, horizon: Horizon,
): DiscountedPurchases {
  const at = (parameters: Parameters) => {
    const purchases = ifAlive(histories, (x, age) => discountedPurchases(model, parameters, x, age, horizon));
    const alive = model.aliveProbabilities(parameters, histories);
    for (let row = 0; row < purchases.length; row++) purchases[row]! *= alive[row]!;
    return purchases;
  };
  const purchases = at(parameters);
  const logGradient = parameters.map((_, index) => {
    const moved = (width: number) => at(parameters.map((value, other) => (other === index ? value * Math.exp(width) : value)) as unknown as Parameters);
    const [above, below] = [moved(WIDTH), moved(-WIDTH)];
    // Rates of the smallest are 0 in doubles, and so are their differences.
    for (let row = 0; row < above.length; row++) above[row] = above[row]! > 0 && below[row]! > 0 ? Math.log(above[row]! / below[row]!) / (2 * WIDTH) : 0;
    return above;
  });
  const logError = new Float64Array(purchases.length);
  for (let row = 0; row < logError.length; row++) {
    let variance = 0;
    for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) variance += logGradient[i]![row]! * logGradient[j]![row]! * logCovariance[i * 4 + j]!;
    logError[row] = Math.sqrt(Math.max(0, variance));
  }
  return { purchases, logError, logGradient };
}

const WIDTH = 1e-3;

/** What holds of an alive customer depends on its purchases and age alone: computed once for each pair of them. */
function ifAlive(histories: Histories, f: (frequency: number, ageWeeks: number) => number): Float64Array {
  const { frequency, days, of: [pairs] } = pairsOf(histories.frequency, [histories.ageDays]);
  const values = Float64Array.from(frequency, (x, pair) => f(x, days[pair]! / DAYS_PER_WEEK));
  return Float64Array.from(pairs!, (pair) => values[pair]!);
}
