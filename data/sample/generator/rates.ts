import { curve, iso, months } from "./calendar.js";
import type { Currency } from "./markets.js";
import { Random } from "./random.js";
import { table, type Table } from "./tables.js";

/** EUR for one unit, without the monthly wobble. */
const COURSES: Record<Exclude<Currency, "EUR">, (day: number) => number> = {
  GBP: curve(["2022-01-01", 1.19], ["2022-10-01", 1.143], ["2023-08-01", 1.165], ["2025-02-01", 1.2], ["2025-06-01", 1.178]),
  SEK: curve(["2022-01-01", 0.0962], ["2023-09-01", 0.0851], ["2024-08-01", 0.0876], ["2025-06-01", 0.0908]),
  CNY: curve(["2022-01-01", 0.1395], ["2022-09-01", 0.1438], ["2023-07-01", 0.1272], ["2024-09-01", 0.1286], ["2025-06-01", 0.1232]),
};

const MONTHS = months("2022-01", "2025-06");

const RATES = Object.fromEntries(
  Object.entries(COURSES).map(([currency, course]) => {
    const random = new Random(`rates ${currency}`);
    return [currency, MONTHS.map((month) => Number((course(month) * random.noise(0.006)).toFixed(6)))];
  }),
) as Record<string, number[]>;

/** EUR for one unit of `currency` on a day. */
export function rateOf(currency: Currency, day: number): number {
  if (currency === "EUR") return 1;
  const month = MONTHS.findLastIndex((first) => first <= day);
  return (RATES[currency] as number[])[Math.max(0, month)] as number;
}

export function rateTable(): Table {
  const rows = MONTHS.flatMap((month, number) =>
    Object.keys(RATES).map((currency) => [currency, iso(month), String((RATES[currency] as number[])[number])]));
  return table("accounting/exchange_rates.csv", "exchange_rates", ["Currency", "Valid From", "EUR per Unit"], rows);
}
