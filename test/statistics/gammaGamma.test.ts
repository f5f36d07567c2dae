import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { bgNbd } from "../../pipeline/statistics/bgNbd.js";
import { expectedSpend, fitGammaGamma, type Spending, type SpendFit, type SpendParameters } from "../../pipeline/statistics/gammaGamma.js";
import { discountedPurchases } from "../../pipeline/statistics/lifetimeValue.js";
import type { Parameters } from "../../pipeline/statistics/repeatBuying.js";
import { histories, readCdnow, repeatSpending, whyNoCdnow, type Customer } from "./cdnow.js";
import { drawSpending } from "./simulate.js";

const spendingOf = (rows: { purchases: number; mean: number }[]): Spending => ({
  purchases: Int32Array.from(rows, ({ purchases }) => purchases), meanSpend: Float64Array.from(rows, ({ mean }) => mean), customers: new Float64Array(rows.length).fill(1),
});

describe.skipIf(whyNoCdnow)(`spend at CDNOW${whyNoCdnow}`, () => {
  let customers: Customer[];
  let spent: { purchases: number; mean: number }[];
  let fit: SpendFit;
  /** The same with means rounded to cents, as the published summary of the customers has them. */
  let rounded: { purchases: number; mean: number }[];
  let roundedFit: SpendFit;

  beforeAll(() => {
    customers = readCdnow();
    spent = repeatSpending(customers);
    rounded = spent.map(({ purchases, mean }) => ({ purchases, mean: Math.round(mean * 100) / 100 }));
    fit = fitGammaGamma(spendingOf(spent.filter(({ purchases }) => purchases > 0)));
    roundedFit = fitGammaGamma(spendingOf(rounded.filter(({ purchases }) => purchases > 0)));
  });

  test("gg.cdnow.paper: Fader and Hardie 2013", () => {
    [6.25, 3.74, 15.44].forEach((value, index) => expect(Math.abs(fit.parameters[index]! - value)).toBeLessThan(0.01));
    expect(Math.abs(fit.logLikelihood - -4055.9177)).toBeLessThan(0.001);
  });

  test("gg.cdnow.own_from_log: an independent maximum", () => {
    expect(fit.customers).toBe(946);
    expect(spent.reduce((sum, { purchases }) => sum + purchases, 0)).toBe(2457);
    [6.24957336, 3.74422439, 15.44351692].forEach((value, index) => expect(Math.abs(fit.parameters[index]! - value)).toBeLessThan(1e-5));
    expect(Math.abs(fit.logLikelihood - -4055.9176948)).toBeLessThan(1e-5);
    expect(Math.abs(expectedSpend(fit.parameters, 0, NaN) - 35.17037172)).toBeLessThan(1e-5);
    const repeaters = spent.filter(({ purchases }) => purchases > 0);
    expect(Math.abs(repeaters.reduce((sum, { mean }) => sum + mean, 0) / 946 - 35.07784753)).toBeLessThan(1e-6);
  });

  test("gg.cdnow.own_from_rounded_zbar: means rounded to cents", () => {
    // The entry is of a published summary of the customers, which rounds otherwise here and there; its log-likelihood is 0.0055
    // below that of the log.
    [6.24880269, 3.74458844, 15.44774722].forEach((value, index) => expect(Math.abs(roundedFit.parameters[index]! / value - 1)).toBeLessThan(1e-4));
    expect(Math.abs(roundedFit.logLikelihood - -4055.9232435)).toBeLessThan(0.006);
    expect(Math.abs(expectedSpend(roundedFit.parameters, 0, NaN) - 35.17100162)).toBeLessThan(1e-3);
  });

  test("gg.cdnow.cond_expect_test, gg.cdnow.cond_expect_quickstart: expected spend of the first ten customers, by lifetimes", () => {
    const note = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
    const quickstart = [24.658619, 18.911489, 35.170981, 35.170981, 35.170981, 71.462843, 18.911489, 35.170981, 27.282408, 35.170981];
    const expected = rounded.map(({ purchases, mean }) => expectedSpend(roundedFit.parameters, purchases, mean));
    for (const [row, value] of quickstart.entries()) {
      expect(Math.abs(expected[row]! - note[row]!)).toBeLessThan(0.1);
      expect(Math.abs(expected[row]! - value)).toBeLessThan(0.001);
    }
    expect(Math.abs(expected.reduce((sum, value) => sum + value, 0) / 2357 - 35.2529588)).toBeLessThan(0.001);
  });

  test("clv.cdnow.weekly_correct: twelve months at 1 %, weeks taken as weeks; clv.cdnow.lifetimes_quickstart takes them as days", () => {
    // Estimates and summary of the quick start: times in weeks of two decimals, means in cents.
    const repeat: Parameters = [0.242593, 4.413532, 0.792886, 2.425752];
    const spend: SpendParameters = [6.24880269, 3.74458844, 15.44774722];
    const [r, alpha, a, b] = repeat;
    const inWeeks = (days: number) => Math.round((days / 7) * 100) / 100;
    const { frequency, recencyDays, ageDays } = histories(customers);
    const values = (weeksPerMonth: number) => rounded.slice(0, 10).map(({ purchases: x, mean }, row) => {
      const [recency, age] = [inWeeks(recencyDays[row]!), inWeeks(ageDays[row]!)];
      // P(alive) as the paper prints it.
      const alive = frequency[row] === 0 ? 1 : 1 / (1 + (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x));
      return alive * discountedPurchases(bgNbd, repeat, x, age, { months: 12, discountRate: 0.01, weeksPerMonth }) * expectedSpend(spend, x, mean);
    });
    const correct = [36.2784, 4.6374, 8.3441, 8.3441, 8.3441, 283.5234, 6.8814, 8.3441, 43.3536, 8.3441];
    const trap = [140.096211, 18.943467, 38.180574, 38.180574, 38.180574, 1003.868107, 28.109683, 38.180574, 167.418216, 38.180574];
    values(4.345).forEach((value, row) => {
      expect(Math.abs(value - correct[row]!)).toBeLessThan(0.001);
      expect(trap[row]! / value).toBeGreaterThan(3.5);
    });
    // Thirty periods to a month give their number: it is the unit alone that differs.
    values(30).forEach((value, row) => expect(Math.abs(value - trap[row]!)).toBeLessThan(0.001 * Math.max(1, trap[row]! / 40)));
  });
});

