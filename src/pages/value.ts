import { card } from "../components/card.js";
import { emptyState } from "../components/emptyState.js";
import { heading, note } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { change, integer, percent, words } from "../lib/format.js";
import { msg, phrase, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { isPart, nobody } from "./selected.js";
import { movements } from "./value/movements.js";
import { profit } from "./value/profit.js";
import type { Headlines } from "./value/rows.js";
import { tiers } from "./value/tiers.js";
import { fallenNote, keptFigure, keptNote, keyNote, keyTitle, profitNote } from "./value/words.js";

export const value: Page = {
  path: "value",
  title: msg("Value"),
  question: msg("Which customers carry the business, which cost more than they bring, and who is moving up or down?"),
  follows: "customers",
  render(context) {
    const headlines = context.read<Headlines>("value_headlines");
    const [head] = headlines.rows;
    if (!head && isPart(context)) return [nobody(t`Nobody selected bought or cost anything`)];
    if (!head) return [emptyState(context, ["customers", "orders"], t`The pyramid ranks customers by what they bring; the profit view takes off what they cost.`)];
    const days = integer(context.windowDays);
    return [
      ...tiles(context, headlines, head),
      ...heading(t`The pyramid`, isPart(context) ? t`Customers who bought in the last ${days} days, by the tier that they have among all customers, ranked by ${phrase(head.measure)}.`
        : t`Customers who bought in the last ${days} days, ranked by ${phrase(head.measure)}. Equal customers are never split between tiers.`),
      ...pyramid(context, headlines, head),
      ...heading(t`Who moved`, t`The last ${days} days against the ${days} days before.`),
      ...movements(context, headlines, head),
      ...(head.cost_reason ? heading(t`Profit`, t`Margin of the last ${days} days; what serving and keeping the customers cost is not supplied.`)
        : heading(t`Profit after cost to serve`, t`Margin of the last ${days} days, less what serving and keeping the customer cost.`)),
      ...profit(context, headlines, head),
    ];
  },
};

function pyramid(context: Context, source: Table<Headlines>, head: Headlines): Element[] {
  if (head.customers === 0) {
    return [card(context, { title: isPart(context) ? t`Nobody selected bought in the last ${integer(context.windowDays)} days` : t`Nobody bought in the last ${integer(context.windowDays)} days`, sources: [source], span: 12 }, note(t`There is nobody to rank.`))];
  }
  if (head.unranked_customers === head.customers) {
    if (isPart(context)) return [card(context, { title: t`Nobody selected has a tier`, sources: [source], span: 12 }, note(t`The margin of what they bought is not known.`))];
    return [emptyState(context, ["order_lines", "products"], t`The project ranks customers by margin (value.measure), which needs the cost of the goods: orders.cost, order_lines.cost or products.unit_cost.`)];
  }
  return tiers(context, head);
}

function tiles(context: Context, source: Table<Headlines>, head: Headlines): Element[] {
  const { money } = context;
  const key = head.key_tier ?? "key";
  return [
    kpi(context, { label: keyTitle(head), value: percent(head.key_revenue_share), note: keyNote(head, context), sources: [source] }),
    kpi(context, { label: t`${words(key)} customers still ${phrase(key)}`, value: keptFigure(head), note: keptNote(head, money), sources: [source] }),
    kpi(context, { label: t`Moved down a tier or left`, value: integer(head.fallen_customers), note: fallenNote(head), sources: [source] }),
    kpi(context, {
      label: head.cost_reason ? t`Margin, before any cost to serve` : t`Profit after cost to serve`, value: money(head.profit), ...profitChange(context, head),
      note: isPart(context) && head.profit_customers === 0 ? t`The profit of nobody selected is known` : profitNote(head, money), sources: [source],
    }),
  ];
}

/** Profit against that of the time before, where the two can be compared. */
function profitChange({ windowDays }: Context, { profit_change_rate: rate }: Headlines) {
  if (rate === null) return {};
  return { delta: t`${change(rate)} on the ${integer(windowDays)} days before`, ...(rate !== 0 && { isGood: rate > 0 }) };
}
