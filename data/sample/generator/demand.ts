import { AS_OF, OPENING, PEAK_SEASON, season, workday } from "./calendar.js";
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
  if (customer.company?.key || customer.kind === "distributor") return regularDays(random, customer);
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

/** Large clients and distributors order at nearly even intervals, on working days. */
function regularDays(random: Random, customer: Customer): number[] {
  const days: number[] = customer.since >= OPENING ? [customer.since] : [];
  let moment = Math.max(customer.since, OPENING - random.between(0, 365 / customer.ordersPerYear));
  for (;;) {
    const today = Math.max(OPENING, Math.floor(moment));
    // The season of a month without its weekdays: that of its Thursdays, about the mean of a company's week.
    const pace = (season(today - ((today + 3) % 7) + 3, customer.swing, true) / 1.4) * trend(customer, today);
    moment += random.gamma(6, 365 / customer.ordersPerYear / pace);
    const day = workday(Math.floor(moment));
    if (day > Math.min(AS_OF, customer.until)) return days;
    if (day >= OPENING) days.push(day);
  }
}

const MIDDLE = (OPENING + AS_OF) / 2;

/** Demand relative to the customer's usual one: the contented buy a little more from year to year, the others less. */
function trend(customer: Customer, day: number): number {
  const market = customer.trend ? 1 : customer.market.demand[customer.kind](day);
  const own = customer.trend?.(day) ?? Math.exp((0.3 * customer.mood * (day - MIDDLE)) / 365);
  const hurt = customer.mishap !== undefined && day > customer.mishap ? 0.32 : 1;
  return Math.min(PEAK_TREND, market * own * hurt);
}

function leaves(random: Random, { dropout, mishap, kind }: Customer, day: number): boolean {
  const hurt = mishap !== undefined && day > mishap && kind === "consumer" ? 0.32 : 0;
  return random.chance(Math.min(0.97, dropout + hurt));
}
