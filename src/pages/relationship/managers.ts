import { card } from "../../components/card.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { groupLink } from "../../components/groupLink.js";
import { heading, note } from "../../components/heading.js";
import { interval } from "../../components/interval.js";
import { element } from "../../lib/element.js";
import { count, integer, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Headline, Manager } from "./rows.js";
import { contacts } from "./words.js";

/** Who contacts customers in time and who does not, with what chance alone would explain. */
export function managers(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const table = context.read<Manager>("relationship_managers");
  const owners = table.rows.filter(({ dimension, due_customers: due }) => dimension === "owner" && (due ?? 0) > 0);
  if (owners.length === 0 || head.in_time_rate === null) return [];
  const teams = table.rows.filter(({ dimension, due_customers: due }) => dimension === "team" && (due ?? 0) > 0);
  const hasTeams = teams.some(({ name }) => name !== null);
  const ranked = [...owners].sort((a, b) => a.in_time_rate! - b.in_time_rate! || b.due_customers! - a.due_customers!);
  return [
    ...heading(t`Who neglects`),
    card(context, {
      title: complianceTitle(ranked, head), sources: [table, source], span: 6,
      subtitle: t`Share of customers with a contact due who are in time, the lowest first, with what chance alone may make of it; who left in ${count(head.window_days, "day")} as it stood until then`,
    }, interval(ranked.map((row) => ({ name: ownerLink(row), value: row.in_time_rate, low: row.in_time_low, high: row.in_time_high, detail: t`${integer(row.in_time_customers)} of ${count(row.due_customers, "customer")}` })), {
      caption: t`Customers contacted in time by account manager`, nameTitle: t`Account manager`, valueTitle: t`In time`, format: percent0, domain: [0, 1],
      reference: { name: t`all`, value: head.in_time_rate },
    }), note(t`Customers are their account manager's whose file names them; a contact counts whoever of us it was with.`)),
    card(context, { title: shortTitle(owners), subtitle: t`Contacts in the last ${count(head.window_days, "day")}. Missing: to customers that had fewer than due; what others had beyond theirs makes up for none of it`, sources: [table], span: 6 },
      dataTable([...owners].sort((a, b) => b.contacts_short! - a.contacts_short!), [
        { label: t`Account manager`, value: ownerLink, isRowHeader: true },
        { label: t`Contacts due`, value: (row) => integer(row.contacts_due), number: (row) => row.contacts_due, align: "right" },
        { label: t`Made`, value: (row) => integer(row.contacts_made), align: "right" },
        { label: t`Missing`, value: (row) => integer(row.contacts_short), number: (row) => row.contacts_short, align: "right", bar: (row) => shareOf(row.contacts_short, owners) },
      ], { caption: t`Contacts made and due by account manager`, first: 14, noun: "account manager" })),
    disclosure(t`Account managers and teams in figures`, { id: "managers", detail: t`Customers in time, overdue, neglected and over-served` }, element("div", { class: "page" },
      figures(context, table, owners, t`Account manager`), hasTeams ? figures(context, table, teams, t`Team`) : null)),
  ];
}

const ownerLink = (row: Manager): string | Element =>
  (row.owner === null ? t`No account manager` : element("span", { translate: "no" }, groupLink(row.name ?? row.owner, { owner: row.owner }, row.customers)));

const shareOf = (value: number | null, rows: Manager[]) => {
  const largest = Math.max(...rows.map(({ contacts_short: short }) => short ?? 0));
  return value !== null && largest > 0 ? value / largest : null;
};

function figures(context: Context, table: Table<Manager>, rows: Manager[], groupTitle: string): Element {
  const { money } = context;
  const isOwner = rows[0]?.dimension === "owner";
  const reached = (label: string, value: (row: Manager) => number | null, asked: Record<string, string | string[]>): Column<Manager> => ({
    label, value: (row) => (isOwner && row.owner !== null ? groupLink(integer(value(row)), { owner: row.owner, ...asked }, value(row)) : integer(value(row))), number: value, align: "right",
  });
  return card(context, { title: isOwner ? t`By account manager` : t`By team`, sources: [table], span: 12 }, dataTable(rows, [
    { label: groupTitle, value: (row) => (isOwner ? ownerLink(row) : (row.name ?? t`No team`)), isRowHeader: true },
    { label: t`In time`, value: (row) => percent0(row.in_time_rate), number: (row) => row.in_time_rate, align: "right" },
    reached(t`With a contact due`, (row) => (row.due_customers === null ? null : row.due_customers - (row.lapsed_customers ?? 0)), { contact_timing: ["in time", "overdue", "never contacted"] }),
    reached(t`Overdue`, (row) => row.overdue_customers, { contact_timing: ["overdue", "never contacted"] }),
    reached(t`Never contacted`, (row) => row.never_customers, { contact_timing: "never contacted" }),
    { label: t`Their revenue`, value: (row) => money(row.overdue_revenue), number: (row) => row.overdue_revenue, align: "right" },
    reached(t`Neglected`, (row) => row.neglected_customers, { contact_standing: "neglected" }),
    reached(t`Over-served`, (row) => row.over_served_customers, { contact_standing: "over-served" }),
    { label: t`Contacts due`, value: (row) => contacts(row.contacts_due), number: (row) => row.contacts_due, align: "right" },
    { label: t`Made`, value: (row) => integer(row.contacts_made), align: "right" },
    { label: t`Missing`, value: (row) => integer(row.contacts_short), number: (row) => row.contacts_short, align: "right" },
  ], { caption: isOwner ? t`Contacts by account manager` : t`Contacts by team` }));
}

/** The account manager of whom it can be told from chance that fewer customers are in time than of all; else that nobody can be told so. */
export function complianceTitle(ranked: Manager[], head: Pick<Headline, "in_time_rate">): string {
  const [worst] = ranked;
  if (!worst) return t`Nobody has a customer with a contact due`;
  const name = (row: Manager) => row.name ?? t`nobody in particular`;
  if (ranked.length === 1) return t`${percent0(worst.in_time_rate)} of the customers of ${name(worst)} are contacted in time`;
  return worst.in_time_high !== null && head.in_time_rate !== null && worst.in_time_high < head.in_time_rate
    ? t`${name(worst)} contacts ${integer(worst.in_time_customers)} of ${count(worst.due_customers, "customer")} in time, fewer than chance explains: of all it is ${percent0(head.in_time_rate)}`
    : t`${percent0(head.in_time_rate)} of the customers are contacted in time; no account manager is lower than chance explains`;
}

/** Whose customers miss most contacts. */
export function shortTitle(owners: Manager[]): string {
  const [most] = [...owners].sort((a, b) => (b.contacts_short ?? 0) - (a.contacts_short ?? 0));
  return most === undefined || !most.contacts_short ? t`No contact is missing` : t`Customers of ${most.name ?? t`nobody in particular`} miss most contacts: ${integer(most.contacts_short)} of ${integer(most.contacts_due)} due`;
}
