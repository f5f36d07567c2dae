import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { heatMap } from "../../components/heatMap.js";
import { count, daysAgo, decimal1, integer, percent0, type Format } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { isPart } from "../selected.js";
import type { Cell, Cut, Group, ScoreRange, Summary } from "./rows.js";
import { amountTitle, named, windowWords } from "./words.js";

/** The means of all customers, which decide who is better, whoever is selected. */
export const boundsOf = (head: Summary) => ({
  recency_days: head.all_mean_recency_days ?? head.mean_recency_days, orders: head.all_mean_orders ?? head.mean_orders, amount: head.all_mean_amount ?? head.mean_amount,
});

/** The heat map of recency and frequency, and the means that part better from worse. */
export const scores = (context: Context, summary: Table<Summary>, head: Summary): Element[] => [heat(context, head), means(context, summary, head)];

const best = [5, 4, 3, 2, 1];

const rangeOf = (ranges: Table<ScoreRange>, measure: ScoreRange["measure"], score: number) => ranges.rows.find((row) => row.measure === measure && row.score === score)!;

const reach = ({ lowest, highest }: ScoreRange, format: Format) => {
  if (lowest === null) return t`nobody`;
  const [from, to] = [format(lowest), format(highest)];
  return from === to ? from : t`${from} to ${to}`;
};

function heat(context: Context, head: Summary): Element {
  const cells = context.read<Cell>("rfm_heat_map");
  const ranges = context.read<ScoreRange>("rfm_score_ranges");
  const { money } = context;
  const rangeName = (measure: ScoreRange["measure"], score: number) => reach(rangeOf(ranges, measure, score), integer);
  const rowName = (score: number) => t`${score}: ${rangeName("recency", score)}`;
  const columnName = (score: number) => t`${score}: ${rangeName("frequency", score)}`;
  const [top] = [...cells.rows].sort((a, b) => b.revenue - a.revenue);
  const title = top && top.revenue_share !== null
    ? t`${percent0(top.revenue_share)} of the revenue comes from ${percent0(top.customer_share)} of the customers: last order ${rangeName("recency", top.recency_score)} days ago, orders ${rangeName("frequency", top.frequency_score)}`
    : t`Customers by recency and frequency`;
  return card(context, {
    title, subtitle: t`Revenue, below it customers, by days since the last order (rows) and number of orders (columns), each after its score from 5, the best, to 1. Counts ${windowWords(head)}`,
    // Which days and orders a score is for does not change with who is selected.
    sources: isPart(context) ? [cells] : [cells, ranges], span: 7,
  },
    heatMap(cells.rows.map((cell) => ({
      row: rowName(cell.recency_score), column: columnName(cell.frequency_score),
      value: cell.customers === 0 ? null : cell.revenue,
      text: groupLink(money(cell.revenue), { recency_score: cell.recency_score, frequency_score: cell.frequency_score }, cell.customers),
      detail: integer(cell.customers),
    })), {
      caption: t`Revenue and customers by recency and frequency`, rows: best.map(rowName), columns: best.map(columnName),
      rowTitle: t`Days ago`, columnTitle: t`Orders`,
    }));
}

/** The classes that are better than the mean in a measure: half of the eight. */
const classesOf = (context: Context, isBetter: "recency_is_better" | "frequency_is_better" | "monetary_is_better") =>
  context.read<Group>("rfm_group_figures").rows.filter((row) => row.scheme === "class" && row[isBetter]).map(({ name }) => name);

