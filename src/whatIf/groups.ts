import { roundAmount } from "../lib/amount.js";
/** Customers and amounts per group, and who is in another one than before. */

/** Rows and sums of amounts in each of `count` groups; rows of group -1 are left out, amounts not known (NaN) add nothing. */
export function groupTotals(groups: Int8Array, count: number, amounts: readonly Float64Array[]): { rows: number[]; sums: number[][] } {
  const rows = new Float64Array(count);
  const sums = amounts.map(() => new Float64Array(count));
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row]!;
    if (group < 0) continue;
    rows[group]!++;
    for (let index = 0; index < sums.length; index++) {
      const amount = amounts[index]![row]!;
      if (amount === amount) sums[index]![group]! += amount;
    }
  }
  // Amounts have four decimals; what binary fractions add to them is taken off again.
  return { rows: [...rows], sums: sums.map((totals) => Array.from(totals, roundAmount)) };
}

/** Rows whose group is another one, as they come. */
export function movedRows(before: Int8Array, after: Int8Array): number[] {
  const moved: number[] = [];
  for (let row = 0; row < before.length; row++) if (before[row] !== after[row]) moved.push(row);
  return moved;
}

export type Compare = (a: number, b: number) => number;

/** Rows by an amount, the largest first, then as they came; amounts not known stand last. */
export function largestFirst(amounts: Float64Array): Compare {
  const key = (row: number) => (Number.isNaN(amounts[row]!) ? -Infinity : amounts[row]!);
  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    return x === y ? a - b : y - x;
  };
}

/** The first `limit` rows of an order, without sorting the others. */
export function firstRows(rows: readonly number[], compare: Compare, limit: number): number[] {
  const first: number[] = [];
  for (const row of rows) {
    if (first.length === limit && compare(row, first[limit - 1]!) >= 0) continue;
    let place = first.length;
    while (place > 0 && compare(row, first[place - 1]!) < 0) place--;
    first.splice(place, 0, row);
    if (first.length > limit) first.pop();
  }
  return first;
}
