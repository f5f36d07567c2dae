import { countCustomers, customersByFrequency, DAYS_PER_WEEK, type Histories } from "./histories.js";
import type { Value } from "./minimise.js";
import { integrate } from "./quadrature.js";
import type { RepeatBuyingModel } from "./repeatBuying.js";
import { betaProbability, digamma, hypergeometric, lnBeta, lnGamma, trigamma } from "./special.js";

/*
 * BG/NBD and MBG/NBD. While alive, a customer buys at random times, at a rate that varies from customer to customer by a
 * gamma distribution (shape r, rate alpha in weeks); after each purchase it drops out for good with a probability that
 * varies by a beta distribution (a, b). In MBG/NBD it may drop out after the first purchase already, in BG/NBD it cannot.
 *
 * Sources: P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting your customers the easy way", Marketing Science 24 (2005);
 * E. P. Batislam, M. Denizel, A. Filiztekin, "Empirical validation and comparison of models for customer base analysis",
 * International Journal of Research in Marketing 24 (2007). `first` below is 0 or 1: the chances to drop out that lie before
 * the first repeat purchase; it is all in which the two differ.
 */

export const bgNbd = betaGeometric("BG/NBD", 0);
export const mbgNbd = betaGeometric("MBG/NBD", 1);

function betaGeometric(name: string, first: 0 | 1): RepeatBuyingModel {
  return {
    name,
    parameterNames: ["r", "alpha", "a", "b"],
    // Shapes of a few kinds of customers; alpha and so the rate is set by the data.
    starts: [[0.25, 0.8, 2.5], [1, 1, 1], [0.5, 0.2, 1], [2, 0.5, 5], [1, 2, 20]].map(([r, a, b]) => ({ r: r!, alpha: null, a: a!, b: b! })),
    likelihood: (histories) => likelihood(histories, first),

    aliveProbabilities([r, alpha, a, b], histories) {
      const { frequency, recencyDays, ageDays } = histories;
      const probabilities = new Float64Array(frequency.length);
      const { logs } = byDay(alpha, daysOf(histories));
      for (let row = 0; row < probabilities.length; row++) {
        const x = frequency[row]!;
        if (x + first === 0) probabilities[row] = 1;
        else probabilities[row] = 1 / (1 + Math.exp(Math.log(a / (b + x + first - 1)) + (r + x) * (logs[ageDays[row]!]! - logs[recencyDays[row]!]!)));
      }
      return probabilities;
    },

    /** Whoever is alive after x repeat purchases has a rate of gamma (r + x, alpha + T) and a chance to drop out of beta (a, b + x). */
    aliveExpectation([r, alpha, a, b], frequency, ageWeeks, weeks) {
      return purchasesWhileAlive(r + frequency, alpha + ageWeeks, a, b + frequency + first, weeks);
    },

    aliveNoPurchase: ([r, alpha], frequency, ageWeeks, weeks) => Math.exp(-(r + frequency) * Math.log1p(weeks / (alpha + ageWeeks))),

    newCustomerExpectation([r, alpha, a, b], weeks) {
      const stays = first === 0 ? 1 : b / (a + b);
      return stays * purchasesWhileAlive(r, alpha, a, b + first, weeks);
    },

    countProbability([r, alpha, a, b], weeks, count) {
      const share = weeks / (alpha + weeks);
      const poisson = Math.exp(lnGamma(r + count) - lnGamma(r) - lnGamma(count + 1) - r * Math.log1p(weeks / alpha) + (count > 0 ? count * Math.log(share) : 0));
      const alive = Math.exp(lnBeta(a, b + count + first) - lnBeta(a, b)) * poisson;
      if (count + first === 0) return alive;
      // It bought count times and dropped out then: a negative binomial count of at least as many, the incomplete beta function.
      const reached = count === 0 ? 1 : betaProbability(count, r, share);
      return alive + Math.exp(lnBeta(a + 1, b + count + first - 1) - lnBeta(a, b)) * reached;
    },
  };
}

