import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { count, integer, list, percent0, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Group, Headline, Lead } from "./rows.js";
import { className, sourceName, traitNames } from "./words.js";

/** The open leads that are worth most, with what to do. */
export function toWork(context: Context, source: Table<Headline>, head: Headline): Element {
  const { money } = context;
  const table = context.read<Lead>("prospects_to_work");
  const left = head.open_leads - head.ranked_leads - head.stop_leads;
  return card(context, {
    title: workTitle(table.rows, head, money), sources: [table, source], span: 12,
    ...(table.rows.length > 0 && { subtitle: t`Open prospects by expected amount x chance: the share won of their class, or of stale ones; marked: open for more than ${count(head.stale_days, "day")}` }),
  }, table.rows.length === 0 ? null : dataTable(table.rows, [
    { label: t`Prospect`, value: (row) => withNote(element("span", { translate: "no" }, row.label), [row.region, sourceName(row.source)].filter((part) => part !== null).join(" · ")), isRowHeader: true },
    { label: t`Class`, value: (row) => withNote(words(row.standing), className(row.class)) },
    { label: t`Weighted`, value: (row) => money(row.weighted_amount), number: (row) => row.weighted_amount, align: "right" },
    { label: t`Expected amount`, value: (row) => money(row.expected_amount), number: (row) => row.expected_amount, align: "right" },
    { label: t`Chance`, value: (row) => percent0(row.chance), number: (row) => row.chance, align: "right" },
    { label: t`Days open`, value: (row) => (row.is_stale ? element("span", { class: "bad" }, integer(row.age_days)) : integer(row.age_days)), number: (row) => row.age_days, align: "right" },
    { label: t`Works on it`, value: (row) => row.owner },
    { label: t`Next step`, value: (row) => stepOf(row) },
  ], { caption: t`Prospects to work on first`, first: 10, noun: "prospect" }),
  left > 0 ? note(t`Not in the ranking, for no amount is known of them or too few like them were won or lost to tell a chance: ${count(left, "open prospect")}.`) : null,
  head.stale_chance === null ? null : note(t`Who still waits is seldom won: of ${count(head.stale_closed, "prospect")} closed after more than ${count(head.stale_days, "day")} ${percent0(head.stale_chance)} were won. That is the chance of a stale one, or that of its class where it is less. The chances are rather too high: prospects that stay open are in no share.`),
  head.stop_leads > 0 ? note(t`Let go, without money, decider and need: ${count(head.stop_leads, "open prospect")} with ${money(head.stop_amount)} expected.`) : null);
}

/** What to do with a lead: of one that is not qualified, what to find out. */
const stepOf = (row: Lead): string => (row.unknown_traits === null ? phrase(row.step) : t`Find out: ${list(traitNames(row.unknown_traits))}`);

/** Whom to work on first, and what that may bring. */
export function workTitle(rows: Lead[], head: Pick<Headline, "open_leads">, money: Context["money"]): string {
  const [first, second] = rows;
  if (!first) return head.open_leads === 0 ? t`No prospect is open` : t`Of no open prospect both amount and chance are known`;
  const told = first.chance_basis === "stale" ? t`Work on ${first.label} first: ${money(first.expected_amount)} expected, ${percent0(first.chance)} of those who waited as long are won`
    : t`Work on ${first.label} first: ${money(first.expected_amount)} expected, ${percent0(first.chance)} of its class are won`;
  return second ? t`${told}; then on ${second.label}` : told;
}

/** Leads by what is known of money, authority and need. */
export function classes(context: Context, source: Table<Headline>, head: Headline): Element {
  const { money } = context;
  const table = context.read<Group>("prospects_groups");
  const rows = table.rows.filter(({ dimension }) => dimension === "class");
  return card(context, {
    title: classTitle(rows, head), sources: [table, source], span: 12,
    subtitle: t`By whether money, authority to decide and need are there. Share won: of those won or lost, with ${percent0(head.confidence)} intervals`,
  }, dataTable(rows, [
    { label: t`Class`, value: (row) => withNote(words(row.standing), className(row.group_name ?? "")), isRowHeader: true },
    { label: t`Open prospects`, value: (row) => (row.open_leads === 0 ? t`none` : row.stale_leads === 0 ? integer(row.open_leads) : withNote(integer(row.open_leads), element("span", { class: "bad" }, t`${integer(row.stale_leads)} stale`))), number: (row) => row.open_leads, align: "right" },
    { label: t`Pipeline`, value: (row) => money(row.pipeline_amount), number: (row) => row.pipeline_amount, align: "right" },
    { label: t`Weighted`, value: (row) => money(row.weighted_amount), number: (row) => row.weighted_amount, align: "right" },
    { label: t`Share won`, value: (row) => (row.won_rate === null ? null : withNote(percent0(row.won_rate), t`${percent0(row.won_low)} to ${percent0(row.won_high)}`)), number: (row) => row.won_rate, align: "right" },
    { label: t`Days to win`, value: (row) => (row.win_days === null ? null : withNote(integer(row.win_days), t`nine of ten: ${integer(row.win_days_p90)}`)), number: (row) => row.win_days, align: "right" },
    { label: t`Recommended step`, value: (row) => phrase(row.step ?? "") },
  ], { caption: t`Prospects by class`, noun: "class", plural: "classes" }),
  note(t`The classes are those of today: money, decider and need are often found out on the way to winning, so of prospects that come in fewer are won than of their class.`));
}

