import fc from "fast-check";
import { expect, test } from "vitest";
import { Random } from "../../pipeline/statistics/random.js";
import { followedAt, kaplanMeier, logRank, medianLifetime, restrictedMean, shareLeft, type Lifetimes } from "../../pipeline/statistics/survival.js";
import "../propertySeed.js";

/** Members one by one: when they came under observation, when they were last seen, whether they were lost then. */
function fold(members: { from?: number; until: number; isLost: boolean }[]): Lifetimes {
  const times = [...new Set(members.flatMap(({ from = 0, until }) => [from, until]))].sort((a, b) => a - b);
  const count = (is: (member: (typeof members)[number], time: number) => boolean) => times.map((time) => members.filter((member) => is(member, time)).length);
  return {
    times,
    entered: count(({ from = 0 }, time) => from === time),
    lost: count(({ until, isLost }, time) => isLost && until === time),
    censored: count(({ until, isLost }, time) => !isLost && until === time),
  };
}

/** Weeks of remission; below 0 where the patient was in remission when last seen. */
const weeks = (values: number[]) => fold(values.map((value) => ({ until: Math.abs(value), isLost: value > 0 })));

// Leukaemia patients with 6-mercaptopurine and with a placebo: E. J. Freireich et al., Blood 21 (1963); E. A. Gehan, Biometrika 52 (1965).
const treated = weeks([6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35]);
const placebo = weeks([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]);

test("remission of leukaemia: shares and Greenwood's errors are those of the textbook (Klein and Moeschberger 2003, table 4.1B)", () => {
  const curve = kaplanMeier(treated);
  expect([...curve.times]).toEqual([6, 7, 10, 13, 16, 22, 23]);
  expect([...curve.atRisk]).toEqual([21, 17, 15, 12, 11, 7, 6]);
  const rounded = (values: Float64Array, digits: number) => [...values].map((value) => value.toFixed(digits));
  expect(rounded(curve.share, 3)).toEqual(["0.857", "0.807", "0.753", "0.690", "0.627", "0.538", "0.448"]);
  expect(rounded(curve.share.map((share, index) => share * Math.sqrt(curve.greenwood[index]!)), 4)).toEqual(["0.0764", "0.0869", "0.0963", "0.1068", "0.1141", "0.1282", "0.1346"]);
});

test("remission of leukaemia: log-log limits are those of an independent computation", () => {
  // S^exp(±1.96 sqrt(G) / ln S), by NumPy.
  const { share, low, high } = shareLeft(kaplanMeier(treated), 12, 0.95);
  expect(share).toBeCloseTo(0.752941176, 9);
  expect(low).toBeCloseTo(0.50319951, 8);
  expect(high).toBeCloseTo(0.88936184, 8);
  expect(shareLeft(kaplanMeier(treated), 5.9, 0.95)).toEqual({ share: 1, low: NaN, high: NaN });
  expect(shareLeft(kaplanMeier(placebo), 23, 0.95)).toEqual({ share: 0, low: NaN, high: NaN });
});

test("remission of leukaemia: medians and their intervals, restricted means and their errors (R's survival: 23 and 8 weeks, 23.29 and 8.67)", () => {
  expect(medianLifetime(kaplanMeier(treated), 0.95)).toEqual({ median: 23, low: 13, high: NaN });
  expect(medianLifetime(kaplanMeier(placebo), 0.95)).toEqual({ median: 8, low: 4, high: 11 });
  const mean = restrictedMean(kaplanMeier(treated), 35);
  expect(mean.mean).toBeCloseTo(23.2873949, 6);
  expect(mean.error).toBeCloseTo(2.8274676, 6);
  // Without censoring it is the plain mean, 182 / 21, and the plain error of it: sd with n, by sqrt n.
  expect(restrictedMean(kaplanMeier(placebo), 23).mean).toBeCloseTo(182 / 21, 9);
  expect(restrictedMean(kaplanMeier(placebo), 23).error).toBeCloseTo(1.3773900, 6);
  expect(restrictedMean(kaplanMeier(treated), 20).mean).toBeCloseTo(16.1165266, 6);
  expect(restrictedMean(kaplanMeier(treated), 5)).toEqual({ mean: 5, error: 0 });
});

