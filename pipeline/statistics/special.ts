import { compiled, hyp2f1, igamc, incbet, lgam, ndtr, ndtri, psi, stdtri, zeta } from "cephes";

/*
 * Special functions and quantiles: S. L. Moshier's Cephes library, compiled to WebAssembly. It has to be compiled before
 * it is called, and a module that imports this one waits for that.
 */
await compiled;

/** ln Γ(x), x > 0. */
export const lnGamma: (x: number) => number = lgam;
/** ψ(x) = d ln Γ(x) / dx, x > 0. */
export const digamma: (x: number) => number = psi;
/** ψ'(x), the Hurwitz zeta function of 2, x > 0. */
export const trigamma = (x: number): number => zeta(2, x);
/** ln B(a, b). */
export const lnBeta = (a: number, b: number): number => lnGamma(a) + lnGamma(b) - lnGamma(a + b);
/** Gauss' hypergeometric function 2F1(a, b; c; z), z < 1. It overflows to Infinity beyond 1e308. */
export const hypergeometric: (a: number, b: number, c: number, z: number) => number = hyp2f1;
/** Probability that a beta-distributed quantity is at most x. */
export const betaProbability: (a: number, b: number, x: number) => number = incbet;
/** Probability that a standard normal quantity is at most z. */
export const normalProbability: (z: number) => number = ndtr;
/** Value that a standard normal quantity stays below with the given probability: 1.96 for 0.975. */
export const normalQuantile: (probability: number) => number = ndtri;
/** Value that a t-distributed quantity stays below with the given probability, for whole degrees of freedom. */
export const studentQuantile = (probability: number, degrees: number): number => stdtri(degrees, probability);
/** Probability that a chi-square quantity lies above x. */
export const chiSquareTail = (x: number, degrees: number): number => igamc(degrees / 2, x / 2);
