/** Shares that add up to 1, of parts as a reader sets them. */

/** Parts over their sum; null where nothing is left. */
export function sharesOf(parts: readonly number[]): number[] | null {
  const sum = parts.reduce((total, part) => total + part, 0);
  return sum > 0 ? parts.map((part) => part / sum) : null;
}

/** Shares rounded to `decimals` so that they still add up to 1: what rounding leaves over goes to those that lost most by it. */
export function roundedShares(shares: readonly number[], decimals = 3): number[] {
  const scale = 10 ** decimals;
  const units = shares.map((share) => Math.floor(share * scale + 1e-9));
  const left = scale - units.reduce((sum, unit) => sum + unit, 0);
  const order = shares.map((_, index) => index).sort((a, b) => (shares[b]! * scale - units[b]!) - (shares[a]! * scale - units[a]!) || a - b);
  for (const index of order.slice(0, left)) units[index]!++;
  return units.map((unit) => unit / scale);
}
