import { describe, test } from "vitest";
import { compute } from "../../pipeline/marts/value/lifetime_value_totals.js";
import { expectedSpend, fitGammaGamma, type SpendParameters } from "../../pipeline/statistics/gammaGamma.js";
import type { Histories } from "../../pipeline/statistics/histories.js";
import { discountedPurchases, discountHistories, type DiscountedPurchases } from "../../pipeline/statistics/lifetimeValue.js";
import { fitRepeatBuying, repeatBuyingModels, type Parameters, type RepeatBuyingModel } from "../../pipeline/statistics/repeatBuying.js";
import { normalQuantile } from "../../pipeline/statistics/special.js";
import { drawSpending, type Story } from "../statistics/simulate.js";
import { Coverage } from "./coverage.js";
import { drawHistories, spendTruth, truths } from "./repeatBuying.js";

const horizon = { months: 36, discountRate: 0.01 };

/** The total that the customers' histories let expect by parameters that are known. */
function expectedTotal(model: RepeatBuyingModel, repeat: Parameters, spend: SpendParameters, histories: Histories, means: Float64Array): number {
  const alive = model.aliveProbabilities(repeat, histories);
  return histories.frequency.reduce((sum, x, row) =>
    sum + alive[row]! * discountedPurchases(model, repeat, x, histories.ageDays[row]! / 7, horizon) * expectedSpend(spend, x, means[row]!), 0);
}

/** The total with its interval as the mart computes it, of customers of one kind with a margin of 1, from fits. */
function totalOf({ purchases, logGradient }: DiscountedPurchases, { frequency }: Histories, means: Float64Array, logCovariance: Float64Array, spend: ReturnType<typeof fitGammaGamma>) {
  const [pp, pq, pg, , qq, qg, , , gg] = spend.logCovariance;
  const [p, q, gamma] = spend.parameters;
  const one = (value: number | undefined) => Float64Array.of(value!);
  const ones = new Float64Array(frequency.length).fill(1);
  const result = compute({
    spend: {
      p: one(p), q: one(q), gamma: one(gamma), covariance_pp: one(pp), covariance_pq: one(pq), covariance_pg: one(pg), covariance_qq: one(qq), covariance_qg: one(qg), covariance_gg: one(gg),
      normal_quantile: one(normalQuantile(0.975)),
    },
    covariances: Object.fromEntries([1, 2, 3, 4].map((place) => [`covariance_${place}`, Float64Array.from([0, 1, 2, 3], (row) => logCovariance[row * 4 + place - 1]!)])),
    histories: {
      frequency: Float64Array.from(frequency), discounted_purchases: purchases, customers: ones, rate_sum: ones,
      revenue_sum: Float64Array.from(frequency, (x, row) => (x > 0 ? x * means[row]! : 0)),
      ...Object.fromEntries(logGradient.map((gradient, index) => [`gradient_${index + 1}`, gradient])),
    },
  });
  return { low: result.predicted_low![0] as number, high: result.predicted_high![0] as number };
}

/*
 * The interval of the total of lifetime value holds what would be expected if the parameters were known, and that of each customer's
 * discounted purchases likewise, in 90 to 98 % of the replications.
 */
describe.each(["BG/NBD", "Pareto/NBD"] satisfies Story[])("%s", (story) => {
  test.each([[500, 200, 0.1], [2000, 200, 0.01]])("%i customers", (customers, replications, failures) => {
    const model = repeatBuyingModels.find(({ name }) => name === story)!;
    const coverage = new Coverage();
    for (let seed = 0; seed < replications; seed++) {
      const histories = drawHistories(story, customers, 50_000 + seed);
      // Spend has nothing to do with how often they buy.
      const { meanSpend: means } = drawSpending(spendTruth, customers, 50_000 + seed, histories.frequency);
      const repeaters = Array.from(histories.frequency.keys()).filter((row) => histories.frequency[row]! > 0);
      const repeat = fitRepeatBuying(model, histories);
      const spend = fitGammaGamma({
        purchases: Int32Array.from(repeaters, (row) => histories.frequency[row]!), meanSpend: Float64Array.from(repeaters, (row) => means[row]!), customers: new Float64Array(repeaters.length).fill(1),
      });
      if (!repeat.isConverged || !spend.isConverged || spend.parameters[1] <= 1) {
        coverage.add(undefined);
        continue;
      }
      const discounted = discountHistories(model, repeat.parameters, repeat.logCovariance, histories, horizon);
      const { low, high } = totalOf(discounted, histories, means, repeat.logCovariance, spend);
      const truth = expectedTotal(model, truths[story], spendTruth, histories, means);
      // One customer whom every replication has: the one that bought most often.
      const most = histories.frequency.indexOf(histories.frequency.reduce((largest, x) => Math.max(largest, x), 0));
      const of = discountedPurchases(model, truths[story], histories.frequency[most]!, histories.ageDays[most]! / 7, horizon) * model.aliveProbabilities(truths[story], histories)[most]!;
      coverage.add({
        total: low <= truth && truth <= high,
        "best customer": Math.abs(Math.log(discounted.purchases[most]! / of)) <= normalQuantile(0.975) * discounted.logError[most]!,
      });
    }
    coverage.expectWithin(0.9, 0.98, { failures });
  });
});
