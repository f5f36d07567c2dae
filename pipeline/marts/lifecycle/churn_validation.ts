// One row per model of the chance to leave: how good it was on customers and a time that it had not seen.
// Each model said on the second snapshot of churn_features who would leave by the as-of date. The one with the lowest Brier
// score is used for today's customers, the base rate excepted, which tells nobody apart; of equal ones the first by name. A
// model that says nothing of today's customers, for want of a final fit, is not used where another does. Where too few left
// before for a base rate, repeat buying is held against the share that then left, which nobody could know.
// A model is of no use if its Brier score is not below that of the base rate, or its area under the ROC curve may as well be
// one half; rough if fewer left or stayed than prediction.churn_min_outcomes, the area is below prediction.churn_fair_auc, or
// those expected to leave differ from those who left by more than prediction.churn_fair_error of them and by more than chance
// allows; else good.
// key: model
// columns:
//   model                    Model, see churn_predictions
//   is_used                  Whether today's chances come from it
//   reason                   Why, or why not
//   verdict                  good, rough, no use, or naive for the base rate
//   verdict_reason           What is wrong with it; NULL where nothing is
//   customers                Customers it was tried on [customers]
//   left_customers           Those of them who left [customers]
//   expected_customers       Those it expected to leave: the sum of chances [customers]
//   auc                      Chance that of two customers, one who left and one who stayed, it gave the one who left the
//                            higher chance to leave; ties count half. Area under the ROC curve
//   auc_error                Its standard error (DeLong et al. 1988)
//   auc_low                  Lower end of its interval, at prediction.confidence
//   auc_high                 Upper end of its interval
//   brier                    Brier score: mean squared difference of chance and what came
//   brier_error              Its standard error
//   brier_skill              How much lower that is than the base rate's: 1 is perfect, 0 is no better
//   log_loss                 Mean of - ln of the chance given to what came
//   calibration_slope        Slope of log odds of what came on those predicted: 1 is right, below 1 they were too extreme
//   calibration_slope_error  Its standard error
//   calibration_shift        Log odds by which more left than was predicted; 0 is right
//   calibration_shift_error  Its standard error
//   top_tenth_rate           Share who left of the tenth with the highest chances
//   lift                     That by the share of all who left
// checks:
//   one model is used where there is any: (select count(*) from marts.churn_validation where is_used) = 1
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { brierScore, calibrationLine, logLoss } from "../../statistics/calibration.js";
import { discrimination, precisionAtTop } from "../../statistics/discrimination.js";

export const inputs = {
  predictions: `
    select predictions.model, predictions.probability::double as probability, case when features.has_left then 1.0 else 0.0 end::double as has_left
    from marts.churn_predictions as predictions
    inner join marts.churn_features as features on predictions.snapshot = features.snapshot and predictions.customer_id = features.customer_id
    where predictions.snapshot = 'second'
    order by predictions.model, predictions.customer_id`,
  today: "select distinct model from marts.churn_predictions where snapshot = 'today' order by model",
};

export const columns = {
  model: "VARCHAR", is_used: "BOOLEAN", reason: "VARCHAR", verdict: "VARCHAR", verdict_reason: "VARCHAR", customers: "INTEGER", left_customers: "INTEGER", expected_customers: "DOUBLE",
  auc: "DOUBLE", auc_error: "DOUBLE", auc_low: "DOUBLE", auc_high: "DOUBLE", brier: "DOUBLE", brier_error: "DOUBLE", brier_skill: "DOUBLE", log_loss: "DOUBLE",
  calibration_slope: "DOUBLE", calibration_slope_error: "DOUBLE", calibration_shift: "DOUBLE", calibration_shift_error: "DOUBLE", top_tenth_rate: "DOUBLE", lift: "DOUBLE",
} as const;

const NAIVE = "base rate";
const TOP = 0.1;

/** Chances of the customers a model was tried on, and who of them left. */
export interface Trial { model: string; probabilities: Float64Array; outcomes: Float64Array }

/** Rows of one model follow each other. */
export function trials({ model: models, probability, has_left }: NumericColumns): Trial[] {
  const found: Trial[] = [];
  for (let start = 0, end = 0; start < models!.length; start = end) {
    while (end < models!.length && models![end] === models![start]) end++;
    found.push({
      model: models![start] as string, probabilities: (probability as Float64Array).subarray(start, end), outcomes: (has_left as Float64Array).subarray(start, end),
    });
  }
  return found;
}

