// One row per business client and ratio that has a weight in the grade: its trend over the periods and a cautious outlook.
// A straight line is fitted by least squares to the values of all balanced statements, each at the end of its period. The
// outlook is that line at the end of the next period, with the interval in which the next value lies with the chance
// solvency.trend_confidence if the trend goes on (prediction interval, Student's t with periods - 2 degrees of freedom).
// With three or four periods it is wide, as it should be; it knows nothing of what the client plans. A ratio that cannot
// be negative ends at 0: so do its outlook and interval, and there is no outlook where the whole interval lies below.
// key: customer_id, ratio
// columns:
//   customer_id      Business client
//   ratio            Name of the ratio
//   periods          Values the line is fitted to [periods]
//   last_period_end  Last day of the last period with a value
//   last_value       Value of that period, in the ratio's unit
//   slope            Change per year, in the ratio's unit; NULL below solvency.trend_min_periods values
//   slope_low        Lower end of the interval of the slope
//   slope_high       Upper end of the interval of the slope
//   direction        improving or worsening where the interval of the slope leaves 0 out; no clear trend; too few periods
//   next_period_end  Last day of the period after, of the same length
//   outlook          Value the line leads to then; NULL below solvency.trend_min_periods values or where it leads to none
//                    that can be
//   outlook_low      Lower end of its interval
//   outlook_high     Upper end of its interval
// checks:
//   the outlook lies in its interval: coalesce(outlook between outlook_low and outlook_high, true)
//   an outlook needs its periods: outlook is null or direction <> 'too few periods'
import type { Columns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { fitLine, studentQuantile } from "../../statistics/leastSquares.js";

export const inputs = {
  values: `
    select
      ratios.customer_id,
      ratios.ratio,
      ratios.better,
      ratios.lowest,
      ratios.period_end,
      (ratios.period_end + to_months(statements.period_months))::date as next_period_end,
      ratios.value
    from marts.ratios as ratios
    inner join marts.statements as statements
      on ratios.customer_id = statements.customer_id and ratios.period_end = statements.period_end
    where ratios.weight > 0 and ratios.value is not null and statements.balance <> 'unbalanced'
    order by ratios.customer_id, ratios.ratio, ratios.period_end`,
};

export const columns = {
  customer_id: "VARCHAR",
  ratio: "VARCHAR",
  periods: "INTEGER",
  last_period_end: "DATE",
  last_value: "DOUBLE",
  slope: "DOUBLE",
  slope_low: "DOUBLE",
  slope_high: "DOUBLE",
  direction: "VARCHAR",
  next_period_end: "DATE",
  outlook: "DOUBLE",
  outlook_low: "DOUBLE",
  outlook_high: "DOUBLE",
} as const;

const MILLISECONDS_PER_YEAR = 365.25 * 86_400_000;

export function compute({ values }: { values: Columns }, { solvency }: Settings): Columns {
  const { customer_id, ratio, better, lowest, period_end, next_period_end, value } = values as {
    customer_id: string[]; ratio: string[]; better: ("higher" | "lower")[]; lowest: (number | null)[]; period_end: Date[]; next_period_end: Date[]; value: number[];
  };
  const result: Record<keyof typeof columns, unknown[]> = {
    customer_id: [], ratio: [], periods: [], last_period_end: [], last_value: [], slope: [], slope_low: [], slope_high: [],
    direction: [], next_period_end: [], outlook: [], outlook_low: [], outlook_high: [],
  };
  for (let start = 0, end = 0; start < value.length; start = end) {
    while (end < value.length && customer_id[end] === customer_id[start] && ratio[end] === ratio[start]) end++;
    const last = end - 1;
    const row: Record<keyof typeof columns, unknown> = {
      customer_id: customer_id[start], ratio: ratio[start], periods: end - start,
      last_period_end: period_end[last], last_value: value[last], next_period_end: next_period_end[last],
      slope: null, slope_low: null, slope_high: null, direction: "too few periods", outlook: null, outlook_low: null, outlook_high: null,
    };
    if (end - start >= solvency.trend_min_periods) {
      const years = period_end.slice(start, end).map((date) => date.getTime() / MILLISECONDS_PER_YEAR);
      const line = fitLine(years, value.slice(start, end));
      const t = studentQuantile((1 + solvency.trend_confidence) / 2, end - start - 2);
      const next = line.predict(next_period_end[last]!.getTime() / MILLISECONDS_PER_YEAR);
      const [low, high] = [line.slope - t * line.slopeError, line.slope + t * line.slopeError];
      const isUp = better[start] === "higher" ? low > 0 : high < 0;
      const isDown = better[start] === "higher" ? high < 0 : low > 0;
      const least = lowest[last] ?? -Infinity;
      const [nextLow, nextHigh] = [next.value - t * next.error, next.value + t * next.error];
      Object.assign(row, {
        slope: line.slope, slope_low: low, slope_high: high,
        direction: isUp ? "improving" : isDown ? "worsening" : "no clear trend",
        ...(nextHigh >= least && { outlook: Math.max(least, next.value), outlook_low: Math.max(least, nextLow), outlook_high: nextHigh }),
      });
    }
    for (const name of Object.keys(columns) as (keyof typeof columns)[]) result[name].push(row[name]);
  }
  return result;
}
