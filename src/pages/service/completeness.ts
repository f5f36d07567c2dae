import * as d3 from "d3";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { emptyState } from "../../components/emptyState.js";
import { heading, note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { stackedBar } from "../../components/stackedBar.js";
import { twoColumns } from "../../components/twoColumns.js";
import { withNote } from "../../components/withNote.js";
import { count, decimal1, integer, percent, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Cause, Group, Headline, Measure, Product } from "./rows.js";
import { causeName, days, groupTitle } from "./words.js";

/** Rows of a list that stand open, and the height of what a card has beside its rows. */
const [FIRST, FRAME] = [8, 7];

/** Whether all that was ordered left, and what else failed: by cause and product. */
export function completeness(context: Context, source: Table<Headline>, head: Headline, scores: Table<Measure>): Element[] {
  const causes = context.read<Cause>("service_causes");
  const products = context.read<Product>("service_products");
  const told = [
    ...(head.has_fills ? [{ element: fills(context, source, head, scores), height: FRAME + 6 }, ...byCategory(context)] : []),
    ...(causes.rows.length > 0 ? [{ element: whatFailed(context, causes), height: FRAME + 2 * Math.min(FIRST, causes.rows.length) }] : []),
    ...(products.rows.length > 0 ? [{ element: failingProducts(context, products, head), height: FRAME + 2 * Math.min(FIRST, products.rows.length) }] : []),
  ];
  const parts = [
    ...(told.length > 0 ? [twoColumns(told)] : []),
    ...(head.has_fills ? [] : [emptyState(context, ["order_lines"], t`Fill rates and backorders are told where order lines say what left: shipped_quantity, or the shipped_date of a line.`)]),
    ...(head.has_returns ? [] : [emptyState(context, ["returns"], t`Return and damage rates, and returns by reason and product, would stand here.`)]),
  ];
  return [...heading(t`Was it all there, and what failed?`), ...parts];
}

function fills(context: Context, source: Table<Headline>, head: Headline, scores: Table<Measure>): Element {
  const backorders = scores.rows.find(({ measure }) => measure === "backorder_days");
  const value = (measure: string) => scores.rows.find((row) => row.measure === measure)?.value ?? null;
  const short = (head.followed_lines ?? 0) + (head.awaited_lines ?? 0);
  const title = short === 0 ? t`Every line left whole`
    : head.awaited_lines === 0 ? t`${count(short, "order line")} left short; the rest of each followed`
      : t`${count(short, "order line")} left short; of ${integer(head.awaited_lines)} the rest is still awaited`;
  return card(context, { title, subtitle: t`Order lines of ${context.window.title} of which it is known what left with the order`, sources: [source, scores], span: 6 },
    stackedBar([
      { name: t`Left whole`, value: head.filled_lines ?? 0, text: integer(head.filled_lines), tone: "good" },
      { name: t`Rest followed`, value: head.followed_lines ?? 0, text: integer(head.followed_lines), tone: "warn" },
      { name: t`Rest awaited`, value: head.awaited_lines ?? 0, text: integer(head.awaited_lines), tone: "bad" },
    ], { label: t`Order lines by what left of them` }),
    note(t`Left whole: ${percent(value("order_fill_rate"))} of the orders, ${percent(value("line_fill_rate"))} of the lines, ${percent(value("unit_fill_rate"))} of the units.`),
    backorders?.value === null || backorders === undefined ? null
      : note(backorders.standard === null ? t`The rest followed after ${days(backorders.value)} on average.` : t`The rest followed after ${days(backorders.value)} on average; the standard is ${days(backorders.standard)}.`),
    head.unknown_lines ? note(t`Not counted: ${count(head.unknown_lines, "order line")}, not left yet or without a note of what did.`) : null);
}

function byCategory(context: Context): { element: Element; height: number }[] {
  const table = context.read<Group>("service_groups");
  const rows = table.rows.filter(({ dimension, line_fill_rate: rate }) => dimension === "category" && rate !== null).sort((a, b) => a.line_fill_rate! - b.line_fill_rate!);
  const [worst, next] = rows;
  if (!worst || !next) return [];
  const element = card(context, {
    title: t`${groupTitle(worst.group_name, "category")} leave short most: ${percent(worst.line_fill_rate)} of the lines left whole, of all others ${percent(next.line_fill_rate)} or more`,
    subtitle: t`Lines and orders of ${context.window.title} by product category, the least complete first`, sources: [table], span: 6,
  }, dataTable(rows, [
    { label: t`Category`, value: (row) => groupTitle(row.group_name, "category"), isRowHeader: true },
    { label: t`Lines whole`, value: (row) => percent(row.line_fill_rate), number: (row) => row.line_fill_rate, align: "right" },
    { label: t`Orders whole`, value: (row) => percent(row.order_fill_rate), number: (row) => row.order_fill_rate, align: "right" },
    { label: t`Perfect`, value: (row) => percent0(row.perfect_order_rate), number: (row) => row.perfect_order_rate, align: "right" },
  ], { caption: t`What left whole, by product category` }));
  return [{ element, height: FRAME + 1.5 * rows.length }];
}

function whatFailed(context: Context, table: Table<Cause>): Element {
  const [first] = table.rows;
  return card(context, {
    title: t`${causeName(first!.failure, first!.cause)}: ${percent0(first!.share)} of all that failed`, sources: [table], span: 6,
    subtitle: t`Orders late or incomplete, returns by reason and complaints by subject, of ${context.window.title}. One order may fail in several`,
  }, rankedBars(table.rows, {
    caption: t`What failed`, groupTitle: t`What failed`, figureTitle: t`Cases`, first: FIRST, noun: "cause",
    label: (row) => causeName(row.failure, row.cause), figure: { value: (row) => row.cases, text: (row) => integer(row.cases) },
    further: [
      { label: t`Before`, value: (row) => integer(row.prior_cases), align: "right" },
      { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
    ],
  }));
}

function failingProducts(context: Context, table: Table<Product>, head: Headline): Element {
  const first = table.rows[0]!;
  const worst = d3.greatest(table.rows, (row) => row.failures_per_100_lines)!;
  const found = card(context, {
    title: t`${named(first)} fails most beyond what is usual: ${count(first.failures, "case")} in ${count(first.lines, "order line")}`, sources: [table], span: 6,
    subtitle: worst === first ? t`Short lines, returns and complaints by product, those with the most beyond what so many lines usually have first`
      : t`Short lines, returns and complaints by product, those with the most beyond what so many lines usually have first. By line ${named(worst)} is the worst: ${decimal1(worst.failures_per_100_lines)} in 100`,
  }, dataTable(table.rows, [
    { label: t`Product`, value: (row) => withNote(named(row), row.category ?? ""), isRowHeader: true },
    { label: t`Cases`, value: (row) => integer(row.failures), align: "right" },
    { label: t`In 100 lines`, value: (row) => decimal1(row.failures_per_100_lines), align: "right" },
    ...(head.has_fills ? [{ label: t`Short`, value: (row: Product) => integer(row.short_lines), align: "right" as const }] : []),
    ...(head.has_returns ? [{ label: t`Returns`, value: (row: Product) => integer(row.returns), align: "right" as const }] : []),
    ...(head.has_tickets ? [{ label: t`Complaints`, value: (row: Product) => integer(row.complaints), align: "right" as const }] : []),
  ], { caption: t`Products that fail more than others`, first: FIRST, noun: "product" }));
  found.id = "products";
  return found;
}

const named = (row: Product) => row.name ?? row.product_id;
