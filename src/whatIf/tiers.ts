/**
 * The customer pyramid cut elsewhere, by the rule of marts.customer_tiers: customers with a value are ranked by it; a tier
 * with the cumulative share p ends at position ceil(p x n), the nearest-rank quantile, and takes in all whose value equals
 * the one there. A value of zero or less belongs to the last tier.
 */

/** Values of those that have one, the largest first: what cuts are looked up in. */
export function rankedValues(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.sort().reverse();
}

/**
 * How many customers the tiers down to a cumulative share hold, ties left aside: ceil(share x count). In whole numbers, for
 * 0.28 x 25 in doubles is more than 7; shares count to nine decimals.
 */
export function lastRank(share: number, count: number): number {
  const scale = 1_000_000_000n;
  const product = BigInt(Math.round(share * 1e9)) * BigInt(count);
  return Number((product + scale - 1n) / scale);
}

/** The least value of each tier but the last; Infinity for a tier that holds nobody, as of few customers. */
export function tierBounds(ranked: Float64Array, shares: readonly number[]): number[] {
  let before = 0;
  return shares.slice(0, -1).map((share) => {
    const rank = lastRank(share, ranked.length);
    const isEmpty = rank <= before;
    before = Math.max(rank, before);
    return isEmpty ? Infinity : ranked[rank - 1]!;
  });
}

/** The place of each customer's tier, from 0 at the top; -1 for those without a value (NaN). */
export function placeTiers(values: Float64Array, ranked: Float64Array, shares: readonly number[]): Int8Array {
  const bounds = tierBounds(ranked, shares);
  const last = shares.length - 1;
  const places = new Int8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) places[row] = -1;
    else if (value <= 0) places[row] = last;
    else {
      let tier = 0;
      while (tier < last && !(value >= bounds[tier]!)) tier++;
      places[row] = tier;
    }
  }
  return places;
}
