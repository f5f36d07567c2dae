import { html } from "htl";
import { alarm } from "../../components/alarm.js";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { element } from "../../lib/element.js";
import { count, daysAgo, decimal1, integer, percent, percent0 } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { isPart } from "../selected.js";
import type { Group, ListedCustomer, Summary } from "./rows.js";
import { amountTitle, groupName, named, quoted, revenueTitle, windowWords } from "./words.js";

/** The decision segments with what to do and their figures, and the head of each. */
export function decisions(context: Context, summary: Table<Summary>, head: Summary): Element[] {
  const groups = context.read<Group>("rfm_group_figures");
  const segments = groups.rows.filter(({ scheme }) => scheme === "decision");
  const customers = context.read<ListedCustomer>("rfm_decision_customers");
  const filled = segments.filter((segment) => segment.customers > 0);
  return [
    actions(context, groups, summary, head, segments),
    ...filled.map((segment, index) => headOf(context, groups, customers, head, segment, spanOf(index, filled.length))),
  ];
}

/** Three cards a row; the last two, or the last one, take what is left. */
function spanOf(index: number, total: number): 4 | 6 | 12 {
  const left = total % 3;
  if (left === 0 || index < total - left) return 4;
  return left === 2 ? 6 : 12;
}

function actions(context: Context, groups: Table<Group>, summary: Table<Summary>, head: Summary, segments: Group[]): Element {
  const { money } = context;
  const best = quoted(groupName(segments.find(({ name }) => name === head.best_decision)!));
  const title = head.best_customers === 0 ? t`No customer is better than the mean in all three: recency, orders and amount`
    : head.best_revenue_share === null ? t`${count(head.best_customers, "customer")} of ${integer(head.customers)} are ${best}`
      : t`${percent(head.best_customer_share)} of the customers, ${best}, bring ${percent0(head.best_revenue_share)} of the revenue`;
  return card(context, { title, subtitle: t`${count(head.customers, "customer")} by group, with what to do for each. Counts ${windowWords(head)}`, sources: [groups, summary], span: 12 },
    html`<div class="actions">${dataTable(segments, [
      { label: t`Group`, value: (row) => groupLink(groupName(row), { segment: row.name }, row.customers), isRowHeader: true },
      { label: t`What to do`, value: (row) => phrase(row.action) },
      { label: revenueTitle(head), value: (row) => named(money(row.revenue), row.revenue_share === null ? null : t`${percent(row.revenue_share)} of all`), align: "right", bar: (row) => row.revenue_share },
      { label: t`Customers`, value: (row) => named(integer(row.customers), t`${percent(row.customer_share)} of all`), align: "right" },
      { label: t`Last order, mean`, value: (row) => daysAgo(row.mean_recency_days), number: (row) => row.mean_recency_days, align: "right" },
      { label: t`Orders, mean`, value: (row) => decimal1(row.mean_orders), align: "right" },
      { label: amountTitle(head), value: (row) => money(row.mean_amount), align: "right" },
    ], { caption: t`The five groups with their actions` })}</div>`);
}

function headOf(context: Context, groups: Table<Group>, customers: Table<ListedCustomer>, head: Summary, segment: Group, span: 4 | 6 | 12): Element {
  const { money } = context;
  const listed = customers.rows.filter(({ decision }) => decision === segment.name);
  const [first] = listed;
  const name = groupName(segment);
  const subtitle = !first && isPart(context) ? t`${count(segment.customers, "customer")}, none of them among those of the group with the most revenue`
    : listed.length === segment.customers ? t`All ${integer(segment.customers)}, by revenue; counts ${windowWords(head)}`
    : t`The ${integer(listed.length)} of ${integer(segment.customers)} with the most revenue; counts ${windowWords(head)}`;
  return card(context, { title: first ? t`${name}: ${first.label} brings most, ${money(first.revenue)}` : name, subtitle, sources: [customers, groups], span, inFull: { segment: segment.name, sort: "current_revenue" } },
    dataTable(listed, [
      { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
      { label: t`Revenue`, value: (row) => money(row.revenue), align: "right" },
      { label: t`Orders`, value: (row) => integer(row.orders), align: "right" },
      { label: t`Last order`, value: (row) => daysAgo(row.recency_days), number: (row) => row.recency_days, align: "right" },
    ], { caption: t`Customers with the most revenue in ${quoted(name)}`, first: 5, noun: "customer" }));
}
