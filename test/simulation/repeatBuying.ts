import { fitGammaGamma } from "../../pipeline/statistics/gammaGamma.js";
import { fitRepeatBuying, repeatBuyingModels, type Parameters } from "../../pipeline/statistics/repeatBuying.js";
import { drawPurchases, drawSpending, historiesFrom, type Story } from "../statistics/simulate.js";
import { holdsByLog } from "./coverage.js";

/** Twenty years, with a purchase every two years or so: days are so fine a unit that two purchases hardly fall on one. */
const DAYS = 7280;
export const truths: Record<Story, Parameters> = {
  "BG/NBD": [0.8, 80, 0.9, 2.5],
  "MBG/NBD": [0.8, 80, 0.9, 2.5],
  "Pareto/NBD": [0.8, 80, 0.9, 120],
};
export const spendTruth = [6, 4, 16] as const;

export const drawHistories = (story: Story, customers: number, seed: number) =>
  historiesFrom(drawPurchases(story, truths[story], customers, { days: DAYS, entryDays: 60, seed }), DAYS);

/** Whether the intervals of a fit to customers drawn from the model hold its parameters; undefined where there is no fit. */
export function fitHolds(story: Story, customers: number, seed: number): Record<string, boolean> | undefined {
  const model = repeatBuyingModels.find(({ name }) => name === story)!;
  const { parameters, standardErrors, isConverged } = fitRepeatBuying(model, drawHistories(story, customers, seed));
  if (!isConverged) return undefined;
  return Object.fromEntries(model.parameterNames.map((name, index) => [name, holdsByLog(truths[story][index]!, parameters[index]!, standardErrors[index]!)]));
}

export function spendFitHolds(customers: number, seed: number): Record<string, boolean> | undefined {
  const { parameters, standardErrors, isConverged } = fitGammaGamma(drawSpending(spendTruth, customers, seed));
  if (!isConverged) return undefined;
  return Object.fromEntries(["p", "q", "gamma"].map((name, index) => [name, holdsByLog(spendTruth[index]!, parameters[index]!, standardErrors[index]!)]));
}
