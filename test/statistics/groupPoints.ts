import type { Points } from "../../pipeline/statistics/points.js";

/** Rows, given by column in any order, as points; `pointOf` is the point of each row. */
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
