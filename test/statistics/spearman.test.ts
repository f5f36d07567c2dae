import fc from "fast-check";
import { expect, test } from "vitest";
import { midRanks, spearman } from "../../pipeline/statistics/spearman.js";

const of = (xs: number[], ys: number[]) => spearman(Float64Array.from(xs), Float64Array.from(ys), 0.95);

test("equal values share the mean of the ranks that they take up", () => {
  expect([...midRanks(Float64Array.of(30, 10, 30, 20, 30))]).toEqual([4, 1, 4, 2, 4]);
  expect([...midRanks(Float64Array.of())]).toEqual([]);
});

test("ten pairs without a tie: the usual example of test scores and hours before a screen, -29/165", () => {
  const scores = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
  const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
  // Squares of the differences of the ranks add up to 194: 1 - 6 x 194 / (10 x 99).
  expect(of(scores, hours).correlation).toBeCloseTo(-29 / 165, 14);
});

test("ties at their mean rank, with the interval by Bonett and Wright", () => {
  // Ranks 4, 4, 1.5, 1.5, 4 against 1 to 5: products of the deviations -2.5, squares 7.5 and 10.
  const { correlation, low, high } = of([5, 5, 4, 4, 5], [1, 2, 3, 4, 5]);
  expect(correlation).toBeCloseTo(-2.5 / Math.sqrt(75), 14);
  // r^2 = 1/12: half a width of 1.959963985 x root of (1 + 1/24) / 2.
  const reach = 1.959963984540054 * Math.sqrt(25 / 48);
  expect(low).toBeCloseTo(Math.tanh(Math.atanh(-2.5 / Math.sqrt(75)) - reach), 12);
  expect(high).toBeCloseTo(Math.tanh(Math.atanh(-2.5 / Math.sqrt(75)) + reach), 12);
});

test("a column that does not vary has no correlation, and below four rows there is no interval", () => {
  expect(of([2, 2, 2, 2], [1, 2, 3, 4])).toEqual({ correlation: NaN, low: NaN, high: NaN });
  expect(of([1, 2, 4], [1, 3, 2])).toEqual({ correlation: expect.closeTo(0.5, 14) as number, low: NaN, high: NaN });
});

test("only the order counts: what keeps it changes nothing, what turns it round turns the sign", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 4, maxLength: 40 });
  fc.assert(fc.property(pairs, (rows) => {
    const [xs, ys] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
    fc.pre(new Set(xs).size > 1 && new Set(ys).size > 1);
    const { correlation, low, high } = of(xs, ys);
    expect(of(xs.map((x) => x ** 3 + 5), ys).correlation).toBeCloseTo(correlation, 12);
    expect(of(xs.map((x) => -x), ys).correlation).toBeCloseTo(-correlation, 12);
    expect(low).toBeLessThanOrEqual(correlation);
    expect(high).toBeGreaterThanOrEqual(correlation);
  }));
});
