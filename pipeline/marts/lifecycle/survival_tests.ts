// One row per dimension with two or more curves in survival_curves: whether its groups stay equally long.
// The log-rank test (Mantel 1966) of all its groups, over the days that a customer can be followed for. It says whether
// chance alone would make them differ as much, not how much they differ.
// key: dimension
// columns:
//   dimension   cohort, kind, region or first channel
//   groups      Groups compared [groups]
//   chi_square  Test statistic; NULL where nobody is lost of all but one
//   degrees     Its degrees of freedom
//   p_value     Chance of groups that differ as much if they stayed equally long; NULL without a statistic [0 to 1]
// checks:
//   a chance lies between 0 and 1: p_value is null or p_value between 0 and 1
import type { NumericColumns } from "../../engine/database.js";
import { logRank, type Lifetimes } from "../../statistics/survival.js";
import { inputs as followed, lifetimeGroups, type LifetimeGroup } from "./survival_curves.js";

export const inputs = followed;

export const columns = { dimension: "VARCHAR", groups: "INTEGER", chi_square: "DOUBLE", degrees: "INTEGER", p_value: "DOUBLE" } as const;

export function compute({ lifetimes }: Record<string, NumericColumns>): NumericColumns {
  const byDimension = new Map<string, LifetimeGroup[]>();
  for (const group of lifetimeGroups(lifetimes!)) byDimension.set(group.dimension, [...(byDimension.get(group.dimension) ?? []), group]);
  const rows = [...byDimension].filter(([, groups]) => groups.length > 1).map(([dimension, groups]) => {
    const { chiSquare, degrees, probability } = logRank(groups.map(within));
    const known = (value: number) => (Number.isNaN(value) ? null : value);
    return { dimension, groups: groups.length, chi_square: known(chiSquare), degrees, p_value: known(probability) };
  });
  return Object.fromEntries((Object.keys(columns) as (keyof typeof columns)[]).map((name) => [name, rows.map((row) => row[name])]));
}

/** What happens after the time that is looked at is left out: who is still followed then is so no longer. */
function within({ lifetimes: { times, entered, lost, censored }, until }: LifetimeGroup): Lifetimes {
  const end = times.findIndex((time) => time > until);
  const part = (values: ArrayLike<number>) => Float64Array.from(values).subarray(0, end < 0 ? times.length : end);
  return { times: part(times), entered: part(entered), lost: part(lost), censored: part(censored) };
}
