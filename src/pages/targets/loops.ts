import { html } from "htl";
import { card } from "../../components/card.js";
import { disclosure } from "../../components/disclosure.js";
import { heading } from "../../components/heading.js";
import { sparkline } from "../../components/sparkline.js";
import { element } from "../../lib/element.js";
import { count, day, integer, MISSING, month, sentence, words } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { aboutGoal, LINE_POINTS } from "./goals.js";
import type { Action, CoursePoint, Goal } from "./rows.js";
import { changeOf, formatOf, isUrgent, metricName, ownerName, periodName, standardWords, standing, standingBadge, stepWords } from "./words.js";

/** Goals whose loop stands open. */
const SHOWN = 6;
/** Actions that are done of which a card tells. */
const DONE = 3;

/** Plan, do, check, act: a card for each goal, the most urgent open. */
export function loops(context: Context, goals: Table<Goal>): Element[] {
  const courses = context.read<CoursePoint>("targets_courses");
  const actions = context.read<Action>("targets_actions");
  const cards = goals.rows.map((goal) => loop(context, goal, goals, courses, actions));
  const urgent = goals.rows.filter(isUrgent).length;
  const shown = cards.length <= SHOWN + 1 ? cards.length : Math.max(1, Math.min(SHOWN, urgent || SHOWN));
  const others = cards.slice(shown);
  return [
    ...heading(t`Plan, do, check, act`, t`What was planned, what was done, what came of it, and what follows from that.`),
    ...cards.slice(0, shown),
    ...(others.length === 0 ? [] : [disclosure(html`<h2>${t`The other goals`}</h2>`, { id: "other-goals", detail: count(others.length, "goal"), isPrinted: true }, html`<div class="page">${others}</div>`)]),
  ];
}

function loop(context: Context, goal: Goal, goals: Table<Goal>, courses: Table<CoursePoint>, actions: Table<Action>): Element {
  const own = actions.rows.filter((action) => action.goal === goal.goal);
  const part = (name: string, ...content: (Element | string | null)[]) => html.fragment`<div><dt>${name}</dt><dd>${content}</dd></div>`;
  return card(context, { title: standing(context, goal), subtitle: aboutGoal(goal), sources: [goals, courses, actions], span: 6 },
    html`<dl class="loop">${[
      part(words("plan"), ...plan(context, goal)),
      part(words("do"), ...done(context, own)),
      part(words("check"), ...check(context, goal, courses.rows.filter((point) => point.goal === goal.goal), own)),
      part(words("act"), element("p", {}, stepWords(context, goal))),
    ]}</dl>`);
}

function plan(context: Context, goal: Goal): Element[] {
  const format = formatOf(context, goal);
  return [
    element("p", {}, t`${format(goal.target)} by ${day(goal.period_end)}`, " ", element("span", { class: "kpi-note" }, t`(${ownerName(goal.owner)})`)),
    ...(goal.next_target === null ? [] : [element("p", {}, t`Then ${format(goal.next_target)} by ${day(goal.next_end)}`)]),
  ];
}

/** What is open, and the last of what was done. */
function done(context: Context, actions: Action[]): (Element | string)[] {
  if (!context.has("actions")) return [element("p", { class: "kpi-note" }, t`Actions are not supplied.`)];
  const told = [...actions.filter(({ status }) => status === "open"), ...actions.filter(({ status }) => status !== "open").sort((a, b) => ((a.done_date ?? "") < (b.done_date ?? "") ? 1 : -1)).slice(0, DONE)];
  const more = actions.length - told.length;
  if (told.length === 0) return [element("p", { class: "bad" }, t`✗ No action`)];
  return [html`<ul>${told.map((action) => html`<li><span translate="no">${action.action}</span> <small>${stateOf(action)}</small></li>`)}</ul>`,
    ...(more > 0 ? [element("p", { class: "kpi-note" }, t`and ${count(more, "earlier action")}`)] : [])];
}

function stateOf(action: Action): Element | string {
  const who = action.owner ?? MISSING;
  if (action.is_overdue) return html`<span class="bad">${t`✗ ${count(action.days_overdue, "day")} overdue, ${who}`}</span>`;
  if (action.status === "open") return action.due_date === null ? t`○ open, ${who}` : t`○ due on ${day(action.due_date)}, ${who}`;
  if (action.status === "dropped") return t`– dropped, ${who}`;
  return action.done_date === null ? t`✓ done, ${who}` : t`✓ done on ${day(action.done_date)}, ${who}`;
}

/** What was reached, how it went before, and what somebody said came of the actions. */
function check(context: Context, goal: Goal, points: CoursePoint[], actions: Action[]): (Element | string | null)[] {
  const format = formatOf(context, goal);
  const known = points.filter(({ is_over: isOver, actual }) => isOver && actual !== null);
  const [first, last] = [known[0], known.at(-1)];
  const before = known.findLast(({ period_end: end }) => end < goal.period_start);
  const results = actions.filter(({ result }) => result !== null);
  const unchecked = actions.filter(({ phase }) => phase === "check").length;
  const standard = standardWords(context, goal);
  return [
    element("p", {}, standingBadge(goal), " ", goal.actual === null ? (goal.reason === null ? "" : sentence(goal.reason)) : reached(context, goal)),
    standard === null ? null : element("p", { class: "kpi-note" }, standard),
    known.length >= LINE_POINTS ? element("div", {}, sparkline({ points: known.map(({ period_start: date, actual: value }) => ({ date, value })), format }, { name: metricName(goal), width: 320 }),
      element("p", { class: "kpi-note" }, t`${month(first!.period_start)}: ${format(first!.actual)} – ${month(last!.period_start)}: ${format(last!.actual)}, by the first month of each period`)) : before ? element("p", { class: "kpi-note" }, beforeWords(context, goal, before)) : null,
    goal.judged_periods > 1 ? element("p", {}, t`Reached in ${integer(goal.reached_periods)} of ${count(goal.judged_periods, "period")}`) : null,
    ...(results.length === 0 ? [] : [html`<ul>${results.map(({ action, result }) => html`<li translate="no">${action}: <i>${result}</i></li>`)}</ul>`]),
    unchecked === 0 ? null : element("p", { class: "bad" }, unchecked === 1 ? t`✗ Of one action nobody has said what came of it` : t`✗ Of ${integer(unchecked)} actions nobody has said what came of them`),
  ];
}

/** The period before, where there are too few for a line. */
function beforeWords(context: Context, goal: Goal, before: CoursePoint): string {
  const format = formatOf(context, goal);
  const when = periodName(before.period_start, before.period_end);
  return before.target === null ? t`${when}: ${format(before.actual)}, no target was set` : t`${when}: ${format(before.actual)}, the target was ${format(before.target)}`;
}

function reached(context: Context, goal: Goal): string {
  const signed = changeOf(context, goal);
  const against = goal.due_by === "whole" ? t`${signed(goal.gap)} against the target` : t`${signed(goal.gap)} against what was due`;
  return goal.change === null ? against : t`${against}, ${signed(goal.change)} on a year before`;
}
