// One row per business client and ratio that has a weight in the grade: its trend over the periods and a cautious outlook.
// A straight line is fitted by least squares to the values of balanced statements, each at the end of its period. Only
// periods of one length are put side by side: the longest the client has of up to a year, so that years are not mixed with
// their quarters (the shortest where all are longer).
// A direction takes three things: solvency.trend_min_periods values; an interval of the slope, at
// solvency.direction_confidence, that leaves 0 out (Student's t with periods - 2 degrees of freedom); and a change of the
// line over all periods of solvency.direction_least_change of the distance from weak to strong. Of ratios
// without a trend up to one in twenty still shows one by chance. Steady is what lies closer together than that change;
// everything else has no clear trend.
// The outlook is the line at the end of the next period, unless that is over by now, with the interval in which the next
// value lies with the chance solvency.trend_confidence if the trend goes on (prediction interval). With few periods it is
// wide, as it should be; it knows nothing of what the client plans. Outlook and interval end where the ratio does, see
// lowest and highest of ratios, unless the client has passed that before; there is none where all of the interval lies beyond.
// key: customer_id, ratio
// columns:
//   customer_id      Business client
//   ratio            Name of the ratio
//   period_months    Length of the periods looked at [months]
//   periods          Values the line is fitted to [periods]
//   last_period_end  Last day of the last period with a value
//   last_value       Value of that period, in the ratio's unit
//   slope            Change per year, in the ratio's unit; NULL below solvency.trend_min_periods values
//   slope_low        Lower end of the interval of the slope
//   slope_high       Upper end of the interval of the slope
//   direction        improving, worsening, steady, no clear trend or too few periods
//   next_period_end  Last day of the period after, of the same length
//   outlook          Value the line leads to then; NULL where there is none
//   outlook_low      Lower end of its interval
//   outlook_high     Upper end of its interval
//   outlook_reason   Why there is none: period over, too few periods, or beyond what can be
// checks:
//   the outlook lies in its interval: coalesce(outlook between outlook_low and outlook_high, true)
//   an outlook or a reason, not both: (outlook is null) = (outlook_reason is not null)
//   the outlook looks ahead: outlook is null or next_period_end > (select as_of_date from run.settings)
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { fitLine, type Line } from "../../statistics/leastSquares.js";
import { studentQuantile } from "../../statistics/special.js";

export const inputs = {
  values: `
    with lengths as (
      select
        customer_id,
        coalesce(max(case when period_months <= 12 then period_months end), min(period_months)) as period_months
      from marts.statements
      group by customer_id
    )
    select
      ratios.customer_id,
      ratios.ratio,
      statements.period_months,
      ratios.better,
      ratios.lowest,
      ratios.highest,
      abs(bands.strong - bands.weak)::double as band_distance,
      ratios.period_end,
      case
        when ratios.period_end = last_day(ratios.period_end) then last_day((ratios.period_end + to_months(statements.period_months))::date)
        else (ratios.period_end + to_months(statements.period_months))::date
      end as next_period_end,
      next_period_end <= settings.as_of_date as is_over,
      ratios.value
    from marts.ratios as ratios
    cross join run.settings as settings
    inner join run.solvency_ratios as bands on ratios.ratio = bands.ratio
    inner join marts.statements as statements
      on ratios.customer_id = statements.customer_id and ratios.period_end = statements.period_end
    inner join lengths
      on statements.customer_id = lengths.customer_id and statements.period_months = lengths.period_months
    where ratios.weight > 0 and ratios.value is not null and statements.balance <> 'unbalanced'
    order by ratios.customer_id, ratios.ratio, ratios.period_end`,
};

export const columns = {
  customer_id: "VARCHAR",
  ratio: "VARCHAR",
  period_months: "INTEGER",
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
  outlook_reason: "VARCHAR",
} as const;

type Row = Record<keyof typeof columns, unknown>;

/** Values of one ratio of one client, the earliest first, and what is the same for all of them. */
interface Course {
  years: number[];
  values: Float64Array;
  better: "higher" | "lower";
  /** Bounds of what the ratio can be; NaN where there is none. */
  lowest: number;
  highest: number;
  bandDistance: number;
  nextYear: number;
  isOver: boolean;
}

