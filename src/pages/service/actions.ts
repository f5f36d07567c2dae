import { card } from "../../components/card.js";
import { facts, type Fact } from "../../components/facts.js";
import { dataTable } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { withNote } from "../../components/withNote.js";
import { count, decimal1, integer } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Headline, Product, Trouble } from "./rows.js";
import { formatOf, groupTitle, measureName, monthsName } from "./words.js";

/** Troubles that are over of which is told, the worst first. */
const PAST = 5;
/** Products of which is told. */
const PRODUCTS = 2;

/** What falls short now and calls for somebody's hand, in a sentence each; and beside it what did, and is over. */
export function actions(context: Context, head: Headline): Element[] {
  const table = context.read<Trouble>("service_troubles");
  const products = context.read<Product>("service_products");
  const { recent_from: from, recent_until: until } = head;
  if (from === null || until === null) return [];
  const months = monthsName(from, until);
  const now = table.rows.filter(({ place }) => place !== null).sort((a, b) => a.place! - b.place!);
  const failing = products.rows.filter((row) => row.is_recent_clear).sort((a, b) => b.recent_excess_failures! - a.recent_excess_failures!).slice(0, PRODUCTS);
  const past = table.rows.filter((row) => row.status === "was bad" && row.dimension !== "all" && row.group_name !== "unknown" && row.bad_from !== null)
    .sort((a, b) => missOf(b) - missOf(a) || a.measure.localeCompare(b.measure, "en")).slice(0, PAST);
  const known = [...now.map((row) => trouble(context, row, months)), ...failing.map((row) => product(context, head, row, months))];
  if (known.length + past.length === 0) return [];
  return [
    card(context, {
      title: known.length > 0 ? t`What to do about it` : t`Nothing calls for a hand`, sources: [table, products], span: past.length > 0 ? 7 : 12,
      subtitle: t`What falls short in ${months}, by more than chance explains: the furthest from its standard first`,
    }, known.length > 0 ? facts(known) : note(t`In ${months} no region, service point or product falls short by more than chance explains.`)),
    ...(past.length === 0 ? [] : [card(context, {
      title: t`Was bad, and no longer is`, sources: [table], span: 5,
      subtitle: t`What makes the figures of ${context.window.title} look worse than those of ${months}`,
    }, dataTable(past, [
      { label: t`What`, value: (row) => withNote(groupTitle(row.group_name, row.dimension), measureName(row.measure)), isRowHeader: true },
      { label: t`At its worst`, value: (row) => withNote(formatOf(row)(row.bad_value), monthsName(row.bad_from!, row.bad_until!)), number: (row) => row.bad_value, align: "right" },
      { label: t`Since then`, value: (row) => withNote(formatOf(row)(row.since_value), since(row)), number: (row) => row.since_value },
    ], { caption: t`Was bad, and no longer is` }))]),
  ];
}

/** By how much of its reference the worst stretch missed it. */
const missOf = ({ bad_value: value, reference }: Trouble): number => (value === null || !reference ? 0 : Math.abs(value - reference) / reference);

/** What somebody should do about a measure that falls short in a group. */
function lead({ measure, dimension, group_name: name }: Trouble): string {
  const group = groupTitle(name, dimension);
  switch (measure) {
    case "on_time_rate": return t`Ask why orders come late in ${group}`;
    case "order_fill_rate": return t`Ask why orders leave incomplete in ${group}`;
    case "perfect_order_rate": return t`Ask what goes wrong with orders in ${group}`;
    case "first_response_hours": return t`Have requests answered sooner in ${group}`;
    default: return t`Send help to ${group}`;
  }
}

/** One that falls short now. */
export function trouble(context: Pick<Context, "windowDays">, row: Trouble, months: string): Fact {
  const format = formatOf(row);
  const held = row.reference_is === "standard" ? t`the standard is ${format(row.reference)}` : t`all together: ${format(row.reference)}`;
  const base = row.unit === "share" ? count(row.recent_base, "order") : count(row.recent_base, "ticket");
  return {
    text: t`${lead(row)}. ${measureName(row.measure)}: ${format(row.recent_value)} in ${months} (${base}), ${held}. In ${count(context.windowDays, "day")}: ${format(row.year_value)}.`,
    tone: "bad", href: row.dimension === "region" ? "#on-time" : "#service-points",
  };
}

/** One that is over, without a full stop: when it was, and what came since. */
export function pastTrouble(row: Trouble): string {
  const format = formatOf(row);
  const was = t`${groupTitle(row.group_name, row.dimension)}, ${measureName(row.measure).toLowerCase()}: ${format(row.bad_value)} in ${monthsName(row.bad_from!, row.bad_until!)}`;
  return row.since_value === null ? was : t`${was}; since then ${format(row.since_value)}, ${since(row)}`;
}

/** How what came since stands against what it is held against. */
function since(row: Trouble): string {
  if (row.since_value === null) return "";
  const reference = formatOf(row)(row.reference);
  if (row.reference_is === "all") return row.is_since_kept ? t`no worse than all together` : t`all together: ${reference}; chance may explain what is left`;
  return row.is_since_kept ? t`standard of ${reference} kept` : t`standard ${reference}; chance may explain what is left`;
}

/** A product that fails far more now than so many lines usually do. */
function product(context: Pick<Context, "windowDays">, head: Headline, row: Product, months: string): Fact {
  const name = row.name ?? row.product_id;
  const cases = head.has_fills ? t`${integer(row.recent_short_lines)} short, ${count(row.recent_returns, "return")}, ${count(row.recent_complaints, "complaint")}` : t`${count(row.recent_returns, "return")}, ${count(row.recent_complaints, "complaint")}`;
  return {
    text: t`Look into ${name}: ${count(row.recent_failures, "case")} in ${count(row.recent_lines, "order line")} of ${months} (${cases}). In ${count(context.windowDays, "day")}: ${decimal1(row.failures_per_100_lines)} in 100 lines.`,
    tone: "bad", href: "#products",
  };
}

/** How a measure of a group does in the last months: "Apr 2025 to Jun 2025: 95%". */
export function recently(table: Table<Trouble>, measure: string, dimension: string, name: string): string | undefined {
  const row = table.rows.find((other) => other.measure === measure && other.dimension === dimension && other.group_name === name);
  if (!row || row.recent_value === null || row.recent_from === null || row.recent_until === null) return undefined;
  return t`${monthsName(row.recent_from, row.recent_until)}: ${formatOf(row)(row.recent_value)}`;
}
