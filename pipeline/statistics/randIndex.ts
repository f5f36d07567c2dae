/**
 * Adjusted Rand index of two partitions of the same rows (Hubert and Arabie 1985): 1 where they agree, about 0 where
 * they agree no more than by chance. Two partitions that both have one part only, or one per row, agree.
 *
 * @param weights rows that share each pair of labels
 */
export function adjustedRandIndex(weights: Float64Array, first: Int32Array, second: Int32Array): number {
  const seconds = second.reduce((most, label) => Math.max(most, label), 0) + 1;
  const [cells, firstSums, secondSums] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  const add = (sums: Map<number, number>, key: number, weight: number) => sums.set(key, (sums.get(key) ?? 0) + weight);
  let rows = 0;
  for (const [index, weight] of weights.entries()) {
    add(cells, first[index]! * seconds + second[index]!, weight);
    add(firstSums, first[index]!, weight);
    add(secondSums, second[index]!, weight);
    rows += weight;
  }
  const pairs = (sums: Iterable<number>) => [...sums].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const together = pairs(cells.values());
  const [inFirst, inSecond] = [pairs(firstSums.values()), pairs(secondSums.values())];
  const expected = (inFirst * inSecond) / pairs([rows]);
  const most = (inFirst + inSecond) / 2;
  return most === expected || rows < 2 ? 1 : (together - expected) / (most - expected);
}
