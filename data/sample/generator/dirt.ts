import { Spoiler, type FileReport } from "./faults.js";
import { isLine, type Table } from "./tables.js";

/** What exports of real systems have in them: about one row in two hundred is not what it should be. */
export function plantDirt(tables: readonly Table[]): Record<string, FileReport> {
  const spoilers = new Map(tables.map((table) => [table.path, new Spoiler(table)]));
  const at = (path: string) => spoilers.get(path) as Spoiler;
  const refusedOrders = new Set(tables.filter(({ entity }) => entity === "orders").flatMap((table) => dirtyOrders(at(table.path))));

  dirtyCustomers(at("crm/customers.csv"), unreferenced(tables));
  dirtyShanghai(at("crm/customers_shanghai.csv"));
  at("shop/articles.csv").add(1, "duplicate_key", "product_id", (cells) => [cells[0] as string, cells[1] as string, "", "", "9.90", ""]);
  at("accounting/exchange_rates.csv").add(
    1,
    "format",
    "currency",
    (cells) => ["gbp", ...cells.slice(1)],
    (cells) => cells[0] === "GBP",
  );
  dirtyLines(at("orders/order_lines.parquet"), refusedOrders);
  dirtyReturns(at("orders/returns.csv"), refusedOrders);
  dirtyInvoices(at("accounting/rechnungen.csv"));
  dirtyStatements(at("accounting/agency_statements.csv"));
  dirtyCosts(at("accounting/costs.csv"));
  dirtyContacts(at("crm/contacts.csv"));
  dirtyResponses(at("marketing/responses.csv"), dirtyLeads(at("crm/leads.csv")));
  dirtyTickets(at("service/tickets.csv"));
  dirtySurveys(at("service/surveys.csv"));
  return Object.fromEntries([...spoilers].map(([path, spoiler]) => [path, spoiler.finish()]));
}

const commaForPoint = (cell: string) => cell.replace(".", ",");
const compact = (date: string) => date.replaceAll("-", "");
const impossibleDate = (_: string, number: number) => (number % 2 ? "0000-00-00" : "2024-02-30");
const isDecimal = (column: number) => (cells: string[]) => (cells[column] as string).includes(".");

/** Orders that turn out bad take their lines and returns with them: the identifiers are handed back. */
function dirtyOrders(orders: Spoiler): string[] {
  const size = orders.table.rows.length;
  const share = (per10000: number) => Math.round((size * per10000) / 10000);
  const year = orders.table.path.slice(-6, -4);
  const closed = (cells: string[]) => cells[10] !== "" && cells[11] !== "";
  const gone = [
    ...orders.change(share(7), "decimal_comma", "amount", "Net Total", commaForPoint),
    ...orders.change(share(7), "date", "order_date", "Order Date", (cell, number) => compact(impossibleDate(cell, number))),
    ...orders.change(share(7), "not_after", "order_date", "Shipped", () => `20${Number(year) - 1}0615`, closed),
    ...orders.change(share(3), "choice", "status", "State", (_, number) => (number % 2 ? "Z" : "PARKED")),
  ];
  orders.repeat(share(8), share(3), "order_id", (cells) => ([cells[3], cells[6]] = [(Number(cells[3]) + 10).toFixed(2), ""]));
  orders.add(share(6), "orphan", "customer_id", (cells, number) => [
    `${year}97${String(number).padStart(3, "0")}`,
    `C88${String(number).padStart(3, "0")}`,
    ...cells.slice(2),
  ]);
  orders.misshape(share(6), (number) => `${year}98${String(number).padStart(3, "0")}`);
  if (year === "23") orders.leaveOpen("2399001");
  return gone.map((cells) => cells[0] as string);
}

/** Customers that no other file speaks of: refusing them costs nobody else. */
function unreferenced(tables: readonly Table[]): (cells: string[]) => boolean {
  const titles = new Set(["Customer No", "Customer", "CustNo", "Kundennummer", "Client", "Became", "Merged Into"]);
  const spokenOf = new Set<string>();
  for (const { path, header, rows } of tables) {
    const columns = header.flatMap((title, column) =>
      titles.has(title) && !(path === "crm/customers.csv" && title === "CustNo") ? [column] : [],
    );
    for (const row of rows) if (!isLine(row)) for (const column of columns) spokenOf.add(row[column] as string);
  }
  return (cells) => !spokenOf.has(cells[0] as string);
}

