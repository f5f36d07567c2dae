import { describe, test } from "vitest";
import type { Story } from "../statistics/simulate.js";
import { Coverage } from "./coverage.js";
import { fitHolds, spendFitHolds } from "./repeatBuying.js";

/*
 * Of customers drawn from known parameters the 95 % intervals hold these in 90 to 98 % of the replications, small and large: errors of
 * estimates are what they are said to be. With few customers the likelihood is skewed, and a fit may be none.
 */
describe.each(["BG/NBD", "MBG/NBD", "Pareto/NBD"] satisfies Story[])("%s", (story) => {
  test.each([[500, 300, 0.1], [2000, 200, 0.01]])("%i customers", (customers, replications, failures) => {
    const coverage = new Coverage();
    for (let seed = 0; seed < replications; seed++) coverage.add(fitHolds(story, customers, customers + seed));
    coverage.expectWithin(0.9, 0.98, { failures });
  });

  test("10,000 customers, in fewer replications", () => {
    const coverage = new Coverage();
    for (let seed = 0; seed < 30; seed++) coverage.add(fitHolds(story, 10_000, 10_000 + seed));
    coverage.expectNominal(0.95, { failures: 0 });
  });
});

describe("Gamma-Gamma", () => {
  test.each([[500, 400, 0.1], [2000, 300, 0.01], [10_000, 200, 0]])("%i customers", (customers, replications, failures) => {
    const coverage = new Coverage();
    for (let seed = 0; seed < replications; seed++) coverage.add(spendFitHolds(customers, customers + seed));
    coverage.expectWithin(0.9, 0.98, { failures });
  });
});
