import type { Fact } from "../components/facts.js";
import { change, count, day, integer, list, month, percent0, pointsChange } from "../lib/format.js";
import { t } from "../lib/language.js";
import type { AnyTable, Context, Table } from "../lib/page.js";
import { valueName } from "../lib/valueName.js";
import type { Figure, Headline as Changes } from "./changes/rows.js";
import { changeText, figureName, isMoved } from "./changes/words.js";
import { hiddenByProduct, whatEffectsDid } from "./composition/change.js";
import { titleWithin } from "./composition/names.js";
import { follows } from "./selected.js";
import type { Attention } from "./satisfaction/rows.js";
import type { Concentration, Driver, Effect, Finding, Headline, Month, HidingProduct, Mover } from "./composition/rows.js";

/** Of the value page's figures, those on losses. */
export interface Value { bad_customers: number | null; lost_profit: number | null; profit: number | null; profit_change: number | null; profit_change_rate: number | null; profit_change_reason: string | null; cost_to_serve: number | null; cost_reason: string | null; unallocated_cost: number | null; profit_after_unallocated: number | null; profit_customers: number; unknown_profit_customers: number }
export interface Solvency {
  weak_clients: number | null;
  weak_exposure: number | null;
  weak_exposure_share: number | null;
  owed_amount: number | null;
  overdue_amount: number | null;
  overdue_share: number | null;
  overdue_share_change: number | null;
  dso_days: number | null;
  dso_days_before: number | null;
  before_date: string | null;
  clients_graded: number | null;
  clients_ordering_on: number;
  recent_order_days: number;
}

/** More facts than these nobody keeps in mind: the first that the data gives. */
const MOST = 5;

/**
 * The facts that matter first, as sentences made from the data, most weighty subject first. A fact is left out where
 * the data does not give it; none is made up from zeros.
 */
export function overviewFacts(context: Context): { items: Fact[]; sources: AnyTable[] } {
  const head = context.read<Headline>("composition_headline").rows[0];
  const isComparable = head?.is_prior_complete ?? false;
  const solvency = context.read<Solvency>("solvency_headline");
  const facts: [Fact | undefined, AnyTable][] = [
    lastMonths(context, context.read<Month>("composition_revenue_trend"), head?.change_rate ?? null),
    sinceLastRun(context),
    overdue(context, solvency),
    orderingOn(solvency),
    dissatisfied(context, context.read<Attention>("satisfaction_attention")),
    drivers(context, context.read<Driver>("composition_drivers"), isComparable),
    ...products(context, isComparable),
    groups(context, context.read<Finding>("composition_findings")),
    largestLoss(context, context.read<Mover>("composition_movers"), isComparable),
    losses(context, context.read<Value>("value_headlines")),
    weakClients(context, solvency),
    concentration(context.read<Concentration>("composition_concentration"), isComparable),
  ];
  const known = facts.filter((fact): fact is [Fact, AnyTable] => fact[0] !== undefined && follows(context, fact[1])).slice(0, MOST);
  return { items: known.map(([fact]) => fact), sources: [...new Set(known.map(([, source]) => source))] };
}

/** The newest months against the same ones a year before: a full window hides a turn within it. */
function lastMonths(context: Context, table: Table<Month>, windowRate: number | null): [Fact | undefined, AnyTable] {
  const last = table.rows.filter((row) => row.is_complete).at(-1);
  if (!last || last.three_month_change_rate === null) return [undefined, table];
  const [to, amount, rate] = [month(last.month), context.money(last.three_month_revenue), change(last.three_month_change_rate)];
  const isTurn = windowRate !== null && context.selection.period === null && Math.sign(windowRate) !== Math.sign(last.three_month_change_rate);
  return [{
    text: isTurn
      ? t`Revenue has turned: the three months to ${to} brought ${amount}, ${rate} on the same months a year before; the ${integer(context.windowDays)} days as a whole ${change(windowRate)}.`
      : t`The three months to ${to} brought ${amount}, ${rate} on the same months a year before.`,
    tone: last.three_month_change_rate < 0 ? "bad" : "good", href: "./composition.html#what-changed-revenue", hrefLabel: t`What changed`,
  }, table];
}

/** Who stands worse than in the last run, and the figure that moved most; nothing on a first run. */
function sinceLastRun(context: Context): [Fact | undefined, AnyTable] {
  const totals = context.read<Changes>("changes_headline");
  const figures = context.read<Figure>("changes_figures");
  const [row] = totals.rows;
  const first = figures.rows.find(isMoved);
  if (!row || (row.worse_customers === 0 && row.better_customers === 0 && !first)) return [undefined, totals];
  const stakes = row.worse_at_stake === null ? "" : t` (${context.money(row.worse_at_stake)} at stake)`;
  const people = row.worse_customers === 0 && row.better_customers === 0 ? t`Since the run of ${day(row.before_date)} no customer changed tier, class, state or grade`
    : t`Since the run of ${day(row.before_date)} ${count(row.worse_customers, "customer fell", "customers fell")} in tier, profit class, state or grade${stakes} and ${integer(row.better_customers)} rose`;
  return [{
    text: first ? t`${people}; what moved most: ${figureName(first.figure)}, ${changeText(context, first)}.` : t`${people}.`,
    tone: row.worse_customers > row.better_customers ? "bad" : "neutral", href: "./changes.html", hrefLabel: t`What moved`,
  }, totals];
}

