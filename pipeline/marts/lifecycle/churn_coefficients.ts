// One row per fit of the chance to leave, model and term: what the model makes of it.
// Models are logistic regressions of whether a customer left, see churn_features: logistic, on all that is known; recency
// alone, on the time since the last purchase; base rate, on nothing, which gives everybody the share who left. The chance is
// 1 / (1 + exp(-s)), where s is the intercept plus the sum of coefficient x term, and TERMS below has the formula of each
// term. Terms drop out that no input tells of, that fewer than prediction.churn_min_differing customers have otherwise than
// the others, or that say the same as an earlier one; the final fit has the terms of the trial that it can have. Coefficients
// are of maximum likelihood with the small penalty prediction.churn_ridge on those of the standardised terms; intervals are
// Wald's, at prediction.confidence. An odds ratio of 2 doubles the odds to leave, everything else being equal; it says what
// goes along with leaving, not what brings it about. Silence counts in gaps of the usual length and not by its logarithm, for
// the odds that a buyer by chance has left grow exponentially with them.
// key: fit, model, term
// columns:
//   fit              trial or final, see churn_fits
//   model            logistic, recency alone or base rate
//   position         Place of the term, from 0, the intercept
//   term             intercept, or what the model knows of a customer
//   mean             Mean of the term; NULL for the intercept
//   deviation        Its standard deviation
//   coefficient      Change of the log odds to leave for one unit of the term, such as a doubling, a year, a yes
//   standard_error   Its standard error
//   odds_ratio       What one unit multiplies the odds to leave by; NULL for the intercept
//   odds_ratio_low   Lower end of its interval
//   odds_ratio_high  Upper end of its interval
//   p_value          Chance of a coefficient as far from 0 if the term told nothing (Wald's test)
//   iterations       Newton's steps that the fit took [steps]
//   gradient         Slope of the penalised log-likelihood left at its end, by customers; 0 at its top
//   is_converged     Whether it came to its top
// checks:
//   fits come to their top: is_converged
//   a ratio lies in its interval: odds_ratio is null or odds_ratio between odds_ratio_low and odds_ratio_high
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { logisticRegression, type LogisticFit } from "../../statistics/logistic.js";
import { normalProbability, normalQuantile } from "../../statistics/special.js";

/** Terms of the model, as a query over churn_features has them; NULL where no input tells of one. */
export const TERMS = {
  "silence": "least(10, features.recency_days / (features.rhythm_days + 1))",
  "rhythm": "log2(features.rhythm_days + 1)",
  "bought once": "case when features.purchases = 1 then 1 else 0 end",
  "purchases": "log2(features.purchases)",
  "trend": "log2((features.recent_purchases + 1) / (features.earlier_purchases + 1)::double)",
  "worth of an order": "log2(1 + greatest(0, features.revenue::double) / features.purchases)",
  "tenure": "features.tenure_days / 365.25",
  "complaints": "least(3, features.complaints)",
  "open complaint": "case when features.open_complaints > 0 then 1 when features.open_complaints = 0 then 0 end",
  "satisfaction": "case when features.has_satisfaction then features.satisfaction_score - 3 when not features.has_satisfaction then 0 end",
  "no satisfaction answer": "case when features.has_satisfaction then 0 when not features.has_satisfaction then 1 end",
  "recommendation": "case when features.has_recommendation then features.recommend_score - 5 when not features.has_recommendation then 0 end",
  "no recommendation answer": "case when features.has_recommendation then 0 when not features.has_recommendation then 1 end",
  "contacts": "log2(1 + features.contacts)",
  "business": "case when features.kind = 'business' then 1 else 0 end",
  "distributor": "case when features.kind = 'distributor' then 1 else 0 end",
  "recency": "log2(features.recency_days + 1)",
} as const;
export type Term = keyof typeof TERMS;

/** The terms of each model; `recency` is silence and rhythm in one, and so is no term of the first. */
const MODELS: Record<string, readonly Term[]> = {
  "logistic": (Object.keys(TERMS) as Term[]).filter((term) => term !== "recency"),
  "recency alone": ["recency"],
  "base rate": [],
};

/** Columns of a query, one for each term. */
export const termColumns = Object.entries(TERMS).map(([term, sql]) => `(${sql})::double as "${term}"`).join(",\n      ");

