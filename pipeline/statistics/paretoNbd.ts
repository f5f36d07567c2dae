import { DAYS_PER_WEEK, pairsOf, type Histories } from "./histories.js";
import { withHessian, type Value } from "./minimise.js";
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
    const { frequency, days, of: [fromPair, restPair] } = pairsOf(histories.frequency, [histories.recencyDays, histories.ageDays]);
    const tails = Float64Array.from(days, (day, pair) => lnTail(r + frequency[pair]!, s + 1, alpha, beta, day / DAYS_PER_WEEK).value);
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
    const lnFactor = Math.log(k) + k * Math.log(a) + s * Math.log(b);
    const from = lnTail(k + 1, s, a, b, 0).value;
    const rest = lnTail(k + 1, s, a, b, weeks).value;
    return Math.max(0, 1 - Math.exp(lnFactor + lnDifference(from, rest)));
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
    }, 0, Math.log1p(weeks / shift));
    return purchases(weeks) * Math.exp(-s * Math.log1p(weeks / beta)) + ended;
  },
};

/** r beta / (alpha (s - 1)) [1 - (beta / (beta + t))^(s - 1)], which at s = 1 is r beta / alpha ln((beta + t) / beta). */
function purchasesWhileAlive(r: number, alpha: number, s: number, beta: number, weeks: number): number {
  const e = s - 1;
  const lnRatio = Math.log1p(weeks / beta);
  return ((r * beta) / alpha) * (e === 0 ? lnRatio : -Math.expm1(-e * lnRatio) / e);
}

interface Tail {
  value: number;
  byA: number;
  byB: number;
  byAlpha: number;
  byBeta: number;
}

/**
 * ln of the integral from u to infinity of (alpha + w)^-A (beta + w)^-B dw, with its derivatives; A + B > 1.
 *
 * For alpha >= beta it is (alpha + u)^-A (beta + u)^(1 - B) / p x sum of (A)_n / (p + 1)_n z^n, p = A + B - 1,
 * z = (alpha - beta) / (alpha + u): Euler's transformation of the 2F1 of Fader and Hardie, with positive terms alone, which
 * fall faster than z^n and cannot overflow. For alpha < beta the two change places.
 */
function lnTail(A: number, B: number, alpha: number, beta: number, u: number): Tail {
  if (alpha < beta) {
    const { value, byA, byB, byAlpha, byBeta } = lnTail(B, A, beta, alpha, u);
    return { value, byA: byB, byB: byA, byAlpha: byBeta, byBeta: byAlpha };
  }
  const [a, b] = [alpha + u, beta + u];
  const [p, z] = [A + B - 1, (alpha - beta) / a];
  const { sum, byA, byP, byZ } = z > SLOW ? fractionOf(A, p, z) : seriesOf(A, p, z);
  const [lnA, lnB] = [Math.log(a), Math.log(b)];
  return {
    value: -A * lnA - (B - 1) * lnB - Math.log(p) + Math.log(sum),
    byA: -lnA + (byA + byP) / sum - 1 / p,
    byB: -lnB + byP / sum - 1 / p,
    byAlpha: -A / a + ((byZ / sum) * b) / (a * a),
    byBeta: -(B - 1) / b - byZ / sum / a,
  };
}

/** ln(exp(from) - exp(rest)), -Infinity where rounding leaves nothing between them. */
const lnDifference = (from: number, rest: number): number => from + Math.log(-Math.expm1(Math.min(0, rest - from)));

/** 2F1(A, 1; p + 1; z) with its derivatives. */
interface Hypergeometric {
  sum: number;
  byA: number;
  byP: number;
  byZ: number;
}

/** Beyond this z the series takes 1 / (1 - z) terms, and Gauss' fraction a root of that. */
const SLOW = 0.9;

function seriesOf(A: number, p: number, z: number): Hypergeometric {
  let [term, sum, byA, byP, overA, overP] = [1, 1, 0, 0, 0, 0];
  // The first term of the derivative by z stands alone, so that it holds for z = 0.
  let byZ = A / (p + 1);
  for (let n = 0; z > 0; n++) {
    term *= ((A + n) / (p + 1 + n)) * z;
    overA += 1 / (A + n);
    overP += 1 / (p + 1 + n);
    sum += term;
    byA += term * overA;
    byP -= term * overP;
    if (n > 0) byZ += (term * (n + 1)) / z;
    // What is left is less than a geometric series.
    if (term * (n + 1) <= 1e-17 * (1 - z) * byZ) break;
  }
  return { sum, byA, byP, byZ };
}

