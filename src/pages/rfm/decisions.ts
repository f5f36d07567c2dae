import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { rankedBars } from "../../components/rankedBars.js";
import { count, decimal1, integer, percent, percent0, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { Group, ListedCustomer, Summary } from "./rows.js";
import { amountTitle, daysAgo, named, quoted, windowWords } from "./words.js";

/** The decision segments in figures, and the head of each with what to do. */
export function decisions(context: Context, summary: Table<Summary>, head: Summary): Element[] {
  const groups = context.read<Group>("rfm_group_figures");
  const segments = groups.rows.filter(({ scheme }) => scheme === "decision");
  const customers = context.read<ListedCustomer>("rfm_decision_customers");
  return [
    figures(context, groups, summary, head, segments),
    ...segments.map((segment, index) => headOf(context, groups, customers, segment, spanOf(index, segments.length))),
  ];
}

/** Three cards a row; the last two, or the last one, take what is left. */
function spanOf(index: number, total: number): 4 | 6 | 12 {
  const left = total % 3;
  if (left === 0 || index < total - left) return 4;
  return left === 2 ? 6 : 12;
}

function figures(context: Context, groups: Table<Group>, summary: Table<Summary>, head: Summary, segments: Group[]): Element {
  const title = head.best_customers === 0 ? "No customer is better than the mean in all three: recency, orders and amount"
    : head.best_revenue_share === null ? `${count(head.best_customers, "customer")} of ${integer(head.customers)} are ${quoted(words(head.best_decision))}`
      : `${percent(head.best_customer_share)} of the customers, ${quoted(words(head.best_decision))}, bring ${percent0(head.best_revenue_share)} of the revenue`;
  return card(context, {
    title, subtitle: `${count(head.customers, "customer")}, each compared with the mean of all in recency, number of orders and amount. Revenue counts ${windowWords(head)}; what to do for each group, and for whom first, stands below`,
    sources: [groups, summary], span: 12,
  },
    rankedBars(segments, {
      caption: "Decision segments", groupTitle: "Segment", figureTitle: "Revenue",
      label: (row) => named(words(row.name), row.name_zh),
      figure: { value: (row) => row.revenue, text: (row) => context.money(row.revenue) },
      further: [
        { label: "Of revenue", value: (row) => percent(row.revenue_share), align: "right" },
        { label: "Customers", value: (row) => integer(row.customers), align: "right" },
        { label: "Of customers", value: (row) => percent(row.customer_share), align: "right" },
        { label: "Last order, mean", value: (row) => daysAgo(row.mean_recency_days), align: "right" },
        { label: "Orders, mean", value: (row) => decimal1(row.mean_orders), align: "right" },
        { label: `${amountTitle(head)}, mean`, value: (row) => context.money(row.mean_amount), align: "right" },
      ],
    }));
}

function headOf(context: Context, groups: Table<Group>, customers: Table<ListedCustomer>, segment: Group, span: 4 | 6 | 12): Element {
  const listed = customers.rows.filter(({ decision }) => decision === segment.name);
  const subtitle = listed.length === 0 ? undefined
    : listed.length === segment.customers ? "All of them, by revenue" : `The ${integer(listed.length)} with the most revenue`;
  const share = segment.revenue_share === null || segment.customers === 0 ? "" : `, ${percent(segment.revenue_share)} of the revenue`;
  return card(context, { title: `${words(segment.name)}: ${segment.customers === 0 ? "no customers" : count(segment.customers, "customer")}${share}`, ...(subtitle && { subtitle }), sources: [customers, groups], span },
    segment.customers > 0 ? html`<p class="todo">${segment.action}.</p>` : null,
    dataTable(listed, [
      { label: "Customer", value: (row) => named(row.label, row.segment), isRowHeader: true },
      { label: "Revenue", value: (row) => context.money(row.revenue), align: "right" },
      { label: "Orders", value: (row) => integer(row.orders), align: "right" },
      { label: "Last order", value: (row) => daysAgo(row.recency_days), align: "right" },
    ], { caption: `Customers of the segment ${segment.name} with the most revenue`, first: 5, noun: "customer", empty: "No customer is in this segment." }));
}
