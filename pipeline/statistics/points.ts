import type { Random } from "./random.js";

/**
 * Rows of numbers as distinct points, in ascending order of their coordinates, each with the number of rows on it.
 * What is computed from it does not depend on the order of the rows, and equal rows cannot be told apart.
 */
export interface Points {
  dimensions: number;
  /** Number of distinct points. */
  size: number;
  /** Number of rows. */
  rows: number;
  /** Coordinates point by point. */
  coordinates: Float64Array;
  /** Rows on each point. */
  weights: Float64Array;
}

/** Columns as the coordinates of points, point by point. */
export function interleaved(columns: readonly Float64Array[]): Pick<Points, "dimensions" | "size" | "coordinates"> {
  const dimensions = columns.length;
  const size = columns[0]?.length ?? 0;
  const coordinates = new Float64Array(size * dimensions);
  for (const [d, column] of columns.entries()) for (let index = 0; index < size; index++) coordinates[index * dimensions + d] = column[index]!;
  return { dimensions, size, coordinates };
}

/**
 * Points given by column with the rows on each, in ascending order of their coordinates. Neighbours that are equal, as two
 * large amounts may be once they are standard scores, become one point.
 */
export function weightedPoints(columns: readonly Float64Array[], rowsOnEach: Float64Array): Points {
  const { dimensions, coordinates } = interleaved(columns);
  const weights = new Float64Array(rowsOnEach.length);
  let size = 0;
  let rows = 0;
  for (let index = 0; index < rowsOnEach.length; index++) {
    let isNew = size === 0;
    for (let d = 0; d < dimensions; d++) {
      const value = coordinates[index * dimensions + d]!;
      coordinates[size * dimensions + d] = value;
      if (size > 0 && value !== coordinates[(size - 1) * dimensions + d]) isNew = true;
    }
    if (isNew) size++;
    weights[size - 1]! += rowsOnEach[index]!;
    rows += rowsOnEach[index]!;
  }
  return { dimensions, size, rows, coordinates: coordinates.subarray(0, size * dimensions), weights: weights.subarray(0, size) };
}

/**
 * `count` rows drawn without replacement, each set of rows being equally likely: selection sampling (Knuth, The Art of
 * Computer Programming 2, algorithm 3.4.2 S). `pointOf` is the index, among the points drawn from, of each point drawn.
 */
export function samplePoints(points: Points, count: number, random: Random): { points: Points; pointOf: Int32Array } {
  const { dimensions } = points;
  const kept: number[] = [];
  const weights: number[] = [];
  let left = points.rows;
  let wanted = Math.min(count, points.rows);
  const rows = wanted;
  for (let point = 0; point < points.size && wanted > 0; point++) {
    let drawn = 0;
    for (let row = 0; row < points.weights[point]!; row++, left--) {
      if (random.next() * left >= wanted) continue;
      drawn++;
      wanted--;
    }
    if (drawn === 0) continue;
    kept.push(point);
    weights.push(drawn);
  }
  const coordinates = new Float64Array(kept.length * dimensions);
  for (const [index, point] of kept.entries()) {
    for (let d = 0; d < dimensions; d++) coordinates[index * dimensions + d] = points.coordinates[point * dimensions + d]!;
  }
  return {
    points: { dimensions, size: kept.length, rows, coordinates, weights: Float64Array.from(weights) },
    pointOf: Int32Array.from(kept),
  };
}