/**
 * Gauss' continued fraction 1 / (1 - k_1 z / (1 - k_2 z / (1 - ...))), from its far end, where its parts are nearly equal and
 * it is that of equal parts. Source: W. B. Jones, W. J. Thron, Continued Fractions (1980), 6.1.
 */
function fractionOf(A: number, p: number, z: number): Hypergeometric {
  const c = p + 1;
  const root = Math.sqrt(1 - z);
  let t = (1 + root) / 2;
  let [tA, tC, tZ] = [0, 0, root > 0 ? -1 / (4 * root) : 0];
  for (let n = 2 * Math.min(MOST_PARTS, Math.ceil(12 / root)); n > 0; n--) {
    const m = n >> 1;
    // Odd parts (A + m) (c - 1 + m), even parts m (c - A + m - 1), over (c + n - 2) (c + n - 1).
    const [own, other, ownByA, otherByA, otherByC] = n % 2 === 1 ? [A + m, c - 1 + m, 1, 0, 1] : [m, c - A + m - 1, 0, -1, 1];
    const below = (c + n - 2) * (c + n - 1);
    const k = (own * other) / below;
    const kA = (ownByA * other + own * otherByA) / below;
    const kC = (own * otherByC) / below - k * (1 / (c + n - 2) + 1 / (c + n - 1));
    const part = (k * z) / t;
    tA = (part * tA - kA * z) / t;
    tC = (part * tC - kC * z) / t;
    tZ = (part * tZ - k) / t;
    t = 1 - part;
  }
  const sum = 1 / t;
  return { sum, byA: -tA * sum * sum, byP: -tC * sum * sum, byZ: -tZ * sum * sum };
}

/** Enough for parameters that are no more than e^13 apart from 1; beyond no fit is a fit. */
const MOST_PARTS = 20_000;

/** Mean negative log-likelihood of a customer with its gradient, by the logarithms of r, alpha, s and beta. */
function likelihood(histories: Histories): (point: Float64Array) => Omit<Value, "hessian"> {
  const { frequency, recencyDays, ageDays, customers } = histories;
  const pairs = pairsOf(frequency, [recencyDays, ageDays]);
  const [fromPair, restPair] = pairs.of as [Int32Array, Int32Array];
  const byFrequency = new Float64Array(frequency.reduce((largest, x) => Math.max(largest, x), 0) + 1);
  let total = 0;
  for (let row = 0; row < customers.length; row++) {
    byFrequency[frequency[row]!]! += customers[row]!;
    total += customers[row]!;
  }
  return (point) => {
    const [r, alpha, s, beta] = point.map(Math.exp) as unknown as [number, number, number, number];
    const tails = Array.from(pairs.days, (day, pair) => lnTail(r + pairs.frequency[pair]!, s + 1, alpha, beta, day / DAYS_PER_WEEK));
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
      const [x, from, rest] = [frequency[row]!, tails[fromPair[row]!]!, tails[restPair[row]!]!];
      const lnAlive = -(r + x) * Math.log(a) - s * Math.log(b);
      // The integral from the last purchase to the end: of the tail from there the share 1 - left.
      const left = Math.exp(Math.min(0, rest.value - from.value));
      const lnGone = Math.log(s) + lnDifference(from.value, rest.value);
      const largest = Math.max(lnAlive, lnGone);
      const lnSum = largest + Math.log(Math.exp(lnAlive - largest) + Math.exp(lnGone - largest));
      const [isAlive, gone] = [Math.exp(lnAlive - lnSum), Math.exp(lnGone - lnSum)];
      value += weight * lnSum;
      const share = left < 1 ? gone / (1 - left) : 0;
      gR += weight * (isAlive * -Math.log(a) + share * (from.byA - left * rest.byA));
      gS += weight * (isAlive * -Math.log(b) + gone / s + share * (from.byB - left * rest.byB));
      gAlpha += weight * ((isAlive * -(r + x)) / a + share * (from.byAlpha - left * rest.byAlpha));
      gBeta += weight * ((isAlive * -s) / b + share * (from.byBeta - left * rest.byBeta));
    }
    return { value: -value / total, gradient: Float64Array.of(gR * r, gAlpha * alpha, gS * s, gBeta * beta).map((part) => -part / total) };
  };
}
