import type { Fact } from "../components/facts.js";
import { change, count, day, integer, list, MISSING, month, percent0, pointsChange } from "../lib/format.js";
import type { AnyTable, Context, Table } from "../lib/page.js";

interface Headline { is_prior_complete: boolean }
interface Driver { driver: string; customers: number; change: number | null }
interface Concentration { period: string; customers: number; top_customers: number; top_revenue_share: number | null; pareto_share: number; pareto_customers: number | null; pareto_customer_share: number | null }
interface Finding { dimension: string; title: string; riser: string | null; riser_change: number | null; riser_change_rate: number | null; faller: string | null; faller_change: number | null; faller_change_rate: number | null }
interface Value { bad_customers: number; lost_profit: number | null; moved_down_customers: number; lapsed_customers: number; profit: number | null; peak_profit_share: number | null }
interface Solvency {
  weak_clients: number | null;
  weak_exposure: number | null;
  weak_exposure_share: number | null;
  overdue_amount: number | null;
  overdue_share: number | null;
  overdue_share_change: number | null;
  dso_days: number | null;
  dso_days_before: number | null;
  before_date: string | null;
  clients_graded: number | null;
}
interface Month { month: string; is_complete: boolean; three_month_revenue: number | null; three_month_change_rate: number | null; twelve_month_change_rate: number | null }
interface Mover { label: string; owner: string | null; revenue: number | null; prior_revenue: number | null; change: number }

/**
 * The facts that matter first, as sentences made from the data, most weighty subject first. A fact is left out where
 * the data does not give it; none is made up from zeros.
 */
export function overviewFacts(context: Context): { items: Fact[]; sources: AnyTable[] } {
  const isComparable = context.read<Headline>("composition_headline").rows[0]?.is_prior_complete ?? false;
  const solvency = context.read<Solvency>("solvency_headline");
  const facts: [Fact | undefined, AnyTable][] = [
    lastMonths(context, context.read<Month>("composition_revenue_trend")),
    overdue(context, solvency),
    drivers(context, context.read<Driver>("composition_drivers"), isComparable),
    groups(context, context.read<Finding>("composition_findings")),
    largestLoss(context, context.read<Mover>("composition_movers"), isComparable),
    profit(context, context.read<Value>("value_headlines")),
    weakClients(context, solvency),
    concentration(context.read<Concentration>("composition_concentration"), isComparable),
  ];
  const known = facts.filter((fact): fact is [Fact, AnyTable] => fact[0] !== undefined);
  return { items: known.map(([fact]) => fact), sources: known.map(([, source]) => source) };
}

/** The newest months against the same ones a year before: a full year hides a turn within it. */
function lastMonths(context: Context, table: Table<Month>): [Fact | undefined, AnyTable] {
  const last = table.rows.filter((row) => row.is_complete).at(-1);
  if (!last || last.three_month_change_rate === null) return [undefined, table];
  const year = last.twelve_month_change_rate;
  const turn = year !== null && Math.sign(year) !== Math.sign(last.three_month_change_rate) ? `, though the full year shows ${change(year)}` : "";
  return [{
    text: `The three months to ${month(last.month)} brought ${context.money(last.three_month_revenue)}, ${change(last.three_month_change_rate)} on the same months a year before${turn}.`,
    tone: last.three_month_change_rate < 0 ? "bad" : "good", href: "./composition", hrefLabel: "What changed",
  }, table];
}

/** Who took revenue away and who brought it, each with its sum. */
function drivers(context: Context, table: Table<Driver>, isComparable: boolean): [Fact | undefined, AnyTable] {
  const moves = table.rows.filter((row): row is Driver & { change: number } => row.change !== null && row.change !== 0 && row.driver in driverWords);
  const told = (rows: (Driver & { change: number })[]) => list(rows.map((row, index) =>
    `${index === 0 ? count(row.customers, "customer") : integer(row.customers)} ${driverWords[row.driver]!} (${context.moneyChange(row.change)})`));
  const down = moves.filter((row) => row.change < 0).sort((a, b) => a.change - b.change);
  const up = moves.filter((row) => row.change > 0).sort((a, b) => b.change - a.change);
  if (!isComparable || down.length === 0 || up.length === 0) return [undefined, table];
  return [{
    text: `${told(down)}, while ${told(up)}.`, href: "./composition", hrefLabel: "What changed",
  }, table];
}

const driverWords: Record<string, string> = {
  new: "came new", "won back": "came back", lost: "bought nothing any more", grown: "bought more", shrunk: "bought less",
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

function concentration(table: Table<Concentration>, isComparable: boolean): [Fact | undefined, AnyTable] {
  const now = table.rows.find((row) => row.period === "current");
  const before = table.rows.find((row) => row.period === "prior");
  if (!now || now.pareto_customer_share === null || now.top_revenue_share === null) return [undefined, table];
  const share = percent0(now.top_revenue_share);
  const prior = isComparable && before ? percent0(before.top_revenue_share) : MISSING;
  const was = prior === MISSING ? "" : prior === share ? ", as before" : `, after ${prior} before`;
  return [{
    text: `${percent0(now.pareto_customer_share)} of the buying customers bring ${percent0(now.pareto_share)} of the revenue; the ${integer(now.top_customers)} largest bring ${share}${was}.`,
    href: "./composition", hrefLabel: "Concentration",
  }, table];
}

function largestLoss(context: Context, table: Table<Mover>, isComparable: boolean): [Fact | undefined, AnyTable] {
  const first = [...table.rows].sort((a, b) => a.change - b.change)[0];
  if (!isComparable || !first || first.change >= 0 || first.prior_revenue === null) return [undefined, table];
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

function overdue(context: Context, table: Table<Solvency>): [Fact | undefined, AnyTable] {
  const [row] = table.rows;
  if (!row || row.overdue_share === null) return [undefined, table];
  const since = row.overdue_share_change === null || row.before_date === null ? "" : `, ${pointsChange(row.overdue_share_change)} since ${day(row.before_date)}`;
  const dso = row.dso_days === null ? "" : ` Payment takes ${integer(row.dso_days)} days of billing${row.dso_days_before === null ? "" : `, after ${integer(row.dso_days_before)}`}.`;
  return [{
    text: `${percent0(row.overdue_share)} of what clients owe is overdue (${context.money(row.overdue_amount)})${since}.${dso}`,
    tone: row.overdue_share_change === null ? "neutral" : row.overdue_share_change > 0 ? "bad" : "good", href: "./solvency", hrefLabel: "Receivables",
  }, table];
}

function weakClients(context: Context, table: Table<Solvency>): [Fact | undefined, AnyTable] {
  const [row] = table.rows;
  if (!row?.weak_clients) return [undefined, table];
  if (!row.weak_exposure) {
    return [{ text: `${integer(row.weak_clients)} of ${count(row.clients_graded, "graded business client")} have weak or critical finances.`, tone: "bad", href: "./solvency", hrefLabel: "Grades" }, table];
  }
  const share = row.weak_exposure_share === null ? "" : `, ${percent0(row.weak_exposure_share)} of all that is open`;
  return [{
    text: `${count(row.weak_clients, "business client")} with weak or critical finances ${row.weak_clients === 1 ? "owes" : "owe"} ${context.money(row.weak_exposure)}${share}.`,
    tone: "bad", href: "./solvency", hrefLabel: "Watch list",
  }, table];
}
