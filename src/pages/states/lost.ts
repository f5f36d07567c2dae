import { alarm, firstToApproach } from "../../components/alarm.js";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { groupLink } from "../../components/groupLink.js";
import { heading, note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { element } from "../../lib/element.js";
import { count, day, daysAgo, integer, list, percent0, readable, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { isPart } from "../selected.js";
import type { Headline, LostReason, WinBack, WinBackChance } from "./rows.js";

/** Whom we lost, why as far as that is known, and whom to win back first. */
export function lost(context: Context, source: Table<Headline>, head: Headline): Element[] {
  if (head.lost === 0) return [];
  return [...heading(t`Whom we lost, and whom to win back`), winBacks(context, source, head), reasons(context, head), chances(context, head)];
}

function winBacks(context: Context, source: Table<Headline>, head: Headline): Element {
  const { money } = context;
  const table = context.read<WinBack>("states_win_backs");
  const first = firstToApproach(table.rows);
  const all = groupLink(t`All that are lost`, { state: "lost" }, head.lost);
  if (head.ranked === 0 || head.win_back_value === null) {
    return card(context, { title: t`Whom to win back first cannot be told`, sources: [source, table], span: 12 },
      note(t`How many lost customers come back by themselves is taken from those lost ${integer(head.holdout_days)} days ago, and these are too few.`), element("p", {}, all));
  }
  const title = first ? t`Win back ${first.label} first: it brought ${money(first.value_lost)}, and ${percent0(first.chance)} of such come back`
    : isPart(context) ? t`None of those selected is among the first to win back` : t`Nobody is to be won back`;
  return card(context, {
    title, sources: [table, source], span: 12,
    subtitle: t`Lost customers by what winning back is worth: the revenue of the ${integer(context.windowDays)} days up to their last order, times the chance that such a customer orders again within ${integer(head.holdout_days)} days`,
  }, first ? dataTable(table.rows, [
    { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
    { label: t`Brought`, value: (row) => money(row.value_lost), number: (row) => row.value_lost, align: "right" },
    { label: t`Chance to come back`, value: (row) => percent0(row.chance), number: (row) => row.chance, align: "right", bar: (row) => row.chance },
    { label: t`Worth`, value: (row) => money(row.win_back_value), number: (row) => row.win_back_value, align: "right" },
    { label: t`Last order`, value: (row) => daysAgo(row.silent_days), number: (row) => row.silent_days, align: "right" },
    { label: t`Why it left`, value: (row) => why(row) },
    { label: t`Account manager`, value: (row) => row.owner },
  ], { caption: t`Customers to win back first`, first: 10, noun: "customer" }) : null,
  note([
    t`If as many come back as in the past, it is ${integer(head.expected_back)} of ${count(head.ranked, "lost customer")} within ${integer(head.holdout_days)} days, worth ${money(head.win_back_value)} in ${integer(context.windowDays)} days.`,
    head.hindered > 0 ? t`${count(head.hindered, "other is", "others are")} left alone: not to be contacted, gone for good, or without credit.` : "",
  ].filter(Boolean).join(" ")), element("p", {}, all));
}

/** What is noted, and what is on record that may have led to it. */
function why({ reason, sign }: WinBack): string | null {
  const [first, ...others] = [reason, sign].filter((part) => part !== null);
  return first === undefined ? null : list([words(first), ...others.map(readable)]);
}

function reasons(context: Context, head: Headline): Element {
  const { money } = context;
  const table = context.read<LostReason>("states_lost_reasons");
  const noted = table.rows.filter(({ is_noted: isNoted }) => isNoted);
  const silent = table.rows.find(({ is_noted: isNoted }) => !isNoted);
  const [first] = noted;
  const since = table.rows[0]?.since_date ?? null;
  const title = first ? t`What took most revenue, where a reason is noted: ${readable(first.reason)}, ${money(first.value_lost)} with ${count(first.customers, "customer")}`
    : silent ? t`Why customers left is not noted` : t`Nobody that was lost since ${day(head.from_date)} is lost still`;
  return card(context, {
    title, sources: [table], span: 12,
    subtitle: since === null ? t`Customers that are lost, by the reason in their file` : t`Customers lost since ${day(since)} and not back, by the reason in their file`,
  }, first ? rankedBars(noted, {
    caption: t`Lost customers by reason`, groupTitle: t`Reason`, figureTitle: t`Revenue that they brought`,
    label: (row) => words(row.reason), figure: { value: (row) => row.value_lost, text: (row) => money(row.value_lost) },
    further: [
      { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
      { label: t`With a complaint or poor score`, value: (row) => integer(row.signs), align: "right" },
    ],
  }) : null,
  silent ? note(first ? t`Of ${count(silent.customers, "more customer")}, who brought ${money(silent.value_lost)}, no reason is noted; ${integer(silent.signs)} of them had complained or scored low.`
    : t`Give customers.lost_reason in project.yaml: a few words of the sales force on each customer that left.`) : null);
}

function chances(context: Context, head: Headline): Element {
  const table = context.read<WinBackChance>("states_win_back_chances");
  const [any] = table.rows;
  return disclosure(t`What the chance to come back rests on`, { id: "chances", detail: t`Lost customers of the past, by orders and silence` },
    card(context, {
      title: t`How many lost customers came back, called by us or not`, sources: [table], span: 12,
      subtitle: any?.snapshot_date ? t`Customers lost on ${day(any.snapshot_date)}: those that ordered by ${day(any.until_date)}, with ${percent0(head.confidence)} limits` : t`The record is too short to see how many came back`,
    }, dataTable(table.rows, [
      { label: t`Orders`, value: (row) => phrase(row.orders_group), isRowHeader: true },
      { label: t`Silence`, value: (row) => (row.silence === "long" ? t`more than ${integer(head.win_back_silence * (head.lost_after_days ?? 0))} days` : t`up to ${integer(head.win_back_silence * (head.lost_after_days ?? 0))} days`) },
      { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
      { label: t`Came back`, value: (row) => integer(row.back), align: "right" },
      { label: t`Share`, value: (row) => (row.back_rate === null ? null : percent0(row.back_rate)), number: (row) => row.back_rate, align: "right" },
      { label: t`Limits`, value: (row) => (row.back_rate_low === null ? null : t`${percent0(row.back_rate_low)} to ${percent0(row.back_rate_high)}`), align: "right" },
      { label: t`Chance used`, value: (row) => (row.chance === null ? null : percent0(row.chance)), number: (row) => row.chance, align: "right" },
      { label: t`It rests on`, value: (row) => (row.basis === null ? null : basisName(row.basis)) },
    ], { caption: t`Lost customers that came back` })));
}

function basisName(basis: string): string {
  switch (basis) {
    case "group": return t`this group`;
    case "silence": return t`all of this silence`;
    default: return t`all lost customers`;
  }
}
