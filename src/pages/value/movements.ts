import { html } from "htl";
import { alarm } from "../../components/alarm.js";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { change, day, integer, percent0, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { named, signed } from "../composition/cells.js";
import { isPart } from "../selected.js";
import { doubts, gradeColumn, profitColumn } from "../worth.js";
import { flows } from "./flows.js";
import type { Headlines, Mover, Tier } from "./rows.js";
import { notCompared, tierStep } from "./words.js";

/** Who went from which tier to which, what became of each tier, and whose revenue moved most. */
export function movements(context: Context, source: Table<Headlines>, head: Headlines): Element[] {
  if (head.key_prior_customers === null) {
    return [card(context, { title: t`There is no earlier period to compare with yet`, sources: [source], span: 12 },
      note(`${notCompared(head)} ${t`The first order on record is of ${day(head.history_start_date)}; the period before began on ${day(head.prior_start_date)}.`}`))];
  }
  if (!head.is_prior_complete) {
    return [
      html`<p class="caution"><b>${t`Not a fair comparison.`}</b> ${t`The period before began on ${day(head.prior_start_date)}, but orders are on record only from ${day(head.history_start_date)} on. The chart shows what is on record, not who rose, fell or left.`}</p>`,
      ...flows(context, head),
    ];
  }
  const movers = context.read<Mover>("value_movers");
  return [...flows(context, head), held(context), fell(context, head, movers), rose(context, head, movers)];
}

function held(context: Context): Element {
  const table = context.read<Tier>("value_pyramid");
  const { money, moneyChange } = context;
  const [top] = table.rows.filter((tier) => tier.fallen_customers);
  const lost = top?.fallen_revenue_change && top.fallen_revenue_change < 0 ? money(-top.fallen_revenue_change) : null;
  const title = !top || lost === null ? t`What became of each tier`
    : top.fallen_customers === 1 ? t`1 ${phrase(top.tier)} customer left the tier: ${lost} of revenue less`
      : t`${integer(top.fallen_customers)} of ${integer(top.prior_customers)} ${phrase(top.tier)} customers left the tier: ${lost} of revenue less`;
  return card(context, { title, subtitle: t`Of the customers of each tier before. Tier's revenue: whoever is in it now against whoever was in it then`, sources: [table], span: 12 },
    dataTable(table.rows, [
      { label: t`Tier before`, value: (tier) => groupLink(words(tier.tier), { prior_tier: tier.tier }, tier.prior_customers), isRowHeader: true },
      { label: t`Still in it`, value: (tier) => (tier.prior_customers ? named(groupLink(t`${integer(tier.kept_customers)} of ${integer(tier.prior_customers)}`, { prior_tier: tier.tier, movement: "same" }, tier.kept_customers), t`${percent0(tier.retention_rate)} bought again (${percent0(tier.retention_low)} to ${percent0(tier.retention_high)})`) : null), align: "right" },
      { label: t`Fell or left`, value: (tier) => (tier.prior_customers ? named(groupLink(integer(tier.fallen_customers), { prior_tier: tier.tier, movement: ["down", "lapsed"] }, tier.fallen_customers), moneyChange(tier.fallen_revenue_change)) : null), align: "right" },
      { label: t`Tier's revenue`, value: (tier) => named(change(tier.revenue_change_rate), moneyChange(tier.revenue_change)), align: "right" },
    ], { caption: t`What became of the customers of each tier` }));
}

function fell(context: Context, head: Headlines, table: Table<Mover>): Element {
  const rows = table.rows.filter((row) => row.direction === "down");
  const [first] = rows;
  return card(context, {
    title: first ? t`${first.label} fell most: ${context.money(-first.change)} less than before` : isPart(context) ? t`None of those selected is among the largest falls of all customers` : t`No customer brought less than before`,
    ...(first && { subtitle: t`Largest falls in revenue, in whatever tier. Call the largest first, those still buying before those gone` }), sources: [table], span: 6, inFull: { sort: "change" },
  }, first ? list(context, head, rows, t`Customers whose revenue fell most`) : null);
}

function rose(context: Context, head: Headlines, table: Table<Mover>): Element {
  const rows = table.rows.filter((row) => row.direction === "up");
  const [first] = rows;
  return card(context, {
    title: roseTitle(context, first), ...(first && { subtitle: roseSubtitle(rows) }), sources: [table], span: 6, inFull: { sort: "gain" },
  }, first ? list(context, head, rows, t`Customers whose revenue rose most`) : null);
}

function roseTitle(context: Context, first: Mover | undefined): string {
  const { money } = context;
  if (!first && isPart(context)) return t`None of those selected is among the largest rises of all customers`;
  if (!first) return t`No customer brought more than before`;
  if (first.profit !== null && first.profit < 0) return t`${first.label} grew most: ${money(first.change)} more than before, at a loss of ${money(-first.profit)}`;
  return t`${first.label} grew most: ${money(first.change)} more than before`;
}

function roseSubtitle(rows: Mover[]): string {
  const doubt = doubts(rows);
  return doubt === null ? t`Largest rises in revenue, in whatever tier` : t`Largest rises in revenue, in whatever tier. ${doubt}: no growth there before price and terms are right`;
}

const list = ({ money, moneyChange }: Context, { cost_reason }: Headlines, rows: Mover[], caption: string) => dataTable(rows, [
  { label: t`Customer`, value: (row) => named(customerLink(row.label, row.customer_key), [words(row.kind), row.region, row.owner].filter(Boolean).join(" · "), alarm(row)), isRowHeader: true },
  { label: t`Revenue`, value: (row) => named(signed(moneyChange(row.change), row.change), `${money(row.prior_revenue)} → ${money(row.revenue)}`), align: "right" },
  ...profitColumn(rows, money, cost_reason === null),
  gradeColumn(),
  { label: t`Tier`, value: (row) => tierStep(row) },
], { caption, first: 8, noun: "customer" });