/**
 * Expected purchases in the next `weeks` by a customer that is alive, with a rate of gamma (r, alpha) and a chance to drop
 * out of beta (a, b): (a + b - 1) / (a - 1) x [1 - (alpha / (alpha + t))^r 2F1(r, b; a + b - 1; z)], z = t / (alpha + t).
 *
 * As it stands it overflows for large r and is 0 / 0 for a = 1. Euler's transformation makes it
 * c [1 - (1 - z)^e 2F1(c - r, e; c; z)] / e with e = a - 1 and c = a + b - 1, and with 2F1 = 1 + e S / c, where
 * S = (c - r) z + the terms (c - r)_n (1 + e)_(n-1) / ((c + 1)_(n-1) n!) z^n from n = 2 on, neither e nor c is divided by.
 */
export function purchasesWhileAlive(r: number, alpha: number, a: number, b: number, weeks: number): number {
  if (weeks <= 0) return 0;
  const ratio = weeks / alpha;
  const [e, c] = [a - 1, a + b - 1];
  const z = ratio / (1 + ratio);
  if (c - r < -MOST_ALTERNATING || (z > 0.95 && a > 20)) return purchasesByIntegral(r, ratio, a, b);
  const lnRest = -Math.log1p(ratio);
  const powerOverE = e === 0 ? lnRest : Math.expm1(e * lnRest) / e;
  // Near 1 the series is slow, and the library has better ways; but it loses digits where 2F1 is nearly 1.
  const series = z > 0.95 && Math.abs(e) > 1e-3 && c > 0.05 ? (c * (hypergeometric(c - r, e, c, z) - 1)) / e : seriesOf(c - r, e, c, z);
  // For b in the hundreds it leaves the range of numbers, as it does, and loses digits, for a large a.
  if (!Number.isFinite(series)) return purchasesByIntegral(r, ratio, a, b);
  return -c * powerOverE - Math.exp(e * lnRest) * series;
}

/** So far may c - r be below 0: the terms of the series change their sign as often, and lose as many bits. */
const MOST_ALTERNATING = 20;

function seriesOf(f: number, e: number, c: number, z: number): number {
  let term = f * z;
  let sum = term;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= ((f + n) * (e + n)) / ((c + n) * (n + 1)) * z;
    sum += term;
    if (Math.abs(term) <= 1e-17 * Math.abs(sum)) break;
  }
  return sum;
}

const MOST_TERMS = 1_000_000;

/**
 * The same as the mean of [1 - (alpha / (alpha + p t))^r] / p over the chance p to drop out, in its log-odds, where it is
 * smooth; beyond the ends the integrand is an exponential function.
 */
function purchasesByIntegral(r: number, ratio: number, a: number, b: number): number {
  const lnB = lnBeta(a, b);
  const low = -Math.max(0, Math.log(r * ratio)) - 40;
  const high = 40;
  const f = (odds: number) => {
    const [lnP, lnStay] = [-Math.log1p(Math.exp(-odds)), -Math.log1p(Math.exp(odds))];
    return -Math.expm1(-r * Math.log1p(ratio * Math.exp(lnP))) * Math.exp((a - 1) * lnP + b * lnStay - lnB);
  };
  // The more is known of the chance, the narrower is its peak.
  const scale = Math.max(1, Math.sqrt(a + b) / 4);
  return integrate((x) => f(x / scale), low * scale, high * scale) / scale + f(low) / a + f(high) / b;
}

/** The days that histories end or were last bought on, each once: what they share is computed by day. */
function daysOf({ recencyDays, ageDays }: Histories): Int32Array {
  const isUsed = new Uint8Array(ageDays.reduce((largest, days) => Math.max(largest, days), 0) + 1);
  for (const list of [recencyDays, ageDays]) for (const day of list) isUsed[day] = 1;
  return Int32Array.from(isUsed.keys()).filter((day) => isUsed[day]);
}

/** ln(alpha + time) and 1 / (alpha + time) of each of these days, at its place, in weeks. */
function byDay(alpha: number, days: Int32Array): { logs: Float64Array; inverses: Float64Array } {
  const length = (days.at(-1) ?? 0) + 1;
  const [logs, inverses] = [new Float64Array(length), new Float64Array(length)];
  for (const day of days) {
    const time = alpha + day / DAYS_PER_WEEK;
    logs[day] = Math.log(time);
    inverses[day] = 1 / time;
  }
  return { logs, inverses };
}

/**
 * Mean negative log-likelihood of a customer with its derivatives by the logarithms of r, alpha, a and b. Each history costs
 * one exponential and one logarithm: whatever depends on x alone, or on a day alone, stands in a table.
 */
