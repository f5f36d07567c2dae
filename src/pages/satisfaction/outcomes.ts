import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { heading, note } from "../../components/heading.js";
import { interval } from "../../components/interval.js";
import { change, count, integer, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { withNote } from "../../components/withNote.js";
import { valueName } from "../../lib/valueName.js";
import type { Outcome, Terms } from "./rows.js";
import { className } from "./words.js";

/** What customers went on to buy, by what they had answered. */
export function outcomes(context: Context, terms: Terms): Element[] {
  const table = context.read<Outcome>("satisfaction_outcomes");
  const all = table.rows.filter(({ kind }) => kind === "all");
  if (!all.some(({ customers }) => customers > 0)) return [];
  return [...heading(t`What detractors went on to buy`), again(context, table, all), revenue(context, table, terms)];
}

/** Whether detractors bought less than promoters by more than chance. */
export function outcomeTitle(all: Outcome[]): string {
  const [promoters, detractors] = ["promoter", "detractor"].map((name) => all.find(({ recommend_class: answer }) => answer === name));
  if (!detractors || detractors.again_rate === null || !promoters || promoters.again_rate === null) return t`Who ordered again after the answer`;
  const [of, days] = [percent0(detractors.again_rate), integer(detractors.days)];
  const isLess = detractors.again_high! < promoters.again_low!;
  return isLess ? t`${of} of the detractors ordered again within ${days} days, of the promoters ${percent0(promoters.again_rate)}`
    : t`${of} of the detractors ordered again within ${days} days, of the promoters ${percent0(promoters.again_rate)}: no difference that chance would not explain`;
}

function again(context: Context, table: Table<Outcome>, all: Outcome[]): Element {
  const sum = (of: (row: Outcome) => number) => all.reduce((total, row) => total + of(row), 0);
  const [recent, early] = [sum((row) => row.too_recent), sum((row) => row.too_early)];
  const days = all[0]!.days;
  return card(context, { title: outcomeTitle(all), subtitle: t`Share of customers with an order in the ${count(days, "day")} after the answer; of each the last answer whose ${count(days, "day")} are over`, sources: [table], span: 6 },
    interval(all.filter(({ customers }) => customers > 0).map((row) => ({
      name: className(row.recommend_class), value: row.again_rate, low: row.again_low, high: row.again_high, detail: t`${integer(row.ordered_again)} of ${count(row.customers, "customer")}`,
    })), { caption: t`Share that ordered again`, nameTitle: t`Answer`, valueTitle: t`Ordered again`, format: percent0 }),
    recent + early === 0 ? null : note(t`Left out: ${count(recent, "customer")} whose answer is too recent, and ${count(early, "customer")} whose orders before it are not on record.`));
}

function revenue(context: Context, table: Table<Outcome>, terms: Terms): Element {
  const { money } = context;
  const rows = table.rows.filter(({ customers }) => customers > 0);
  const kinds = new Set(rows.map(({ kind }) => kind));
  const [all, apart] = [rows.filter(({ kind }) => kind === "all"), rows.filter(({ kind }) => kind !== "all")];
  const title = revenueTitle(all);
  const figures = (shown: Outcome[], caption: string) => dataTable(shown, [
    { label: t`Answer`, value: (row) => (row.kind === "all" ? className(row.recommend_class) : t`${valueName(row.kind, "kind")}: ${className(row.recommend_class).toLowerCase()}`), isRowHeader: true },
    { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
    { label: t`Before`, value: (row) => money(row.revenue_before), number: (row) => row.revenue_before, align: "right" },
    { label: t`After`, value: (row) => money(row.revenue_after), number: (row) => row.revenue_after, align: "right" },
    { label: t`Change`, value: (row) => withNote(change(row.change_rate), row.change_low === null || row.change_high === null ? "" : t`${change(row.change_low)} to ${change(row.change_high)}`), number: (row) => row.change_rate, align: "right" },
  ], { caption });
  return card(context, { title, subtitle: t`Revenue in the ${count(rows[0]!.days, "day")} before and after the answer. Below a change: where it lies with a chance of ${percent0(terms.confidence)}, told from ${count(terms.min_answers, "customer")} on`, sources: [table], span: 6 },
    figures(all, t`Revenue before and after the answer`),
    // One kind alone is all of them.
    kinds.size > 2 ? disclosure(t`By kind of customer`, {}, figures(apart, t`Revenue before and after the answer, by kind of customer`)) : null,
    note(t`Who is asked after an order has one in the time before, so that revenue falls after most answers: compare the classes of one kind with each other, not before with after.`));
}

/** How the revenue of detractors moved against that of promoters, and whether by more than chance. */
export function revenueTitle(all: Outcome[]): string {
  const [promoters, detractors] = ["promoter", "detractor"].map((name) => all.find(({ recommend_class: answer }) => answer === name));
  if (!promoters || !detractors || promoters.change_rate === null || detractors.change_rate === null || detractors.difference_low === null || detractors.difference_high === null) return t`Revenue before and after the answer`;
  const told = t`Detractors: ${change(detractors.change_rate)} revenue after the answer; promoters: ${change(promoters.change_rate)}`;
  return detractors.difference_low > 0 || detractors.difference_high < 0 ? told : t`${told}: no difference that chance would not explain`;
}
