import * as d3 from "d3";
import { html } from "htl";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { emptyState } from "../../components/emptyState.js";
import { groupLink } from "../../components/groupLink.js";
import { rankedBars } from "../../components/rankedBars.js";
import { segmentBar } from "../../components/segmentBar.js";
import { trend } from "../../components/trend.js";
import { twoColumns } from "../../components/twoColumns.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { count, day, decimal1, integer, MISSING, percent, percent0, pointsChange, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { eventsOf } from "../events.js";
import { isPart } from "../selected.js";
import type { Bucket, Debtor, DebtorBucket, Headline, LatePayer, Month, OverdueInvoice } from "./rows.js";
import { ageTone, before, joined } from "./words.js";

/** Rows that stand open in the list of debtors, and in the others. */
const DEBTORS = 6;
const FIRST = 4;

/** About how high a list of so many rows stands, in pixels, with what surrounds it; and a trend. */
const height = (rows: number) => 300 + 65 * rows;
const TREND_HEIGHT = 400;

/** What is open, how late it is, and who owes it. */
export function receivables(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  if (head.owed_amount === null) {
    return [emptyState(context, ["invoices"],
      t`Invoices with their due and payment dates would show what each client owes, how much of it is overdue and for how long, days sales outstanding, and who pays late. The watch list would then go by the money at stake.`)];
  }
  return [twoColumns([
    ageing(context, headline, head),
    overdueTrend(context, headline, head),
    debtors(context, head),
    invoices(context),
    latePayers(context),
    dsoTrend(context, headline, head),
  ])];
}

interface Item { element: HTMLElement; height: number }

