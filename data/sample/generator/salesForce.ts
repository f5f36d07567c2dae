import type { Region } from "./markets.js";
import { OWNERS } from "./owners.js";
import { table, type Table } from "./tables.js";

/** Teams of the sales force with who leads them, by region. */
const TEAMS: Record<Region, [team: string, lead: string]> = {
  "DACH": ["Central Europe", "Miriam Oltmanns"],
  "Benelux": ["North Sea and Nordics", "Tuva Ekdahl"],
  "Nordics": ["North Sea and Nordics", "Tuva Ekdahl"],
  "UK & Ireland": ["West and South", "Orla Tiernan"],
  "Southern Europe": ["West and South", "Orla Tiernan"],
  "Greater China": ["Greater China", "Lin Xiaowen"],
};

/** First days of those who came after the company opened its books, and the last day of who has given notice. */
const SINCE: Record<string, string> = {
  "Lin Xiaowen": "2023-07-03", "Zhou Wenbo": "2023-09-18", "Nele Harms": "2024-02-05", "Aksel Brandvold": "2023-11-20",
};
const LAST_DAY: Record<string, string> = { "Willem Kooistra": "2025-09-30" };

/** The head of sales' list of the people. */
export function accountManagerTable(): Table {
  const rows = OWNERS.map(({ name, region }) => [name, ...TEAMS[region], SINCE[name] ?? "", LAST_DAY[name] ?? ""]);
  return table("lookups/account_managers.csv", "account_managers", ["Name", "Team", "Team Lead", "Since", "Last Day"], rows);
}

/** Paid on revenue, and so on business that leaves nothing too; one person tries out to be paid on margin. */
export function commissionTable(): Table {
  const rows = [
    ["", "", "", "1.5", "revenue", "2023-07-01"],
    ["", "", "edi", "0.5", "revenue", "2023-07-01"],
    ["", "Greater China", "", "2", "revenue", "2024-01-01"],
    ["Nele Harms", "", "", "4", "margin", "2024-07-01"],
  ];
  return table("lookups/commission_rates.csv", "commission_rates", ["Sales Person", "Team", "Channel", "Percent", "Of", "From"], rows);
}
