import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Random } from "../../pipeline/statistics/random.js";
import { normalQuantile } from "../../pipeline/statistics/special.js";

const folder = "../shared/data/series";
const path = (name: string) => resolve(import.meta.dirname, "../..", folder, `${name}.csv`);

/** Why tests on series that R ships are skipped, for their title; empty where the series are at hand. */
export const skipped = existsSync(path("AirPassengers")) ? "" : ` (skipped: ${folder} is not there)`;

/** A series that R ships: the last column of its file. */
export const series = (name: string): Float64Array =>
  Float64Array.from(readFileSync(path(name), "utf8").trim().split("\n").slice(1), (line) => Number(line.split(",").at(-1)));

/** Draws of a standard normal quantity. */
export function normals(seed: number): () => number {
  const random = new Random(seed);
  return () => normalQuantile(random.next() + 2 ** -54);
}

/** A season of so many values that add up to 0. */
export function season(period: number, spread: number, draw: () => number): Float64Array {
  const values = Float64Array.from({ length: period }, () => spread * draw());
  const mean = values.reduce((sum, value) => sum + value, 0) / period;
  return values.map((value) => value - mean);
}
