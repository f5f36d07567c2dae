// One row per component of delivered value: how much hangs on it, how good we are at it, and what that asks for.
// Importance-performance analysis (J. Martilla and J. James, Journal of Marketing 41, 1977). Importance is derived, not asked: Spearman's
// rank correlation, ties at their mean rank, of how good the component is with the answer to satisfaction.driver_outcome on the same
// form, of the answers that count in the current window, see counted_answers. Performance is the mean of the same answers; a cost
// counts turned round, 6 less its burden, so that more is better throughout. The four quadrants are cut at the means of the
// components that can be told; one on a cut belongs to the greater side. That two go together does not say that one brings the
// other about. A component with fewer than satisfaction.driver_min_answers answers, or to which all answered alike, is not told.
// key: component
// columns:
//   component        product_value, service_value, people_value, image_value, money_cost, time_cost, energy_cost or psychic_cost
//   outcome          What it is held against: satisfaction or recommend
//   answers          Answers with both [answers]
//   importance       Rank correlation with the outcome; NULL where it is not told [-1 to 1]
//   importance_low   Lower end of its interval of prediction.confidence [-1 to 1]
//   importance_high  Upper end of that interval [-1 to 1]
//   performance      Mean, of a cost 6 less its burden; NULL where it is not told [1 to 5]
//   importance_cut   Mean importance of the components told [-1 to 1]
//   performance_cut  Mean performance of the components told [1 to 5]
//   quadrant         concentrate here, keep up, low priority or possible overkill; NULL where it is not told
//   place            Place by importance, from 1; NULL where it is not told
// checks:
//   importance lies in its interval: importance is null or importance between importance_low and importance_high
//   what is told has a quadrant: (importance is null) = (quadrant is null)
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { spearman } from "../../statistics/spearman.js";

export const inputs = {
  // Whole numbers from 1 to 5; sorted, so that the rows of a run come in one order.
  answers: `select components.question as component, case when components.question like '%cost' then 6 - components.score else components.score end::double as performance,
      outcomes.score::double as outcome
    from marts.counted_answers as components
      cross join run.settings as settings
      inner join marts.counted_answers as outcomes on components.survey_id = outcomes.survey_id and components.span = outcomes.span
        and components.period = outcomes.period and outcomes.question = settings.satisfaction_driver_outcome
    where components.span = 'window' and components.period = 'current' and components.question not in ('recommend', 'satisfaction', 'expected', 'gap', 'delivered_value')
    order by components.question, performance, outcome`,
};

export const columns = {
  component: "VARCHAR", outcome: "VARCHAR", answers: "INTEGER", importance: "DOUBLE", importance_low: "DOUBLE", importance_high: "DOUBLE", performance: "DOUBLE",
  importance_cut: "DOUBLE", performance_cut: "DOUBLE", quadrant: "VARCHAR", place: "INTEGER",
} as const;

export function compute({ answers }: Record<string, NumericColumns>, { satisfaction, prediction }: Settings): NumericColumns {
  const names = answers!.component as string[];
  const drivers = [...new Set(names)].map((component) => {
    const [start, end] = [names.indexOf(component), names.lastIndexOf(component) + 1];
    const performances = (answers!.performance as Float64Array).subarray(start, end);
    const { correlation, low, high } = spearman(performances, (answers!.outcome as Float64Array).subarray(start, end), prediction.confidence);
    const isTold = end - start >= satisfaction.driver_min_answers && !Number.isNaN(correlation);
    return { component, answers: end - start, isTold, correlation, low, high, performance: mean([...performances]) };
  });
  const told = drivers.filter(({ isTold }) => isTold);
  const importanceCut = told.length === 0 ? null : mean(told.map(({ correlation }) => correlation));
  const performanceCut = told.length === 0 ? null : mean(told.map(({ performance }) => performance));
  const places = told.map(({ component }) => component).sort((a, b) => {
    const of = (name: string) => told.find(({ component }) => component === name)!.correlation;
    return of(b) - of(a) || (a < b ? -1 : 1);
  });
  const rows = drivers.map(({ component, answers, isTold, correlation, low, high, performance }) => ({
    component, outcome: satisfaction.driver_outcome, answers,
    importance: isTold ? correlation : null, importance_low: isTold ? low : null, importance_high: isTold ? high : null, performance: isTold ? performance : null,
    importance_cut: importanceCut, performance_cut: performanceCut,
    quadrant: isTold ? quadrantOf(correlation >= importanceCut!, performance >= performanceCut!) : null,
    place: isTold ? places.indexOf(component) + 1 : null,
  }));
  return Object.fromEntries((Object.keys(columns) as (keyof typeof columns)[]).map((name) => [name, rows.map((row) => row[name])]));
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const quadrantOf = (isImportant: boolean, isGood: boolean) =>
  (isImportant ? (isGood ? "keep up" : "concentrate here") : isGood ? "possible overkill" : "low priority");
