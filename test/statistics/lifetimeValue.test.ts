import fc from "fast-check";
import { expect, test } from "vitest";
import { bgNbd, mbgNbd } from "../../pipeline/statistics/bgNbd.js";
import { historiesOf } from "../../pipeline/statistics/histories.js";
import { discountedPurchases, discountHistories, predictHistories, WEEKS_PER_MONTH } from "../../pipeline/statistics/lifetimeValue.js";
import { paretoNbd } from "../../pipeline/statistics/paretoNbd.js";
import type { Parameters } from "../../pipeline/statistics/repeatBuying.js";

const parameters: Parameters = [1, 1, 2, 1];
const some = historiesOf([0, 1, 3, 3, 40], [0, 7, 200, 10, 350], [0, 21, 210, 210, 364], [1, 2, 3, 4, 5]);
const models = [bgNbd, mbgNbd, paretoNbd];

test("months are 365.25 / 12 days, and each is discounted by its number", () => {
  expect(WEEKS_PER_MONTH * 7 * 12).toBeCloseTo(365.25, 12);
  // Pareto/NBD with r = alpha = beta = 1, s = 2: t / (1 + t) in t weeks. Months of one week: 1/2, 2/3, 3/4 to date.
  const value = discountedPurchases(paretoNbd, parameters, 0, 0, { months: 3, discountRate: 0.25, weeksPerMonth: 1 });
  expect(value).toBeCloseTo(1 / 2 / 1.25 + 1 / 6 / 1.5625 + 1 / 12 / 1.953125, 14);
});

test("discount.weekly: 0.0027 a week is 15 % a year, so that what comes in the last of 52 weeks counts by 1 / 1.15", () => {
  expect(Math.log(1.15) / 52).toBeCloseTo(0.0027, 4);
  const until = (months: number, discountRate: number) => discountedPurchases(paretoNbd, parameters, 2, 30, { months, discountRate, weeksPerMonth: 1 });
  const lastWeek = (discountRate: number) => until(52, discountRate) - until(51, discountRate);
  // The published rate has two digits: 0.00005 more or less of a week are a quarter of a percent in a year.
  const share = lastWeek(0.0027) / lastWeek(0);
  expect(share).toBeGreaterThan((1 - 0.0026) / 1.15);
  expect(share).toBeLessThan((1 + 0.0026) / 1.15);
});

test("without a discount it is what comes in all, and over no month nothing", () => {
  for (const model of models) {
    expect(discountedPurchases(model, parameters, 2, 30, { months: 7, discountRate: 0, weeksPerMonth: 3 })).toBeCloseTo(model.aliveExpectation(parameters, 2, 30, 21), 12);
    expect(discountedPurchases(model, parameters, 2, 30, { months: 0, discountRate: 0.01 })).toBe(0);
  }
});

test("more months bring more, and a higher discount less", () => {
  fc.assert(fc.property(fc.constantFrom(...models), fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 0.4, noNaN: true }), fc.integer({ min: 0, max: 50 }), (model, months, discountRate, x) => {
    const at = (months: number, discountRate: number) => discountedPurchases(model, [0.6, 5, 1.2, 3], x, 40, { months, discountRate });
    expect(at(months + 1, discountRate)).toBeGreaterThan(at(months, discountRate));
    expect(at(months, discountRate + 0.05)).toBeLessThan(at(months, discountRate));
  }));
});

test("what is predicted of a history is that of its alive customers times the chance to be one", () => {
  for (const model of models) {
    const { alive, purchases, noPurchase } = predictHistories(model, parameters, some, 70);
    for (let row = 0; row < alive.length; row++) {
      const [x, weeks] = [some.frequency[row]!, some.ageDays[row]! / 7];
      expect(purchases[row]).toBeCloseTo(alive[row]! * model.aliveExpectation(parameters, x, weeks, 10), 12);
      expect(noPurchase[row]).toBeCloseTo(1 - alive[row]! + alive[row]! * model.aliveNoPurchase(parameters, x, weeks, 10), 12);
    }
  }
});

test("nothing is predicted of nobody", () => {
  const nobody = historiesOf([], [], [], []);
  expect(predictHistories(bgNbd, parameters, nobody, 70)).toEqual({ alive: new Float64Array(0), purchases: new Float64Array(0), noPurchase: new Float64Array(0) });
  expect(discountHistories(bgNbd, parameters, new Float64Array(16), nobody, { months: 1, discountRate: 0 }).purchases).toEqual(new Float64Array(0));
});

test("derivatives by the parameters, and the error that they make of that of the fit", () => {
  // Pareto/NBD of a new customer: r / alpha x beta t / (beta + t) for s = 2. By the logarithms: 1, -1, a number of s, t / (beta + t).
  const fresh = historiesOf([0], [0], [0], [1]);
  const t = 10 * WEEKS_PER_MONTH;
  const covariance = Float64Array.of(0.04, 0.01, 0, 0, 0.01, 0.09, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.25);
  const { purchases, logGradient, logError } = discountHistories(paretoNbd, [0.7, 3, 2, 5], covariance, fresh, { months: 10, discountRate: 0 });
  expect(purchases[0]).toBeCloseTo((0.7 / 3) * 5 * (t / (5 + t)), 12);
  expect(logGradient[0]![0]).toBeCloseTo(1, 9);
  expect(logGradient[1]![0]).toBeCloseTo(-1, 9);
  expect(logGradient[3]![0]).toBeCloseTo(t / (5 + t), 6);
  // By s: r beta / (alpha (s - 1)) (1 - q^(s - 1)), q = beta / (beta + t), at s = 2: s (-1 - q ln q / (1 - q)).
  const q = 5 / (5 + t);
  expect(logGradient[2]![0]).toBeCloseTo(2 * (-1 - (q * Math.log(q)) / (1 - q)), 5);
  // 1² x 0.04 - 2 x 0.01 + 1² x 0.09 + (t / (5 + t))² x 0.25
  expect(logError[0]).toBeCloseTo(Math.sqrt(0.04 - 0.02 + 0.09 + 0.25 * (t / (5 + t)) ** 2), 6);
});

test("a history whose purchases are too few for a number has an error of nothing, and no NaN", () => {
  // Thousands of purchases in a month, and then none for 30 years.
  const gone = historiesOf([5000], [30], [10_957], [1]);
  for (const model of models) {
    const { alive, purchases, noPurchase } = predictHistories(model, [0.2, 1, 0.5, 2], gone, 365);
    expect([alive[0], purchases[0], noPurchase[0]]).toEqual([0, 0, 1]);
    const discounted = discountHistories(model, [0.2, 1, 0.5, 2], new Float64Array(16).fill(1), gone, { months: 12, discountRate: 0.01 });
    expect([discounted.purchases[0], discounted.logError[0]]).toEqual([0, 0]);
  }
});
