/**
 * What repeat-buying models know of customers: how often and how lately each bought, and for how long it has been one.
 * Customers of one history cannot be told apart, so that each history stands here once with their number: grouped
 * sufficient statistics. Times are whole days; the models' parameters are per week.
 */
export interface Histories {
  /** x: purchases after the first. */
  frequency: Int32Array;
  /** Days from the first purchase to the last; 0 where there is no other. */
  recencyDays: Int32Array;
  /** Days from the first purchase to the end of the observation. */
  ageDays: Int32Array;
  /** Customers with this history. */
  customers: Float64Array;
}

/**
 * Histories from columns of whole numbers.
 *
 * @throws RangeError for a number of purchases or days that is not whole, as are times in weeks
 */
export const historiesOf = (frequency: ArrayLike<number>, recencyDays: ArrayLike<number>, ageDays: ArrayLike<number>, customers: ArrayLike<number>): Histories => ({
  frequency: whole("purchases", frequency), recencyDays: whole("days", recencyDays), ageDays: whole("days", ageDays), customers: Float64Array.from(customers),
});

function whole(unit: string, values: ArrayLike<number>): Int32Array {
  return Int32Array.from(values, (value) => {
    if ((value | 0) !== value) throw new RangeError(`no whole number of ${unit}: ${value}`);
    return value;
  });
}

export const DAYS_PER_WEEK = 7;

/** Customers in all histories. */
export const countCustomers = ({ customers }: Histories): number => customers.reduce((sum, count) => sum + count, 0);

/** Customers by their repeat purchases, from 0 to the most that one has. */
export function customersByFrequency({ frequency, customers }: Histories): Float64Array {
  const counts = new Float64Array(frequency.reduce((largest, x) => Math.max(largest, x), 0) + 1);
  for (let row = 0; row < customers.length; row++) counts[frequency[row]!]! += customers[row]!;
  return counts;
}

/**
 * Every k-th history, with its customers, so that at most `most` are left: enough to find where the search begins. Histories
 * come sorted, so that all parts of them are kept.
 */
export function thinned(histories: Histories, most: number): Histories {
  const every = Math.ceil(histories.customers.length / most);
  if (every <= 1) return histories;
  const keep = <T extends Int32Array | Float64Array>(values: T) => values.filter((_, row) => row % every === 0) as T;
  return { frequency: keep(histories.frequency), recencyDays: keep(histories.recencyDays), ageDays: keep(histories.ageDays), customers: keep(histories.customers) };
}

/** @throws RangeError where a history cannot be: a negative number, a purchase after the end of the observation, or nobody who has it */
export function checkHistories({ frequency, recencyDays, ageDays, customers }: Histories): void {
  for (let row = 0; row < customers.length; row++) {
    const [x, recency, age] = [frequency[row]!, recencyDays[row]!, ageDays[row]!];
    if (x < 0 || recency < 0 || recency > age || (x === 0) !== (recency === 0) || !(customers[row]! > 0 && customers[row]! < Infinity)) {
      throw new RangeError(`no buying history: ${x} repeat purchases within ${recency} days of ${age}, ${customers[row]} customers`);
    }
  }
}

/** The distinct pairs of repeat purchases and a day that histories have: far fewer than there are histories. */
export interface Pairs {
  frequency: Int32Array;
  days: Int32Array;
  /** For each list of days that was given, the pair of each history. */
  of: Int32Array[];
}

/** @param lists of days, each with one for each history */
export function pairsOf(frequency: Int32Array, lists: Int32Array[]): Pairs {
  const width = lists.reduce((widest, list) => list.reduce((largest, day) => Math.max(largest, day), widest), 0) + 1;
  const place = new Map<number, number>();
  const [frequencies, days]: [number[], number[]] = [[], []];
  const of = lists.map((list) => Int32Array.from(list, (day, row) => {
    const pair = frequency[row]! * width + day;
    let found = place.get(pair);
    if (found === undefined) {
      found = frequencies.length;
      place.set(pair, found);
      frequencies.push(frequency[row]!);
      days.push(day);
    }
    return found;
  }));
  return { frequency: Int32Array.from(frequencies), days: Int32Array.from(days), of };
}