const twiceEncoded = (text: string) => new TextDecoder("windows-1252").decode(Buffer.from(text, "utf8"));
const BAD_EMAILS = [
  "info(at)post.example",
  "keine",
  "anna@@mail.example",
  "name@mail",
  "a b@mail.example",
  "x@mail.example; y@mail.example",
];
const BAD_PHONES = ["unbekannt", "n/a", "0049-89-555-ABCD", "12", "+49 30 555 0, abends", "s. Website"];
const BAD_BIRTHS = ["31.02.1985", "00.00.0000", "12.13.1990", "1979"];

function dirtyCustomers(customers: Spoiler, free: (cells: string[]) => boolean): void {
  const name = customers.column("Name");
  customers.misshape(5, (number) => `C9900${number}`);
  customers.miscode(5, (cells) => free(cells));
  customers.add(3, "choice", "kind", (cells, number) => [`C9910${number}`, "X", ...cells.slice(2)]);
  customers.repeat(6, 4, "customer_id", (cells) => {
    cells[name] = `${cells[name] as string} (alt)`;
    for (const title of ["City", "Country", "Created", "Confirmed", "DOB", "Industry"]) cells[customers.column(title)] = "";
  });
  customers.lose(8, "twice_encoded", "name", "Name", twiceEncoded, (cells) =>
    /^[\x20-\x7eäöüé]*[äöüé][\x20-\x7eäöüé]*$/.test(cells[name] as string),
  );
  customers.lose(25, "format", "email", "E-Mail", (_, number) => BAD_EMAILS[number % BAD_EMAILS.length] as string);
  customers.lose(20, "format", "phone", "Tel", (_, number) => BAD_PHONES[number % BAD_PHONES.length] as string);
  customers.lose(12, "date", "birth_date", "DOB", (_, number) => BAD_BIRTHS[number % BAD_BIRTHS.length] as string);
  customers.lose(3, "too_small", "birth_date", "DOB", () => "12.05.1785");
}

function dirtyShanghai(customers: Spoiler): void {
  customers.misshape(1, () => "SH9001");
  customers.add(1, "choice", "kind", (cells) => ["SH9002", "其他", ...cells.slice(2)]);
  customers.repeat(1, 0, "customer_id", () => {});
  customers.lose(3, "format", "phone", "电话", (_, number) => ["无", "未知", "12"][number] as string);
  customers.lose(3, "format", "email", "电子邮箱", (cell) => cell.replace("@", "#"));
  customers.lose(2, "date", "birth_date", "出生日期", () => "1985/02/31");
}

function dirtyLines(lines: Spoiler, refusedOrders: ReadonlySet<string>): void {
  lines.condemn("orphan", "order_id", "OrderNo", refusedOrders);
  lines.add(110, "orphan", "order_id", (cells, number) => [`2496${String(number).padStart(3, "0")}`, ...cells.slice(1)]);
  lines.add(70, "orphan", "product_id", (cells) => [cells[0] as string, "99", "OLD-000", ...cells.slice(3)]);
  lines.add(50, "too_small", "quantity", (cells) => [cells[0] as string, "98", cells[2] as string, "-1", ...cells.slice(4)]);
  lines.add(40, "required", "quantity", (cells) => [cells[0] as string, "97", cells[2] as string, "", ...cells.slice(4)]);
  lines.add(30, "too_large", "discount_rate", (cells) => [...cells.slice(0, 5), "250", ...cells.slice(6)]);
}

function dirtyReturns(returns: Spoiler, refusedOrders: ReadonlySet<string>): void {
  returns.condemn("orphan", "order_id", "Order No", refusedOrders);
  returns.change(2, "date", "return_date", "Return Date", impossibleDate);
  returns.change(2, "decimal_comma", "amount", "Credit (ct)", (cell) => `${cell},5`);
  returns.change(1, "orphan", "product_id", "SKU", () => "OLD-000");
  returns.misshape(1, () => "2024-05-05");
}

function dirtyInvoices(invoices: Spoiler): void {
  const amount = invoices.column("Betrag");
  invoices.change(14, "format", "amount", "Betrag", (cell) => cell.replace(".", "").replace(",", "."));
  invoices.change(8, "date", "invoice_date", "Rechnungsdatum", (_, number) => (number % 2 ? "00.00.0000" : "30.02.2024"));
  invoices.change(6, "date", "due_date", "Fälligkeitsdatum", () => "31.06.2024");
  invoices.change(8, "not_after", "invoice_date", "Fälligkeitsdatum", () => "15.03.2021");
  invoices.change(10, "orphan", "customer_id", "Kundennummer", (_, number) => `C88${String(number).padStart(3, "0")}`);
  invoices.repeat(14, 6, "invoice_id", (cells) => ([cells[2], cells[amount]] = ["", `1${cells[amount]?.replace(/[.-]/g, "")}`]));
  invoices.misshape(9, (number) => `RE99-${number}`);
}

