import { card } from "../components/card.js";
import { emptyState } from "../components/emptyState.js";
import { heading, note } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { count, integer, percent, words } from "../lib/format.js";
import type { Context, Page, Table } from "../lib/page.js";
import { movements } from "./value/movements.js";
import { profit } from "./value/profit.js";
import type { Headlines } from "./value/rows.js";
import { tiers } from "./value/tiers.js";
import { fallenNote, keptFigure, keptNote, profitNote } from "./value/words.js";

export const value: Page = {
  path: "value",
  title: "Value",
  question: "Which customers carry the business, which cost more than they bring, and who is moving up or down?",
  render(context) {
    const headlines = context.read<Headlines>("value_headlines");
    const [head] = headlines.rows;
    if (!head) return [emptyState(context, ["customers", "orders"], "The pyramid ranks customers by what they bring; the profit view takes off what they cost.")];
    return [
      ...tiles(context, headlines, head),
      ...heading("The pyramid", `Customers who bought in the last ${integer(context.windowDays)} days, ranked by ${head.measure}. Equal customers are never split between tiers.`),
      ...pyramid(context, headlines, head),
      ...heading("Who moved", `The ${integer(context.windowDays)} days against the ${integer(context.windowDays)} days before them.`),
      ...movements(context, headlines, head),
      ...(head.cost_reason ? heading("Profit", "Margin, for what serving and keeping the customers cost is not supplied.")
        : heading("Profit after cost to serve", "Margin less what serving and keeping the customer cost.")),
      ...profit(context, headlines, head),
    ];
  },
};

function pyramid(context: Context, source: Table<Headlines>, head: Headlines): Element[] {
  if (head.customers === 0) {
    return [card(context, { title: `Nobody bought in the last ${integer(context.windowDays)} days`, sources: [source], span: 12 }, note("There is nobody to rank."))];
  }
  if (head.unranked_customers === head.customers) {
    return [emptyState(context, ["order_lines", "products"], "The project ranks customers by margin (value.measure), which needs the cost of the goods: orders.cost, order_lines.cost or products.unit_cost.")];
  }
  return tiers(context, head);
}

function tiles(context: Context, source: Table<Headlines>, head: Headlines): Element[] {
  const { money } = context;
  const key = head.key_tier ?? "key";
  return [
    kpi(context, {
      label: `Revenue of ${count(head.key_customers, `${key} customer`)}`, value: percent(head.key_revenue_share),
      note: head.key_revenue === null ? "Nobody is ranked" : `${money(head.key_revenue)} of all revenue in the window`, sources: [source],
    }),
    kpi(context, { label: `${words(key)} customers still ${key}`, value: keptFigure(head), note: keptNote(head, money), sources: [source] }),
    kpi(context, { label: "Moved down a tier or left", value: integer(head.fallen_customers), note: fallenNote(head), sources: [source] }),
    kpi(context, { label: head.cost_reason ? "Margin, before any cost to serve" : "Profit after cost to serve", value: money(head.profit), note: profitNote(head, money), sources: [source] }),
  ];
}
