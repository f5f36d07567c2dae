import { html } from "htl";
import { card } from "../components/card.js";
import { emptyState } from "../components/emptyState.js";
import { facts, type Fact } from "../components/facts.js";
import { kpi } from "../components/kpi.js";
import { change, count, integer, percent, percent0 } from "../lib/format.js";
import type { AnyTable, Context, Page, Table } from "../lib/page.js";
import { changes, whatEffectsDid } from "./composition/change.js";
import { concentration } from "./composition/concentration.js";
import { groupings } from "./composition/groupings.js";
import { valueName } from "./composition/names.js";
import type { Concentration, Driver, Effect, Finding, Group, Headline, Margin, Month, Mover, TopCustomer } from "./composition/rows.js";

export const composition: Page = {
  path: "composition",
  title: "Composition",
  question: "Who are our customers, how is revenue spread over them, and what changed it?",
  render(context) {
    const source = context.read<Headline>("composition_headline");
    const [head] = source.rows;
    if (!head) {
      return [emptyState(context, ["customers", "orders"], "The composition shows who the customers are, how revenue is spread over them, and what changed it.")];
    }
    if (head.revenue === null) {
      return [
        customersTile(context, source, head),
        emptyState(context, ["orders", "order_lines"], "With orders, this page shows what each group brings, how revenue is spread over customers, and what changed it."),
        ...groupings(context),
      ];
    }
    const parts = [...changes(context, source, head), ...concentration(context, head), ...groupings(context)];
    return [...tiles(context, source, head), partsOfPage(parts), ...standsOut(context), ...parts];
  },
};

const partsOfPage = (parts: Element[]) => html`<nav class="parts" aria-label="On this page">${parts.filter((part) => part.localName === "h2" && part.id)
  .map((part) => html.fragment`<a href=${`#${part.id}`}>${part.textContent}</a>`)}</nav>`;

function customersTile(context: Context, source: Table<Headline>, head: Headline): HTMLElement {
  const groups = context.read<Group>("composition_groups");
  const internal = groups.rows.find((row) => row.group_kind === "internal");
  const apart = internal ? `; ${count(internal.customers, "internal customer")} not counted` : "";
  if (head.buying_customers === null) {
    return kpi(context, { label: "Customers on file", value: integer(head.customers), note: `No orders are known${apart}`, sources: [source] });
  }
  return kpi(context, {
    label: "Customers who bought", value: integer(head.buying_customers),
    ...(head.prior_buying_customers !== null && head.is_prior_complete && before(head.buying_customers, head.prior_buying_customers)),
    note: `of ${integer(head.customers)} on file${apart}`, sources: [source, groups],
  });
}

/** A count against that of the window before: more is welcome. */
function before(now: number, prior: number): { delta: string; isGood?: boolean } {
  if (now === prior) return { delta: "as many as in the window before" };
  return { delta: `${now > prior ? "up" : "down"} from ${integer(prior)} in the window before`, isGood: now > prior };
}

function tiles(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const months = context.read<Month>("composition_revenue_trend");
  const spread = context.read<Concentration>("composition_concentration");
  const top = context.read<TopCustomer>("composition_top_customers");
  const margin = context.read<Margin>("composition_margin");
  const now = spread.rows.find((row) => row.period === "current");
  const prior = spread.rows.find((row) => row.period === "prior");
  const beside = (value: number | null | undefined) => (!head.is_prior_complete || value === null || value === undefined ? {} : { delta: `${percent(value)} in the window before` });
  return [
    customersTile(context, source, head),
    kpi(context, {
      label: `Revenue, ${integer(context.windowDays)} days`, value: context.money(head.revenue),
      ...(head.change_rate !== null && { delta: `${change(head.change_rate)} on the window before`, ...(head.change_rate !== 0 && { isGood: head.change_rate > 0 }) }),
      note: [head.change_reason === null ? `${context.money(head.prior_revenue)} before` : `No rate of change: ${head.change_reason}`, ...marginNote(margin.rows[0])].join(". "),
      trend: months.rows.filter((row) => row.is_complete).map((row) => row.revenue), sources: [source, months, margin],
    }),
    kpi(context, {
      label: !now || now.top_customers === 1 ? "Share of the largest customer" : `Share of the ${integer(now.top_customers)} largest customers`, value: percent(now?.top_revenue_share),
      ...beside(prior?.top_revenue_share), note: now?.reason ?? (now?.customers === 1 ? "only one customer brings revenue" : `the largest alone brings ${percent(top.rows[0]?.revenue_share)}`), sources: [spread, top],
    }),
    kpi(context, {
      label: now ? `Customers who bring ${percent0(now.pareto_share)} of revenue` : "Customers who bring most revenue", value: percent(now?.pareto_customer_share),
      ...beside(prior?.pareto_customer_share), note: now?.reason ?? (now ? `${integer(now.pareto_customers)} of ${count(now.customers, "customer")} with revenue` : "nobody bought"), sources: [spread],
    }),
  ];
}

