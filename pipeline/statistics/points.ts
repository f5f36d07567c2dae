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

/** Groups rows, given by column, into points; `pointOf` is the point of each row. */
export function groupPoints(columns: readonly Float64Array[]): { points: Points; pointOf: Int32Array } {
  const dimensions = columns.length;
  const rows = columns[0]?.length ?? 0;
  const compare = (a: number, b: number) => {
    for (const column of columns) {
      const difference = column[a]! - column[b]!;
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const order = Int32Array.from({ length: rows }, (_, row) => row).sort(compare);
  const pointOf = new Int32Array(rows);
  const firstRows: number[] = [];
  for (const [index, row] of order.entries()) {
    if (index === 0 || compare(order[index - 1]!, row) !== 0) firstRows.push(row);
    pointOf[row] = firstRows.length - 1;
  }
  const coordinates = new Float64Array(firstRows.length * dimensions);
  for (const [point, row] of firstRows.entries()) {
    for (let d = 0; d < dimensions; d++) coordinates[point * dimensions + d] = columns[d]![row]!;
  }
  const weights = new Float64Array(firstRows.length);
  for (const point of pointOf) weights[point]!++;
  return { points: { dimensions, size: firstRows.length, rows, coordinates, weights }, pointOf };
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