/** Ideal prospects that lie about; or how many are ideal. */
export function classTitle(rows: Pick<Group, "standing" | "open_leads" | "won_rate">[], head: Pick<Headline, "ideal_leads" | "ideal_stale" | "stale_days" | "open_leads" | "classed_leads">): string {
  const ideal = rows.find(({ standing }) => standing === "ideal");
  const unknown = head.open_leads - head.classed_leads;
  if (head.ideal_stale > 0) {
    return head.ideal_stale === head.ideal_leads && head.ideal_leads === 1 ? t`The one ideal prospect has been open for more than ${count(head.stale_days, "day")}`
      : head.ideal_stale === 1 ? t`One of ${count(head.ideal_leads, "ideal prospect")} has been open for more than ${count(head.stale_days, "day")}`
        : t`${integer(head.ideal_stale)} of ${count(head.ideal_leads, "ideal prospect")} have been open for more than ${count(head.stale_days, "day")}`;
  }
  if (head.ideal_leads > 0 && ideal && ideal.won_rate !== null) return t`${count(head.ideal_leads, "ideal prospect")} open; of such prospects ${percent0(ideal.won_rate)} are won`;
  return unknown > 0 ? t`Of ${count(unknown, "open prospect")} money, decider or need is not known` : t`No ideal prospect is open`;
}

/** Who lets prospects lie. */
export function staleByOwner(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const { money } = context;
  const table = context.read<Group>("prospects_groups");
  const rows = table.rows.filter(({ dimension, open_leads: open }) => dimension === "owner" && open > 0)
    .sort((a, b) => b.stale_leads - a.stale_leads || b.open_leads - a.open_leads || (a.group_name ?? "").localeCompare(b.group_name ?? "", "en"));
  if (rows.length === 0 || (rows.length === 1 && rows[0]!.group_name === null)) return [];
  return [card(context, {
    title: staleTitle(rows), sources: [table, source], span: 12,
    subtitle: t`Open prospects by who works on them; stale: recorded more than ${count(head.stale_days, "day")} ago. Share won: of all that were won or lost`,
  }, dataTable(rows, [
    { label: t`Works on them`, value: (row) => row.group_name ?? t`Nobody`, isRowHeader: true },
    { label: t`Open prospects`, value: (row) => integer(row.open_leads), align: "right" },
    { label: t`Stale prospects`, value: (row) => integer(row.stale_leads), align: "right", bar: (row) => row.stale_leads / Math.max(1, ...rows.map(({ stale_leads: stale }) => stale)) },
    { label: t`Expected of the stale`, value: (row) => money(row.stale_amount), number: (row) => row.stale_amount, align: "right" },
    { label: t`Median age, days`, value: (row) => integer(row.open_age_days), align: "right" },
    { label: t`Weighted pipeline`, value: (row) => money(row.weighted_amount), number: (row) => row.weighted_amount, align: "right" },
    { label: t`Share won`, value: (row) => (row.won_rate === null ? null : withNote(percent0(row.won_rate), t`${percent0(row.won_low)} to ${percent0(row.won_high)}`)), number: (row) => row.won_rate, align: "right" },
    { label: t`Days to win`, value: (row) => integer(row.win_days), number: (row) => row.win_days, align: "right" },
  ], { caption: t`Open and stale prospects by who works on them`, first: 10, noun: "person", plural: "people" }))];
}

export function staleTitle(rows: Pick<Group, "group_name" | "stale_leads" | "open_leads">[]): string {
  const [first, second] = rows;
  if (!first || first.stale_leads === 0) return t`No prospect is stale`;
  const name = first.group_name;
  if (name === null) return t`Nobody works on ${integer(first.stale_leads)} of the stale prospects`;
  return second === undefined || second.stale_leads === first.stale_leads ? t`${name} has let ${integer(first.stale_leads)} of ${count(first.open_leads, "prospect")} go stale` : t`${name} has let ${integer(first.stale_leads)} of ${count(first.open_leads, "prospect")} go stale, more than anybody`;
}
