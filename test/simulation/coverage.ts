import { expect } from "vitest";
import { betaProbability, normalQuantile } from "../../pipeline/statistics/special.js";

/** How often intervals of a nominal chance held the truth, quantity by quantity, over replications of which each is one draw. */
export class Coverage {
  private readonly held = new Map<string, number>();
  private tried = 0;
  private failed = 0;

  /** One replication: what each interval is for, and whether it held it; undefined where there was no fit. */
  add(replication: Record<string, boolean> | undefined): void {
    if (!replication) this.failed++;
    else {
      this.tried++;
      for (const [quantity, isHeld] of Object.entries(replication)) this.held.set(quantity, (this.held.get(quantity) ?? 0) + Number(isHeld));
    }
  }

  /** Every quantity was held in `low` to `high` of the replications, and hardly any replication gave no fit. */
  expectWithin(low: number, high: number, { failures = 0.02 } = {}): void {
    const shares = Object.fromEntries(Array.from(this.held, ([quantity, held]) => [quantity, held / this.tried]));
    console.log(`${expect.getState().currentTestName ?? ""}: ${JSON.stringify(shares)}, ${this.tried} fits, ${this.failed} none`);
    expect(this.failed, "replications without a fit").toBeLessThanOrEqual(failures * (this.tried + this.failed));
    const outside = Object.entries(shares).filter(([, share]) => !(share >= low && share <= high));
    expect(outside, `shares outside ${low} to ${high}`).toEqual([]);
  }

  /** Every quantity was held as often as intervals of the nominal chance are with 99.9 %: no lottery for a few replications. */
  expectNominal(nominal: number, options?: { failures?: number }): void {
    const [low, high] = binomialBounds(this.tried, nominal, 0.999);
    this.expectWithin(low / this.tried, high / this.tried, options);
  }
}

/** The central range in which a binomial count lies with at least the given chance. */
export function binomialBounds(n: number, probability: number, confidence: number): [low: number, high: number] {
  const tail = (1 - confidence) / 2;
  // P(count <= k) = I_(1 - p)(n - k, k + 1).
  const atMost = (k: number) => (k < 0 ? 0 : k >= n ? 1 : betaProbability(n - k, k + 1, 1 - probability));
  let [low, high] = [0, n];
  while (atMost(low) < tail) low++;
  while (high > low && 1 - atMost(high - 1) < tail) high--;
  return [low, high];
}

/** Whether an interval on the scale of logarithms holds the truth: ln estimate ± z x standard error / estimate. */
export const holdsByLog = (truth: number, estimate: number, standardError: number, confidence = 0.95): boolean =>
  Math.abs(Math.log(estimate / truth)) <= (normalQuantile((1 + confidence) / 2) * standardError) / estimate;
