import { countCustomers, customersByFrequency, DAYS_PER_WEEK, pairsOf, type Histories, type Pairs } from "./histories.js";
import { withHessian, type Value } from "./minimise.js";
import { emptyTails, fillPowerTails, lnPowerIntegral, type PowerTails } from "./powerTails.js";
import { integrate } from "./quadrature.js";
import type { RepeatBuyingModel } from "./repeatBuying.js";
import { digamma, lnGamma } from "./special.js";

/*
 * Pareto/NBD. While alive, a customer buys at random times, at a rate that varies by a gamma distribution (r, alpha); it
 * drops out at any time, at a rate that varies by a gamma distribution (s, beta). alpha and beta are in weeks.
 *
 * Sources: D. C. Schmittlein, D. G. Morrison, R. Colombo, "Counting your customers: who are they and what will they do
 * next?", Management Science 33 (1987); P. S. Fader, B. G. S. Hardie, "A note on deriving the Pareto/NBD model and related
 * expressions" (2005).
 */

export const paretoNbd: RepeatBuyingModel = {
  name: "Pareto/NBD",
  parameterNames: ["r", "alpha", "s", "beta"],
  // alpha and beta are set by the data: a lifetime of the order of the observation.
  starts: [[0.5, 0.5], [1, 1], [2, 0.2]].map(([r, s]) => ({ r: r!, alpha: null, s: s!, beta: null })),
  likelihood: (histories) => withHessian(likelihood(histories)),

  aliveProbabilities([r, alpha, s, beta], histories) {
    const pairs = pairsOf(histories.frequency, [histories.recencyDays, histories.ageDays]);
    const [fromPair, restPair] = pairs.of;
    const { value: tails } = tailsOf(pairs, orderOf(pairs), r, alpha, s, beta);
    return Float64Array.from(histories.frequency, (x, row) => {
      const weeks = histories.ageDays[row]! / DAYS_PER_WEEK;
      const lnAlive = -(r + x) * Math.log(alpha + weeks) - s * Math.log(beta + weeks);
      const [from, rest] = [tails[fromPair![row]!]!, tails[restPair![row]!]!];
      return 1 / (1 + Math.exp(Math.log(s) + lnDifference(from, rest) - lnAlive));
    });
  },

  /** Whoever is alive has a rate of gamma (r + x, alpha + T), and of dropping out of gamma (s, beta + T). */
  aliveExpectation: ([r, alpha, s, beta], frequency, ageWeeks, weeks) => purchasesWhileAlive(r + frequency, alpha + ageWeeks, s, beta + ageWeeks, weeks),

  aliveNoPurchase([r, alpha, s, beta], frequency, ageWeeks, weeks) {
    // It buys at time u if it is still alive then and has not bought before.
    const [k, a, b] = [r + frequency, alpha + ageWeeks, beta + ageWeeks];
    return Math.max(0, 1 - Math.exp(Math.log(k) + k * Math.log(a) + s * Math.log(b) + lnPowerIntegral(k + 1, s, a, b, weeks)));
  },

  newCustomerExpectation: ([r, alpha, s, beta], weeks) => purchasesWhileAlive(r, alpha, s, beta, weeks),

  /** Alive at the end with so many purchases, or with as many up to its end before that. */
  countProbability([r, alpha, s, beta], weeks, count) {
    const lnShare = lnGamma(r + count) - lnGamma(r) - lnGamma(count + 1);
    const purchases = (time: number) => Math.exp(lnShare - r * Math.log1p(time / alpha) + (count > 0 ? count * Math.log(time / (alpha + time)) : 0));
    // In ln(time + shift) both the chance to drop out and that of the purchases are smooth, however far alpha and beta are apart.
    const shift = Math.min(alpha, beta);
    const ended = integrate((v) => {
      const time = shift * Math.expm1(v);
      return ((s * (shift + time)) / (beta + time)) * Math.exp(-s * Math.log1p(time / beta)) * purchases(time);
    }, 0, Math.log1p(weeks / shift), Math.min(1, 4 / (r + s)));
    return purchases(weeks) * Math.exp(-s * Math.log1p(weeks / beta)) + ended;
  },
};

/** r beta / (alpha (s - 1)) [1 - (beta / (beta + t))^(s - 1)], which at s = 1 is r beta / alpha ln((beta + t) / beta). */
function purchasesWhileAlive(r: number, alpha: number, s: number, beta: number, weeks: number): number {
  const e = s - 1;
  const lnRatio = Math.log1p(weeks / beta);
  return ((r * beta) / alpha) * (e === 0 ? lnRatio : -Math.expm1(-e * lnRatio) / e);
}

