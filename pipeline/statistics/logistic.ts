import { CholeskyDecomposition, Matrix } from "ml-matrix";

export interface LogisticFit {
  /** Intercept, then one coefficient for each column, in the columns' own units: change of the log odds per unit. */
  coefficients: Float64Array;
  /** Covariance of the coefficients, in their order: the inverse of the penalised information. */
  covariance: Matrix;
  /** Log-likelihood, without the penalty. */
  logLikelihood: number;
  iterations: number;
  /** Largest slope of the penalised log-likelihood in any coefficient of the standardised columns, by total weight: 0 at its top. */
  gradient: number;
  /** Whether that is below 1e-9. */
  isConverged: boolean;
}

export interface LogisticOptions {
  /**
   * Penalty of the coefficients of the standardised columns, not of the intercept: half of it times their squares is
   * taken off the log-likelihood. It bounds what perfectly separated rows would let grow for ever. 1 is as much as to
   * believe beforehand that coefficients are about as large as 1.
   */
  ridge?: number;
  /** How often each row stands; once where absent. */
  weights?: ArrayLike<number>;
  /** Known part of the log odds of each row; 0 where absent. */
  offset?: ArrayLike<number>;
  maxIterations?: number;
}

/** Newton's steps go on until the slope is that small, by total weight; it counts as the top from a thousandfold of it on. */
const TOLERANCE = 1e-12;

/**
 * Logistic regression of outcomes 0 and 1 by maximum (penalised) likelihood: Newton's steps, which are those of
 * iteratively reweighted least squares, halved where they lead downwards. The likelihood has one top, so the start does
 * not matter. Source: P. McCullagh, J. A. Nelder, Generalized Linear Models (1989), ch. 4; penalty: S. le Cessie, J. C.
 * van Houwelingen, Applied Statistics 41 (1992).
 *
 * @param columns one array for each feature, all as long as `outcomes`; a column that does not vary has the coefficient 0
 * @throws RangeError where a value is not finite, or all outcomes are alike
 */
export function logisticRegression(columns: readonly Float64Array[], outcomes: ArrayLike<number>, options: LogisticOptions = {}): LogisticFit {
  const { ridge = 1e-9, weights, offset, maxIterations = 100 } = options;
  const scales = columns.map((column) => scaleOf(column, weights));
  const rows = { columns, scales, outcomes, weights, offset };
  const size = columns.length + 1;
  let total = 0;
  let successes = 0;
  for (let row = 0; row < outcomes.length; row++) {
    total += weights?.[row] ?? 1;
    successes += (weights?.[row] ?? 1) * outcomes[row]!;
  }
  if (!(successes > 0 && successes < total)) throw new RangeError("the outcomes are all alike");
  const isFlat = scales.map(({ deviation }) => deviation === 0);
  let beta: Float64Array = new Float64Array(size);
  if (!offset) beta[0] = Math.log(successes / (total - successes));
  let state = evaluate(rows, beta, ridge, isFlat);
  let iterations = 0;
  while (state.gradient / total > TOLERANCE && iterations < maxIterations) {
    iterations++;
    const step = new CholeskyDecomposition(state.information).solve(Matrix.columnVector(state.slopes)).getColumn(0);
    let next: { beta: Float64Array; state: State } | undefined;
    for (let share = 1; share > 1e-10; share /= 2) {
      const tried = beta.map((value, index) => value + share * step[index]!);
      const found = evaluate(rows, tried, ridge, isFlat);
      // Near the top steps are lost in the rounding of the objective, and the slope says whether they lead there.
      const isLevel = Math.abs(found.objective - state.objective) <= 1e-12 * Math.abs(state.objective);
      if (!(isLevel ? found.gradient < state.gradient : found.objective > state.objective)) continue;
      next = { beta: tried, state: found };
      break;
    }
    // Rounding alone is left.
    if (!next) break;
    ({ beta, state } = next);
  }
  return { ...inOwnUnits(beta, state.information, scales), logLikelihood: state.logLikelihood, iterations, gradient: state.gradient / total, isConverged: state.gradient / total <= 1000 * TOLERANCE };
}

