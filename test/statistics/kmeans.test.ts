import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { kmeans } from "../../pipeline/statistics/kmeans.js";
import { assign, lloyd } from "../../pipeline/statistics/lloyd.js";
import type { Points } from "../../pipeline/statistics/points.js";
import { groupPoints } from "./groupPoints.js";
import { silhouette } from "../../pipeline/statistics/silhouette.js";
import { standardise } from "../../pipeline/statistics/standardise.js";

const root = resolve(import.meta.dirname, "../..");
const pointsOf = (rows: readonly (readonly number[])[]) =>
  groupPoints(rows[0]!.map((_, d) => Float64Array.from(rows, (row) => row[d]!))).points;
/** Points and centroids as lists of coordinates. */
const split = (coordinates: Float64Array, dimensions: number) =>
  Array.from({ length: coordinates.length / dimensions }, (_, index) => [...coordinates.subarray(index * dimensions, (index + 1) * dimensions)]);
/** The clusters as sets of points, in an order of their own. */
const partition = (labels: Int32Array) => [...new Set(labels)].map((label) => [...labels.keys()].filter((point) => labels[point] === label).join(" ")).sort();

test("two pairs and a triple are found: hand-worked", () => {
  // The pairs lie 2 apart, so each of the four points is 1 from its mean; the triple has its mean in (21, 0), with
  // squared distances of 1, 1 and 0: 4 x 1 + 2 = 6.
  const rows = [[0, 0], [0, 2], [10, 0], [12, 0], [20, 0], [22, 0], [21, 0]];
  const points = pointsOf(rows);
  const { withinSS, sizes, centroids, labels } = kmeans(points, 3);
  expect(withinSS).toBeCloseTo(6, 12);
  expect([...sizes].sort()).toEqual([2, 2, 3]);
  expect(split(centroids, 2).sort((a, b) => a[0]! - b[0]!)).toEqual([[0, 1], [11, 0], [21, 0]]);
  expect(partition(labels)).toEqual(["0 1", "2 3", "4 5 6"]);
});

test("rows on one point count each: the mean of 0, 0, 0 and 4 is 1", () => {
  const { centroids, withinSS, sizes } = kmeans(pointsOf([[0], [0], [0], [4]]), 1);
  expect([...centroids]).toEqual([1]);
  expect([...sizes]).toEqual([4]);
  expect(withinSS).toBe(3 + 9);
});

test("as many clusters as points leave no distance, and more are refused", () => {
  const points = pointsOf([[1], [1], [5], [9]]);
  expect(kmeans(points, 3)).toMatchObject({ withinSS: 0, labels: expect.anything() as unknown });
  expect(() => kmeans(points, 4)).toThrow("3 distinct points cannot make 4 clusters");
  expect(() => kmeans(points, 0)).toThrow("cannot make 0 clusters");
});

test("a point as near to two centroids belongs to the first", () => {
  expect([...assign(pointsOf([[0], [1], [2]]), Float64Array.of(0, 2))]).toEqual([0, 0, 1]);
});

test("kmeans.iris: sums of squares, sizes and silhouette of the iris data (R. A. Fisher) are those computed with SciPy and R", (context) => {
  const file = resolve(root, "../shared/data/series/iris.csv");
  if (!existsSync(file)) return context.skip("the iris data are not beside the repository");
  const rows = readFileSync(file, "utf8").trim().split("\n").slice(1).map((line) => line.split(",").slice(0, 4).map(Number));
  const columns = [0, 1, 2, 3].map((d) => Float64Array.from(rows, (row) => row[d]!));
  const cluster = (of: Float64Array[]) => {
    const { points } = groupPoints(of);
    const found = kmeans(points, 3);
    return { within: found.withinSS, sizes: [...found.sizes].sort((a, b) => a - b), silhouette: silhouette(points, found.labels) };
  };
  const near = (expected: number) => ({ asymmetricMatch: (actual: number) => Math.abs(actual / expected - 1) <= 1e-6 });
  expect(cluster(columns)).toEqual({ within: near(78.85144143), sizes: [38, 50, 62], silhouette: near(0.5528190124) });
  const scaled = columns.map((column) => standardise(column, column.map(() => 1), Infinity).scores);
  expect(cluster(scaled)).toEqual({ within: near(138.8883597), sizes: [47, 50, 53], silhouette: near(0.4599482392) });
});

