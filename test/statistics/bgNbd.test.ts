import fc from "fast-check";
import { expect, test } from "vitest";
import { purchasesWhileAlive } from "../../pipeline/statistics/bgNbd.js";
import { lnBeta } from "../../pipeline/statistics/special.js";

/** Mean of [1 - (alpha / (alpha + p t))^r] / p over p of beta (a, b), by Simpson's rule in the log-odds of p: the meaning, not the formula. */
function byIntegral(r: number, alpha: number, a: number, b: number, t: number): number {
  const f = (u: number) => {
    const p = 1 / (1 + Math.exp(-u));
    return -Math.expm1(-r * Math.log1p((p * t) / alpha)) / p * Math.exp(-a * Math.log1p(Math.exp(-u)) - b * Math.log1p(Math.exp(u)) - lnBeta(a, b));
  };
  const [low, high, steps] = [-60 / a, 60 / b, 40_000];
  const width = (high - low) / steps;
  let sum = f(low) + f(high);
  for (let step = 1; step < steps; step++) sum += f(low + step * width) * (step % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

/*
 * Reference values: the same integral, and the formula of Fader, Hardie and Lee where it is not 0 / 0, by mpmath 1.3 with 30 to 60
 * digits; the two agree.
 */
test.each([
  ["CDNOW, a new customer's year", 0.243, 4.414, 0.793, 2.426, 52, 1.446050595396404],
  ["26 purchases", 26.243, 35.4, 0.793, 28.426, 52, 26.59225360780919],
  ["a = 1", 2.5, 3, 1, 4, 30, 7.700954427751285],
  ["a just above 1", 2.5, 3, 1.0000001, 4, 30, 7.700953759960753],
  ["a just below 1", 2.5, 3, 0.999999, 4, 30, 7.700961105662037],
  ["r of 300", 300, 50, 0.8, 302.4, 52, 230.2748104172604],
  ["r of 300 and a = 1", 300, 50, 1, 302, 52, 214.2886492814312],
  ["r of 300, who drop out at once", 300, 5, 3, 2, 400, 1.999999978958473],
  ["r of 5,000 in three years", 5000, 800, 0.8, 5003, 156, 906.8234065975194],
  ["c - r below -20 and a = 1", 5000, 800, 1, 3, 156, 17.8848113171545],
  ["c - r below -20 and c = 0", 40, 5, 0.5, 0.5, 10, 10.02904451733781],
  ["c - r below -20 and c below 0", 40, 5, 0.3, 0.2, 10, 12.45040336246859],
  ["c - r below -20 over a hundred years", 25, 5, 2, 1, 5000, 1.999916666666667],
  ["a of 0.01", 0.2, 4, 0.01, 50, 100_000, 4758.142515078653],
  ["a and b near 0", 0.2, 4, 0.01, 0.05, 520, 20.9173515370611],
  ["a of 30", 3, 2, 30, 40, 100, 2.37906014453847],
  ["a of 78, t of 8,897 weeks", 0.1193102255190799, 3.2242832502787238, 77.78724092824766, 71.42938297879199, 8897.372433084942, 1.1186956927065168626],
  ["b of 300", 1, 1, 5, 300, 5000, 74.50878034526975],
  ["b of 352, a year of 66", 0.010763284577946453, 1.688787210792039, 0.4265594332721487, 351.743609069499, 3467.6685003858215, 14.780974309765966067],
  ["millions of purchases", 136.15278199878236, 0.11293100333740266, 0.7310991531427609, 0.23385038943716835, 4745.321697714701, 64.158714813225148117],
])("expected purchases, %s", (_, r, alpha, a, b, weeks, expected) => {
  expect(Math.abs(purchasesWhileAlive(r, alpha, a, b, weeks) / expected - 1)).toBeLessThan(1e-11);
});

test("expected purchases are the mean over all chances to drop out", () => {
  const log = (low: number, high: number) => fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
  fc.assert(fc.property(log(0.05, 100), log(0.5, 100), log(0.2, 10), log(0.2, 50), log(0.5, 1000), (r, alpha, a, b, weeks) => {
    expect(Math.abs(purchasesWhileAlive(r, alpha, a, b, weeks) / byIntegral(r, alpha, a, b, weeks) - 1)).toBeLessThan(1e-8);
  }), { numRuns: 40 });
});

test("no step where the way of computing changes", () => {
  const continuous = (at: (x: number) => number, x: number) => expect(at(x * (1 + 1e-9)) / at(x * (1 - 1e-9))).toBeCloseTo(1, 7);
  // a = 1; z = 0.95, where t is 19 alpha; a = 20 beyond that; c - r = -20.
  continuous((a) => purchasesWhileAlive(2, 3, a, 4, 30), 1);
  continuous((a) => purchasesWhileAlive(40, 3, a, 4, 30), 1);
  continuous((a) => purchasesWhileAlive(2, 3, a, 4, 300), 1.001);
  continuous((weeks) => purchasesWhileAlive(2, 3, 0.7, 4, weeks), 57);
  continuous((a) => purchasesWhileAlive(2, 3, a, 4, 300), 20);
  continuous((r) => purchasesWhileAlive(r, 3, 2, 4, 30), 25);
});

test("no time brings no purchase, a little time the rate, and more time more, up to 1 / p", () => {
  expect(purchasesWhileAlive(2, 3, 1.5, 4, 0)).toBe(0);
  expect(purchasesWhileAlive(2, 3, 1.5, 4, 1e-6) / 1e-6).toBeCloseTo(2 / 3, 5);
  // The mean of 1 / p of beta (a, b) is (a + b - 1) / (a - 1), where a is more than 1.
  expect(purchasesWhileAlive(2, 3, 4, 5, 1e9)).toBeCloseTo(8 / 3, 6);
  fc.assert(fc.property(fc.double({ min: 0.1, max: 50, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true }), fc.double({ min: 1, max: 500, noNaN: true }), (r, a, weeks) => {
    const [less, more] = [purchasesWhileAlive(r, 4, a, 3, weeks), purchasesWhileAlive(r, 4, a, 3, weeks * 1.1)];
    expect(more).toBeGreaterThan(less);
    expect(less).toBeLessThan((r / 4) * weeks);
  }));
});
