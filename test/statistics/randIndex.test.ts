import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustedRandIndex } from "../../pipeline/statistics/randIndex.js";

const index = (first: number[], second: number[]) =>
  adjustedRandIndex(new Float64Array(first.length).fill(1), Int32Array.from(first), Int32Array.from(second));

test("hand-worked: six rows in two ways", () => {
  // Cells: 2 rows are 0/0, 1 is 0/1, 1 is 1/1, 2 are 1/2. Pairs together in both: 1 + 0 + 0 + 1 = 2.
  // In the first: 3 + 3 = 6; in the second, of 2, 2 and 2 rows: 3; by chance 6 x 3 / 15 = 1.2; at most (6 + 3) / 2 = 4.5.
  expect(index([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])).toBeCloseTo((2 - 1.2) / (4.5 - 1.2), 12);
});

test("names of the parts do not matter", () => {
  expect(index([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
});

test("less agreement than by chance is negative", () => {
  // Pairs together in both: 0; by chance 2 x 2 / 6 = 2/3; at most 2.
  expect(index([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo((0 - 2 / 3) / (2 - 2 / 3), 12);
});

test("two partitions of one part each agree, and so do two of one row", () => {
  expect(index([0, 0, 0], [0, 0, 0])).toBe(1);
  expect(index([0], [0])).toBe(1);
});

test("it is symmetric, and a weight counts as so many rows", () => {
  const label = fc.integer({ min: 0, max: 3 });
  fc.assert(fc.property(fc.array(fc.tuple(label, label, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 20 }), (cells) => {
    const [first, second] = [cells.map(([a]) => a), cells.map(([, b]) => b)];
    const weighted = adjustedRandIndex(Float64Array.from(cells, ([, , weight]) => weight), Int32Array.from(first), Int32Array.from(second));
    const repeat = (labels: number[]) => labels.flatMap((value, cell) => new Array<number>(cells[cell]![2]).fill(value));
    expect(weighted).toBeCloseTo(index(repeat(first), repeat(second)), 12);
    expect(index(first, second)).toBeCloseTo(index(second, first), 12);
    expect(weighted).toBeLessThanOrEqual(1 + 1e-12);
  }));
});
