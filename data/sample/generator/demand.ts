import { AS_OF, OPENING, PEAK_SEASON, season } from "./calendar.js";
import type { Customer } from "./customer.js";
import { Random } from "./random.js";

/** Highest value that market and own trend of a customer reach together. */
const PEAK_TREND = 2.2;

/**
 * Days on which a customer orders: a Poisson process whose rate follows season, market and the customer's own course,
 * ended by the dropout that BG/NBD describes. A new customer's first order is what makes it one.
 */
export function orderDays(customer: Customer): number[] {
  if (customer.prospect) return [];
  const random = new Random(`demand ${customer.original ? `second ${customer.id}` : customer.id}`);
  const days: number[] = [];
  if (customer.since >= OPENING) {
    days.push(customer.since);
    if (leaves(random, customer, customer.since)) return days;
  }
  const peak = (customer.ordersPerYear / 365) * PEAK_SEASON * PEAK_TREND * Math.max(1, customer.swing);
  let moment = Math.max(customer.since + 1, OPENING);
  for (;;) {
    moment += random.exponential(peak);
    const day = Math.floor(moment);
    if (day > Math.min(AS_OF, customer.until)) return days;
    const pace = season(day, customer.swing, customer.kind !== "consumer") * trend(customer, day);
    if (!random.chance(pace / (PEAK_SEASON * PEAK_TREND * Math.max(1, customer.swing)))) continue;
    days.push(day);
    if (leaves(random, customer, day)) return days;
  }
}

/** Demand relative to the customer's usual one. */
function trend(customer: Customer, day: number): number {
  const market = customer.trend ? 1 : customer.market.demand[customer.kind](day);
  const own = customer.trend?.(day) ?? 1;
  const hurt = customer.mishap !== undefined && day > customer.mishap ? 0.55 : 1;
  return market * own * hurt;
}

function leaves(random: Random, { dropout, mishap, kind }: Customer, day: number): boolean {
  const hurt = mishap !== undefined && day > mishap && kind === "consumer" ? 0.16 : 0;
  return random.chance(Math.min(0.97, dropout + hurt));
}