function means(context: Context, summary: Table<Summary>, head: Summary): Element {
  const { money } = context;
  const bounds = boundsOf(head);
  const rows = [
    { name: t`Last order`, mean: daysAgo(bounds.recency_days), customers: head.recency_better_customers, better: t`later`, classes: classesOf(context, "recency_is_better") },
    { name: t`Orders`, mean: decimal1(bounds.orders), customers: head.frequency_better_customers, better: t`more`, classes: classesOf(context, "frequency_is_better") },
    { name: amountTitle(head), mean: money(bounds.amount), customers: head.monetary_better_customers, better: t`more`, classes: classesOf(context, "monetary_is_better") },
  ];
  const all = count(head.customers, "customer");
  return card(context, {
    title: head.monetary_better_customers === 1 ? t`1 of ${all} lies above the mean amount of ${money(bounds.amount)}`
      : t`${integer(head.monetary_better_customers)} of ${all} lie above the mean amount of ${money(bounds.amount)}`,
    subtitle: isPart(context) ? t`The means of all customers, which decide to which group a customer belongs` : t`The means that decide to which group a customer belongs`, sources: [summary], span: 5,
  },
    dataTable(rows, [
      { label: t`Measure`, value: (row) => row.name, isRowHeader: true },
      { label: t`Mean`, value: (row) => row.mean, align: "right" },
      { label: t`Better`, value: (row) => named(groupLink(count(row.customers, "customer"), { class: row.classes }, row.customers), row.better), align: "right", bar: (row) => (head.customers > 0 ? row.customers / head.customers : null) },
    ], { caption: t`Means, and the customers better than each` }),
    note(t`A few very large customers pull a mean up: then few are above it. A customer exactly at the mean counts as worse.`));
}

/** From where on each score counts. */
export function limits(context: Context, head: Summary): Element[] {
  const ranges = context.read<ScoreRange>("rfm_score_ranges");
  const cuts = context.read<Cut>("rfm_score_cuts");
  const { money } = context;
  const [recency, frequency, monetary] = (["recency", "frequency", "monetary"] as const).map((measure) => rangeOf(ranges, measure, 5)) as [ScoreRange, ScoreRange, ScoreRange];
  const isWhole = [recency, frequency, monetary].every(({ lowest }) => lowest !== null);
  const from = (measure: ScoreRange["measure"], score: number, text: (row: ScoreRange) => string) => {
    const row = rangeOf(ranges, measure, score);
    return row.customers === 0 ? t`nobody` : named(text(row), groupLink(count(row.customers, "customer"), { [`${measure}_score`]: score }, row.customers));
  };
  return [card(context, {
    title: isWhole ? t`Best scores: last order up to ${count(recency.highest, "day")} ago, ${count(frequency.lowest, "order")} or more, ${money(monetary.lowest)} or more` : t`From where to where each score reaches`,
    subtitle: head.amount_is === "mean" ? t`Amount is the revenue per order. Equal customers always get the same score` : t`Amount is the revenue per customer. Equal customers always get the same score`, sources: [ranges, cuts], span: 12,
  },
    dataTable(best, [
      { label: t`Score`, value: (score) => String(score), isRowHeader: true },
      { label: t`Last order, ago`, value: (score) => from("recency", score, (row) => t`up to ${count(row.highest, "day")}`), align: "right" },
      { label: t`Orders`, value: (score) => from("frequency", score, (row) => t`from ${integer(row.lowest)}`), align: "right" },
      { label: t`Amount`, value: (score) => from("monetary", score, (row) => t`from ${money(row.lowest)}`), align: "right" },
    ], { caption: t`Where each score begins` }),
    cutTable(context, cuts))];
}

const cutTable = ({ money }: Context, cuts: Table<Cut>) => disclosure(t`The cut points`, {},
  dataTable(cuts.rows, [
    { label: t`Customers up to it`, value: (row) => percent0(row.share), isRowHeader: true },
    { label: t`Days`, value: (row) => decimal1(row.recency_quantile_days), align: "right" },
    { label: t`Orders`, value: (row) => decimal1(row.orders_quantile), align: "right" },
    { label: t`Amount`, value: (row) => money(row.amount_quantile), align: "right" },
    { label: t`Days count from`, value: (row) => decimal1(row.recency_bound_days), align: "right" },
    { label: t`Orders from`, value: (row) => decimal1(row.orders_bound), align: "right" },
    { label: t`Amount from`, value: (row) => money(row.amount_bound), align: "right" },
  ], { caption: t`Quantiles and the bounds that scores begin from` }),
  note(t`To the left the quantile of each measure; to the right the value from which the next score counts, one step beyond the quantile or fixed by a setting.`));