const rowsOf = (dimensions: number, minLength: number) => fc.array(
  fc.array(fc.integer({ min: -20, max: 20 }), { minLength: dimensions, maxLength: dimensions }), { minLength, maxLength: 60 });
const distinct = (rows: number[][]) => new Set(rows.map(String)).size;

test("each point is with the nearest centroid, each centroid is the mean of its rows, and no cluster is empty", () => {
  fc.assert(fc.property(rowsOf(2, 1), fc.integer({ min: 1, max: 8 }), fc.nat(100), (rows, wanted, seed) => {
    const k = Math.min(wanted, distinct(rows));
    const points = pointsOf(rows);
    const { centroids, labels, sizes, withinSS } = kmeans(points, k, { starts: 1, seed });
    const [places, means] = [split(points.coordinates, 2), split(centroids, 2)];
    const square = (a: number[], b: number[]) => (a[0]! - b[0]!) ** 2 + (a[1]! - b[1]!) ** 2;
    let sum = 0;
    for (const [point, place] of places.entries()) {
      const own = square(place, means[labels[point]!]!);
      sum += own * points.weights[point]!;
      for (const mean of means) expect(own).toBeLessThanOrEqual(square(place, mean) + 1e-9);
    }
    expect(withinSS).toBeCloseTo(sum, 6);
    for (const [label, mean] of means.entries()) {
      const members = rows.filter((row) => labels[places.findIndex((place) => place.every((x, d) => x === row[d]! + 0))] === label);
      expect(members.length).toBe(sizes[label]);
      expect(members.length).toBeGreaterThan(0);
      for (const d of [0, 1]) expect(members.reduce((total, row) => total + row[d]!, 0) / members.length).toBeCloseTo(mean[d]!, 9);
    }
  }), { numRuns: 200 });
});

test("the order of the rows does not matter", () => {
  fc.assert(fc.property(rowsOf(3, 3), fc.integer({ min: 1, max: 5 }), fc.infiniteStream(fc.nat()), (rows, wanted, keys) => {
    const k = Math.min(wanted, distinct(rows));
    const shuffled = rows.map((row) => ({ row, key: keys.next().value as number })).sort((a, b) => a.key - b.key).map(({ row }) => row);
    expect(kmeans(pointsOf(shuffled), k, { starts: 3 })).toEqual(kmeans(pointsOf(rows), k, { starts: 3 }));
  }));
});

test("the sum of squares falls with the number of clusters, from the total to 0", () => {
  fc.assert(fc.property(rowsOf(2, 2), (rows) => {
    const points = pointsOf(rows);
    const sums = Array.from({ length: Math.min(6, points.size) }, (_, index) => kmeans(points, index + 1, { starts: 60 }).withinSS);
    for (const [index, sum] of sums.slice(1).entries()) expect(sum).toBeLessThan(sums[index]! * (1 + 1e-9));
    expect(kmeans(points, points.size).withinSS).toBe(0);
  }), { numRuns: 40 });
});

/** Lloyd's iteration as the textbook has it, without bounds; undefined where a cluster falls empty. */
function textbook(points: Points, start: number[][]): Int32Array | undefined {
  const places = split(points.coordinates, points.dimensions);
  let means = start;
  let labels: number[] = [];
  for (;;) {
    const next = places.map((place) => {
      const squares = means.map((mean) => mean.reduce((sum, x, d) => sum + (place[d]! - x) ** 2, 0));
      return squares.indexOf(Math.min(...squares));
    });
    if (String(next) === String(labels)) return Int32Array.from(labels);
    labels = next;
    const weights = means.map((_, label) => labels.reduce((sum, own, point) => (own === label ? sum + points.weights[point]! : sum), 0));
    if (weights.includes(0)) return undefined;
    means = means.map((mean, label) => mean.map((_, d) =>
      places.reduce((sum, place, point) => (labels[point] === label ? sum + place[d]! * points.weights[point]! : sum), 0) / weights[label]!));
  }
}

