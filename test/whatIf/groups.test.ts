import fc from "fast-check";
import { expect, test } from "vitest";
import { boundsOf, parseCuts, stepsFor } from "../../src/whatIf/cuts.js";
import { firstRows, groupTotals, largestFirst, movedRows } from "../../src/whatIf/groups.js";
import { lostAfter } from "../../src/whatIf/lostAfter.js";
import { roundedShares, sharesOf } from "../../src/whatIf/share.js";

test("amounts that are not known add nothing, and rows of no group count in none", () => {
  expect(groupTotals(Int8Array.of(0, 1, -1, 1), 3, [Float64Array.of(0.1, 0.2, 9, NaN), Float64Array.of(1, 2, 3, 4)]))
    .toEqual({ rows: [1, 2, 0], sums: [[0.1, 0.2, 0], [1, 6, 0]] });
});

test("who moved is who is in another group, those with most first, amounts not known last", () => {
  const moved = movedRows(Int8Array.of(0, 0, 1, 1, -1), Int8Array.of(0, 1, 0, 0, -1));
  expect(moved).toEqual([1, 2, 3]);
  const order = largestFirst(Float64Array.of(9, NaN, 5, 7, 9));
  expect(firstRows(moved, order, 2)).toEqual([3, 2]);
  expect(moved.toSorted(order)).toEqual([3, 2, 1]);
});

test("the first rows of an order are those that sorting all gives", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 1, max: 8 }), (amounts, limit) => {
    const order = largestFirst(Float64Array.from(amounts));
    expect(firstRows([...amounts.keys()], order, limit)).toEqual([...amounts.keys()].sort(order).slice(0, limit));
  }));
});

test("a customer is lost after the horizon, not on its last day; who never ordered is in neither state", () => {
  expect([...lostAfter(Float64Array.of(0, 90, 91, NaN), 90)]).toEqual([0, 0, 1, -1]);
});

test("a longer horizon never makes an active customer lost", () => {
  fc.assert(fc.property(fc.array(fc.nat(900)), fc.nat(800), fc.nat(100), (days, horizon, more) => {
    const recency = Float64Array.from(days);
    const longer = lostAfter(recency, horizon + more);
    expect(lostAfter(recency, horizon).every((state, row) => state >= longer[row]!)).toBe(true);
  }));
});

test("cuts keep their order: each goes as far as its neighbours leave room", () => {
  const rising = { count: 2, steps: 1000, isRising: true };
  expect(boundsOf([10, 50], 0, rising)).toEqual({ min: 1, max: 49 });
  // The last tier, which ends at the whole, must hold somebody.
  expect(boundsOf([10, 50], 1, rising)).toEqual({ min: 11, max: 999 });
  // Least scores fall from grade to grade; the best may ask for a score of 1, the worst graded begins above 0.
  expect(boundsOf([80, 60], 0, { steps: 100, isRising: false })).toEqual({ min: 61, max: 100 });
  expect(boundsOf([80, 60], 1, { steps: 100, isRising: false })).toEqual({ min: 1, max: 79 });
});

test("an address gives cuts only where they are in order and as many as there are", () => {
  const rising = { count: 2, steps: 1000, isRising: true };
  expect(parseCuts("0.01,0.28", rising)).toEqual([10, 280]);
  for (const text of [null, "", "0.1", "0.2,0.1", "0.1,0.1", "0,0.1", "0.1,1", "0.1,x", "0.1,0.2,0.3"]) expect(parseCuts(text, rising)).toBeUndefined();
  expect(parseCuts("1,0.5", { count: 2, steps: 100, isRising: false })).toEqual([100, 50]);
});

test("the steps of a slider are as fine as the cuts in force", () => {
  expect(stepsFor([0.01, 0.05], 1000)).toBe(1000);
  expect(stepsFor([0.0005], 1000)).toBe(10_000);
  expect(stepsFor([1 / 3], 1000)).toBe(1_000_000);
});

test("rounded weights still add up to 1, what is left over goes to those that rounding took most from", () => {
  expect(sharesOf([0, 0, 0])).toBeNull();
  expect(sharesOf([1, 1, 2])).toEqual([0.25, 0.25, 0.5]);
  expect(roundedShares([1 / 3, 1 / 3, 1 / 3])).toEqual([0.334, 0.333, 0.333]);
  expect(roundedShares([0.199, 0.414, 0.387])).toEqual([0.199, 0.414, 0.387]);
});
