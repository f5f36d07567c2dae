import { alarm, firstToApproach } from "../../components/alarm.js";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { count, daysAgo, integer, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { AnyTable, Context, Table } from "../../lib/page.js";
import { isPart } from "../selected.js";
import type { Headline, OverServed, Overdue } from "./rows.js";
import { contacts } from "./words.js";

/** Of some customers a list says nothing of all: the headline is no source of it then. */
const listSources = (context: Context, table: AnyTable, source: AnyTable): AnyTable[] => (isPart(context) ? [table] : [table, source]);

/** Whom to contact first: those overdue, the most valuable first. */
export function toContact(context: Context, source: Table<Headline>, head: Headline): Element {
  const { money } = context;
  const table = context.read<Overdue>("relationship_overdue");
  const [first] = table.rows;
  const title = first ? overdueTitle(table.rows, money)
    : isPart(context) ? t`None of those selected is among the most valuable that are overdue`
      : head.due_customers ? t`Nobody is overdue for contact` : t`No contact is due to anybody`;
  const all = head.overdue_customers ?? 0;
  return card(context, {
    title, sources: listSources(context, table, source), span: 12,
    ...(first && { subtitle: t`Customers overdue for contact, the most valuable first; contacts of the last ${count(head.window_days, "day")}: how many were made of those due` }),
  }, first ? dataTable(table.rows, [
    { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
    { label: t`Revenue`, value: (row) => money(row.revenue), align: "right" },
    { label: t`Level`, value: (row) => (row.level_basis === "segment" ? words(row.level) : withNote(words(row.level), phrase(row.level_basis))) },
    { label: t`Last contact`, value: (row) => (row.timing === "never contacted" ? element("span", { class: "bad" }, t`never`) : daysAgo(row.contact_days)), number: (row) => row.waiting_days, align: "right" },
    { label: t`Contact due every`, value: (row) => count(Math.round(row.interval_days), "day"), number: (row) => row.interval_days, align: "right" },
    { label: t`Made of due`, value: (row) => t`${integer(row.contacts_made)} of ${contacts(row.contacts_due)}`, number: (row) => row.contacts_made, align: "right" },
    { label: t`Account manager`, value: (row) => row.owner },
  ], { caption: t`Customers overdue for contact`, first: 10, noun: "customer" }) : null,
  first && all > table.rows.length && !isPart(context) ? element("p", { class: "note" }, groupLink(t`All ${integer(all)} customers overdue`, { contact_timing: ["overdue", "never contacted"] }, all)) : null);
}

/** How many of the first rows a much longer silence is looked for in. */
const HEAD = 10;

/** The most valuable customer that is overdue, and the one near it that has heard nothing for far longer. */
export function overdueTitle(rows: Overdue[], money: Context["money"]): string {
  const first = firstToApproach(rows);
  if (!first) return t`Nobody is overdue for contact`;
  const [longest] = rows.slice(0, HEAD).sort((a, b) => b.waiting_days - a.waiting_days || a.place - b.place);
  if (first.timing === "never contacted") return t`Contact ${first.label} first: ${money(first.revenue)} of revenue and never a contact on record`;
  if (longest && longest.waiting_days >= 2 * first.waiting_days && longest.timing === "overdue") {
    return t`Contact ${first.label} first: ${money(first.revenue)} of revenue; ${longest.label} (${money(longest.revenue)}) was last contacted ${daysAgo(longest.contact_days)}`;
  }
  return t`Contact ${first.label} first: ${money(first.revenue)} of revenue, the last contact ${daysAgo(first.contact_days)}`;
}

/** On whom contacts are spent beyond what is due, and what serving them costs. */
export function overServed(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const { money } = context;
  const table = context.read<OverServed>("relationship_over_served");
  const all = head.over_served_customers ?? 0;
  if (table.rows.length === 0 && !isPart(context)) return [card(context, { title: t`Nobody has far more contacts than are due`, sources: [table, source], span: 12 })];
  return [card(context, {
    title: isPart(context) ? t`${count(table.rows.length, "customer")} of the most over-served are among those selected` : costTitle(head, money),
    subtitle: t`More than ${contacts(head.over_served_above)} times the contacts due in ${count(head.window_days, "day")}, and at least ${contacts(head.over_served_contacts)} more; margin and cost to serve of ${count(context.windowDays, "day")}`,
    sources: listSources(context, table, source), span: 12,
  }, dataTable(table.rows, [
    { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
    { label: t`Level`, value: (row) => words(row.level) },
    { label: t`Made of due`, value: (row) => t`${integer(row.contacts_made)} of ${contacts(row.contacts_due)}`, number: (row) => row.contacts_made, align: "right" },
    { label: t`Above those due`, value: (row) => contacts(row.contacts_above), number: (row) => row.contacts_above, align: "right" },
    { label: t`Revenue`, value: (row) => money(row.revenue), align: "right" },
    ...(table.rows.some(({ margin }) => margin !== null) ? [{ label: t`Margin`, value: (row: OverServed) => money(row.margin), align: "right" as const }] : []),
    ...(table.rows.some(({ cost_to_serve: cost }) => cost !== null) ? [{ label: t`Cost to serve`, value: (row: OverServed) => money(row.cost_to_serve), align: "right" as const }] : []),
    { label: t`Account manager`, value: (row) => row.owner },
  ], { caption: t`Over-served customers`, first: 8, noun: "customer", empty: t`None of those selected is among the most over-served.` }),
  head.over_served_cost === null ? note(t`What serving them costs is not known: supply service costs by customer (costs, or tickets with their cost).`) : null,
  all > table.rows.length && !isPart(context) ? element("p", { class: "note" }, groupLink(t`All ${integer(all)} over-served customers`, { contact_standing: "over-served" }, all)) : null)];
}

function costTitle(head: Headline, money: Context["money"]): string {
  const all = head.over_served_customers ?? 0;
  if (head.over_served_cost === null || head.over_served_margin === null) return t`${count(all, "customer")} had ${integer(head.contacts_above)} contacts more than were due`;
  return all === 1 ? t`1 over-served customer: ${money(head.over_served_cost)} to serve, ${money(head.over_served_margin)} of margin`
    : t`${integer(all)} over-served customers cost ${money(head.over_served_cost)} to serve and leave ${money(head.over_served_margin)} of margin; at a loss: ${integer(head.over_served_losses)}`;
}
