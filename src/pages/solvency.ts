import { emptyState } from "../components/emptyState.js";
import { heading } from "../components/heading.js";
import { kpi, type KpiOptions } from "../components/kpi.js";
import { count, decimal1, integer, MISSING, percent, percent0, pointsChange, type Format } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { isPart, nobody } from "./selected.js";
import { grades, movements } from "./solvency/grades.js";
import { groups } from "./solvency/groups.js";
import { profiles } from "./solvency/profiles.js";
import { receivables } from "./solvency/receivables.js";
import type { Grade, Group, Headline, Month } from "./solvency/rows.js";
import { evidence, ungraded } from "./solvency/statements.js";
import { watchList } from "./solvency/watchList.js";
import { before, signed, watchedGrades } from "./solvency/words.js";

export const solvency: Page = {
  path: "solvency",
  title: msg("Solvency"),
  question: msg("Which clients may not pay, and how much do they owe us?"),
  follows: "customers",
  render(context) {
    const headline = context.read<Headline>("solvency_headline");
    const [head] = headline.rows;
    if (!head && isPart(context)) return [nobody(t`Nobody selected is a client that we give credit to`)];
    if (!head || (head.statements === null && head.owed_amount === null)) {
      return [...heading(t`What this page would show`), emptyState(context, ["financials", "invoices"],
        t`Statements of business clients give their ratios, grades and trends. Invoices give what they owe and how late they pay. Both together give the watch list.`)];
    }
    return [
      ...tiles(context, headline, head),
      // Without invoices or limits nothing is known to be at risk.
      ...heading(t`Who may not pay`, head.at_risk === null ? t`Clients that need a decision now, weakest first.` : t`Clients that need a decision now, most at risk first.`),
      ...watchList(context, headline, head),
      ...profiles(context, head),
      ...heading(t`What they owe us`, t`Open invoices, how late they are, and who is late.`),
      ...receivables(context, headline, head),
      ...heading(t`How sound the clients are`, t`A client's grade comes from the ratios of its latest statement, and sets how much of what it owes counts as at risk.`),
      ...soundness(context, headline, head),
      ...groups(context, head),
      ...(head.statements === null ? [] : evidence(context, headline, head)),
    ];
  },
};

function soundness(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  if (head.statements === null) {
    return [emptyState(context, ["financials"], t`Balance sheets and income statements would add each client's ratios, grade, trend and outlook, and compare it with its industry.`)];
  }
  return [...grades(context, headline, head), ...movements(context, headline, head), ...ungraded(context, headline, head)];
}

function tiles(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  const hasStatements = head.statements !== null;
  const hasInvoices = head.owed_amount !== null;
  const tiles = hasStatements && hasInvoices ? [riskTile(context, headline, head), weakExposureTile(context, headline, head), ...receivablesTiles(context, headline, head)]
    : hasStatements ? statementTiles(context, headline, head)
      : [openTile(context, headline, head), riskTile(context, headline, head), ...receivablesTiles(context, headline, head)];
  return tiles.map((tile) => kpi(context, tile));
}

function riskTile(context: Context, headline: Table<Headline>, head: Headline): KpiOptions {
  return {
    label: t`At risk, of what is open`, value: context.money(head.at_risk),
    note: t`Of ${context.money(head.exposure)} open; ${context.money(head.watched_at_risk)} of the risk with ${count(head.watched_clients, "client")} on the watch list`, sources: [headline],
  };
}

function openTile(context: Context, headline: Table<Headline>, head: Headline): KpiOptions {
  const difference = signed(head.open_amount_change, context.money);
  return {
    label: t`Open with us`, value: context.money(head.open_amount), delta: difference && t`${difference} since ${before(head)}`,
    note: t`By ${count(head.clients, "client")} that we give credit to or billed`, sources: [headline],
  };
}

function weakExposureTile(context: Context, headline: Table<Headline>, head: Headline): KpiOptions {
  const list = context.read<Grade>("solvency_grades");
  const difference = signed(head.weak_exposure_change, context.money);
  return {
    label: t`Owed by weak clients (${watchedGrades(list.rows)})`, value: context.money(head.weak_exposure),
    delta: difference && t`${difference} since ${before(head)}`, isGood: head.weak_exposure_change === null ? undefined : head.weak_exposure_change <= 0,
    note: t`${count(head.weak_clients, "client")}, ${percent0(head.weak_exposure_share)} of what is open`, sources: [headline, list],
  };
}

function receivablesTiles(context: Context, headline: Table<Headline>, head: Headline): KpiOptions[] {
  const months = context.read<Month>("receivables_months");
  // The course of the months is that of all customers.
  const course = (value: (month: Month) => number | null, format: Format) => (isPart(context) ? { sources: [headline] }
    : { trend: { points: months.rows.map((month) => ({ date: month.month_end, value: value(month) })), format }, sources: [headline, months] });
  const days = signed(head.dso_change_days, decimal1);
  return [{
    label: t`Overdue share of what is owed`, value: percent(head.overdue_share),
    delta: head.overdue_share_change === null ? undefined : t`${pointsChange(head.overdue_share_change)} since ${before(head)}`, isGood: head.overdue_share_change === null ? undefined : head.overdue_share_change <= 0,
    note: t`${context.money(head.overdue_amount)} of ${context.money(head.owed_amount)} is past its due date`,
    ...course((month) => month.overdue_share, percent),
  }, {
    label: t`Days sales outstanding (DSO)`, value: head.dso_days === null ? MISSING : t`${decimal1(head.dso_days)} days`,
    delta: days && t`${days} days since ${before(head)}`, isGood: head.dso_change_days === null ? undefined : head.dso_change_days <= 0,
    note: t`What is open, in days of billing of the last ${integer(head.dso_window_days)} days`,
    ...course((month) => month.dso_days, (value) => t`${decimal1(value)} days`),
  }];
}

/** Where no invoices say what is owed. */
function statementTiles(context: Context, headline: Table<Headline>, head: Headline): KpiOptions[] {
  const list = context.read<Grade>("solvency_grades");
  const zones = context.read<Group>("solvency_groups");
  const distress = zones.rows.find((group) => group.dimension === "altman_zone" && group.group_name === "distress");
  return [{
    label: t`Clients graded`, value: t`${integer(head.clients_graded)} of ${integer(head.clients)}`,
    delta: t`${integer(head.clients_worsened)} worse, ${integer(head.clients_improved)} better than a statement before`, sources: [headline],
  }, {
    label: t`Weak clients (grade ${watchedGrades(list.rows)})`, value: integer(head.weak_clients),
    ...(head.weak_clients_before !== null && { delta: t`${integer(head.weak_clients_before)} on ${before(head)}`, isGood: (head.weak_clients ?? 0) <= head.weak_clients_before }),
    note: t`What they owe is not known without invoices`, sources: [headline, list],
  }, {
    label: t`In Altman's distress zone`, value: integer(distress?.clients ?? 0),
    note: t`A warning of bankruptcy, from five parts of a statement`, sources: [zones],
  }, {
    label: t`Clients whose last statement is too old`, value: integer(head.clients_stale),
    note: t`Over ${integer(head.stale_after_months)} months; the balance sheet of ${count(head.clients_unbalanced, "client")} does not add up`, sources: [headline],
  }];
}
