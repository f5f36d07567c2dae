import { iso } from "./calendar.js";
import { CAMPAIGNS } from "./campaigns.js";
import { VOUCHER } from "./consumers.js";
import { KEY_ACCOUNTS } from "./keyAccounts.js";
import { LATE_QUARTER } from "./markets.js";
import { table, type Table } from "./tables.js";

/** What bent the company's curves, as its controller would note it down: dates and causes are those that demand, prices and payments follow. */
export function annotationTable(): Table {
  const voucher = CAMPAIGNS.find(({ id }) => id === VOUCHER.campaign)!;
  const unpaid = KEY_ACCOUNTS.flatMap(({ name, region, insolvent }) => (insolvent ? [[insolvent, "", `${name} stops paying`, region]] : []));
  const rows = [
    ["2023-07-03", "", "Showroom for hotels and cafés opens in Shanghai", "Greater China"],
    [iso(voucher.from), iso(voucher.until), voucher.name, ""],
    ["2024-06-03", "", "De Gouden Ketel begins to buy from a rival", "Benelux"],
    [iso(LATE_QUARTER.from), iso(LATE_QUARTER.until), "New carrier delivers late", LATE_QUARTER.region],
    ["2024-09-01", "", "List prices up 6%, in UK & Ireland 14%", ""],
    ...unpaid,
  ].sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return table("lookups/annotations.csv", "annotations", ["Date", "Until", "Event", "Region"], rows);
}
