import { card } from "../../components/card.js";
import { flow, type FlowStep, type FlowTone } from "../../components/flow.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { integer } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Headlines, Migration } from "./rows.js";
import { fallenShareTitle, movesTitle, place } from "./words.js";

interface Step extends FlowStep { row: Migration }

const tones: Record<string, FlowTone> = { up: "good", new: "good", returned: "good", down: "bad", lapsed: "bad" };

/** How customers, and the revenue that they brought, moved between tiers. */
export function flows(context: Context, head: Headlines): Element[] {
  const table = context.read<Migration>("value_migrations");
  return head.prior_reason === null ? [customers(context, table, head, 6), revenue(context, table)] : [customers(context, table, head, 12)];
}

/** Who stood where and stands where now, with those who came and those who left. */
function customers({ moneyChange, money, selection }: Context, table: Table<Migration>, head: Headlines, span: 6 | 12): Element {
  const isCompared = head.prior_reason === null;
  const title = movesTitle(head, table.rows, money);
  return card({ selection }, { title, subtitle: t`Customers by tier before (left) and now (right), with those who came and those who left`, sources: [table], span },
    flow(steps(table.rows, isCompared, ({ customers: moved }) => moved), {
      label: title, ...columns(table.rows), toneNames: toneNames(table.rows, isCompared), isFull: span === 12,
      valueTitle: t`Customers`, shareTitle: t`Share`, cell: ({ row }) => stepLink(row, integer(row.customers)),
      ...(isCompared && { details: [{ label: t`Change in revenue`, value: ({ row }) => row.revenue_change, format: moneyChange }] }),
    }));
}

/** The same of the revenue before: whose it was, and where they are now. */
function revenue({ money, selection, windowDays }: Context, table: Table<Migration>): Element {
  const title = fallenShareTitle(table.rows);
  const came = table.rows.filter(({ movement }) => movement === "new" || movement === "returned");
  const [who, brought] = [came.reduce((all, row) => all + row.customers, 0), came.reduce((all, row) => all + row.revenue, 0)];
  return card({ selection }, { title, subtitle: t`Revenue of the ${integer(windowDays)} days before, by the tier that its customers had then (left) and have now (right)`, sources: [table], span: 6 },
    flow(steps(table.rows, true, ({ prior_revenue: before }) => before), {
      label: title, ...columns(table.rows.filter(({ prior_revenue: before }) => before > 0), t`Revenue before, by tier then`, t`The same, by tier now`), toneNames: toneNames(table.rows, true), format: money,
      valueTitle: t`Revenue before`, shareTitle: t`Share`, cell: ({ row }) => stepLink(row, money(row.prior_revenue)),
      details: [{ label: t`Revenue now`, value: ({ row }) => row.revenue, format: money }],
    }),
    who === 0 ? null : note(who === 1 ? t`1 customer who brought nothing before is not drawn: it brings ${money(brought)} now.`
      : t`${integer(who)} customers who brought nothing before are not drawn: they bring ${money(brought)} now.`));
}

const steps = (rows: Migration[], isCompared: boolean, value: (row: Migration) => number): Step[] =>
  rows.map((row) => ({ row, from: row.prior_tier, to: row.tier, value: value(row), tone: (isCompared && tones[row.movement ?? ""]) || "neutral" }));

/** Tiers from the first to the last, and below them what stands in place of a tier. */
function columns(rows: Migration[], before = t`Before`, now = t`Now`) {
  const states = (id: (row: Migration) => string, position: (row: Migration) => number | null) =>
    [...new Map([...rows].sort((a, b) => (position(a) ?? Infinity) - (position(b) ?? Infinity) || (id(a) < id(b) ? -1 : 1)).map((row) => [id(row), { id: id(row), name: place(id(row)) }])).values()];
  return { columns: [
    { title: before, states: states((row) => row.prior_tier, (row) => row.prior_tier_position) },
    { title: now, states: states((row) => row.tier, (row) => row.tier_position) },
  ] };
}

function toneNames(rows: Migration[], isCompared: boolean): Record<FlowTone, string> {
  const neutral = !isCompared ? t`on record` : rows.some(({ movement }) => movement === null) ? t`in the same tier, or not ranked` : t`in the same tier`;
  return { good: t`up, new or back`, neutral, bad: t`down or gone` };
}

/** A figure of those who took a step, leading to them; who is not ranked cannot be asked for. */
function stepLink({ prior_tier, tier, movement, customers }: Migration, figure: string): Element | string {
  if (movement === null) return figure;
  if (movement === "lapsed") return groupLink(figure, { prior_tier, movement }, customers);
  if (movement === "new" || movement === "returned") return groupLink(figure, { tier, movement }, customers);
  return groupLink(figure, { prior_tier, tier }, customers);
}
