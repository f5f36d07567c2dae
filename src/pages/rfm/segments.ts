import * as d3 from "d3";
import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { count, daysAgo, decimal1, integer, list, percent, percent0, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import type { Group, Scheme, Summary } from "./rows.js";
import { amountTitle, groupName, named, quoted, revenueTitle } from "./words.js";

/** Named segments by score, those with the most revenue first. */
export function segments(context: Context, head: Summary): Element[] {
  const groups = context.read<Group>("rfm_group_figures");
  const all = groups.rows.filter(({ scheme }) => scheme === "segment");
  const rows = all.filter(({ customers }) => customers > 0).sort((a, b) => b.revenue - a.revenue || a.position - b.position);
  const empty = all.filter(({ customers }) => customers === 0).map(groupName);
  const [top] = rows;
  const title = !top ? t`Named segments`
    : top.revenue_share === null ? t`${quoted(groupName(top))} is the segment with the most revenue`
      : t`${quoted(groupName(top))}: ${percent0(top.customer_share)} of the customers, ${percent0(top.revenue_share)} of the revenue`;
  return [card(context, { title, subtitle: t`Segments by the three scores, most revenue first`, sources: [groups], span: 12 },
    rankedBars(rows, {
      caption: t`Named segments by revenue`, groupTitle: t`Segment and usual action`, figureTitle: revenueTitle(head),
      label: (row) => named(groupLink(groupName(row), { named_segment: row.name }, row.customers), phrase(row.action)),
      figure: { value: (row) => row.revenue, text: (row) => context.money(row.revenue) },
      further: [
        { label: t`Of revenue`, value: (row) => percent(row.revenue_share), align: "right" },
        { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
        { label: t`Of customers`, value: (row) => percent(row.customer_share), align: "right" },
        { label: t`Last order, mean`, value: (row) => daysAgo(row.mean_recency_days), number: (row) => row.mean_recency_days, align: "right" },
        { label: t`Orders, mean`, value: (row) => decimal1(row.mean_orders), align: "right" },
        { label: t`${amountTitle(head)}, mean`, value: (row) => context.money(row.mean_amount), align: "right" },
      ],
    }),
    empty.length > 0 ? note(t`Without customers: ${list(empty)}.`) : null), ...otherSchemes(context, head)];
}

/** The same customers by the schemes of names that they are not shown by. */
function otherSchemes(context: Context, head: Summary): Element[] {
  const table = context.read<Scheme>("rfm_scheme_figures");
  const schemes = d3.group(table.rows.filter(({ is_shown }) => !is_shown), ({ scheme }) => scheme);
  return [...schemes].map(([scheme, rows]) => {
    const top = [...rows].sort((a, b) => b.revenue - a.revenue || a.position - b.position)[0]!;
    const title = top.revenue_share === null ? t`By ${phrase(scheme)}: ${count(rows.length, "segment")}`
      : t`By ${phrase(scheme)}: ${quoted(words(top.segment))} are ${percent0(top.customer_share)} of the customers and ${percent0(top.revenue_share)} of the revenue`;
    return card(context, { title, subtitle: t`Another scheme of names for the same scores; filters and lists use the one above`, sources: [table], span: 12 },
      dataTable(rows, [
        { label: t`Segment`, value: (row) => words(row.segment), isRowHeader: true },
        { label: t`Customers`, value: (row) => (row.customers === 0 ? t`nobody` : integer(row.customers)), align: "right", bar: (row) => row.customer_share },
        { label: revenueTitle(head), value: (row) => context.money(row.revenue), align: "right", bar: (row) => row.revenue_share },
        { label: t`Usual action`, value: (row) => phrase(row.action) },
      ], { caption: t`Segments by ${phrase(scheme)}` }));
  });
}

const mark = (isBetter: boolean | null, better: string, worse: string) => html`<span class="nowrap">${isBetter ? `▲ ${better}` : `▽ ${worse}`}</span>`;

/** The eight classes: how each measure compares with its mean, and the group each belongs to. */
export function classes(context: Context): Element[] {
  const groups = context.read<Group>("rfm_group_figures");
  const rows = groups.rows.filter(({ scheme }) => scheme === "class");
  const decisions = new Map(groups.rows.filter(({ scheme }) => scheme === "decision").map((row) => [row.name, groupName(row)]));
  const richest = [...rows].sort((a, b) => b.revenue - a.revenue)[0]!;
  const largest = [...rows].sort((a, b) => b.customers - a.customers)[0]!;
  const title = richest.revenue_share === null ? t`The largest class is ${quoted(groupName(largest))}`
    : richest === largest ? t`${quoted(groupName(richest))}: ${percent0(richest.customer_share)} of the customers, ${percent0(richest.revenue_share)} of the revenue`
      : t`${percent0(richest.revenue_share)} of the revenue is ${quoted(groupName(richest))}, ${percent0(largest.customer_share)} of the customers are ${quoted(groupName(largest))}`;
  return [
    card(context, { title, subtitle: t`Each of recency, orders and amount better or worse than its mean`, sources: [groups], span: 12 },
      dataTable(rows, [
        { label: t`Class`, value: (row) => groupLink(groupName(row), { class: row.name }, row.customers), isRowHeader: true },
        { label: t`Customers`, value: (row) => integer(row.customers), align: "right", bar: (row) => row.customer_share },
        { label: t`Revenue`, value: (row) => context.money(row.revenue), align: "right", bar: (row) => row.revenue_share },
        { label: t`Last order`, value: (row) => mark(row.recency_is_better, t`recent`, t`long ago`) },
        { label: t`Orders`, value: (row) => mark(row.frequency_is_better, t`above mean`, t`below mean`) },
        { label: t`Amount`, value: (row) => mark(row.monetary_is_better, t`above mean`, t`below mean`) },
        { label: t`Group`, value: (row) => decisions.get(row.decision ?? "") },
      ], { caption: t`The eight classes` })),
  ];
}
