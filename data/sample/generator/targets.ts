import { iso, months } from "./calendar.js";
import { table, type Table } from "./tables.js";

/** Goals of leadership for a fiscal year (July to June), its quarters or a calendar year: name, metric, owner, target by period; revenue for the year to come too, quarters for the next. */
const YEARLY: [goal: string, metric: string, owner: string, targets: number[]][] = [
  ["Grow revenue", "revenue", "Henrike Tamm", [4600000, 5050000, 4850000]],
  ["Keep the margin", "margin_rate", "Jasper Quandt", [0.43, 0.44]],
  ["More buying customers", "buying_customers", "Henrike Tamm", [2900, 3000]],
  ["Hold on to customers", "retention_rate", "Henrike Tamm", [0.72, 0.74]],
  ["Be recommended", "nps", "Ines Faber", [40, 42]],
  ["Fewer complaints", "complaint_rate", "Ines Faber", [0.02, 0.018]],
  ["Win clients at a fair price", "acquisition_cost", "Mikael Rosén", [110, 105]],
];

const QUARTERLY: [goal: string, metric: string, owner: string, targets: number[]][] = [
  ["Revenue of the quarter", "revenue", "Henrike Tamm", [1070000, 1420000, 1130000, 1080000, 1110000, 1560000, 1240000, 1190000, 1080000]],
  ["Deliver on time", "on_time_rate", "Ruben Aalders", [0.92, 0.92, 0.93, 0.93, 0.94, 0.94, 0.94, 0.94, 0.95]],
  ["Be paid in time", "dso_days", "Jasper Quandt", [42, 42, 41, 41, 40, 40, 39, 38, 42]],
  ["Answer quickly", "first_response_hours", "Ines Faber", [10, 10, 9, 9, 8, 8, 8, 8, 8]],
];

const THIS_YEAR: [goal: string, metric: string, owner: string, target: number][] = [
  ["Win new customers", "new_customers", "Henrike Tamm", 600],
  ["Keep the key customers", "key_customers_kept", "Henrike Tamm", 26],
  ["Collect what is overdue", "overdue_share", "Jasper Quandt", 0.25],
  ["Lose fewer customers", "lost_customers", "Henrike Tamm", 1900],
  ["Contact clients in time", "contact_compliance", "Orla Tiernan", 0.5],
  ["Leave no order short", "perfect_order_rate", "Ruben Aalders", 0.85],
];

export function targetTable(): Table {
  const firsts = months("2023-07", "2026-07").filter((_, number) => number % 3 === 0);
  const period = (number: number, length: number): [string, string] => [
    iso(firsts[number] as number),
    iso((firsts[number + length] as number) - 1),
  ];
  const rows = [
    ...YEARLY.flatMap(([goal, metric, owner, targets]) =>
      targets.map((target, year) => [goal, metric, owner, ...period(year * 4, 4), String(target)]),
    ),
    ...QUARTERLY.flatMap(([goal, metric, owner, targets]) =>
      targets.map((target, quarter) => [goal, metric, owner, ...period(quarter, 1), String(target)]),
    ),
    ...THIS_YEAR.map(([goal, metric, owner, target]) => [goal, metric, owner, "2025-01-01", "2025-12-31", String(target)]),
  ];
  return table("management/targets.csv", "targets", ["Goal", "Figure", "Responsible", "From", "To", "Target"], rows);
}
