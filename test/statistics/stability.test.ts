import { expect, test } from "vitest";
import { kmeans } from "../../pipeline/statistics/kmeans.js";
import { groupPoints } from "./groupPoints.js";
import { Random } from "../../pipeline/statistics/random.js";
import { stability } from "../../pipeline/statistics/stability.js";

const points = (columns: number[][]) => groupPoints(columns.map((column) => Float64Array.from(column))).points;
const measure = (columns: number[][], k: number) => {
  const some = points(columns);
  return stability(some, kmeans(some, k).labels, k);
};

test("clusters far apart are found again in every half", () => {
  const rows = Array.from({ length: 90 }, (_, index) => (index % 3) * 1000 + (index % 10));
  expect(measure([rows], 3)).toBe(1);
});

test("clusters cut out of one even crowd are not", () => {
  const random = new Random(5);
  const crowd = [0, 1, 2].map(() => Array.from({ length: 300 }, () => random.next()));
  const cut = measure(crowd, 5);
  expect(cut).toBeLessThan(0.7);
  expect(cut).toBeGreaterThan(0);
});

test("a half with too few distinct points counts 0", () => {
  // A half has two of the four rows, so it cannot make three clusters.
  expect(measure([[1, 2, 3, 4]], 3)).toBe(0);
});

test("the same seed gives the same figure", () => {
  const random = new Random(5);
  const crowd = [Array.from({ length: 60 }, () => random.next())];
  expect(measure(crowd, 4)).toBe(measure(crowd, 4));
});
