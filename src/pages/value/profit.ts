import { card } from "../../components/card.js";
import { curve } from "../../components/curve.js";
import { dataTable } from "../../components/dataTable.js";
import { emptyState } from "../../components/emptyState.js";
import { note } from "../../components/heading.js";
import { stackedBar, type Part } from "../../components/stackedBar.js";
import { waterfall } from "../../components/waterfall.js";
import { count, integer, percent, percent0, sentence, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import { named } from "../composition/cells.js";
import type { Headlines, LossMaker, ProfitClass, WhalePoint } from "./rows.js";
import { classMeaning, profitTitle, whaleTitle } from "./words.js";

/** What customers leave after what they cost, who loses money, and what is booked on nobody. */
export function profit(context: Context, source: Table<Headlines>, head: Headlines): Element[] {
  if (head.profit_customers === 0) {
    return [emptyState(context, ["costs", "order_lines"], "Profit by customer needs the cost of the goods: orders.cost, order_lines.cost or products.unit_cost.")];
  }
  const notes = [
    ...(head.cost_reason ? [sentence(head.cost_reason)] : []),
    ...(head.unallocated_acquisition_cost
      ? [`Winning customers cost ${context.money(head.unallocated_acquisition_cost)} more in the window, booked on no customer. It is taken off no profit here.`] : []),
  ];
  // Without any cost there is nothing between margin and profit to show.
  if (head.cost_to_serve === null && !head.unallocated_cost) return [...whole(context, source, head, notes), losses(context, 12)];
  return [remains(context, source, head, notes), losses(context, 7), ...whole(context, source, head, [])];
}

function remains(context: Context, source: Table<Headlines>, head: Headlines, notes: string[]): Element {
  const { money, moneyChange } = context;
  const title = profitTitle(head, money);
  const steps = [
    { name: "Margin", value: head.margin ?? 0, isTotal: true },
    ...(head.cost_to_serve === null ? [] : [{ name: "Cost to serve", value: -head.cost_to_serve }, { name: "Profit", value: head.profit ?? 0, isTotal: true }]),
    ...(head.unallocated_cost ? [{ name: "On no customer", value: -head.unallocated_cost }, { name: "Remains", value: head.profit_after_unallocated ?? 0, isTotal: true }] : []),
  ];
  return card(context, { title, subtitle: "Margin, cost to serve booked on customers, and service and retention cost booked on none", sources: [source], span: 5 },
    waterfall(steps, { label: title, format: money, changeFormat: moneyChange }), ...notes.map(note));
}

const tones: Record<string, Part["tone"]> = { good: "good", marginal: "warn", bad: "bad" };

/** All customers: the curve of their profit, where that is any, and their classes. */
function whole(context: Context, source: Table<Headlines>, head: Headlines, notes: string[]): Element[] {
  const bad = head.bad_customers ?? 0;
  if (head.peak_profit_share === null) return [classes(context, source, head, whaleTitle(head, context.money), notes, 12)];
  const title = bad === 0 ? "No customer makes a loss" : `${count(bad, "customer")} ${bad === 1 ? "makes a loss" : "make a loss"}: ${context.money(head.lost_profit)} in the window`;
  return [whale(context, source, head), classes(context, source, head, title, notes, 5)];
}

function classes(context: Context, source: Table<Headlines>, head: Headlines, title: string, notes: string[], span: 5 | 12): Element {
  const { money } = context;
  const table = context.read<ProfitClass>("value_profit_classes");
  return card(context, { title, subtitle: `Customers by what they leave${head.cost_reason ? "" : " after cost to serve"}`, sources: [table, source], span },
    stackedBar(table.rows.filter((row) => row.customers > 0).map((row) => ({
      name: words(row.profit_class), value: row.customers, tone: tones[row.profit_class] ?? "series-5",
      text: `${count(row.customers, "customer")}${row.profit === null ? "" : `, ${money(row.profit)}`}`,
    })), { label: "Customers by class of profit" }),
    dataTable(table.rows, [
      { label: "Class", value: (row) => named(words(row.profit_class), classMeaning(row.profit_class, head.good_profit_rate)), isRowHeader: true },
      { label: "Customers", value: (row) => named(integer(row.customers), percent(row.customers_share)), align: "right" },
      { label: "Revenue", value: (row) => money(row.revenue), align: "right" },
      { label: "Profit", value: (row) => named(money(row.profit), row.profit_rate === null ? null : `${percent0(row.profit_rate)} of revenue`), align: "right" },
    ], { caption: "Customers by class of profit" }),
    ...notes.map(note),
    head.idle_customers > 0 ? note(`${integer(head.customers)} customers bought; ${integer(head.idle_customers)} more bought nothing and stand here for a cost or a refund.`) : null,
    head.unknown_profit_customers > 0 ? note(`What was sold to ${count(head.unknown_profit_customers, "customer")} has a cost that is not known: they cannot be classed.`) : null);
}

function whale(context: Context, source: Table<Headlines>, head: Headlines): Element {
  const table = context.read<WhalePoint>("value_whale_curve");
  const title = whaleTitle(head, context.money);
  const peak = table.rows.find((point) => point.is_peak);
  const points = table.rows.filter((point) => point.profit_share !== null).map((point) => ({ x: point.customers_share, y: point.profit_share! }));
  return card(context, { title, subtitle: `Cumulative profit, from the most to the least profitable customer, as share of the total${head.bad_customers ? "; the dot is where losses begin" : ""}`, sources: [table, source], span: 7 },
    curve(points, {
      label: title, xLabel: "Customers, most profitable first", yLabel: "Share of profit", diagonal: false,
      marks: head.bad_customers && peak?.profit_share ? [{ x: peak.customers_share, y: peak.profit_share, text: "" }] : [],
    }));
}

function losses(context: Context, span: 7 | 12): Element {
  const { money } = context;
  const table = context.read<LossMaker>("value_loss_makers");
  const [worst] = table.rows;
  const hasCost = table.rows.some((row) => row.cost_to_serve !== null);
  const reasons = [...new Set(table.rows.flatMap((row) => row.historical_value_reason ?? []))];
  return card(context, {
    title: worst ? `${worst.label} costs most: ${money(-worst.profit)} lost in the window` : "There is no loss to list",
    subtitle: "The largest losses: reprice, serve at lower cost, or let go. To date: margin less costs since the first order", sources: [table], span,
  },
    dataTable(table.rows, [
      { label: "Customer", value: (row) => named(row.label, [row.tier ? `${words(row.tier)} customer` : words(row.kind), row.region].filter(Boolean).join(" · ")), isRowHeader: true },
      { label: "Profit", value: (row) => named(money(row.profit), row.profit_rate === null ? null : `${percent0(row.profit_rate)} of revenue`), align: "right" },
      { label: "Revenue", value: (row) => money(row.revenue), align: "right" },
      ...(hasCost ? [{ label: "Cost to serve", value: (row: LossMaker) => money(row.cost_to_serve), align: "right" as const }] : []),
      { label: "To date", value: (row) => money(row.historical_value), align: "right" },
      { label: "Account manager", value: (row) => row.owner },
    ], { caption: "Customers with the largest losses", first: 5, noun: "customer", empty: "No customer costs more than it brings." }),
    ...reasons.map((reason) => note(`To date leaves something out: ${reason}.`)));
}
