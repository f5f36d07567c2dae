import { alarm } from "../../components/alarm.js";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { emptyState } from "../../components/emptyState.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { count, day, daysAgo, decimal1, integer, percent, percent0, sentence, words } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { MISSING_VALUE } from "../../selection/selection.js";
import { isPart } from "../selected.js";
import type { Concentration, Group, KeyCustomer } from "./rows.js";
import { concentrationTitle, groupTitle, leavingTitle } from "./words.js";

const ownersOf = (source: Table<Group>) => source.rows.filter(({ dimension }) => dimension === "owner");

export const ownerLink = (row: Group): string | Element =>
  (row.owner === null ? groupLink(groupTitle(row), { owner: MISSING_VALUE }, row.customers) : element("span", { translate: "no" }, groupLink(row.name ?? row.owner, { owner: row.owner }, row.customers)));

/** Who leaves or has left, and what they hold: a decision that cannot wait. */
export function leaving(context: Context, source: Table<Group>, all: Group): Element[] {
  const { money } = context;
  const gone = ownersOf(source).filter(({ status, customers }) => (status === "left" || status === "notice given") && customers > 0);
  const [first] = [...gone].sort((a, b) => b.held_revenue - a.held_revenue);
  if (!first) return [];
  return [card(context, {
    title: leavingTitle(first, all, money), sources: [source], span: 12,
    subtitle: t`Account managers who have given notice or left, with what they hold; by the list of account managers`,
  }, dataTable([...gone].sort((a, b) => b.held_revenue - a.held_revenue), [
    { label: t`Account manager`, value: ownerLink, isRowHeader: true },
    { label: t`Last working day`, value: (row) => day(row.left_date), align: "right" },
    { label: t`Team`, value: (row) => row.team },
    { label: t`Customers held`, value: (row) => integer(row.customers), align: "right" },
    { label: t`Revenue`, value: (row) => money(row.held_revenue), number: (row) => row.held_revenue, align: "right" },
    { label: t`Margin`, value: (row) => money(row.held_margin), number: (row) => row.held_margin, align: "right" },
    { label: t`Key customers`, value: (row) => integer(row.key_customers), align: "right" },
    { label: t`With nobody else`, value: (row) => integer(row.sole_key_customers), align: "right" },
    { label: t`Open leads`, value: (row) => integer(row.open_leads), align: "right" },
  ], { caption: t`Account managers who leave, with what they hold` }),
  note(t`With nobody else: key customers of whose contacts all of ${count(context.windowDays, "day")} were with the account manager alone.`))];
}

/** How much of the value each account manager holds, and how unequally it is spread. */
export function concentration(context: Context, source: Table<Group>, all: Group): Element[] {
  const { money } = context;
  const table = context.read<Concentration>("sales_concentration");
  const revenue = table.rows.find(({ measure }) => measure === "revenue");
  const owners = ownersOf(source).filter(({ name, customers }) => name !== null && customers > 0).sort((a, b) => b.held_revenue - a.held_revenue);
  const holder = owners.find(({ owner }) => owner === revenue?.top_owner);
  const nobody = ownersOf(source).find(({ name, customers }) => name === null && customers > 0);
  if (owners.length === 0) {
    return [card(context, { title: concentrationTitle(revenue, undefined, all), sources: [source, table], span: 12 },
      note(t`Orders name who sold them, and customers nobody: what would leave with a person cannot be told. Supply the account manager of each customer (owner of customers).`))];
  }
  return [
    card(context, {
      title: concentrationTitle(revenue, holder, all), sources: [source, table], span: 7,
      subtitle: t`What each account manager's customers brought in ${count(context.windowDays, "day")}, as a share of the company's; key customers, and with how many of them nobody else of us speaks`,
    }, rankedBars(owners, {
      caption: t`Value by account manager`, groupTitle: t`Account manager`, figureTitle: t`Revenue`, first: 5, noun: "account manager",
      label: ownerLink, figure: { value: (row) => row.held_revenue, text: (row) => money(row.held_revenue) },
      further: [
        { label: t`Of revenue`, value: (row) => percent0(row.held_revenue_share), number: (row) => row.held_revenue_share, align: "right" },
        { label: t`Of margin`, value: (row) => percent0(row.held_margin_share), number: (row) => row.held_margin_share, align: "right" },
        { label: t`Key customers`, value: (row) => integer(row.key_customers), align: "right" },
        { label: t`With nobody else`, value: (row) => integer(row.sole_key_customers), align: "right" },
      ],
    }), nobody ? note(t`${count(nobody.customers, "customer")} without an account manager bring ${money(nobody.held_revenue)}, ${percent0(nobody.held_revenue_share)} of the revenue: that hangs on nobody.`) : null),
    card(context, {
      title: spreadTitle(table.rows), sources: [table], span: 5,
      subtitle: t`Share of the largest holder, and over how many account managers with as much each the value would be spread as unequally`,
    }, dataTable(table.rows, [
      { label: t`Value`, value: (row) => measureName(row.measure), isRowHeader: true },
      { label: t`Largest holder`, value: (row) => (row.top_name === null ? null : withNote(percent(row.top_share), row.top_name, "no")), align: "right" },
      { label: t`As if spread over`, value: (row) => decimal1(row.effective_holders), number: (row) => row.effective_holders, align: "right" },
    ], { caption: t`Concentration of value on account managers` }),
    note(t`Account managers who hold customers: ${integer(revenue?.holders ?? 0)}. From ${percent0(revenue?.concentrated_share)} of the revenue on it is too much for one.`)),
  ];
}

