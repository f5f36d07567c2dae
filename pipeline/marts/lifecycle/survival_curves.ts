// One row per group of customers and moment since they became customers: how many of them had stayed so long.
// Kaplan and Meier's estimate from customer_lifetimes, which says who is followed from when until when; limits by Greenwood's
// variance and the logarithm of the negative logarithm, at prediction.confidence. Curves are those of all customers, and by
// the year they came, kind, region and channel of the first order: of groups of at least prediction.survival_min_customers,
// any of them followed for prediction.holdout_days, the prediction.survival_max_groups largest, of years the latest. A point each prediction.survival_step_days, for as long as
// anybody is followed, and no longer than a customer that came at the beginning of the record can be.
// key: dimension, group_name, time_days
// columns:
//   dimension   all, cohort, kind, region or first channel
//   group_name  Group; all customers for all
//   position    Place of the group in its dimension, from 1
//   time_days   Days since the first deal [days]
//   share       Share that stayed longer [0 to 1]
//   share_low   Lower limit of it; NULL before the first is lost and once nobody is left
//   share_high  Upper limit of it
//   followed    Customers followed just before [customers]
// checks:
//   a share lies in its interval: share_low is null or share between share_low and share_high
//   somebody is followed: followed > 0
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { followedAt, kaplanMeier, shareLeft, type Lifetimes } from "../../statistics/survival.js";

export const inputs = {
  lifetimes: `
    with members as (
      select 'all' as dimension, 'all customers' as group_name, 1 as rank, * from marts.customer_lifetimes where is_compared
      union all
      select 'cohort', cohort, 1, * from marts.customer_lifetimes where is_compared and entry_days = 0
      union all
      select 'kind', kind, 1, * from marts.customer_lifetimes where is_compared
      union all
      select 'region', region, 1, * from marts.customer_lifetimes where is_compared and region is not null
      union all
      select 'first channel', first_channel, 1, * from marts.customer_lifetimes where is_compared and first_channel is not null
    ),
    sizes as (
      select dimension, group_name, count(*) as customers
      from members
      cross join run.settings as settings
      group by dimension, group_name
      having count(*) >= max(settings.prediction_survival_min_customers) and max(stayed_days - entry_days) >= max(settings.prediction_holdout_days)
    ),
    ranked as (
      select
        dimension,
        group_name,
        row_number() over (partition by dimension order by case when dimension = 'cohort' then group_name end desc, customers desc, group_name) as place
      from sizes
    ),
    groups as (
      select ranked.*
      from ranked
      cross join run.settings as settings
      where ranked.place <= settings.prediction_survival_max_groups
    ),
    followed as (
      select max(stayed_days) as days
      from marts.customer_lifetimes
      where entry_days = 0
    ),
    moments as (
      select dimension, group_name, entry_days as time_days, 1 as entered, 0 as lost, 0 as censored, 0 as back
      from members
      union all
      select dimension, group_name, stayed_days, 0, case when is_lost then 1 else 0 end, case when is_lost then 0 else 1 end, case when is_back then 1 else 0 end
      from members
    )
    select
      groups.dimension,
      groups.group_name,
      groups.place::double as place,
      moments.time_days::double as time_days,
      sum(moments.entered)::double as entered,
      sum(moments.lost)::double as lost,
      sum(moments.censored)::double as censored,
      sum(moments.back)::double as back,
      max(followed.days)::double as until_days
    from moments
    inner join groups on moments.dimension = groups.dimension and moments.group_name = groups.group_name
    cross join followed
    group by groups.dimension, groups.group_name, groups.place, moments.time_days
    order by groups.dimension, groups.place, moments.time_days`,
};

export const columns = {
  dimension: "VARCHAR", group_name: "VARCHAR", position: "INTEGER", time_days: "INTEGER", share: "DOUBLE", share_low: "DOUBLE", share_high: "DOUBLE", followed: "INTEGER",
} as const;

export interface LifetimeGroup {
  dimension: string;
  name: string;
  position: number;
  lifetimes: Lifetimes & { times: Float64Array };
  /** Of those lost, who ordered again. */
  back: Float64Array;
  /** Days that a customer can be followed for at most. */
  until: number;
}

/** Groups in their order, rows of one following each other. */
export function lifetimeGroups(input: NumericColumns): LifetimeGroup[] {
  const { dimension, group_name } = input as { dimension: string[]; group_name: string[] };
  const numbers = (name: string) => input[name] as Float64Array;
  const found: LifetimeGroup[] = [];
  for (let start = 0, end = 0; start < dimension.length; start = end) {
    while (end < dimension.length && dimension[end] === dimension[start] && group_name[end] === group_name[start]) end++;
    const part = (name: string) => numbers(name).subarray(start, end);
    found.push({
      dimension: dimension[start]!, name: group_name[start]!, position: numbers("place")[start]!, back: part("back"), until: numbers("until_days")[start]!,
      lifetimes: { times: part("time_days"), entered: part("entered"), lost: part("lost"), censored: part("censored") },
    });
  }
  return found;
}

export function compute({ lifetimes }: Record<string, NumericColumns>, { prediction }: Settings): NumericColumns {
  const rows = lifetimeGroups(lifetimes!).flatMap((group) => {
    const curve = kaplanMeier(group.lifetimes);
    const points = [];
    for (let time = 0; time <= group.until; time += prediction.survival_step_days) {
      const followed = followedAt(group.lifetimes, time);
      if (followed === 0) continue;
      const { share, low, high } = shareLeft(curve, time, prediction.confidence);
      points.push({ dimension: group.dimension, group_name: group.name, position: group.position, time_days: time, share, share_low: low, share_high: high, followed });
    }
    return points;
  });
  const known = (value: unknown) => (typeof value === "number" && Number.isNaN(value) ? null : value);
  return Object.fromEntries((Object.keys(columns) as (keyof typeof columns)[]).map((name) => [name, rows.map((row) => known(row[name]))]));
}
