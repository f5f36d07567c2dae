import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bgNbd, mbgNbd } from "../../pipeline/statistics/bgNbd.js";
import { historiesOf, type Histories } from "../../pipeline/statistics/histories.js";
import { predictHistories } from "../../pipeline/statistics/lifetimeValue.js";
import { paretoNbd } from "../../pipeline/statistics/paretoNbd.js";
import { fitRepeatBuying, repeatBuyingModels, type Parameters } from "../../pipeline/statistics/repeatBuying.js";
import { lnGamma } from "../../pipeline/statistics/special.js";
import { drawPurchases, historiesFrom, type Story } from "./simulate.js";

const log = (low: number, high: number) => fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const someParameters = fc.tuple(log(0.1, 10), log(0.5, 50), log(0.1, 10), log(0.3, 50)) as fc.Arbitrary<Parameters>;
const someHistory = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
  .map(([x, recency, rest]) => (x === 0 ? { x, recency: 0, age: rest } : { x, recency: recency + x, age: recency + x + rest }));
const historiesFor = (rows: { x: number; recency: number; age: number }[]): Histories =>
  historiesOf(rows.map(({ x }) => x), rows.map(({ recency }) => recency), rows.map(({ age }) => age), rows.map((_, index) => 1 + (index % 3)));

describe.each(repeatBuyingModels.map((model) => [model.name, model] as const))("%s", (name, model) => {
  test("the chances of all numbers of purchases add up to 1, and their mean is what is expected", () => {
    // With these parameters 600 purchases in 20 weeks are less probable than 1e-40.
    const parameters: Parameters = [2, 4, 2, 5];
    let [sum, mean] = [0, 0];
    for (let count = 0; count <= 600; count++) {
      const probability = model.countProbability(parameters, 20, count);
      expect(probability).toBeGreaterThanOrEqual(0);
      sum += probability;
      mean += count * probability;
    }
    expect(sum).toBeCloseTo(1, 10);
    expect(mean).toBeCloseTo(model.newCustomerExpectation(parameters, 20), 9);
  });

  test("who does not buy for a time, and then for another, does not buy for both", () => {
    fc.assert(fc.property(someParameters, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (parameters, first, then) => {
      const { noPurchase } = predictHistories(model, parameters, historiesOf([0], [0], [first], [1]), then);
      const both = model.countProbability(parameters, (first + then) / 7, 0);
      expect(model.countProbability(parameters, first / 7, 0) * noPurchase[0]!).toBeCloseTo(both, 10);
    }));
  });

  test("what comes is the rate at first, and no purchase is what is left of it", () => {
    fc.assert(fc.property(someParameters, fc.integer({ min: 0, max: 60 }), fc.double({ min: 0, max: 100, noNaN: true }), (parameters, x, age) => {
      const rate = (parameters[0] + x) / (parameters[1] + age);
      const soon = 1e-6 / rate;
      const first = name === "Pareto/NBD" ? 1e-4 : 1e-5;
      expect(Math.abs(model.aliveExpectation(parameters, x, age, soon) / 1e-6 - 1)).toBeLessThan(first);
      expect(Math.abs(model.aliveNoPurchase(parameters, x, age, soon) - (1 - 1e-6))).toBeLessThan(1e-9);
    }));
  });

  test("P(alive) lies from 0 to 1 and falls with silence; who just bought may be as alive as can be", () => {
    fc.assert(fc.property(someParameters, someHistory, fc.integer({ min: 1, max: 300 }), (parameters, { x, recency, age }, silence) => {
      const [now, later] = model.aliveProbabilities(parameters, historiesOf([x, x], [recency, recency], [age, age + silence], [1, 1]));
      expect(now).toBeGreaterThanOrEqual(0);
      expect(now).toBeLessThanOrEqual(1);
      expect(later).toBeLessThanOrEqual(now! + 1e-12);
    }));
    const [, , a, b] = [1, 5, 2, 6];
    const just = model.aliveProbabilities([1, 5, 2, 6], historiesOf([3], [70], [70], [1]))[0];
    // It may have dropped out with the purchase of today: with 1 / (1 + a / (b + x - 1)), in MBG/NBD of one chance more.
    expect(just).toBeCloseTo(name === "BG/NBD" ? (b + 2) / (a + b + 2) : name === "MBG/NBD" ? (b + 3) / (a + b + 3) : 1, 12);
  });

  test("first and second derivatives of the likelihood are those that differences give", () => {
    fc.assert(fc.property(someParameters, fc.array(someHistory, { minLength: 5, maxLength: 12 }), (parameters, rows) => {
      const f = model.likelihood(historiesFor(rows));
      const point = Float64Array.from(parameters, Math.log);
      const { gradient, hessian } = f(point);
      const width = 1e-4;
      for (let i = 0; i < 4; i++) {
        const [above, below] = [f(point.map((value, index) => (index === i ? value + width : value))), f(point.map((value, index) => (index === i ? value - width : value)))];
        expect(Math.abs((above.value - below.value) / (2 * width) - gradient[i]!)).toBeLessThan(1e-5 * (1 + Math.abs(gradient[i]!)));
        for (let j = 0; j < 4; j++) {
          expect(Math.abs((above.gradient[j]! - below.gradient[j]!) / (2 * width) - hessian[i * 4 + j]!)).toBeLessThan(1e-5 * (1 + Math.abs(hessian[i * 4 + j]!)));
          expect(hessian[i * 4 + j]).toBe(hessian[j * 4 + i]);
        }
      }
    }), { numRuns: 40 });
  });

  test("a fit is the same of customers one by one, grouped, and in any order", () => {
    const truth = { "BG/NBD": [0.5, 8, 0.8, 2.5], "MBG/NBD": [0.5, 8, 0.8, 2.5], "Pareto/NBD": [0.6, 10, 0.7, 12] }[name] as unknown as Parameters;
    const single = historiesFrom(drawPurchases(name as Story, truth, 1200, { days: 500, entryDays: 100, seed: 4 }), 500);
    const rows = Array.from(single.frequency, (x, row) => [x, single.recencyDays[row]!, single.ageDays[row]!] as const);
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(row.join(), (counts.get(row.join()) ?? 0) + 1);
    const distinct = [...counts].map(([key, count]) => [...key.split(",").map(Number), count] as [number, number, number, number]).sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2]);
    const groupedOf = (of: [number, number, number, number][]) => historiesOf(of.map(([x]) => x), of.map(([, recency]) => recency), of.map(([, , age]) => age), of.map(([, , , count]) => count));
    expect(distinct.length).toBeLessThan(rows.length);
    const fit = fitRepeatBuying(model, groupedOf(distinct));
    expect(fit.isConverged).toBe(true);
    for (const other of [fitRepeatBuying(model, single), fitRepeatBuying(model, groupedOf(distinct.toReversed()))]) {
      other.parameters.forEach((estimate, index) => expect(Math.abs(estimate / fit.parameters[index]! - 1)).toBeLessThan(1e-9));
      other.standardErrors.forEach((error, index) => expect(Math.abs(error / fit.standardErrors[index]! - 1)).toBeLessThan(1e-7));
      expect(Math.abs(other.logLikelihood / fit.logLikelihood - 1)).toBeLessThan(1e-12);
    }
    // Four standard errors: the truth is one of few parameters from which these customers could come.
    fit.parameters.forEach((estimate, index) => expect(Math.abs(Math.log(estimate / truth[index]!))).toBeLessThan((4 * fit.standardErrors[index]!) / estimate));
  });
});

