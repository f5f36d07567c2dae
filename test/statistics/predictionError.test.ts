import { describe, expect, test } from "vitest";
import { FORECAST_MODELS, fitModel, leastValues } from "../../pipeline/statistics/forecastModels.js";
import { forecast, smooth, type Smoothing, type SmoothingState } from "../../pipeline/statistics/holtWinters.js";
import { predict, responses } from "../../pipeline/statistics/predictionError.js";
import { normalQuantile } from "../../pipeline/statistics/special.js";
import { normals, season } from "./series.js";

const near = (values: Iterable<number>, digits = 9) => Array.from(values, (value) => expect.closeTo(value, digits) as unknown);

test("an error goes on through level, trend and season", () => {
  expect([...responses({ alpha: 0.5, beta: 0, gamma: 0 }, 0, 3)]).toEqual([1, 0.5, 0.5]);
  expect([...responses({ alpha: 0.5, beta: 0.2, gamma: 0 }, 0, 3)]).toEqual(near([1, 0.6, 0.7]));
  // After a season its own weight of what the level has not taken: 0.4 x 0.5.
  expect([...responses({ alpha: 0.5, beta: 0, gamma: 0.4 }, 2, 5)]).toEqual(near([1, 0.5, 0.7, 0.5, 0.7]));
});

test("errors of months and of totals, by hand", () => {
  // c = 1, 0.5, 0.5 with an error of 2: months 2, 2 root 1.25, 2 root 1.5; totals of 1, 1.5, 2: 2, 2 root 3.25, 2 root 7.25.
  const none: Smoothing = { hasTrend: false, season: "none" };
  const told = predict(none, { alpha: 0.5, beta: 0, gamma: 0 }, { level: 10, trend: 0, seasonal: new Float64Array(0) }, 2, 3);
  expect([...told.values]).toEqual([10, 10, 10]);
  expect([...told.totals]).toEqual([10, 20, 30]);
  expect([...told.errors]).toEqual(near([2, 2 * Math.sqrt(1.25), 2 * Math.sqrt(1.5)]));
  expect([...told.totalErrors]).toEqual(near([2, 2 * Math.sqrt(3.25), 2 * Math.sqrt(7.25)]));
  const unknown = predict(none, { alpha: 0.5, beta: 0, gamma: 0 }, { level: 10, trend: 0, seasonal: new Float64Array(0) }, NaN, 2);
  expect([[...unknown.values], [...unknown.errors], [...unknown.totalErrors]]).toEqual([[10, 10], [NaN, NaN], [NaN, NaN]]);
});

test.each(["additive", "multiplicative"] as const)("months and totals of a season %s vary by their errors, in futures drawn by smoothing itself", (kind) => {
  const draw = normals(5);
  const smoothing: Smoothing = { hasTrend: true, season: kind };
  const weights = { alpha: 0.3, beta: 0.1, gamma: 0.2 };
  const pattern = season(12, 0.2, draw);
  const state: SmoothingState = { level: 1000, trend: 5, seasonal: pattern.map((value) => (kind === "additive" ? 1000 * value : 1 + value)) };
  const deviation = kind === "additive" ? 50 : 0.05;
  const told = predict(smoothing, weights, state, deviation, 18, { paths: 4000 });
  const months = Array.from({ length: 18 }, () => [] as number[]);
  const totals = Array.from({ length: 18 }, () => [] as number[]);
  for (let path = 0; path < 4000; path++) {
    let now = state;
    let total = 0;
    for (let step = 0; step < 18; step++) {
      const [next] = forecast(smoothing, now, 1);
      const value = next! + draw() * deviation * (kind === "additive" ? 1 : next!);
      now = smooth(Float64Array.of(value), smoothing, weights, { ...now, first: 0 }).state;
      months[step]!.push(value);
      totals[step]!.push(total += value);
    }
  }
  const spread = (list: number[]) => {
    const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
    return Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (list.length - 1));
  };
  // Deviations of 4,000 draws are off by 1.1 %, those drawn within by as much again.
  for (const [step, list] of months.entries()) expect(Math.abs(told.errors[step]! / spread(list) - 1), `month ${step + 1}`).toBeLessThan(0.06);
  for (const [step, list] of totals.entries()) expect(Math.abs(told.totalErrors[step]! / spread(list) - 1), `total of ${step + 1}`).toBeLessThan(0.06);
  expect(predict(smoothing, weights, state, deviation, 18, { paths: 4000 })).toEqual(told);
});

