import fc from "fast-check";
import { expect, test } from "vitest";
import { kendallTau } from "../../src/whatIf/kendall.js";
import { loyaltyScores, ranks, rfmMeasures, standardScores } from "../../src/whatIf/loyalty.js";

test("standard scores have mean 0 and deviation 1; values that are all equal say nothing", () => {
  // Mean 2, squares 1 + 0 + 1, deviation sqrt(2 / 2) = 1.
  expect([...standardScores(Float64Array.of(1, 2, 3))]).toEqual([-1, 0, 1]);
  expect([...standardScores(Float64Array.of(0.1, 0.1, 0.1))]).toEqual([0, 0, 0]);
  expect([...standardScores(Float64Array.of(5))]).toEqual([0]);
});

test("the score counts recency reversed: who ordered last stands first", () => {
  // R 10, 20, 30 days are 1, 0, -1; F 1, 2, 3 orders are -1, 0, 1; M 5, 5, 5 says nothing.
  const measures = rfmMeasures(Float64Array.of(10, 20, 30), Float64Array.of(1, 2, 3), Float64Array.of(5, 5, 5));
  expect([...loyaltyScores(measures, [0.6, 0.3, 0.1])]).toEqual([0.3, 0, -0.3].map((score) => expect.closeTo(score, 12) as number));
  expect([...ranks(loyaltyScores(measures, [1, 0, 0]))]).toEqual([1, 2, 3]);
  expect([...ranks(loyaltyScores(measures, [0, 1, 0]))]).toEqual([3, 2, 1]);
  expect([...ranks(loyaltyScores(measures, [0, 0, 1]))]).toEqual([1, 1, 1]);
});

test("equal scores share the best rank", () => {
  expect([...ranks(Float64Array.of(2, 7, 2, 9))]).toEqual([3, 2, 3, 1]);
  expect([...ranks(new Float64Array(0))]).toEqual([]);
});

test("tau is 1 for the same order, -1 for the reverse", () => {
  expect(kendallTau(Int32Array.of(1, 2, 3, 4), Int32Array.of(1, 2, 3, 4))).toBe(1);
  expect(kendallTau(Int32Array.of(1, 2, 3, 4), Int32Array.of(4, 3, 2, 1))).toBe(-1);
  // Six pairs, one of them out of order: (5 - 1) / 6.
  expect(kendallTau(Int32Array.of(1, 2, 3, 4), Int32Array.of(2, 1, 3, 4))).toBeCloseTo(4 / 6, 12);
  expect(kendallTau(Int32Array.of(1, 1), Int32Array.of(1, 2))).toBeNaN();
  expect(kendallTau(Int32Array.of(1), Int32Array.of(1))).toBeNaN();
});

test("ties count in neither ranking: tau-b by hand", () => {
  // Pairs: (1,2) tied in the first; (1,3), (2,3) agree; none tied in the second: 2 / sqrt((3 - 1) x 3).
  expect(kendallTau(Int32Array.of(1, 1, 3), Int32Array.of(1, 2, 3))).toBeCloseTo(2 / Math.sqrt(6), 12);
});

test("tau is what counting every pair gives, ties and all", () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(fc.property(fc.array(pair, { minLength: 2, maxLength: 40 }), (pairs) => {
    const [first, second] = [0, 1].map((side) => ranks(Float64Array.from(pairs, (values) => values[side]!))) as [Int32Array, Int32Array];
    let [agreeing, tiedFirst, tiedSecond, all] = [0, 0, 0, 0];
    for (let a = 0; a < pairs.length; a++) {
      for (let b = 0; b < a; b++) {
        const [x, y] = [Math.sign(first[a]! - first[b]!), Math.sign(second[a]! - second[b]!)];
        agreeing += x * y;
        all++;
        if (x === 0) tiedFirst++;
        if (y === 0) tiedSecond++;
      }
    }
    const root = Math.sqrt((all - tiedFirst) * (all - tiedSecond));
    const tau = kendallTau(first, second);
    if (root === 0) expect(tau).toBeNaN();
    else expect(tau).toBeCloseTo(agreeing / root, 12);
  }));
});

test("with the same weights nobody moves", () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(900), fc.nat(30), fc.nat(5000)), { minLength: 1 }), (customers) => {
    const [recency, orders, amounts] = [0, 1, 2].map((index) => Float64Array.from(customers, (customer) => customer[index]!)) as [Float64Array, Float64Array, Float64Array];
    const [before, after] = [0, 1].map(() => ranks(loyaltyScores(rfmMeasures(recency, orders, amounts), [0.199, 0.414, 0.387]))) as [Int32Array, Int32Array];
    expect(after).toEqual(before);
    const tau = kendallTau(before, after);
    expect(Number.isNaN(tau) ? new Set(before).size : tau).toBeCloseTo(1, 12);
  }));
});
