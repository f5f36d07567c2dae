// One row per snapshot and customer whose chance to leave is computed: that by each model of churn_coefficients.
// The second snapshot of churn_features is scored by the trial, which knew nothing of what came after the first; today's
// customers by the final fit. The reasons are the terms that raise the customer's log odds most above those of the mean
// customer of the fit, by the logistic model: at most three, of terms whose odds ratio is told from 1, and only what raises the
// log odds by a fifth at least.
// key: snapshot, customer_id
// columns:
//   snapshot       second or today
//   customer_id    Customer
//   logistic       Chance to leave by all that is known [0 to 1]
//   recency_alone  Chance by the time since the last purchase [0 to 1]
//   base_rate      Share who left of those the fit learned from [0 to 1]
//   reason_1       Term that raises the chance most; NULL where none does
//   reason_2       The next
//   reason_3       The one after
// checks:
//   a chance lies between 0 and 1: logistic between 0 and 1 and recency_alone between 0 and 1
import type { NumericColumns } from "../../engine/database.js";
import { chance } from "../../statistics/logistic.js";
import { TERMS, termColumns, type Term } from "./churn_coefficients.js";

export const inputs = {
  customers: `
    select
      features.snapshot,
      features.customer_id,
      ${termColumns}
    from marts.churn_features as features
    inner join marts.churn_fits as fits on fits.is_possible
    and features.snapshot = case when fits.fit = 'trial' then 'second' else 'today' end
    order by features.snapshot, features.customer_id`,
  coefficients: `
    select
      case when fit = 'trial' then 'second' else 'today' end as snapshot, model, term, coefficient, mean,
      coalesce(odds_ratio_low > 1 or odds_ratio_high < 1, false) as is_told
    from marts.churn_coefficients
    order by snapshot, model, position`,
};

export const columns = {
  snapshot: "VARCHAR", customer_id: "VARCHAR", logistic: "DOUBLE", recency_alone: "DOUBLE", base_rate: "DOUBLE", reason_1: "VARCHAR", reason_2: "VARCHAR", reason_3: "VARCHAR",
} as const;

/** What raises the log odds by less is no reason. */
const LEAST_REASON = 0.2;

interface Coefficient { term: Term | "intercept"; coefficient: number; mean: number; isTold: boolean }

export function compute({ customers, coefficients }: Record<string, NumericColumns>): NumericColumns {
  const known = coefficients as { snapshot: string[]; model: string[]; term: Coefficient["term"][]; coefficient: Float64Array; mean: Float64Array; is_told: boolean[] };
  const models = new Map<string, Coefficient[]>();
  for (const [index, snapshot] of known.snapshot.entries()) {
    const name = `${snapshot} ${known.model[index]!}`;
    models.set(name, [...(models.get(name) ?? []), { term: known.term[index]!, coefficient: known.coefficient[index]!, mean: known.mean[index]!, isTold: known.is_told[index]! }]);
  }
  const { snapshot: snapshots, customer_id } = customers as { snapshot: string[]; customer_id: string[] };
  const values = Object.fromEntries(Object.keys(TERMS).map((term) => [term, customers![term] as Float64Array])) as Record<Term, Float64Array>;
  const score = (model: string) => Float64Array.from(snapshots, (snapshot, row) => {
    let odds = 0;
    for (const { term, coefficient } of models.get(`${snapshot} ${model}`)!) odds += coefficient * (term === "intercept" ? 1 : values[term][row]!);
    return chance(odds);
  });
  const reasons: (string | null)[][] = [[], [], []];
  for (const [row, snapshot] of snapshots.entries()) {
    const raised = models.get(`${snapshot} logistic`)!.flatMap(({ term, coefficient, mean, isTold }) =>
      (term === "intercept" || !isTold ? [] : [{ term, by: coefficient * (values[term][row]! - mean) }])).filter(({ by }) => by >= LEAST_REASON);
    // Sorting is stable: equal ones stay in the order of the terms.
    raised.sort((a, b) => b.by - a.by);
    for (const [place, list] of reasons.entries()) list.push(raised[place]?.term ?? null);
  }
  return {
    snapshot: snapshots, customer_id, logistic: score("logistic"), recency_alone: score("recency alone"), base_rate: score("base rate"),
    reason_1: reasons[0]!, reason_2: reasons[1]!, reason_3: reasons[2]!,
  };
}
