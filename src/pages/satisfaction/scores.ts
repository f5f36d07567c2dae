import * as d3 from "d3";
import { card } from "../../components/card.js";
import { heading, note } from "../../components/heading.js";
import { interval } from "../../components/interval.js";
import { multiples } from "../../components/multiples.js";
import { twoColumns } from "../../components/twoColumns.js";
import { stackedBar } from "../../components/stackedBar.js";
import { trend } from "../../components/trend.js";
import { count, integer, list, month, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { addressValue } from "../../selection/selection.js";
import { eventsOf } from "../events.js";
import type { Course, Group, Headline, Terms } from "./rows.js";
import { className, groupTitle, isTold, points, scoreChange } from "./words.js";

/** Heights of cards, in rows of text: of the answers, of a curve, and of the events below it. */
const [ANSWERS, CURVE, EVENTS] = [20, 19, 9];

/** What customers say, and how it went. */
export function courses(context: Context, source: Table<Headline>, terms: Terms): Element[] {
  const table = context.read<Course>("satisfaction_courses");
  const all = table.rows.filter(({ dimension }) => dimension === "all");
  const head = source.rows.find(({ period }) => period === "current");
  const told = all.filter(({ score }) => score !== null);
  if (!head && told.length === 0) return [];
  const cards = [
    ...(head?.recommend_answers ? [{ element: answers(context, source, head, terms), height: ANSWERS }] : []),
    ...(told.length > 1 ? [{ element: recommendation(context, table, all, head, terms), height: EVENTS + CURVE }, ...others(context, table, all, head, terms).map((element) => ({ element, height: CURVE }))] : []),
  ];
  return [
    ...heading(t`What they say`, t`The last answer of each customer in the time counts, so that who answers often counts once. Bands and whiskers are what chance alone may make of it.`),
    ...(cards.length > 0 ? [twoColumns(cards)] : []),
    ...byRegion(context, table),
  ];
}

function answers(context: Context, source: Table<Headline>, head: Headline, terms: Terms): Element {
  const all = head.recommend_answers!;
  const share = (value: number | null) => t`${integer(value)}, ${percent0((value ?? 0) / all)}`;
  const title = t`${integer(head.promoters)} of ${count(all, "answer")} would recommend us, ${integer(head.detractors)} would not`;
  return card(context, { title, subtitle: t`Would they recommend us? Promoters ${integer(terms.promoter_from)} and 10, detractors 0 to ${integer(terms.passive_from - 1)}, of ${count(context.windowDays, "day")}`, sources: [source], span: 6 },
    stackedBar([
      { name: className("promoter"), value: head.promoters ?? 0, text: share(head.promoters), tone: "good" },
      { name: className("passive"), value: head.passives ?? 0, text: share(head.passives), tone: "series-5" },
      { name: className("detractor"), value: head.detractors ?? 0, text: share(head.detractors), tone: "bad" },
    ], { label: title }),
    interval(source.rows.filter(({ score }) => score !== null).map((row) => ({
      name: row.period === "current" ? t`Last ${count(context.windowDays, "day")}` : t`The ${count(context.windowDays, "day")} before`,
      value: row.score, low: row.score_low, high: row.score_high, detail: count(row.recommend_answers, "answer"),
    })), { caption: t`Net promoter score`, nameTitle: t`Answers of`, valueTitle: t`Score`, format: points }),
    note(t`${count(head.repeated, "earlier answer")} of the same customers do not count; ${count(head.anonymous, "answer")} without a name count each.`));
}

/** Whether the score changed by more than chance. */
export function recommendTitle(head: Headline | undefined): string {
  if (!head || head.score === null) return t`Net promoter score over time`;
  if (head.recommend_change === null) return t`Net promoter score ${points(head.score)}`;
  const before = points(head.score - head.recommend_change);
  if (!isTold(head.recommend_change_low, head.recommend_change_high)) return t`Net promoter score ${points(head.score)}: no change on ${before} that chance would not explain`;
  return head.recommend_change > 0 ? t`Net promoter score ${points(head.score)}, up from ${before}` : t`Net promoter score ${points(head.score)}, down from ${before}`;
}

const trendWords = ({ trend: period }: Terms) => (period === "month" ? t`By month` : t`By quarter, at its first day`);

function recommendation(context: Context, table: Table<Course>, all: Course[], head: Headline | undefined, terms: Terms): Element {
  const last = all.at(-1)!;
  const title = ofPeriod(context, recommendTitle(head), head?.score ?? null, last, last.score === null ? null : points(last.score), terms);
  return card(context, { title, subtitle: t`${trendWords(terms)}: promoters less detractors, −100 to 100, more is better, with ${percent0(terms.confidence)} limits`, sources: [table], span: 6 },
    trend([{ name: t`Score`, points: all.map((row) => ({ date: row.start_date, value: row.score })) }], {
      label: title, format: points, band: { name: t`${percent0(terms.confidence)} limits`, points: all.flatMap((row) => (row.score_low === null || row.score_high === null ? [] : [{ date: row.start_date, low: row.score_low, high: row.score_high }])) },
      annotations: eventsOf(context),
    }),
    last.is_complete ? null : note(t`The last period is not over.`));
}

function others(context: Context, table: Table<Course>, all: Course[], head: Headline | undefined, terms: Terms): Element[] {
  const satisfied = all.filter((row) => row.satisfied_rate !== null);
  const asked = all.filter((row) => row.response_rate !== null);
  const limits = t`${percent0(terms.confidence)} limits`;
  const course = (title: string, subtitle: string, name: string, rows: Course[], of: "satisfied_rate" | "response_rate", low: "satisfied_low" | "response_low", high: "satisfied_high" | "response_high") =>
    card(context, { title, subtitle, sources: [table], span: 6 }, trend([{ name, points: rows.map((row) => ({ date: row.start_date, value: row[of] })) }], {
      label: title, format: percent0, zero: false, band: { name: limits, points: rows.flatMap((row) => (row[low] === null || row[high] === null ? [] : [{ date: row.start_date, low: row[low], high: row[high] }])) },
    }));
  return [
    ...(satisfied.length > 1 ? [course(
      ofPeriod(context, satisfiedTitle(head), head?.satisfied_rate ?? null, satisfied.at(-1)!, percent0(satisfied.at(-1)!.satisfied_rate), terms),
      t`${trendWords(terms)}: share of answers of ${integer(terms.satisfied_from)} or 5 on the scale of 1 to 5, 5 being best, with ${limits}`, t`Satisfied`, satisfied, "satisfied_rate", "satisfied_low", "satisfied_high",
    )] : []),
    ...(asked.length > 1 ? [course(
      ofPeriod(context, head?.response_rate === null || head === undefined ? t`Forms answered over time` : t`${percent0(head.response_rate)} of the forms were answered`, head?.response_rate ?? null, asked.at(-1)!, percent0(asked.at(-1)!.response_rate), terms),
      t`${trendWords(terms)} in which they were sent: share answered since, with ${limits}`, t`Answered`, asked, "response_rate", "response_low", "response_high",
    )] : []),
  ];
}

/** A finding of the window beside what the curve ends with, each with its period: "… (365 days); Apr 2025 to Jun 2025: 27". */
export function ofPeriod(context: Pick<Context, "windowDays">, found: string, whole: number | null, { start_date: start, end_date: end }: Pick<Course, "start_date" | "end_date">, last: string | null, { trend: period }: Pick<Terms, "trend">): string {
  if (whole === null || last === null) return found;
  const when = period === "month" ? month(start) : t`${month(start)} to ${month(end)}`;
  return t`${found} (${count(context.windowDays, "day")}); ${when}: ${last}`;
}

/** Whether the share satisfied changed by more than chance. */
export function satisfiedTitle(head: Headline | undefined): string {
  if (!head || head.satisfied_rate === null) return t`Satisfied customers over time`;
  if (head.satisfied_change === null) return t`${percent0(head.satisfied_rate)} are satisfied`;
  const before = percent0(head.satisfied_rate - head.satisfied_change);
  if (!isTold(head.satisfied_change_low, head.satisfied_change_high)) return t`${percent0(head.satisfied_rate)} are satisfied: no change on ${before} that chance would not explain`;
  return head.satisfied_change > 0 ? t`${percent0(head.satisfied_rate)} are satisfied, up from ${before}` : t`${percent0(head.satisfied_rate)} are satisfied, down from ${before}`;
}

/** The score of each region, period by period; its figure is that of the whole window, for a period has few answers. */
function byRegion(context: Context, table: Table<Course>): Element[] {
  const rows = table.rows.filter(({ dimension, group_kind: kind }) => dimension === "region" && kind === "value");
  const groups = [...d3.group(rows, ({ group_name: name }) => name).values()].filter((group) => group.filter(({ score }) => score !== null).length > 2);
  if (groups.length < 2) return [];
  const windows = context.read<Group>("satisfaction_groups");
  const windowOf = ({ group_name: name }: Course) => windows.rows.find((row) => row.dimension === "region" && row.group_kind === "value" && row.group_name === name);
  const title = regionsTitle(groups.flatMap((group) => windowOf(group[0]!) ?? []));
  return [card(context, { title, subtitle: t`Net promoter score by region and period, all on one scale; dashed: a year before. Below each name: that of ${count(context.windowDays, "day")}, and its change; coloured where it is more than chance`, sources: [table, windows], span: 12 },
    multiples<Course>(groups.map((group) => {
      const whole = windowOf(group[0]!);
      return {
        name: groupTitle(group[0]!), figure: points(whole?.score),
        ...(typeof whole?.change === "number" && { change: { text: scoreChange(whole.change), isGood: isTold(whole.change_low, whole.change_high) ? whole.change > 0 : undefined } }),
        points: group.map((row) => ({ date: row.start_date, value: row.score, before: row.before_score })),
        annotations: eventsOf(context, [addressValue(group[0]!.group_name)]),
      };
    }), {
      label: title, format: points, steps: 5, isFull: true, rows,
      columns: [
        { label: t`Region`, value: (row) => groupTitle(row) },
        { label: t`From`, value: (row) => month(row.start_date) },
        { label: t`Answers`, value: (row) => row.answers },
        { label: t`Score`, value: (row) => row.score, format: points },
        { label: t`Lower limit`, value: (row) => row.score_low, format: points },
        { label: t`Upper limit`, value: (row) => row.score_high, format: points },
        { label: t`A year before`, value: (row) => row.before_score, format: points },
      ],
    }))];
}

/** The regions that fell by more than chance, the farthest first; or those that rose. */
export function regionsTitle(rows: Group[]): string {
  const told = rows.filter(({ change_low: low, change_high: high }) => isTold(low, high)).sort((a, b) => a.change! - b.change!);
  const named = (row: Group) => t`${groupTitle(row)} from ${points(row.score! - row.change!)} to ${points(row.score)}`;
  const fallen = told.filter(({ change }) => change! < 0);
  const risen = told.filter(({ change }) => change! > 0).reverse();
  if (fallen.length > 0) return t`Fallen: ${list(fallen.map(named))}`;
  return risen.length > 0 ? t`Risen: ${list(risen.map(named))}` : t`No region rose or fell by more than chance`;
}