/** Customers that carry the business and are dissatisfied: whom to call before a competitor does. */
function dissatisfied(context: Context, table: Table<Attention>): [Fact | undefined, AnyTable] {
  const [row] = table.rows;
  if (!row?.open_customers) return [undefined, table];
  const tiers = list((row.tiers ?? "").split("\n").map((tier) => valueName(tier, "tier")));
  return [{
    text: row.longest_days === null
      ? t`${integer(row.open_customers)} of ${count(row.attention_customers, "customer")} of the tiers ${tiers} are dissatisfied: ${context.money(row.open_value)} of revenue.`
      : t`${integer(row.open_customers)} of ${count(row.attention_customers, "customer")} of the tiers ${tiers} are dissatisfied: ${context.money(row.open_value)} of revenue, the longest for ${count(row.longest_days, "day")}.`,
    tone: "bad", href: "./satisfaction.html", hrefLabel: t`Whom to call`,
  }, table];
}

/** What customers of a driver did, with how many they are and what it came to. */
const driverTexts: Record<string, (customers: string, sum: string) => string> = {
  "new": (customers, sum) => t`${customers} came new (${sum})`,
  "won back": (customers, sum) => t`${customers} came back (${sum})`,
  "lost": (customers, sum) => t`${customers} bought nothing (${sum})`,
  "grown": (customers, sum) => t`${customers} bought more (${sum})`,
  "shrunk": (customers, sum) => t`${customers} bought less (${sum})`,
};

/** Who took revenue away and who brought it, each with its sum. */
function drivers(context: Context, table: Table<Driver>, isComparable: boolean): [Fact | undefined, AnyTable] {
  const moves = table.rows.filter((row) => row.change !== 0 && row.driver in driverTexts);
  const told = (rows: Driver[]) => list(rows.map((row) => driverTexts[row.driver]!(integer(row.customers), context.moneyChange(row.change))));
  const down = moves.filter((row) => row.change < 0).sort((a, b) => a.change - b.change);
  const up = moves.filter((row) => row.change > 0).sort((a, b) => b.change - a.change);
  if (!isComparable || down.length === 0 || up.length === 0) return [undefined, table];
  return [{ text: t`Of the customers, ${told(down)}, while ${told(up)}.`, href: "./composition.html#what-changed-revenue", hrefLabel: t`Who moved revenue` }, table];
}

/** That one product hides what all others did, or else what prices and quantities did. */
function products(context: Context, isComparable: boolean): [Fact | undefined, AnyTable][] {
  // Both are read whatever they say: a page drawn anew has the tables that it read when it was built.
  const hiding = context.read<HidingProduct>("composition_hiding_product");
  const effects = context.read<Effect>("composition_effects");
  if (!isComparable) return [];
  const hidden = hiddenByProduct(context, hiding.rows[0]);
  const href = "./composition.html#what-changed-revenue";
  if (hidden !== "" && follows(context, hiding)) return [[{ text: hidden, tone: "bad", href, hrefLabel: t`Products` }, hiding]];
  const text = whatEffectsDid(context, effects.rows);
  return text === "" ? [] : [[{ text: t`${text}.`, href, hrefLabel: t`Price and volume` }, effects]];
}

function groups(context: Context, table: Table<Finding>): [Fact | undefined, AnyTable] {
  const found = table.rows.find((row) => row.dimension === "region" && row.faller !== null) ?? table.rows.find((row) => row.faller !== null);
  if (!found || found.faller === null || found.faller_change === null) return [undefined, table];
  const by = titleWithin(found.title);
  const fell = [valueName(found.faller, found.dimension), context.money(Math.abs(found.faller_change)), change(found.faller_change_rate)] as const;
  return [{
    text: found.riser === null || found.riser_change === null
      ? t`By ${by}, ${fell[0]} lost ${fell[1]} (${fell[2]}).`
      : t`By ${by}, ${fell[0]} lost ${fell[1]} (${fell[2]}), while ${valueName(found.riser, found.dimension)} gained ${context.money(found.riser_change)} (${change(found.riser_change_rate)}).`,
    tone: "bad", href: `./composition.html#by-${found.dimension}`, hrefLabel: t`All groups`,
  }, table];
}

