import fc from "fast-check";
import { expect, test } from "vitest";
import { samplePoints, weightedPoints } from "../../pipeline/statistics/points.js";
import { Random } from "../../pipeline/statistics/random.js";
import { groupPoints } from "./groupPoints.js";

const column = (...values: number[]) => Float64Array.from(values);

test("rows become points in ascending order, each with the number of its rows", () => {
  const { points, pointOf } = groupPoints([column(2, 1, 2, 1, 1), column(5, 9, 5, 3, 9)]);
  expect(points).toMatchObject({ dimensions: 2, size: 3, rows: 5 });
  expect([...points.coordinates]).toEqual([1, 3, 1, 9, 2, 5]);
  expect([...points.weights]).toEqual([1, 2, 2]);
  expect([...pointOf]).toEqual([2, 1, 2, 0, 1]);
});

test("points with their weights stay as they are, but for neighbours that are equal", () => {
  const points = weightedPoints([column(1, 1, 1, 2), column(3, 9, 9, 5)], column(1, 2, 4, 1));
  expect(points).toMatchObject({ dimensions: 2, size: 3, rows: 8 });
  expect([...points.coordinates]).toEqual([1, 3, 1, 9, 2, 5]);
  expect([...points.weights]).toEqual([1, 6, 1]);
  expect(weightedPoints([column(), column()], column())).toMatchObject({ size: 0, rows: 0 });
});

test("no rows make no points", () => {
  expect(groupPoints([column(), column()]).points).toMatchObject({ size: 0, rows: 0 });
});

test("a sample has as many rows as wanted, no more of a point than there are, and leaves none out by rule", () => {
  const { points } = groupPoints([column(1, 1, 1, 2, 3, 4)]);
  const random = new Random(1);
  const drawn = new Float64Array(points.size);
  for (let round = 0; round < 1000; round++) {
    const sample = samplePoints(points, 3, random);
    expect(sample.points.rows).toBe(3);
    expect(sample.points.weights.reduce((sum, weight) => sum + weight, 0)).toBe(3);
    for (const [index, point] of sample.pointOf.entries()) {
      expect(sample.points.weights[index]).toBeLessThanOrEqual(points.weights[point]!);
      expect(sample.points.coordinates[index]).toBe(points.coordinates[point]);
      drawn[point]! += sample.points.weights[index]!;
    }
  }
  // Each row is drawn in half of the samples: 3 rows at 1, then one each; a standard deviation of at most 25.
  for (const [point, times] of [1500, 500, 500, 500].entries()) expect(Math.abs(drawn[point]! - times)).toBeLessThan(100);
});

test("a sample of at least all rows is all rows", () => {
  const { points } = groupPoints([column(1, 1, 2)]);
  expect(samplePoints(points, 9, new Random(1)).points).toEqual(points);
});

test("the order of the rows does not matter", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 })), { maxLength: 30 });
  fc.assert(fc.property(rows, fc.infiniteStream(fc.nat()), (list, keys) => {
    const shuffled = list.map((row) => ({ row, key: keys.next().value as number })).sort((a, b) => a.key - b.key).map(({ row }) => row);
    const group = (some: [number, number][]) => groupPoints([column(...some.map(([x]) => x)), column(...some.map(([, y]) => y))]);
    const { points, pointOf } = group(list);
    expect(group(shuffled).points).toEqual(points);
    for (const [row, point] of pointOf.entries()) {
      expect([points.coordinates[point * 2], points.coordinates[point * 2 + 1]].map((x) => x! + 0)).toEqual(list[row]!.map((x) => x + 0));
    }
  }));
});
