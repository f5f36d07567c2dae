import { html } from "htl";
import { card } from "../components/card.js";
import { emptyState } from "../components/emptyState.js";
import { facts, type Fact } from "../components/facts.js";
import { kpi } from "../components/kpi.js";
import { change, count, integer, percent, percent0, sentence, type Format } from "../lib/format.js";
import { msg, phrase, t } from "../lib/language.js";
import type { AnyTable, Context, Page, Table } from "../lib/page.js";
import { valueName } from "../lib/valueName.js";
import { isNarrowed } from "../selection/selection.js";
import { changes, hiddenByProduct, whatEffectsDid } from "./composition/change.js";
import { concentration } from "./composition/concentration.js";
import { groupings } from "./composition/groupings.js";
import { titleWithin } from "./composition/names.js";
import type { Concentration, Driver, Effect, Finding, Group, Headline, HidingProduct, Margin, Month, Mover, TopCustomer } from "./composition/rows.js";
import { againstPrior, follows, isPart, nobody, revenueOf } from "./selected.js";

export const composition: Page = {
  path: "composition",
  title: msg("Composition"),
  question: msg("Who are our customers, how is revenue spread over them, and what changed it?"),
  follows: "customers and period",
  render(context) {
    const source = context.read<Headline>("composition_headline");
    const [head] = source.rows;
    if (!head) {
      return [emptyState(context, ["customers", "orders"], t`The composition shows who the customers are, how revenue is spread over them, and what changed it.`)];
    }
    if (head.revenue === null) {
      return [
        customersTile(context, source, head),
        emptyState(context, ["orders", "order_lines"], t`With orders, this page shows what each group brings, how revenue is spread over customers, and what changed it.`),
        ...groupings(context),
      ];
    }
    if (head.customers === 0) return [nobody(t`No customer has all that is selected`)];
    if (isNarrowed(context.selection) && !head.buying_customers && !head.prior_buying_customers && !head.revenue && !head.prior_revenue) {
      return [nobody(t`Nobody selected bought: ${context.window.title}`), ...groupings(context)];
    }
    const parts = [...changes(context, source, head), ...concentration(context, head), ...groupings(context)];
    return [...tiles(context, source, head), partsOfPage(parts), ...standsOut(context), ...parts];
  },
};

const partsOfPage = (parts: Element[]) => html`<nav class="parts" aria-label=${t`On this page`}>${parts.filter((part) => part.localName === "h2" && part.id)
  .map((part) => html.fragment`<a href=${`#${part.id}`}>${part.textContent}</a>`)}</nav>`;

/** Change on the window before, and whether that is welcome: more is better. */
const onPrior = (context: Context, value: number | null, format: Format) =>
  (value === null ? {} : { delta: againstPrior(context, format(value)), ...(value !== 0 && { isGood: value > 0 }) });

function customersTile(context: Context, source: Table<Headline>, head: Headline): HTMLElement {
  const groups = context.read<Group>("composition_groups");
  const internal = groups.rows.find((row) => row.group_kind === "internal");
  const apart = internal ? t`${count(internal.customers, "internal customer")} not counted` : null;
  if (head.buying_customers === null) {
    return kpi(context, { label: t`Customers on file`, value: integer(head.customers), note: joined(t`No orders are known`, apart), sources: [source] });
  }
  return kpi(context, {
    label: t`Customers who bought`, value: integer(head.buying_customers), ...onPrior(context, head.buying_customers_change_rate, change),
    note: joined(t`of ${integer(head.customers)} on file`, apart), sources: isNarrowed(context.selection) ? [source] : [source, groups],
  });
}

const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(t`; `);

function tiles(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const months = context.read<Month>("composition_revenue_trend");
  const spread = context.read<Concentration>("composition_concentration");
  const top = context.read<TopCustomer>("composition_top_customers");
  const margin = context.read<Margin>("composition_margin");
  const now = spread.rows.find((row) => row.period === "current");
  const prior = spread.rows.find((row) => row.period === "prior");
  const beside = (value: number | null | undefined) =>
    // What is not of the period has nothing to do with the one before it.
    (!head.is_prior_complete || context.selection.period !== null || value === null || value === undefined ? {} : { delta: t`${percent(value)} in the ${integer(context.windowDays)} days before` });
  const reason = now?.reason ? sentence(now.reason) : undefined;
  return [
    customersTile(context, source, head),
    kpi(context, {
      label: revenueOf(context), value: context.money(head.revenue), ...onPrior(context, head.change_rate, change),
      note: joined(head.change_reason === null ? t`${context.money(head.prior_revenue)} before` : t`No rate of change: ${phrase(head.change_reason)}`, marginNote(margin.rows[0])),
      trend: { points: months.rows.filter((row) => row.is_complete).map((row) => ({ date: row.month, value: row.revenue })), format: context.money }, sources: [source, months, margin],
    }),
    kpi(context, {
      label: !now || now.top_customers === 1 ? t`Share of the largest customer` : t`Share of the ${integer(now.top_customers)} largest customers`, value: percent(now?.top_revenue_share),
      ...beside(prior?.top_revenue_share),
      note: reason ?? (now?.customers === 1 ? t`Only one customer brings revenue` : isPart(context) ? undefined : t`The largest alone brings ${percent(top.rows[0]?.revenue_share)}`), sources: [spread, top],
    }),
    kpi(context, {
      label: now ? t`${percent0(now.pareto_share)} of revenue comes from` : t`Most revenue comes from`, value: percent(now?.pareto_customer_share),
      ...beside(prior?.pareto_customer_share),
      note: reason ?? (now ? t`${integer(now.pareto_customers)} of ${count(now.customers, "customer")} with revenue` : t`Nobody bought`), sources: [spread],
    }),
  ];
}