function ageing(context: Context, headline: Table<Headline>, head: Headline): Item {
  const table = context.read<Bucket>("receivables_ageing");
  const owed = table.rows.filter(({ position }) => position > 0);
  const credit = table.rows.find(({ position }) => position === 0);
  const oldest = owed.at(-1);
  const title = !head.owed_amount ? t`Nothing is owed to us`
    : !head.overdue_amount ? t`Nothing of what is owed is overdue`
      : oldest && oldest.open_amount > 0 ? t`${percent0(head.overdue_share)} of what is owed is overdue, ${percent0(oldest.owed_share)} ${phrase(oldest.bucket)}`
        : t`${percent0(head.overdue_share)} of what is owed is overdue`;
  return { height: 190 + 46 * owed.length, element: card(context, { title, subtitle: t`${context.money(head.owed_amount)} owed on invoices, by days past the due date`, sources: [table, headline] },
    rankedBars(owed, {
      caption: t`What is owed, by how long it is overdue`, groupTitle: t`Overdue by`, figureTitle: t`Owed`,
      label: (row) => groupLink(words(row.bucket), { debt_age: row.bucket }, row.customers), figure: { value: (row) => row.open_amount, text: (row) => context.money(row.open_amount) },
      further: [
        { label: t`Share`, value: (row) => percent0(row.owed_share), align: "right" },
        { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
        { label: t`Invoices`, value: (row) => integer(row.invoices), align: "right" },
      ],
    }),
    credit && credit.open_amount < 0 ? html`<p class="note">${t`Not taken off: ${context.money(Math.abs(credit.open_amount))} of unused credit of ${count(credit.customers, "customer")}.`} ${groupLink(t`Show them`, { debt_age: credit.bucket }, credit.customers)}</p>` : null) };
}

function overdueTrend(context: Context, headline: Table<Headline>, head: Headline): Item {
  const table = context.read<Month>("receivables_months");
  const [then, now] = [percent(head.overdue_share_before), percent(head.overdue_share)];
  const moved = pointsChange(head.overdue_share_change);
  const title = head.overdue_share === null || head.overdue_share_before === null ? t`What is owed and overdue, month by month`
    : then === now ? t`The overdue share is ${now}, as on ${before(head)}`
      : head.overdue_share > head.overdue_share_before ? t`The overdue share rose to ${now}, ${moved} since ${before(head)}`
        : t`The overdue share fell to ${now}, ${moved} since ${before(head)}`;
  return { height: TREND_HEIGHT, element: card(context, { title, subtitle: t`Owed on invoices, and past its due date, at the end of each month`, sources: [table, headline] },
    trend([
      { name: t`Owed`, points: table.rows.map((row) => ({ date: row.month_end, value: row.owed_amount })), color: "series-5" },
      { name: t`Overdue`, points: table.rows.map((row) => ({ date: row.month_end, value: row.overdue_amount })), color: "series-1" },
    ], { label: title, format: context.money, annotations: eventsOf(context) })) };
}

function dsoTrend(context: Context, headline: Table<Headline>, head: Headline): Item {
  const table = context.read<Month>("receivables_months");
  const [then, now] = [decimal1(head.dso_days_before), decimal1(head.dso_days)];
  const title = head.dso_days === null || isPart(context) ? t`How long payment takes, month by month`
    : head.dso_days_before === null ? t`DSO is ${now} days`
      : then === now ? t`DSO is ${now} days, as on ${before(head)}`
        : head.dso_days > head.dso_days_before ? t`DSO rose from ${then} days on ${before(head)} to ${now}`
          : t`DSO fell from ${then} days on ${before(head)} to ${now}`;
  return { height: TREND_HEIGHT, element: card(context, {
    title, subtitle: t`Days sales outstanding: what is open, in days of billing of the last ${integer(head.dso_window_days)} days; below it, how many days late the invoices settled in each month were`, sources: [table, headline],
  },
    trend([
      { name: t`DSO`, points: table.rows.map((row) => ({ date: row.month_end, value: row.dso_days })), color: "series-1" },
      { name: t`Settled late`, points: table.rows.map((row) => ({ date: row.month_end, value: row.days_late })), color: "series-2" },
    ], { label: title, format: (value) => t`${integer(value)} d`, annotations: eventsOf(context) })) };
}

const customer = (row: { label: string; customer_key?: string }, ...about: (string | null)[]) =>
  withNote(customerLink(row.label, row.customer_key), about.filter(Boolean).join(" · "), "no");

function debtors(context: Context, head: Headline): Item {
  const table = context.read<Debtor>("receivables_debtors");
  const buckets = context.read<DebtorBucket>("receivables_debtor_ageing");
  const parts = d3.group(buckets.rows.filter(({ position }) => position > 0), (row) => row.debtor_rank);
  const [first] = table.rows;
  const names = context.read<Bucket>("receivables_ageing").rows.filter(({ position }) => position > 0);
  const title = !first ? (isPart(context) && head.owed_amount ? t`None of those selected is among the customers to chase first` : t`Nobody owes anything`) : !first.overdue_amount ? t`No customer is overdue`
    : t`Chase ${first.label} first: ${context.money(first.overdue_amount)}, overdue by ${count(Math.round(first.overdue_days ?? 0), "day")} on average`;
  const tone = (position: number) => ageTone(position, names.length);
  const columns: Column<Debtor>[] = [
    { label: t`Customer`, value: (row) => customer(row, row.owner), isRowHeader: true },
    { label: t`Overdue`, value: (row) => withNote(context.moneyWhole(row.overdue_amount), t`${percent0(row.overdue_share)} of ${context.money(row.owed_amount)} owed`), align: "right" },
    { label: t`By age`, value: (row) => segmentBar((parts.get(row.debtor_rank) ?? []).map(({ position, open_amount }) => ({ value: open_amount, tone: tone(position) })), {
      label: joined((parts.get(row.debtor_rank) ?? []).map(({ bucket, open_amount }) => `${phrase(bucket)} ${context.money(open_amount)}`)),
    }) },
    { label: t`Overdue on average`, value: (row) => (row.overdue_days === null ? MISSING : withNote(count(Math.round(row.overdue_days), "day"), t`the oldest ${integer(row.oldest_days_overdue)}`)), align: "right" },
    { label: t`Limit used`, value: (row) => (row.limit_use === null ? element("small", {}, phrase(row.limit_reason ?? "")) : percent0(row.limit_use)), align: "right" },
  ];
  return { height: height(Math.min(DEBTORS, table.rows.length)), element: card(context, { title, subtitle: t`Whom to chase first: customers by amount × days overdue, the first ${integer(head.list_customers)} at most`, sources: [table, buckets], inFull: { sort: "overdue_amount" } },
    html`<ul class="bar-legend">${names.map(({ bucket }, index) => html`<li><svg width="10" height="10" aria-hidden="true"><rect class=${tone(index + 1)} width="10" height="10" rx="2"></rect></svg> ${phrase(bucket)}</li>`)}</ul>`,
    html`<div class="debtors">${dataTable(table.rows, columns, { caption: t`Customers to chase first`, first: DEBTORS, noun: "customer" })}</div>`) };
}

function latePayers(context: Context): Item {
  const table = context.read<LatePayer>("receivables_late_payers");
  const [first] = table.rows;
  const days = integer(context.windowDays);
  const title = first ? t`Of those who paid late, ${first.label} tied up most: ${context.money(first.late_credit)} on average`
    : isPart(context) ? t`None of those selected is among the customers that cost us most by paying late` : t`No invoice settled in the last ${days} days was paid late`;
  return { height: height(Math.min(FIRST, table.rows.length)), element: card(context, { title, subtitle: t`Tied up: amount × days late of the invoices settled in the last ${days} days, spread over these days. Days late: mean of all invoices due in that time, unpaid ones up to today, early ones as negative`, sources: [table] },
    dataTable(table.rows, [
      { label: t`Customer`, value: (row) => customer(row, row.owner), isRowHeader: true },
      { label: t`Tied up`, value: (row) => context.money(row.late_credit), align: "right" },
      { label: t`Paid late`, value: (row) => context.money(row.late_amount), align: "right" },
      { label: t`Days late`, value: (row) => withNote(decimal1(row.due_days_late), t`${count(row.due_invoices, "invoice")} due`), align: "right" },
    ], { caption: t`Customers whose late payment ties up most`, first: FIRST, noun: "customer" })) };
}

function invoices(context: Context): Item {
  const table = context.read<OverdueInvoice>("receivables_overdue_invoices");
  const [first] = table.rows;
  const title = first ? t`Of single invoices, ${first.label} owes the weightiest: ${context.money(first.open_amount)}, ${count(first.days_overdue, "day")} overdue` : t`No invoice is overdue`;
  return { height: height(Math.min(FIRST, table.rows.length)), element: card(context, { title, subtitle: t`Overdue invoices, by amount × days overdue`, sources: [table] },
    dataTable(table.rows, [
      { label: t`Customer`, value: (row) => customer(row, row.invoice_id, row.owner), isRowHeader: true },
      { label: t`Open`, value: (row) => context.moneyWhole(row.open_amount), align: "right" },
      { label: t`Due`, value: (row) => day(row.due_date), align: "right" },
      { label: t`Days overdue`, value: (row) => integer(row.days_overdue), align: "right" },
    ], { caption: t`Overdue invoices to chase first`, first: FIRST, noun: "invoice" })) };
}
