import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { segmentBar } from "../../components/segmentBar.js";
import { stackedBar } from "../../components/stackedBar.js";
import { element } from "../../lib/element.js";
import { count, day, integer, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Headline, Level } from "./rows.js";
import { contacts, levelName } from "./words.js";

/** On which levels contacts are spent, and how many customers have too few, about enough and too many. */
export function spending(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const table = context.read<Level>("relationship_levels");
  const made = head.contacts_made ?? 0;
  const judged = head.judged_customers ?? 0;
  const rows = table.rows.filter((row) => row.customers > 0 || (row.contacts_due ?? 0) > 0);
  const largest = Math.max(...rows.flatMap((row) => [row.contacts_made ?? 0, row.contacts_due ?? 0]), 0);
  return [
    card(context, {
      title: spendingTitle(head, made), sources: [table, source], span: judged === 0 ? 12 : 7,
      subtitle: t`Contacts due and made in the last ${count(head.window_days, "day")}, by level, the highest first; missing: to customers that had fewer than due`,
    }, dataTable(rows, [
      { label: t`Level`, value: (row) => (row.level === null ? levelName(row) : groupLink(levelName(row), { relationship_level: row.level }, row.customers)), isRowHeader: true },
      { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
      { label: t`Contacts due`, value: (row) => (row.level === null ? t`none` : contacts(row.contacts_due)), number: (row) => row.contacts_due, align: "right", bar: (row) => (largest > 0 && row.contacts_due !== null ? row.contacts_due / largest : null) },
      { label: t`Made`, value: (row) => integer(row.contacts_made), number: (row) => row.contacts_made, align: "right", bar: (row) => (largest > 0 && row.contacts_made !== null ? row.contacts_made / largest : null) },
      { label: t`Missing`, value: (row) => (row.level === null ? t`none` : integer(row.contacts_short)), number: (row) => row.contacts_short, align: "right" },
      { label: t`In time`, value: (row) => percent0(row.in_time_rate), number: (row) => row.in_time_rate, align: "right" },
    ], { caption: t`Contacts by level` }), record(head), left(head)),
    ...(judged === 0 ? [] : [card(context, {
      title: t`Too few contacts for ${integer(head.neglected_customers)} of ${count(judged, "customer")}, too many for ${integer(head.over_served_customers)}`,
      subtitle: t`Customers with a level who are of a kind that account managers keep contact with; their contacts against those due`, sources: [source, table], span: 5,
    }, stackedBar([
      { name: t`Neglected`, value: head.neglected_customers ?? 0, text: integer(head.neglected_customers), tone: "bad" },
      { name: t`As due`, value: head.as_due_customers ?? 0, text: integer(head.as_due_customers), tone: "good" },
      { name: t`Over-served`, value: head.over_served_customers ?? 0, text: integer(head.over_served_customers), tone: "warn" },
    ], { label: t`Customers by contacts against those due` }),
    dataTable(rows.filter((row) => row.level !== null && (row.neglected_customers ?? 0) + (row.as_due_customers ?? 0) + (row.over_served_customers ?? 0) > 0), [
      { label: t`Level`, value: (row) => levelName(row), isRowHeader: true },
      {
        label: t`In proportion`,
        value: (row) => element("span", {}, segmentBar([
          { value: row.neglected_customers ?? 0, tone: "bad" }, { value: row.as_due_customers ?? 0, tone: "good" }, { value: row.over_served_customers ?? 0, tone: "warn" },
        ], { label: t`${integer(row.neglected_customers)}, ${integer(row.as_due_customers)}, ${integer(row.over_served_customers)}` })),
      },
      { label: t`Neglected`, value: (row) => integer(row.neglected_customers), align: "right" },
      { label: t`As due`, value: (row) => integer(row.as_due_customers), align: "right" },
      { label: t`Over-served`, value: (row) => integer(row.over_served_customers), align: "right" },
    ], { caption: t`Customers by level and contacts against those due` }),
    element("p", { class: "note" },
      groupLink(t`All neglected`, { contact_standing: "neglected" }, head.neglected_customers), " · ", groupLink(t`All over-served`, { contact_standing: "over-served" }, head.over_served_customers)))]),
  ];
}

/** Where contacts go that are not due, or how many are missing. */
export function spendingTitle(head: Pick<Headline, "basic_contacts" | "contacts_made" | "contacts_due" | "contacts_short">, made: number): string {
  const idle = head.basic_contacts ?? 0;
  if (made === 0) return t`No contact was made`;
  return idle > 0 ? t`${integer(idle)} of ${count(made, "contact")} went to customers whose level asks for none, while ${integer(head.contacts_short)} are missing elsewhere`
    : t`${count(made, "contact")} made, ${contacts(head.contacts_due)} due`;
}

/** How those were kept contact with that left. */
const left = (head: Headline): Element | null =>
  (head.lapsed_customers ? element("p", { class: "caution" }, t`Customers with a contact due that left in these ${count(head.window_days, "day")}, for they had not ordered for ${count(head.order_days, "day")}: ${integer(head.lapsed_customers)}. Not in time when they left: ${integer(head.lapsed_customers - (head.lapsed_in_time_customers ?? 0))}. What was due to them counts until that day.`) : null);

/** Since when contacts are on record, and how many of them do not count. */
function record(head: Headline): Element {
  if (head.uncounted_contacts === 0) return note(t`On record: ${count(head.contacts, "contact")} from ${day(head.first_contact_date)} to ${day(head.last_contact_date)}.`);
  return note(t`On record: ${count(head.contacts, "contact")} from ${day(head.first_contact_date)} to ${day(head.last_contact_date)}. ${integer(head.uncounted_contacts)} more do not count: mail that customers wrote, and mailings of campaigns.`);
}
