import { card } from "../../components/card.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { pyramid } from "../../components/pyramid.js";
import { count, decimal1, integer, percent, percent0, sentence, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import { named } from "../composition/cells.js";
import type { Headlines, Tier } from "./rows.js";
import { swollenNotes, tierProfitTitle } from "./words.js";

/** Customers by tier: how much of the revenue, what each tier leaves, and what to do. */
export function tiers(context: Context, head: Headlines): Element[] {
  const table = context.read<Tier>("value_pyramid");
  return [shares(context, table, head), actions(context, table), figures(context, table)];
}

function shares(context: Context, table: Table<Tier>, head: Headlines): Element {
  const { money } = context;
  const [top] = table.rows;
  const title = !top || top.revenue_share === null ? "Customers by tier"
    : top.is_swollen ? `The ${top.tier} tier holds ${count(top.customers, "customer")} in place of ${integer(top.planned_customers)}: many bring exactly the same`
      : `${percent(top.customers_share)} of the customers bring ${percent0(top.revenue_share)} of the revenue`;
  return card(context, { title, subtitle: `${integer(head.customers)} buying customers; share of customers to the left, of revenue to the right`, sources: [table], span: 7 },
    pyramid(table.rows.map((tier) => ({
      name: words(tier.tier),
      customerShare: tier.customers_share ?? 0,
      valueShare: Math.max(0, tier.revenue_share ?? 0),
      customers: `${integer(tier.customers)} · ${percent(tier.customers_share)}`,
      value: `${money(tier.revenue)} · ${percent(tier.revenue_share)}`,
      detail: tier.value_at_cut === null ? "" : `from ${money(tier.value_at_cut)}`,
    })), { caption: "Customers and revenue by tier", valueTitle: "Revenue" }),
    ...swollenNotes(table.rows).map(note),
    head.unranked_customers > 0 ? note(`${count(head.unranked_customers, "customer")} bought at a margin that is not known and cannot be ranked.`) : null);
}

function actions(context: Context, table: Table<Tier>): Element {
  const losses = (tier: Tier) => (tier.bad_customers
    ? `${integer(tier.bad_customers)} of ${integer(tier.customers)} ${tier.bad_customers === 1 ? "makes" : "make"} a loss` : null);
  const subtitle = table.rows.some((tier) => tier.bad_customers) ? { subtitle: "With whoever makes a loss, settle price and cost to serve first" } : {};
  return card(context, { title: "What to do for each tier", ...subtitle, sources: [table], span: 5 },
    dataTable(table.rows, [
      { label: "Tier", value: (tier) => words(tier.tier), isRowHeader: true },
      { label: "Action", value: (tier) => named(tier.action, losses(tier)) },
    ], { caption: "Recommended action by tier" }));
}

function figures(context: Context, table: Table<Tier>): Element {
  const { money } = context;
  const isKnown = table.rows.some((tier) => tier.profit !== null);
  const hasCost = table.rows.some((tier) => tier.cost_to_serve !== null);
  const profitName = hasCost ? "Profit" : "Margin";
  const unknown = table.rows.filter((tier) => isKnown && tier.customers && tier.profit === null);
  const earned: Column<Tier>[] = [
    { label: `${profitName} of revenue`, value: (tier) => percent0(tier.profit_rate), align: "right" },
    { label: profitName, value: (tier) => money(tier.profit), align: "right" },
    ...(hasCost ? [
      { label: "Margin", value: (tier: Tier) => money(tier.margin), align: "right" as const },
      { label: "Cost to serve", value: (tier: Tier) => money(tier.cost_to_serve), align: "right" as const },
    ] : []),
    { label: "Make a loss", value: (tier) => integer(tier.bad_customers), align: "right" },
  ];
  return card(context, {
    title: tierProfitTitle(table.rows),
    subtitle: `The tiers in figures${!isKnown ? "" : hasCost ? "; profit is margin less cost to serve" : "; no cost to serve is booked by customer"}`, sources: [table], span: 12,
  },
    dataTable(table.rows, [
      { label: "Tier", value: (tier) => words(tier.tier), isRowHeader: true },
      { label: "Customers", value: (tier) => integer(tier.customers), align: "right" },
      ...(isKnown ? earned : []),
      { label: "Revenue", value: (tier) => money(tier.revenue), align: "right" },
      { label: "Revenue per customer", value: (tier) => money(tier.average_revenue), align: "right" },
      { label: "Orders per customer", value: (tier) => decimal1(tier.orders_per_customer), align: "right" },
    ], { caption: "Figures by tier" }),
    ...unknown.map((tier) => note(sentence(`${tier.tier}: ${tier.profit_reason ?? ""}`))),
    isKnown ? null : note("What each tier earns needs the cost of the goods: orders.cost, order_lines.cost or products.unit_cost."));
}
