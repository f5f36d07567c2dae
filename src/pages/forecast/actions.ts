import { card } from "../../components/card.js";
import { facts, type Fact } from "../../components/facts.js";
import { day, month, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { AnyTable, Context, Table } from "../../lib/page.js";
import type { Month, Outlook, Target, Total } from "./rows.js";
import { amountOf, formatOf, MEASURES, span } from "./words.js";

/** A month this much above the mean of the months ahead is one to prepare for. */
const PEAK = 0.15;

/** What the forecast asks for: the peak to prepare, the amount to plan costs by, goals that will be missed. */
export function actions(context: Context, outlooks: Table<Outlook>): Element[] {
  const totals = context.read<Total>("forecast_totals");
  const targets = context.read<Target>("forecast_targets");
  const months = context.read<Month>("forecast_months");
  const [best] = MEASURES.flatMap((measure) => outlooks.rows.filter((row) => row.measure === measure && row.reason === null));
  if (!best) return [];
  const found: [Fact | undefined, AnyTable][] = [...targets.rows.map((row): [Fact | undefined, AnyTable] => [goal(context, row), targets]), [plan(context, totals.rows, best), totals], [peak(context, best), outlooks], [begun(context, best, months.rows), months]];
  const known = found.filter((fact): fact is [Fact, AnyTable] => fact[0] !== undefined);
  if (known.length === 0) return [];
  return [card(context, { title: t`What to do about it`, sources: [...new Set(known.map(([, source]) => source))], span: 12 }, facts(known.map(([fact]) => fact)))];
}

/** Goals first: one that will be missed can still be changed while its period runs. */
function goal(context: Context, { goal: name, measure, period_end: end, verdict, needed_rate: needed, target }: Target): Fact | undefined {
  const amount = formatOf(context, measure)(target);
  if (verdict === "unlikely" || verdict === "out of reach") {
    const text = needed === null ? t`“${name}” (${amount} by ${day(end)}) will be missed.`
      : verdict === "unlikely" ? t`“${name}” (${amount} by ${day(end)}) will probably be missed: the months left have to bring ${percent0(needed)} more than is forecast.`
        : t`“${name}” (${amount} by ${day(end)}) is out of reach: the months left would have to bring ${percent0(needed)} more than is forecast. Change the goal, or what is done for it.`;
    return { text, tone: "bad" };
  }
  if (verdict === "likely") return { text: t`“${name}” (${amount} by ${day(end)}) will probably be reached, but is not safe: its lower limit lies below.`, tone: "neutral" };
  return verdict === null ? undefined : { text: t`“${name}” (${amount} by ${day(end)}) will be reached.`, tone: "good" };
}

/** Costs that cannot be undone are planned by what comes even if it goes badly. */
function plan(context: Context, totals: Total[], { measure }: Outlook): Fact | undefined {
  const total = totals.filter((row) => row.measure === measure && row.value !== null && row.low !== null).at(-1);
  if (!total) return undefined;
  const format = formatOf(context, measure);
  return { text: t`Commit fixed costs by the lower limit, ${format(total.low)} for ${span(total.from_month, total.to_month)}, and keep what goes beyond it open until the months show it.`, tone: "neutral" };
}

function peak(context: Context, { measure, peak_month: at, peak_value: value, peak_excess: excess }: Outlook): Fact | undefined {
  if (at === null || excess === null || excess < PEAK) return undefined;
  return { text: t`Prepare stock and staff for ${month(at)}: ${amountOf(context, measure, value)}, ${percent0(excess)} above the mean of the months ahead.`, tone: "neutral" };
}

/** What the month of the as-of date has brought so far, which the forecast of it does not know. */
function begun(context: Context, { measure, begun_month: at, begun_value: value }: Outlook, months: Month[]): Fact | undefined {
  if (at === null) return undefined;
  const whole = months.find((row) => row.measure === measure && row.month === at)?.value ?? null;
  if (whole !== null && value !== null && value >= whole) {
    return { text: t`${month(at)} has already brought ${amountOf(context, measure, value)}, all that is forecast for it: more will come than the forecast says.`, tone: "good" };
  }
  return { text: t`${month(at)} has begun with ${amountOf(context, measure, value)}; it is forecast as a whole, for only complete months can be compared.`, tone: "neutral" };
}
