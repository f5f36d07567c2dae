/**
 * Weights from pairwise judgements: the analytic hierarchy process (层次分析法). T. L. Saaty, The Analytic Hierarchy
 * Process (1980); "How to make a decision", European Journal of Operational Research 48 (1990).
 */

/**
 * Random consistency indices by the number of criteria, from 1: the mean CI of matrices filled at random. Several tables are
 * in use, and a consistency ratio means little without the name of its own: `saaty_old` is that of Saaty 1980, by which the
 * published examples of RFM weights were judged; `saaty` the later one (Saaty and Ozdemir 2003), `donegan_dodd` that of
 * H. A. Donegan and F. J. Dodd, Mathematical and Computer Modelling 15 (1991), both as the package AHPy has them.
 */
export const randomIndices = {
  saaty_old: [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49],
  saaty: [0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
  donegan_dodd: [0, 0, 0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055],
} as const satisfies Record<string, readonly number[]>;

/** Name of a table of random indices. */
export type RandomIndex = keyof typeof randomIndices;

/** From here on judgements contradict each other too much to be used (Saaty). */
export const LARGEST_CONSISTENCY_RATIO = 0.1;

/** Saaty's scale, from "extremely less important" (1/9) to "extremely more important" (9). */
export const saatyScale: readonly number[] = [...[9, 8, 7, 6, 5, 4, 3, 2].map((value) => 1 / value), 1, 2, 3, 4, 5, 6, 7, 8, 9];

export interface Weights {
  /** Principal right eigenvector, adding up to 1. */
  weights: number[];
  lambdaMax: number;
  /** CI = (lambda max - n) / (n - 1). */
  consistencyIndex: number;
  /** CR = CI / random index; 0 for fewer than three criteria, which cannot contradict each other. */
  consistencyRatio: number;
}

/**
 * Weights and consistency of a positive reciprocal matrix: by power iteration, which converges for every positive matrix
 * (Perron), to all digits in a few dozen steps; a library of linear algebra would give the same digits and make the page
 * that tries judgements larger.
 *
 * @param matrix judgement [i][j]: how many times as important i is as j
 * @param randomIndex by the number of criteria, from 1
 * @throws RangeError where the table ends before the number of criteria
 */
export function principalWeights(matrix: readonly (readonly number[])[], randomIndex: readonly number[] = randomIndices.saaty_old): Weights {
  const size = matrix.length;
  let weights = new Array<number>(size).fill(1 / size);
  let lambdaMax = size;
  for (let step = 0; step < 1000; step++) {
    const next = matrix.map((row) => row.reduce((sum, value, index) => sum + value * weights[index]!, 0));
    // The weights add up to 1, so the sum of their image is the eigenvalue.
    lambdaMax = next.reduce((sum, value) => sum + value, 0);
    const scaled = next.map((value) => value / lambdaMax);
    const change = Math.max(...scaled.map((value, index) => Math.abs(value - weights[index]!)));
    weights = scaled;
    if (change < 1e-15) break;
  }
  // lambda max is n at least; rounding may take it a trifle below.
  const consistencyIndex = size < 3 ? 0 : Math.max(0, lambdaMax - size) / (size - 1);
  const random = randomIndex[size - 1];
  if (size > 2 && !random) throw new RangeError(`no random index for ${size} criteria`);
  return { weights, lambdaMax, consistencyIndex, consistencyRatio: size < 3 ? 0 : consistencyIndex / random! };
}

/** The matrix of judgements above the diagonal, row by row: of 3 criteria [1 to 2, 1 to 3, 2 to 3]. */
export function reciprocalMatrix(size: number, judgements: readonly number[]): number[][] {
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(1));
  let next = 0;
  for (let row = 0; row < size; row++) {
    for (let column = row + 1; column < size; column++) {
      const judgement = judgements[next++]!;
      matrix[row]![column] = judgement;
      matrix[column]![row] = 1 / judgement;
    }
  }
  return matrix;
}

/** Judgements of several experts as one: their geometric mean, the only mean that keeps the matrix reciprocal (Aczél and Saaty 1983). */
export const combinedJudgements = (experts: readonly (readonly number[])[]): number[] =>
  experts[0]!.map((_, index) => Math.exp(experts.reduce((sum, judgements) => sum + Math.log(judgements[index]!), 0) / experts.length));

export interface ConsistencyOptions {
  /** Random index by the number of criteria, from 1. */
  randomIndex?: readonly number[];
  /** From here on judgements contradict each other too much. */
  limit?: number;
}

/** A judgement that fits the others least, and what would mend it. */
export interface Inconsistency {
  /** Place among the judgements above the diagonal. */
  judgement: number;
  row: number;
  column: number;
  value: number;
  /** What the other judgements imply on average: the ratio of the weights that they alone give. */
  implied: number;
  /** The value of the scale nearest to the present one with which CR is below 0.1; that with the lowest CR where none is. */
  mended: number;
  mendedRatio: number;
}

