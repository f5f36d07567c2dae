import { card } from "../../components/card.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { pyramid } from "../../components/pyramid.js";
import { element } from "../../lib/element.js";
import { count, decimal1, integer, percent, percent0, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { isPart } from "../selected.js";
import type { Headlines, Tier } from "./rows.js";
import { actionsTitle, swollenNotes, tierProfitTitle } from "./words.js";

/** Customers by tier: how much of the revenue, what each tier leaves, and what to do. */
export function tiers(context: Context, head: Headlines): Element[] {
  const table = context.read<Tier>("value_pyramid");
  return [shares(context, table, head), actions(context, table), figures(context, table)];
}

/** The name of a tier, leading to its customers. */
const tierLink = ({ tier, customers }: Tier) => groupLink(words(tier), { tier }, customers);

function shares(context: Context, table: Table<Tier>, head: Headlines): Element {
  const { money } = context;
  const [top] = table.rows;
  const title = !top || top.revenue_share === null ? t`Customers by tier`
    : top.is_swollen && !isPart(context) ? t`The ${phrase(top.tier)} tier holds ${integer(top.customers)} customers in place of ${integer(top.planned_customers)}: many bring exactly the same`
      : t`${percent(top.customers_share)} of the customers bring ${percent0(top.revenue_share)} of the revenue`;
  return card(context, { title, subtitle: t`${count(head.customers, "buying customer")}; share of customers to the left, of revenue to the right`, sources: [table], span: 7 },
    pyramid(table.rows.map((tier) => ({
      name: tierLink(tier),
      customerShare: tier.customers_share,
      valueShare: tier.revenue_share,
      customers: `${integer(tier.customers)} · ${percent(tier.customers_share)}`,
      value: `${money(tier.revenue)} · ${percent(tier.revenue_share)}`,
      detail: tier.value_at_cut !== null && tier.value_at_cut > 0 ? t`from ${money(tier.value_at_cut)}` : "",
    })), { caption: t`Customers and revenue by tier`, valueTitle: t`Revenue` }),
    ...swollenNotes(table.rows, isPart(context)).map(note),
    head.unranked_customers === 0 ? null
      : note(head.unranked_customers === 1 ? t`1 customer bought at a margin that is not known and cannot be ranked.`
        : t`${integer(head.unranked_customers)} customers bought at a margin that is not known and cannot be ranked.`));
}

function actions(context: Context, table: Table<Tier>): Element {
  const losses: Column<Tier>[] = table.rows.every((tier) => tier.bad_customers === null) ? []
    : [{ label: t`Make a loss`, value: (tier) => (tier.bad_customers ? element("span", { class: "bad" }, lossMakers(tier)) : integer(tier.bad_customers)), align: "right" }];
  return card(context, { title: actionsTitle(table.rows), ...(losses.length > 0 && { subtitle: t`Whoever makes a loss: price and service cost before all else` }), sources: [table], span: 5 },
    dataTable(table.rows, [
      { label: t`Tier`, value: tierLink, isRowHeader: true },
      { label: t`Action`, value: (tier) => phrase(tier.action) },
      ...losses,
    ], { caption: t`Recommended action by tier` }));
}

const lossMakers = ({ tier, customers, bad_customers: bad }: Tier) => groupLink(t`${integer(bad)} of ${integer(customers)}`, { tier, profit_class: "bad" }, bad);

function figures(context: Context, table: Table<Tier>): Element {
  const { money } = context;
  const isKnown = table.rows.some((tier) => tier.profit !== null);
  const hasCost = table.rows.some((tier) => tier.cost_to_serve !== null);
  const unknown = table.rows.filter((tier) => isKnown && tier.customers && tier.profit === null);
  const rest = !isKnown ? t`The tiers in figures, last ${integer(context.windowDays)} days`
    : hasCost ? t`The tiers in figures, last ${integer(context.windowDays)} days; profit is margin less cost to serve`
      : t`The tiers in figures, last ${integer(context.windowDays)} days; no cost to serve is booked by customer`;
  const earned: Column<Tier>[] = hasCost ? [
    { label: t`Margin`, value: (tier) => money(tier.margin), align: "right" },
    { label: t`Cost to serve`, value: (tier) => money(tier.cost_to_serve), align: "right" },
    { label: t`Profit`, value: (tier) => money(tier.profit), align: "right" },
    { label: t`Profit of revenue`, value: (tier) => percent0(tier.profit_rate), align: "right" },
  ] : [
    { label: t`Margin`, value: (tier) => money(tier.profit), align: "right" },
    { label: t`Margin of revenue`, value: (tier) => percent0(tier.profit_rate), align: "right" },
  ];
  return card(context, { title: tierProfitTitle(table.rows), subtitle: rest, sources: [table], span: 12 },
    dataTable(table.rows, [
      { label: t`Tier`, value: tierLink, isRowHeader: true },
      { label: t`Customers`, value: (tier) => integer(tier.customers), align: "right" },
      { label: t`Revenue`, value: (tier) => money(tier.revenue), align: "right" },
      ...(isKnown ? earned : []),
      { label: t`Revenue per customer`, value: (tier) => money(tier.average_revenue), align: "right" },
      { label: t`Orders per customer`, value: (tier) => decimal1(tier.orders_per_customer), align: "right" },
    ], { caption: t`Figures by tier` }),
    ...unknown.map((tier) => note(t`${words(tier.tier)}: ${phrase(tier.profit_reason ?? "")}.`)),
    isKnown ? null : note(t`What each tier earns needs the cost of the goods: orders.cost, order_lines.cost or products.unit_cost.`));
}
