import { card } from "../../components/card.js";
import { note } from "../../components/heading.js";
import { trend, type TrendSeries } from "../../components/trend.js";
import { change, count, month, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { eventsOf } from "../events.js";
import type { Measure, Month, Outlook, Total } from "./rows.js";
import { amountOf, formatOf, measureName, refusalInFull } from "./words.js";

/** Months of the past that a course shows: three seasons tell what is usual. */
const SHOWN_MONTHS = 36;

/** The past of a measure and where it leads, with the limits of what may come; the past alone where nothing is forecast. */
export function course(context: Context, outlooks: Table<Outlook>, measure: Measure, width: 6 | 12): Element {
  const outlook = outlooks.rows.find((row) => row.measure === measure)!;
  const table = context.read<Month>("forecast_months");
  const months = table.rows.filter((row) => row.measure === measure);
  const past = months.filter((row) => row.actual !== null).slice(-SHOWN_MONTHS);
  const ahead = months.filter((row): row is Month & { value: number } => row.value !== null);
  const title = titleOf(context, outlook);
  const { last_month: last } = outlook;
  const points = ahead.map((row) => ({ date: row.month, value: row.value }));
  const joint = past.at(-1);
  const series: TrendSeries[] = [
    { name: measureName(measure), color: "series-1", points: past.map((row) => ({ date: row.month, value: row.actual })) },
    ...(ahead.length > 0 && joint ? [{ name: t`Forecast`, color: "series-1" as const, isDashed: true, points: [{ date: joint.month, value: joint.actual }, ...points] }] : []),
  ];
  const limits = ahead.flatMap(({ month: date, low, high }) => (low === null || high === null ? [] : [{ date, low, high }]));
  const unit = measure === "revenue" ? t`Revenue of each month, net of returns` : t`Orders of each month`;
  return card(context, {
    title, span: width, sources: [table, outlooks],
    subtitle: ahead.length === 0 ? unit : t`${unit}; dashed: forecast from ${month(ahead[0]!.month)}; around it: where each month lies with a chance of ${percent0(outlook.confidence)}`,
  },
  past.length < 2 ? null : trend(series, {
    label: title, format: formatOf(context, measure), isFull: width === 12,
    annotations: eventsOf(context),
    ...(limits.length > 0 && { band: { name: t`Limits`, points: limits } }),
  }),
  outlook.reason === null ? null : note(refusalInFull(outlook)),
  outlook.is_break ? note(t`A break: the three months to ${month(last)} brought ${change(outlook.recent_change_rate)} on those of a year before. What was learnt from the time before it may no longer hold.`) : null,
  measure === "revenue" && outlook.reason === null && context.has("returns") ? note(t`Returns of the latest months are still to come, so that the forecast is rather too high than too low by what is usually sent back late.`) : null);
}

function titleOf(context: Context, outlook: Outlook): string {
  const { measure } = outlook;
  if (outlook.reason !== null) return measure === "revenue" ? t`Revenue is not forecast` : t`Orders are not forecast`;
  const total = context.read<Total>("forecast_totals").rows.filter((row) => row.measure === measure && row.value !== null).at(-1);
  if (!total) return measure === "revenue" ? t`Revenue by month and its forecast` : t`Orders by month and their forecast`;
  const [amount, ahead] = [amountOf(context, measure, total.value), count(total.months, "month")];
  const { change_rate: rate, low_change_rate: low, high_change_rate: high } = total;
  if (rate === null || low === null || high === null) return t`${amount} in the next ${ahead}`;
  if (low > 0) return t`${amount} in the next ${ahead}: more than a year before, ${change(rate)}`;
  if (high < 0) return t`${amount} in the next ${ahead}: less than a year before, ${change(rate)}`;
  return t`${amount} in the next ${ahead}: ${change(rate)} on a year before, but that could turn either way`;
}
