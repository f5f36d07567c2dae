import { html } from "htl";
import { card } from "../../components/card.js";
import { curve } from "../../components/curve.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { emptyState } from "../../components/emptyState.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { waterfall } from "../../components/waterfall.js";
import { count, integer, percent, percent0, sentence, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { named } from "../composition/cells.js";
import { isPart, nobody } from "../selected.js";
import type { Headlines, LossMaker, ProfitClass, WhalePoint } from "./rows.js";
import { classMeaning, lossTitle, profitTitle, whaleTitle } from "./words.js";

/** What customers leave after what they cost, who loses money, and what is booked on nobody. */
export function profit(context: Context, source: Table<Headlines>, head: Headlines): Element[] {
  if (head.profit_customers === 0 && isPart(context)) return [nobody(t`The profit of nobody selected is known`)];
  if (head.profit_customers === 0) {
    return [emptyState(context, ["costs", "order_lines"], t`Profit by customer needs the cost of the goods: orders.cost, order_lines.cost or products.unit_cost.`)];
  }
  const notes = [
    ...(head.cost_reason ? [sentence(head.cost_reason)] : []),
    ...(head.unallocated_acquisition_cost
      ? [t`Winning customers cost ${context.money(head.unallocated_acquisition_cost)} more in the same time. It is booked on no customer and taken off no profit here.`] : []),
  ];
  const hasCurve = head.peak_profit_share !== null;
  const title = hasCurve ? lossTitle(head, context.money) : whaleTitle(head, context.money);
  // Without any cost there is nothing between margin and profit to show.
  if (head.cost_to_serve === null && !head.unallocated_cost) {
    return hasCurve ? [whale(context, source, head), classes(context, source, head, title, notes, 5), losses(context, head, 12)]
      : [classes(context, source, head, title, notes, 12), losses(context, head, 12)];
  }
  const rest = classes(context, source, head, title, [], 12);
  return hasCurve ? [remains(context, source, head, notes), whale(context, source, head), rest, losses(context, head, 12)]
    : [remains(context, source, head, notes), losses(context, head, 7), rest];
}

function remains(context: Context, source: Table<Headlines>, head: Headlines, notes: string[]): Element {
  const { money, moneyChange } = context;
  const title = profitTitle(head, money);
  const steps = [
    { name: t`Margin`, value: head.margin ?? 0, isTotal: true },
    ...(head.cost_to_serve === null ? [] : [{ name: t`Cost to serve`, value: -head.cost_to_serve }, { name: t`Profit`, value: head.profit ?? 0, isTotal: true }]),
    ...(head.unallocated_cost ? [{ name: t`Shared cost`, value: -head.unallocated_cost }, { name: t`Remains`, value: head.profit_after_unallocated ?? 0, isTotal: true }] : []),
  ];
  const subtitle = head.unallocated_cost ? t`Shared cost: service and retention cost that is booked on no customer` : t`Margin less service and retention cost booked on customers`;
  return card(context, { title, subtitle, sources: [source], span: 5 },
    waterfall(steps, { label: title, format: money, changeFormat: moneyChange }), ...notes.map(note));
}

/** The classes of customers by what they leave. */
function classes(context: Context, source: Table<Headlines>, head: Headlines, title: string, notes: string[], span: 5 | 12): Element {
  const { money } = context;
  const table = context.read<ProfitClass>("value_profit_classes");
  const name = ({ profit_class, customers }: ProfitClass) => groupLink(words(profit_class), { profit_class }, customers);
  return card(context, { title, subtitle: head.cost_reason ? t`Customers by margin` : t`Customers by profit after cost to serve`, sources: [table, source], span },
    dataTable(table.rows, [
      { label: t`Class`, value: (row) => named(name(row), classMeaning(row.profit_class, head.good_profit_rate)), isRowHeader: true },
      { label: t`Customers`, value: (row) => named(integer(row.customers), percent(row.customers_share)), align: "right", bar: (row) => row.customers_share },
      { label: t`Revenue`, value: (row) => money(row.revenue), align: "right" },
      { label: head.cost_reason ? t`Margin` : t`Profit`, value: (row) => named(money(row.profit), row.profit_rate === null ? null : t`${percent0(row.profit_rate)} on revenue`), align: "right" },
    ], { caption: t`Customers by class of profit` }),
    ...notes.map(note), idleNote(head), unknownNote(head));
}

/** Why the classes hold more customers than bought. */
function idleNote({ customers, idle_customers: idle }: Headlines): Element | null {
  if (idle === 0) return null;
  return note(idle === 1 ? t`${integer(customers)} customers bought; 1 more bought nothing and stands here for a cost or a refund.`
    : t`${integer(customers)} customers bought; ${integer(idle)} more bought nothing and stand here for a cost or a refund.`);
}

function unknownNote({ unknown_profit_customers: unknown }: Headlines): Element | null {
  if (unknown === 0) return null;
  return note(unknown === 1 ? t`What was sold to 1 customer has a cost that is not known: it cannot be classed.`
    : t`What was sold to ${integer(unknown)} customers has a cost that is not known: they cannot be classed.`);
}

function whale(context: Context, source: Table<Headlines>, head: Headlines): Element {
  const table = context.read<WhalePoint>("value_whale_curve");
  const title = whaleTitle(head, context.money);
  const peak = table.rows.find((point) => point.is_peak);
  const points = table.rows.filter((point) => point.profit_share !== null).map((point) => ({ x: point.customers_share, y: point.profit_share! }));
  const subtitle = head.bad_customers ? t`Profit added up from the most to the least profitable customer, as share of the total; the dot is where losses begin`
    : t`Profit added up from the most to the least profitable customer, as share of the total`;
  return card(context, { title, subtitle, sources: [table, source], span: 7 },
    curve(points, {
      label: title, xLabel: t`Customers, most profitable first`, yLabel: t`Share of profit`, diagonal: false,
      marks: head.bad_customers && peak?.profit_share ? [{ x: peak.customers_share, y: peak.profit_share, text: "" }] : [],
    }), bothEnds(head));
}

/** The ways to the customers at either end of the curve. */
function bothEnds({ profit_customers: all, bad_customers: bad }: Headlines): Element | null {
  if (!bad) return null;
  const sound = all - bad;
  return html`<p class="note">${t`Without a loss:`} ${groupLink(count(sound, "customer"), { profit_class: ["good", "marginal"] }, sound)} · ${t`With a loss:`} ${groupLink(count(bad, "customer"), { profit_class: "bad", sort: "profit" }, bad)}</p>`;
}

function losses(context: Context, head: Headlines, span: 7 | 12): Element {
  const { money } = context;
  const table = context.read<LossMaker>("value_loss_makers");
  const [worst] = table.rows;
  const hasCost = table.rows.some((row) => row.cost_to_serve !== null);
  const reasons = [...new Set(table.rows.flatMap((row) => row.historical_value_reason ?? []))];
  const below = (row: LossMaker) => [row.tier ? t`${words(row.tier)} tier` : words(row.kind), row.region].filter(Boolean).join(" · ");
  return card(context, {
    title: worst ? t`${worst.label} costs most: ${money(-worst.profit)} lost in ${integer(context.windowDays)} days` : isPart(context) && head.bad_customers ? t`None of those selected is among the largest losses of all customers` : t`There is no loss to list`,
    ...(worst && { subtitle: t`The largest losses: reprice, serve at lower cost, or let go` }), sources: [table], span, inFull: { profit_class: "bad", sort: "profit" },
  },
    dataTable(table.rows, [
      { label: t`Customer`, value: (row) => named(customerLink(row.label, row.customer_key), below(row)), isRowHeader: true },
      { label: hasCost ? t`Profit` : t`Margin`, value: (row) => named(money(row.profit), row.profit_rate === null ? null : t`${percent0(row.profit_rate)} on revenue`), align: "right" },
      { label: t`Revenue`, value: (row) => money(row.revenue), align: "right" },
      ...(hasCost ? [{ label: t`Cost to serve`, value: (row: LossMaker) => money(row.cost_to_serve), align: "right" as const }] : []),
      { label: t`Since first order`, value: (row) => money(row.historical_value), align: "right" },
      { label: t`Account manager`, value: (row) => row.owner },
    ], { caption: t`Customers with the largest losses`, first: 5, noun: "customer", empty: isPart(context) && head.bad_customers ? t`None.` : t`No customer costs more than it brings.` }),
    worst ? note(t`Since first order: margin less all costs to date.`) : null,
    ...reasons.map((reason) => note(t`Left out of it: ${phrase(reason)}.`)));
}
