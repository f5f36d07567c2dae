import { count, integer, MISSING, percent0, words, type Format } from "../../lib/format.js";
import { msg, phrase, t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { isPart } from "../selected.js";
import type { Headlines, Migration, Mover, Tier } from "./rows.js";

/** What losses do to the profit of all: title of the whale curve. */
export function whaleTitle(head: Headlines, money: Format): string {
  const { bad_customers: bad, profit_customers: all, lost_profit: lost, peak_profit: earned, peak_profit_share: share } = head;
  if (!bad) return earned ? t`No customer costs more than it brings` : t`No customer earns or costs anything`;
  if (share !== null) {
    const [who, most, back] = [percent0(head.peak_customers_share), percent0(share), money(lost)];
    return bad === 1 ? t`${who} of the customers earn ${most} of the profit; 1 other gives ${back} of it back`
      : t`${who} of the customers earn ${most} of the profit; ${integer(bad)} others give ${back} of it back`;
  }
  if (bad === all) {
    return all === 1 ? t`The only customer costs more than it brings: ${money(lost)} lost`
      : t`All ${integer(all)} customers cost more than they bring: ${money(lost)} lost`;
  }
  const who = bad === 1 ? t`1 of ${integer(all)} customers costs more than it brings: ${money(lost)} lost`
    : t`${integer(bad)} of ${integer(all)} customers cost more than they bring: ${money(lost)} lost`;
  return earned ? t`${who}, against ${money(earned)} earned with the others` : t`${who}, and nothing earned with the others`;
}

/** Profit before and after what is booked on no customer. */
export function profitTitle(head: Headlines, money: Format): string {
  const result = head.cost_reason ? t`${money(head.profit)} margin, before any cost to serve`
    : head.profit !== null && head.profit < 0 ? t`A loss of ${money(-head.profit)} after cost to serve`
      : t`${money(head.profit)} profit after cost to serve`;
  return head.unallocated_cost ? t`${result}, ${money(head.profit_after_unallocated)} after shared cost` : result;
}

/** Which tier earns least on its revenue and which most, the upper of the two first. */
export function tierProfitTitle(tiers: Pick<Tier, "tier" | "profit_rate">[]): string {
  const known = tiers.filter((tier): tier is { tier: string; profit_rate: number } => tier.profit_rate !== null);
  const rates = known.map((tier) => tier.profit_rate);
  const shown = (tier: { profit_rate: number }) => percent0(tier.profit_rate);
  // As they read: of tiers that earn the same to the percent, the upper one is named.
  const ends = known.filter((tier) => [Math.min(...rates), Math.max(...rates)].map(percent0).includes(shown(tier)));
  const [first] = ends;
  if (!first) return t`What customers of each tier bring`;
  const other = ends.find((tier) => shown(tier) !== shown(first));
  if (!other) return known.length > 1 ? t`All tiers earn ${shown(first)} on revenue` : t`${words(first.tier)} customers earn ${shown(first)} on revenue`;
  return t`${words(first.tier)} customers earn ${shown(first)} on revenue, ${phrase(other.tier)} ones ${shown(other)}`;
}

/** Heads the actions by tier: with whom of the first tier to talk about money first. */
export function actionsTitle(tiers: Pick<Tier, "tier" | "customers" | "bad_customers">[]): string {
  const [top] = tiers;
  if (!top?.bad_customers || !top.customers) return t`What to do for each tier`;
  const [name, customers] = [phrase(top.tier), integer(top.customers)];
  return top.bad_customers === 1 ? t`First renegotiate with the 1 of ${customers} ${name} customers that makes a loss`
    : t`First renegotiate with the ${integer(top.bad_customers)} of ${customers} ${name} customers that make a loss`;
}

/** Of the share of the first tier in revenue: whose it is. */
export function keyTitle(head: Headlines): string {
  const name = phrase(head.key_tier ?? "key");
  return head.key_customers === 1 ? t`Revenue of the 1 ${name} customer` : t`Revenue of ${integer(head.key_customers)} ${name} customers`;
}

export const keyNote = (head: Headlines, { money, windowDays, selection }: Pick<Context, "money" | "windowDays" | "selection">): string =>
  (head.key_revenue === null ? t`Nobody is ranked` : isPart({ selection }) ? t`${money(head.key_revenue)} of what all selected brought in the last ${integer(windowDays)} days` : t`${money(head.key_revenue)} of all revenue in the last ${integer(windowDays)} days`);

/** How many of the first tier are still in it. */
export const keptFigure = (head: Headlines): string =>
  (head.key_kept_customers === null || !head.key_prior_customers ? MISSING : t`${integer(head.key_kept_customers)} of ${integer(head.key_prior_customers)}`);

/** What became of the first tier beyond who is still in it. */
export function keptNote(head: Headlines, money: Format): string {
  const { key_prior_customers: before, key_retained_customers: again, key_fallen_customers: fallen, key_fallen_revenue_change: difference } = head;
  if (head.prior_reason !== null) return notCompared(head);
  if (!before) return t`Nobody was in the tier before`;
  const bought = again === before ? (before === 1 ? t`It bought again` : t`All bought again`) : again === 0 ? t`None bought again` : t`${integer(again)} bought again`;
  if (!fallen) return bought;
  const amount = money(Math.abs(difference ?? 0));
  const isMore = (difference ?? 0) > 0;
  if (fallen === 1) return isMore ? t`${bought}; the one that left the tier brought ${amount} more than before` : t`${bought}; the one that left the tier brought ${amount} less than before`;
  return isMore ? t`${bought}; the ${integer(fallen)} that left the tier brought ${amount} more than before`
    : t`${bought}; the ${integer(fallen)} that left the tier brought ${amount} less than before`;
}

/** How many fell, and how many rose. */
export const fallenNote = (head: Headlines): string =>
  (head.prior_reason === null ? t`${integer(head.lapsed_customers)} bought nothing any more; ${integer(head.moved_up_customers)} moved up` : notCompared(head));

export const notCompared = (head: Headlines): string => t`Not compared: ${phrase(head.prior_reason ?? "")}.`;

/** What remains of profit beyond the customers' own costs, and what losses took. */
export function profitNote(head: Headlines, money: Format): string {
  if (head.profit === null) return t`The cost of orders is not known`;
  const losses = lossTitle(head, money);
  return head.unallocated_cost ? t`${money(head.profit_after_unallocated)} after shared cost. ${losses}` : losses;
}

/** How many lose how much. */
export function lossTitle({ bad_customers: bad, lost_profit: lost }: Headlines, money: Format): string {
  if (!bad) return t`No customer makes a loss`;
  return bad === 1 ? t`1 customer loses ${money(lost)}` : t`${integer(bad)} customers lose ${money(lost)}`;
}

/** Of a tier that equal customers overfill: that it says less than it seems to. */
export function swollenNotes(tiers: Tier[], isPart = false): string[] {
  return tiers.filter((tier) => tier.is_swollen).map((tier) => (isPart
    ? t`${words(tier.tier)}: among all customers many bring exactly the same, and equal customers are never split. The tier does not single out its best.`
    : t`${words(tier.tier)} holds ${count(tier.customers, "customer")} in place of the ${integer(tier.planned_customers)} of its share: many bring exactly the same, and equal customers are never split. The tier does not single out its best.`));
}

const places: Record<string, string> = { "not yet a customer": msg("New"), "no purchase": msg("No purchase"), "never bought": msg("No purchase"), "margin not known": msg("Not ranked") };
/** A tier, or what stands in place of one. */
export const place = (tier: string | null, reason: string | null = tier) => words(places[tier ?? reason ?? ""] ?? tier ?? reason);

/** From which tier to which: "Key → Major"; "Key" where it is the same. */
export function tierStep(row: Pick<Mover, "prior_tier" | "prior_tier_reason" | "tier" | "tier_reason">): string {
  const [from, to] = [place(row.prior_tier, row.prior_tier_reason), place(row.tier, row.tier_reason)];
  return from === to ? to : `${from} → ${to}`;
}

const fell = ({ movement }: Migration) => movement === "down" || movement === "lapsed";
const sum = (rows: Migration[], value: (row: Migration) => number) => rows.reduce((all, row) => all + value(row), 0);

/** How many of those ranked before fell or left, and what became of their revenue. */
export function movesTitle(head: Headlines, rows: Migration[], money: Format): string {
  if (head.prior_reason !== null) return t`Tiers before, as far as orders are on record, and tiers now`;
  if (!head.fallen_customers) return head.moved_up_customers ? t`Nobody moved down a tier or left; ${integer(head.moved_up_customers)} moved up` : t`Nobody moved up or down, and nobody left`;
  const before = integer(sum(rows.filter(({ prior_tier_position: position }) => position !== null), (row) => row.customers));
  const difference = sum(rows.filter(fell), (row) => row.revenue_change);
  const [fallen, amount] = [integer(head.fallen_customers), money(Math.abs(difference))];
  return difference > 0 ? t`${fallen} of ${before} customers moved down a tier or left, and yet brought ${amount} more` : t`${fallen} of ${before} customers moved down a tier or left: ${amount} of revenue less`;
}

/** How much of the revenue before was that of customers who fell or left since. */
export function fallenShareTitle(rows: Migration[]): string {
  const all = sum(rows, (row) => row.prior_revenue);
  if (all <= 0) return t`Where the revenue of the time before went`;
  return t`${percent0(sum(rows.filter(fell), (row) => row.prior_revenue) / all)} of the revenue before was with customers who have since moved down or left`;
}

/** What makes a class, by the settings. */
export function classMeaning(profitClass: string, rate: number): string {
  if (profitClass === "good") return t`Profit of at least ${percent0(rate)} of revenue`;
  if (profitClass === "marginal") return t`No loss, but less than ${percent0(rate)} of revenue`;
  return profitClass === "bad" ? t`A loss` : t`Cost of what was sold not known`;
}
