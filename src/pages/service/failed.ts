import { html } from "htl";
import { alarm } from "../../components/alarm.js";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { emptyState } from "../../components/emptyState.js";
import { heading, note } from "../../components/heading.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { count, day, integer, list, percent0, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { isPart } from "../selected.js";
import type { Failed, Group, Headline, OpenComplaint } from "./rows.js";
import { groupTitle } from "./words.js";

/** What to do: complaints to resolve, and whom we failed, key and major customers first. */
export function whomWeFailed(context: Context, source: Table<Headline>, head: Headline): Element[] {
  return [
    ...heading(t`Whom did we fail?`),
    ...(head.has_tickets ? [openComplaints(context, head)] : []),
    failed(context, source, head),
    ...byTier(context),
    ...(head.has_tickets ? [] : [emptyState(context, ["tickets"], t`Complaints, how fast they are answered and resolved, whether they repeat and who came back after one would stand here.`)]),
  ];
}

function openComplaints(context: Context, head: Headline): Element {
  const { money } = context;
  const table = context.read<OpenComplaint>("service_open_complaints");
  const [first] = table.rows;
  const title = !first ? (isPart(context) ? t`None of those selected has a complaint on this list` : t`Every complaint is resolved`)
    : t`Resolve the complaint of ${first.label} first: open for ${count(first.age_days, "day")}`;
  return card(context, {
    title, sources: [table], span: 12,
    subtitle: !first || isPart(context) ? t`Complaints that are not resolved, upper tiers first, then the oldest`
      : t`${count(head.open_complaints, "complaint")} not resolved, the oldest for ${count(head.oldest_days, "day")}. Upper tiers first, then the oldest`,
  }, first ? dataTable(table.rows, [
    { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
    { label: t`Tier`, value: (row) => (row.tier ? words(row.tier) : null) },
    { label: t`About`, value: (row) => withNote(row.category === null ? t`not said` : valueName(row.category, "cause"), row.is_repeat ? t`complained before` : "") },
    { label: t`Open for`, value: (row) => (row.age_days === 0 ? t`since today` : count(row.age_days, "day")), number: (row) => row.age_days, align: "right" },
    { label: t`Responded`, value: (row) => (row.is_answered ? t`yes` : element("span", { class: "bad" }, t`✗ no`)) },
    { label: t`Service point`, value: (row) => row.service_point },
    { label: t`Revenue`, value: (row) => money(row.revenue), align: "right" },
    { label: t`Account manager`, value: (row) => row.owner },
  ], { caption: t`Complaints that are not resolved`, first: 8, noun: "complaint" }) : null);
}

/** Values of the attribute by which the list of customers knows those that were failed. */
const FAILURES = ["open complaint", "failed"];

function failed(context: Context, source: Table<Headline>, head: Headline): Element {
  const { money } = context;
  const table = context.read<Failed>("service_customers");
  const [first] = table.rows;
  const upper = t`${phrase(head.first_tier)} and ${phrase(head.second_tier)}`;
  const title = !first ? (isPart(context) ? t`None of those selected is on this list` : t`No customer was failed`)
    : head.upper_failed_customers === 0 || isPart(context) ? t`Begin with ${first.label}: ${failures(first)}`
      : t`${integer(head.upper_failed_customers)} of ${integer(head.upper_customers)} ${upper} customers were failed; begin with ${first.label}: ${failures(first)}`;
  const hasChances = table.rows.some(({ probability }) => probability !== null);
  return card(context, {
    title, sources: [table, source], span: 12,
    subtitle: t`${count(head.failed_customers, "customer")} with an order late, overdue, incomplete or complained of in ${context.window.title}, or with an open complaint. Upper tiers first, then open complaints, then the most failures`,
  }, head.failed_customers > 0 ? html`<p>${groupLink(t`All that were failed`, { service_failure: FAILURES }, head.failed_customers)}${head.upper_failed_customers > 0
    ? html.fragment` · ${groupLink(t`Those of the two upper tiers`, { tier: [head.first_tier, head.second_tier], service_failure: FAILURES }, head.upper_failed_customers)}` : null}</p>` : null,
  first ? dataTable(table.rows, [
    { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
    { label: t`Tier`, value: (row) => (row.tier ? words(row.tier) : null) },
    { label: t`Orders failed`, value: (row) => t`${integer(row.failed_orders)} of ${integer(row.orders)}`, number: (row) => row.failed_orders, align: "right" },
    { label: t`What failed`, value: (row) => whatFailed(row) },
    { label: t`Last`, value: (row) => day(row.last_failed_date), align: "right" },
    { label: t`Revenue`, value: (row) => money(row.revenue), align: "right" },
    ...(hasChances ? [{ label: t`Chance to leave`, value: (row: Failed) => percent0(row.probability), number: (row: Failed) => row.probability, align: "right" as const }] : []),
    { label: t`Account manager`, value: (row) => row.owner },
  ], { caption: t`Customers that were failed`, first: 10, noun: "customer" }) : null);
}

const failures = (row: Failed): string =>
  (row.failed_orders > 0 ? t`${integer(row.failed_orders)} of ${count(row.orders, "order")}` : count(Math.max(row.complaints, row.open_complaints), "complaint"));

/** "12 late, by 14 days at most, 1 incomplete and 2 complaints". */
function whatFailed(row: Failed): string {
  const late = row.late_orders + row.overdue_orders;
  return list([
    ...(late > 0 ? [row.most_days_late === null ? t`${integer(late)} late` : t`${integer(late)} late, by ${count(row.most_days_late, "day")} at most`] : []),
    ...(row.short_orders > 0 ? [t`${integer(row.short_orders)} incomplete`] : []),
    ...(row.complaints > 0 ? [count(row.complaints, "complaint")] : []),
    ...(row.open_complaints > 0 ? [t`${integer(row.open_complaints)} still open`] : []),
  ]);
}

/** Whom it hit, by tier. */
function byTier(context: Context): Element[] {
  const table = context.read<Group>("service_groups");
  const rows = table.rows.filter(({ dimension, customers }) => dimension === "tier" && customers > 0);
  const [top] = rows;
  if (!top || rows.length < 2) return [];
  const rate = (label: string, value: (row: Group) => number | null) =>
    (rows.some((row) => value(row) !== null) ? [{ label, value: (row: Group) => percent0(value(row)), number: value, align: "right" as const }] : []);
  const hasComplaints = rows.some(({ complaints }) => complaints !== null);
  return [card(context, {
    title: t`${integer(top.hit_customers)} of ${integer(top.customers)} ${phrase(top.group_name)} customers had an order that failed: ${percent0(top.hit_rate)}, of ${phrase(rows.at(-1)!.group_name)} ones ${percent0(rows.at(-1)!.hit_rate)}`,
    subtitle: t`Customers who ordered in ${context.window.title}, by value tier. Who orders often is more likely to be hit at least once: the rates of orders beside it are of all orders`, sources: [table], span: 12,
  }, dataTable(rows, [
    { label: t`Tier`, value: (row) => groupLink(groupTitle(row.group_name, "tier"), { tier: row.group_name }, row.customers), isRowHeader: true },
    { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
    { label: t`Had an order that failed`, value: (row) => t`${integer(row.hit_customers)} (${percent0(row.hit_rate)})`, number: (row) => row.hit_rate, align: "right", bar: (row) => row.hit_rate },
    { label: t`Orders`, value: (row) => integer(row.orders), align: "right" },
    ...rate(t`On time`, (row) => row.on_time_rate), ...rate(t`Left whole`, (row) => row.order_fill_rate), ...rate(t`Perfect`, (row) => row.perfect_order_rate),
    ...(hasComplaints ? [{ label: t`Complaints`, value: (row: Group) => integer(row.complaints), align: "right" as const }] : []),
  ], { caption: t`Service by value tier` }),
  rows.some(({ group_name: name }) => name === "no tier") ? note(t`No tier: who ordered and brought no more than came back.`) : null)];
}
