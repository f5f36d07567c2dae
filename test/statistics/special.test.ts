import { expect, test } from "vitest";
import { betaProbability, digamma, hypergeometric, lnBeta, lnGamma, normalProbability, normalQuantile, studentQuantile, trigamma } from "../../pipeline/statistics/special.js";

const close = (value: number, expected: number) => expect(Math.abs(value / expected - 1)).toBeLessThan(1e-13);

test("gamma, digamma and trigamma are those of the tables", () => {
  // Γ(1/2) = √π, Γ(5) = 24; ψ(1) = -γ, ψ(1/2) = -γ - 2 ln 2; ψ'(1) = π²/6, ψ'(1/2) = π²/2 (Abramowitz and Stegun 6.1.8, 6.3.2, 6.3.3, 6.4.4).
  const euler = 0.5772156649015329;
  close(lnGamma(0.5), Math.log(Math.PI) / 2);
  close(lnGamma(5), Math.log(24));
  close(digamma(1), -euler);
  close(digamma(0.5), -euler - 2 * Math.LN2);
  close(trigamma(1), Math.PI ** 2 / 6);
  close(trigamma(0.5), Math.PI ** 2 / 2);
  // B(2, 3) = 1! 2! / 4! = 1/12.
  close(lnBeta(2, 3), -Math.log(12));
});

test("the hypergeometric function gives what it stands for", () => {
  // 2F1(1, 1; 2; z) = -ln(1 - z) / z and 2F1(a, b; b; z) = (1 - z)^-a (Abramowitz and Stegun 15.1.3, 15.1.8).
  close(hypergeometric(1, 1, 2, 0.5), 2 * Math.LN2);
  close(hypergeometric(0.3, 2.5, 2.5, 0.9), 0.1 ** -0.3);
});

test("probabilities and quantiles are those of the tables", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
  expect(normalProbability(1.959964)).toBeCloseTo(0.975, 7);
  expect(studentQuantile(0.975, 5)).toBeCloseTo(2.570582, 6);
  expect(studentQuantile(0.05, 1)).toBeCloseTo(-6.313752, 6);
  // The distribution of the larger of two uniform quantities is x².
  close(betaProbability(2, 1, 0.3), 0.09);
});
