import { table, type Table } from "./tables.js";

/** What the company has promised itself of its service: measure, value to keep, day from which it holds. */
const STANDARDS: [measure: string, standard: number, from: string][] = [
  ["On time rate", 0.92, ""],
  ["On time rate", 0.94, "2024-07-01"],
  ["On time by hour rate", 0.85, "2024-07-01"],
  ["Order fill rate", 0.95, ""],
  ["Line fill rate", 0.97, ""],
  ["Unit fill rate", 0.98, ""],
  ["Backorder days", 14, ""],
  ["Perfect order rate", 0.85, ""],
  ["Order to delivery p90 days", 9, ""],
  ["Return rate", 0.04, ""],
  ["Damage rate", 0.01, ""],
  ["Complaints per 100 orders", 2, "2024-07-01"],
  ["Presale response hours", 4, ""],
  ["First response hours", 8, ""],
  ["Resolution hours", 48, ""],
  ["First contact rate", 0.5, ""],
  ["Repeat complaint rate", 0.1, ""],
  ["Recovery rate", 0.6, ""],
];

export function standardTable(): Table {
  return table("lookups/service_standards.csv", "service_standards", ["Measure", "Standard", "From"], STANDARDS.map(([measure, standard, from]) => [measure, String(standard), from]));
}
