import { CholeskyDecomposition, inverse, Matrix } from "ml-matrix";

/** A function of n variables at a point. */
export interface Value {
  value: number;
  gradient: Float64Array;
  /** Second derivatives row by row, n x n. */
  hessian: Float64Array;
}

export interface Minimum extends Omit<Value, "hessian"> {
  point: Float64Array;
  hessian: Float64Array;
  /** Largest part of the gradient, absolute. */
  gradientNorm: number;
  iterations: number;
  /** Whether the gradient is 0 within tolerance and the Hessian positive definite: a proven minimum. */
  isConverged: boolean;
}

export interface MinimiseOptions {
  /** Converged when no part of the gradient is larger. */
  tolerance?: number;
  iterations?: number;
  /** No variable leaves [-limit, limit]. */
  limit?: number;
}

/**
 * Minimum of a smooth function, by Newton's method with the damping of Levenberg and Marquardt: a step solves
 * (H + m |diag H|) step = -g, and m rises until H + m |diag H| is positive definite and the step descends. No kept library
 * for Node minimises with second derivatives.
 *
 * Source: J. Nocedal, S. J. Wright, Numerical Optimization (2006), ch. 3 and 10.
 */
export function minimise(f: (point: Float64Array) => Value, start: ArrayLike<number>, { tolerance = 1e-9, iterations = 100, limit = 25 }: MinimiseOptions = {}): Minimum {
  let point = Float64Array.from(start);
  let at = f(point);
  let damping = 0;
  let iteration = 0;
  // Down a slope without end, or as far as rounding lets see.
  let idle = 0;
  for (; iteration < iterations && idle < MOST_IDLE && !(normOf(at.gradient) <= tolerance && isPositiveDefinite(at.hessian, point.length)); iteration++) {
    let next: Value | undefined;
    let there = point;
    for (let attempt = 0; attempt < 60; attempt++) {
      const step = newtonStep(at, damping);
      if (step) {
        there = point.map((value, index) => Math.max(-limit, Math.min(limit, value + step[index]!)));
        if (there.every((value, index) => value === point[index])) break;
        next = f(there);
        // Near the minimum the value changes by less than rounding; then a smaller gradient is the better witness.
        const isBetter = next.value < at.value || (next.value <= at.value + 1e-13 * Math.abs(at.value) && normOf(next.gradient) < normOf(at.gradient));
        if (isBetter && next.hessian.every(Number.isFinite)) break;
        next = undefined;
      }
      damping = damping === 0 ? 1e-4 : damping * 4;
    }
    if (!next) break;
    damping = damping < 1e-6 ? 0 : damping / 8;
    idle = at.value - next.value <= 1e-11 * Math.abs(at.value) ? idle + 1 : 0;
    point = there;
    at = next;
  }
  const gradientNorm = normOf(at.gradient);
  return { ...at, point, gradientNorm, iterations: iteration, isConverged: gradientNorm <= Math.max(tolerance, 1e-7) && isPositiveDefinite(at.hessian, point.length) };
}

/** Steps that hardly gain anything, after which it gives up. */
const MOST_IDLE = 8;

/**
 * The Hessian of a function whose gradient alone is known, by central differences of the gradient, and only when it is
 * asked for: a point that is tried and left costs one value.
 *
 * @param width of the differences, in each variable
 */
export function withHessian(f: (point: Float64Array) => Omit<Value, "hessian">, width = 1e-4): (point: Float64Array) => Value {
  return (point) => {
    let made: Float64Array | undefined;
    return { ...f(point), get hessian() { return (made ??= slopesOf(f, point, width)); } };
  };
}

function slopesOf(f: (point: Float64Array) => Omit<Value, "hessian">, point: Float64Array, width: number): Float64Array {
  const n = point.length;
  const hessian = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const above = f(point.map((value, index) => (index === i ? value + width : value))).gradient;
    const below = f(point.map((value, index) => (index === i ? value - width : value))).gradient;
    for (let j = 0; j < n; j++) {
      const second = (above[j]! - below[j]!) / (2 * width);
      hessian[i * n + j]! += second / 2;
      hessian[j * n + i]! += second / 2;
    }
  }
  return hessian;
}

