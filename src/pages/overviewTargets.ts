import type { KpiTarget } from "../components/kpi.js";
import { count, day, integer, percent, percent0, type Format } from "../lib/format.js";
import { phrase, t } from "../lib/language.js";
import type { Context } from "../lib/page.js";
import type { Status } from "./targets/rows.js";
import { countedWords, periodName } from "./targets/words.js";

/** A row of the export overview_targets. */
export interface OverviewTarget {
  metric: string;
  unit: string | null;
  is_lower_better: boolean | null;
  period_start: string;
  period_end: string;
  measured_until: string | null;
  measured_days: number | null;
  is_over: boolean;
  told_of: "as shown" | "month end" | "counted days" | "period";
  target: number | null;
  actual: number | null;
  reached_share: number | null;
  status: Status;
}

/** The target beside a figure; where the goal is of other days than the figure, its own period and what was reached in it are told, for the verdict and the bar are of these. */
export function kpiTarget(context: Context, goal: OverviewTarget): KpiTarget | undefined {
  if (goal.target === null) return undefined;
  const isMet = goal.status === "reached" || goal.status === "on track" ? true : goal.status === "not measured" ? undefined : false;
  return { value: valueWords(context, goal), isMet, reached: goal.is_lower_better ? null : goal.reached_share, note: `– ${phrase(goal.status)}` };
}

function valueWords(context: Context, goal: OverviewTarget): string {
  const format = formatOf(context, goal);
  // The tile shows the amount that is overdue.
  const target = goal.metric === "overdue_share" ? t`${percent0(goal.target)} of what is owed` : format(goal.target);
  if (goal.told_of === "as shown") return t`${target} by ${day(goal.period_end)}`;
  const aim = t`${target}, ${periodName(goal.period_start, goal.period_end)}`;
  if (goal.actual === null) return aim;
  const actual = format(goal.actual);
  switch (goal.told_of) {
    case "month end": return t`${aim}: ${actual} at the last month end`;
    case "counted days": return t`${aim}: ${actual}, counted ${countedWords({ counted_days: goal.measured_days, counted_until: goal.measured_until })}`;
    case "period": return goal.is_over ? t`${aim}: ${actual}` : t`${aim}: ${actual} so far`;
  }
}

/** How the values of a goal read on a tile. */
function formatOf(context: Context, { metric, unit }: OverviewTarget): Format {
  if (metric === "overdue_share") return percent0;
  switch (unit) {
    case "0 to 1": return percent;
    case "reporting currency": return context.money;
    case "days": return (value) => count(value, "day");
    default: return integer;
  }
}