const MILLISECONDS_PER_YEAR = 365.25 * 86_400_000;
const toYears = (date: Date) => date.getTime() / MILLISECONDS_PER_YEAR;

export function compute({ values: input }: { values: NumericColumns }, { solvency }: Settings): NumericColumns {
  const rows = input as {
    customer_id: string[]; ratio: string[]; period_months: number[]; better: Course["better"][]; lowest: Float64Array; highest: Float64Array;
    band_distance: Float64Array; period_end: Date[]; next_period_end: Date[]; is_over: boolean[]; value: Float64Array;
  };
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const result = Object.fromEntries(names.map((name) => [name, [] as unknown[]])) as Record<keyof typeof columns, unknown[]>;
  for (let start = 0, end = 0; start < rows.value.length; start = end) {
    while (end < rows.value.length && rows.customer_id[end] === rows.customer_id[start] && rows.ratio[end] === rows.ratio[start]) end++;
    const last = end - 1;
    const course: Course = {
      years: rows.period_end.slice(start, end).map(toYears), values: rows.value.slice(start, end), better: rows.better[last]!,
      lowest: rows.lowest[last]!, highest: rows.highest[last]!, bandDistance: rows.band_distance[last]!,
      nextYear: toYears(rows.next_period_end[last]!), isOver: rows.is_over[last]!,
    };
    const row: Row = {
      customer_id: rows.customer_id[last], ratio: rows.ratio[last], period_months: rows.period_months[last], periods: end - start,
      last_period_end: rows.period_end[last], last_value: rows.value[last], next_period_end: rows.next_period_end[last],
      ...trendOf(course, solvency),
    };
    for (const name of names) result[name].push(row[name]);
  }
  return result;
}

function trendOf(course: Course, settings: Settings["solvency"]) {
  const none = { slope: null, slope_low: null, slope_high: null, outlook: null, outlook_low: null, outlook_high: null };
  if (course.values.length < settings.trend_min_periods) {
    return { ...none, direction: "too few periods", outlook_reason: course.isOver ? "period over" : "too few periods" };
  }
  const line = fitLine(course.years, course.values);
  return { ...none, ...directionOf(course, line, settings), ...outlookOf(course, line, settings) };
}

function directionOf({ years, values, better, bandDistance }: Course, line: Line, { direction_confidence, direction_least_change }: Settings["solvency"]) {
  const reach = studentQuantile((1 + direction_confidence) / 2, years.length - 2) * line.slopeError;
  const [low, high] = [line.slope - reach, line.slope + reach];
  const least = direction_least_change * bandDistance;
  const isSteady = Math.max(...values) - Math.min(...values) < least;
  const isClear = (low > 0 || high < 0) && Math.abs(line.slope) * (years.at(-1)! - years[0]!) >= least;
  const isUp = (line.slope > 0) === (better === "higher");
  return {
    slope: line.slope, slope_low: low, slope_high: high,
    direction: isSteady ? "steady" : !isClear ? "no clear trend" : isUp ? "improving" : "worsening",
  };
}

function outlookOf({ years, values, lowest, highest, nextYear, isOver }: Course, line: Line, { trend_confidence }: Settings["solvency"]) {
  if (isOver) return { outlook_reason: "period over" };
  // A bound that the client has passed before is none: other income lifts a margin above 1.
  const least = Math.min(...values) >= lowest ? lowest : -Infinity;
  const most = Math.max(...values) <= highest ? highest : Infinity;
  const { value, error } = line.predict(nextYear);
  const reach = studentQuantile((1 + trend_confidence) / 2, years.length - 2) * error;
  if (value + reach < least || value - reach > most) return { outlook_reason: "beyond what can be" };
  const clip = (x: number) => Math.min(most, Math.max(least, x));
  return { outlook: clip(value), outlook_low: clip(value - reach), outlook_high: clip(value + reach), outlook_reason: null };
}
