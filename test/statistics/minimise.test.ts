import fc from "fast-check";
import { expect, test } from "vitest";
import { byDifferences, inverseOf, isPositiveDefinite, minimise, withHessian, type Value } from "../../pipeline/statistics/minimise.js";

const value = (value: number, gradient: number[], hessian: number[]): Value => ({ value, gradient: Float64Array.from(gradient), hessian: Float64Array.from(hessian) });

/** Rosenbrock's valley, a test of minimisers since 1960: its minimum of 0 is at (1, 1). */
const valley = ([x, y]: Float64Array): Value =>
  value(100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2, [-400 * x! * (y! - x! * x!) - 2 * (1 - x!), 200 * (y! - x! * x!)], [1200 * x! * x! - 400 * y! + 2, -400 * x!, -400 * x!, 200]);

test("a parabola is done in one step", () => {
  // (x - 3)² + (x - 3)(y + 1) + 2 (y + 1)²
  const f = ([x, y]: Float64Array) => value((x! - 3) ** 2 + (x! - 3) * (y! + 1) + 2 * (y! + 1) ** 2, [2 * (x! - 3) + y! + 1, x! - 3 + 4 * (y! + 1)], [2, 1, 1, 4]);
  const found = minimise(f, [20, -17]);
  expect(found.iterations).toBe(1);
  expect(found.isConverged).toBe(true);
  expect(found.point[0]).toBeCloseTo(3, 12);
  expect(found.point[1]).toBeCloseTo(-1, 12);
});

test("a curved valley is followed to its end", () => {
  for (const start of [[-1.2, 1], [10, -10], [0, 20]]) {
    const found = minimise(valley, start, { limit: 1000 });
    expect(found.isConverged).toBe(true);
    expect(found.gradientNorm).toBeLessThanOrEqual(1e-9);
    expect(found.point[0]).toBeCloseTo(1, 9);
    expect(found.point[1]).toBeCloseTo(1, 9);
  }
});

test("a saddle is no minimum: from beside it the search goes down, and upon it it says that it has none", () => {
  // x²/2 + y⁴/4 - y²/2: a saddle at (0, 0), minima at (0, ±1).
  const f = ([x, y]: Float64Array) => value(x! ** 2 / 2 + y! ** 4 / 4 - y! ** 2 / 2, [x!, y! ** 3 - y!], [1, 0, 0, 3 * y! ** 2 - 1]);
  const found = minimise(f, [1, 0.01]);
  expect(found.isConverged).toBe(true);
  expect(Math.abs(found.point[1]!)).toBeCloseTo(1, 9);
  expect(minimise(f, [0, 0]).isConverged).toBe(false);
});

test("down a slope without end it stops at the limit or where nothing is gained, and does not call it a minimum", () => {
  const slope = minimise(([x]) => value(-x!, [-1], [0]), [0]);
  expect(slope.isConverged).toBe(false);
  expect(Math.abs(slope.point[0]!)).toBeLessThanOrEqual(25);
  expect(minimise(([x]) => value(-x!, [-1], [0]), [0], { limit: 3 }).point[0]).toBeLessThanOrEqual(3);
  const fading = minimise(([x]) => value(Math.exp(-x!), [-Math.exp(-x!)], [Math.exp(-x!)]), [0]);
  expect(fading.point[0]).toBeLessThanOrEqual(25);
});

test("where the function leaves the range of numbers the search steps back", () => {
  // ln x has no value at 0 and below: from 4 Newton's step for x - ln x leads to -8.
  const f = ([x]: Float64Array) => (x! > 0 ? value(x! - Math.log(x!), [1 - 1 / x!], [1 / x! ** 2]) : value(NaN, [NaN], [NaN]));
  const found = minimise(f, [4]);
  expect(found.isConverged).toBe(true);
  expect(found.point[0]).toBeCloseTo(1, 9);
  // Without a number from the first there is no minimum, and no error.
  expect(minimise(() => value(NaN, [NaN], [NaN]), [4]).isConverged).toBe(false);
  expect(minimise(([x]) => value(x! ** 2, [2 * x!], [NaN]), [4]).isConverged).toBe(false);
});

