import { bgNbd, mbgNbd } from "./bgNbd.js";
import { checkHistories, countCustomers, DAYS_PER_WEEK, thinned, type Histories } from "./histories.js";
import { inverseOf, isPositiveDefinite, minimise, type Minimum, type Value } from "./minimise.js";
import { paretoNbd } from "./paretoNbd.js";

/** Parameters of a repeat-buying model: r, alpha, a, b or r, alpha, s, beta; alpha and beta in weeks. */
export type Parameters = readonly [number, number, number, number];

/**
 * A model of customers who buy at their own rate until they drop out unseen. Times are weeks where an argument says so,
 * and days in histories.
 */
export interface RepeatBuyingModel {
  name: string;
  parameterNames: readonly [string, string, string, string];
  /** Where the search for the parameters begins; null is found from the data. */
  starts: readonly Record<string, number | null>[];
  /** Mean negative log-likelihood of a customer, by the logarithms of the parameters. */
  likelihood(histories: Histories): (point: Float64Array) => Value;
  /** P(alive at the end of the observation) of each history. */
  aliveProbabilities(parameters: Parameters, histories: Histories): Float64Array;
  /** Expected purchases in the next `weeks` by a customer with so many repeat purchases that is alive. */
  aliveExpectation(parameters: Parameters, frequency: number, ageWeeks: number, weeks: number): number;
  /** Probability that such a customer does not buy within `weeks`. */
  aliveNoPurchase(parameters: Parameters, frequency: number, ageWeeks: number, weeks: number): number;
  /** Expected repeat purchases of a new customer in its first `weeks`. */
  newCustomerExpectation(parameters: Parameters, weeks: number): number;
  /** Probability of exactly `count` repeat purchases of a new customer in its first `weeks`. */
  countProbability(parameters: Parameters, weeks: number, count: number): number;
}

export const repeatBuyingModels: readonly RepeatBuyingModel[] = [bgNbd, mbgNbd, paretoNbd];

export interface Fit {
  parameters: Parameters;
  /** Standard errors of the parameters, from the observed information; NaN where the fit did not converge. */
  standardErrors: Parameters;
  /** Covariance of the logarithms of the parameters, 4 x 4 row by row; NaN where the fit did not converge. */
  logCovariance: Float64Array;
  /** With times in weeks. */
  logLikelihood: number;
  /** 2 k - 2 ln L. */
  aic: number;
  /** k ln n - 2 ln L. */
  bic: number;
  customers: number;
  /** Largest part of the gradient of the mean log-likelihood of a customer, by the logarithms of the parameters. */
  gradientNorm: number;
  isConverged: boolean;
  /** A parameter that runs to 0 or infinity: customers do not differ in what it describes, or the data cannot tell. */
  runaway?: string;
}

/** Histories that the several starts run on; the best goes on over all of them. */
const START_HISTORIES = 500;
/** A parameter beyond e^12 of its unit, or below e^-12, has run away. */
const RUNAWAY = 12;
/** The search goes a little further, so that it is seen, and no more: numerics become slow where parameters are far apart. */
const LIMIT = 13;
/** The starts do not go as far: where the likelihood is flat out there, walking it costs most of the time and finds nothing. */
const START_LIMIT = 9;

/**
 * Fits a model by maximum likelihood: from several starts on part of the histories, from the best on over all. Convergence is
 * proven: the gradient is 0 within 1e-7 of a customer's log-likelihood, and the Hessian positive definite.
 *
 * @throws RangeError where a history cannot be, or nobody bought again: nothing can then be learnt
 */
export function fitRepeatBuying(model: RepeatBuyingModel, histories: Histories): Fit {
  checkHistories(histories);
  if (histories.frequency.every((x) => x === 0)) throw new RangeError("nobody bought again");
  const part = thinned(histories, START_HISTORIES);
  const sample = part.frequency.some((x) => x > 0) ? part : histories;
  const f = model.likelihood(sample);
  let best: Minimum | undefined;
  for (const start of model.starts) {
    const found = minimise(f, startPoint(model, start, sample), { tolerance: 1e-6, limit: START_LIMIT });
    if (!best || (found.isConverged && !best.isConverged) || (found.isConverged === best.isConverged && found.value < best.value - 1e-9)) best = found;
  }
  // What runs away on a part need not on the whole, but it would not come back.
  const from = best!.isConverged ? best!.point : startPoint(model, model.starts[0]!, histories);
  const found = minimise(model.likelihood(histories), from, { tolerance: 1e-12, limit: LIMIT });
  return judgeFit(model, Array.from(found.point, Math.exp) as unknown as Parameters, histories);
}

/** The start with alpha (and beta) such that rate and lifetime are of the data's order. */
function startPoint(model: RepeatBuyingModel, start: Record<string, number | null>, { frequency, ageDays, customers }: Histories): Float64Array {
  let [purchases, weeks, count] = [0, 0, 0];
  for (let row = 0; row < customers.length; row++) {
    purchases += customers[row]! * frequency[row]!;
    weeks += (customers[row]! * ageDays[row]!) / DAYS_PER_WEEK;
    count += customers[row]!;
  }
  // Purchases per week alive are more than per week known.
  const alpha = (start.r! * weeks) / purchases / 2;
  return Float64Array.from(model.parameterNames, (name) => Math.log(start[name] ?? (name === "alpha" ? alpha : weeks / count)));
}

/**
 * What the likelihood says of parameters: a fit if they are a maximum. Nothing of it comes from the search that found them.
 */
export function judgeFit(model: RepeatBuyingModel, parameters: Parameters, histories: Histories): Fit {
  const point = Float64Array.from(parameters, Math.log);
  const { value, gradient, hessian } = model.likelihood(histories)(point);
  const customers = countCustomers(histories);
  const logLikelihood = -value * customers;
  const gradientNorm = Math.max(...gradient.map(Math.abs));
  const runaway = model.parameterNames.find((_, index) => Math.abs(point[index]!) > RUNAWAY);
  const isConverged = gradientNorm <= LARGEST_GRADIENT && isPositiveDefinite(hessian, 4) && runaway === undefined;
  const logCovariance = isConverged ? inverseOf(hessian).map((part) => part / customers) : new Float64Array(16).fill(NaN);
  return {
    parameters, standardErrors: parameters.map((estimate, index) => estimate * Math.sqrt(logCovariance[index * 4 + index]!)) as unknown as Parameters,
    logCovariance, logLikelihood, aic: 2 * 4 - 2 * logLikelihood, bic: 4 * Math.log(customers) - 2 * logLikelihood,
    customers, gradientNorm, isConverged, ...(runaway !== undefined && { runaway }),
  };
}

/** Of the mean log-likelihood of a customer, by the logarithm of a parameter. */
const LARGEST_GRADIENT = 1e-7;
