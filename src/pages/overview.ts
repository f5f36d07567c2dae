import { html } from "htl";
import { card, provenance } from "../components/card.js";
import { dataTable } from "../components/dataTable.js";
import { emptyState } from "../components/emptyState.js";
import { facts } from "../components/facts.js";
import { heading, note } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { trend } from "../components/trend.js";
import { change, count, day, integer, month, percent, percent0, pointsChange, readable, sentence, words, type Format } from "../lib/format.js";
import type { Context, Page } from "../lib/page.js";
import { overviewFacts } from "./overviewFacts.js";
import type { Summary } from "./rfm/rows.js";
import { windowWords } from "./rfm/words.js";

interface Headline {
  customers: number;
  buying_customers: number | null;
  buying_customers_change_rate: number | null;
  orders: number | null;
  revenue: number | null;
  margin_rate: number | null;
  margin_rate_change: number | null;
  average_order_value: number | null;
  average_order_value_change_rate: number | null;
  change_rate: number | null;
  change_reason: string | null;
}
interface Month { month: string; is_complete: boolean; revenue: number | null; orders: number; buying_customers: number; margin_rate: number | null; average_order_value: number | null; year_before_revenue: number | null; twelve_month_revenue: number | null; twelve_month_change_rate: number | null }
interface Trust { rows_read: number; rows_accepted: number; rows_quarantined: number; accepted_rate: number | null; files: number; checks: number; checks_kept: number; checks_broken: number; score: number | null; entities_supplied: number; entities: number }
interface Watched { label: string; grade: string | null; watch_reason: string; at_risk: number | null; exposure: number | null; overdue_amount: number | null; terms: string | null; limit_advice: string | null; owner: string | null }
interface Group { scheme: string; name: string; action: string | null; customers: number; revenue: number | null; revenue_share: number | null }

export const overview: Page = {
  path: "index",
  title: "Overview",
  question: "How does the customer business stand, what changed, and what should be done?",
  render(context) {
    const hasOrders = context.has("orders") || context.has("transactions");
    return [
      ...(hasOrders ? tiles(context) : []),
      ...whatMatters(context),
      ...(hasOrders ? revenueTrend(context) : [emptyState(context, ["orders", "transactions"], "Revenue, its trend and its drivers, the customers who carry it.")]),
      ...actions(context),
      ...trust(context),
    ];
  },
};

function tiles(context: Context): Element[] {
  const headline = context.read<Headline>("composition_headline");
  const months = context.read<Month>("composition_revenue_trend");
  const [head] = headline.rows;
  if (!head || head.revenue === null) return [];
  const complete = months.rows.filter((row) => row.is_complete);
  /** What a figure changed by, and whether that is welcome: for all four, more is better. */
  const onPrior = (value: number | null, format: Format) => ({
    delta: value === null ? undefined : `${format(value)} on the ${integer(context.windowDays)} days before`,
    isGood: value === null ? undefined : value >= 0,
  });
  return [
    kpi(context, {
      label: `Revenue, ${integer(context.windowDays)} days`, value: context.money(head.revenue),
      ...onPrior(head.change_rate, change), note: head.change_reason ? sentence(head.change_reason) : undefined,
      trend: complete.map((row) => row.twelve_month_revenue), sources: [headline, months],
    }),
    kpi(context, {
      label: "Buying customers", value: integer(head.buying_customers),
      ...onPrior(head.buying_customers_change_rate, change), note: `of ${count(head.customers, "customer")} known`,
      trend: complete.map((row) => row.buying_customers), sources: [headline, months],
    }),
    kpi(context, {
      label: "Margin rate", value: percent(head.margin_rate),
      ...onPrior(head.margin_rate_change, pointsChange), note: head.margin_rate === null ? "The cost of orders is not known" : undefined,
      trend: complete.map((row) => row.margin_rate), sources: [headline, months],
    }),
    kpi(context, {
      label: "Average order", value: context.moneyWhole(head.average_order_value),
      ...onPrior(head.average_order_value_change_rate, change), note: count(head.orders, "order"),
      trend: complete.map((row) => row.average_order_value), sources: [headline, months],
    }),
  ];
}

/** The few sentences a leadership team should read first, each with its evidence. */
function whatMatters(context: Context): Element[] {
  const { items, sources } = overviewFacts(context);
  if (items.length === 0) return [];
  return [...heading("What matters today"), card(context, { title: items.length === 1 ? "One thing to know" : `${words(integerWord(items.length))} things to know, the most urgent first`, sources, span: 12 }, facts(items))];
}

const integerWord = (value: number) => ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"][value] ?? integer(value);

