import fc from "fast-check";
import { expect, test } from "vitest";
import { kendallTau, kendallTauOfGroups } from "../../pipeline/statistics/kendall.js";
import { changedWeights, loyaltyScores, ranks, rfmMeasures, standardScores, topMargin, topScore, weightedMeasures, type RfmWeights } from "../../pipeline/statistics/loyalty.js";

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

test("tau of few groups is tau of all their rows", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 30 });
  fc.assert(fc.property(rows, (list) => {
    const sorted = [...list].sort((a, b) => a[0] - b[0]);
    const found = kendallTauOfGroups(...([0, 1, 2].map((d) => Float64Array.from(sorted, (row) => row[d]!)) as [Float64Array, Float64Array, Float64Array]));
    const single = sorted.flatMap(([rank, group, count]) => new Array<[number, number]>(count).fill([rank, group]));
    // Ranks begin at 1 with the least here, as those of a ranking do with the best.
    const expected = kendallTau(...([0, 1].map((d) => ranks(Float64Array.from(single, (row) => -row[d]!))) as [Int32Array, Int32Array]));
    if (Number.isNaN(expected)) expect(found).toBeNaN();
    else expect(found).toBeCloseTo(expected, 12);
  }));
});

test("a weight that changes takes from the others in proportion", () => {
  expect(changedWeights([0.2, 0.5, 0.3], 1, 0.5)).toEqual([0.1, 0.75, 0.15].map((weight) => expect.closeTo(weight, 12) as number));
  expect(changedWeights([0.2, 0.5, 0.3], 1, 3)).toEqual([0, 1, 0]);
  expect(changedWeights([0, 1, 0], 1, -0.5)).toEqual([0.25, 0.5, 0.25]);
});

test("the head of a ranking ends with the score of its last, and takes in all that have it", () => {
  expect(topScore(Float64Array.of(1, 5, 3, 4), Float64Array.of(1, 1, 1, 1), 2)).toBe(4);
  expect(topScore(Float64Array.of(1, 5, 3, 4), Float64Array.of(1, 3, 1, 1), 2)).toBe(5);
  expect(topScore(Float64Array.of(1, 2), Float64Array.of(1, 1), 3)).toBe(-Infinity);
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (rows, count) => {
    const all = rows.flatMap(([score, times]) => new Array<number>(times).fill(score)).sort((a, b) => b - a);
    expect(topScore(Float64Array.from(rows, ([score]) => score), Float64Array.from(rows, ([, times]) => times), count)).toBe(all[count - 1] ?? -Infinity);
  }));
});

test("up to its margin a weight changes nobody at the head, and just beyond it somebody", () => {
  const customers = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 5000 })), { minLength: 3, maxLength: 40 });
  const parts = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
  fc.assert(fc.property(customers, parts, fc.integer({ min: 0, max: 2 }), fc.constantFrom(1 as const, -1 as const), (rows, [a, b, c], index, direction) => {
    const column = (d: number) => Float64Array.from(rows, (row) => row[d]!);
    const on = Float64Array.from(rows, () => 1);
    const scores = weightedMeasures(column(0), column(1), column(2), on);
    const weights: RfmWeights = [a / (a + b + c), b / (a + b + c), c / (a + b + c)];
    const all = loyaltyScores(scores, weights);
    const least = topScore(all, on, 2);
    const measure = [scores.recency, scores.frequency, scores.monetary][index]!;
    const margin = topMargin(all.map((score, row) => score - weights[index]! * measure[row]!), measure, { weight: weights[index]!, least, scores: all, direction });
    const isTop = (row: number) => all[row]! >= least;
    /** Whether all at the head are still before all others, at another weight. */
    const holds = (weight: number) => {
      const other = loyaltyScores(scores, changedWeights(weights, index, weight / weights[index]! - 1));
      const [head, rest] = [other.filter((_, row) => isTop(row)), other.filter((_, row) => !isTop(row))];
      return Math.min(...head) >= Math.max(...rest) - 1e-9;
    };
    const end = direction < 0 ? 0 : 1;
    const reached = Number.isNaN(margin) ? end : margin;
    for (const share of [0.25, 0.5, 0.9, 0.999]) expect(holds(weights[index]! + share * (reached - weights[index]!))).toBe(true);
    if (!Number.isNaN(margin) && Math.abs(margin - end) > 0.02 && Math.abs(margin - weights[index]!) > 1e-6) {
      const beyond = loyaltyScores(scores, changedWeights(weights, index, (margin + (end - margin) * 0.5) / weights[index]! - 1));
      const [head, rest] = [beyond.filter((_, row) => isTop(row)), beyond.filter((_, row) => !isTop(row))];
      expect(Math.min(...head)).toBeLessThan(Math.max(...rest));
    }
  }), { numRuns: 400 });
});