/** Only where it changed: that few customers bring most is no news. */
function concentration(table: Table<Concentration>, isComparable: boolean): [Fact | undefined, AnyTable] {
  const now = table.rows.find((row) => row.period === "current");
  const before = table.rows.find((row) => row.period === "prior");
  // Where all of them are needed, there is no concentration to speak of.
  if (!now || now.pareto_customer_share === null || now.pareto_customer_share === 1 || now.top_revenue_share === null) return [undefined, table];
  const share = percent0(now.top_revenue_share);
  const prior = isComparable && before && before.top_revenue_share !== null ? percent0(before.top_revenue_share) : undefined;
  if (prior === share) return [undefined, table];
  const [who, what] = [percent0(now.pareto_customer_share), percent0(now.pareto_share)];
  const top = now.top_customers === 1 ? t`the largest brings ${share}` : t`the ${integer(now.top_customers)} largest bring ${share}`;
  return [{
    text: prior === undefined
      ? t`${who} of the buying customers bring ${what} of revenue; ${top}.`
      : t`${who} of the buying customers bring ${what} of revenue; ${top}, after ${prior} before.`,
    href: "./composition.html#how-revenue-is-spread", hrefLabel: t`Concentration`,
  }, table];
}

function largestLoss(context: Context, table: Table<Mover>, isComparable: boolean): [Fact | undefined, AnyTable] {
  const first = [...table.rows].sort((a, b) => a.change - b.change)[0];
  if (!isComparable || !first || first.change >= 0) return [undefined, table];
  const who = first.owner === null ? first.label : t`${first.label} (account manager: ${first.owner})`;
  return [{
    text: first.revenue <= 0
      ? t`Largest loss with one customer: ${who} bought nothing any more, after ${context.money(first.prior_revenue)} before.`
      : t`Largest loss with one customer: ${who} fell from ${context.money(first.prior_revenue)} to ${context.money(first.revenue)}.`,
    tone: "bad", href: first.customer_key ? `./customer.html?key=${encodeURIComponent(first.customer_key)}` : "./composition.html#what-changed-revenue",
    hrefLabel: first.customer_key ? t`The customer` : t`Who moved revenue`,
  }, table];
}

function losses(context: Context, table: Table<Value>): [Fact | undefined, AnyTable] {
  const [row] = table.rows;
  if (!row || row.profit === null || row.lost_profit === null || !row.bad_customers) return [undefined, table];
  const lost = context.money(row.lost_profit);
  return [{
    text: row.bad_customers === 1
      ? t`One customer costs more than it brings: ${lost} of profit lost in ${integer(context.windowDays)} days.`
      : t`${count(row.bad_customers, "customer")} cost more than they bring: ${lost} of profit lost in ${integer(context.windowDays)} days.`,
    tone: "bad", href: "./value.html", hrefLabel: t`Loss makers`,
  }, table];
}

function overdue(context: Context, table: Table<Solvency>): [Fact | undefined, AnyTable] {
  const [row] = table.rows;
  if (!row || row.overdue_share === null) return [undefined, table];
  const [share, amount] = [percent0(row.overdue_share), context.money(row.overdue_amount)];
  const first = row.overdue_share_change === null || row.before_date === null
    ? t`${share} of what clients owe is overdue (${amount}).`
    : t`${share} of what clients owe is overdue (${amount}), ${pointsChange(row.overdue_share_change)} since ${day(row.before_date)}.`;
  const then = row.dso_days === null ? ""
    : row.dso_days_before === null ? t` What is open equals ${integer(row.dso_days)} days of billing (DSO).` : t` What is open equals ${integer(row.dso_days)} days of billing (DSO), after ${integer(row.dso_days_before)}.`;
  return [{
    text: `${first}${then}`,
    tone: row.overdue_share_change === null ? "neutral" : row.overdue_share_change > 0 ? "bad" : "good", href: "./solvency.html", hrefLabel: t`Receivables`,
  }, table];
}

/** What cannot wait until the next meeting: goods that leave the house today. */
function orderingOn(table: Table<Solvency>): [Fact | undefined, AnyTable] {
  const [row] = table.rows;
  if (!row?.clients_ordering_on) return [undefined, table];
  const days = count(row.recent_order_days, "day");
  return [{
    text: row.clients_ordering_on === 1 ? t`One client that should get no further credit ordered in the last ${days}: deliver only against payment.`
      : t`${integer(row.clients_ordering_on)} clients that should get no further credit ordered in the last ${days}: deliver only against payment.`,
    tone: "bad", href: "./solvency.html", hrefLabel: t`Watch list`,
  }, table];
}

function weakClients(context: Context, table: Table<Solvency>): [Fact | undefined, AnyTable] {
  const [row] = table.rows;
  if (!row?.weak_clients) return [undefined, table];
  const weak = row.weak_clients;
  if (!row.weak_exposure) {
    const graded = count(row.clients_graded, "graded business client");
    return [{ text: weak === 1 ? t`One of ${graded} has weak or critical finances.` : t`${integer(weak)} of ${graded} have weak or critical finances.`, tone: "bad", href: "./solvency.html", hrefLabel: t`Grades` }, table];
  }
  const [clients, owed, share] = [count(weak, "business client"), context.money(row.weak_exposure), percent0(row.weak_exposure_share)];
  return [{
    text: weak === 1 ? t`One business client with weak or critical finances owes ${owed}, ${share} of all that is open.`
      : t`${clients} with weak or critical finances owe ${owed}, ${share} of all that is open.`,
    tone: "bad", href: "./solvency.html", hrefLabel: t`Watch list`,
  }, table];
}
