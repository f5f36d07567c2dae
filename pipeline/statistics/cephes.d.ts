/** What is used of cephes; the package's own types are not reached through its `exports`. */
declare module "cephes" {
  export const compiled: Promise<void>;
  export function lgam(x: number): number;
  export function psi(x: number): number;
  export function zeta(x: number, q: number): number;
  export function hyp2f1(a: number, b: number, c: number, x: number): number;
  export function igamc(a: number, x: number): number;
  export function incbet(a: number, b: number, x: number): number;
  export function ndtr(x: number): number;
  export function ndtri(probability: number): number;
  export function stdtri(degrees: number, probability: number): number;
}
