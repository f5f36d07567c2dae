/** Days are counted from 1970-01-01; no clock is read anywhere. */

const DAY = 86_400_000;

export const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;

const known: string[] = [];

/** "2024-02-29" */
export function iso(number: number): string {
  return (known[number] ??= new Date(number * DAY).toISOString().slice(0, 10));
}

/** "29.02.2024" */
export function german(number: number): string {
  const [year, month, date] = iso(number).split("-");
  return `${date}.${month}.${year}`;
}

/** First and last day of the orders. */
export const OPENING = day("2022-07-01");
export const AS_OF = day("2025-06-30");

export const year = (number: number): number => Number(iso(number).slice(0, 4));
export const month = (number: number): number => Number(iso(number).slice(5, 7));

/** 0 is Monday. */
export const weekday = (number: number): number => (number + 3) % 7;

/** First days of the months from `from` to `to`. */
export function months(from: string, to: string): number[] {
  const list: number[] = [];
  for (let number = day(`${from}-01`); iso(number).slice(0, 7) <= to; ) {
    list.push(number);
    number += 31;
    number -= Number(iso(number).slice(8)) - 1;
  }
  return list;
}

/** The first working day from `number` on. */
export const workday = (number: number): number => number + Math.max(0, 7 - weekday(number)) * Number(weekday(number) > 4);

/** Demand by month: the peak is before Christmas, the dip in summer. */
const SEASON = [0.9, 0.94, 1.0, 0.97, 0.93, 0.84, 0.72, 0.75, 0.97, 1.12, 1.4, 1.46];
/** Demand by weekday: companies order on working days, consumers after the weekend and on Sundays. */
const COMPANY_WEEK = [1.5, 1.6, 1.45, 1.4, 0.95, 0.06, 0.04];
const CONSUMER_WEEK = [1.2, 0.95, 0.9, 0.95, 0.9, 0.95, 1.15];

/** Bound of `season`, for thinning. */
export const PEAK_SEASON = 1.46 * 1.6;

/** Relative demand on a day; `swing` 1 is the full season, 0 none. */
export function season(number: number, swing: number, company: boolean): number {
  const bySeason = 1 + swing * ((SEASON[month(number) - 1] as number) - 1);
  return bySeason * ((company ? COMPANY_WEEK : CONSUMER_WEEK)[weekday(number)] as number);
}

/** A curve through (ISO date, value) points: straight between them, level outside. */
export function curve(...points: [string, number][]): (number: number) => number {
  const knots = points.map(([date, value]) => [day(date), value] as const);
  return (number) => {
    let [left, before] = knots[0] as readonly [number, number];
    if (number <= left) return before;
    for (const [right, after] of knots) {
      if (number < right) return before + ((after - before) * (number - left)) / (right - left);
      [left, before] = [right, after];
    }
    return before;
  };
}
