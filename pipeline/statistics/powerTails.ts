import { gaussLegendre } from "./quadrature.js";

/**
 * ln of the integral of (alpha + w)^-A (beta + w)^-B from a time to the last of a list, with the derivatives of that
 * logarithm: what the Pareto/NBD model rests on. Times rise; at the last one the integral is 0, its logarithm -Infinity and
 * the derivatives 0.
 */
export interface PowerTails {
  value: Float64Array;
  byA: Float64Array;
  byB: Float64Array;
  byAlpha: Float64Array;
  byBeta: Float64Array;
}

export const emptyTails = (length: number): PowerTails => ({
  value: new Float64Array(length), byA: new Float64Array(length), byB: new Float64Array(length), byAlpha: new Float64Array(length), byBeta: new Float64Array(length),
});

/** Sums over a stretch of time, all relative to the integrand at its begin: they can neither overflow nor vanish. */
interface Sums {
  /** Of the integrand; that times ln((alpha + w) / (alpha + begin)); the same with beta; that over alpha + w; and beta + w. */
  all: number;
  lnAlpha: number;
  lnBeta: number;
  overAlpha: number;
  overBeta: number;
}

/**
 * Tails from each of `times` to the last one, put into `tails` at `places`.
 *
 * The literature has the integral to infinity as 2F1 functions, of which differences are taken: they cancel, and their
 * series and fractions slow down without bound where alpha and beta are far apart. Between two times it is smooth, and
 * Gauss' rule on panels is exact to rounding wherever the parameters lie; all parts are positive.
 */
export function fillPowerTails(tails: PowerTails, places: ArrayLike<number>, times: ArrayLike<number>, A: number, B: number, alpha: number, beta: number): void {
  const last = times.length - 1;
  const sums: Sums = { all: 0, lnAlpha: 0, lnBeta: 0, overAlpha: 0, overBeta: 0 };
  put(tails, places[last]!, -Infinity, 0, 0, 0, 0);
  for (let index = last - 1; index >= 0; index--) {
    const time = times[index]!;
    const [a, b] = [alpha + time, beta + time];
    addPiece(sums, A, B, a, b, times[index + 1]! - time);
    const [lnA, lnB] = [Math.log(a), Math.log(b)];
    put(tails, places[index]!, Math.log(sums.all) - A * lnA - B * lnB, -lnA - sums.lnAlpha / sums.all, -lnB - sums.lnBeta / sums.all,
      (-A * sums.overAlpha) / sums.all, (-B * sums.overBeta) / sums.all);
  }
}

/** ln of the integral of (alpha + w)^-A (beta + w)^-B from 0 to `end`. */
export function lnPowerIntegral(A: number, B: number, alpha: number, beta: number, end: number): number {
  const tails = emptyTails(2);
  fillPowerTails(tails, [0, 1], [0, end], A, B, alpha, beta);
  return tails.value[0]!;
}

function put(tails: PowerTails, place: number, value: number, byA: number, byB: number, byAlpha: number, byBeta: number): void {
  tails.value[place] = value;
  tails.byA[place] = byA;
  tails.byB[place] = byB;
  tails.byAlpha[place] = byAlpha;
  tails.byBeta[place] = byBeta;
}

/** Puts the stretch of `length` from (a, b) = (alpha, beta) + begin before what `sums` has, which becomes relative to that begin. */
function addPiece(sums: Sums, A: number, B: number, a: number, b: number, length: number): void {
  const [toAlpha, toBeta] = [Math.log1p(length / a), Math.log1p(length / b)];
  const scale = Math.exp(-A * toAlpha - B * toBeta);
  sums.lnAlpha = scale * (sums.lnAlpha + toAlpha * sums.all);
  sums.lnBeta = scale * (sums.lnBeta + toBeta * sums.all);
  sums.all *= scale;
  sums.overAlpha *= scale;
  sums.overBeta *= scale;
  for (let from = 0; from < length;) {
    const nearest = Math.min(a, b) + from;
    // How fast the integrand falls, at the most.
    const fall = A / (a + from) + B / (b + from);
    const width = Math.min(length - from, nearest, WIDEST_FALL / fall);
    addPanel(sums, ruleOf(width / nearest, width * fall), A, B, a, b, from, width);
    from += width;
    // The integrand falls: what is left is less than a stretch as high as here.
    if ((length - from) * Math.exp(-A * Math.log1p(from / a) - B * Math.log1p(from / b)) < NEGLIGIBLE * sums.all) break;
  }
}

/** A panel over which the integrand falls by no more than e^4, and no wider than it is away from where it has no value. */
const WIDEST_FALL = 4;
const NEGLIGIBLE = 1e-18;

const [fewest, few, many] = [3, 5, 10].map(gaussLegendre) as [Rule, Rule, Rule];
type Rule = ReturnType<typeof gaussLegendre>;

/** The points that give a panel to rounding: by how near it is to the pole, for its width, and how far the integrand falls. */
const ruleOf = (nearness: number, fall: number): Rule => (nearness < 0.008 && fall < 0.02 ? fewest : nearness < 0.09 && fall < 0.3 ? few : many);

function addPanel(sums: Sums, { points, weights }: Rule, A: number, B: number, a: number, b: number, from: number, width: number): void {
  const half = width / 2;
  for (let index = 0; index < points.length; index++) {
    const time = from + half * (1 + points[index]!);
    const [toAlpha, toBeta] = [Math.log1p(time / a), Math.log1p(time / b)];
    const part = half * weights[index]! * Math.exp(-A * toAlpha - B * toBeta);
    sums.all += part;
    sums.lnAlpha += part * toAlpha;
    sums.lnBeta += part * toBeta;
    sums.overAlpha += part / (a + time);
    sums.overBeta += part / (b + time);
  }
}
