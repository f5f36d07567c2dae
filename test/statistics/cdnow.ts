import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { historiesOf, type Histories } from "../../pipeline/statistics/histories.js";

/*
 * Purchases of CDs by 2,357 customers over 78 weeks from 1 January 1997, whose estimates papers and packages have published:
 * P. S. Fader, B. G. S. Hardie, "Forecasting repeat sales at CDNOW" (2001). The log is not ours to pass on; it stands beside
 * the repository where it is at hand.
 */
const path = "../shared/data/cdnow/CDNOW_sample.txt";
const file = resolve(import.meta.dirname, "../..", path);

export const whyNoCdnow = existsSync(file) ? "" : ` (skipped: ${path} is not there)`;

/** Days from 1 January 1997 and dollars of each customer's purchases, those of one day added up, in order of the days. */
export interface Customer {
  id: number;
  days: number[];
  spent: number[];
}

export function readCdnow(): Customer[] {
  const customers = new Map<number, Map<number, number>>();
  for (const line of readFileSync(file, "utf8").trim().split(/\r?\n/)) {
    const [, id, date, , dollars] = line.trim().split(/\s+/) as [string, string, string, string, string];
    const day = (Date.UTC(+date.slice(0, 4), +date.slice(4, 6) - 1, +date.slice(6)) - Date.UTC(1997, 0, 1)) / 86_400_000;
    const days = customers.get(+id) ?? new Map<number, number>();
    customers.set(+id, days.set(day, (days.get(day) ?? 0) + Number(dollars)));
  }
  return Array.from(customers, ([id, days]) => {
    const sorted = [...days].sort(([a], [b]) => a - b);
    return { id, days: sorted.map(([day]) => day), spent: sorted.map(([, dollars]) => dollars) };
  });
}

/** The calibration of the papers: 39 weeks, to 30 September 1997, the 273rd day; 39 more are held out. */
export const CALIBRATION_DAY = 272;
export const LAST_DAY = CALIBRATION_DAY + 39 * 7;

/** One history for each customer, up to a day. */
export function histories(customers: Customer[], end = CALIBRATION_DAY): Histories {
  const known = customers.map(({ days }) => days.filter((day) => day <= end));
  return historiesOf(known.map((days) => days.length - 1), known.map((days) => days.at(-1)! - days[0]!), known.map((days) => end - days[0]!), known.map(() => 1));
}

/** Repeat purchases and their mean, up to the end of the calibration. */
export function repeatSpending(customers: Customer[]): { purchases: number; mean: number }[] {
  return customers.map(({ days, spent }) => {
    const repeats = spent.filter((_, index) => index > 0 && days[index]! <= CALIBRATION_DAY);
    return { purchases: repeats.length, mean: repeats.length > 0 ? repeats.reduce((sum, dollars) => sum + dollars, 0) / repeats.length : NaN };
  });
}
