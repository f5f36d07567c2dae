/**
 * Cuts that must keep their order, on sliders: each may go as far as its neighbours leave room. In whole steps, so that 0.1
 * and 0.2 never meet by rounding.
 */

/** Steps that a whole is divided into: as many as the cuts in force need, 100 at least. */
export function stepsFor(cuts: readonly number[], least: number): number {
  for (let steps = least; steps < 1e6; steps *= 10) if (cuts.every((cut) => Math.abs(cut * steps - Math.round(cut * steps)) < 1e-6)) return steps;
  return 1e6;
}

/** Cuts of an address, in steps; undefined where they are none of this order. */
export function parseCuts(text: string | null, { count, steps, isRising }: { count: number; steps: number; isRising: boolean }): number[] | undefined {
  if (text === null) return undefined;
  const cuts = text.split(",").map((part) => Math.round(Number(part) * steps));
  const rising = isRising ? cuts : cuts.toReversed();
  const isInOrder = rising.every((cut, index) => cut > (rising[index - 1] ?? 0) && cut < steps + (isRising ? 0 : 1));
  return cuts.length === count && isInOrder ? cuts : undefined;
}

/** How far cut `index` may go. */
export function boundsOf(cuts: readonly number[], index: number, { steps, isRising }: { steps: number; isRising: boolean }): { min: number; max: number } {
  const [below, above] = isRising ? [cuts[index - 1] ?? 0, cuts[index + 1] ?? steps] : [cuts[index + 1] ?? 0, cuts[index - 1] ?? steps + 1];
  return { min: below + 1, max: above - 1 };
}