function revenueTrend(context: Context): Element[] {
  const months = context.read<Month>("composition_revenue_trend");
  const rows = months.rows.filter((row) => row.is_complete);
  const last = rows.at(-1);
  if (!last || rows.length < 3) return [];
  const title = last.twelve_month_change_rate === null
    ? `Revenue by month to ${month(last.month)}`
    : `The twelve months to ${month(last.month)} brought ${context.money(last.twelve_month_revenue)}, ${change(last.twelve_month_change_rate)} on the twelve before`;
  const shown = rows.slice(-24);
  return [
    ...heading("Revenue over time"),
    card(context, { title, subtitle: "Revenue by complete month, net of returns; dashed: the same month a year before", sources: [months], span: 12 },
      trend([
        { name: "Year before", color: "series-5", isDashed: true, points: shown.map((row) => ({ date: row.month, value: row.year_before_revenue })) },
        { name: "Revenue", color: "series-1", points: shown.map((row) => ({ date: row.month, value: row.revenue })) },
      ].filter((series) => series.points.some((point) => point.value !== null)) as Parameters<typeof trend>[0], { label: title, format: context.money, isFull: true })),
  ];
}

/** Where to act first: clients that may not pay, and the decision segments with their action. */
function actions(context: Context): Element[] {
  const watched = context.read<Watched>("solvency_watch_list");
  const groups = context.read<Group>("rfm_group_figures");
  const [scored] = context.read<Summary>("rfm_summary").rows;
  const decisions = groups.rows.filter((row) => row.scheme === "decision" && row.customers > 0);
  const cards: Element[] = [];
  if (decisions.length > 0) {
    cards.push(card(context, { title: "What to do with each group of customers", subtitle: `Customers by when they last ordered, how often and how much; revenue of ${scored ? windowWords(scored) : "their orders"}`, sources: [groups], span: watched.rows.length > 0 ? 6 : 12 },
      dataTable(decisions, [
        { label: "Group", value: (row) => words(row.name), isRowHeader: true },
        { label: "Customers", value: (row) => integer(row.customers), align: "right" },
        { label: "Revenue", value: (row) => `${context.money(row.revenue)} · ${percent0(row.revenue_share)}`, align: "right" },
        { label: "Action", value: (row) => row.action },
      ], { caption: "Decision segments with their action" }),
      html`<p><a href="./rfm">RFM & clusters: who they are</a></p>`));
  }
  if (watched.rows.length > 0) {
    const hasAmounts = watched.rows.some((row) => row.at_risk !== null);
    cards.push(card(context, { title: `${watched.rows[0]!.label} heads the credit watch list`, subtitle: hasAmounts ? "Business clients by what may be lost with them: what is open × how weak they are" : "Business clients by how weak they are; invoices would add what they owe", sources: [watched], span: decisions.length > 0 ? 6 : 12 },
      dataTable(watched.rows.slice(0, 6), [
        { label: "Client", value: (row) => html`<span>${row.label}<small>${words(readable(row.watch_reason))}</small></span>`, isRowHeader: true },
        ...(hasAmounts ? [
          { label: "Open", value: (row: Watched) => context.money(row.exposure), align: "right" as const },
          { label: "At risk", value: (row: Watched) => context.money(row.at_risk), align: "right" as const },
        ] : []),
        { label: "Terms", value: (row) => row.terms },
      ], { caption: "Head of the credit watch list" }),
      html`<p><a href="./solvency">Solvency: the whole watch list, with reasons</a></p>`));
  }
  return cards.length > 0 ? [...heading("Where to act"), ...cards] : [];
}

/** What the numbers rest on. */
function trust(context: Context): Element[] {
  const table = context.read<Trust>("quality_trust");
  const [row] = table.rows;
  if (!row) return [];
  return [
    ...heading("Can these numbers be trusted?"),
    html`<section class="card span-12 trust"><p>${count(row.rows_read, "row")} from ${count(row.files, "file")}: ${integer(row.rows_accepted)} accepted (${percent(row.accepted_rate)}), ${integer(row.rows_quarantined)} in quarantine. ${integer(row.checks_kept)} of ${count(row.checks, "check")} passed${row.checks_broken > 0 ? `; ${integer(row.checks_broken)} raised a warning` : ""}. ${row.score === null ? "" : `The customer file scores ${integer(row.score)} of 100. `}The project supplies ${integer(row.entities_supplied)} of ${integer(row.entities)} inputs. <a href="./quality">Data quality</a></p>${note(`All figures as of ${day(context.asOfDate)}.`)}${provenance(context, [table])}</section>`,
  ];
}