function likelihood(histories: Histories, first: 0 | 1): (point: Float64Array) => Value {
  const { frequency, recencyDays, ageDays, customers } = histories;
  const days = daysOf(histories);
  const byFrequency = customersByFrequency(histories);
  const total = countCustomers(histories);
  return (point) => {
    const [r, alpha, a, b] = point.map(Math.exp) as unknown as [number, number, number, number];
    const { logs, inverses } = byDay(alpha, days);
    // Derivatives by r, alpha, a and b themselves; the logarithms come last.
    let value = 0;
    const g = new Float64Array(4);
    const h = new Float64Array(16);
    const lnOdds = new Float64Array(byFrequency.length);
    for (const [x, count] of byFrequency.entries()) {
      const k = b + x + first;
      lnOdds[x] = x + first === 0 ? -Infinity : Math.log(a / (k - 1));
      if (count === 0) continue;
      value += count * (lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) + lnBeta(a, k) - lnBeta(a, b));
      g[0]! += count * (digamma(r + x) - digamma(r) + Math.log(alpha));
      g[1]! += (count * r) / alpha;
      g[2]! += count * (digamma(a + b) - digamma(a + k));
      g[3]! += count * (digamma(k) - digamma(a + k) - digamma(b) + digamma(a + b));
      h[0]! += count * (trigamma(r + x) - trigamma(r));
      h[1]! += count / alpha;
      h[5]! -= (count * r) / alpha ** 2;
      const both = trigamma(a + b) - trigamma(a + k);
      h[10]! += count * both;
      h[11]! += count * both;
      h[15]! += count * (both + trigamma(k) - trigamma(b));
    }
    for (let row = 0; row < customers.length; row++) {
      const x = frequency[row]!;
      const [w, m] = [customers[row]!, r + x];
      const lnT = logs[ageDays[row]!]!;
      const perT = inverses[ageDays[row]!]!;
      // ln[(alpha + T)^-m + a / (b + x + first - 1) (alpha + t_x)^-m]
      value -= w * m * lnT;
      g[0]! -= w * lnT;
      g[1]! -= w * m * perT;
      h[1]! -= w * perT;
      h[5]! += w * m * perT * perT;
      if (x + first === 0) continue;
      const perTx = inverses[recencyDays[row]!]!;
      const span = lnT - logs[recencyDays[row]!]!;
      const lnRatio = lnOdds[x]! + m * span;
      const tail = Math.exp(-Math.abs(lnRatio));
      value += w * (Math.max(0, lnRatio) + Math.log1p(tail));
      // The chance to be no longer alive, and its variance.
      const gone = (lnRatio > 0 ? 1 : tail) / (1 + tail);
      const q = w * gone;
      const v = q * (1 - gone);
      const k = b + x + first - 1;
      const dAlpha = m * (perT - perTx);
      const [dA, dB] = [1 / a, -1 / k];
      g[0]! += q * span;
      g[1]! += q * dAlpha;
      g[2]! += q * dA;
      g[3]! += q * dB;
      h[0]! += v * span * span;
      h[1]! += v * span * dAlpha + q * (perT - perTx);
      h[2]! += v * span * dA;
      h[3]! += v * span * dB;
      h[5]! += v * dAlpha * dAlpha + q * m * (perTx * perTx - perT * perT);
      h[6]! += v * dAlpha * dA;
      h[7]! += v * dAlpha * dB;
      h[10]! += v * dA * dA - q * dA * dA;
      h[11]! += v * dA * dB;
      h[15]! += v * dB * dB + q * dB * dB;
    }
    return byLogarithms(value, g, h, [r, alpha, a, b], -1 / total);
  };
}

/** Derivatives by the logarithms of variables, from those by the variables; `h` holds the upper triangle. All times `factor`. */
export function byLogarithms(value: number, g: Float64Array, h: Float64Array, at: readonly number[], factor: number): Value {
  const n = at.length;
  const gradient = g.map((part, i) => factor * part * at[i]!);
  const hessian = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      const second = factor * h[i * n + j]! * at[i]! * at[j]! + (i === j ? gradient[i]! : 0);
      hessian[i * n + j] = second;
      hessian[j * n + i] = second;
    }
  }
  return { value: factor * value, gradient, hessian };
}
