import { card } from "../components/card.js";
import { curve } from "../components/curve.js";
import { dataTable } from "../components/dataTable.js";
import { emptyState } from "../components/emptyState.js";
import { heading, note } from "../components/heading.js";
import { heatMap } from "../components/heatMap.js";
import { kpi } from "../components/kpi.js";
import { pyramid } from "../components/pyramid.js";
import { stackedBar, type Part } from "../components/stackedBar.js";
import { change, count, integer, percent, percent0, sentence, words } from "../lib/format.js";
import type { Context, Page, Table } from "../lib/page.js";

interface Headlines {
  measure: string;
  customers: number;
  key_tier: string;
  key_customers: number;
  key_revenue: number;
  key_revenue_share: number | null;
  key_retention_rate: number | null;
  major_tier: string;
  major_retention_rate: number | null;
  moved_up_customers: number;
  moved_down_customers: number;
  lapsed_customers: number;
  prior_reason: string | null;
  profit: number | null;
  unallocated_cost: number | null;
  cost_reason: string | null;
  bad_customers: number;
  lost_profit: number | null;
  peak_customers: number | null;
  peak_customers_share: number | null;
  peak_profit_share: number | null;
  profit_customers: number;
  unknown_profit_customers: number;
}
interface Tier {
  tier: string;
  action: string;
  customers: number;
  customers_share: number;
  revenue: number;
  revenue_share: number | null;
  average_revenue: number | null;
  orders_per_customer: number | null;
  margin: number | null;
  cost_to_serve: number | null;
  profit: number | null;
  value_at_cut: number | null;
  revenue_change_rate: number | null;
  retention_rate: number | null;
}
interface WhalePoint { customers: number; customers_share: number; profit_share: number | null; is_peak: boolean }
interface ProfitClass { profit_class: string; customers: number; customers_share: number; revenue: number | null; profit: number | null }
interface Migration { prior_tier: string | null; prior_tier_position: number | null; tier: string | null; tier_position: number | null; customers: number; revenue_change: number | null }
interface Mover { direction: string; label: string; kind: string; region: string | null; owner: string | null; prior_tier: string | null; tier: string | null; prior_revenue: number | null; revenue: number | null }
interface LossMaker { label: string; kind: string; tier: string | null; revenue: number | null; margin: number | null; cost_to_serve: number | null; profit: number; profit_rate: number | null; owner: string | null }

export const value: Page = {
  path: "value",
  title: "Value",
  question: "Which customers carry the business, which cost more than they bring, and who is moving up or down?",
  render(context) {
    const headlines = context.read<Headlines>("value_headlines");
    const [head] = headlines.rows;
    if (!head || head.customers === 0) {
      return [emptyState(context, ["customers", "orders"], "The pyramid ranks customers by what they bring; the profit view takes off what they cost.")];
    }
    return [
      ...tiles(context, headlines, head),
      ...heading("The pyramid", `Customers who bought in the last ${integer(context.windowDays)} days, ranked by ${head.measure}. Equal customers are never split between tiers.`),
      ...tiers(context, head),
      ...heading("Who moved", "Tiers of the window against those of the window before it."),
      ...movements(context, head),
      ...heading("Profit after cost to serve", "Margin less what serving and keeping the customer cost."),
      ...profit(context, headlines, head),
    ];
  },
};

function tiles(context: Context, source: Table<Headlines>, head: Headlines): Element[] {
  return [
    kpi(context, {
      label: `Revenue of ${count(head.key_customers, `${head.key_tier} customer`)}`, value: percent(head.key_revenue_share),
      note: `${context.money(head.key_revenue)} of all revenue in the window`, sources: [source],
    }),
    kpi(context, {
      label: `${words(head.key_tier)} customers that stayed`, value: percent0(head.key_retention_rate),
      note: head.prior_reason ? sentence(head.prior_reason) : `${words(head.major_tier)}: ${percent0(head.major_retention_rate)} bought again`, sources: [source],
    }),
    kpi(context, {
      label: "Moved down a tier or left", value: integer(head.moved_down_customers + head.lapsed_customers),
      note: `${integer(head.lapsed_customers)} bought nothing any more; ${integer(head.moved_up_customers)} moved up`, sources: [source],
    }),
    kpi(context, {
      label: "Lost on unprofitable customers", value: context.money(head.profit === null ? null : head.lost_profit),
      note: head.profit === null ? "The cost of orders is not known" : head.bad_customers === 0 && head.cost_reason ? sentence(head.cost_reason) : `${count(head.bad_customers, "customer")} ${head.bad_customers === 1 ? "costs more than it brings" : "cost more than they bring"}`, sources: [source],
    }),
  ];
}

