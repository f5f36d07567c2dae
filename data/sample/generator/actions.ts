import { table, type Table } from "./tables.js";

/** What was agreed on for the goals of targets.ts, as the management meeting keeps it: by whom, until when, what came of it. */
const ACTIONS: [goal: string, action: string, owner: string, agreed: string, due: string, done: string, state: string, result: string][] = [
  ["Deliver on time", "Weekly call with the new carrier", "Ruben Aalders", "2024-06-10", "2024-07-15", "2024-07-08", "done", "On time again in the Nordics from August"],
  ["Deliver on time", "Second shift in the warehouse before Christmas", "Ruben Aalders", "2024-09-02", "2024-11-01", "2024-11-18", "done", "Came two weeks late; December was better than a year before"],
  ["Deliver on time", "Tender the freight to Southern Europe", "Ruben Aalders", "2025-03-10", "2025-05-30", "", "open", ""],
  ["Be paid in time", "Remind by phone ten days after the due date", "Jasper Quandt", "2024-10-07", "2024-11-30", "2024-11-25", "done", ""],
  ["Collect what is overdue", "Hold deliveries to clients overdue for more than 90 days", "Jasper Quandt", "2025-01-20", "2025-02-28", "2025-02-20", "done", "Two clients paid in full, one has filed for insolvency"],
  ["Collect what is overdue", "Agree on instalments with the ten largest debtors", "Jasper Quandt", "2025-02-24", "2025-04-30", "", "open", ""],
  ["Answer quickly", "Templates for the ten most frequent requests", "Ines Faber", "2024-08-12", "2024-10-31", "2024-10-24", "done", "An hour less for requests; complaints as before"],
  ["Answer quickly", "A desk of its own for complaints", "Ines Faber", "2025-04-14", "2025-08-31", "", "open", ""],
  ["Fewer complaints", "Stronger boxes for glass and crockery", "Ruben Aalders", "2024-08-26", "2024-12-15", "2024-12-12", "done", ""],
  ["Be recommended", "Call every key customer who would not recommend us", "Henrike Tamm", "2024-11-04", "2025-01-31", "2025-02-14", "done", "21 calls; late deliveries are named first"],
  ["Grow revenue", "Autumn catalogue for cafés and restaurants", "Henrike Tamm", "2025-05-12", "2025-09-15", "", "open", ""],
  ["Grow revenue", "Discount for a second category in an order", "Mikael Rosén", "2024-09-16", "2024-11-30", "2025-01-10", "dropped", "Would have cost more margin than it brought"],
  ["Win new customers", "Fair in Milan with an offer for the first order", "Mikael Rosén", "2025-01-13", "2025-05-16", "2025-05-16", "done", ""],
  ["Win new customers", "Referral bonus in the web shop", "Mikael Rosén", "2025-04-07", "2025-06-15", "", "open", ""],
  ["Lose fewer customers", "Offer to who has been silent for 60 days", "Henrike Tamm", "2025-03-03", "2025-04-15", "2025-04-22", "done", "One in nine ordered again"],
  ["Lose fewer customers", "Visit the clients of Willem Kooistra before he leaves", "Tuva Ekdahl", "2025-06-02", "2025-09-15", "", "open", ""],
  ["Keep the key customers", "A quarterly review with each key customer", "Henrike Tamm", "2025-01-20", "2025-03-31", "2025-03-28", "done", ""],
  ["Contact clients in time", "Call lists from the overdue contacts, every Monday", "Orla Tiernan", "2025-05-05", "2025-06-06", "", "open", ""],
  ["Keep the margin", "No discount beyond 15% without Jasper Quandt", "Jasper Quandt", "2024-07-15", "2024-08-31", "2024-08-30", "done", "Kept by all but two account managers"],
];

export function actionTable(): Table {
  return table("lookups/actions.csv", "actions", ["Goal", "Action", "Who", "Agreed", "Due", "Done", "State", "Result"], ACTIONS.map((row) => [...row]));
}
