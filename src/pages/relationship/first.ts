import { alarm } from "../../components/alarm.js";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { heading } from "../../components/heading.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { count, day, daysAgo, integer, list, words } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { isPart } from "../selected.js";
import type { Forbidden, HandedOver, Headline, Manager } from "./rows.js";

/** What cannot wait: whose customers lose their account manager, and whom we contacted although nobody was to. */
export function first(context: Context, head: Headline): Element[] {
  const handed = handover(context);
  const parts = [...handed, ...forbidden(context, head, handed.length === 0)];
  return parts.length === 0 ? [] : [...heading(t`Settle first`), ...parts];
}

const isLeaving = ({ dimension, status, due_customers: due, lapsed_customers: left }: Manager): boolean =>
  dimension === "owner" && (status === "notice given" || status === "left") && (due ?? 0) - (left ?? 0) > 0;

/** Customers to hand over, the most valuable first. */
function handover(context: Context): Element[] {
  const { money } = context;
  const table = context.read<HandedOver>("relationship_handover");
  const managers = context.read<Manager>("relationship_managers");
  const leaving = managers.rows.filter(isLeaving);
  if (table.rows.length === 0) return [];
  const hasSeveral = new Set(table.rows.map(({ owner }) => owner)).size > 1;
  const all = leaving.reduce((sum, row) => sum + (row.due_customers ?? 0) - (row.lapsed_customers ?? 0), 0);
  return [card(context, {
    title: isPart(context) ? t`Selected customers whose account manager leaves: ${integer(table.rows.length)}` : handoverTitle(leaving, money),
    subtitle: t`Customers with a contact due whose account manager has given notice or left, the most valuable first: name somebody for each before the last day`,
    sources: isPart(context) ? [table] : [table, managers], span: 7,
  }, dataTable(table.rows, [
    { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
    { label: t`Revenue`, value: (row) => money(row.revenue), number: (row) => row.revenue, align: "right" },
    { label: t`Level`, value: (row) => words(row.level) },
    { label: t`Last contact`, value: (row) => lastContact(row), number: (row) => row.waiting_days, align: "right" },
    ...(hasSeveral ? [{ label: t`Account manager`, value: (row: HandedOver) => withNote(row.owner_name, day(row.left_date)) }] : []),
  ], { caption: t`Customers to hand over`, first: 6, noun: "customer" }),
  all > table.rows.length && !isPart(context) ? element("p", { class: "note" },
    groupLink(t`All ${count(all, "customer")} to hand over`, { owner: leaving.map(({ owner }) => owner!), contact_timing: ["in time", "overdue", "never contacted"] }, all)) : null)];
}

function lastContact(row: HandedOver): string | Element {
  if (row.timing === "never contacted") return element("span", { class: "bad" }, t`never`);
  const ago = daysAgo(row.contact_days);
  return row.timing === "overdue" ? element("span", { class: "bad" }, t`${ago}, overdue`) : ago;
}

/** Who leaves or has left, how many customers need somebody new, and how many of them wait for a contact already. */
export function handoverTitle(leaving: Manager[], money: Context["money"]): string {
  const here = (row: Manager) => (row.due_customers ?? 0) - (row.lapsed_customers ?? 0);
  const all = leaving.reduce((sum, row) => sum + here(row), 0);
  const late = leaving.reduce((sum, row) => sum + (row.overdue_customers ?? 0), 0);
  const revenue = leaving.reduce((sum, row) => sum + (row.overdue_revenue ?? 0), 0);
  const [one] = leaving;
  if (!one) return t`Customers whose account manager leaves`;
  const who = leaving.length > 1 ? t`${list(leaving.map(({ name }) => name ?? ""))} leave or have left`
    : one.status === "left" ? t`${one.name ?? ""} left on ${day(one.left_date)}` : t`${one.name ?? ""} leaves on ${day(one.left_date)}`;
  return late === 0 ? t`${who}: hand over ${count(all, "customer")}` : t`${who}: hand over ${count(all, "customer")}; ${integer(late)} of them are overdue for contact (${money(revenue)} of revenue)`;
}

/** Whom we should have left alone, and who of us did not. */
function forbidden(context: Context, head: Headline, isAlone: boolean): Element[] {
  const table = context.read<Forbidden>("relationship_forbidden");
  if (table.rows.length === 0) return [];
  return [card(context, {
    title: isPart(context) ? t`Of those selected ${count(table.rows.length, "customer")} marked not to be contacted had contacts by us` : forbiddenTitle(table.rows),
    subtitle: t`Contacts of the last ${count(head.window_days, "day")} that we sought with customers marked not to be contacted, and who of us made them: stop these, or take back the mark`,
    sources: [table], span: isAlone ? 12 : 5,
  }, dataTable(table.rows, [
    { label: t`Customer`, value: (row) => customerLink(row.label, row.customer_key), isRowHeader: true },
    { label: t`Contacts`, value: (row) => integer(row.contacts), align: "right" },
    { label: t`Last contact`, value: (row) => daysAgo(row.contact_days), number: (row) => row.contact_days, align: "right" },
    { label: t`Contacted by`, value: (row) => element("span", { translate: "no" }, row.people ?? (row.campaign_contacts === row.contacts ? t`a campaign` : t`not on record`)) },
  ], { caption: t`Customers contacted although they are marked not to be`, first: 6, noun: "customer" }))];
}

/** How many contacts, and who made most of them where that is one person alone. */
export function forbiddenTitle(rows: Pick<Forbidden, "contacts" | "people">[]): string {
  const all = rows.reduce((sum, { contacts }) => sum + contacts, 0);
  const told = rows.length === 1 ? t`One customer marked not to be contacted was contacted by us ${count(all, "time")}`
    : t`${count(rows.length, "customer")} marked not to be contacted were contacted by us ${count(all, "time")}`;
  const people = [...new Set(rows.flatMap((row) => (row.people === null ? [] : [row.people])))];
  const customersOf = (person: string) => rows.filter((row) => row.people === person).length;
  const [most, second] = people.sort((a, b) => customersOf(b) - customersOf(a) || (a < b ? -1 : 1));
  if (most === undefined || rows.length === 1 || customersOf(most) < 2 || (second !== undefined && customersOf(second) === customersOf(most))) return told;
  return customersOf(most) === rows.length ? t`${told}, all by ${most}` : t`${told}; ${integer(customersOf(most))} of these customers by ${most}`;
}
