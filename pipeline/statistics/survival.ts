import { chiSquareTail, normalQuantile } from "./special.js";

/**
 * How long members of a group were followed, folded by time: equal times are one entry with counts. Times ascend and are
 * distinct, in any unit; the four arrays are of one length.
 */
export interface Lifetimes {
  times: ArrayLike<number>;
  /**
   * Members that come under observation then: all of them at 0, or later those that were members before it began (left
   * truncation, delayed entry). Who enters at a time is at risk at that very time.
   */
  entered: ArrayLike<number>;
  /** Members that are lost then. */
  lost: ArrayLike<number>;
  /** Members that are followed no longer than then, and were not lost; at risk at that very time. */
  censored: ArrayLike<number>;
}

/** Kaplan and Meier's estimate at the times at which somebody is lost. */
export interface SurvivalCurve {
  times: Float64Array;
  /** Members followed just before. */
  atRisk: Float64Array;
  lost: Float64Array;
  /** Share that is left just after. */
  share: Float64Array;
  /** Greenwood's sum of d / (n (n - d)): the variance of the share by its square; Infinity once nobody is left. */
  greenwood: Float64Array;
}

/** A share with its limits; NaN where there are none: before the first loss, and once nobody is left. */
export interface ShareLeft { share: number; low: number; high: number }

/**
 * Kaplan-Meier estimate, for right-censored and left-truncated times: the product of 1 - d / n over the times of losses.
 * Source: E. L. Kaplan, P. Meier, JASA 53 (1958); variance: M. Greenwood (1926); truncation: J. P. Klein, M. L.
 * Moeschberger, Survival Analysis (2003), ch. 4.
 *
 * @throws RangeError where times do not ascend, or more leave than entered
 */
export function kaplanMeier(lifetimes: Lifetimes): SurvivalCurve {
  const rows: [time: number, atRisk: number, lost: number, share: number, greenwood: number][] = [];
  let [share, greenwood] = [1, 0];
  walk([lifetimes], (time, [atRisk], [lost]) => {
    share *= 1 - lost! / atRisk!;
    greenwood += lost! / (atRisk! * (atRisk! - lost!));
    rows.push([time, atRisk!, lost!, share, greenwood]);
  });
  const column = (index: 0 | 1 | 2 | 3 | 4) => Float64Array.from(rows, (row) => row[index]);
  return { times: column(0), atRisk: column(1), lost: column(2), share: column(3), greenwood: column(4) };
}