test("the bounds spare distances without changing a label: the result is a fixed point of the textbook's iteration", () => {
  // Starts anywhere, far from all points too, so that clusters fall empty on the way.
  const start = fc.array(fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 })), { minLength: 2, maxLength: 8 });
  fc.assert(fc.property(rowsOf(2, 8), start, (rows, centroids) => {
    const points = pointsOf(rows);
    const found = lloyd(points, Float64Array.from(centroids.slice(0, points.size).flat()));
    expect(textbook(points, split(found.centroids, 2))).toEqual(found.labels);
  }), { numRuns: 1000 });
});

test("from the same start the bounds give exactly the labels and centroids that the textbook's iteration gives", () => {
  const coordinate = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ min: -3, max: 3, noNaN: true }));
  const rows = fc.array(fc.tuple(coordinate, coordinate), { minLength: 6, maxLength: 80 });
  let compared = 0;
  fc.assert(fc.property(rows, fc.integer({ min: 1, max: 6 }), (places, k) => {
    // Rows at the head of the list are the start; where one falls empty the textbook has no rule.
    const start = places.slice(0, k).map((place) => [...place]);
    const points = pointsOf(places.map((place) => [...place]));
    const expected = textbook(points, start);
    if (!expected) return;
    compared++;
    const found = lloyd(points, Float64Array.from(start.flat()));
    expect(found.labels).toEqual(expected);
    // Means taken afresh: equal to the last digit.
    for (let label = 0; label < k; label++) {
      const [sums, weight] = [[0, 0], { of: 0 }];
      for (let point = 0; point < points.size; point++) {
        if (expected[point] !== label) continue;
        weight.of += points.weights[point]!;
        for (const d of [0, 1]) sums[d]! += points.weights[point]! * points.coordinates[point * 2 + d]!;
      }
      for (const d of [0, 1]) expect(found.centroids[label * 2 + d]).toBe(sums[d]! / weight.of);
    }
  }), { numRuns: 1000 });
  expect(compared).toBeGreaterThan(500);
});

test("starts on a sample end in a clustering of all rows", () => {
  const rows = Array.from({ length: 300 }, (_, index) => [(index % 3) * 100 + (index % 7), index % 5]);
  const all = kmeans(pointsOf(rows), 3);
  const sampled = kmeans(pointsOf(rows), 3, { startRows: 30 });
  expect([...sampled.sizes].reduce((sum, size) => sum + size)).toBe(300);
  expect(partition(sampled.labels)).toEqual(partition(all.labels));
});

test("a cluster without a point takes the one farthest from its centroid, the first of several", () => {
  // All are nearest to 0. 6 is farthest, and then 5 is nearer to it than to the mean of 0, 1 and 5: 4 x 0.5^2.
  const pair = lloyd(pointsOf([[0], [1], [5], [6]]), Float64Array.of(0, 100));
  expect(partition(pair.labels)).toEqual(["0 1", "2 3"]);
  expect(pair.withinSS).toBe(1);
  // -3 and 3 are as far: -3 goes, and 0 and 3 keep the mean 1.5.
  const tie = lloyd(pointsOf([[-3], [0], [3]]), Float64Array.of(0, 100));
  expect(partition(tie.labels)).toEqual(["0", "1 2"]);
  expect(tie.withinSS).toBe(4.5);
  // Two clusters are empty: each takes a point of its own.
  expect(lloyd(pointsOf([[0], [1], [5]]), Float64Array.of(0, 100, 200)).withinSS).toBe(0);
});
