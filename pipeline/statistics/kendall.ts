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

/**
 * Kendall's tau-b of a ranking and of few groups that have an order, in O(n x groups): pairs are counted by the customers of each
 * group that came before. Any number of rows may have the same rank and group.
 *
 * @param ranks in ascending order
 * @param groups place of the group of each, any numbers
 * @param weights rows with this rank and group
 * @returns NaN where all are at one rank or in one group
 */
export function kendallTauOfGroups(ranks: Float64Array, groups: Float64Array, weights: Float64Array): number {
  const places = [...new Set(groups)].sort((a, b) => a - b);
  const index = new Map(places.map((place, at) => [place, at]));
  const before = new Float64Array(places.length);
  const tied = new Float64Array(places.length);
  let [agreeing, contrary, tiedRank, all] = [0, 0, 0, 0];
  for (let start = 0; start < ranks.length;) {
    let end = start;
    let rows = 0;
    tied.fill(0);
    for (; end < ranks.length && ranks[end] === ranks[start]; end++) {
      tied[index.get(groups[end]!)!]! += weights[end]!;
      rows += weights[end]!;
    }
    for (let group = 0; group < places.length; group++) {
      for (let other = 0; other < places.length; other++) {
        if (other < group) agreeing += tied[group]! * before[other]!;
        else if (other > group) contrary += tied[group]! * before[other]!;
      }
    }
    for (let group = 0; group < places.length; group++) before[group]! += tied[group]!;
    tiedRank += (rows * (rows - 1)) / 2;
    all += rows;
    start = end;
  }
  const pairs = (all * (all - 1)) / 2;
  const tiedGroup = before.reduce((sum, rows) => sum + (rows * (rows - 1)) / 2, 0);
  const root = Math.sqrt((pairs - tiedRank) * (pairs - tiedGroup));
  return root === 0 ? NaN : (agreeing - contrary) / root;
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