function tiers(context: Context, head: Headlines): Element[] {
  const table = context.read<Tier>("value_pyramid");
  const [top] = table.rows;
  const { money } = context;
  const title = top && top.revenue_share !== null
    ? `${percent(top.customers_share)} of the customers bring ${percent0(top.revenue_share)} of the revenue`
    : "Customers by tier";
  return [
    card(context, { title, subtitle: `${integer(head.customers)} buying customers; share of customers to the left, of revenue to the right`, sources: [table], span: 7 },
      pyramid(table.rows.map((tier) => ({
        name: words(tier.tier),
        customerShare: tier.customers_share,
        valueShare: Math.max(0, tier.revenue_share ?? 0),
        customers: `${integer(tier.customers)} · ${percent(tier.customers_share)}`,
        value: `${money(tier.revenue)} · ${percent(tier.revenue_share)}`,
        detail: tier.value_at_cut === null ? "" : `from ${money(tier.value_at_cut)}`,
      })), { caption: "Customers and revenue by tier", valueTitle: "Revenue" })),
    card(context, { title: "What to do for each tier", sources: [table], span: 5 },
      dataTable(table.rows, [
        { label: "Tier", value: (tier) => words(tier.tier), isRowHeader: true },
        { label: "Action", value: (tier) => tier.action },
      ], { caption: "Recommended action by tier" })),
    card(context, { title: "The tiers in figures", sources: [table], span: 12 },
      dataTable(table.rows, [
        { label: "Tier", value: (tier) => words(tier.tier), isRowHeader: true },
        { label: "Customers", value: (tier) => integer(tier.customers), align: "right" },
        { label: "Revenue", value: (tier) => money(tier.revenue), align: "right" },
        { label: "On the window before", value: (tier) => change(tier.revenue_change_rate), align: "right" },
        { label: "Revenue per customer", value: (tier) => money(tier.average_revenue), align: "right" },
        { label: "Orders per customer", value: (tier) => (tier.orders_per_customer === null ? null : tier.orders_per_customer.toFixed(1)), align: "right" },
        { label: "Margin", value: (tier) => money(tier.margin), align: "right" },
        { label: "Cost to serve", value: (tier) => money(tier.cost_to_serve), align: "right" },
        { label: "Profit", value: (tier) => money(tier.profit), align: "right" },
        { label: "Bought again", value: (tier) => percent0(tier.retention_rate), align: "right" },
      ], { caption: "Figures by tier" })),
  ];
}

function movements(context: Context, head: Headlines): Element[] {
  const migrations = context.read<Migration>("value_migrations");
  const movers = context.read<Mover>("value_movers");
  const { money } = context;
  const from = (row: Migration) => (row.prior_tier === null ? "No purchase before" : words(row.prior_tier));
  const to = (row: Migration) => (row.tier === null ? "No purchase now" : words(row.tier));
  const names = (name: (row: Migration) => string, position: (row: Migration) => number | null) =>
    [...new Map([...migrations.rows].sort((a, b) => (position(a) ?? 99) - (position(b) ?? 99)).map((row) => [name(row), row])).keys()];
  const down = movers.rows.filter((row) => row.direction === "down");
  const up = movers.rows.filter((row) => row.direction === "up");
  const list = (rows: Mover[], caption: string) => dataTable(rows, [
    { label: "Customer", value: (row) => row.label, isRowHeader: true },
    { label: "Owner", value: (row) => row.owner },
    { label: "From", value: (row) => words(row.prior_tier) },
    { label: "To", value: (row) => (row.tier === null ? "No purchase" : words(row.tier)) },
    { label: "Revenue before", value: (row) => money(row.prior_revenue), align: "right" },
    { label: "Revenue now", value: (row) => money(row.revenue), align: "right" },
  ], { caption });
  return [
    card(context, {
      title: `${integer(head.moved_up_customers)} moved up, ${integer(head.moved_down_customers)} moved down, ${integer(head.lapsed_customers)} bought nothing any more`,
      subtitle: "Customers by tier in the window before (rows) and now (columns); below them the change of their revenue", sources: [migrations], span: 12,
    },
      heatMap(migrations.rows.map((row) => ({
        row: from(row), column: to(row), value: row.customers, text: integer(row.customers),
        detail: row.revenue_change === null ? undefined : context.moneyChange(row.revenue_change),
      })), { caption: "Customers by tier before and now", rows: names(from, (row) => row.prior_tier_position), columns: names(to, (row) => row.tier_position), rowTitle: "Before", columnTitle: "Now" }),
      head.prior_reason ? note(sentence(head.prior_reason)) : null),
    card(context, { title: "The most valuable that fell or left", sources: [movers], span: 6 }, list(down, "Most valuable customers that fell a tier or left")),
    card(context, { title: "The most valuable that rose", sources: [movers], span: 6 }, list(up, "Most valuable customers that rose a tier")),
  ];
}

