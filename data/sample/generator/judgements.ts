import { table, type Table } from "./tables.js";

/**
 * How five of the company's people judge recency, frequency and amount against each other. They disagree, and each is at one with
 * himself (CR below 0.1); together they come to 0.199, 0.414 and 0.387 with CR 0.078.
 */
export function judgementTable(): Table {
  const judged: [string, string, string, string][] = [
    ["Head of sales", "1/7", "3", "8"],
    ["Key account management", "1/5", "3", "7"],
    ["Marketing", "1/5", "1/8", "1/4"],
    ["Finance", "1/2", "1/7", "1/9"],
    ["Customer service", "2", "1", "1/5"],
  ];
  const rows = judged.flatMap(([expert, first, second, third]) => [
    [expert, "recency", "frequency", first], [expert, "recency", "monetary", second], [expert, "frequency", "monetary", third],
  ]);
  return table("lookups/judgements.csv", "judgements", ["Expert", "Measure", "Compared With", "Times As Important"], rows);
}