/** ln(exp(from) - exp(rest)), -Infinity where rounding leaves nothing between them. */
const lnDifference = (from: number, rest: number): number => (from === -Infinity ? from : from + Math.log(-Math.expm1(Math.min(0, rest - from))));

/**
 * For each pair of purchases and a day, ln of the integral of (alpha + w)^-(r + x) (beta + w)^-(s + 1) from that day to the last
 * one of as many purchases, in weeks.
 */
function tailsOf({ frequency, days }: Pairs, order: Int32Array, r: number, alpha: number, s: number, beta: number): PowerTails {
  const tails = emptyTails(order.length);
  const weeks = Float64Array.from(order, (pair) => days[pair]! / DAYS_PER_WEEK);
  for (let from = 0; from < order.length;) {
    const x = frequency[order[from]!]!;
    let to = from + 1;
    while (to < order.length && frequency[order[to]!] === x) to++;
    fillPowerTails(tails, order.subarray(from, to), weeks.subarray(from, to), r + x, s + 1, alpha, beta);
    from = to;
  }
  return tails;
}

/** The pairs by purchases, then by day. */
const orderOf = ({ frequency, days }: Pairs): Int32Array => Int32Array.from(frequency.keys()).sort((a, b) => frequency[a]! - frequency[b]! || days[a]! - days[b]!);

/** Mean negative log-likelihood of a customer with its gradient, by the logarithms of r, alpha, s and beta. */
function likelihood(histories: Histories): (point: Float64Array) => Omit<Value, "hessian"> {
  const { frequency, recencyDays, ageDays, customers } = histories;
  const pairs = pairsOf(frequency, [recencyDays, ageDays]);
  const [fromPair, restPair] = pairs.of as [Int32Array, Int32Array];
  const order = orderOf(pairs);
  const byFrequency = customersByFrequency(histories);
  const total = countCustomers(histories);
  return (point) => {
    const [r, alpha, s, beta] = point.map(Math.exp) as unknown as [number, number, number, number];
    const tails = tailsOf(pairs, order, r, alpha, s, beta);
    let value = 0;
    let [gR, gAlpha, gS, gBeta] = [0, 0, 0, 0];
    for (const [x, count] of byFrequency.entries()) {
      if (count === 0) continue;
      value += count * (lnGamma(r + x) - lnGamma(r));
      gR += count * (digamma(r + x) - digamma(r));
    }
    value += total * (r * Math.log(alpha) + s * Math.log(beta));
    gR += total * Math.log(alpha);
    gAlpha += (total * r) / alpha;
    gS += total * Math.log(beta);
    gBeta += (total * s) / beta;
    for (let row = 0; row < customers.length; row++) {
      const weight = customers[row]!;
      const [a, b] = [alpha + ageDays[row]! / DAYS_PER_WEEK, beta + ageDays[row]! / DAYS_PER_WEEK];
      const [x, from, rest] = [frequency[row]!, fromPair[row]!, restPair[row]!];
      const lnAlive = -(r + x) * Math.log(a) - s * Math.log(b);
      // The integral from the last purchase to the end: of the tail from there the share 1 - left.
      const left = from === rest ? 1 : Math.exp(Math.min(0, tails.value[rest]! - tails.value[from]!));
      const lnGone = Math.log(s) + lnDifference(tails.value[from]!, tails.value[rest]!);
      const largest = Math.max(lnAlive, lnGone);
      const lnSum = largest + Math.log(Math.exp(lnAlive - largest) + Math.exp(lnGone - largest));
      const [isAlive, gone] = [Math.exp(lnAlive - lnSum), Math.exp(lnGone - lnSum)];
      value += weight * lnSum;
      const share = left < 1 ? gone / (1 - left) : 0;
      gR += weight * (isAlive * -Math.log(a) + share * (tails.byA[from]! - left * tails.byA[rest]!));
      gS += weight * (isAlive * -Math.log(b) + gone / s + share * (tails.byB[from]! - left * tails.byB[rest]!));
      gAlpha += weight * ((isAlive * -(r + x)) / a + share * (tails.byAlpha[from]! - left * tails.byAlpha[rest]!));
      gBeta += weight * ((isAlive * -s) / b + share * (tails.byBeta[from]! - left * tails.byBeta[rest]!));
    }
    return { value: -value / total, gradient: Float64Array.of(gR * r, gAlpha * alpha, gS * s, gBeta * beta).map((part) => -part / total) };
  };
}
