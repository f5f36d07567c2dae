import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { emptyState } from "../../components/emptyState.js";
import { facts, type Fact } from "../../components/facts.js";
import { heading, note } from "../../components/heading.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { count, day, integer, MISSING, readable } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Action, Goal } from "./rows.js";
import { aboutGoal } from "./goals.js";
import { formatOf, isByChance, isUrgent } from "./words.js";

/** Sentences in the card of what to decide, and those of them on goals that fall short. */
const [DECISIONS, FALLING] = [8, 5];

/** Which actions are overdue, by name, and what has to be decided. */
export function toDo(context: Context, goals: Table<Goal>): Element[] {
  const table = context.read<Action>("targets_actions");
  const decisions = decide(context, goals.rows);
  const pending = table.rows.filter(({ phase }) => phase === "do" || phase === "check");
  const isKept = context.has("actions");
  const cards = [
    ...(isKept ? [actions(context, table, pending, decisions.length > 0 ? 6 : 12)] : []),
    ...(decisions.length > 0 ? [card(context, { title: decisions.length === 1 ? t`One thing to decide` : t`${integer(decisions.length)} things to decide`, sources: [goals], span: isKept ? 6 : 12 }, facts(decisions))] : []),
    ...(isKept ? [] : [emptyState(context, ["actions"], t`What was done about each goal, by whom and what came of it, and which actions are overdue.`)]),
  ];
  return cards.length === 0 ? [] : [...heading(t`What to do`), ...cards];
}

function actions(context: Context, table: Table<Action>, pending: Action[], span: 6 | 12): Element {
  const unclear = table.rows.filter(({ problem }) => problem !== null);
  return card(context, { title: actionTitle(pending), subtitle: t`Actions that are open, the longest overdue first, and those that were done without a word on what came of them`, sources: [table], span },
    dataTable(pending, [
      { label: t`Action, and its goal`, value: (row) => withNote(element("span", { translate: "no" }, row.action), row.goal, "no"), isRowHeader: true },
      { label: t`Who`, value: (row) => element("span", { translate: "no" }, row.owner ?? MISSING) },
      { label: t`How far it is`, value: (row) => standingOf(row), number: (row) => row.days_overdue },
    ], { caption: t`Actions that somebody has to see to`, empty: t`Nothing is open, and of all that was done it is known what came of it.`, first: 10, noun: "action" }),
    unclear.length === 0 ? null : note(`${t`To be mended in the list of actions:`} ${unclear.map((row) => t`“${row.action}” (${row.place}): ${readable(row.problem!)}`).join("; ")}.`));
}

function actionTitle(pending: Action[]): string {
  const overdue = pending.filter(({ is_overdue: isOverdue }) => isOverdue);
  const [first] = overdue;
  if (first) {
    const told = first.owner === null ? t`“${first.action}” is ${count(first.days_overdue, "day")} overdue` : t`${first.owner} first: “${first.action}” is ${count(first.days_overdue, "day")} overdue`;
    return overdue.length === 1 ? told : t`${integer(overdue.length)} actions are overdue. ${told}`;
  }
  const next = pending.find(({ phase, due_date: due }) => phase === "do" && due !== null);
  if (next) return t`No action is overdue; the next is due on ${day(next.due_date)}`;
  return pending.some(({ phase }) => phase === "do") ? t`No action is overdue` : t`No action is open`;
}

function standingOf(row: Action): Element | string {
  if (row.is_overdue) return withNote(html`<span class="bad">${t`✗ ${count(row.days_overdue, "day")} overdue`}</span>`, t`was due on ${day(row.due_date)}`);
  if (row.phase === "check") return withNote(t`What came of it?`, row.done_date === null ? t`done, on no day` : t`done on ${day(row.done_date)}`);
  return row.due_date === null ? t`open, with no day set` : t`due on ${day(row.due_date)}`;
}

/** What goals ask of those who lead: actions where there are none, other targets where those set are too low or too high. */
function decide(context: Context, goals: Goal[]): Fact[] {
  const evidence = ({ page }: Goal) => (page === null ? {} : { href: `./${page}.html` });
  return [...goals.flatMap((goal) => fallingShort(context, goal, evidence(goal))).slice(0, FALLING), ...goals.flatMap((goal) => outOfReach(context, goal)), ...goals.flatMap((goal) => tooLow(context, goal, evidence(goal)))].slice(0, DECISIONS);
}

/** A goal that falls short by more than chance explains, of which nothing, or not enough, is planned; the worst stands first. */
function fallingShort(context: Context, goal: Goal, evidence: { href?: string }): Fact[] {
  if (!isUrgent(goal) || isByChance(goal)) return [];
  const format = formatOf(context, goal);
  const [actual, target, due] = [format(goal.actual), format(goal.target), format(goal.due)];
  const about = t`${goal.goal} (${aboutGoal(goal)})`;
  const told = goal.due_by !== "whole" ? t`${about}: ${actual} so far where ${due} were due` : t`${about}: ${actual} instead of ${target}`;
  const planned = goal.step === "agree on an action" ? t`nothing is planned` : plannedWords(goal);
  if (planned === null) return [];
  return [{ text: goal.owner === null ? t`${told}, and ${planned}. Nobody answers for it.` : t`${told}, and ${planned}. ${goal.owner} answers for it.`, tone: "bad", ...evidence }];
}

/** What is planned and has not been enough; nothing where there is no more to decide than what the list beside it says. */
function plannedWords(goal: Goal): string | null {
  if (goal.status === "at risk") return null;
  if (goal.overdue_actions > 0) return goal.overdue_actions === 1 ? t`an action is overdue` : t`${integer(goal.overdue_actions)} actions are overdue`;
  if (goal.unchecked_actions > 0) return t`nobody has said what came of what was done`;
  return goal.open_actions > 0 ? t`what is open has not been enough` : null;
}

function outOfReach(context: Context, goal: Goal): Fact[] {
  if (goal.forecast_verdict !== "unlikely" && goal.forecast_verdict !== "out of reach") return [];
  const format = formatOf(context, goal);
  return [{ text: t`${goal.goal}, to ${day(goal.forecast_end)}: ${format(goal.forecast_value)} is forecast, ${format(goal.forecast_target)} is asked for. Do more, or ask for less.`, tone: "bad", href: "./forecast.html" }];
}

function tooLow(context: Context, goal: Goal, evidence: { href?: string }): Fact[] {
  if (!goal.is_over || goal.is_next_reached !== true || isUrgent(goal)) return [];
  const format = formatOf(context, goal);
  return [{ text: t`${goal.goal}: ${format(goal.actual)} is reached, and no more than ${format(goal.next_target)} is asked for to ${day(goal.next_end)}. Ask for more.`, tone: "neutral", ...evidence }];
}
