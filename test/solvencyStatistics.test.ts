import fc from "fast-check";
import { expect, test } from "vitest";
import { compute } from "../pipeline/marts/solvency/ratio_trends.js";
import { settingsSchema } from "../pipeline/settings.js";
import { fitLine } from "../pipeline/statistics/leastSquares.js";
import { studentQuantile } from "../pipeline/statistics/special.js";

/* Stopping distance in feet by speed in miles per hour: the data set `cars` of R (M. Ezekiel, Methods of Correlation Analysis, 1930). */
const speed = [4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25];
const distance = [2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85];

test("the line through the cars has the slope, the error and the prediction interval that R prints", () => {
  const line = fitLine(speed, distance);
  expect(line.predict(0).value).toBeCloseTo(-17.5791, 4);
  expect(line.slope).toBeCloseTo(3.9324, 4);
  expect(line.slopeError).toBeCloseTo(0.4155, 4);
  // predict(lm(dist ~ speed, cars), data.frame(speed = 10), interval = "prediction")
  const { value, error } = line.predict(10);
  const t = studentQuantile(0.975, speed.length - 2);
  expect(value).toBeCloseTo(21.74499, 5);
  expect(value - t * error).toBeCloseTo(-9.809601, 5);
  expect(value + t * error).toBeCloseTo(53.29959, 4);
});

test.each([
  [0.975, 1, 12.7062047362],
  [0.975, 2, 4.3026527297],
  [0.9, 3, 1.6377443537],
  [0.995, 4, 4.6040948713],
  [0.95, 10, 1.8124611228],
  [0.975, 30, 2.0422724563],
  [0.975, 1000, 1.9623390808],
])("the quantile %d of t with %d degrees of freedom is that of the tables, %d", (probability, degrees, quantile) => {
  expect(studentQuantile(probability, degrees)).toBeCloseTo(quantile, 8);
  expect(studentQuantile(1 - probability, degrees)).toBeCloseTo(-quantile, 8);
});

test("equal values have a slope of exactly 0, without error", () => {
  // Adding 0 makes -0 a 0.
  const values = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
  fc.assert(fc.property(values, fc.integer({ min: 3, max: 9 }), (value, count) => {
    const line = fitLine(Array.from({ length: count }, (_, index) => index), Array.from({ length: count }, () => value));
    expect([line.slope, line.slopeError, line.predict(count).value]).toEqual([0, 0, value]);
  }));
});

test("a line shifted, or in other units, has the same slope in those units", () => {
  const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 8 });
  fc.assert(fc.property(values, fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 12 }), (ys, shift, unit) => {
    const xs = ys.map((_, index) => index);
    const line = fitLine(xs, ys);
    const moved = fitLine(xs.map((x) => (x + shift) * unit), ys.map((y) => y + shift));
    expect(moved.slope * unit).toBeCloseTo(line.slope, 9);
    expect(moved.slopeError * unit).toBeCloseTo(line.slopeError, 9);
    expect(moved.predict((ys.length + shift) * unit).error).toBeCloseTo(line.predict(ys.length).error, 9);
  }));
});

/** Normal numbers, the same in every run: a linear congruential generator (Numerical Recipes) and the method of Box and Muller. */
function normals(seed: number): () => number {
  const uniform = () => (seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

test("of ratios that only vary by chance one in twenty has a direction, and four of five next values lie in the interval", () => {
  const [clients, periods] = [6000, 4];
  const normal = normals(7);
  const series = Array.from({ length: clients }, () => Array.from({ length: periods + 1 }, () => 2 + normal()));
  const each = <T>(make: (client: number, period: number) => T) => series.flatMap((_, client) => Array.from({ length: periods }, (__, period) => make(client, period)));
  const columns = compute({ values: {
    customer_id: each(String), ratio: each(() => "current_ratio"), period_months: each(() => 12), better: each(() => "higher"), lowest: each(() => null), highest: each(() => null),
    band_distance: each(() => 1), period_end: each((_, period) => new Date(Date.UTC(2021 + period, 11, 31))), next_period_end: each((_, period) => new Date(Date.UTC(2022 + period, 11, 31))),
    is_over: each(() => false), value: each((client, period) => series[client]![period]!),
  } }, settingsSchema.parse({}));
  const [directions, lows, highs] = [columns.direction as string[], columns.outlook_low as number[], columns.outlook_high as number[]];
  const found = directions.filter((direction) => direction === "improving" || direction === "worsening").length / clients;
  const covered = series.filter((values, client) => values[periods]! >= lows[client]! && values[periods]! <= highs[client]!).length / clients;
  // Standard errors of both shares: sqrt(0.05 x 0.95 / 6000) = 0.0028 and sqrt(0.8 x 0.2 / 6000) = 0.0052.
  expect(Math.abs(found - 0.05)).toBeLessThan(0.01);
  expect(Math.abs(covered - 0.8)).toBeLessThan(0.018);
});
