import { html } from "htl";
import { card, provenance, scopeNote } from "../components/card.js";
import { customerLink } from "../components/customerLink.js";
import { dataTable } from "../components/dataTable.js";
import { emptyState } from "../components/emptyState.js";
import { facts } from "../components/facts.js";
import { groupLink } from "../components/groupLink.js";
import { heading } from "../components/heading.js";
import { kpi, type KpiOptions, type KpiTarget } from "../components/kpi.js";
import type { History } from "../components/sparkline.js";
import { trend } from "../components/trend.js";
import { element } from "../lib/element.js";
import { change, count, day, integer, month, percent, percent0, pointsChange, readable, sentence, type Format } from "../lib/format.js";
import { language, msg, phrase, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { isNarrowed } from "../selection/selection.js";
import type { Month } from "./composition/rows.js";
import { eventsOf } from "./events.js";
import { overviewFacts, type Solvency, type Value } from "./overviewFacts.js";
import { kpiTarget, type OverviewTarget } from "./overviewTargets.js";
import type { Summary } from "./rfm/rows.js";
import { groupName, windowWords } from "./rfm/words.js";
import { againstPrior, isPart, nobody, revenueOf } from "./selected.js";

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
interface Trust { rows_read: number; rows_accepted: number; rows_quarantined: number; order_revenue_lost: number | null; accepted_rate: number | null; files: number; checks: number; checks_kept: number; checks_broken: number; score: number | null; entities_supplied: number; entities: number }
interface Watched { customer_key?: string; label: string; watch_reason: string; at_risk: number | null; exposure: number | null; terms: string | null; limit_advice: string | null; owner: string | null }
interface Group { scheme: string; name: string; name_zh: string | null; action: string | null; customers: number; revenue: number | null; revenue_share: number | null }

export const overview: Page = {
  path: "index",
  title: msg("Overview"),
  question: msg("How does the customer business stand, what changed, and what should be done?"),
  follows: "customers and period",
  render(context) {
    const hasOrders = context.has("orders") || context.has("transactions");
    const [head] = context.read<Headline>("composition_headline").rows;
    if (head?.customers === 0 && isPart(context)) return [nobody(t`No customer has all that is selected`), ...trust(context)];
    return [
      ...tiles(context),
      ...whatMatters(context),
      ...(hasOrders ? revenueTrend(context) : [emptyState(context, ["orders", "transactions"], t`Revenue, its trend and its drivers, the customers who carry it.`)]),
      ...actions(context),
      ...trust(context),
    ];
  },
};

/** A tile, and the metric of a goal that stands for it. */
type Tile = Omit<KpiOptions, "span"> & { metric?: string };

/** At most six figures, each with its change: what came in, what was left of it, what is still owed, and who brought it. */
function tiles(context: Context): Element[] {
  const [head] = context.read<Headline>("composition_headline").rows;
  if (head && isNarrowed(context.selection) && head.buying_customers === 0 && head.orders === 0 && head.revenue === 0) return [nobody(t`Nobody selected bought: ${context.window.title}`)];
  const found = [...revenueTile(context), ...profitTile(context), ...overdueTile(context), ...customerTiles(context)];
  const span = found.length % 3 === 0 ? 4 : 3;
  return found.map(({ metric, ...tile }) => kpi(context, { ...tile, span, target: targetOf(context, metric) }));
}

/** The goal that is set for a figure now; goals are of the whole company, and say nothing of a part of it. */
function targetOf(context: Context, metric: string | undefined): KpiTarget | undefined {
  if (isNarrowed(context.selection)) return undefined;
  const goal = context.read<OverviewTarget>("overview_targets").rows.find((row) => row.metric === metric);
  return goal && kpiTarget(context, goal);
}

/** What a figure changed by on the window before, and whether that is welcome: more is better. */
const onPrior = (context: Context, value: number | null, format: Format) => ({
  delta: value === null ? undefined : againstPrior(context, format(value)),
  isGood: value === null || value === 0 ? undefined : value > 0,
});

/** The complete months of a figure. */
const history = (months: Table<Month>, value: (row: Month) => number | null, format: Format): History =>
  ({ points: months.rows.filter((row) => row.is_complete).map((row) => ({ date: row.month, value: value(row) })), format });

function revenueTile(context: Context): Tile[] {
  const headline = context.read<Headline>("composition_headline");
  const [head] = headline.rows;
  if (!head || head.revenue === null) return [];
  const months = context.read<Month>("composition_revenue_trend");
  const sums = history(months, (row) => row.twelve_month_revenue, context.money);
  return [{
    metric: "revenue", label: revenueOf(context), value: context.money(head.revenue),
    ...onPrior(context, head.change_rate, change),
    note: head.change_reason ? sentence(head.change_reason) : sums.points.some(({ value }) => value !== null) ? t`Line: sums of twelve months, month by month` : undefined,
    trend: sums, sources: [headline, months],
  }];
}

/** Profit after what serving customers costs; margin where that is not supplied. */
function profitTile(context: Context): Tile[] {
  const table = context.read<Value>("value_headlines");
  const [row] = table.rows;
  if (!row || row.profit === null) return [];
  // Profit is that of the window, whatever period is chosen.
  const before = { ...context, selection: { ...context.selection, period: null } };
  const notCompared = row.profit_change === null && row.profit_change_reason !== null ? sentence(row.profit_change_reason) : undefined;
  return [{
    label: row.cost_reason === null ? t`Profit after cost to serve` : t`Margin, before any cost to serve`, value: context.money(row.profit),
    ...(row.profit_change_rate === null ? onPrior(before, row.profit_change, context.moneyChange) : onPrior(before, row.profit_change_rate, change)),
    note: row.unknown_profit_customers ? t`of ${integer(row.profit_customers)} of ${count(row.profit_customers + row.unknown_profit_customers, "customer")}: the margin of the others is not known` : notCompared ?? (row.cost_to_serve === null ? undefined
      : row.unallocated_cost ? t`after ${context.money(row.cost_to_serve)} cost to serve; ${context.money(row.profit_after_unallocated)} after shared cost` : t`after ${context.money(row.cost_to_serve)} cost to serve`),
    sources: [table],
  }];
}

function overdueTile(context: Context): Tile[] {
  const table = context.read<Solvency>("solvency_headline");
  const [row] = table.rows;
  if (!row || row.overdue_amount === null) return [];
  const difference = row.before_date === null ? null : row.overdue_share_change;
  return [{
    metric: "overdue_share", label: t`Overdue receivables`, value: context.money(row.overdue_amount),
    ...(difference !== null && { delta: t`${pointsChange(difference)} of what is owed since ${day(row.before_date)}` }),
    isGood: difference === null || difference === 0 ? undefined : difference < 0,
    note: row.overdue_share === null ? undefined : t`${percent0(row.overdue_share)} of the ${context.money(row.owed_amount)} owed`,
    sources: [table],
  }];
}

function customerTiles(context: Context): Tile[] {
  const headline = context.read<Headline>("composition_headline");
  const [head] = headline.rows;
  if (!head || head.revenue === null) return [];
  const months = context.read<Month>("composition_revenue_trend");
  const sources = [headline, months];
  return [
    {
      metric: "buying_customers", label: t`Buying customers`, value: integer(head.buying_customers), ...onPrior(context, head.buying_customers_change_rate, change),
      note: t`of ${count(head.customers, "customer")} on file; line: by month`, trend: history(months, (row) => row.buying_customers, integer), sources,
    },
    {
      metric: "margin_rate", label: t`Margin rate`, value: percent(head.margin_rate), ...onPrior(context, head.margin_rate_change, pointsChange),
      note: head.margin_rate === null ? t`The cost of orders is not known` : t`of revenue; line: by month`, trend: history(months, (row) => row.margin_rate, percent), sources,
    },
    {
      metric: "average_order_value", label: t`Average order`, value: context.moneyWhole(head.average_order_value), ...onPrior(context, head.average_order_value_change_rate, change),
      note: t`over ${count(head.orders, "order")}; line: by month`, trend: history(months, (row) => row.average_order_value, context.moneyWhole), sources,
    },
  ];
}

/** The few sentences a leadership team should read first, each with its evidence. */
function whatMatters(context: Context): Element[] {
  const { items, sources } = overviewFacts(context);
  if (items.length === 0) return [];
  const title = items.length === 1 ? t`One thing to know` : t`${integer(items.length)} things to know, the most urgent first`;
  return [...heading(t`What matters today`), card(context, { title, sources, span: 12 }, facts(items))];
}

function revenueTrend(context: Context): Element[] {
  const months = context.read<Month>("composition_revenue_trend");
  const rows = months.rows.filter((row) => row.is_complete);
  const last = rows.at(-1);
  if (!last || rows.length < 3) return [];
  const title = last.three_month_change_rate === null
    ? t`Revenue by month to ${month(last.month)}`
    : t`The three months to ${month(last.month)}: ${context.money(last.three_month_revenue)}, ${change(last.three_month_change_rate)} on a year before`;
  const shown = rows.slice(-24);
  const series = [
    { name: t`Year before`, color: "series-5" as const, isDashed: true, points: shown.map((row) => ({ date: row.month, value: row.year_before_revenue })) },
    { name: t`Revenue`, color: "series-1" as const, points: shown.map((row) => ({ date: row.month, value: row.revenue })) },
  ].filter(({ points }) => points.some((point) => point.value !== null));
  return [
    ...heading(t`Revenue over time`),
    card(context, { title, subtitle: t`Revenue of each complete month, net of returns; dashed: the same month a year before`, sources: [months], span: 12 },
      trend(series, { label: title, format: context.money, isFull: true, annotations: eventsOf(context) })),
  ];
}

/** Where to act first: the decision segments with their action, and clients that may not pay. */
function actions(context: Context): Element[] {
  const groups = context.read<Group>("rfm_group_figures");
  const watched = context.read<Watched>("solvency_watch_list");
  const decisions = groups.rows.filter((row) => row.scheme === "decision" && row.customers > 0);
  const hasBoth = decisions.length > 0 && watched.rows.length > 0;
  const cards = [
    ...(decisions.length > 0 ? [segments(context, groups, decisions, hasBoth ? 6 : 12)] : []),
    ...(watched.rows.length > 0 ? [watchList(context, watched, hasBoth ? 6 : 12)] : []),
  ];
  return cards.length > 0 ? [...heading(t`Where to act`), ...cards] : [];
}

function segments(context: Context, table: Table<Group>, rows: Group[], span: 6 | 12): HTMLElement {
  const [scored] = context.read<Summary>("rfm_summary").rows;
  const [first] = [...rows].sort((a, b) => (b.revenue_share ?? 0) - (a.revenue_share ?? 0));
  return card(context, {
    title: first && first.revenue_share !== null && rows.length > 1
      ? t`${groupName(first)}: ${count(first.customers, "customer")} with ${percent0(first.revenue_share)} of revenue` : t`What to do with each group of customers`,
    subtitle: t`Customers by when they last ordered, how often and how much; revenue of ${scored ? windowWords(scored) : t`all orders on record`}`, sources: [table], span,
  },
    dataTable(rows, [
      { label: t`Group`, value: (row) => groupLink(groupName(row), { segment: row.name }, row.customers), isRowHeader: true },
      { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
      { label: t`Of revenue`, value: (row) => element("span", {}, percent0(row.revenue_share), element("small", {}, context.money(row.revenue))), align: "right" },
      { label: t`What to do`, value: (row) => (row.action === null ? null : phrase(row.action)) },
    ], { caption: t`Groups of customers with what to do` }),
    html`<p><a href="./rfm.html">${t`All groups, by recency, frequency and amount`}</a></p>`);
}

/** Clients of the watch list that the overview names. */
const WATCHED = 6;

function watchList(context: Context, table: Table<Watched>, span: 6 | 12): HTMLElement {
  const first = table.rows[0]!;
  const hasAmounts = table.rows.some((row) => row.at_risk !== null);
  const client = (row: Watched) => html`<span>${customerLink(row.label, row.customer_key)}<small>${row.watch_reason.split("; ").map((reason) => readable(reason)).map(capital).join(t`; `)}</small></span>`;
  const advice = (row: Watched) => html`<span>${row.terms === null ? null : phrase(row.terms)}${row.limit_advice === null ? null : html.fragment`<small>${t`Limit: ${phrase(row.limit_advice)}`}</small>`}</span>`;
  return card(context, {
    title: first.at_risk === null ? t`${first.label} heads the credit watch list` : t`${first.label} heads the credit watch list: ${context.money(first.at_risk)} at risk`,
    subtitle: hasAmounts ? t`Business clients by what may be lost with them: what is open × how weak they are` : t`Business clients by how weak they are; invoices would add what they owe`, sources: [table], span,
  },
    dataTable(table.rows.slice(0, WATCHED), [
      { label: t`Client, and why it is here`, value: client, isRowHeader: true },
      ...(hasAmounts ? [{ label: t`At risk`, value: (row: Watched) => element("span", {}, context.money(row.at_risk), element("small", {}, t`of ${context.money(row.exposure)} open`)), align: "right" as const }] : []),
      { label: t`Terms from now on`, value: advice },
    ], { caption: t`Head of the credit watch list` }),
    html`<p><a href="./solvency.html">${t`The whole watch list`}</a></p>`);
}

const capital = (text: string, index: number) => (index === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text);

/** What the numbers rest on. */
function trust(context: Context): Element[] {
  const table = context.read<Trust>("quality_trust");
  const [row] = table.rows;
  if (!row) return [];
  const [rows, files, checks] = [count(row.rows_read, "row"), count(row.files, "input file"), count(row.checks, "check")];
  const said = [
    row.order_revenue_lost
      ? t`${percent(row.accepted_rate)} of ${rows} from ${files} were accepted; ${integer(row.rows_quarantined)} are in quarantine, with orders of about ${context.money(row.order_revenue_lost)}.`
      : t`${percent(row.accepted_rate)} of ${rows} from ${files} were accepted; ${integer(row.rows_quarantined)} are in quarantine.`,
    row.checks_broken === 0 ? t`All ${checks} passed.` : t`${integer(row.checks_kept)} of ${checks} passed.`,
    ...(row.score === null ? [] : [t`The customer file scores ${integer(row.score)} of 100.`]),
    t`The project supplies ${integer(row.entities_supplied)} of ${integer(row.entities)} inputs.`,
  ];
  return [
    ...heading(t`Can these numbers be trusted?`),
    html`<section class="card span-12 trust"><h3>${t`What the figures rest on`}</h3><p>${said.join(language() === "zh" ? "" : " ")} <a href="./quality.html">${t`Data quality`}</a></p>${scopeNote(context, [table])}${provenance([table])}</section>`,
  ];
}
