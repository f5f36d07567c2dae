/**
 * Kendall's tau-b of two rankings of the same customers: 1 the same order, -1 the reverse, 0 no relation. In O(n log n) by
 * W. R. Knight, "A computer method for calculating Kendall's tau with ungrouped data", Journal of the American Statistical
 * Association 61 (1966): sorted by the one ranking, pairs out of order in the other are the swaps of a merge sort. Ties as
 * M. G. Kendall, "The treatment of ties in ranking problems", Biometrika 33 (1945).
 *
 * @returns NaN where a ranking has all customers at one rank, or there are fewer than two
 */
export function kendallTau(first: Int32Array, second: Int32Array): number {
  const count = first.length;
  const sorted = sortedPairs(first, second);
  const pairs = (count * (count - 1)) / 2;
  const values = sorted.map((row) => second[row]!);
  const firsts = sorted.map((row) => first[row]!);
  const tiedFirst = tiedPairs(firsts);
  const tiedBoth = tiedPairs(values, firsts);
  const swaps = countSwaps(values);
  // Now in the order of the second.
  const tiedSecond = tiedPairs(values);
  const root = Math.sqrt((pairs - tiedFirst) * (pairs - tiedSecond));
  return root === 0 ? NaN : (pairs - tiedFirst - tiedSecond + tiedBoth - 2 * swaps) / root;
}

/** Rows in the order of the first ranking, then of the second: two passes by counting, for ranks are at most n. */
function sortedPairs(first: Int32Array, second: Int32Array): Int32Array {
  const rows = Int32Array.from({ length: first.length }, (_, row) => row);
  return countingSort(countingSort(rows, second), first);
}

function countingSort(rows: Int32Array, ranks: Int32Array): Int32Array {
  const starts = new Int32Array(rows.length + 2);
  for (const row of rows) starts[ranks[row]! + 1]!++;
  for (let rank = 1; rank < starts.length; rank++) starts[rank]! += starts[rank - 1]!;
  const sorted = new Int32Array(rows.length);
  for (const row of rows) sorted[starts[ranks[row]!]!++] = row;
  return sorted;
}

/** Pairs within runs of equal neighbours, equal in both lists. */
function tiedPairs(sorted: Int32Array, also: Int32Array = sorted): number {
  let pairs = 0;
  let run = 1;
  for (let place = 1; place <= sorted.length; place++) {
    if (place < sorted.length && sorted[place - 1] === sorted[place] && also[place - 1] === also[place]) run++;
    else {
      pairs += (run * (run - 1)) / 2;
      run = 1;
    }
  }
  return pairs;
}

/** Sorts values in place and counts the pairs that stood in the wrong order. */
function countSwaps(values: Int32Array): number {
  const count = values.length;
  let swaps = 0;
  // Short runs by insertion, for merging them costs more than it saves.
  for (let start = 0; start < count; start += RUN) {
    const end = Math.min(start + RUN, count);
    for (let place = start + 1; place < end; place++) {
      const value = values[place]!;
      let at = place;
      for (; at > start && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
      values[at] = value;
      swaps += place - at;
    }
  }
  let from = values;
  let to: Int32Array = new Int32Array(count);
  for (let width = RUN; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(start + 2 * width, count);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place++) {
        if (left < middle && (right >= end || from[left]! <= from[right]!)) to[place] = from[left++]!;
        else {
          swaps += middle - left;
          to[place] = from[right++]!;
        }
      }
    }
    const merged = to;
    to = from;
    from = merged;
  }
  if (from !== values) values.set(from);
  return swaps;
}

/** Length of the runs that are sorted by insertion. */
const RUN = 8;