/** Log odds of each row by a fit's coefficients, the intercept first. */
export function logOdds(coefficients: ArrayLike<number>, columns: readonly ArrayLike<number>[], rows: number): Float64Array {
  const odds = new Float64Array(rows).fill(coefficients[0]!);
  for (const [index, column] of columns.entries()) {
    const coefficient = coefficients[index + 1]!;
    for (let row = 0; row < rows; row++) odds[row]! += coefficient * column[row]!;
  }
  return odds;
}

/** Probability from log odds, without overflow. */
export const chance = (odds: number): number => (odds >= 0 ? 1 / (1 + Math.exp(-odds)) : Math.exp(odds) / (1 + Math.exp(odds)));

interface Scale { mean: number; deviation: number }

/** Mean and standard deviation of a column; a deviation that is lost in the digits of the values is 0. */
function scaleOf(column: Float64Array, weights?: ArrayLike<number>): Scale {
  let [total, sum] = [0, 0];
  for (let row = 0; row < column.length; row++) {
    if (!Number.isFinite(column[row]!)) throw new RangeError(`a feature is not finite: ${column[row]}`);
    total += weights?.[row] ?? 1;
    sum += (weights?.[row] ?? 1) * column[row]!;
  }
  const mean = sum / total;
  let squares = 0;
  for (let row = 0; row < column.length; row++) squares += (weights?.[row] ?? 1) * (column[row]! - mean) ** 2;
  const deviation = Math.sqrt(squares / total);
  return { mean, deviation: deviation > 1e-12 * Math.abs(mean) ? deviation : 0 };
}

interface Rows { columns: readonly Float64Array[]; scales: Scale[]; outcomes: ArrayLike<number>; weights?: ArrayLike<number>; offset?: ArrayLike<number> }
interface State { objective: number; logLikelihood: number; slopes: Float64Array; gradient: number; information: Matrix }

/** Penalised log-likelihood with its slopes and curvature, in the coefficients of the standardised columns. */
function evaluate({ columns, scales, outcomes, weights, offset }: Rows, beta: Float64Array, ridge: number, isFlat: boolean[]): State {
  const size = beta.length;
  const slopes = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  const x = new Float64Array(size).fill(1);
  let logLikelihood = 0;
  for (let row = 0; row < outcomes.length; row++) {
    let odds = beta[0]! + (offset?.[row] ?? 0);
    for (let j = 1; j < size; j++) {
      const { mean, deviation } = scales[j - 1]!;
      x[j] = deviation === 0 ? 0 : (columns[j - 1]![row]! - mean) / deviation;
      odds += beta[j]! * x[j]!;
    }
    const weight = weights?.[row] ?? 1;
    const outcome = outcomes[row]!;
    const probability = chance(odds);
    logLikelihood += weight * (outcome * odds - (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds))));
    const slope = weight * (outcome - probability);
    const bend = weight * probability * (1 - probability);
    for (let j = 0; j < size; j++) {
      slopes[j]! += slope * x[j]!;
      const bent = bend * x[j]!;
      for (let k = 0; k <= j; k++) curvature[j * size + k]! += bent * x[k]!;
    }
  }
  let objective = logLikelihood;
  for (let j = 1; j < size; j++) {
    objective -= (ridge / 2) * beta[j]! ** 2;
    slopes[j]! -= ridge * beta[j]!;
    curvature[j * size + j]! += isFlat[j - 1] ? 1 : ridge;
  }
  const information = new Matrix(size, size);
  for (let j = 0; j < size; j++) for (let k = 0; k < size; k++) information.set(j, k, curvature[Math.max(j, k) * size + Math.min(j, k)]!);
  return { objective, logLikelihood, slopes, gradient: slopes.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0), information };
}

/** Coefficients and covariance of the columns as they are, from those of the standardised ones. */
function inOwnUnits(beta: Float64Array, information: Matrix, scales: Scale[]): Pick<LogisticFit, "coefficients" | "covariance"> {
  const size = beta.length;
  const change = Matrix.eye(size, size);
  for (const [index, { mean, deviation }] of scales.entries()) {
    const unit = deviation === 0 ? 0 : 1 / deviation;
    change.set(index + 1, index + 1, unit);
    change.set(0, index + 1, -mean * unit);
  }
  const inverse = new CholeskyDecomposition(information).solve(Matrix.eye(size, size));
  return { coefficients: Float64Array.from(change.mmul(Matrix.columnVector(beta)).getColumn(0)), covariance: change.mmul(inverse).mmul(change.transpose()) };
}
