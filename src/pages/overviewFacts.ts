import type { Fact } from "../components/facts.js";
import { change, count, integer, percent0 } from "../lib/format.js";
import type { AnyTable, Context, Table } from "../lib/page.js";

interface Driver { driver: string; customers: number; change: number | null }
interface Concentration { period: string; customers: number; top_customers: number; top_revenue_share: number | null; pareto_share: number; pareto_customers: number | null; pareto_customer_share: number | null }
interface Finding { dimension: string; title: string; riser: string | null; riser_change: number | null; riser_change_rate: number | null; faller: string | null; faller_change: number | null; faller_change_rate: number | null }
interface Value { bad_customers: number; lost_profit: number | null; moved_down_customers: number; lapsed_customers: number; profit: number | null; peak_profit_share: number | null }
interface Solvency { weak_clients: number | null; weak_exposure: number | null; weak_exposure_share: number | null; overdue_amount: number | null; overdue_share: number | null; clients_graded: number | null }
interface Mover { label: string; owner: string | null; revenue: number | null; prior_revenue: number | null; change: number }

/**
 * The facts that matter first, as sentences made from the data, most weighty subject first. A fact is left out where
 * the data does not give it; none is made up from zeros.
 */
export function overviewFacts(context: Context): { items: Fact[]; sources: AnyTable[] } {
  const facts: [Fact | undefined, AnyTable][] = [
    drivers(context, context.read<Driver>("composition_drivers")),
    groups(context, context.read<Finding>("composition_findings")),
    concentration(context.read<Concentration>("composition_concentration")),
    largestLoss(context, context.read<Mover>("composition_movers")),
    profit(context, context.read<Value>("value_headlines")),
    solvency(context, context.read<Solvency>("solvency_headline")),
  ];
  const known = facts.filter((fact): fact is [Fact, AnyTable] => fact[0] !== undefined);
  return { items: known.map(([fact]) => fact), sources: known.map(([, source]) => source) };
}

function drivers(context: Context, table: Table<Driver>): [Fact | undefined, AnyTable] {
  const moves = table.rows.filter((row): row is Driver & { change: number } => row.change !== null && row.change !== 0);
  const up = moves.filter((row) => row.change > 0).sort((a, b) => b.change - a.change)[0];
  const down = moves.filter((row) => row.change < 0).sort((a, b) => a.change - b.change)[0];
  if (!up || !down) return [undefined, table];
  const who = (row: Driver) => `${count(row.customers, "customer")} ${driverWords[row.driver] ?? row.driver}`;
  return [{
    text: `${who(down)} took ${context.money(Math.abs(down.change))} of revenue away; ${who(up)} brought ${context.money(up.change)}.`,
    tone: Math.abs(down.change) > up.change ? "bad" : "good", href: "./composition", hrefLabel: "What changed",
  }, table];
}

const driverWords: Record<string, string> = {
  new: "new in the window", "won back": "won back", lost: "lost", grown: "who bought more", shrunk: "who bought less",
};

function groups(context: Context, table: Table<Finding>): [Fact | undefined, AnyTable] {
  const region = table.rows.find((row) => row.dimension === "region" && row.faller !== null) ?? table.rows.find((row) => row.faller !== null);
  if (!region || region.faller_change === null || region.faller_change >= 0) return [undefined, table];
  const rise = region.riser !== null && region.riser_change !== null && region.riser_change > 0
    ? `, while ${region.riser} gained ${context.money(region.riser_change)} (${change(region.riser_change_rate)})` : "";
  return [{
    text: `By ${region.title.toLowerCase()}, ${region.faller} lost ${context.money(Math.abs(region.faller_change))} (${change(region.faller_change_rate)})${rise}.`,
    tone: "bad", href: "./composition", hrefLabel: "By group",
  }, table];
}

function concentration(table: Table<Concentration>): [Fact | undefined, AnyTable] {
  const now = table.rows.find((row) => row.period === "current");
  const before = table.rows.find((row) => row.period === "prior");
  if (!now || now.pareto_customer_share === null || now.top_revenue_share === null) return [undefined, table];
  const was = before && before.top_revenue_share !== null ? `, after ${percent0(before.top_revenue_share)} before` : "";
  return [{
    text: `${percent0(now.pareto_customer_share)} of the buying customers bring ${percent0(now.pareto_share)} of the revenue; the ${integer(now.top_customers)} largest bring ${percent0(now.top_revenue_share)}${was}.`,
    href: "./composition", hrefLabel: "Concentration",
  }, table];
}

function largestLoss(context: Context, table: Table<Mover>): [Fact | undefined, AnyTable] {
  const first = [...table.rows].sort((a, b) => a.change - b.change)[0];
  if (!first || first.change >= 0 || first.prior_revenue === null) return [undefined, table];
  const owner = first.owner === null ? "" : ` (account manager: ${first.owner})`;
  const now = first.revenue === null || first.revenue <= 0 ? "bought nothing any more" : `fell to ${context.money(first.revenue)}`;
  return [{ text: `The largest loss with one customer is ${first.label}${owner}: it ${now}, after ${context.money(first.prior_revenue)} before.`, tone: "bad", href: "./composition", hrefLabel: "Who moved revenue" }, table];
}

function profit(context: Context, table: Table<Value>): [Fact | undefined, AnyTable] {
  const [row] = table.rows;
  if (!row || row.profit === null || row.lost_profit === null || row.bad_customers === 0) return [undefined, table];
  return [{
    text: `${count(row.bad_customers, "customer")} ${row.bad_customers === 1 ? "costs" : "cost"} more than ${row.bad_customers === 1 ? "it brings" : "they bring"}: ${context.money(row.lost_profit)} of profit lost in the window.`,
    tone: "bad", href: "./value", hrefLabel: "Profit",
  }, table];
}

function solvency(context: Context, table: Table<Solvency>): [Fact | undefined, AnyTable] {
  const [row] = table.rows;
  if (!row) return [undefined, table];
  const overdue = row.overdue_share === null ? "" : ` ${percent0(row.overdue_share)} of all receivables are overdue.`;
  if (row.weak_clients && row.weak_exposure) {
    return [{
      text: `${count(row.weak_clients, "business client")} with weak or critical finances owe ${context.money(row.weak_exposure)}${row.weak_exposure_share === null ? "" : `, ${percent0(row.weak_exposure_share)} of the exposure`}.${overdue}`,
      tone: "bad", href: "./solvency", hrefLabel: "Watch list",
    }, table];
  }
  if (row.weak_clients) {
    return [{ text: `${count(row.weak_clients, "business client")} of ${integer(row.clients_graded)} graded have weak or critical finances.`, tone: "bad", href: "./solvency", hrefLabel: "Grades" }, table];
  }
  return overdue ? [{ text: overdue.trim(), href: "./solvency", hrefLabel: "Receivables" }, table] : [undefined, table];
}
