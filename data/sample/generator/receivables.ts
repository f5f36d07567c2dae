import { AS_OF, day, german, iso } from "./calendar.js";
import type { Company } from "./customer.js";
import type { Order } from "./orders.js";
import { Random } from "./random.js";
import type { Return } from "./returns.js";
import { germanCents, table, type Table } from "./tables.js";

/** The accounting system was moved on this day; older invoices stayed in the old one. */
const OLDEST = day("2023-07-01");

interface Invoice {
  order: Order;
  issued: number;
  due: number;
  /** Hundredths; negative for a credit note. */
  amount: number;
  paid: number;
  paidOn?: number;
}

/** What business clients and distributors were billed: one invoice per order, one credit note per return. */
export function invoiceTable(orders: readonly Order[], returns: readonly Return[]): Table {
  const random = new Random("receivables");
  const invoices = [
    ...orders
      .filter(({ shipped }) => shipped !== undefined && shipped >= OLDEST)
      .flatMap((order) => (billed(order) ? [invoice(random, order)] : [])),
    ...returns.filter(({ order, day }) => billed(order) && day >= OLDEST + 40).map((item) => creditNote(random, item)),
  ];
  invoices.sort((a, b) => a.issued - b.issued || (a.order.id < b.order.id ? -1 : 1));
  const numbers: Record<string, number> = {};
  const rows = invoices.map(({ order, issued, due, amount, paid, paidOn }) => {
    const year = iso(issued).slice(2, 4);
    numbers[year] = (numbers[year] ?? 0) + 1;
    const number = `${amount < 0 ? "GU" : "RE"}${year}-${String(numbers[year]).padStart(5, "0")}`;
    return [
      number,
      order.customer.id,
      order.id,
      german(issued),
      german(due),
      germanCents(amount),
      paid ? germanCents(paid) : "",
      paidOn === undefined ? "" : german(paidOn),
      order.customer.market.currency,
    ];
  });
  const header = [
    "Rechnungsnummer",
    "Kundennummer",
    "Auftrag",
    "Rechnungsdatum",
    "Fälligkeitsdatum",
    "Betrag",
    "Bezahlt",
    "Zahldatum",
    "Währung",
  ];
  return table("accounting/rechnungen.csv", "invoices", header, rows, { delimiter: ";", encoding: "windows-1252" });
}

const billed = ({ customer, amount }: Order) => (customer.kind === "business" || customer.kind === "distributor") && amount > 0;

function invoice(random: Random, order: Order): Invoice {
  const company = order.customer.company as Company;
  const issued = order.shipped as number;
  const due = issued + company.terms;
  const open = { order, issued, due, amount: order.amount, paid: 0 };
  if (company.insolvent !== undefined && due >= company.insolvent) {
    if (random.chance(0.22))
      return { ...open, paid: Math.round(order.amount * random.between(0.2, 0.5)), paidOn: Math.min(AS_OF, due + random.integer(5, 60)) };
    return open;
  }
  if (random.chance(0.004)) return open;
  const slip = random.chance(0.06) ? random.integer(25, 110) : 0;
  const paidOn = due + Math.max(-company.terms + 1, Math.round(random.normal(company.delay, 5))) + slip;
  if (paidOn > AS_OF)
    return random.chance(0.05) && issued + 10 < AS_OF
      ? { ...open, paid: Math.round(order.amount / 2), paidOn: random.integer(issued + 8, AS_OF) }
      : open;
  return { ...open, paid: order.amount, paidOn };
}

/** Credit notes are set off against the next payment; the latest are still open. */
function creditNote(random: Random, { order, day: issued, credit }: Return): Invoice {
  const paidOn = issued + random.integer(5, 45);
  const settled = paidOn <= AS_OF;
  return { order, issued, due: issued, amount: -credit, paid: settled ? -credit : 0, paidOn: settled ? paidOn : undefined };
}