/**
 * The most inconsistent judgement: the one whose distance from the ratio of the weights, |ln(a x w_j / w_i)|, is largest
 * (Saaty 1980). Three criteria have one circle only, whose three judgements are all equally far off; then, as between any
 * equals, the one that the fewest steps on the scale mend, then the one furthest from "equally important".
 */
export function mostInconsistent(size: number, judgements: readonly number[], { randomIndex = randomIndices.saaty_old, limit = LARGEST_CONSISTENCY_RATIO }: ConsistencyOptions = {}): Inconsistency {
  const { weights } = principalWeights(reciprocalMatrix(size, judgements), randomIndex);
  const pairs = Array.from({ length: size }, (_, row) => Array.from({ length: size - row - 1 }, (_, index) => [row, row + 1 + index] as const)).flat();
  const found = pairs.map(([row, column], judgement) => {
    const value = judgements[judgement]!;
    const ratioWith = (other: number) => principalWeights(reciprocalMatrix(size, judgements.with(judgement, other)), randomIndex).consistencyRatio;
    const tried = saatyScale.map((mended) => ({ mended, steps: Math.abs(scaleStep(mended) - scaleStep(value)), ratio: ratioWith(mended) }));
    const good = tried.filter(({ ratio }) => ratio < limit).sort((a, b) => a.steps - b.steps || a.ratio - b.ratio);
    const { mended, steps, ratio } = good[0] ?? tried.sort((a, b) => a.ratio - b.ratio)[0]!;
    return {
      judgement, row, column, value, mended, mendedRatio: ratio, implied: impliedBy(size, judgements, row, column),
      deviation: Math.abs(Math.log(value * weights[column]! / weights[row]!)), steps, isMended: good.length > 0,
    };
  });
  const most = Math.max(...found.map(({ deviation }) => deviation));
  const [first] = found.filter(({ deviation }) => deviation > most - 1e-9).sort((a, b) =>
    Number(b.isMended) - Number(a.isMended) || (a.isMended ? a.steps - b.steps : a.mendedRatio - b.mendedRatio)
    || Math.abs(Math.log(b.value)) - Math.abs(Math.log(a.value)) || a.judgement - b.judgement);
  const { judgement, row, column, value, implied, mended, mendedRatio } = first!;
  return { judgement, row, column, value, implied, mended, mendedRatio };
}

/**
 * Of several experts, whose judgement on a pair is furthest from what the weights of all together say of it, and the value of
 * the scale in its place that would mend the whole: the nearest with which CR is below the limit, or that with the lowest CR
 * where none is.
 *
 * @param judgement place of the pair among the judgements above the diagonal
 */
export function judgementToMend(
  size: number, experts: readonly (readonly number[])[], judgement: number, { randomIndex = randomIndices.saaty_old, limit = LARGEST_CONSISTENCY_RATIO }: ConsistencyOptions = {},
): { expert: number; mended: number; mendedRatio: number } {
  const matrix = reciprocalMatrix(size, combinedJudgements(experts));
  const { weights } = principalWeights(matrix, randomIndex);
  const pairs = matrix.flatMap((_, row) => Array.from({ length: size - row - 1 }, (_, index) => weights[row]! / weights[row + 1 + index]!));
  const distances = experts.map((values) => Math.abs(Math.log(values[judgement]! / pairs[judgement]!)));
  const expert = distances.indexOf(Math.max(...distances));
  const value = experts[expert]![judgement]!;
  const tried = saatyScale.map((mended) => ({
    mended, steps: Math.abs(scaleStep(mended) - scaleStep(value)),
    mendedRatio: principalWeights(reciprocalMatrix(size, combinedJudgements(experts.with(expert, experts[expert]!.with(judgement, mended)))), randomIndex).consistencyRatio,
  }));
  const good = tried.filter(({ mendedRatio }) => mendedRatio < limit).sort((a, b) => a.steps - b.steps || a.mendedRatio - b.mendedRatio);
  const { mended, mendedRatio } = good[0] ?? tried.sort((a, b) => a.mendedRatio - b.mendedRatio)[0]!;
  return { expert, mended, mendedRatio };
}

/** Place on the scale, 0 for equal importance: 3 is 2, 1/3 is -2. */
export const scaleStep = (value: number): number => (value >= 1 ? value - 1 : 1 - 1 / value);

/** The geometric mean of the ways from one criterion to another by a third. */
function impliedBy(size: number, judgements: readonly number[], row: number, column: number): number {
  const matrix = reciprocalMatrix(size, judgements);
  let sum = 0;
  for (let third = 0; third < size; third++) if (third !== row && third !== column) sum += Math.log(matrix[row]![third]! * matrix[third]![column]!);
  return size < 3 ? matrix[row]![column]! : Math.exp(sum / (size - 2));
}
