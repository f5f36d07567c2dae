import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyTails, fillPowerTails, lnPowerIntegral, type PowerTails } from "../../pipeline/statistics/powerTails.js";

/* Integrals of (alpha + w)^-A (beta + w)^-B, against those that have a closed form. */

const relative = (value: number, expected: number) => Math.abs(value - expected) / Math.max(1e-300, Math.abs(expected));

function tailsOf(times: number[], A: number, B: number, alpha: number, beta: number): PowerTails {
  const tails = emptyTails(times.length);
  fillPowerTails(tails, times.map((_, index) => index), times, A, B, alpha, beta);
  return tails;
}

test.each([
  // With alpha = beta the integrand is (alpha + w)^-(A + B).
  ["equal rates", 2, 1.5, 4, 4, 10, (Math.pow(4, -2.5) - Math.pow(14, -2.5)) / 2.5],
  // 1 / ((alpha + w)(beta + w)): the logarithm of the ratio over the difference.
  ["partial fractions", 1, 1, 5, 2, 8, (Math.log(5 / 2) - Math.log(13 / 10)) / 3],
  ["rates that are e^20 apart", 1, 1, 1e9, 1, 50, (Math.log(1e9) - Math.log((1e9 + 50) / 51)) / (1e9 - 1)],
  // (alpha + w)^-2 (beta + w)^-1, d = alpha - beta: [ln((beta + w) / (alpha + w)) / d^2 + 1 / (d (alpha + w))] from 0 to the end.
  ["a square", 2, 1, 3, 1, 7, (Math.log(8 / 10) - Math.log(1 / 3)) / 4 + (1 / 10 - 1 / 3) / 2],
  ["one rate that hardly counts", 3, 1e-12, 2, 7, 6, (Math.pow(2, -2) - Math.pow(8, -2)) / 2],
])("%s", (_, A, B, alpha, beta, end, expected) => {
  expect(relative(Math.exp(lnPowerIntegral(A, B, alpha, beta, end)), expected)).toBeLessThan(1e-11);
});

test("thousands of purchases neither overflow nor vanish", () => {
  // alpha = beta: (alpha^-n - (alpha + end)^-n) / n with n = A + B - 1, whose second term is nothing beside the first.
  const expected = -6000 * Math.log(300) - Math.log(6000);
  expect(relative(lnPowerIntegral(6000, 1, 300, 300, 1500), expected)).toBeLessThan(1e-13);
});

test("at the last time the tail is empty, and no derivative is none", () => {
  const { value, ...slopes } = tailsOf([3, 9], 2, 1, 4, 5);
  expect(value[1]).toBe(-Infinity);
  expect(Object.values(slopes).map((values) => values[1])).toEqual([0, 0, 0, 0]);
});

const rate = fc.double({ min: Math.log(1e-5), max: Math.log(1e5), noNaN: true }).map(Math.exp);
const power = fc.double({ min: 0.05, max: 60, noNaN: true });

test("a stretch and what follows it make the whole, wherever it is cut", () => {
  fc.assert(fc.property(power, power, rate, rate, fc.double({ min: 0.01, max: 500, noNaN: true }), fc.double({ min: 0.01, max: 500, noNaN: true }), (A, B, alpha, beta, first, second) => {
    const { value } = tailsOf([0, first, first + second], A, B, alpha, beta);
    const whole = lnPowerIntegral(A, B, alpha, beta, first + second);
    const until = lnPowerIntegral(A, B, alpha, beta, first);
    const sum = until + Math.log1p(Math.exp(value[1]! - until));
    expect(Math.abs(value[0]! - whole)).toBeLessThan(1e-11 * Math.max(1, Math.abs(whole)));
    expect(Math.abs(sum - whole)).toBeLessThan(1e-10 * Math.max(1, Math.abs(whole)));
  }));
});

test("the derivatives are those of the value", () => {
  fc.assert(fc.property(power, power, rate, rate, fc.double({ min: 0.01, max: 500, noNaN: true }), (A, B, alpha, beta, end) => {
    const tails = tailsOf([0, end], A, B, alpha, beta);
    const point = [A, B, alpha, beta];
    for (const [index, slope] of [tails.byA, tails.byB, tails.byAlpha, tails.byBeta].entries()) {
      const width = point[index]! * 1e-5;
      const beside = (sign: number) => lnPowerIntegral(...(point.map((part, at) => (at === index ? part + sign * width : part)) as [number, number, number, number]), end);
      const expected = (beside(1) - beside(-1)) / (2 * width);
      expect(Math.abs(slope[0]! - expected) * point[index]!).toBeLessThan(1e-5 * Math.max(1, Math.abs(expected * point[index]!)));
    }
  }));
});