function dirtyStatements(statements: Spoiler): void {
  statements.change(2, "decimal_comma", "revenue", "Turnover", commaForPoint);
  statements.change(1, "date", "period_end", "Period End", () => "2023-11-31");
  statements.change(1, "orphan", "customer_id", "Client", () => "C88000");
  statements.repeat(1, 0, "customer_id", () => {});
  statements.misshape(1, () => "C10001");
}

function dirtyCosts(costs: Spoiler): void {
  costs.change(12, "decimal_comma", "amount", "Amount EUR", commaForPoint, isDecimal(2));
  costs.change(8, "date", "cost_date", "Booked", impossibleDate);
  costs.change(10, "orphan", "customer_id", "Customer", (_, number) => `C88${String(number).padStart(3, "0")}`);
  costs.change(4, "choice", "kind", "Purpose", () => "Misc");
  costs.misshape(6, () => "2024-04-04");
}

function dirtyContacts(contacts: Spoiler): void {
  contacts.change(14, "date", "interaction_date", "When", impossibleDate);
  contacts.change(14, "orphan", "customer_id", "CustNo", (_, number) => `C88${String(number).padStart(3, "0")}`);
  contacts.repeat(12, 4, "interaction_id", (cells) => ([cells[3], cells[4], cells[5]] = ["Call", "", ""]));
  contacts.misshape(8, (number) => `A9900${number}`);
  contacts.leaveOpen("A99999", true);
  contacts.table.rows.splice(700, 0, { text: "" });
}

/** Hands back the identifiers of leads that must be refused. */
function dirtyLeads(leads: Spoiler): Set<string> {
  const gone = [
    ...leads.change(2, "choice", "status", "Stage", (_, number) => ["Parked", "??"][number] as string),
    ...leads.change(2, "not_after", "created_date", "Closed", () => "2019-03-15"),
    ...leads.change(1, "format", "expected_amount", "Expected EUR p.a.", () => "ca. 2000"),
  ];
  leads.repeat(1, 0, "lead_id", () => {});
  leads.misshape(1, () => "L9901");
  return new Set(gone.map((cells) => cells[0] as string));
}

function dirtyResponses(responses: Spoiler, refusedLeads: ReadonlySet<string>): void {
  const byCustomer = (cells: string[]) => cells[1] !== "";
  responses.condemn("orphan", "lead_id", "Lead", refusedLeads);
  responses.change(5, "choice", "response", "Reaction", (_, number) => (number % 2 ? "bounce" : "clicked?"));
  responses.change(3, "orphan", "campaign_id", "Campaign", () => "CMP-2021-09");
  responses.change(4, "orphan", "customer_id", "Customer", (_, number) => `C88${String(number).padStart(3, "0")}`, byCustomer);
  responses.change(4, "date", "response_date", "Date", impossibleDate);
  responses.misshape(3, () => "CMP-2024-05");
}

function dirtyTickets(tickets: Spoiler): void {
  const closed = (cells: string[]) => cells[10] !== "";
  tickets.change(2, "choice", "kind", "Type", () => "Praise");
  tickets.change(3, "timestamp", "opened_at", "Opened", (_, number) => (number % 2 ? "0000-00-00 00:00" : "2024-13-05 10:20"));
  tickets.change(3, "not_after", "opened_at", "Closed", () => "2019-03-15 10:00", closed);
  tickets.change(3, "orphan", "customer_id", "Customer", (_, number) => `C88${String(number).padStart(3, "0")}`);
  tickets.repeat(2, 1, "ticket_id", (cells) => ([cells[5], cells[6], cells[7], cells[11]] = ["", "", "", "99.00"]));
  tickets.misshape(2, (number) => `T9900${number}`);
  tickets.leaveOpen("T99999");
}

function dirtySurveys(surveys: Spoiler): void {
  surveys.change(9, "too_large", "recommend_score", "Recommend", (_, number) => (number % 2 ? "11" : "100"));
  surveys.change(6, "too_small", "satisfaction_score", "Satisfied", () => "0");
  surveys.change(6, "orphan", "customer_id", "Customer", (_, number) => `C88${String(number).padStart(3, "0")}`);
  surveys.change(4, "date", "sent_date", "Sent", impossibleDate);
  surveys.repeat(7, 0, "survey_id", () => {});
  surveys.misshape(5, (number) => `F9900${number}`);
}