export const inputs = {
  customers: `
    select
      features.snapshot,
      case when features.has_left then 1.0 else 0.0 end::double as has_left,
      ${termColumns}
    from marts.churn_features as features
    inner join marts.churn_fits as fits on features.snapshot = fits.snapshot
    where fits.is_possible
    order by features.snapshot, features.customer_id`,
  // Where a term is known today, a model with it can be used.
  today: `
    select ${Object.entries(TERMS).map(([term, sql]) => `count(${sql})::double as "${term}"`).join(", ")}
    from marts.churn_features as features
    where features.snapshot = 'today'`,
};

export const columns = {
  fit: "VARCHAR", model: "VARCHAR", position: "INTEGER", term: "VARCHAR", mean: "DOUBLE", deviation: "DOUBLE", coefficient: "DOUBLE", standard_error: "DOUBLE",
  odds_ratio: "DOUBLE", odds_ratio_low: "DOUBLE", odds_ratio_high: "DOUBLE", p_value: "DOUBLE", iterations: "INTEGER", gradient: "DOUBLE", is_converged: "BOOLEAN",
} as const;

const FITS = { trial: "first", final: "second" } as const;

export interface ChurnFit { fit: keyof typeof FITS; model: string; terms: Term[]; values: Float64Array[]; result: LogisticFit }

/** The same customers and settings give the same fits: here their coefficients, in churn_outlook what they are uncertain by. */
export function fitChurn({ customers, today }: Record<string, NumericColumns>, { prediction }: Settings): ChurnFit[] {
  const snapshots = customers!["snapshot"] as string[];
  const found: ChurnFit[] = [];
  const rows = (fit: ChurnFit["fit"]) => {
    const start = snapshots.indexOf(FITS[fit]);
    return start < 0 ? undefined : [start, snapshots.lastIndexOf(FITS[fit]) + 1] as const;
  };
  const column = (name: string, [start, end]: readonly [number, number]) => (customers![name] as Float64Array).subarray(start, end);
  for (const [model, all] of Object.entries(MODELS)) {
    let terms = all.filter((term) => (today![term] as Float64Array)[0]! > 0);
    for (const fit of Object.keys(FITS) as ChurnFit["fit"][]) {
      const own = rows(fit);
      if (!own) continue;
      terms = telling(terms, (term) => column(term, own), prediction.churn_min_differing);
      const values = terms.map((term) => column(term, own));
      found.push({ fit, model, terms, values, result: logisticRegression(values, column("has_left", own), { ridge: prediction.churn_ridge }) });
    }
  }
  return found;
}

/** Terms that are known of all customers, tell enough of them from the others, and say something else than each one before. */
function telling(terms: readonly Term[], values: (term: Term) => Float64Array, least: number): Term[] {
  const kept: Term[] = [];
  for (const term of terms) {
    const own = values(term);
    if (own.some((value) => Number.isNaN(value)) || differing(own) < least) continue;
    if (!kept.some((other) => values(other).every((value, row) => value === own[row]))) kept.push(term);
  }
  return kept;
}

/** How many values differ from the one that most have; nearly all where no value is that of most (majority vote of Boyer and Moore). */
function differing(values: Float64Array): number {
  let [candidate, votes] = [NaN, 0];
  for (const value of values) {
    if (votes === 0) candidate = value;
    votes += value === candidate ? 1 : -1;
  }
  let count = 0;
  for (const value of values) if (value !== candidate) count++;
  return count;
}

export function compute(inputs: Record<string, NumericColumns>, settings: Settings): NumericColumns {
  const reach = normalQuantile((1 + settings.prediction.confidence) / 2);
  const rows = fitChurn(inputs, settings).flatMap(({ fit, model, terms, values, result }) => ["intercept", ...terms].map((term, index) => {
    const [coefficient, error] = [result.coefficients[index]!, Math.sqrt(result.covariance.get(index, index))];
    return {
      fit, model, position: index, term, ...(index === 0 ? { mean: null, deviation: null, odds_ratio: null, odds_ratio_low: null, odds_ratio_high: null } : {
        ...moments(values[index - 1]!), odds_ratio: Math.exp(coefficient), odds_ratio_low: Math.exp(coefficient - reach * error), odds_ratio_high: Math.exp(coefficient + reach * error),
      }),
      coefficient, standard_error: error, p_value: 2 * normalProbability(-Math.abs(coefficient / error)),
      iterations: result.iterations, gradient: result.gradient, is_converged: result.isConverged,
    };
  }));
  return Object.fromEntries((Object.keys(columns) as (keyof typeof columns)[]).map((name) => [name, rows.map((row) => row[name])]));
}

function moments(values: Float64Array): { mean: number; deviation: number } {
  let [sum, squares] = [0, 0];
  for (const value of values) sum += value;
  const mean = sum / values.length;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}
