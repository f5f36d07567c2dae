import { gradeBadge, type GradeTone } from "../../components/gradeBadge.js";
import { count, day, decimal1, integer, MISSING, month, monthName, percent, pointsChange, words, year, type Format } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import type { Goal, Status } from "./rows.js";

const known = (format: (value: number) => string): Format => (value) => (value === null || value === undefined ? MISSING : format(value));

/** How the values of a goal read. */
export function formatOf(context: Context, { unit, metric }: Pick<Goal, "unit" | "metric">): Format {
  switch (unit) {
    case "reporting currency": return metric === "average_order_value" ? context.moneyWhole : context.money;
    case "0 to 1": return percent;
    case "days": return known((value) => count(Math.round(value), "day"));
    case "hours": return known((value) => t`${decimal1(value)} hours`);
    case "of 100": return known((value) => t`${decimal1(value)} of 100`);
    case null: return known((value) => (Number.isInteger(value) ? integer(value) : decimal1(value)));
    default: return integer;
  }
}

/** How a difference of two of them reads, with its sign. */
export function changeOf(context: Context, { unit, metric }: Pick<Goal, "unit" | "metric">): Format {
  if (unit === "reporting currency") return context.moneyChange;
  if (unit === "0 to 1") return pointsChange;
  const format = formatOf(context, { unit, metric });
  return known((value) => (value > 0 ? `+${format(value)}` : format(value)));
}

/** A span of time: its months where it consists of whole ones, else its days. */
export function periodName(start: string, end: string): string {
  const isWhole = start.endsWith("-01") && dayAfter(end).endsWith("-01");
  if (!isWhole) return t`${day(start)} to ${day(end)}`;
  if (start.slice(0, 7) === end.slice(0, 7)) return month(start);
  return start.slice(0, 4) === end.slice(0, 4) ? t`${monthName(start)} to ${monthName(end)} ${year(end)}` : t`${month(start)} to ${month(end)}`;
}

/** The days that a figure is counted over where these are not those of its period; empty where they are. */
export const countedWords = ({ counted_days: days, counted_until: until }: Pick<Goal, "counted_days" | "counted_until">): string => (days === null ? "" : t`in the ${count(days, "day")} to ${day(until)}`);

const dayAfter = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const TONES: Record<Status, GradeTone> = { "reached": "good", "on track": "good", "at risk": "warn", "behind": "bad", "missed": "bad", "to come": "neutral", "not measured": "neutral" };
const SIGNS: Partial<Record<Status, string>> = { "reached": "✓", "on track": "✓", "at risk": "!", "behind": "✗", "missed": "✗" };

/** A status as a small box, with a sign for those who do not see its colour. */
export const statusBadge = (status: Status): HTMLElement => gradeBadge([SIGNS[status], words(status)].filter(Boolean).join(" "), TONES[status]);

/** The status of a goal; one that falls short by no more than chance explains is pointed out, and not alarmed about. */
export function standingBadge(goal: Pick<Goal, "status" | "is_miss_clear">): HTMLElement {
  return isByChance(goal) ? gradeBadge(`! ${t`Within chance`}`, "warn") : statusBadge(goal.status);
}

/** Whether a goal falls short by no more than chance explains. */
export const isByChance = ({ status, is_miss_clear: isClear }: Pick<Goal, "status" | "is_miss_clear">): boolean => isUrgent({ status }) && isClear === false;

/** Where the actual lies with the chance that intervals have: "7.6 to 9.6"; empty where it has none. */
export function spreadOf(context: Context, goal: Goal): string {
  if (goal.actual_low === null || goal.actual_high === null) return "";
  const format = goal.unit === "hours" ? decimal1 : formatOf(context, goal);
  return t`${format(goal.actual_low)} to ${format(goal.actual_high)}`;
}

/** The standard that service keeps for the same figure, over its own time; nothing where there is none. */
export function standardWords(context: Context, goal: Goal): string | null {
  if (goal.standard === null || goal.standard_value === null) return null;
  const format = formatOf(context, goal);
  const told = t`The standard of Service for it is ${format(goal.standard)}, over ${count(context.windowDays, "day")}: ${format(goal.standard_value)}`;
  return goal.is_standard_met ? t`${told}, kept.` : t`${told}, missed.`;
}

/** Whether a goal needs somebody's hand. */
export const isUrgent = ({ status }: Pick<Goal, "status">): boolean => status === "missed" || status === "behind" || status === "at risk";

/** Who answers for it. */
export const ownerName = (owner: string | null): string => owner ?? t`nobody`;

/** A goal and how far it got, in a line: what the title of its card says. */
export function standing(context: Context, goal: Goal): string {
  const format = formatOf(context, goal);
  if (goal.actual === null) return goal.status === "to come" ? t`${goal.goal}: begins on ${day(goal.period_start)}` : t`${goal.goal}: not measured`;
  if (goal.due_by === "whole") return isUrgent(goal) ? t`${goal.goal}: ${format(goal.actual)} against a target of ${format(goal.target)}` : t`${goal.goal}: ${format(goal.actual)}, the target was ${format(goal.target)}`;
  return t`${goal.goal}: ${format(goal.actual)} so far, ${format(goal.due)} were due`;
}

/** What to do next, in a sentence. */
export function stepWords(context: Context, goal: Goal): string {
  const format = formatOf(context, goal);
  switch (goal.step) {
    case "supply the figure": return goal.page === null ? t`Name a figure that is computed, or leave the goal out.` : t`Supply what it is measured by.`;
    case "finish what is overdue": return goal.overdue_actions === 1 ? t`Finish the action that is overdue, or drop it.` : t`Finish the ${integer(goal.overdue_actions)} actions that are overdue, or drop them.`;
    case "look what came of it": return goal.unchecked_actions === 1 ? t`Look what came of what was done, and write it down.` : t`Look what came of the ${integer(goal.unchecked_actions)} actions done, and write it down.`;
    case "agree on an action": return goal.done_actions === 0 ? t`Agree on an action: nothing was done, and nothing is planned.` : t`Agree on another action: what was done was not enough, and nothing more is planned.`;
    case "strengthen the plan": return goal.next_due_date === null ? t`Do more: what is open has not been enough, and has no day set.` : t`Do more: what is open, due next on ${day(goal.next_due_date)}, has not been enough so far.`;
    case "watch it": return t`Measure on before acting: it falls short by no more than chance explains.`;
    case "raise the target": return t`Raise the next target: ${format(goal.actual)} is reached, ${format(goal.next_target)} is asked for.`;
    case "carry on": return goal.next_due_date === null ? t`Carry on with what is open.` : t`Carry on; the next action is due on ${day(goal.next_due_date)}.`;
    case "plan it": return t`Agree on who does what before it begins.`;
    default: return t`Keep it up.`;
  }
}

/** How sure it is that a forecast reaches its target. */
export function verdictWords(verdict: Goal["forecast_verdict"]): string {
  return verdict === null ? MISSING : words(verdict);
}

/** The name of a metric; one that nobody knows as it was written. */
export const metricName = ({ metric_name: name }: Pick<Goal, "metric_name">): string => phrase(name);
