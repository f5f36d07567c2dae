import { count, integer, MISSING, percent0, sentence, words, type Format } from "../../lib/format.js";
import type { Headlines, Mover, Tier } from "./rows.js";

/** What losses do to the profit of all: title of the whale curve. */
export function whaleTitle(head: Headlines, money: Format): string {
  const { bad_customers: bad, profit_customers: all, lost_profit: lost, peak_profit: earned, peak_profit_share: share } = head;
  if (!bad) return earned ? "No customer costs more than it brings" : "No customer earns or costs anything";
  if (share !== null) {
    return `${percent0(head.peak_customers_share)} of the customers earn ${percent0(share)} of the profit; `
      + `${count(bad, "other")} ${bad === 1 ? "gives" : "give"} ${money(lost)} of it back`;
  }
  const who = bad === all ? (all === 1 ? "The only customer" : `All ${integer(all)} customers`) : `${integer(bad)} of ${count(all, "customer")}`;
  const rest = bad === all ? "" : earned ? `, against ${money(earned)} earned with the others` : ", and nothing earned with the others";
  return `${who} ${bad === 1 ? "costs more than it brings" : "cost more than they bring"}: ${money(lost)} lost${rest}`;
}

/** Profit before and after what is booked on no customer. */
export function profitTitle(head: Headlines, money: Format): string {
  const kind = head.cost_reason ? "margin, before any cost to serve" : "profit after cost to serve";
  const result = head.profit !== null && head.profit < 0 && !head.cost_reason ? `A loss of ${money(-head.profit)} after cost to serve` : `${money(head.profit)} ${kind}`;
  return head.unallocated_cost ? `${result}, ${money(head.profit_after_unallocated)} after cost booked on no customer` : result;
}

/** Which tier earns least on its revenue and which most, the upper of the two first. */
export function tierProfitTitle(tiers: Pick<Tier, "tier" | "profit_rate">[]): string {
  const known = tiers.filter((tier): tier is { tier: string; profit_rate: number } => tier.profit_rate !== null);
  const rates = known.map((tier) => tier.profit_rate);
  const shown = (tier: { profit_rate: number }) => percent0(tier.profit_rate);
  // As they read: of tiers that earn the same to the percent, the upper one is named.
  const ends = known.filter((tier) => [Math.min(...rates), Math.max(...rates)].map(percent0).includes(shown(tier)));
  const [first] = ends;
  if (!first) return "What customers of each tier bring";
  const other = ends.find((tier) => shown(tier) !== shown(first));
  if (!other && known.length > 1) return `All tiers earn ${shown(first)} on revenue`;
  return `${words(first.tier)} customers earn ${shown(first)} on revenue${other ? `, ${other.tier} ones ${shown(other)}` : ""}`;
}

/** How many of the first tier are still in it. */
export const keptFigure = (head: Headlines): string =>
  (head.key_kept_customers === null || !head.key_prior_customers ? MISSING : `${integer(head.key_kept_customers)} of ${integer(head.key_prior_customers)}`);

/** What became of the first tier beyond who is still in it. */
export function keptNote(head: Headlines, money: Format): string {
  const { key_prior_customers: before, key_retained_customers: again, key_fallen_customers: fallen, key_fallen_revenue_change: difference } = head;
  if (head.prior_reason !== null) return notCompared(head);
  if (!before) return "Nobody was in the tier in the window before";
  const bought = again === before ? (before === 1 ? "It bought again" : "All bought again") : `${again === 0 ? "None" : integer(again)} bought again`;
  if (!fallen) return bought;
  const amount = `${money(Math.abs(difference ?? 0))} ${(difference ?? 0) > 0 ? "more" : "less"}`;
  return `${bought}; the ${fallen === 1 ? "one" : integer(fallen)} that fell or left brought ${amount} than before`;
}

/** How many fell, and how many rose. */
export const fallenNote = (head: Headlines): string =>
  (head.prior_reason === null ? `${integer(head.lapsed_customers)} bought nothing any more; ${integer(head.moved_up_customers)} moved up` : notCompared(head));

export const notCompared = (head: Headlines): string => sentence(`not compared: ${head.prior_reason ?? ""}`);

/** What remains of profit beyond the customers' own costs, and what losses took. */
export function profitNote(head: Headlines, money: Format): string {
  if (head.profit === null) return "The cost of orders is not known";
  const parts = [
    ...(head.unallocated_cost ? [`${money(head.profit_after_unallocated)} after cost booked on no customer`] : []),
    ...(head.bad_customers ? [`${count(head.bad_customers, "customer")} ${head.bad_customers === 1 ? "loses" : "lose"} ${money(head.lost_profit)}`] : ["No customer makes a loss"]),
  ];
  return parts.join("; ");
}

/** Of a tier that equal customers overfill: that it says less than it seems to. */
export function swollenNotes(tiers: Tier[]): string[] {
  return tiers.filter((tier) => tier.is_swollen).map((tier) =>
    `${words(tier.tier)} holds ${count(tier.customers, "customer")} in place of the ${integer(tier.planned_customers)} of its share: many bring exactly the same, `
    + "and equal customers are never split. The tier does not single out its best.");
}

const places: Record<string, string> = { "not yet a customer": "New", "no purchase": "No purchase", "never bought": "No purchase", "margin not known": "Not ranked" };
const place = (tier: string | null, reason: string | null) => (tier === null ? (places[reason ?? ""] ?? words(reason)) : words(tier));

/** From which tier to which: "Key → Major"; "Key" where it is the same. */
export function tierStep(row: Pick<Mover, "prior_tier" | "prior_tier_reason" | "tier" | "tier_reason">): string {
  const [from, to] = [place(row.prior_tier, row.prior_tier_reason), place(row.tier, row.tier_reason)];
  return from === to ? to : `${from} → ${to}`;
}

/** How many changed their tier, or bought nothing any more. */
export function movesTitle(head: Headlines): string {
  if (head.prior_reason !== null) return "Tiers before, as far as orders are on record, and tiers now";
  if (!head.moved_up_customers && !head.fallen_customers) return "Nobody moved up or down, and nobody left";
  return `${integer(head.moved_up_customers)} moved up, ${integer(head.moved_down_customers)} moved down, ${integer(head.lapsed_customers)} bought nothing any more`;
}

/** What makes a class, by the settings. */
export const classMeaning = (profitClass: string, rate: number): string => ({
  good: `Profit of at least ${percent0(rate)} of revenue`,
  marginal: `No loss, but less than ${percent0(rate)} of revenue`,
  bad: "A loss",
  "not classified": "Cost of what was sold not known",
}[profitClass] ?? "");