export function compute({ predictions, today }: Record<string, NumericColumns>, { prediction }: Settings): NumericColumns {
  const tried = trials(predictions!);
  const measured = tried.map((trial) => measure(trial, prediction));
  const naive = measured.find(({ model }) => model === NAIVE);
  const naiveBrier = naive?.brier ?? shareBrier(tried[0]);
  const candidates = measured.filter(({ model }) => model !== NAIVE);
  const speaking = candidates.filter(({ model }) => (today!.model as string[]).includes(model));
  const eligible = speaking.length > 0 ? speaking : candidates;
  const lowest = Math.min(...eligible.map(({ brier }) => brier));
  const used = eligible.find(({ brier }) => brier === lowest) ?? naive;
  const rows = measured.map((row) => ({
    ...row,
    brier_skill: naiveBrier > 0 ? 1 - row.brier / naiveBrier : null,
    is_used: row === used,
    reason: row.model === NAIVE ? "What the others have to beat: it tells nobody apart"
      : !eligible.includes(row) ? "Not used: it could not be fitted for today's customers"
      : row !== used ? `Not used: a Brier score of ${row.brier.toFixed(4)}, against ${used!.brier.toFixed(4)}`
      : eligible.length === 1 ? `Used: no other could be fitted; its Brier score is ${row.brier.toFixed(4)}` : `Used: the lowest Brier score of those tried, ${row.brier.toFixed(4)}`,
    ...verdict(row, naiveBrier, prediction),
  }));
  const known = (value: unknown) => (typeof value === "number" && Number.isNaN(value) ? null : value);
  return Object.fromEntries((Object.keys(columns) as (keyof typeof columns)[]).map((name) => [name, rows.map((row) => known(row[name]))]));
}

/** Brier score of the share who left, said of everybody: p (1 - p). */
function shareBrier(trial: Trial | undefined): number {
  if (!trial) return Infinity;
  const share = trial.outcomes.reduce((all, outcome) => all + outcome, 0) / trial.outcomes.length;
  return share * (1 - share);
}

type Measured = ReturnType<typeof measure>;

function measure({ model, probabilities, outcomes }: Trial, { confidence }: Settings["prediction"]) {
  const { auc, error, low, high } = discrimination(probabilities, outcomes, confidence);
  const brier = brierScore(probabilities, outcomes);
  const line = calibrationLine(probabilities, outcomes);
  const left = outcomes.reduce((all, outcome) => all + outcome, 0);
  const top = precisionAtTop(probabilities, outcomes, TOP);
  return {
    model, customers: outcomes.length, left_customers: left, expected_customers: probabilities.reduce((all, probability) => all + probability, 0),
    auc, auc_error: error, auc_low: low, auc_high: high, brier: brier.score, brier_error: brier.error, log_loss: logLoss(probabilities, outcomes),
    calibration_slope: line.slope, calibration_slope_error: line.slopeError, calibration_shift: line.shift, calibration_shift_error: line.shiftError,
    top_tenth_rate: top, lift: left === 0 ? NaN : (top * outcomes.length) / left,
  };
}

function verdict(row: Measured, naiveBrier: number, { churn_min_outcomes, churn_fair_auc, churn_fair_error }: Settings["prediction"]): { verdict: string; verdict_reason: string | null } {
  if (row.model === NAIVE) return { verdict: "naive", verdict_reason: null };
  if (row.brier >= naiveBrier) return { verdict: "no use", verdict_reason: "It was no nearer to what came than the share who leave" };
  if (!(row.auc_low > 0.5) && !(row.auc === 1)) return { verdict: "no use", verdict_reason: "It told leavers from stayers no better than a coin" };
  const stayed = row.customers - row.left_customers;
  if (row.left_customers < churn_min_outcomes) return { verdict: "rough", verdict_reason: `Too few left to judge it by: ${row.left_customers} of those it was tried on` };
  if (stayed < churn_min_outcomes) return { verdict: "rough", verdict_reason: `Too few stayed to judge it by: ${stayed} of those it was tried on` };
  if (row.auc < churn_fair_auc) return { verdict: "rough", verdict_reason: `It told leavers from stayers less often than ${percent(churn_fair_auc)}` };
  const error = (row.expected_customers - row.left_customers) / row.left_customers;
  if (Math.abs(error) > churn_fair_error && Math.abs(row.calibration_shift) > 2 * row.calibration_shift_error) {
    return { verdict: "rough", verdict_reason: `It expected ${percent(Math.abs(error))} ${error > 0 ? "more" : "fewer"} to leave than left` };
  }
  return { verdict: "good", verdict_reason: null };
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
