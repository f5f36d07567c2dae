import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { note } from "../../components/heading.js";
import { heatMap } from "../../components/heatMap.js";
import { count, decimal1, integer, percent0, type Format } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { Cell, Cut, ScoreRange, Summary } from "./rows.js";
import { amountTitle, named } from "./words.js";

/** The heat map of recency and frequency, and from where on the scores count. */
export function scores(context: Context, head: Summary): Element[] {
  const ranges = context.read<ScoreRange>("rfm_score_ranges");
  return [heat(context, ranges), limits(context, ranges, head)];
}

const best = [5, 4, 3, 2, 1];

const reach = ({ lowest, highest }: ScoreRange, format: Format) => {
  if (lowest === null) return "nobody";
  const [from, to] = [format(lowest), format(highest)];
  return from === to ? from : `${from} to ${to}`;
};

function heat(context: Context, ranges: Table<ScoreRange>): Element {
  const cells = context.read<Cell>("rfm_heat_map");
  const { money } = context;
  const place = (measure: ScoreRange["measure"], score: number) => ranges.rows.find((row) => row.measure === measure && row.score === score)!;
  const rowName = (score: number) => `${score}: ${reach(place("recency", score), integer)}`;
  const columnName = (score: number) => `${score}: ${reach(place("frequency", score), integer)}`;
  const [top] = [...cells.rows].sort((a, b) => b.revenue - a.revenue);
  const title = top && top.revenue_share !== null
    ? `${percent0(top.revenue_share)} of the revenue comes from the ${percent0(top.customer_share)} of customers with recency ${top.recency_score} and frequency ${top.frequency_score}`
    : "Customers by recency and frequency";
  return card(context, {
    title, subtitle: "Revenue by the score for the last order (rows, days ago) and for the number of orders (columns); below it customers and their mean amount. The stronger the colour, the more revenue; 5 is the best score",
    sources: [cells, ranges], span: 7,
  },
    heatMap(cells.rows.map((cell) => ({
      row: rowName(cell.recency_score), column: columnName(cell.frequency_score),
      value: cell.customers === 0 ? null : cell.revenue, text: money(cell.revenue), detail: `${integer(cell.customers)} × ${money(cell.mean_amount)}`,
    })), { caption: "Revenue, customers and mean amount by recency and frequency", rows: best.map(rowName), columns: best.map(columnName), rowTitle: "Days ago", columnTitle: "Frequency: orders" }));
}

function limits(context: Context, ranges: Table<ScoreRange>, head: Summary): Element {
  const cuts = context.read<Cut>("rfm_score_cuts");
  const { money } = context;
  const of = (measure: ScoreRange["measure"], score: number) => ranges.rows.find((row) => row.measure === measure && row.score === score)!;
  const [recency, frequency, monetary] = (["recency", "frequency", "monetary"] as const).map((measure) => of(measure, 5)) as [ScoreRange, ScoreRange, ScoreRange];
  const isWhole = [recency, frequency, monetary].every(({ lowest }) => lowest !== null);
  const from = (measure: ScoreRange["measure"], score: number, text: (row: ScoreRange) => string) => {
    const row = of(measure, score);
    return row.customers === 0 ? "nobody" : named(text(row), integer(row.customers));
  };
  return card(context, {
    title: isWhole ? `Best scores: last order up to ${count(recency.highest, "day")} ago, ${count(frequency.lowest, "order")} or more, ${money(monetary.lowest)} or more` : "From where to where each score reaches",
    subtitle: `Amount is the ${amountTitle(head).toLowerCase()}. Below each limit the number of customers; equal customers always get the same score`, sources: [ranges, cuts], span: 5,
  },
    dataTable(best, [
      { label: "Score", value: (score) => String(score), isRowHeader: true },
      { label: "Last order, ago", value: (score) => from("recency", score, (row) => `up to ${count(row.highest, "day")}`), align: "right" },
      { label: "Orders", value: (score) => from("frequency", score, (row) => `from ${integer(row.lowest)}`), align: "right" },
      { label: "Amount", value: (score) => from("monetary", score, (row) => `from ${money(row.lowest)}`), align: "right" },
    ], { caption: "Where each score begins" }),
    disclosure("The cut points", {},
      dataTable(cuts.rows, [
        { label: "Customers up to it", value: (row) => percent0(row.share), isRowHeader: true },
        { label: "Days", value: (row) => decimal1(row.recency_quantile_days), align: "right" },
        { label: "Orders", value: (row) => decimal1(row.orders_quantile), align: "right" },
        { label: "Amount", value: (row) => money(row.amount_quantile), align: "right" },
        { label: "Days count from", value: (row) => decimal1(row.recency_bound_days), align: "right" },
        { label: "Orders from", value: (row) => decimal1(row.orders_bound), align: "right" },
        { label: "Amount from", value: (row) => money(row.amount_bound), align: "right" },
      ], { caption: "Quantiles and the bounds that scores begin from" }),
      note("To the left the quantile of each measure; to the right the value from which the next score counts, one step beyond the quantile or fixed by a setting.")));
}
