import { byLogarithms } from "./bgNbd.js";
import { inverseOf, minimise, type Minimum, type Value } from "./minimise.js";
import { digamma, lnGamma, trigamma } from "./special.js";

/*
 * Gamma-Gamma: what a customer spends in a purchase varies around its own mean by a gamma distribution of shape p, and the
 * rate of that from customer to customer by a gamma distribution (q, gamma; gamma in money). What a customer spends must not
 * depend on how often it buys.
 *
 * Source: P. S. Fader, B. G. S. Hardie, "The Gamma-Gamma model of monetary value" (2013).
 */

/** What customers spent in the purchases that count: as many as `purchases`, on average `meanSpend`, more than 0. */
export interface Spending {
  purchases: Int32Array;
  meanSpend: Float64Array;
  /** Customers with exactly this. */
  customers: Float64Array;
}

export type SpendParameters = readonly [p: number, q: number, gamma: number];

export interface SpendFit {
  parameters: SpendParameters;
  standardErrors: SpendParameters;
  /** Covariance of the logarithms of p, q and gamma, 3 x 3 row by row. */
  logCovariance: Float64Array;
  logLikelihood: number;
  customers: number;
  gradientNorm: number;
  iterations: number;
  isConverged: boolean;
  /** The parameter that runs to 0 or infinity: customers do not differ, or one customer's purchases do not. */
  runaway?: "p" | "q" | "gamma";
}

/**
 * Fits the model by maximum likelihood, proven as that of repeat buying is.
 *
 * @throws RangeError for a mean that is not positive, or no customer at all
 */
export function fitGammaGamma(spending: Spending): SpendFit {
  const { purchases, meanSpend, customers } = spending;
  if (customers.length === 0) throw new RangeError("nobody to fit");
  for (let row = 0; row < customers.length; row++) {
    if (!(meanSpend[row]! > 0) || !Number.isFinite(meanSpend[row]!) || purchases[row]! < 1) throw new RangeError(`no spending: ${meanSpend[row]} in ${purchases[row]} purchases`);
  }
  const total = customers.reduce((sum, count) => sum + count, 0);
  let mean = 0;
  for (let row = 0; row < customers.length; row++) mean += (customers[row]! * meanSpend[row]!) / total;
  const f = likelihood(spending, total);
  let best: Minimum | undefined;
  for (const [p, q] of [[4, 4], [1, 2], [20, 3], [2, 30]] as const) {
    const found = minimise(f, [Math.log(p), Math.log(q), Math.log((mean * (q - 1)) / p)], { tolerance: 1e-10 });
    if (!best || (found.isConverged && !best.isConverged) || (found.isConverged === best.isConverged && found.value < best.value - 1e-9)) best = found;
  }
  const { point, value, gradientNorm, iterations, hessian } = best!;
  // gamma is money: it has run away if it has in proportion to what is spent.
  const reach = [point[0]!, point[1]!, point[2]! - Math.log(mean)];
  const away = reach.findIndex((log) => Math.abs(log) > RUNAWAY);
  const isConverged = best!.isConverged && away < 0;
  const parameters = Array.from(point, Math.exp) as unknown as SpendParameters;
  const logCovariance = isConverged ? inverseOf(hessian).map((part) => part / total) : new Float64Array(9).fill(NaN);
  return {
    parameters, standardErrors: parameters.map((parameter, index) => parameter * Math.sqrt(logCovariance[index * 3 + index]!)) as unknown as SpendParameters,
    logCovariance, logLikelihood: -value * total, customers: total, gradientNorm, iterations, isConverged,
    ...(away >= 0 && { runaway: (["p", "q", "gamma"] as const)[away]! }),
  };
}

const RUNAWAY = 12;

/**
 * Expected spend in a purchase by a customer that spent so much on average in so many purchases:
 * p (gamma + x z) / (p x + q - 1). Without any purchase it is the mean of all customers, p gamma / (q - 1); it takes q > 1.
 */
export const expectedSpend = ([p, q, gamma]: SpendParameters, purchases: number, meanSpend: number): number =>
  (p * (gamma + (purchases > 0 ? purchases * meanSpend : 0))) / (p * purchases + q - 1);

/** Mean negative log-likelihood of a customer with its derivatives by the logarithms of p, q and gamma. */
function likelihood({ purchases, meanSpend, customers }: Spending, total: number): (point: Float64Array) => Value {
  const most = purchases.reduce((largest, x) => Math.max(largest, x), 0);
  const byPurchases = new Float64Array(most + 1);
  // What does not depend on the parameters but through p: (p x - 1) ln z + p x ln x.
  let [lnZ, xLnXZ] = [0, 0];
  for (let row = 0; row < customers.length; row++) {
    const x = purchases[row]!;
    byPurchases[x]! += customers[row]!;
    lnZ += customers[row]! * Math.log(meanSpend[row]!);
    xLnXZ += customers[row]! * x * Math.log(x * meanSpend[row]!);
  }
  return (point) => {
    const [p, q, gamma] = point.map(Math.exp) as unknown as [number, number, number];
    let value = p * xLnXZ - lnZ + total * (q * Math.log(gamma) - lnGamma(q));
    const g = Float64Array.of(xLnXZ, total * (Math.log(gamma) - digamma(q)), (total * q) / gamma);
    const h = Float64Array.of(0, 0, 0, 0, -total * trigamma(q), total / gamma, 0, 0, -(total * q) / gamma ** 2);
    for (const [x, count] of byPurchases.entries()) {
      if (count === 0) continue;
      const [px, both] = [p * x, p * x + q];
      value += count * (lnGamma(both) - lnGamma(px));
      g[0]! += count * x * (digamma(both) - digamma(px));
      g[1]! += count * digamma(both);
      const second = trigamma(both);
      h[0]! += count * x * x * (second - trigamma(px));
      h[1]! += count * x * second;
      h[4]! += count * second;
    }
    for (let row = 0; row < customers.length; row++) {
      const [weight, x] = [customers[row]!, purchases[row]!];
      const sum = gamma + x * meanSpend[row]!;
      const both = p * x + q;
      const ln = Math.log(sum);
      value -= weight * both * ln;
      g[0]! -= weight * x * ln;
      g[1]! -= weight * ln;
      g[2]! -= (weight * both) / sum;
      h[2]! -= (weight * x) / sum;
      h[5]! -= weight / sum;
      h[8]! += (weight * both) / (sum * sum);
    }
    return byLogarithms(value, g, h, [p, q, gamma], -1 / total);
  };
}
