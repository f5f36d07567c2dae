import { expect, test } from "vitest";
import { binomialBounds, Coverage, holdsByLog } from "../simulation/coverage.js";
import { fitHolds, spendFitHolds } from "../simulation/repeatBuying.js";

/* A few replications of test/simulation, which has them by the hundred: `npm run test:statistics`. */
test.each([["BG/NBD", 40], ["MBG/NBD", 40], ["Pareto/NBD", 25]] as const)("intervals of %s hold the parameters that the customers were drawn from", (story, replications) => {
  const coverage = new Coverage();
  for (let seed = 0; seed < replications; seed++) coverage.add(fitHolds(story, 500, seed));
  coverage.expectNominal(0.95, { failures: 0.1 });
});

test("intervals of Gamma-Gamma hold the parameters that the spending was drawn from", () => {
  const coverage = new Coverage();
  for (let seed = 0; seed < 40; seed++) coverage.add(spendFitHolds(1000, seed));
  coverage.expectNominal(0.95, { failures: 0.05 });
});

test("bounds of a binomial count leave out no more than they may", () => {
  // Of 10 throws of a coin 1/1024 shows no head, 11/1024 one at most.
  expect(binomialBounds(10, 0.5, 0.99)).toEqual([1, 9]);
  expect(binomialBounds(10, 0.5, 0.95)).toEqual([2, 8]);
  expect(binomialBounds(40, 0.95, 0.999)[1]).toBe(40);
});

test("an interval on the scale of logarithms reaches as far in proportion up and down", () => {
  // ± 1.96 x 0.5 / 5: from 5 e^-0.196 = 4.11 to 6.08.
  expect([4.1, 4.12, 6.07, 6.09].map((truth) => holdsByLog(truth, 5, 0.5))).toEqual([false, true, true, false]);
  expect(holdsByLog(5, 5, NaN)).toBe(false);
});