/** The margin of all orders, or of those whose cost is known, with how many these are; none where none is. */
function marginNote(row: Margin | undefined): string | null {
  if (!row) return null;
  if (row.margin_rate !== null) {
    return row.prior_margin_rate === null ? t`margin ${percent(row.margin_rate)}` : t`margin ${percent(row.margin_rate)}, ${percent(row.prior_margin_rate)} before`;
  }
  return row.known_margin_rate === null ? null : t`margin ${percent(row.known_margin_rate)} on the ${percent(row.margin_known_rate)} of orders whose cost is known`;
}

/** The sentences that matter first; a fact that the data does not give is left out. */
function standsOut(context: Context): Element[] {
  const found: [Fact | undefined, AnyTable][] = [cameAndWent(context), priceOrVolume(context), hidingProduct(context), movedGroup(context), largestKind(context), fallenCustomer(context)];
  const known = found.filter((fact): fact is [Fact, AnyTable] => fact[0] !== undefined && follows(context, fact[1]));
  if (known.length === 0) return [];
  return [card(context, { title: t`What stands out`, sources: known.map(([, source]) => source), span: 12 }, facts(known.map(([fact]) => fact)))];
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
    text: t`${count(went.customers, "earlier customer")} did not buy: ${money(-went.change)} less; ${count(came.customers, "new customer")} brought ${money(came.change)}.`,
    tone: -went.change > came.change ? "bad" : "good", href: "./customers.html?driver=lost", hrefLabel: t`Who did not buy`,
  }, table];
}

function priceOrVolume(context: Context): [Fact | undefined, AnyTable] {
  const table = context.read<Effect>("composition_effects");
  const text = whatEffectsDid(context, table.rows);
  return [text && isComparable(context) ? { text: t`${text}.` } : undefined, table];
}

function hidingProduct(context: Context): [Fact | undefined, AnyTable] {
  const table = context.read<HidingProduct>("composition_hiding_product");
  const text = hiddenByProduct(context, table.rows[0]);
  return [text === "" ? undefined : { text, tone: "bad" }, table];
}

function movedGroup(context: Context): [Fact | undefined, AnyTable] {
  const table = context.read<Finding>("composition_findings");
  const first = table.rows.find((row) => row.groups > 1);
  if (!first || first.mover === null) return [undefined, table];
  return [{
    text: t`${valueName(first.mover, first.dimension)} moved most: from ${percent(first.mover_prior_share)} to ${percent(first.mover_share)} of revenue.`,
    href: `#by-${first.dimension}`, hrefLabel: t`By ${titleWithin(first.title)}`,
  }, table];
}

function largestKind(context: Context): [Fact | undefined, AnyTable] {
  const table = context.read<Finding>("composition_findings");
  const kind = table.rows.find((row) => row.dimension === "kind");
  if (!kind || kind.groups < 2 || kind.largest_known_revenue_share === null) return [undefined, table];
  return [{
    text: t`${valueName(kind.largest_group, "kind")} are ${percent0(kind.largest_known_customer_share)} of the customers and bring ${percent0(kind.largest_known_revenue_share)} of revenue.`,
    href: "#by-kind", hrefLabel: t`By ${titleWithin(kind.title)}`,
  }, table];
}

function fallenCustomer(context: Context): [Fact | undefined, AnyTable] {
  const table = context.read<Mover>("composition_movers");
  const last = table.rows.at(-1);
  if (!last || last.change >= 0 || !isComparable(context)) return [undefined, table];
  const who = last.owner === null ? last.label : t`${last.label} (account manager: ${last.owner})`;
  return [{
    text: last.revenue <= 0
      ? t`Largest loss with one customer: ${who} bought nothing any more, after ${context.money(last.prior_revenue)} before.`
      : t`Largest loss with one customer: ${who} fell from ${context.money(last.prior_revenue)} to ${context.money(last.revenue)}.`,
    tone: "bad", ...(last.customer_key && { href: `./customer.html?key=${encodeURIComponent(last.customer_key)}`, hrefLabel: t`The customer` }),
  }, table];
}
