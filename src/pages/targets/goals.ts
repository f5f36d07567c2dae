import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { heading, note } from "../../components/heading.js";
import { sparkline } from "../../components/sparkline.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { count, integer, list, MISSING, month, percent0, sentence } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { CoursePoint, Goal, Metric } from "./rows.js";
import { changeOf, countedWords, formatOf, isByChance, isUrgent, metricName, ownerName, periodName, spreadOf, standardWords, standingBadge, verdictWords } from "./words.js";

/** Periods that a line needs. */
export const LINE_POINTS = 3;

/** Every goal on its way: target, what was reached and was due, how it went before, and what is forecast. */
export function goalTable(context: Context, goals: Table<Goal>): Element[] {
  const courses = context.read<CoursePoint>("targets_courses");
  const metrics = context.read<Metric>("targets_metrics");
  const unknown = goals.rows.filter(({ page }) => page === null);
  const isPart = goals.rows.some(({ due_by: dueBy, actual }) => actual !== null && dueBy !== "whole");
  return [...heading(t`The goals`, t`The period that runs, or the last one that is over; what is missed by most of its target first, what chance may explain after it.`), card(context, {
    title: goalsTitle(context, goals.rows), sources: [goals, courses], span: 12,
    subtitle: t`What was set out to be reached, what was reached, below it what chance may make of a rate or mean, and by how much that misses or passes what was due; the line: period by period, those before the goal was set too`,
  },
  dataTable(goals.rows, [
    { label: t`Goal`, value: (row) => withNote(element("span", { translate: "no" }, row.goal), t`${metricName(row)}; ${ownerName(row.owner)}`), isRowHeader: true, className: "goal" },
    { label: t`Status`, value: (row) => standingBadge(row) },
    { label: t`Period`, value: (row) => periodName(row.period_start, row.period_end), className: "goal-period" },
    { label: t`Target`, value: (row) => formatOf(context, row)(row.target), align: "right" },
    { label: t`Actual`, value: (row) => withNote(formatOf(context, row)(row.actual), row.actual === null ? "" : [countedWords(row), spreadOf(context, row)].filter((words) => words !== "").join(t`; `)), number: (row) => row.actual, align: "right" },
    { label: t`Against what was due`, value: (row) => gap(context, row), number: (row) => row.gap, align: "right" },
    { label: t`On a year before`, value: (row) => change(context, row), number: (row) => row.change, align: "right" },
    { label: t`Course`, value: (row) => course(context, row, courses.rows) },
    ...(goals.rows.some(({ forecast_value: value }) => value !== null) ? [{ label: t`Forecast`, value: (row: Goal) => forecast(context, row), align: "right" as const, className: "goal-forecast" }] : []),
  ], { caption: t`Goals, the most urgent first`, noun: "goal" }),
  isPart ? note(t`Of a sum whose period runs as much is due as had come by the same day a year before, or where that is not known as many days as are gone; everything else must stand at its target at any time.`) : null,
  goals.rows.some(({ actual, counted_days: days }) => actual !== null && days !== null) ? note(t`Of a period that runs customers are counted over as many days as the whole period has, up to today: a count of its first weeks could not be compared.`) : null,
  goals.rows.some(isByChance) ? note(t`Within chance: it falls short of what was due by no more than chance would explain, and stands after what is clear.`) : null,
  standards(context, goals.rows),
  ...unmeasured(goals.rows).map(note),
  unknown.length === 0 ? null : disclosure(t`What goals can be measured by`, { id: "metrics", detail: count(metrics.rows.length, "figure") }, metricTable(metrics))),
  ];
}

const metricTable = (metrics: Table<Metric>): Element => dataTable(metrics.rows, [
  { label: t`Written as`, value: (row) => element("code", {}, row.metric), isRowHeader: true },
  { label: t`What it is`, value: (row) => phrase(row.name) },
  { label: t`Unit`, value: (row) => phrase(row.unit) },
  { label: t`Which way is good`, value: (row) => (row.is_lower_better ? t`less is better` : t`more is better`) },
  { label: t`Needs`, value: (row) => phrase(row.needs) },
], { caption: t`Figures that goals can be measured by` });

