import fc from "fast-check";
import { expect, test } from "vitest";
import { signedExp, signedLog, standardise } from "../../pipeline/statistics/standardise.js";

const column = (values: number[]) => Float64Array.from(values);
const scores = (values: number[], limit = 1) => standardise(Float64Array.from(values), Float64Array.from(values, () => 1), limit);

test("scores are distances from the mean in sample standard deviations", () => {
  // Mean 3, squared deviations 4 + 1 + 0 + 1 + 4 = 10, variance 10 / 4.
  const { deviation, skewness, isLog, scores: found } = scores([1, 2, 3, 4, 5]);
  expect({ skewness, isLog }).toEqual({ skewness: 0, isLog: false });
  expect(deviation).toBeCloseTo(Math.sqrt(2.5), 12);
  expect([...found]).toEqual([-2, -1, 0, 1, 2].map((x) => expect.closeTo(x / Math.sqrt(2.5), 12) as unknown));
});

test("a skewed measure counts by its logarithm", () => {
  // exp(x) - 1 for x = 0 to 4: the logarithms of one more are 0 to 4, with mean 2 and variance 2.5.
  const { isLog, scores: found } = scores([0, 1, 2, 3, 4].map((x) => Math.expm1(x)));
  expect(isLog).toBe(true);
  expect([...found]).toEqual([-2, -1, 0, 1, 2].map((x) => expect.closeTo(x / Math.sqrt(2.5), 9) as unknown));
});

test("skewness is that of moments: 2 / sqrt(3) for 0, 0, 0, 4, whose logarithm is as skewed and not taken", () => {
  // Mean 1; m2 = (1 + 1 + 1 + 9) / 4 = 3; m3 = (-1 - 1 - 1 + 27) / 4 = 6; 6 / 3^1.5.
  const { skewness, deviation, isLog } = scores([0, 0, 0, 4]);
  expect(skewness).toBeCloseTo(6 / 3 ** 1.5, 12);
  expect(deviation).toBe(2);
  expect(isLog).toBe(false);
});

test("the limit decides, and a measure skewed to the left stays as it is", () => {
  expect(scores([0, 1, 2, 3, 4].map((x) => Math.expm1(x)), 10).isLog).toBe(false);
  expect(scores([0, 1, 2, 3, 4].map((x) => -Math.expm1(x))).isLog).toBe(false);
});

test("refunds have a logarithm too, and the order is kept", () => {
  const { isLog, scores: found } = scores([-5, 0, 1, 2, 3, 1000]);
  expect(isLog).toBe(true);
  expect([...found]).toEqual([...found].sort((a, b) => a - b));
});

test("equal values have score 0, as have one and none", () => {
  expect([...scores([0.1, 0.1, 0.1]).scores]).toEqual([0, 0, 0]);
  expect(scores([0.1, 0.1, 0.1])).toMatchObject({ deviation: 0, skewness: 0, isLog: false });
  expect([...scores([7]).scores]).toEqual([0]);
  expect([...scores([]).scores]).toEqual([]);
});

test("a value that several rows have counts as often", () => {
  const values = fc.array(fc.tuple(fc.integer({ min: -50, max: 5000 }), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 40 });
  fc.assert(fc.property(values, (list) => {
    const [weighted, repeated] = [standardise(column(list.map(([value]) => value)), column(list.map(([, rows]) => rows)), 1), scores(list.flatMap(([value, rows]) => new Array<number>(rows).fill(value)))];
    expect(weighted.isLog).toBe(repeated.isLog);
    for (const name of ["deviation", "skewness", "scaleMean", "scaleDeviation"] as const) expect(weighted[name]).toBeCloseTo(repeated[name], 9);
  }));
});

test("the logarithm with a sign goes there and back", () => {
  fc.assert(fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
    expect(Math.abs(signedExp(signedLog(value)) - value)).toBeLessThanOrEqual(1e-12 * Math.abs(value) + 1e-15);
  }));
  expect([signedLog(0), signedLog(Math.E - 1), signedLog(1 - Math.E)]).toEqual([0, expect.closeTo(1, 15), expect.closeTo(-1, 15)]);
});
