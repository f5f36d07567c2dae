import { html } from "htl";
import { card } from "../../components/card.js";
import { disclosure } from "../../components/disclosure.js";
import { heading, note } from "../../components/heading.js";
import { interval } from "../../components/interval.js";
import { count, decimal2, integer, list, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Group, Terms } from "./rows.js";
import { dimensionTitle, groupTitle, points, signed } from "./words.js";

/** Dimensions in the order in which they are shown. */
const dimensions = ["region", "service_point", "kind", "tier", "segment", "owner"];

/** Groups of a dimension with a figure, the lowest first, and those with too few answers last; none where they divide nobody. */
function groupsOf(rows: Group[], dimension: string, figure: (row: Group) => number | null): Group[] {
  const found = rows.filter((row) => row.dimension === dimension);
  if (found.filter(({ group_kind: kind }) => kind === "value").length < 2) return [];
  return found.filter((row) => row.group_kind === "value" || (row.group_kind === "missing" && figure(row) !== null))
    .sort((a, b) => (figure(a) ?? Infinity) - (figure(b) ?? Infinity) || a.group_name.localeCompare(b.group_name, "en"));
}

/** The scores of each group against all, dimension by dimension. */
export function scoresByGroup(context: Context, terms: Terms): Element[] {
  const table = context.read<Group>("satisfaction_groups");
  const all = table.rows.find(({ dimension }) => dimension === "all");
  if (!all || all.score === null) return [];
  const nameless = table.rows.find(({ group_kind: kind }) => kind === "anonymous")?.recommend_answers ?? 0;
  const cards = dimensions.map((dimension) => ({ dimension, rows: groupsOf(table.rows, dimension, ({ score }) => score) }))
    .filter(({ rows }) => rows.some(({ score }) => score !== null))
    .map(({ dimension, rows }) => groupCard(context, table, dimension, rows, all));
  if (cards.length === 0) return [];
  return [
    ...heading(t`Who is less content than the others`, t`Groups whose whiskers do not reach the line differ from all by more than chance. Of fewer than ${count(terms.min_answers, "answer")} no score is told; ${count(nameless, "answer")} without a name are in no group.`),
    ...cards.slice(0, 2),
    ...folded(t`Other groups`, "groups", t`Scores by kind, tier, segment and account manager`, cards.slice(2)),
  ];
}

const folded = (name: string, id: string, detail: string, cards: Element[]): Element[] =>
  (cards.length === 0 ? [] : [disclosure(html`<h2>${name}</h2>`, { id, detail }, html`<div class="page">${cards}</div>`)]);

/** Which groups are below or above all by more than chance. */
export function groupsTitle(dimension: string, rows: Group[], all: Pick<Group, "score">): string {
  const named = (verdict: string) => rows.filter(({ against_all: against }) => against === verdict).map((row) => t`${groupTitle(row)} (${points(row.score)})`);
  const [below, above] = [named("below"), named("above")];
  if (below.length > 0) return t`${list(below)}: below the ${points(all.score)} of all`;
  if (above.length > 0) return t`${list(above)}: above the ${points(all.score)} of all`;
  return t`${dimensionTitle(dimension)}: no difference that chance would not explain`;
}

function groupCard(context: Context, table: Table<Group>, dimension: string, rows: Group[], all: Group): Element {
  return card(context, { title: groupsTitle(dimension, rows, all), subtitle: t`Net promoter score by ${dimensionTitle(dimension).toLowerCase()}, ${count(context.windowDays, "day")}; below each name: answers, and the share satisfied`, sources: [table], span: 6 },
    interval(rows.map((row) => ({
      name: groupTitle(row), value: row.score, low: row.score_low, high: row.score_high,
      detail: row.satisfied_rate === null ? count(row.recommend_answers, "answer") : t`${count(row.recommend_answers, "answer")}, ${percent0(row.satisfied_rate)} satisfied`,
    })), { caption: t`Net promoter score by ${dimensionTitle(dimension).toLowerCase()}`, nameTitle: dimensionTitle(dimension), valueTitle: t`Score`, format: points, reference: { name: t`all`, value: all.score! } }),
    dimension === "service_point" ? note(t`The service point that a customer turned to last before the answer.`) : null);
}

/** Satisfaction against what was expected, dimension by dimension. */
export function expectations(context: Context): Element[] {
  const table = context.read<Group>("satisfaction_groups");
  const all = table.rows.find(({ dimension }) => dimension === "all");
  if (!all || all.gap === null) return [];
  const cards = dimensions.map((dimension) => ({ dimension, rows: groupsOf(table.rows, dimension, ({ gap }) => gap) }))
    .filter(({ rows }) => rows.some(({ gap }) => gap !== null))
    .map(({ dimension, rows }) => gapCard(context, table, dimension, rows));
  const lead = all.gap_is === "less" ? t`On the whole customers get less than they expected: ${decimal2(all.perceived_mean)} against ${decimal2(all.expected_mean)} of 5; ${percent0(all.disappointed_rate)} are disappointed.`
    : all.gap_is === "more" ? t`On the whole customers get more than they expected: ${decimal2(all.perceived_mean)} against ${decimal2(all.expected_mean)} of 5; ${percent0(all.disappointed_rate)} are disappointed nevertheless.`
      : t`On the whole customers get what they expected: ${decimal2(all.perceived_mean)} against ${decimal2(all.expected_mean)} of 5; ${percent0(all.disappointed_rate)} are disappointed.`;
  return cards.length === 0 ? [] : [
    ...heading(t`What they expected, and what they got`, lead),
    ...cards.slice(0, 2),
    ...folded(t`Other groups, against what they expected`, "expected", t`By kind, tier, segment and account manager`, cards.slice(2)),
  ];
}

/** Which groups get less than they expected by more than chance, or how far from it the worst is. */
export function gapTitle(dimension: string, rows: Group[]): string {
  const named = (verdict: string) => rows.filter(({ gap_is: gap }) => gap === verdict);
  const [less, more] = [named("less"), named("more")];
  const doubtful = rows.filter(({ gap_is: gap }) => gap === "as expected");
  if (less.length > 0) return less.length === 1 ? t`${groupTitle(less[0]!)} gets less than it expected: ${signed(less[0]!.gap, decimal2)} points of 5` : t`${list(less.map(groupTitle))} get less than they expected`;
  if (more.length > 0 && doubtful.length > 0) return t`${list(doubtful.map(groupTitle))}: no more than expected; the others get more`;
  return more.length > 0 ? t`${dimensionTitle(dimension)}: all get more than they expected` : t`${dimensionTitle(dimension)}: nobody gets more or less than expected, beyond chance`;
}

function gapCard(context: Context, table: Table<Group>, dimension: string, rows: Group[]): Element {
  return card(context, { title: gapTitle(dimension, rows), subtitle: t`Satisfaction less what was expected, by ${dimensionTitle(dimension).toLowerCase()}: mean of the answers that say both, in points of 5`, sources: [table], span: 6 },
    interval(rows.map((row) => ({
      name: groupTitle(row), value: row.gap, low: row.gap_low, high: row.gap_high,
      detail: row.gap === null ? count(row.both_answers, "answer") : t`${decimal2(row.perceived_mean)} against ${decimal2(row.expected_mean)} expected; ${integer(row.both_answers)} answers`,
    })), { caption: t`Satisfaction less what was expected, by ${dimensionTitle(dimension).toLowerCase()}`, nameTitle: dimensionTitle(dimension), valueTitle: t`Difference`, format: (value) => signed(value ?? null, decimal2), reference: { name: t`as expected`, value: 0 } }));
}
