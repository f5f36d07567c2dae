import fc from "fast-check";
import { expect, test } from "vitest";
import { assignment } from "../../pipeline/statistics/assignment.js";

test("the pairing that costs least in all is found, though the cheapest pair is not in it", () => {
  // 1 + 9 with the cheapest pair, 2 + 3 without.
  expect(assignment([[1, 2], [3, 9]])).toEqual([1, 0]);
  // Columns may be left over.
  expect(assignment([[5, 1, 9]])).toEqual([1]);
  expect(assignment([])).toEqual([]);
  expect(() => assignment([[1], [2]])).toThrow("2 rows cannot be paired with 1 columns");
});

/** The least cost of all pairings, by trying each. */
function leastCost(costs: number[][], row = 0, taken = new Set<number>()): number {
  if (row === costs.length) return 0;
  return Math.min(...costs[row]!.flatMap((cost, column) => (taken.has(column) ? [] : [cost + leastCost(costs, row + 1, new Set([...taken, column]))])));
}

test("no pairing of all that there are costs less, and each column is taken once", () => {
  const cost = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ min: -10, max: 10, noNaN: true }));
  const matrices = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 })).chain(([rows, more]) =>
    fc.array(fc.array(cost, { minLength: rows + more, maxLength: rows + more }), { minLength: rows, maxLength: rows }));
  fc.assert(fc.property(matrices, (costs) => {
    const found = assignment(costs);
    expect(new Set(found).size).toBe(costs.length);
    expect(found.reduce((sum, column, row) => sum + costs[row]![column]!, 0)).toBeCloseTo(leastCost(costs), 9);
  }), { numRuns: 500 });
});
