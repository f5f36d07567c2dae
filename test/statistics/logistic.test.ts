import fc from "fast-check";
import { expect, test } from "vitest";
import { chance, logisticRegression, logOdds } from "../../pipeline/statistics/logistic.js";
import { Random } from "../../pipeline/statistics/random.js";
import "../propertySeed.js";

const errors = ({ covariance }: ReturnType<typeof logisticRegression>) => Array.from({ length: covariance.rows }, (_, index) => Math.sqrt(covariance.get(index, index)));

// Damage to O-rings at 23 flights of the Space Shuttle, by temperature in °F: S. R. Dalal, E. B. Fowlkes, B. Hoadley, JASA 84 (1989).
const temperature = Float64Array.of(66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58);
const damage = [0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1];

test("Challenger's O-rings: coefficients, errors and deviance are those of R's glm: 15.0429 (7.3786), -0.2322 (0.1082), 20.315", () => {
  const fit = logisticRegression([temperature], damage);
  expect([...fit.coefficients].map((value) => value.toFixed(4))).toEqual(["15.0429", "-0.2322"]);
  expect(errors(fit).map((value) => value.toFixed(4))).toEqual(["7.3786", "0.1082"]);
  expect((-2 * fit.logLikelihood).toFixed(3)).toBe("20.315");
  expect(fit.isConverged).toBe(true);
  expect(fit.gradient).toBeLessThan(1e-9);
});

test("Motor Trend's cars, transmission by weight: those of R's glm: 12.040 (4.510), -4.024 (1.436), 19.176", () => {
  const weight = Float64Array.of(2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78);
  const manual = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1];
  const fit = logisticRegression([weight], manual);
  expect([...fit.coefficients].map((value) => value.toFixed(3))).toEqual(["12.040", "-4.024"]);
  // 1.43653, which R's summary prints as 1.436.
  expect(errors(fit).map((value) => value.toFixed(2))).toEqual(["4.51", "1.44"]);
  expect((-2 * fit.logLikelihood).toFixed(3)).toBe("19.176");
});

test("without a feature the intercept is the log odds of the rate, its error the textbook's", () => {
  const fit = logisticRegression([], [1, 1, 1, 0]);
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(3), 12);
  expect(errors(fit)[0]).toBeCloseTo(Math.sqrt(1 / 3 + 1), 10);
});

test("of two groups the coefficient is the log odds ratio of their fourfold table", () => {
  // 30 of 40 and 20 of 60: (30 / 10) / (20 / 40) = 6; variance 1/30 + 1/10 + 1/20 + 1/40.
  const fit = logisticRegression([Float64Array.of(1, 1, 0, 0)], [1, 0, 1, 0], { weights: [30, 10, 20, 40] });
  expect(fit.coefficients[1]).toBeCloseTo(Math.log(6), 8);
  expect(errors(fit)[1]).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 10 + 1 / 20 + 1 / 40), 8);
});

test("an offset is taken as it is", () => {
  const fit = logisticRegression([], [1, 1, 1, 0], { offset: [2, 2, 2, 2] });
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(3) - 2, 10);
});

test("perfectly separated rows stay bounded, and the likelihood still has its top", () => {
  const fit = logisticRegression([Float64Array.of(1, 2, 3, 4)], [0, 0, 1, 1], { ridge: 1e-3 });
  expect(fit.isConverged).toBe(true);
  expect(Number.isFinite(fit.coefficients[1])).toBe(true);
  expect(chance(fit.coefficients[0]! + 4 * fit.coefficients[1]!)).toBeGreaterThan(0.99);
});

test("a column that does not vary has the coefficient 0, and one of equal columns takes half", () => {
  const x = Float64Array.of(1, 2, 3, 4, 5, 6);
  const y = [0, 1, 0, 1, 0, 1];
  const [alone, twice] = [logisticRegression([x], y, { ridge: 1e-6 }), logisticRegression([x, new Float64Array(6).fill(7), x], y, { ridge: 1e-6 })];
  expect(twice.coefficients[2]).toBe(0);
  expect(twice.coefficients[1]).toBeCloseTo(alone.coefficients[1]! / 2, 5);
  expect(twice.coefficients[3]).toBeCloseTo(alone.coefficients[1]! / 2, 5);
});

test("what cannot be fitted is refused", () => {
  expect(() => logisticRegression([], [1, 1])).toThrow("all alike");
  expect(() => logisticRegression([], [])).toThrow("all alike");
  expect(() => logisticRegression([Float64Array.of(1, NaN)], [0, 1])).toThrow("not finite");
});

test("units and order of rows do not change the probabilities", () => {
  const row = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 1 }));
  fc.assert(fc.property(fc.array(row, { minLength: 4, maxLength: 40 }), fc.double({ min: 0.01, max: 1e4, noNaN: true }), (rows, unit) => {
    fc.pre(new Set(rows.map(([, outcome]) => outcome)).size === 2 && new Set(rows.map(([x]) => x)).size > 1);
    const fit = (data: typeof rows, scale: number) => {
      const column = Float64Array.from(data, ([x]) => x * scale + 5);
      return logOdds(logisticRegression([column], data.map(([, y]) => y), { ridge: 0.01 }).coefficients, [column], data.length);
    };
    const [plain, scaled, reversed] = [fit(rows, 1), fit(rows, unit), fit([...rows].reverse(), 1).reverse()];
    for (const [index, value] of plain.entries()) {
      expect(scaled[index]).toBeCloseTo(value, 5);
      expect(reversed[index]).toBeCloseTo(value, 5);
    }
  }));
});

test("intervals of 95 % hold the true coefficient in 90 to 98 % of samples", () => {
  const random = new Random(11);
  let held = 0;
  const samples = 400;
  for (let sample = 0; sample < samples; sample++) {
    const x = Float64Array.from({ length: 300 }, () => 4 * random.next() - 2);
    const y = Array.from(x, (value) => (random.next() < chance(-0.5 + 0.8 * value) ? 1 : 0));
    const fit = logisticRegression([x], y);
    if (Math.abs(fit.coefficients[1]! - 0.8) <= 1.96 * errors(fit)[1]!) held++;
  }
  expect(held / samples).toBeGreaterThan(0.9);
  expect(held / samples).toBeLessThan(0.98);
});

test("a chance is never NaN", () => {
  expect([chance(-1e308), chance(-800), chance(0), chance(800), chance(1e308)]).toEqual([0, 0, 0.5, 1, 1]);
});
