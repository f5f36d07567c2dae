import { describe, expect, test } from "vitest";
import { historiesOf, type Histories } from "../../pipeline/statistics/histories.js";
import { discountHistories, predictHistories } from "../../pipeline/statistics/lifetimeValue.js";
import { fitRepeatBuying, judgeFit, repeatBuyingModels, type Parameters } from "../../pipeline/statistics/repeatBuying.js";

const of = (rows: [x: number, recency: number, age: number, customers: number][]): Histories =>
  historiesOf(rows.map(([x]) => x), rows.map(([, recency]) => recency), rows.map(([, , age]) => age), rows.map(([, , , customers]) => customers));

/** Thirty years, in which some bought every day. */
const THIRTY_YEARS = 10_957;
const daily = of([[0, 0, THIRTY_YEARS, 500], [1, 3, THIRTY_YEARS, 100], [200, 3000, THIRTY_YEARS, 100], [5000, 10_000, THIRTY_YEARS, 30], [THIRTY_YEARS, THIRTY_YEARS, THIRTY_YEARS, 30]]);

describe.each(repeatBuyingModels.map((model) => [model.name, model] as const))("%s", (_, model) => {
  test("refuses customers of whom nobody bought again, and histories that cannot be", () => {
    expect(() => fitRepeatBuying(model, of([[0, 0, 200, 500]]))).toThrow(new RangeError("nobody bought again"));
    expect(() => fitRepeatBuying(model, of([]))).toThrow(new RangeError("nobody bought again"));
    expect(() => fitRepeatBuying(model, of([[2, 300, 200, 1]]))).toThrow(RangeError);
    expect(() => fitRepeatBuying(model, of([[2, 100, 200, NaN]]))).toThrow(RangeError);
  });

  test.each([
    ["one customer", of([[3, 100, 200, 1]])],
    ["customers that are all alike", of([[3, 100, 200, 500]])],
    ["customers that all bought again today", of([[3, 200, 200, 500]])],
    ["one who bought again", of([[0, 0, 200, 500], [1, 100, 200, 1]])],
    ["customers of one day", of([[0, 0, 0, 10], [1, 1, 1, 5]])],
  ])("is no fit of %s: without errors, and with numbers for parameters", (_, histories) => {
    const fit = fitRepeatBuying(model, histories);
    expect(fit.isConverged).toBe(false);
    expect(fit.standardErrors.every(Number.isNaN)).toBe(true);
    expect(fit.logCovariance.every(Number.isNaN)).toBe(true);
    expect(fit.parameters.every((estimate) => estimate > 0 && Number.isFinite(estimate))).toBe(true);
    for (const figure of [fit.logLikelihood, fit.aic, fit.bic, fit.gradientNorm]) expect(Number.isFinite(figure)).toBe(true);
    const { alive, purchases, noPurchase } = predictHistories(model, fit.parameters, histories, 365);
    expect([...alive, ...noPurchase].every((value) => value >= 0 && value <= 1)).toBe(true);
    expect([...purchases].every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
  });

  test("fits purchases of every day for thirty years", () => {
    const fit = fitRepeatBuying(model, daily);
    expect(fit.isConverged).toBe(true);
    const { alive, purchases, noPurchase } = predictHistories(model, fit.parameters, daily, 365);
    expect([...alive, ...noPurchase].every((value) => value >= 0 && value <= 1)).toBe(true);
    // Who bought on each day of thirty years goes on so.
    expect(purchases[4]).toBeGreaterThan(340);
    expect(purchases[4]).toBeLessThan(366);
    expect(purchases[1]).toBeLessThan(0.1);
    const discounted = discountHistories(model, fit.parameters, fit.logCovariance, daily, { months: 120, discountRate: 0.01 });
    expect([...discounted.purchases, ...discounted.logError].every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
  });

  test("parameters that are no maximum are none, whoever found them", () => {
    const histories = of([[0, 0, 364, 600], [1, 70, 364, 120], [2, 320, 364, 40], [9, 357, 364, 10]]);
    expect(judgeFit(model, [1, 10, 1, 10], histories).isConverged).toBe(false);
    expect(judgeFit(model, [1, 10, 1, 10], histories).runaway).toBeUndefined();
    const away: Parameters = [1, 10, 1, 2e5];
    expect(judgeFit(model, away, histories).runaway).toBe(model.parameterNames[3]);
  });
});

test("a history without any time, and one whose last purchase is today, have a likelihood", () => {
  for (const model of repeatBuyingModels) {
    const { value, gradient, hessian } = model.likelihood(of([[0, 0, 0, 1], [4, 90, 90, 1]]))(Float64Array.from([0.5, 8, 0.8, 5], Math.log));
    expect([value, ...gradient, ...hessian].every(Number.isFinite)).toBe(true);
    // Of no time nothing is known: its likelihood is 1.
    expect(model.likelihood(of([[0, 0, 0, 1]]))(Float64Array.from([0.5, 8, 0.8, 5], Math.log)).value).toBeCloseTo(0, 12);
  }
});
