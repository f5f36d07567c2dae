import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { count, decimal1, integer, list, percent, percent0, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { Group, Summary } from "./rows.js";
import { amountTitle, daysAgo, named, quoted } from "./words.js";

/** Named segments by score, those with the most revenue first. */
export function segments(context: Context, head: Summary): Element[] {
  const groups = context.read<Group>("rfm_group_figures");
  const all = groups.rows.filter(({ scheme }) => scheme === "segment");
  const rows = all.filter(({ customers }) => customers > 0).sort((a, b) => b.revenue - a.revenue || a.position - b.position);
  const empty = all.filter(({ customers }) => customers === 0).map(({ name }) => name);
  const [top] = rows;
  const title = !top ? "Named segments"
    : top.revenue_share === null ? `${quoted(top.name)} is the segment with the most revenue`
      : `${quoted(top.name)}: ${percent0(top.customer_share)} of the customers, ${percent0(top.revenue_share)} of the revenue`;
  return [card(context, { title, subtitle: "Segments by the three scores, most revenue first; below each name what to do", sources: [groups], span: 12 },
    rankedBars(rows, {
      caption: "Named segments by revenue", groupTitle: "Segment and action", figureTitle: "Revenue",
      label: (row) => named(row.name, row.action),
      figure: { value: (row) => row.revenue, text: (row) => context.money(row.revenue) },
      further: [
        { label: "Of revenue", value: (row) => percent(row.revenue_share), align: "right" },
        { label: "Customers", value: (row) => integer(row.customers), align: "right" },
        { label: "Of customers", value: (row) => percent(row.customer_share), align: "right" },
        { label: "Last order, mean", value: (row) => daysAgo(row.mean_recency_days), align: "right" },
        { label: "Orders, mean", value: (row) => decimal1(row.mean_orders), align: "right" },
        { label: `${amountTitle(head)}, mean`, value: (row) => context.money(row.mean_amount), align: "right" },
      ],
    }),
    empty.length > 0 ? note(`Without customers: ${list(empty)}.`) : null)];
}

const mark = (isBetter: boolean | null, better: string, worse: string) => html`<span class="nowrap">${isBetter ? `▲ ${better}` : `▽ ${worse}`}</span>`;

/** The eight classes, and the means that they compare with. */
export function classes(context: Context, summary: Table<Summary>, head: Summary): Element[] {
  const groups = context.read<Group>("rfm_group_figures");
  const rows = groups.rows.filter(({ scheme }) => scheme === "class");
  const richest = [...rows].sort((a, b) => b.revenue - a.revenue)[0]!;
  const largest = [...rows].sort((a, b) => b.customers - a.customers)[0]!;
  const title = richest.revenue_share === null ? `The largest class is ${quoted(words(largest.name))} (${largest.name_zh})`
    : richest === largest ? `${quoted(words(richest.name))} (${richest.name_zh}) has ${percent0(richest.customer_share)} of the customers and ${percent0(richest.revenue_share)} of the revenue`
      : `${percent0(richest.revenue_share)} of the revenue is ${quoted(words(richest.name))} (${richest.name_zh}), ${percent0(largest.customer_share)} of the customers are ${quoted(words(largest.name))} (${largest.name_zh})`;
  return [
    card(context, { title, subtitle: "Each of recency, orders and amount better or worse than its mean: eight classes, and the decision segment each belongs to", sources: [groups], span: 8 },
      dataTable(rows, [
        { label: "Class", value: (row) => named(words(row.name), row.name_zh), isRowHeader: true },
        { label: "Customers", value: (row) => integer(row.customers), align: "right", bar: (row) => row.customer_share },
        { label: "Revenue", value: (row) => context.money(row.revenue), align: "right", bar: (row) => row.revenue_share },
        { label: "Last order", value: (row) => mark(row.recency_is_better, "recent", "long ago") },
        { label: "Orders", value: (row) => mark(row.frequency_is_better, "many", "few") },
        { label: "Amount", value: (row) => mark(row.monetary_is_better, "large", "small") },
        { label: "Decision", value: (row) => words(row.decision) },
      ], { caption: "The eight classes" })),
    means(context, summary, head),
  ];
}

function means(context: Context, summary: Table<Summary>, head: Summary): Element {
  const rows = [
    { name: "Last order", mean: daysAgo(head.mean_recency_days), customers: head.recency_better_customers, better: "later" },
    { name: "Orders", mean: decimal1(head.mean_orders), customers: head.frequency_better_customers, better: "more" },
    { name: amountTitle(head), mean: context.money(head.mean_amount), customers: head.monetary_better_customers, better: "more" },
  ];
  return card(context, {
    title: `${integer(head.monetary_better_customers)} of ${count(head.customers, "customer")} ${head.monetary_better_customers === 1 ? "lies" : "lie"} above the mean amount of ${context.money(head.mean_amount)}`,
    subtitle: "The means that part better from worse", sources: [summary], span: 4,
  },
    dataTable(rows, [
      { label: "Measure", value: (row) => row.name, isRowHeader: true },
      { label: "Mean", value: (row) => row.mean, align: "right" },
      { label: "Better", value: (row) => named(integer(row.customers), row.better), align: "right" },
    ], { caption: "Means, and the customers better than each" }),
    note("A few very large customers pull a mean up: then few are above it. A customer exactly at the mean counts as worse."));
}
