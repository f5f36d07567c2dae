/**
 * Pairs rows with columns so that the costs of the pairs add up to the least: the assignment problem, by shortest augmenting
 * paths in O(rows x rows x columns) (H. W. Kuhn 1955; R. Jonker and A. Volgenant, Computing 38, 1987). No more than a few
 * dozen of each are paired here, for which a library would be larger than the method; trying all pairings would do for 8.
 *
 * @param costs rows of equal length, none with fewer columns than there are rows; finite
 * @returns column of each row; of several pairings that cost as little, always the same one
 */
export function assignment(costs: readonly (readonly number[])[]): number[] {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  if (columns < rows) throw new RangeError(`${rows} rows cannot be paired with ${columns} columns`);
  // Potentials of rows and columns, counted from 1; column 0 stands for the row that looks for a column.
  const ofRow = new Float64Array(rows + 1);
  const ofColumn = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const before = new Int32Array(columns + 1);
    const isDone = new Uint8Array(columns + 1);
    let column = 0;
    do {
      isDone[column] = 1;
      const current = rowOf[column]!;
      let step = Infinity;
      let next = 0;
      for (let other = 1; other <= columns; other++) {
        if (isDone[other]) continue;
        const reduced = costs[current - 1]![other - 1]! - ofRow[current]! - ofColumn[other]!;
        if (reduced < least[other]!) {
          least[other] = reduced;
          before[other] = column;
        }
        if (least[other]! < step) {
          step = least[other]!;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (isDone[other]) {
          ofRow[rowOf[other]!]! += step;
          ofColumn[other]! -= step;
        } else {
          least[other]! -= step;
        }
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const previous = before[column]!;
      rowOf[column] = rowOf[previous]!;
      column = previous;
    }
  }
  const found = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++) if (rowOf[column] !== 0) found[rowOf[column]! - 1] = column - 1;
  return found;
}