test("remission of leukaemia: the log-rank test is that of R's survdiff, 16.79 on 1 degree of freedom", () => {
  const { chiSquare, degrees, probability, lost, expected } = logRank([treated, placebo]);
  expect(chiSquare).toBeCloseTo(16.79294, 5);
  expect(degrees).toBe(1);
  expect(probability).toBeCloseTo(4.168809e-5, 10);
  expect(lost).toEqual([9, 21]);
  expect(expected[0]).toBeCloseTo(19.2505, 4);
});

test("who enters later counts from then on, also for a loss at that very moment", () => {
  // At 2: A and B are followed, A is lost. At 5: B and C, who came at 5, C is lost; B at 6.
  const curve = kaplanMeier(fold([{ until: 2, isLost: true }, { until: 6, isLost: true }, { from: 5, until: 5, isLost: true }]));
  expect([...curve.atRisk]).toEqual([2, 2, 1]);
  expect([...curve.share]).toEqual([0.5, 0.25, 0]);
  expect(followedAt(fold([{ until: 2, isLost: true }, { until: 6, isLost: false }, { from: 5, until: 7, isLost: true }]), 5)).toBe(2);
  expect(followedAt(fold([{ until: 2, isLost: true }, { until: 6, isLost: false }]), 6)).toBe(1);
  expect(followedAt(fold([{ until: 2, isLost: true }, { until: 6, isLost: false }]), 6.1)).toBe(0);
});

test("losses at the start make the curve begin below 1", () => {
  expect(shareLeft(kaplanMeier(fold([{ until: 0, isLost: true }, { until: 9, isLost: false }])), 0, 0.95).share).toBe(0.5);
});

test("nobody, and groups that nobody is lost of, give no answer rather than a wrong one", () => {
  const none: Lifetimes = { times: [], entered: [], lost: [], censored: [] };
  expect(kaplanMeier(none).times).toHaveLength(0);
  expect(medianLifetime(kaplanMeier(none), 0.95)).toEqual({ median: NaN, low: NaN, high: NaN });
  expect(logRank([none, none]).probability).toBeNaN();
  expect(logRank([treated]).probability).toBeNaN();
  // An empty third group changes nothing.
  expect(logRank([treated, none, placebo]).chiSquare).toBeCloseTo(16.79294, 5);
  expect(logRank([treated, none, placebo]).degrees).toBe(1);
});

test("times that do not ascend, and more losses than members, are refused", () => {
  expect(() => kaplanMeier({ times: [2, 1], entered: [2, 0], lost: [1, 1], censored: [0, 0] })).toThrow("ascend");
  expect(() => kaplanMeier({ times: [1], entered: [1], lost: [2], censored: [0] })).toThrow("more are lost");
});

test("without censoring the share left is the plain share, and the test does not depend on the order of groups", () => {
  const times = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 });
  fc.assert(fc.property(times, times, times, (a, b, c) => {
    const groups = [a, b, c].map((values) => fold(values.map((until) => ({ until, isLost: true }))));
    const curve = kaplanMeier(groups[0]!);
    for (const [index, time] of curve.times.entries()) expect(curve.share[index]).toBeCloseTo(a.filter((value) => value > time).length / a.length, 10);
    const [one, other] = [logRank(groups), logRank([...groups].reverse())];
    if (Number.isNaN(one.chiSquare)) expect(other.chiSquare).toBeNaN();
    else expect(other.chiSquare).toBeCloseTo(one.chiSquare, 7);
    expect(one.lost.reduce((all, value) => all + value)).toBeCloseTo(one.expected.reduce((all, value) => all + value), 8);
  }));
});

test("limits of 95 % hold the true share in 90 to 98 % of samples, with censoring and late entry", () => {
  const random = new Random(7);
  const exponential = (mean: number) => -mean * Math.log(1 - random.next());
  let held = 0;
  const samples = 400;
  for (let sample = 0; sample < samples; sample++) {
    const members: Parameters<typeof fold>[0] = [];
    while (members.length < 150) {
      const from = random.next() < 0.3 ? 4 * random.next() : 0;
      const [life, sight] = [exponential(10), from + exponential(15)];
      // Who was lost before observation began was never seen.
      if (life >= from) members.push({ from, until: Math.min(life, sight), isLost: life <= sight });
    }
    const { low, high } = shareLeft(kaplanMeier(fold(members)), 6, 0.95);
    if (low <= Math.exp(-0.6) && Math.exp(-0.6) <= high) held++;
  }
  expect(held / samples).toBeGreaterThan(0.9);
  expect(held / samples).toBeLessThan(0.98);
});