/** The margin of all orders, or of those whose cost is known, with how many these are; empty where none is. */
function marginNote(row: Margin | undefined): string[] {
  if (!row) return [];
  if (row.margin_rate !== null) return [`Margin ${percent(row.margin_rate)}${row.prior_margin_rate === null ? "" : `, ${percent(row.prior_margin_rate)} before`}`];
  return row.known_margin_rate === null ? [] : [`Margin ${percent(row.known_margin_rate)} on the ${percent(row.margin_known_rate)} of orders whose cost is known`];
}

/** The sentences that matter first; a fact that the data does not give is left out. */
function standsOut(context: Context): Element[] {
  const found: [Fact | undefined, AnyTable][] = [cameAndWent(context), priceOrVolume(context), movedGroup(context), fewCustomers(context), fallenCustomer(context)];
  const known = found.filter((fact): fact is [Fact, AnyTable] => fact[0] !== undefined);
  if (known.length === 0) return [];
  return [card(context, { title: "What stands out", sources: known.map(([, source]) => source), span: 12 }, facts(known.map(([fact]) => fact)))];
}

/** Whether the window before is recorded in full. */
const isComparable = (context: Context) => context.read<Headline>("composition_headline").rows[0]?.is_prior_complete ?? false;

function cameAndWent(context: Context): [Fact | undefined, AnyTable] {
  const table = context.read<Driver>("composition_drivers");
  const { money } = context;
  const came = table.rows.find((row) => row.driver === "new");
  const went = table.rows.find((row) => row.driver === "lost");
  if (!isComparable(context) || !came || !went || went.customers === 0) return [undefined, table];
  return [{
    text: `${count(went.customers, "customer")} of the window before did not buy in this one, which is ${money(-went.change)} less; ${count(came.customers, "new customer")} brought ${money(came.change)}.`,
    tone: -went.change > came.change ? "bad" : "good",
  }, table];
}

function priceOrVolume(context: Context): [Fact | undefined, AnyTable] {
  const table = context.read<Effect>("composition_effects");
  const text = whatEffectsDid(context, table.rows);
  return [text && isComparable(context) ? { text: `${text}.` } : undefined, table];
}

function movedGroup(context: Context): [Fact | undefined, AnyTable] {
  const table = context.read<Finding>("composition_findings");
  const first = table.rows.find((row) => row.groups > 1);
  if (!first || first.mover === null) return [undefined, table];
  return [{
    text: `${valueName(first.mover)}: ${percent(first.mover_share)} of revenue now, ${percent(first.mover_prior_share)} in the window before. No group moved further.`,
    href: `#by-${first.dimension}`, hrefLabel: `By ${first.title.toLowerCase()}`,
  }, table];
}

function fewCustomers(context: Context): [Fact | undefined, AnyTable] {
  const table = context.read<Finding>("composition_findings");
  const kind = table.rows.find((row) => row.dimension === "kind");
  if (!kind || kind.groups < 2 || kind.largest_known_revenue_share === null) return [undefined, table];
  return [{
    text: `${valueName(kind.largest_group)} are ${percent0(kind.largest_known_customer_share)} of the customers and bring ${percent0(kind.largest_known_revenue_share)} of the revenue.`,
    href: "#by-kind", hrefLabel: "By kind",
  }, table];
}

function fallenCustomer(context: Context): [Fact | undefined, AnyTable] {
  const table = context.read<Mover>("composition_movers");
  const last = table.rows.at(-1);
  if (!last || last.change >= 0 || !isComparable(context)) return [undefined, table];
  const owner = last.owner === null ? "" : ` (owner: ${last.owner})`;
  return [{
    text: `${last.label}${owner} ${last.driver === "lost" ? "bought nothing, after" : `fell to ${context.money(last.revenue)}, after`} ${context.money(last.prior_revenue)} in the window before: the largest loss with one customer.`,
    tone: "bad",
  }, table];
}
