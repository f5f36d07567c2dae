import fc from "fast-check";
import { expect, test } from "vitest";
import { integrate } from "../../pipeline/statistics/quadrature.js";

test("polynomials up to degree 39 are integrated without error on one panel", () => {
  for (let degree = 0; degree <= 39; degree++) expect(integrate((x) => x ** degree, 0, 1) * (degree + 1)).toBeCloseTo(1, 13);
  // Of degree 40 the rule of 20 points is off, by 20!^4 x 40! / (41 x 40!^3) = 2.1e-25 or so: less than rounding; of a kink it is off at once.
  expect(Math.abs(integrate(Math.abs, -0.3, 0.7) - 0.29)).toBeGreaterThan(1e-6);
});

test("integrals that are known are met over one panel and over many", () => {
  expect(integrate(Math.exp, -30, 5)).toBeCloseTo(Math.exp(5) - Math.exp(-30), 10);
  expect(integrate(Math.cos, 0, 100.5)).toBeCloseTo(Math.sin(100.5), 12);
  expect(integrate((x) => 1 / (1 + x * x), -40, 40)).toBeCloseTo(2 * Math.atan(40), 12);
  // The density of the normal distribution.
  expect(integrate((x) => Math.exp(-x * x / 2), -12, 12)).toBeCloseTo(Math.sqrt(2 * Math.PI), 13);
});

test("nothing lies between a point and itself, and backwards counts against", () => {
  expect(integrate(Math.exp, 2, 2)).toBe(0);
  expect(integrate(Math.cos, 1, 0)).toBeCloseTo(-Math.sin(1), 14);
});

test("parts of a range add up to the whole", () => {
  const bound = fc.double({ min: -20, max: 20, noNaN: true });
  fc.assert(fc.property(bound, bound, bound, (low, middle, high) => {
    const [a, b, c] = [low, middle, high].sort((one, other) => one - other) as [number, number, number];
    const f = (x: number) => Math.exp(-x * x / 8) * Math.cos(x);
    expect(integrate(f, a, b) + integrate(f, b, c)).toBeCloseTo(integrate(f, a, c), 12);
  }));
});
