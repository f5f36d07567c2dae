import { emptyState } from "../components/emptyState.js";
import { heading } from "../components/heading.js";
import { kpi, type KpiOptions } from "../components/kpi.js";
import { count, decimal1, integer, percent, percent0, pointsChange } from "../lib/format.js";
import type { Context, Page, Table } from "../lib/page.js";
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
  title: "Solvency",
  question: "Can our business clients pay, who cannot, and how much do they owe us?",
  render(context) {
    const headline = context.read<Headline>("solvency_headline");
    const [head] = headline.rows;
    if (!head || (head.statements === null && head.owed_amount === null)) {
      return [...heading("What this page would show"), emptyState(context, ["financials", "invoices"],
        "Statements of business clients give their ratios, grades and trends; invoices give what they owe and how late they pay; both together give the watch list.")];
    }
    return [
      ...tiles(context, headline, head),
      ...heading("Who may not pay", "The clients that call for a decision now, the largest risk first."),
      ...watchList(context, headline, head),
      ...(head.statements === null ? [] : ungraded(context, headline, head)),
      ...profiles(context, head),
      ...heading("How sound the clients are", "Each client's latest statement is graded by its ratios; a grade says how much of what the client owes counts as at risk."),
      ...soundness(context, headline, head),
      ...heading("What they owe us", "Open invoices, how late they are, and how long payment takes."),
      ...receivables(context, headline, head),
      ...groups(context, head),
      ...(head.statements === null ? [] : evidence(context, headline, head)),
    ];
  },
};

function soundness(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  if (head.statements === null) {
    return [emptyState(context, ["financials"], "Balance sheets and income statements would add ratios, grades, trends and the outlook of each client, and compare it with its industry.")];
  }
  return [...grades(context, headline, head), ...movements(context, headline, head)];
}

function tiles(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  const hasStatements = head.statements !== null;
  const hasInvoices = head.owed_amount !== null;
  const graded = () => gradedTile(headline, head);
  const tiles = hasStatements && hasInvoices ? [graded(), weakExposureTile(context, headline, head), ...receivablesTiles(context, headline, head)]
    : hasStatements ? [graded(), ...statementTiles(context, headline, head)]
      : [...owedTiles(context, headline, head), ...receivablesTiles(context, headline, head)];
  return tiles.map((tile) => kpi(context, tile));
}

function gradedTile(headline: Table<Headline>, head: Headline): KpiOptions {
  return {
    label: "Clients graded by their statements", value: `${integer(head.clients_graded)} of ${integer(head.clients)}`,
    delta: `${integer(head.clients_worsened)} worse, ${integer(head.clients_improved)} better than a statement before`,
    note: `Latest statement too old: ${count(head.clients_stale, "client")}; balance sheet does not add up: ${integer(head.clients_unbalanced)}`, sources: [headline],
  };
}

function weakExposureTile(context: Context, headline: Table<Headline>, head: Headline): KpiOptions {
  const list = context.read<Grade>("solvency_grades");
  const difference = signed(head.weak_exposure_change, context.money);
  return {
    label: `Owed by weak clients (grade ${watchedGrades(list.rows)})`, value: context.money(head.weak_exposure),
    delta: difference && `${difference} since ${before(head)}`, isGood: head.weak_exposure_change === null ? undefined : head.weak_exposure_change <= 0,
    note: `${count(head.weak_clients, "client")}, ${percent0(head.weak_exposure_share)} of all that is open`, sources: [headline, list],
  };
}

function receivablesTiles(context: Context, headline: Table<Headline>, head: Headline): KpiOptions[] {
  const months = context.read<Month>("receivables_months");
  const days = signed(head.dso_change_days, decimal1);
  return [{
    label: "Overdue share of what is owed", value: percent(head.overdue_share),
    delta: head.overdue_share_change === null ? undefined : `${pointsChange(head.overdue_share_change)} since ${before(head)}`, isGood: head.overdue_share_change === null ? undefined : head.overdue_share_change <= 0,
    note: `${context.money(head.overdue_amount)} of ${context.money(head.owed_amount)} is past its due date`,
    trend: months.rows.map((month) => month.overdue_share), sources: [headline, months],
  }, {
    label: "Days sales outstanding (DSO)", value: head.dso_days === null ? "–" : `${decimal1(head.dso_days)} days`,
    delta: days && `${days} days since ${before(head)}`, isGood: head.dso_change_days === null ? undefined : head.dso_change_days <= 0,
    note: `What is open, in days of billing of the last ${integer(head.dso_window_days)}`,
    trend: months.rows.map((month) => month.dso_days), sources: [headline, months],
  }];
}

/** Where no invoices say what is owed. */
function statementTiles(context: Context, headline: Table<Headline>, head: Headline): KpiOptions[] {
  const list = context.read<Grade>("solvency_grades");
  const zones = context.read<Group>("solvency_groups");
  const distress = zones.rows.find((group) => group.dimension === "altman_zone" && group.group_name === "distress");
  return [{
    label: `Weak clients (grade ${watchedGrades(list.rows)})`, value: integer(head.weak_clients),
    ...(head.weak_clients_before !== null && { delta: `${integer(head.weak_clients_before)} on ${before(head)}`, isGood: (head.weak_clients ?? 0) <= head.weak_clients_before }),
    note: "What they owe is not known without invoices", sources: [headline, list],
  }, {
    label: "In Altman's distress zone", value: integer(distress?.clients ?? 0),
    note: "Altman's score warns of bankruptcy, from five parts of a statement", sources: [zones],
  }, {
    label: "Clients whose last statement is too old", value: integer(head.clients_stale),
    note: `Older than ${head.stale_after_months} months; the balance sheet of ${count(head.clients_unbalanced, "client")} does not add up`, sources: [headline],
  }];
}

/** Where no statements say who is weak. */
function owedTiles(context: Context, headline: Table<Headline>, head: Headline): KpiOptions[] {
  const difference = signed(head.open_amount_change, context.money);
  return [{
    label: "Open with us", value: context.money(head.open_amount), delta: difference && `${difference} since ${before(head)}`,
    note: `By ${count(head.clients, "client")} that we give credit to or billed`, sources: [headline],
  }, {
    label: "At risk on the watch list", value: context.money(head.watched_at_risk),
    note: `${count(head.watched_clients, "client")}, by how late they pay`, sources: [headline],
  }];
}
