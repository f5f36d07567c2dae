import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { wilsonInterval } from "../../pipeline/statistics/wilson.js";

let db: Database;
beforeAll(async () => {
  db = await Database.open();
});
afterAll(() => db.close());

test.each([
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("%d of %d lie between %d and %d, as published", (successes, trials, low, high) => {
  const interval = wilsonInterval(successes, trials, 1.959964);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

const trials = fc.integer({ min: 1, max: 100_000 }).chain((count) => fc.tuple(fc.integer({ min: 0, max: count }), fc.constant(count)));

test("an interval holds the rate, mirrors for failures, and narrows with more trials", () => {
  fc.assert(fc.property(trials, ([successes, count]) => {
    const { low, high } = wilsonInterval(successes, count, 1.96);
    const mirrored = wilsonInterval(count - successes, count, 1.96);
    const more = wilsonInterval(successes * 2, count * 2, 1.96);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
    if (successes === 0) expect(low).toBe(0);
    if (successes === count) expect(high).toBe(1);
    expect(low).toBeLessThanOrEqual(successes / count + 1e-12);
    expect(high).toBeGreaterThanOrEqual(successes / count - 1e-12);
    expect(mirrored.low).toBeCloseTo(1 - high, 10);
    expect(more.high - more.low).toBeLessThan(high - low);
  }));
});

test("the macros of models give the same, and NULL without a trial", async () => {
  await fc.assert(fc.asyncProperty(trials, async ([successes, count]) => {
    const row = await db.row<{ low: number; high: number }>(`select wilson_low(${successes}, ${count}, 1.96) as low, wilson_high(${successes}, ${count}, 1.96) as high`);
    const { low, high } = wilsonInterval(successes, count, 1.96);
    expect(row.low).toBeCloseTo(low, 12);
    expect(row.high).toBeCloseTo(high, 12);
  }), { numRuns: 30 });
  expect(await db.row("select wilson_low(0, 0, 1.96) as low, wilson_high(0, 0, 1.96) as high")).toEqual({ low: null, high: null });
  expect(wilsonInterval(0, 0, 1.96)).toEqual({ low: NaN, high: NaN });
});
