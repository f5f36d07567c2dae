import fc from "fast-check";
import { expect, test } from "vitest";
import { brierScore, calibrationGroups, calibrationLine, logLoss } from "../../pipeline/statistics/calibration.js";
import "../propertySeed.js";

test("Brier score and log loss by hand", () => {
  // (0.2² + 0.4² + 0.5²) / 3 = 0.15; -(ln 0.8 + ln 0.6 + ln 0.5) / 3.
  const [probabilities, outcomes] = [[0.8, 0.4, 0.5], [1, 0, 1]];
  expect(brierScore(probabilities, outcomes).score).toBeCloseTo(0.15, 12);
  // Squares 0.04, 0.16, 0.25: variance with n - 1 is (0.11² + 0.01² + 0.1²) / 2 = 0.0111.
  expect(brierScore(probabilities, outcomes).error).toBeCloseTo(Math.sqrt(0.0111 / 3), 12);
  expect(logLoss(probabilities, outcomes)).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6) + Math.log(0.5)) / 3, 12);
  expect(logLoss([0], [1])).toBeCloseTo(15 * Math.LN10, 9);
  expect(logLoss([], [])).toBeNaN();
});

test("groups are of equal size where all differ, and equal probabilities are not split", () => {
  const groups = calibrationGroups(Float64Array.from({ length: 20 }, (_, index) => (20 - index) / 20), Array.from({ length: 20 }, (_, index) => (index < 5 ? 1 : 0)));
  expect(groups.map(({ rows }) => rows)).toEqual(new Array(10).fill(2));
  expect(groups.map(({ successes }) => successes)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 2, 2]);
  expect(groups[0]!.predicted).toBeCloseTo(0.075, 12);
  expect(groups[7]!.rate).toBe(0.5);
  const tied = calibrationGroups(Float64Array.of(0.5, 0.5, 0.5, 0.5, 0.9), [1, 0, 1, 0, 1], { parts: 5 });
  expect(tied.map(({ rows, predicted, rate }) => [rows, predicted, rate])).toEqual([[4, 0.5, 0.5], [1, 0.9, 1]]);
  expect(calibrationGroups(new Float64Array(0), [])).toEqual([]);
});

test("groups hold every row once, and rise", () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1 }));
  fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 12 }), (rows, parts) => {
    const groups = calibrationGroups(Float64Array.from(rows, ([p]) => p / 30), rows.map(([, y]) => y), { parts });
    expect(groups.reduce((all, { rows: own }) => all + own, 0)).toBe(rows.length);
    expect(groups.reduce((all, { successes }) => all + successes, 0)).toBe(rows.filter(([, y]) => y === 1).length);
    expect(groups.length).toBeLessThanOrEqual(parts);
    for (const [index, group] of groups.entries()) if (index > 0) expect(group.predicted).toBeGreaterThan(groups[index - 1]!.predicted);
  }));
});

test("predictions that are right have slope 1 and no shift; extreme ones a slope below 1; low ones a shift above 0", () => {
  // Of 4 with probability 0.25 one has the outcome, of 4 with 0.75 three.
  const outcomes = [1, 0, 0, 0, 1, 1, 1, 0];
  const of = (low: number, high: number) => Float64Array.of(low, low, low, low, high, high, high, high);
  const right = calibrationLine(of(0.25, 0.75), outcomes);
  expect(right.slope).toBeCloseTo(1, 6);
  expect(right.shift).toBeCloseTo(0, 9);
  // Odds of 3 told as odds of 9: half the slope.
  expect(calibrationLine(of(0.1, 0.9), outcomes).slope).toBeCloseTo(0.5, 6);
  expect(calibrationLine(of(0.1, 0.5), outcomes).shift).toBeGreaterThan(0.5);
  expect(calibrationLine(of(0.5, 0.5), outcomes)).toMatchObject({ slope: NaN });
  expect(calibrationLine(of(0.5, 0.5), outcomes).shift).toBeCloseTo(0, 12);
  expect(calibrationLine(Float64Array.of(0.2, 0.3), [1, 1]).shift).toBeNaN();
  expect(Number.isFinite(calibrationLine(Float64Array.of(0, 1, 0.5), [0, 1, 1]).slope)).toBe(true);
});