const tones: Record<string, Part["tone"]> = { good: "good", marginal: "warn", bad: "bad" };

function profit(context: Context, headlines: Table<Headlines>, head: Headlines): Element[] {
  const { money } = context;
  if (head.profit_customers === 0) {
    return [emptyState(context, ["costs", "order_lines"], "Profit by customer needs the cost of the goods: orders.cost, order_lines.cost or products.unit_cost.")];
  }
  const whale = context.read<WhalePoint>("value_whale_curve");
  const classes = context.read<ProfitClass>("value_profit_classes");
  const losses = context.read<LossMaker>("value_loss_makers");
  const peak = whale.rows.find((point) => point.is_peak);
  const points = whale.rows.filter((point) => point.profit_share !== null).map((point) => ({ x: point.customers_share, y: point.profit_share! }));
  const title = peak?.profit_share && peak.profit_share > 1.0005
    ? `${percent0(head.peak_customers_share)} of the customers earn ${percent0(peak.profit_share)} of the profit; the rest give ${percent0(peak.profit_share - 1)} of it back`
    : "No customer costs more than it brings";
  return [
    card(context, { title, subtitle: "Cumulative profit, from the most to the least profitable customer, as share of the total", sources: [whale], span: 7 },
      points.length > 0
        ? curve(points, {
          label: title, xLabel: "Customers, most profitable first", yLabel: "Share of profit", diagonal: false,
          marks: peak?.profit_share ? [{ x: peak.customers_share, y: peak.profit_share, text: `${percent0(peak.profit_share)} with ${integer(peak.customers)} customers`, side: "below" }] : [],
        })
        : note("The total profit is not positive, so shares of it have no meaning.")),
    card(context, { title: `${money(head.profit)} profit after cost to serve`, sources: [classes, headlines], span: 5 },
      stackedBar(classes.rows.filter((row) => row.customers > 0).map((row) => ({
        name: words(row.profit_class), value: row.customers, tone: tones[row.profit_class] ?? "series-5",
        text: `${count(row.customers, "customer")}${row.profit === null ? "" : `, ${money(row.profit)}`}`,
      })), { label: "Customers by class of profit" }),
      dataTable(classes.rows, [
        { label: "Class", value: (row) => words(row.profit_class), isRowHeader: true },
        { label: "Customers", value: (row) => integer(row.customers), align: "right" },
        { label: "Share", value: (row) => percent(row.customers_share), align: "right" },
        { label: "Revenue", value: (row) => money(row.revenue), align: "right" },
        { label: "Profit", value: (row) => money(row.profit), align: "right" },
      ], { caption: "Customers by class of profit" }),
      head.cost_reason ? note(sentence(head.cost_reason)) : null,
      head.unallocated_cost ? note(`${money(head.unallocated_cost)} of service and retention cost is booked on no customer and not part of this.`) : null,
      head.unknown_profit_customers > 0 ? note(`${count(head.unknown_profit_customers, "customer")} bought at a cost that is not known and cannot be classed.`) : null),
    ...losses.rows.slice(0, 1).map((worst) => card(context, {
      title: `${worst.label} costs most: ${money(worst.profit)} in the window`,
      subtitle: "The largest losses after cost to serve: reprice, serve at lower cost, or let go", sources: [losses], span: 12,
    },
      dataTable(losses.rows, [
        { label: "Customer", value: (row) => row.label, isRowHeader: true },
        { label: "Kind", value: (row) => words(row.kind) },
        { label: "Owner", value: (row) => row.owner },
        { label: "Tier", value: (row) => words(row.tier) },
        { label: "Revenue", value: (row) => money(row.revenue), align: "right" },
        { label: "Margin", value: (row) => money(row.margin), align: "right" },
        { label: "Cost to serve", value: (row) => money(row.cost_to_serve), align: "right" },
        { label: "Profit", value: (row) => money(row.profit), align: "right" },
        { label: "Of revenue", value: (row) => percent0(row.profit_rate), align: "right" },
      ], { caption: "Customers with the largest losses" }))),
  ];
}
