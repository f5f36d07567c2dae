import type { Points } from "./points.js";

/**
 * Mean silhouette width of all rows (Rousseeuw 1987): (b - a) / max(a, b), where a is the mean distance from a row to
 * the others of its cluster and b the least mean distance to the rows of another cluster; 0 for a row alone in its
 * cluster. NaN where a cluster below the highest label, or all but one, have no rows. The time it takes grows with the square of the points.
 */
export function silhouette(points: Points, labels: Int32Array): number {
  const { dimensions, coordinates, weights, size } = points;
  const k = labels.reduce((most, label) => Math.max(most, label), -1) + 1;
  const rows = new Float64Array(k);
  for (let point = 0; point < size; point++) rows[labels[point]!]! += weights[point]!;
  if (k < 2 || rows.includes(0)) return NaN;
  /** Sum of the distances from a point to the rows of a cluster. */
  const sums = new Float64Array(size * k);
  for (let point = 0; point < size; point++) {
    for (let other = point + 1; other < size; other++) {
      let square = 0;
      for (let d = 0; d < dimensions; d++) {
        const difference = coordinates[point * dimensions + d]! - coordinates[other * dimensions + d]!;
        square += difference * difference;
      }
      const distance = Math.sqrt(square);
      sums[point * k + labels[other]!]! += distance * weights[other]!;
      sums[other * k + labels[point]!]! += distance * weights[point]!;
    }
  }
  let total = 0;
  for (let point = 0; point < size; point++) {
    const own = labels[point]!;
    if (rows[own] === 1) continue;
    const within = sums[point * k + own]! / (rows[own]! - 1);
    let between = Infinity;
    for (let label = 0; label < k; label++) {
      if (label !== own) between = Math.min(between, sums[point * k + label]! / rows[label]!);
    }
    // Both are 0 only where all points lie on one another.
    const larger = Math.max(within, between);
    if (larger > 0) total += (weights[point]! * (between - within)) / larger;
  }
  return total / points.rows;
}