/** Last entry of ascending times that is at most `time`; -1 before the first. */
function indexAt(times: ArrayLike<number>, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Share that is left after `time`, with limits from the logarithm of its negative logarithm, which keeps them between 0
 * and 1. Source: J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data (1980); `conf.type =
 * "log-log"` of R's survival.
 */
export function shareLeft(curve: SurvivalCurve, time: number, confidence: number): ShareLeft {
  const index = indexAt(curve.times, time);
  return index < 0 ? { share: 1, low: NaN, high: NaN } : withLimits(curve, index, confidence);
}

function withLimits({ share: shares, greenwood }: SurvivalCurve, index: number, confidence: number): ShareLeft {
  const share = shares[index]!;
  if (share <= 0 || share >= 1) return { share, low: NaN, high: NaN };
  const reach = Math.exp((normalQuantile((1 + confidence) / 2) * Math.sqrt(greenwood[index]!)) / -Math.log(share));
  return { share, low: share ** reach, high: share ** (1 / reach) };
}

/** Members followed just before `time`, those that are lost or last seen then among them. */
export function followedAt({ times, entered, lost, censored }: Lifetimes, time: number): number {
  let followed = 0;
  for (let i = 0; i < times.length && times[i]! <= time; i++) followed += entered[i]! - (times[i]! < time ? lost[i]! + censored[i]! : 0);
  return followed;
}

/**
 * Time after which no more than half are left, NaN where more are to the end, with the times at which the limits of the
 * share come to one half (R. Brookmeyer, J. Crowley, Biometrics 38, 1982); NaN where they do not.
 */
export function medianLifetime(curve: SurvivalCurve, confidence: number): { median: number; low: number; high: number } {
  const first = (value: (index: number) => number) => {
    const index = curve.times.findIndex((_, at) => value(at) <= 0.5);
    return index < 0 ? NaN : curve.times[index]!;
  };
  return {
    median: first((index) => curve.share[index]!),
    low: first((index) => (curve.share[index] === 0 ? 0 : withLimits(curve, index, confidence).low)),
    high: first((index) => withLimits(curve, index, confidence).high),
  };
}

/**
 * Mean time spent before `until`, the area under the curve up to there, and its standard error: the sum over losses of
 * the squared area beyond each times d / (n (n - d)). Source: Klein and Moeschberger (2003), 4.5.2.
 */
export function restrictedMean(curve: SurvivalCurve, until: number): { mean: number; error: number } {
  const last = indexAt(curve.times, until);
  let [area, variance] = [0, 0];
  for (let index = last; index >= 0; index--) {
    const [time, atRisk, lost] = [curve.times[index]!, curve.atRisk[index]!, curve.lost[index]!];
    area += curve.share[index]! * ((index === last ? until : curve.times[index + 1]!) - time);
    if (atRisk > lost) variance += (area * area * lost) / (atRisk * (atRisk - lost));
  }
  return { mean: area + (last < 0 ? until : curve.times[0]!), error: Math.sqrt(variance) };
}

/** Whether groups are lost at different rates. */
export interface LogRank {
  chiSquare: number;
  degrees: number;
  /** Chance of a chi-square as large where they are not. */
  probability: number;
  /** Losses of each group, and those expected if all were lost at one rate. */
  lost: number[];
  expected: number[];
}

/**
 * Log-rank test of two or more groups (N. Mantel 1966; R. Peto, J. Peto 1972), with the hypergeometric variance for ties.
 * Groups without anybody at risk while somebody is lost take no part; NaN where fewer than two do.
 */
export function logRank(groups: Lifetimes[]): LogRank {
  const k = groups.length;
  const lost = new Array<number>(k).fill(0);
  const expected = new Array<number>(k).fill(0);
  const variance = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  walk(groups, (_, atRisk, lostNow) => {
    const [n, d] = [sum(atRisk), sum(lostNow)];
    const scale = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    for (let a = 0; a < k; a++) {
      lost[a]! += lostNow[a]!;
      expected[a]! += (d * atRisk[a]!) / n;
      for (let b = 0; b < k; b++) variance[a]![b]! += scale * (atRisk[a]! / n) * ((a === b ? 1 : 0) - atRisk[b]! / n);
    }
  });
  const part = groups.map((_, index) => index).filter((index) => variance[index]![index]! > 0);
  const degrees = part.length - 1;
  if (degrees < 1) return { chiSquare: NaN, degrees: Math.max(0, degrees), probability: NaN, lost, expected };
  // The last group follows from the others.
  const chosen = part.slice(0, -1);
  const difference = chosen.map((index) => lost[index]! - expected[index]!);
  const chiSquare = quadraticForm(chosen.map((a) => chosen.map((b) => variance[a]![b]!)), difference);
  return { chiSquare, degrees, probability: chiSquareTail(chiSquare, degrees), lost, expected };
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** d' V^-1 d for a positive definite V, by elimination. */
function quadraticForm(v: number[][], d: number[]): number {
  const [matrix, vector] = [v.map((row) => [...row]), [...d]];
  let total = 0;
  for (let pivot = 0; pivot < d.length; pivot++) {
    const diagonal = matrix[pivot]![pivot]!;
    total += vector[pivot]! ** 2 / diagonal;
    for (let row = pivot + 1; row < d.length; row++) {
      const factor = matrix[row]![pivot]! / diagonal;
      for (let column = pivot; column < d.length; column++) matrix[row]![column]! -= factor * matrix[pivot]![column]!;
      vector[row]! -= factor * vector[pivot]!;
    }
  }
  return total;
}

/** Goes through the times at which somebody of any group is lost, with those at risk and lost of each. */
function walk(groups: Lifetimes[], each: (time: number, atRisk: number[], lost: number[]) => void): void {
  const at = groups.map(() => 0);
  const followed = groups.map(() => 0);
  for (;;) {
    const time = Math.min(...groups.map(({ times }, group) => (at[group]! < times.length ? times[at[group]!]! : Infinity)));
    if (time === Infinity) return;
    const [atRisk, lost] = [[...followed], groups.map(() => 0)];
    for (const [group, { times, entered, lost: losses, censored }] of groups.entries()) {
      const index = at[group]!;
      if (times[index] !== time) continue;
      atRisk[group]! += entered[index]!;
      lost[group] = losses[index]!;
      followed[group] = atRisk[group]! - losses[index]! - censored[index]!;
      at[group] = index + 1;
      if (!(followed[group] >= 0)) throw new RangeError(`more are lost or last seen at ${time} than are followed`);
      if (index + 1 < times.length && !(times[index + 1]! > time)) throw new RangeError(`times have to ascend: ${times[index + 1]} after ${time}`);
    }
    if (sum(lost) > 0) each(time, atRisk, lost);
  }
}
