import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { heatMap } from "../../components/heatMap.js";
import { change, count, day, integer, percent0, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import { named, signed } from "../composition/cells.js";
import type { Headlines, Migration, Mover, Tier } from "./rows.js";
import { movesTitle, notCompared, tierStep } from "./words.js";

/** Who went from which tier to which, what became of each tier, and whose revenue moved most. */
export function movements(context: Context, source: Table<Headlines>, head: Headlines): Element[] {
  if (head.key_prior_customers === null) {
    return [card(context, { title: "There is no window before to compare with yet", sources: [source], span: 12 },
      note(`${notCompared(head)} The first order on record is of ${day(head.history_start_date)}; the window before began on ${day(head.prior_start_date)}.`))];
  }
  if (!head.is_prior_complete) {
    return [
      html`<p class="caution"><b>Not a fair comparison.</b> The window before began on ${day(head.prior_start_date)}, but orders are on record only from ${day(head.history_start_date)} on. The table shows what is on record, not who rose, fell or left.</p>`,
      matrix(context, head, 12),
    ];
  }
  const movers = context.read<Mover>("value_movers");
  return [matrix(context, head, 7), held(context), fell(context, movers), rose(context, movers)];
}

function matrix(context: Context, head: Headlines, span: 7 | 12): Element {
  const table = context.read<Migration>("value_migrations");
  const from = (row: Migration) => words(row.prior_tier);
  const to = (row: Migration) => words(row.tier);
  const names = (name: (row: Migration) => string, position: (row: Migration) => number | null) =>
    [...new Map([...table.rows].sort((a, b) => (position(a) ?? 99) - (position(b) ?? 99)).map((row) => [name(row), row])).keys()];
  return card(context, { title: movesTitle(head), subtitle: `Customers by tier in the window before (rows) and now (columns)${head.prior_reason === null ? "; below them the change of their revenue" : ""}`, sources: [table], span },
    heatMap(table.rows.map((row) => ({ row: from(row), column: to(row), value: row.customers, text: integer(row.customers), detail: head.prior_reason === null ? context.moneyChange(row.revenue_change) : undefined })), {
      caption: "Customers by tier before and now", rowTitle: "Before", columnTitle: "Now",
      rows: names(from, (row) => row.prior_tier_position), columns: names(to, (row) => row.tier_position),
    }));
}

function held(context: Context): Element {
  const table = context.read<Tier>("value_pyramid");
  const { money, moneyChange } = context;
  const [top] = table.rows.filter((tier) => tier.fallen_customers);
  const title = top?.fallen_revenue_change && top.fallen_revenue_change < 0
    ? `${count(top.fallen_customers, `${top.tier} customer`)} fell or left: ${money(-top.fallen_revenue_change)} of revenue less`
    : "What became of each tier";
  return card(context, { title, subtitle: "Of the customers in each tier in the window before, how many still are. Tier's revenue: whoever is in it now against whoever was in it then", sources: [table], span: 5 },
    dataTable(table.rows, [
      { label: "Tier", value: (tier) => words(tier.tier), isRowHeader: true },
      { label: "Still in it", value: (tier) => (tier.prior_customers ? named(`${integer(tier.kept_customers)} of ${integer(tier.prior_customers)}`, `${percent0(tier.retention_rate)} bought again`) : null), align: "right" },
      { label: "Fell or left", value: (tier) => (tier.prior_customers ? named(integer(tier.fallen_customers), moneyChange(tier.fallen_revenue_change)) : null), align: "right" },
      { label: "Tier's revenue", value: (tier) => named(change(tier.revenue_change_rate), moneyChange(tier.revenue_change)), align: "right" },
    ], { caption: "What became of the customers of each tier" }));
}

function fell(context: Context, table: Table<Mover>): Element {
  const rows = table.rows.filter((row) => row.direction === "down");
  const [first] = rows;
  return card(context, {
    title: first ? `${first.label} fell most: ${context.money(-first.change)} less than in the window before` : "No customer brought less than in the window before",
    ...(first && { subtitle: "Largest falls in revenue, in whatever tier. Call the largest first, those still buying before those gone" }), sources: [table], span: 6,
  }, first ? list(context, rows, "Customers whose revenue fell most") : null);
}

function rose(context: Context, table: Table<Mover>): Element {
  const rows = table.rows.filter((row) => row.direction === "up");
  const [first] = rows;
  const losing = rows.filter((row) => row.profit !== null && row.profit < 0).length;
  const atLoss = first?.profit && first.profit < 0 ? `, at a loss of ${context.money(-first.profit)}` : "";
  return card(context, {
    title: first ? `${first.label} grew most: ${context.money(first.change)} more than in the window before${atLoss}` : "No customer brought more than in the window before",
    ...(first && { subtitle: `Largest rises in revenue, in whatever tier${losing > 0 ? `. ${integer(losing)} of these ${integer(rows.length)} ${losing === 1 ? "makes" : "make"} a loss all the same` : ""}` }),
    sources: [table], span: 6,
  }, first ? list(context, rows, "Customers whose revenue rose most") : null);
}

const list = ({ money, moneyChange }: Context, rows: Mover[], caption: string) => dataTable(rows, [
  { label: "Customer", value: (row) => named(row.label, [words(row.kind), row.region].filter(Boolean).join(" · ")), isRowHeader: true },
  { label: "Revenue", value: (row) => named(signed(moneyChange(row.change), row.change), `${money(row.prior_revenue)} → ${money(row.revenue)}`), align: "right" },
  { label: "Profit", value: (row) => (row.profit !== null && row.profit < 0 ? signed(money(row.profit), row.profit) : money(row.profit)), align: "right" },
  { label: "Tier", value: (row) => tierStep(row) },
  { label: "Account manager", value: (row) => row.owner },
], { caption, first: 8, noun: "customer" });
