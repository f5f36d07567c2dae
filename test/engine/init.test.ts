import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { initProject } from "../../pipeline/engine/init.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadProject } from "../../pipeline/engine/project.js";
import { ingest } from "../../pipeline/sources/ingest.js";
import { folderOf, problemsOf, type Files } from "../sources/files.js";

vi.setConfig({ testTimeout: 120_000 });

/** What init writes for these files, and what it says. */
async function init(files: Files): Promise<{ folder: string; yaml: string; said: string }> {
  const folder = folderOf(files);
  const said: string[] = [];
  await initProject(folder, (line) => said.push(line));
  return { folder, yaml: readFileSync(join(folder, "project.yaml"), "utf8"), said: said.join("\n") };
}

/** The lines of the entities, without the hints of what else could be mapped. */
const entitiesOf = (yaml: string) => yaml.slice(yaml.indexOf("\nentities:") + 1).split("\n\n")[0]!.split("\n")
  .filter((line) => !line.includes("# could be mapped too")).join("\n");
/** The line of a field, without its meaning: what is after CHECK stays. */
const lineOf = (yaml: string, field: string) =>
  yaml.split("\n").find((line) => new RegExp(`^ +(# )?${field}:`).test(line))?.trim().replace(/ {2}# .*?(?=CHECK|$)/, "  # ").replace(/ {2}# $/, "");

const latin1 = (text: string) => Buffer.from(text, "latin1");

/** Reads the project as a build does: files, accepted rows of each. */
async function accepted(folder: string): Promise<[string, number][]> {
  const db = await Database.open();
  onTestFinished(() => db.close());
  await ingest(db, loadProject(folder), folder, silentLog);
  const files = await db.rows<{ file: string; rows: number; refused: number }>(
    "select file, rows_accepted::integer as rows, rows_quarantined::integer as refused from run.input_files order by file");
  expect(files.filter(({ refused }) => refused > 0)).toEqual([]);
  return files.map(({ file, rows }) => [file, rows]);
}

const GERMAN = {
  "kunden.csv": latin1("Kundennr;Firma;Stra\xdfe;PLZ;Ort;Land;E-Mail;Telefon;Typ;Gr\xf6\xdfe\r\n"
    + "K1;M\xfcller GmbH;Hauptstra\xdfe 1;50667;K\xf6ln;Deutschland;a@b.example;0221 123456;Firma;3\r\n"
    + "K2;Anna Gr\xfcn;Ring 2;04109;Leipzig;Deutschland;;;Privat;1\r\n"),
  "auftraege_2023.csv": "Auftragsnr;Kundennr;Auftragsdatum;Nettobetrag\nA1;K1;01.02.2023;1.234,50\nA2;K2;28.02.2023;80,00\n",
  "rechnungen.csv": latin1("Rechnungsnr;Kundennr;Rechnungsdatum;F\xe4llig am;Rechnungsbetrag;bezahlt am\nR1;K1;02.02.2023;15.02.2023;1.234,50;20.02.2023\nR2;K2;28.02.2023;15.03.2023;80,00;\n"),
};

test("a German folder in Windows-1252 is read with its encoding, header, dates and numbers, and builds as it is", async () => {
  const { folder, yaml, said } = await init(GERMAN);
  expect(entitiesOf(yaml)).toBe(`entities:
  # One row per customer known to the company, whether or not it ever bought.
  customers:
    - files: kunden.csv
      csv: { delimiter: ";", encoding: windows-1252 }  # a guess: see that letters beyond ASCII read well
      columns:
        customer_id: Kundennr  # Identifier of the customer in the source system
        # kind: { column: Typ, values: { Firma: ..., Privat: ... } }  # Kind of customer (客户类型). CHECK: 2 of 2 values do not fit, such as "Firma": is none of: consumer, business, distributor, internal; translate it with \`values:\`
        name: Firma  # Name of the person or company
        phone: Telefon  # Telephone number
        email: E-Mail  # E-mail address
        address: Straße  # Street address
        city: Ort  # City or town
        country: Land  # Country
        postal_code: PLZ  # Postal code
        # not used: Größe
  # One row per order.
  orders:
    - files: auftraege_2023.csv
      csv: { delimiter: ";" }
      columns:
        order_id: Auftragsnr  # Identifier of the order
        customer_id: Kundennr  # Customer that ordered
        order_date: { column: Auftragsdatum, format: "%d.%m.%Y" }  # Date the order was placed
        amount: { column: Nettobetrag, decimal: ",", thousands: "." }  # Worth of the order after discount, before tax [currency]
  # One row per invoice.
  invoices:
    - files: rechnungen.csv
      csv: { delimiter: ";", encoding: windows-1252 }  # a guess: see that letters beyond ASCII read well
      columns:
        invoice_id: Rechnungsnr  # Identifier of the invoice
        customer_id: Kundennr  # Customer billed
        invoice_date: { column: Rechnungsdatum, format: "%d.%m.%Y" }  # Date of the invoice
        due_date: { column: Fällig am, format: "%d.%m.%Y" }  # Date payment is due
        amount: { column: Rechnungsbetrag, decimal: ",", thousands: "." }  # Amount billed; negative for a credit note [currency]
        paid_date: { column: bezahlt am, format: "%d.%m.%Y" }  # Date of the last payment`);
  expect(said).toContain("from 3 of 3 files");
  expect(said).toContain("first where it says CHECK or REQUIRED (1 line)");
  expect(await accepted(folder)).toEqual([["auftraege_2023.csv", 2], ["kunden.csv", 2], ["rechnungen.csv", 2]]);
});

test("Chinese files in GB 18030 and UTF-16 are read with their encodings", async () => {
  // 客户编号,客户名称 and 王小明
  const gb = Buffer.from([...[0xbfcd, 0xbba7, 0xb1e0, 0xbac5].flatMap((pair) => [pair >> 8, pair & 0xff]), 0x2c,
    ...[0xbfcd, 0xbba7, 0xc3fb, 0xb3c6].flatMap((pair) => [pair >> 8, pair & 0xff]), 0x0a, 0x43, 0x31, 0x2c,
    ...[0xcdf5, 0xd0a1, 0xc3f7].flatMap((pair) => [pair >> 8, pair & 0xff]), 0x0a]);
  const { folder, yaml } = await init({
    "客户.csv": gb, "订单.csv": Buffer.from("\ufeff订单号,客户编号,下单日期,订单金额\nO1,C1,2024年1月5日,12.5\n", "utf16le"),
  });
  expect(yaml).toContain("csv: { encoding: gb18030 }");
  expect(yaml).toContain("csv: { encoding: utf-16le }");
  expect([lineOf(yaml, "name"), lineOf(yaml, "order_date"), lineOf(yaml, "amount")]).toEqual(
    ["name: 客户名称", 'order_date: { column: 下单日期, format: "%Y年%m月%d日" }', "amount: 订单金额"]);
  expect(await accepted(folder)).toEqual([["客户.csv", 1], ["订单.csv", 1]]);
});

const entityOf = async (name: string, text: string) => /^ {2}([a-z_]+):$/m.exec((await init({ [name]: text })).yaml)?.[1];

test.each([
  ["export_1.csv", "Auftragsnr;Kundennr;Auftragsdatum;Nettobetrag\nA1;K1;01.02.2023;5\n", "orders"],
  ["export_kunden.csv", "Auftragsnr;Kundennr;Auftragsdatum;Nettobetrag\nA1;K1;01.02.2023;5\n", "orders"],
  ["export_2.csv", "Bestellnr,Kundennr,Bestelldatum,Umsatz (EUR)\nA1,K1,2023-02-01,5\n", "orders"],
  ["customer_orders.csv", "order_id,customer_id,customer_name,order_date,total\nO1,C1,Ann,2024-01-05,5\n", "orders"],
  ["order_lines.csv", "order_id,customer_id,order_date,product_id,quantity,amount\nO1,C1,2024-01-05,P,1,5\n", "order_lines"],
  ["orders_2024.csv", "customer_id,order_date,revenue\nC1,2024-01-05,5\n", "transactions"],
  ["kundenumsatz.csv", "Kundennr;Datum;Umsatz\nK1;01.02.2023;5\n", "transactions"],
  ["rechnungen.csv", "Rechnungsnr;Kundennr;Rechnungsdatum;Betrag\nR1;K1;01.02.2023;5\n", "invoices"],
  ["clients.csv", "ClientID,Company,City\n1,A,B\n", "customers"],
  ["list.csv", "Kundennummer,Kundenname,Ort\n1,A,B\n2,B,C\n", "customers"],
  // an id among columns that fit nothing
  ["list.csv", "Kundennr,Besuch,Bericht\n1,A,B\n", undefined],
  ["kunden.csv", "Kundennr,Besuch,Bericht\n1,A,B\n", undefined],
  // rows of orders, not of customers, whatever describes the customer in them
  ["list.csv", "Auftragsnr,Kundennr,Tag,Ort,Land,PLZ\nA1,K1,1,A,B,1\n", undefined],
  ["list.csv", "Kundennr,Ort,Land,PLZ\nK1,A,B,1\nK1,A,B,1\n", undefined],
])("%s with %j is taken for what it holds", async (name, text, entity) => {
  expect(await entityOf(name, text)).toBe(entity);
});

test("a file of no entity is named with its columns, and one that cannot be read with the reason", async () => {
  const { yaml, said, folder } = await init({
    ...GERMAN, "regionen.csv": "Nr;Bezirk\n1;Nord\n", "mappe.csv": Buffer.from("PK\x03\x04\x14\0[Content_Types].xml", "latin1"), "leer.csv": "", "x.csv": "a\u0007b;c\n1;2\n",
  });
  expect(yaml).toContain(`# Files that are not used:
#   leer.csv is empty
#   mappe.csv cannot be read: it is an Excel workbook: export it as CSV
#   regionen.csv looks like no entity, with the columns Nr, Bezirk
#   x.csv looks like no entity, with the columns a\ufffdb, c
`);
  expect(said).toContain("not used: leer.csv, mappe.csv, regionen.csv, x.csv; its end says why");
  expect(await accepted(folder)).toHaveLength(3);
  const none = await init({ "regionen.csv": "Nr;Bezirk\n1;Nord\n" });
  expect(await problemsOf(() => loadProject(none.folder))).toContain("supply at least one entity");
});

test("orders and a sales log are not counted twice: the second is there to be taken instead", async () => {
  const { folder, yaml } = await init({ ...GERMAN, "umsatz.csv": "Kundennr;Datum;Umsatz\nK1;01.02.2023;5\nK1;28.02.2023;5\n" });
  expect(yaml).toContain(`
  # Left out: orders and transactions would be counted twice. To use these instead, take out orders and these marks.
  # transactions:
  #   - files: umsatz.csv
  #     csv: { delimiter: ";" }
  #     columns:
  #       customer_id: Kundennr  # Customer that bought
  #       transaction_date: { column: Datum, format: "%d.%m.%Y" }  # Date of the purchase
`);
  expect(loadProject(folder).entities.transactions).toBeUndefined();
  expect(await accepted(folder)).toHaveLength(3);
  // An order file without its ids is of no use beside a log that has all it needs.
  const log = await init({ "orders.csv": "order_no,customer_id,total,note\n1,C1,5,x\n", "sales.csv": "customer_id,date,amount\nC1,2024-01-05,5\n" });
  expect(log.yaml).toContain("\n  transactions:\n");
  expect(log.yaml).toContain("\n  # orders:\n");
  expect(await accepted(log.folder)).toEqual([["sales.csv", 1]]);
});

/** The line of order_date or amount for a file with these values. */
async function lines(field: "order_date" | "amount", cases: [values: string[], line: string][]) {
  const rows = (values: string[]) => values.map((value, index) => (field === "amount" ? `O${index}|C1|2024-05-31|${value}\n` : `O${index}|C1|${value}|5\n`)).join("");
  const found: string[] = [];
  for (const [values] of cases) found.push(lineOf((await init({ "orders.csv": `order_id|customer_id|order_date|amount\n${rows(values)}` })).yaml, field)!);
  expect(found).toEqual(cases.map(([, line]) => line));
}

test("dates are written as they are found, and where two ways fit the line says so", () => lines("order_date", [
  [["2024-05-31", "2024-01-02"], "order_date: order_date"],
  [["2024-05-31T10:00:00Z", "2024-01-02 10:00"], "order_date: order_date"],
  [["31/05/2024", "01/02/2024"], 'order_date: { column: order_date, format: "%d/%m/%Y" }'],
  [["05/31/2024", "01/02/2024"], 'order_date: { column: order_date, format: "%m/%d/%Y" }'],
  [["01/02/2024", "3/4/2024"], 'order_date: { column: order_date, format: "%d/%m/%Y" }  # CHECK: every value fits format: "%m/%d/%Y" as well'],
  [["31.05.24"], 'order_date: { column: order_date, format: "%d.%m.%y" }'],
  [["31.05.2024 13:30"], 'order_date: { column: order_date, format: "%d.%m.%Y %H:%M" }'],
  [["5/31/2024 1:30 PM"], 'order_date: { column: order_date, format: "%m/%d/%Y %I:%M %p" }'],
  [["20240531"], 'order_date: { column: order_date, format: "%Y%m%d" }'],
  [["31 May 2024"], 'order_date: { column: order_date, format: "%d %b %Y" }'],
  [[""], "order_date: order_date"],
  [["someday"], 'order_date: order_date  # CHECK: 1 of 1 values do not fit, such as "someday": is no date such as 2024-05-31: declare how it is written, as in { column: Date, format: "%d/%m/%Y" }'],
]));

test("numbers are written as they are found, and where two ways fit the line says so", () => lines("amount", [
  [["1.50", "1000", "3"], "amount: amount"],
  [["1,50"], 'amount: { column: amount, decimal: "," }'],
  [["1.234,50", "3"], 'amount: { column: amount, decimal: ",", thousands: "." }'],
  [["1,000.50", "3"], 'amount: { column: amount, thousands: "," }'],
  [["1'000.50", "3"], `amount: { column: amount, thousands: "'" }`],
  [["1 000,50", "3,00"], 'amount: { column: amount, decimal: ",", thousands: " " }'],
  [["1,234", "12"], 'amount: { column: amount, thousands: "," }  # CHECK: every value fits decimal: "," as well'],
  [["1.234", "12"], 'amount: amount  # CHECK: every value fits decimal: ",", thousands: "." as well'],
]));

test("a field of which most values are wrong is left out, unless it must be there", async () => {
  const { yaml, folder } = await init({
    "customers.csv": `id,kind,email\n${Array.from({ length: 9 }, (_, index) => `C${index},${index < 5 ? "B2B" : "consumer"},nobody`).join("\n")}\n`,
  });
  expect(lineOf(yaml, "kind")).toMatch(/^# kind: \{ column: kind, values: \{ B2B: \.\.\. \} \} {2}# CHECK: 5 of 9 values do not fit, such as "B2B"/);
  // No example of what identifies a person.
  expect(lineOf(yaml, "email")).toBe("# email: email  # CHECK: 9 of 9 values do not fit");
  expect(await accepted(folder)).toEqual([["customers.csv", 9]]);
});

test("a key that repeats is told", async () => {
  const { yaml } = await init({ "orders.csv": "order_id,customer_id,order_date\nO1,C1,2024-01-05\nO1,C1,2024-01-05\n" });
  expect(lineOf(yaml, "order_id")).toBe("order_id: order_id  # CHECK: values repeat: say `rows_per_key: many` if the file has several rows of each");
});

test("names of files are taken as they are, whatever signs are in them", async () => {
  const names = ["customers (1).csv", "customers [old].csv", "a b/!customers*.csv", "{customers,x}.csv", "customers: #1.csv", "!customers.csv", "customers_*.csv", "customers_1.csv", "customers?.CSV", "'customers'.csv"];
  const { folder } = await init(Object.fromEntries(names.map((name, index) => [name, `id,name\nC${index},Ann\n`])));
  expect(await accepted(folder)).toEqual(names.map((name) => [name, 1]).sort());
});

test("names of columns are taken as they are, whatever signs are in them", async () => {
  const sign = fc.constantFrom("", " ", "#", ":", ": ", "'", '"', "{", "[", "&", "*", "!", "%", "@", "`", "\\", "?", "- ", ",", " #", "\u0007", "\u0085", "~");
  const wrap = (word: string) => fc.tuple(sign, sign).map(([before, after]) => before + word + after);
  await fc.assert(fc.asyncProperty(wrap("customer id"), wrap("name"), wrap("other"), async (id, name, other) => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const { folder } = await init({ "customers.csv": `${[id, name, other].map(quoted).join(",")}\nC1,Ann,1\n` });
    expect(loadProject(folder).entities.customers![0]!.columns).toEqual({ customer_id: id.trim(), name: name.trim() });
    expect(await accepted(folder)).toEqual([["customers.csv", 1]]);
  }), { numRuns: 15 });
});
