// One row per group of customers that has a curve in survival_curves: how long they stay, in figures.
// The median is the time after which no more than half are left, its interval that of Brookmeyer and Crowley (1982) from the
// limits of the curve; the mean is the area under the curve up to until_days, the longest time that all groups of the
// dimension are followed for, so that groups can be compared although not all of their customers have left.
// key: dimension, group_name
// columns:
//   dimension        all, cohort, kind, region or first channel
//   group_name       Group
//   position         Place of the group in its dimension, from 1
//   customers        Customers that are followed [customers]
//   lost_customers   Those of them who were lost [customers]
//   back_customers   Those of the lost who ordered again later [customers]
//   median_days      Days after which no more than half are left; NULL where more are to the end [days]
//   median_days_low  Lower end of its interval [days]
//   median_days_high Upper end of its interval; NULL where it is beyond what is followed [days]
//   year_share       Share that stays longer than 365 days; NULL where nobody is followed so long [0 to 1]
//   year_share_low   Lower end of its interval
//   year_share_high  Upper end of its interval
//   until_days       Days that the mean looks at [days]
//   mean_days        Mean of the days stayed within them [days]
//   mean_days_low    Lower end of its interval, at prediction.confidence [days]
//   mean_days_high   Upper end of its interval [days]
// checks:
//   no more are lost than followed: lost_customers <= customers and back_customers <= lost_customers
//   the mean is no longer than what it looks at: mean_days <= until_days
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { followedAt, kaplanMeier, medianLifetime, restrictedMean, shareLeft } from "../../statistics/survival.js";
import { normalQuantile } from "../../statistics/special.js";
import { inputs as followed, lifetimeGroups, type LifetimeGroup } from "./survival_curves.js";

export const inputs = followed;

export const columns = {
  dimension: "VARCHAR", group_name: "VARCHAR", position: "INTEGER", customers: "INTEGER", lost_customers: "INTEGER", back_customers: "INTEGER",
  median_days: "DOUBLE", median_days_low: "DOUBLE", median_days_high: "DOUBLE", year_share: "DOUBLE", year_share_low: "DOUBLE", year_share_high: "DOUBLE",
  until_days: "INTEGER", mean_days: "DOUBLE", mean_days_low: "DOUBLE", mean_days_high: "DOUBLE",
} as const;

const YEAR = 365;

/** The longest time that every one of the groups is followed for. */
export function commonTime(groups: LifetimeGroup[]): number {
  return Math.min(...groups.map(({ lifetimes, until }) => Math.min(until, lifetimes.times.at(-1)!)));
}

export function compute({ lifetimes }: Record<string, NumericColumns>, { prediction }: Settings): NumericColumns {
  const groups = lifetimeGroups(lifetimes!);
  const reach = normalQuantile((1 + prediction.confidence) / 2);
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);
  const rows = groups.map((group) => {
    const curve = kaplanMeier(group.lifetimes);
    const until = commonTime(groups.filter(({ dimension }) => dimension === group.dimension));
    const { median, low, high } = medianLifetime(curve, prediction.confidence);
    const within = (time: number) => (time <= group.until ? time : NaN);
    const year = followedAt(group.lifetimes, YEAR) > 0 && group.until >= YEAR ? shareLeft(curve, YEAR, prediction.confidence) : { share: NaN, low: NaN, high: NaN };
    const { mean, error } = restrictedMean(curve, until);
    return {
      dimension: group.dimension, group_name: group.name, position: group.position,
      customers: sum(group.lifetimes.entered), lost_customers: sum(group.lifetimes.lost), back_customers: sum(group.back),
      median_days: within(median), median_days_low: within(low), median_days_high: within(high),
      year_share: year.share, year_share_low: year.low, year_share_high: year.high,
      until_days: until, mean_days: mean, mean_days_low: Math.max(0, mean - reach * error), mean_days_high: Math.min(until, mean + reach * error),
    };
  });
  const known = (value: unknown) => (typeof value === "number" && Number.isNaN(value) ? null : value);
  return Object.fromEntries((Object.keys(columns) as (keyof typeof columns)[]).map((name) => [name, rows.map((row) => known(row[name]))]));
}
