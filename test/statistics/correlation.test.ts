import fc from "fast-check";
import { expect, test } from "vitest";
import { correlate } from "../../pipeline/statistics/correlation.js";

const of = (xs: number[], ys: number[], weights = xs.map(() => 1)) => correlate(Float64Array.from(xs), Float64Array.from(ys), Float64Array.from(weights), 0.95);

test("five pairs, worked by hand", () => {
  // Means 3 and 4; squares add up to 10 and 10, products to 4 + 0 + 0 + 1 + 4 = 9.
  const { correlation, low, high } = of([1, 2, 3, 4, 5], [2, 4, 3, 5, 6]);
  expect(correlation).toBeCloseTo(0.9, 14);
  // Fisher: atanh 0.9 = 1.4722195, half a width of 1.9599640 / root of 2 = 1.3859038.
  expect(low).toBeCloseTo(Math.tanh(1.4722194896 - 1.3859038243), 8);
  expect(high).toBeCloseTo(Math.tanh(1.4722194896 + 1.3859038243), 8);
});

test("weights count a row as often", () => {
  const [weighted, repeated] = [of([1, 2, 5], [3, 1, 4], [2, 1, 3]), of([1, 1, 2, 5, 5, 5], [3, 3, 1, 4, 4, 4])];
  expect(weighted.correlation).toBeCloseTo(repeated.correlation, 14);
  expect(weighted.low).toBeCloseTo(repeated.low, 13);
});

test("what goes together without exception is 1, at both ends of the interval, or -1", () => {
  expect(of([1, 2, 3, 4], [10, 20, 30, 40])).toEqual({ correlation: 1, low: 1, high: 1 });
  expect(of([1, 2, 3, 4], [8, 6, 4, 2])).toEqual({ correlation: -1, low: -1, high: -1 });
});

test("a column that does not vary has no correlation, and below four rows there is no interval", () => {
  expect(of([2, 2, 2, 2], [1, 2, 3, 4])).toEqual({ correlation: NaN, low: NaN, high: NaN });
  expect(of([], [])).toEqual({ correlation: NaN, low: NaN, high: NaN });
  const { correlation, low, high } = of([1, 2, 4], [1, 3, 2]);
  // Products 1, squares 14 / 3 and 2.
  expect(correlation).toBeCloseTo(1 / Math.sqrt((14 / 3) * 2), 14);
  expect([low, high]).toEqual([NaN, NaN]);
});

test("it does not depend on units or on which column is first, and lies in its interval", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 })), { minLength: 4, maxLength: 30 });
  fc.assert(fc.property(pairs, fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -1e6, max: 1e6 }), (rows, factor, shift) => {
    const [xs, ys] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
    fc.pre(new Set(xs).size > 1 && new Set(ys).size > 1);
    const { correlation, low, high } = of(xs, ys);
    expect(of(xs.map((x) => x * factor + shift), ys).correlation).toBeCloseTo(correlation, 9);
    expect(of(ys, xs).correlation).toBeCloseTo(correlation, 12);
    expect(of(xs.map((x) => -x), ys).correlation).toBeCloseTo(-correlation, 12);
    expect(low).toBeLessThanOrEqual(correlation);
    expect(high).toBeGreaterThanOrEqual(correlation);
  }));
});