/** Likelihood of one history by Pareto/NBD, its integral by Simpson's rule over the time at which the customer dropped out. */
function paretoLikelihood([r, alpha, s, beta]: Parameters, x: number, from: number, to: number): number {
  const f = (v: number) => {
    // In ln(w + shift) the integrand is smooth.
    const w = Math.exp(v) - shift;
    return (alpha + w) ** -(r + x) * (beta + w) ** -(s + 1) * (w + shift);
  };
  const shift = Math.min(alpha, beta);
  const [low, high, steps] = [Math.log(from + shift), Math.log(to + shift), 4000];
  let sum = f(low) + f(high);
  for (let step = 1; step < steps; step++) sum += f(low + (step * (high - low)) / steps) * (step % 2 === 1 ? 4 : 2);
  const gone = (s * (sum * (high - low))) / steps / 3;
  return lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) + s * Math.log(beta) + Math.log((alpha + to) ** -(r + x) * (beta + to) ** -s + gone);
}

test("the likelihood of Pareto/NBD is the integral over the time of dropping out, alpha and beta near and far from one another", () => {
  const far = [[0.5, 10, 0.6, 12], [0.5, 10, 0.6, 10], [2, 5, 3, 400], [0.7, 300, 0.9, 2], [1.5, 0.5, 40, 5000], [3, 2000, 0.3, 1]] as Parameters[];
  for (const parameters of far) {
    for (const { x, recency, age } of [{ x: 0, recency: 0, age: 273 }, { x: 1, recency: 20, age: 273 }, { x: 8, recency: 250, age: 273 }, { x: 30, recency: 300, age: 2000 }]) {
      const expected = paretoLikelihood(parameters, x, recency / 7, age / 7);
      const { value } = paretoNbd.likelihood(historiesOf([x], [recency], [age], [1]))(Float64Array.from(parameters, Math.log));
      expect(Math.abs(-value / expected - 1)).toBeLessThan(1e-9);
    }
  }
});

test("where customers drop out at their first chance, those of MBG/NBD never come back, and those of BG/NBD come back once", () => {
  const parameters: Parameters = [3, 0.001, 100, 1e-6];
  expect(bgNbd.newCustomerExpectation(parameters, 500)).toBeCloseTo(1, 6);
  expect(mbgNbd.newCustomerExpectation(parameters, 500)).toBeCloseTo(0, 6);
});

test.each([[[1, 10, 2000, 5], 26], [[7, 111, 113, 0.099], 26], [[0.05, 300, 40, 0.02], 104]] as const)("by Pareto/NBD of %j the counts of %i weeks are certain together, and their mean is what is expected: however fast customers leave", (parameters, weeks) => {
  let [sum, mean] = [0, 0];
  for (let count = 0; count < 400; count++) {
    const probability = paretoNbd.countProbability(parameters, weeks, count);
    sum += probability;
    mean += count * probability;
  }
  expect(sum).toBeCloseTo(1, 9);
  expect(mean).toBeCloseTo(paretoNbd.newCustomerExpectation(parameters, weeks), 8);
});