/** Customers of the model. */
const drawn = (customers: number, seed: number) => {
  const { purchases, meanSpend } = drawSpending([6, 4, 16], customers, seed);
  return Array.from(purchases, (purchases, row) => ({ purchases, mean: meanSpend[row]! }));
};

test("the unit of money changes gamma alone, and the log-likelihood by the change of unit", () => {
  const rows = drawn(500, 1);
  const euros = fitGammaGamma(spendingOf(rows));
  const cents = fitGammaGamma(spendingOf(rows.map(({ purchases, mean }) => ({ purchases, mean: mean * 100 }))));
  expect(cents.parameters[0]).toBeCloseTo(euros.parameters[0], 6);
  expect(cents.parameters[1]).toBeCloseTo(euros.parameters[1], 6);
  expect(cents.parameters[2] / euros.parameters[2]).toBeCloseTo(100, 4);
  expect(cents.logLikelihood).toBeCloseTo(euros.logLikelihood - rows.length * Math.log(100), 6);
});

test("customers that are counted together are fitted as one by one, in any order", () => {
  fc.assert(fc.property(fc.integer({ min: 800, max: 1200 }), fc.nat(1000), (customers, seed) => {
    const rows = drawn(customers, seed);
    const twice = fitGammaGamma({ ...spendingOf(rows), customers: new Float64Array(rows.length).fill(2) });
    const each = fitGammaGamma(spendingOf([...rows, ...rows.toReversed()]));
    expect(twice.isConverged).toBe(true);
    expect(each.isConverged).toBe(true);
    twice.parameters.forEach((estimate, index) => expect(Math.abs(estimate / each.parameters[index]! - 1)).toBeLessThan(1e-7));
    expect(Math.abs(twice.logLikelihood / each.logLikelihood - 1)).toBeLessThan(1e-12);
  }), { numRuns: 20 });
});

test("expected spend lies between the customer's own mean and that of all, and nearer to its own the more it bought", () => {
  const parameters: SpendParameters = [6.25, 3.74, 15.44];
  const all = expectedSpend(parameters, 0, NaN);
  // p gamma / (q - 1) = 6.25 x 15.44 / 2.74.
  expect(all).toBeCloseTo(35.2190, 4);
  fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.01, max: 1000, noNaN: true }), (purchases, mean) => {
    const [few, more] = [expectedSpend(parameters, purchases, mean), expectedSpend(parameters, purchases + 1, mean)];
    expect(few).toBeGreaterThanOrEqual(Math.min(all, mean) - 1e-9);
    expect(few).toBeLessThanOrEqual(Math.max(all, mean) + 1e-9);
    expect(Math.abs(more - mean)).toBeLessThanOrEqual(Math.abs(few - mean) + 1e-9);
  }));
});

test("what cannot be spending is refused", () => {
  expect(() => fitGammaGamma(spendingOf([]))).toThrow("nobody to fit");
  expect(() => fitGammaGamma(spendingOf([{ purchases: 2, mean: 0 }]))).toThrow("no spending: 0 in 2 purchases");
  expect(() => fitGammaGamma(spendingOf([{ purchases: 2, mean: -3 }]))).toThrow("no spending");
  expect(() => fitGammaGamma(spendingOf([{ purchases: 2, mean: NaN }]))).toThrow("no spending");
  expect(() => fitGammaGamma(spendingOf([{ purchases: 0, mean: 3 }]))).toThrow("no spending");
});

test("customers that all spend the same do not pass for a fit", () => {
  const fit = fitGammaGamma(spendingOf(Array.from({ length: 50 }, (_, index) => ({ purchases: 1 + (index % 5), mean: 20 }))));
  expect(fit.isConverged).toBe(false);
  expect(fit.runaway).toBeDefined();
  expect(fit.standardErrors.every(Number.isNaN)).toBe(true);
});

test("the macro of models gives the same; refunds beyond what was bought count as nothing", async () => {
  const db = await Database.open();
  const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  try {
    await fc.assert(fc.asyncProperty(real(0.1, 50), real(1.1, 50), real(0.1, 1000), fc.nat(1000), real(0.01, 1e6), async (p, q, gamma, purchases, mean) => {
      const { spend } = await db.row<{ spend: number }>(`select expected_spend(${p}::double, ${q}::double, ${gamma}::double, ${purchases}, ${purchases * mean}::double) as spend`);
      expect(spend / expectedSpend([p, q, gamma], purchases, mean)).toBeCloseTo(1, 12);
    }), { numRuns: 30 });
    // p gamma / (p x + q - 1) = 2 * 10 / (2 * 3 + 3 - 1) = 2.5; without a purchase 2 * 10 / 2 = 10.
    expect(await db.row("select expected_spend(2, 3, 10, 3, -50) as refunded, expected_spend(2, 3, 10, 0, null) as once")).toEqual({ refunded: 2.5, once: 10 });
  } finally {
    db.close();
  }
});