/**
 * Gradient and Hessian of a function of which the value alone is known, by central differences, and only when they are
 * asked for: a point that is tried and left costs one value. Where the function has no value beside the point, Infinity,
 * there is no slope to follow, and the search ends.
 *
 * @param width of the differences, in each variable: large enough for second differences to stand out from rounding
 */
export function byDifferences(f: (point: Float64Array) => number, width = 1e-3): (point: Float64Array) => Value {
  return (point) => {
    const value = f(point);
    let made: Omit<Value, "value"> | undefined;
    const slopes = () => (made ??= differences(f, point, value, width));
    return { value, get gradient() { return slopes().gradient; }, get hessian() { return slopes().hessian; } };
  };
}

function differences(f: (point: Float64Array) => number, point: Float64Array, value: number, width: number): Omit<Value, "value"> {
  const n = point.length;
  const beside = (i: number, di: number, j = i, dj = 0) => {
    const moved = Float64Array.from(point);
    moved[i]! += di * width;
    moved[j]! += dj * width;
    return f(moved);
  };
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const [above, below] = [beside(i, 1), beside(i, -1)];
    gradient[i] = (above - below) / (2 * width);
    hessian[i * n + i] = (above - 2 * value + below) / width ** 2;
    for (let j = 0; j < i; j++) {
      const second = (beside(i, 1, j, 1) - beside(i, 1, j, -1) - beside(i, -1, j, 1) + beside(i, -1, j, -1)) / (4 * width ** 2);
      hessian[i * n + j] = second;
      hessian[j * n + i] = second;
    }
  }
  return { gradient, hessian };
}

/** Inverse of a positive definite matrix, row by row: of the Hessian of a negative log-likelihood the covariance of the estimates. */
export function inverseOf(hessian: Float64Array): Float64Array {
  return Float64Array.from(inverse(matrixOf(hessian)).to1DArray());
}

export function isPositiveDefinite(hessian: Float64Array, n: number): boolean {
  // Scaled to a diagonal of ones: whether it is positive definite does not depend on units, what is nearly 0 does.
  const scaled = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) scaled[i * n + j] = hessian[i * n + j]! / Math.sqrt(hessian[i * n + i]! * hessian[j * n + j]!);
  }
  if (!scaled.every((value) => Number.isFinite(value))) return false;
  for (let i = 0; i < n; i++) scaled[i * n + i]! -= SINGULAR;
  return new CholeskyDecomposition(matrixOf(scaled)).isPositiveDefinite();
}

/** A correlation matrix with a smaller eigenvalue is singular for all that doubles can tell. */
const SINGULAR = 1e-9;

function newtonStep({ gradient, hessian }: Value, damping: number): number[] | undefined {
  const n = gradient.length;
  if (!hessian.every(Number.isFinite)) return undefined;
  const matrix = matrixOf(hessian);
  for (let i = 0; i < n; i++) matrix.set(i, i, matrix.get(i, i) + damping * Math.max(Math.abs(matrix.get(i, i)), 1e-12));
  const cholesky = new CholeskyDecomposition(matrix);
  if (!cholesky.isPositiveDefinite()) return undefined;
  const step = cholesky.solve(Matrix.columnVector(Array.from(gradient, (part) => -part))).to1DArray();
  return step.every((value) => Number.isFinite(value)) ? step : undefined;
}

function matrixOf(values: Float64Array): Matrix {
  const n = Math.sqrt(values.length);
  return Matrix.from1DArray(n, n, Array.from(values));
}

const normOf = (gradient: Float64Array) => gradient.reduce((largest, part) => Math.max(largest, Number.isNaN(part) ? Infinity : Math.abs(part)), 0);