const measureName = (measure: string): string => (measure === "key customers" ? t`Key customers` : words(measure));

/** Whether one person holds too much; else how many share it. */
export function spreadTitle(rows: Concentration[]): string {
  const revenue = rows.find(({ measure }) => measure === "revenue");
  if (!revenue || revenue.hhi === null) return revenue?.reason ? sentence(revenue.reason) : t`How value is spread is not known`;
  const isTooMuch = revenue.top_share !== null && revenue.top_share >= revenue.concentrated_share;
  return isTooMuch ? t`Too much with one: ${revenue.top_name ?? ""} holds ${percent0(revenue.top_share)} of the revenue`
    : t`No account manager holds ${percent0(revenue.concentrated_share)} of the revenue: it is spread as over ${decimal1(revenue.effective_holders)} of equal size`;
}

/** Key customers by name, by who holds them. */
export function keyCustomers(context: Context): Element[] {
  const { money } = context;
  const table = context.read<KeyCustomer>("sales_key_customers");
  if (table.rows.length === 0) {
    return isPart(context) ? [card(context, { title: t`None of those selected is a key customer with an account manager`, sources: [table], span: 12 })] : [];
  }
  const late = table.rows.filter(({ timing }) => timing === "overdue" || timing === "never contacted").length;
  const due = table.rows.filter(({ timing }) => timing !== null).length;
  const isKnown = table.rows.some(({ last_contact_date: date }) => date !== null);
  return [card(context, {
    title: !isKnown || due === 0 ? t`Key customers and who holds them` : late > 0 ? t`Overdue for contact: ${integer(late)} of ${count(table.rows.length, "key customer")}`
      : due === 1 ? t`The one key customer with a contact due is contacted in time` : t`All ${count(due, "key customer")} with a contact due are contacted in time`,
    subtitle: t`Customers of the top tier with an account manager: first those of whoever leaves, then by what their account manager holds`,
    sources: [table], span: 12,
  }, dataTable(table.rows, [
    { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
    { label: t`Account manager`, value: (row) => (row.owner_status === "notice given" ? withNote(row.owner_name, element("span", { class: "bad" }, t`leaves on ${day(row.left_date)}`)) : row.owner_status === "left" ? withNote(row.owner_name, element("span", { class: "bad" }, t`left`)) : row.owner_name) },
    { label: t`Revenue`, value: (row) => money(row.revenue), align: "right" },
    { label: t`Margin`, value: (row) => (row.margin !== null && row.margin < 0 ? element("span", { class: "bad" }, money(row.margin)) : money(row.margin)), number: (row) => row.margin, align: "right" },
    ...(isKnown ? [{ label: t`Last contact`, value: (row: KeyCustomer) => contactWords(row), number: (row: KeyCustomer) => row.contact_days, align: "right" as const }] : []),
  ], { caption: t`Key customers by account manager`, first: 10, noun: "customer" }))];
}

function contactWords(row: KeyCustomer): string | Element {
  if (row.timing === "never contacted") return element("span", { class: "bad" }, t`never`);
  const ago = daysAgo(row.contact_days);
  return row.timing === "overdue" ? element("span", { class: "bad" }, t`${ago}, overdue`) : ago;
}

/** What is missing for the parts of the page that need the list of account managers. */
export const noTeams = (context: Context): Element =>
  emptyState(context, ["account_managers"], t`The list of account managers would show the sales force by team, and what the departure of somebody who has given notice puts at risk.`);