/** Goals for figures that service has standards of its own for, held over another time. */
function standards(context: Context, goals: Goal[]): Element | null {
  const told = goals.flatMap((goal) => {
    const words = standardWords(context, goal);
    const format = formatOf(context, goal);
    return words === null ? [] : [t`“${goal.goal}”, ${periodName(goal.period_start, goal.period_end)}: ${format(goal.actual)}, target ${format(goal.target)}. ${words}`];
  });
  return told.length === 0 ? null : element("div", {}, note(t`Goals are of the leadership, each over its own period. Service has standards of its own for some of the same figures:`),
    element("ul", { class: "note" }, ...told.map((text) => element("li", {}, text))));
}

/** Of what is not measured, why; goals with one reason in one sentence. */
function unmeasured(goals: Goal[]): string[] {
  const reasons = [...new Set(goals.flatMap(({ status, reason }) => (status === "not measured" && reason !== null ? [reason] : [])))];
  return reasons.map((reason) => t`Not measured: ${list(goals.filter((goal) => goal.status === "not measured" && goal.reason === reason).map(({ goal, metric }) => t`“${goal}” (${metric})`))}. ${sentence(reason)}`);
}

/** How many goals are missed, and which of them by most. */
export function goalsTitle(context: Context, goals: Goal[]): string {
  const judged = goals.filter(({ status }) => status !== "to come" && status !== "not measured");
  const missed = judged.filter(isUrgent);
  if (judged.length === 0) return t`No goal can be judged yet`;
  const worst = [...missed].sort((a, b) => Number(isByChance(a)) - Number(isByChance(b)) || (b.miss_rate ?? 0) - (a.miss_rate ?? 0))[0];
  if (!worst) return judged.length === 1 ? t`The one goal is reached or on track` : t`All ${integer(judged.length)} goals are reached or on track`;
  const format = formatOf(context, worst);
  const told = worst.due_by === "whole" ? t`“${worst.goal}”: ${format(worst.actual)} instead of ${format(worst.target)}` : t`“${worst.goal}”: ${format(worst.actual)} so far, ${format(worst.due)} were due`;
  if (judged.length === 1) return told;
  return missed.length === 1 ? t`One of ${count(judged.length, "goal")} is missed, behind or at risk. ${told}` : t`${integer(missed.length)} of ${count(judged.length, "goal")} are missed, behind or at risk. The furthest off: ${told}`;
}

function gap(context: Context, row: Goal): Element | string {
  if (row.gap === null) return MISSING;
  const text = element("span", isByChance(row) ? {} : { class: row.is_gap_good ? "good" : "bad" }, changeOf(context, row)(row.gap));
  return row.due_by === "whole" ? text : withNote(text, t`${formatOf(context, row)(row.due)} due, ${percent0(row.expected_share)}`);
}

function change(context: Context, row: Goal): Element | string {
  if (row.change === null) return MISSING;
  const text = changeOf(context, row)(row.change);
  return row.is_better === null ? text : element("span", { class: row.is_better ? "good" : "bad" }, text);
}

/** A line of the periods that are over, where there are enough of them. */
export function course(context: Context, goal: Goal, courses: CoursePoint[]): Element | string {
  const points = courses.filter((point) => point.goal === goal.goal && point.is_over).map(({ period_start: date, actual: value }) => ({ date, value }));
  if (points.filter(({ value }) => value !== null).length < LINE_POINTS) return MISSING;
  return element("div", { class: "goal-course" }, sparkline({ points, format: formatOf(context, goal) }, { name: metricName(goal) }));
}

function forecast(context: Context, row: Goal): Element | string {
  if (row.forecast_value === null) return MISSING;
  const format = formatOf(context, row);
  const isGood = row.forecast_verdict !== "unlikely" && row.forecast_verdict !== "out of reach";
  return withNote(element("span", { class: isGood ? "good" : "bad" }, format(row.forecast_value)), t`${verdictWords(row.forecast_verdict)}: ${format(row.forecast_target)} by ${month(row.forecast_end)}`);
}

/** What it is measured by, and over which time. */
export function aboutGoal(goal: Goal): string {
  const about = t`${metricName(goal)}, ${periodName(goal.period_start, goal.period_end)}`;
  const counted = countedWords(goal);
  return counted === "" ? about : t`${about}, measured ${counted}`;
}