describe("models", () => {
  test("take as many values as they need", () => {
    expect(FORECAST_MODELS.map((model) => leastValues(model, 12))).toEqual([12, 2, 24, 3, 24, 24]);
    for (const model of FORECAST_MODELS) {
      const values = (count: number) => Float64Array.from({ length: count }, (_, index) => 10 + (index % 12) + index / 7);
      const least = leastValues(model, 12);
      expect(fitModel(values(least - 1), model, 12), model).toBeUndefined();
      for (const value of fitModel(values(least), model, 12)!.predict(12).values) expect(Number.isFinite(value), model).toBe(true);
    }
  });

  test("the naive repeats the season, and its error is that of a year before", () => {
    const model = fitModel(Float64Array.of(1, 2, 3, 5, 2, 6), "seasonal naive", 3)!;
    const told = model.predict(4);
    // Off by 4, 0, 3: the deviation is the root of 25 / 3, after a season twice the variance.
    expect([...told.values]).toEqual([5, 2, 6, 5]);
    expect([model.sse, model.errors, model.degrees]).toEqual([25, 3, 3]);
    expect([...told.errors]).toEqual(near([1, 1, 1, Math.SQRT2].map((factor) => factor * Math.sqrt(25 / 3))));
    // Two in a row were 4 and 3 off together, which is less than chance would have it; all three 7 off, which is more.
    expect([...told.totalErrors.slice(0, 3)]).toEqual(near([Math.sqrt(25 / 3), Math.sqrt(50 / 3), 7]));
  });

  test("the naive of one season alone has no error to tell", () => {
    expect([...fitModel(Float64Array.of(1, 2, 3), "seasonal naive", 3)!.predict(2).errors]).toEqual([NaN, NaN]);
  });

  test("a season does not multiply where a value is 0 or less", () => {
    const values = Float64Array.from({ length: 30 }, (_, index) => (index === 29 ? 0 : 10 + (index % 12)));
    expect(fitModel(values, "multiplicative", 12)).toBeUndefined();
    expect(fitModel(values.subarray(0, 29), "multiplicative", 12)).toBeDefined();
  });

  test("of a process whose weights are known, limits hold what comes with the chance that they promise", () => {
    const draw = normals(11);
    const weights = { alpha: 0.3, beta: 0.05, gamma: 0.2 };
    const smoothing: Smoothing = { hasTrend: true, season: "additive" };
    let [months, totals, futures] = [0, 0, 0];
    for (let future = 0; future < 1500; future++, futures++) {
      const state: SmoothingState = { level: 1000, trend: 2, seasonal: season(12, 150, draw) };
      const told = predict(smoothing, weights, state, 40, 12);
      let now = state;
      let total = 0;
      for (let step = 0; step < 12; step++) {
        const value = forecast(smoothing, now, 1)[0]! + 40 * draw();
        now = smooth(Float64Array.of(value), smoothing, weights, { ...now, first: 0 }).state;
        total += value;
        if (step === 11) {
          months += Number(Math.abs(value - told.values[11]!) <= normalQuantile(0.975) * told.errors[11]!);
          totals += Number(Math.abs(total - told.totals[11]!) <= normalQuantile(0.975) * told.totalErrors[11]!);
        }
      }
    }
    // Three standard errors of a share of 95 % in 1,500.
    const slack = 3 * Math.sqrt((0.95 * 0.05) / 1500);
    expect(Math.abs(months / futures - 0.95)).toBeLessThan(slack);
    expect(Math.abs(totals / futures - 0.95)).toBeLessThan(slack);
  });
});