test("a function that is the same along a line has no proven minimum", () => {
  expect(minimise(([x, y]) => value((x! + y!) ** 2, [2 * (x! + y!), 2 * (x! + y!)], [2, 2, 2, 2]), [3, 4]).isConverged).toBe(false);
});

test("differences of a gradient give the second derivatives", () => {
  const bounded = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(fc.property(bounded, bounded, (x, y) => {
    const { hessian } = withHessian(valley)(Float64Array.of(x, y));
    [...valley(Float64Array.of(x, y)).hessian].forEach((second, index) => expect(Math.abs(hessian[index]! - second)).toBeLessThan(1e-4));
    expect(hessian[1]).toBe(hessian[2]);
  }));
});

test("a matrix is positive definite whatever its units, and singular ones are not", () => {
  expect(isPositiveDefinite(Float64Array.of(2, 1, 1, 2), 2)).toBe(true);
  expect(isPositiveDefinite(Float64Array.of(2e-20, 1, 1, 2e20), 2)).toBe(true);
  expect(isPositiveDefinite(Float64Array.of(1, 2, 2, 1), 2)).toBe(false);
  expect(isPositiveDefinite(Float64Array.of(1, 1, 1, 1), 2)).toBe(false);
  expect(isPositiveDefinite(Float64Array.of(-1, 0, 0, -1), 2)).toBe(false);
  expect(isPositiveDefinite(Float64Array.of(0, 0, 0, 1), 2)).toBe(false);
  expect(isPositiveDefinite(Float64Array.of(NaN, 0, 0, 1), 2)).toBe(false);
});

test("the inverse of a matrix times the matrix is one", () => {
  // Inverse of (2, 1; 1, 3): (3, -1; -1, 2) / 5.
  [0.6, -0.2, -0.2, 0.4].forEach((part, index) => expect(inverseOf(Float64Array.of(2, 1, 1, 3))[index]).toBeCloseTo(part, 14));
});

test("slopes of a function of which the value alone is known", () => {
  // x²y + 3y at (2, 5): slopes 2xy = 20 and x² + 3 = 7; second 2y = 10, 2x = 4 and 0.
  const { value, gradient, hessian } = byDifferences(([x, y]) => x! * x! * y! + 3 * y!)(Float64Array.of(2, 5));
  expect(value).toBe(35);
  expect([...gradient]).toEqual([expect.closeTo(20, 6), expect.closeTo(7, 6)]);
  expect([...hessian]).toEqual([10, 4, 4, 0].map((second) => expect.closeTo(second, 4) as unknown));
});

test("a point that is only tried costs one value", () => {
  let values = 0;
  const at = byDifferences(([x]) => { values++; return x! * x!; })(Float64Array.of(3));
  expect([at.value, values]).toEqual([9, 1]);
  expect([at.gradient[0], at.hessian[0], values]).toEqual([expect.closeTo(6, 8), expect.closeTo(2, 6), 3]);
});

test("the bottom of Rosenbrock's valley is found by differences", () => {
  const { point, value } = minimise(byDifferences(([x, y]) => 100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2), [-1.2, 1], { tolerance: 1e-7 });
  // Off by what differences of this width leave of the third derivative.
  expect([...point]).toEqual([expect.closeTo(1, 2), expect.closeTo(1, 2)]);
  expect(value).toBeLessThan(1e-5);
});

test("where the function ends the search ends, and what was found stays", () => {
  const { point, value } = minimise(byDifferences(([x]) => (x! < 1 ? Infinity : x! * x!)), [3]);
  expect(Number.isFinite(value)).toBe(true);
  expect(value).toBeLessThanOrEqual(9);
  expect(point[0]).toBeGreaterThanOrEqual(1);
});
