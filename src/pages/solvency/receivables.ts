import * as d3 from "d3";
import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { emptyState } from "../../components/emptyState.js";
import { note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { segmentBar } from "../../components/segmentBar.js";
import type { Part } from "../../components/stackedBar.js";
import { trend } from "../../components/trend.js";
import { count, day, decimal1, integer, percent0, pointsChange, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { Bucket, Debtor, DebtorBucket, Headline, LatePayer, Month, OverdueInvoice } from "./rows.js";
import { before, signed } from "./words.js";

/** What is open, how late it is, and who owes it. */
export function receivables(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  if (head.owed_amount === null) {
    return [emptyState(context, ["invoices"],
      "Invoices with their due and payment dates would show what each client owes, how much of it is overdue and for how long, days sales "
      + "outstanding, and who pays late. The watch list would then go by the money at stake.")];
  }
  return [
    ageing(context, headline, head),
    overdueTrend(context, headline, head),
    dsoTrend(context, headline, head),
    latePayers(context),
    debtors(context, head),
    invoices(context),
  ];
}

function ageing(context: Context, headline: Table<Headline>, head: Headline): Element {
  const table = context.read<Bucket>("receivables_ageing");
  const owed = table.rows.filter(({ position }) => position > 0);
  const credit = table.rows.find(({ position }) => position === 0);
  const oldest = owed.at(-1);
  const title = !head.owed_amount ? "Nothing is owed to us"
    : !head.overdue_amount ? "Nothing of what is owed is overdue"
      : `${percent0(head.overdue_share)} of what is owed is overdue${oldest && oldest.open_amount > 0 ? `, ${percent0(oldest.owed_share)} ${overdueFor(oldest.bucket)}` : ""}`;
  return card(context, { title, subtitle: `${context.money(head.owed_amount)} owed on invoices, by days past the due date`, sources: [table, headline], span: 6 },
    rankedBars(owed, {
      caption: "What is owed, by how long it is overdue", groupTitle: "Overdue by", figureTitle: "Owed",
      label: (row) => words(row.bucket), figure: { value: (row) => row.open_amount, text: (row) => context.money(row.open_amount) },
      further: [
        { label: "Share", value: (row) => percent0(row.owed_share), align: "right" },
        { label: "Customers", value: (row) => integer(row.customers), align: "right" },
        { label: "Invoices", value: (row) => integer(row.invoices), align: "right" },
      ],
    }),
    credit && credit.open_amount < 0 ? note(`Not taken off: ${context.money(Math.abs(credit.open_amount))} of credit that ${count(credit.customers, "customer has", "customers have")} not used yet.`) : null);
}

const overdueFor = (bucket: string) => (bucket.startsWith("over ") ? `by ${bucket.replace(/^over /, "more than ")}` : `(${bucket})`);

function overdueTrend(context: Context, headline: Table<Headline>, head: Headline): Element {
  const table = context.read<Month>("receivables_months");
  const points = head.overdue_share_change === null ? undefined : pointsChange(head.overdue_share_change);
  const title = points === undefined ? "What is owed and overdue, month by month"
    : isZero(points) ? `The overdue share is what it was on ${before(head)}`
      : `The overdue share ${head.overdue_share_change! > 0 ? "rose" : "fell"} by ${unsigned(points)} since ${before(head)}`;
  return card(context, { title, subtitle: "Owed on invoices, and past its due date, at the end of each month", sources: [table, headline], span: 6 },
    trend([
      { name: "Owed", points: table.rows.map((row) => ({ date: row.month_end, value: row.owed_amount })), color: "series-5" },
      { name: "Overdue", points: table.rows.map((row) => ({ date: row.month_end, value: row.overdue_amount })), color: "series-1" },
    ], { label: title, format: context.money }));
}

const unsigned = (text: string) => text.replace(/^[+−]/, "");
const isZero = (text: string) => unsigned(text).startsWith("0.0");

function dsoTrend(context: Context, headline: Table<Headline>, head: Headline): Element {
  const table = context.read<Month>("receivables_months");
  const days = signed(head.dso_change_days, decimal1);
  const title = head.dso_days === null ? "How long payment takes, month by month"
    : days === undefined ? `${decimal1(head.dso_days)} days of billing are still to be paid`
      : `${decimal1(head.dso_days)} days of billing are still to be paid, ${isZero(days) ? "as" : `${unsigned(days)} ${head.dso_change_days! > 0 ? "more than" : "fewer than"}`} on ${before(head)}`;
  return card(context, {
    title, subtitle: `DSO, days sales outstanding: what is open, in days of the billing of the last ${integer(head.dso_window_days)}. Below it, how late the invoices settled in each month were; those still open are not in it`, sources: [table, headline], span: 6,
  },
    trend([
      { name: "DSO", points: table.rows.map((row) => ({ date: row.month_end, value: row.dso_days })), color: "series-1" },
      { name: "Settled late", points: table.rows.map((row) => ({ date: row.month_end, value: row.days_late })), color: "series-2" },
    ], { label: title, format: (value) => `${integer(value)} d` }));
}

const ageTones: Part["tone"][] = ["series-5", "step-2", "step-3", "step-4", "step-5"];

function debtors(context: Context, head: Headline): Element {
  const table = context.read<Debtor>("receivables_debtors");
  const buckets = context.read<DebtorBucket>("receivables_debtor_ageing");
  const byRank = d3.group(buckets.rows.filter(({ position }) => position > 0), (row) => row.debtor_rank);
  const [first] = table.rows;
  const names = [...new Map(context.read<Bucket>("receivables_ageing").rows.filter(({ position }) => position > 0).map((row) => [row.position, row.bucket])).values()];
  const title = !first ? "Nobody owes anything" : !first.overdue_amount ? "No customer is overdue" : `${first.label} owes the most that is overdue: ${context.money(first.overdue_amount)}`;
  const tone = (position: number) => ageTones[names.length < 2 ? 0 : Math.round(((position - 1) / (names.length - 1)) * (ageTones.length - 1))]!;
  const columns: Column<Debtor>[] = [
    { label: "Customer", value: (row) => html`<div>${row.label}<small>${row.owner}</small></div>`, isRowHeader: true },
    { label: "Overdue", value: (row) => html`<div>${context.money(row.overdue_amount)}<small>${percent0(row.overdue_share)} of ${context.money(row.owed_amount)}</small></div>`, align: "right" },
    { label: "By age", value: (row) => segmentBar((byRank.get(row.debtor_rank) ?? []).map(({ position, open_amount }) => ({ value: open_amount, tone: tone(position) })), {
      label: (byRank.get(row.debtor_rank) ?? []).map(({ bucket, open_amount }) => `${bucket} ${context.money(open_amount)}`).join(", "),
    }) },
    { label: "Oldest", value: (row) => (row.oldest_days_overdue > 0 ? count(row.oldest_days_overdue, "day") : "–"), align: "right" },
    { label: "DSO", value: (row) => (row.dso_days === null ? html`<small>${row.dso_reason}</small>` : count(Math.round(row.dso_days), "day")), align: "right" },
    { label: "Limit used", value: (row) => (row.limit_use === null ? html`<small>${row.limit_reason}</small>` : percent0(row.limit_use)), align: "right" },
  ];
  return card(context, { title, subtitle: `The largest debtors by what is overdue; up to ${integer(head.list_customers)}`, sources: [table, buckets], span: 7 },
    html`<ul class="bar-legend">${names.map((name, index) => html`<li><svg width="10" height="10" aria-hidden="true"><rect class=${tone(index + 1)} width="10" height="10" rx="2"></rect></svg> ${name}</li>`)}</ul>`,
    html`<div class="debtors">${dataTable(table.rows, columns, { caption: "Customers that owe the most overdue", first: 8, noun: "customer" })}</div>`);
}

function latePayers(context: Context): Element {
  const table = context.read<LatePayer>("receivables_late_payers");
  const [first] = table.rows;
  const title = first ? `${first.label} costs most by paying late: on average it kept ${context.money(first.late_credit)} past the due date` : `Nothing settled in the last ${integer(context.windowDays)} days was paid late`;
  return card(context, { title, subtitle: `Kept past due: amount × days late of the invoices settled in the last ${integer(context.windowDays)} days, spread over those days. Mean days late: of all invoices due in that time, unpaid ones up to today, early ones as negative`, sources: [table], span: 6 },
    dataTable(table.rows, [
      { label: "Customer", value: (row) => html`<div>${row.label}<small>${row.owner}</small></div>`, isRowHeader: true },
      { label: "Kept past due", value: (row) => context.money(row.late_credit), align: "right" },
      { label: "Paid late", value: (row) => context.money(row.late_amount), align: "right" },
      { label: "Mean days late", value: (row) => html`<div>${decimal1(row.due_days_late)}<small>${count(row.due_invoices, "invoice")} due</small></div>`, align: "right" },
    ], { caption: "Customers whose late payment cost most", first: 5, noun: "customer" }));
}

function invoices(context: Context): Element {
  const table = context.read<OverdueInvoice>("receivables_overdue_invoices");
  const [first] = table.rows;
  const title = first ? `Chase first: ${context.money(first.open_amount)} of ${first.label}, ${count(first.days_overdue, "day")} overdue` : "No invoice is overdue";
  return card(context, { title, subtitle: "Invoices past their due date, by amount × days overdue", sources: [table], span: 5 },
    dataTable(table.rows, [
      { label: "Customer", value: (row) => html`<div>${row.label}<small>${[row.invoice_id, `due ${day(row.due_date)}`, row.owner].filter(Boolean).join(" · ")}</small></div>`, isRowHeader: true },
      { label: "Open", value: (row) => context.money(row.open_amount), align: "right" },
      { label: "Days overdue", value: (row) => integer(row.days_overdue), align: "right" },
    ], { caption: "Overdue invoices to chase first", first: 8, noun: "invoice" }));
}
