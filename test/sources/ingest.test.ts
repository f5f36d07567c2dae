import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadProject } from "../../pipeline/engine/project.js";
import { checkInputs, ingest } from "../../pipeline/sources/ingest.js";
import { folderOf, ingestFiles, problemsOf, type Files } from "./files.js";

const ALL = "quarantine: { limit: 1 }\n";
const CUSTOMERS = `
  customers:
    - files: customers.csv
      columns: { customer_id: id, name: name }
`;
const ORDERS = `
  orders:
    - files: orders.csv
      columns: { order_id: id, customer_id: customer, order_date: day, amount: amount, currency: currency, status: status, shipped_date: shipped }
`;

/** Row, field and rule of everything refused. */
const rulesOf = async (db: Database, entity: string) => (await db.rows<{ rule: string }>(
  `select concat_ws(' ', row_number, field, rule) as rule from quarantine.rules where entity = '${entity}' order by row_number, field, rule`)).map(({ rule }) => rule);

test("each rule refuses its row, with the number of the row and the field", async () => {
  const orders = [
    "id,customer,day,amount,currency,status,shipped",
    "O1,C1,2024-01-05,10,EUR,open,2024-01-05",
    ",C1,2024-01-05,10,,,", // 3
    "O4,,2024-01-05,10,,,",
    "O5,C1,2023-02-29,10,,,",
    "O6,C1,1899-12-31,10,,,",
    "O7,C1,2200-01-01,10,,,",
    'O8,C1,2024-01-05,"12,50",,,',
    "O9,C1,2024-01-05,ten,,,",
    "O10,C1,2024-01-05,-1,,,", // 10
    "O11,C1,2024-01-05,10000000000001,,,",
    "O12,C1,2024-01-05,10,eur,,",
    "O13,C1,2024-01-05,10,,parked,",
    "O14,C1,2024-01-05,10,,,2024-01-04",
    "O15,C9,2024-01-05,10,,,",
    "MÃ¼ller,C1,2024-01-05,10,,,",
    "O17\u0007,C1,2024-01-05,10,,,",
    `${"O".repeat(201)},C1,2024-01-05,10,,,`,
    "O1,C1,2024-01-05,10,EUR,open,2024-01-05",
    "O1,C1,2024-01-05,11,EUR,open,", // 20
    "O21,C1,2024-01-05",
    'O22,"C1,2024-01-05,10,,,',
    "O23,\xff,2024-01-05,10,,,",
    "O24,,2024-13-05,ten,,,", // several at once
    "O25,C1,2024-01-05,10.5,USD,completed,",
  ];
  const bytes = Buffer.concat(orders.map((line) => Buffer.from(`${line}\n`, line.includes("\xff") ? "latin1" : "utf8")));
  const db = await ingestFiles(CUSTOMERS + ORDERS, { "customers.csv": "id,name\nC1,Ann\n", "orders.csv": bytes }, ALL);
  expect(await rulesOf(db, "orders")).toEqual([
    "3 order_id required", "4 customer_id required", "5 order_date date", "6 order_date too_small", "7 order_date too_large",
    "8 amount decimal_comma", "8 amount format", "9 amount format", "10 amount too_small", "11 amount too_large", "12 currency format", "13 status choice",
    "14 order_date not_after", "15 customer_id orphan", "16 order_id twice_encoded", "17 order_id unreadable", "18 order_id too_long",
    "19 order_id duplicate_row", "20 order_id duplicate_key", "21 fields", "22 quote", "23 encoding",
    "24 amount format", "24 customer_id required", "24 order_date date",
  ]);
  expect(await db.rows("select order_id, amount, currency, status from raw.orders order by order_id")).toEqual([
    { order_id: "O1", amount: 10, currency: "EUR", status: "open" }, { order_id: "O25", amount: 10.5, currency: "USD", status: "completed" },
  ]);
  expect(await db.row("select * exclude (entity, file) from run.input_files where entity = 'orders'")).toEqual(
    { rows_read: 24n, rows_accepted: 2n, rows_quarantined: 22n, values_quarantined: 0n });
  const raw = await db.rows<{ row: number; text: string }>("select row_number::integer as row, raw_text as text from quarantine.rows where entity = 'orders' order by row_number");
  expect(raw.map(({ row, text }) => [row, text])).toEqual(orders.map((text, index) => [index + 1, text.replace("\xff", "ÿ")]).slice(2, -1));
});

test("a wrong value of a field that describes costs the value and not the row", async () => {
  const db = await ingestFiles(`
  customers:
    - files: customers.csv
      columns: { customer_id: id, kind: { constant: consumer }, name: name, email: email, phone: phone, sex: sex, birth_date: born, household_size: size }
`, { "customers.csv": 'id,name,email,phone,sex,born,size\nC1,Ann,ann@x.example,+49 30 123456,female,1980-02-29,3\nC2,"MÃ¼ller",ann@x,call me,w,1981-02-29,51\nC3,,,,,,\n' });
  const columns = "customer_id as id, name, email, phone, sex, birth_date::varchar as born, household_size::integer as size";
  expect(await db.rows(`select ${columns} from raw.customers order by id`)).toEqual([
    { id: "C1", name: "Ann", email: "ann@x.example", phone: "+49 30 123456", sex: "female", born: "1980-02-29", size: 3 },
    { id: "C2", name: null, email: null, phone: null, sex: null, born: null, size: null },
    { id: "C3", name: null, email: null, phone: null, sex: null, born: null, size: null },
  ]);
  expect(await db.rows("select row_number::integer as row, row_key as key, field, rule, value from quarantine.values order by field")).toEqual([
    { row: 3, key: "C2", field: "birth_date", rule: "date", value: "1981-02-29" },
    { row: 3, key: "C2", field: "email", rule: "format", value: "ann@x" },
    { row: 3, key: "C2", field: "household_size", rule: "too_large", value: "51" },
    { row: 3, key: "C2", field: "name", rule: "twice_encoded", value: "MÃ¼ller" },
    { row: 3, key: "C2", field: "phone", rule: "format", value: "call me" },
    { row: 3, key: "C2", field: "sex", rule: "choice", value: "w" },
  ]);
  expect(await db.row("select * exclude (entity, file) from run.input_files")).toEqual(
    { rows_read: 3n, rows_accepted: 3n, rows_quarantined: 0n, values_quarantined: 6n });
  expect(await db.rows("select field, is_mapped, filled_rows::integer as filled from run.fields where entity = 'customers' and field in ('name', 'sex', 'owner') order by field"))
    .toEqual([{ field: "name", is_mapped: true, filled: 1 }, { field: "owner", is_mapped: false, filled: 0 }, { field: "sex", is_mapped: true, filled: 1 }]);
});

const PRODUCTS = "  products:\n    - files: '*.csv'\n      columns: { product_id: id, name: name, category: category }\n";

test("of rows with one key the fullest is kept, and of equally full ones the greatest, in whatever order they come", async () => {
  const rows = ["1,b,", "1,a,x", "1,c,y", "1,c,y", "2,a,", "2,b,", "3,,"];
  await fc.assert(fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.nat({ max: rows.length }), async (order, split) => {
    const file = (lines: string[]) => `id,name,category\n${lines.join("\n")}\n`;
    const db = await ingestFiles(PRODUCTS.replace("files:", "required: false\n      files:"), { "a.csv": file(order.slice(0, split)), "b.csv": file(order.slice(split)) }, ALL);
    expect(await db.rows("select product_id as id, name, category from raw.products order by id")).toEqual([
      { id: "1", name: "c", category: "y" }, { id: "2", name: "b", category: null }, { id: "3", name: null, category: null },
    ]);
    expect(await db.rows("select rule, count(*)::integer as rows from quarantine.rules group by rule order by rule"))
      .toEqual([{ rule: "duplicate_key", rows: 3 }, { rule: "duplicate_row", rows: 1 }]);
  }), { numRuns: 6 });
});

test("where a file repeats an entity on many rows, equal ones are one and accepted, and others are refused", async () => {
  const db = await ingestFiles(`
  orders:
    - files: lines.csv
      rows_per_key: many
      columns: { order_id: order, customer_id: customer, order_date: day }
  order_lines:
    - files: lines.csv
      columns: { order_id: order, quantity: quantity }
`, { "lines.csv": "order,customer,day,quantity\nO1,A,2024-01-05,1\nO1,A,2024-01-05,2\nO1,B,2024-01-05,3\nO2,A,2024-01-05,4\n" }, ALL);
  expect(await db.rows("select order_id, customer_id from raw.orders order by order_id")).toEqual([{ order_id: "O1", customer_id: "B" }, { order_id: "O2", customer_id: "A" }]);
  expect(await rulesOf(db, "orders")).toEqual(["2 order_id duplicate_key", "3 order_id duplicate_key"]);
  expect(await db.rows("select order_id, quantity from raw.order_lines order by quantity")).toHaveLength(4);
  expect(await db.row("select rows_read, rows_accepted, rows_quarantined from run.input_files where entity = 'orders'"))
    .toEqual({ rows_read: 4n, rows_accepted: 2n, rows_quarantined: 2n });

  const equal = await ingestFiles(`
  orders:
    - files: lines.csv
      rows_per_key: many
      columns: { order_id: order, customer_id: customer, order_date: day }
`, { "lines.csv": "order,customer,day\nO1,A,2024-01-05\nO1,A,2024-01-05\n" });
  expect(await equal.row("select (select count(*) from raw.orders) as orders, rows_accepted, rows_quarantined from run.input_files"))
    .toEqual({ orders: 1n, rows_accepted: 2n, rows_quarantined: 0n });
});

test("equal rows of an entity without identity are different events", async () => {
  const db = await ingestFiles(`
  transactions:
    - files: t.csv
      columns: { customer_id: customer, transaction_date: day, amount: amount }
`, { "t.csv": "customer,day,amount\nA,2024-01-05,5\nA,2024-01-05,5\n" });
  expect(await db.row("select count(*)::integer as rows from raw.transactions")).toEqual({ rows: 2 });
});

test("one file may be read twice as one entity, with counts for each time", async () => {
  const db = await ingestFiles(`
  costs:
    - files: costs.csv
      columns: { cost_date: day, kind: { constant: acquisition }, amount: won }
    - files: costs.csv
      columns: { cost_date: day, kind: { constant: service }, amount: served }
`, { "costs.csv": "day,won,served\n2024-01-05,1,2\n2024-01-06,x,3\n2024-01-07,4,5\n" }, ALL);
  expect(await db.rows("select kind, sum(amount)::integer as amount from raw.costs group by kind order by kind"))
    .toEqual([{ kind: "acquisition", amount: 5 }, { kind: "service", amount: 10 }]);
  expect(await db.rows("select rows_read, rows_accepted, rows_quarantined from run.input_files order by rows_accepted"))
    .toEqual([{ rows_read: 3n, rows_accepted: 2n, rows_quarantined: 1n }, { rows_read: 3n, rows_accepted: 3n, rows_quarantined: 0n }]);
});

test("a reference is judged where the rows that it may lead to are known", async () => {
  const orders = "id,customer,day,amount,currency,status,shipped\nO1,C1,2024-01-05,1,,,\nO2,C2,2024-01-05,1,,,\n";
  const judged = await ingestFiles(CUSTOMERS + ORDERS, { "customers.csv": "id,name\nC1,Ann\n", "orders.csv": orders }, ALL);
  expect(await rulesOf(judged, "orders")).toEqual(["3 customer_id orphan"]);
  const optional = CUSTOMERS.replace("columns:", "required: false\n      columns:") + ORDERS;
  for (const files of [{}, { "customers.csv": "id,name\n" }, { "customers.csv": "" }] as Files[]) {
    const db = await ingestFiles(optional, { ...files, "orders.csv": orders });
    expect(await db.row("select (select count(*) from raw.orders) as orders, (select count(*) from raw.customers) as customers")).toEqual({ orders: 2n, customers: 0n });
    expect(await db.row("select is_supplied from run.entities where entity = 'customers'")).toEqual({ is_supplied: "customers.csv" in files });
  }
});

test("an entity that is not supplied is there without a row", async () => {
  const db = await ingestFiles(CUSTOMERS, { "customers.csv": "id,name\nC1,Ann\n" });
  expect(await db.row("select count(*) as tickets from raw.tickets")).toEqual({ tickets: 0n });
  expect(await db.row("select is_supplied, row_count from run.entities where entity = 'tickets'")).toEqual({ is_supplied: false, row_count: 0n });
});

test("too many refused rows stop the run, with the reasons, how many each, and the first row of each", async () => {
  const lines = Array.from({ length: 40 }, (_, index) => `P${index},name,x`);
  const files = { "products.csv": `id,name,category\n${lines.join("\n")}\n,no id,\n,no id either,\n"open,name,x\nP1,other,x\n` };
  expect(await problemsOf(ingestFiles(PRODUCTS, files, "quarantine: { limit: 0.07 }\n"))).toBe(`
✖ products.csv: 4 of 44 rows of products were refused, more than the 7 % allowed
    2 x product_id is missing (first: row 42)
    1 x opens a quote that is never closed (first: row 44)
    1 x product_id is the key of row 45 too, with other values (first: row 3, P1)
  → at FOLDER/project.yaml:6
  mend the mapping or the file`.trim());
  await ingestFiles(PRODUCTS, files, "quarantine: { limit: 0.091 }\n");
});

test("a higher limit is proposed only where the file would keep to it", async () => {
  const fixOf = async (rows: number) => (await problemsOf(ingestFiles(PRODUCTS, { "products.csv": `id,name,category\n${Array.from({ length: rows - 1 }, (_, index) => `P${index},name,x`).join("\n")}\n,no id,\n` }))).split("\n").at(-1);
  // One of 20 is 5 %, one of 19 more.
  expect(await fixOf(20)).toBe("  mend the mapping or the file; or allow more with `quarantine: { limit: 0.05 }` at the end of project.yaml");
  expect(await fixOf(19)).toBe("  mend the mapping or the file");
});

test("missing files, empty files, unreadable files, missing columns and wrong expressions are all told at once, with their lines", async () => {
  expect(await problemsOf(ingestFiles(`
  customers:
    - files: crm/*.csv
      columns: { customer_id: id }
    - files: [one.csv, two.csv]
      columns: { customer_id: id }
  products:
    - files: products.csv
      columns:
        product_id: id
        name: title
        category: { column: group }
  orders:
    - files: no.parquet
      columns: { order_id: a, customer_id: b, order_date: c }
  campaigns:
    - files: campaigns.csv
      columns:
        campaign_id: id
        start_date: { sql: "strftime(nothing, '%Y')" }
        end_date: { sql: "id + (" }
`, {
    "one.csv": "", "two.csv": "id\n", "products.csv": "id,name\n1,a\n", "no.parquet": "no Parquet", "campaigns.csv": "id\n1\n",
  }))).toBe(`
✖ customers: no file matches crm/*.csv in FOLDER
  → at FOLDER/project.yaml:6
  mend the glob, supply the file, or say \`required: false\`
✖ customers: no row in one.csv, two.csv
  → at FOLDER/project.yaml:8
  supply the rows or take the file away; where none are right, say \`required: false\`
✖ products.csv has no column title, which products.name is read from; it has: id, name
  → at FOLDER/project.yaml:14
✖ products.csv has no column group, which products.category is read from; it has: id, name
  → at FOLDER/project.yaml:15
✖ no.parquet cannot be read: Invalid Input Error: File FOLDER/no.parquet' too small to be a Parquet file
  → at FOLDER/project.yaml:17
✖ campaigns.start_date: Binder Error: Referenced column "nothing" not found in FROM clause! in the expression strftime(nothing, '%Y')
  → at FOLDER/project.yaml:23
  an expression over the columns of campaigns.csv: id
✖ campaigns.end_date: syntax error at or near ")" in the expression id + (
  → at FOLDER/project.yaml:24
  an expression over the columns of campaigns.csv: id`.trim());
});

test("lists that people keep by hand lie in lookups, beside project.yaml and not among the inputs", async () => {
  const entities = `${CUSTOMERS}  annotations:
    - files: lookups/*.csv
      columns: { date: day, text: event }
`;
  const files = { "inputs/customers.csv": "id,name\n1,a\n", "lookups/events.csv": "day,event\n2025-01-01,a strike\n,no day\n" };
  const db = await ingestFiles(entities, files, `inputs: inputs\n${ALL}`);
  expect(await db.rows("select file, rows_read, rows_quarantined from run.input_files order by file")).toEqual([
    { file: "customers.csv", rows_read: 1n, rows_quarantined: 0n }, { file: "lookups/events.csv", rows_read: 2n, rows_quarantined: 1n },
  ]);
  // Nothing else beside the inputs is read, by a database that reads the two folders alone.
  const head = `name: Test\nreporting_currency: EUR\ninputs: inputs\nentities:\n`;
  const folder = folderOf({ ...files, "project.yaml": head + entities });
  await checkInputs(loadProject(folder), folderOf({}));
  writeFileSync(join(folder, "project.yaml"), head + entities.replace("lookups/*.csv", "../lookups/events.csv"));
  expect(await problemsOf(checkInputs(loadProject(folder), folderOf({})))).toContain("../lookups/events.csv lies outside the inputs folder");
});

test("a file without a row among others of its source is no mistake", async () => {
  const db = await ingestFiles(PRODUCTS, { "a.csv": "id,name,category\n1,a,x\n", "b.csv": "id,name,category\n" });
  expect(await db.rows("select file, rows_read from run.input_files order by file")).toEqual([{ file: "a.csv", rows_read: 1n }, { file: "b.csv", rows_read: 0n }]);
});

test("a file without even a header is an export that broke off, whatever the others of its source hold", async () => {
  expect(await problemsOf(ingestFiles(PRODUCTS, { "a.csv": "id,name,category\n1,a,x\n", "c.csv": "" }))).toContain("✖ products: no row in c.csv\n");
});

test("files of a glob are read in the order of their names, by their declared format", async () => {
  const db = await ingestFiles(`
  products:
    - files: ["b/*.txt", "a/*"]
      format: csv
      csv: { delimiter: ";", encoding: windows-1252 }
      columns: { product_id: Nr, name: Größe }
`, { "b/2.txt": Buffer.from("Nr;Gr\xf6\xdfe\n2;\xfc\n", "latin1"), "a/1.parquet": Buffer.from("Nr;Gr\xf6\xdfe\n1;\xe4\n", "latin1") });
  expect(await db.rows("select product_id as id, name from raw.products order by id")).toEqual([{ id: "1", name: "ä" }, { id: "2", name: "ü" }]);
  expect(await db.rows("select file from run.input_files")).toEqual([{ file: "a/1.parquet" }, { file: "b/2.txt" }]);
});

test("the accepted and the refused rows of any file are all its rows", async () => {
  const text = fc.array(fc.constantFrom('"', ",", "\n", "a", "1", "é", "\ufffd", " ", '"a"', '"\n"', "1,b,c\n"), { maxLength: 40 }).map((parts) => parts.join(""));
  await fc.assert(fc.asyncProperty(text, async (content) => {
    const db = await ingestFiles(PRODUCTS.replace("files:", "required: false\n      files:"), { "p.csv": `id,name,category\n${content}` }, ALL);
    const { read, accepted, refused, kept, quarantined } = await db.row<Record<string, bigint>>(`select rows_read as read, rows_accepted as accepted,
      rows_quarantined as refused, (select count(*) from raw.products) as kept, (select count(*) from quarantine.rows) as quarantined from run.input_files`);
    expect([accepted! + refused!, accepted, refused]).toEqual([read, kept, quarantined]);
  }), { numRuns: 10 });
});

test("a field of which most values are wrong is a wrong mapping, even where a wrong value costs no row", async () => {
  const files = (wrong: number) => ({
    "customers.csv": `id,since\n${Array.from({ length: 10 }, (_, index) => `C${index},${index < wrong ? `0${index + 1}.05.2024` : "2024-05-01"}`).join("\n")}\n`,
  });
  const customers = "  customers:\n    - files: customers.csv\n      columns:\n        customer_id: id\n        created_date: since\n";
  await ingestFiles(customers, files(5));
  const message = await problemsOf(ingestFiles(customers, files(6)));
  expect(message).toContain("✖ customers.csv: 6 of 10 values of customers.created_date are wrong, the first, 01.05.2024, is no date");
  expect(message).toContain("→ at FOLDER/project.yaml:8");
  await ingestFiles(customers, files(10), "quarantine: { value_limit: 1 }\n");
});

test("rows that name what was refused elsewhere are told as its consequence, after it", async () => {
  const message = await problemsOf(ingestFiles(CUSTOMERS.replace("name: name", "name: name, kind: kind") + ORDERS, {
    "customers.csv": "id,name,kind\nC1,Ann,person\nC2,Bo,consumer\nC3,Cy,consumer\n",
    "orders.csv": "id,customer,day,amount,currency,status,shipped\nO1,C1,2024-01-05,10,,,\n",
  }));
  expect(message.match(/✖ [a-z]+\.csv/g)).toEqual(["✖ customers.csv", "✖ orders.csv"]);
  expect(message).toContain("1 x customer_id names a row of customers that was refused (first: row 2, C1)");
  expect(message).toContain("mend customers first: these rows name what was refused there");
});

test("of a refused order its amount, currency and day are kept where they can be read", async () => {
  const db = await ingestFiles(CUSTOMERS + ORDERS, {
    "customers.csv": "id,name\nC1,Ann\n",
    "orders.csv": "id,customer,day,amount,currency,status,shipped\nO1,C9,2024-01-05,450,EUR,,\nO2,C1,2024-01-05,-89.90,EUR,,\nO3,,no day,999,,,\nO4,C9,2024-01-05,much,EUR,,\nO5,C9,2024-01-05,1e14,EUR,,\nO6,C1,2024-01-05,10,EUR,,\n",
  }, ALL);
  expect(await db.rows("select row_number::integer as row, amount::double as amount, currency, day::varchar as day from quarantine.rows where entity = 'orders' order by row_number")).toEqual([
    { row: 2, amount: 450, currency: "EUR", day: "2024-01-05" }, { row: 3, amount: -89.9, currency: "EUR", day: "2024-01-05" },
    { row: 4, amount: 999, currency: null, day: null }, { row: 5, amount: null, currency: "EUR", day: "2024-01-05" },
    // More than any order: a slip, and not its worth.
    { row: 6, amount: null, currency: "EUR", day: "2024-01-05" },
  ]);
});

test("a date after another names its field once", async () => {
  const message = await problemsOf(ingestFiles(CUSTOMERS + ORDERS, {
    "customers.csv": "id,name\nC1,Ann\n", "orders.csv": "id,customer,day,amount,currency,status,shipped\nO1,C1,2024-01-05,10,,,2024-01-04\n",
  }));
  expect(message).toContain("    1 x order_date lies after shipped_date (first: row 2, 2024-01-05)\n");
});

test("rows that name what no row holds are told apart from those that name what was refused, though both happened", async () => {
  const message = await problemsOf(ingestFiles(CUSTOMERS.replace("name: name", "name: name, kind: kind") + ORDERS, {
    "customers.csv": "id,name,kind\nC1,Ann,person\nC2,Bo,consumer\nC3,Cy,consumer\n",
    "orders.csv": "id,customer,day,amount,currency,status,shipped\nO1,C1,2024-01-05,10,,,\nO2,C77,2024-01-05,10,,,\nO3,C78,2024-01-05,10,,,\nO4,C2,2024-01-05,10,,,\n",
  }));
  expect(message).toContain("2 x customer_id is in no row of customers (first: row 3, C77)");
  expect(message).toContain("1 x customer_id names a row of customers that was refused (first: row 2, C1)");
  expect(message).not.toContain("first: these rows");
  expect(message).toContain("  supply the rows of customers that these name, or mend the file");
});

test("a check reads the head of each file: a long one costs no more, and what its first rows show is told", async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `P${index};${index}.05.2024;Name ${index}`);
  const folder = folderOf({
    "long.csv": `id;since;title\n${rows.join("\n")}\n`,
    "wide.csv": Buffer.from(`id,name\n${"1,größe\n".repeat(20_000)}`, "utf16le"),
    "project.yaml": `name: Test
reporting_currency: EUR
entities:
  products:
    - files: long.csv
      csv: { delimiter: ";" }
      columns:
        product_id: id
        name: { sql: "uper(title)" }
    - files: wide.csv
      csv: { encoding: utf-16le }
      columns: { product_id: id, name: nmae }
`,
  });
  const message = await problemsOf(checkInputs(loadProject(folder), folder));
  expect(message).toMatch(/^✖ wide\.csv has no column nmae, which products\.name is read from; it has: id, name/);
  expect(message).toMatch(/✖ products\.name: .*uper.* in the expression uper\(title\)\n {2}→ at FOLDER\/project\.yaml:9/);
});

test("an expression is one over the row: no table, no file, no clock, no other statement", async () => {
  const expressions = {
    name: "(select content from read_text('/etc/passwd'))", category: "1) from (select 1); copy (select 42) to 'gone.csv'; select (1", list_price: "now()::varchar",
  };
  const message = await problemsOf(ingestFiles(`
  products:
    - files: products.csv
      columns:
        product_id: id -- c
${Object.entries(expressions).map(([field, sql]) => `        ${field}: { sql: ${JSON.stringify(sql)} }`).join("\n")}
`.replace("id -- c", '{ sql: "id -- the number" }'), { "products.csv": "id\n1\n" }));
  expect(message.match(/✖ products\.\w+: [a-z ,]+(?= in the expression|:)/g)).toEqual([
    "✖ products.name: reads the columns of its row, and no table or file", "✖ products.category: is one expression, and no other statement",
    "✖ products.list_price: now reads a clock",
  ]);
});

test("a file that its own link or another path names too, or that lies outside the inputs, is told and not counted", async () => {
  const folder = folderOf({ "in/a.csv": "id,name,category\n1,a,x\n", "out.csv": "id,name,category\n2,b,x\n" });
  symlinkSync(join(folder, "in/a.csv"), join(folder, "in/latest.csv"));
  writeFileSync(join(folder, "project.yaml"), `name: T\nreporting_currency: EUR\ninputs: in\nentities:\n  products:\n    - files: ["*.csv", "../out.csv"]\n      columns: { product_id: id }\n`);
  const db = await Database.open();
  onTestFinished(() => db.close());
  const message = await problemsOf(ingest(db, loadProject(folder), folder, silentLog));
  expect(message).toContain("✖ products: latest.csv is the same file as a.csv, and would count twice");
  expect(message).toContain("✖ products: ../out.csv lies outside the inputs folder");
});

test("blanks and unseen marks at the ends are no part of a value; marks that turn or hide text inside are refused", async () => {
  const db = await ingestFiles(PRODUCTS, { "a.csv": "id,name,category\n\u200bA\u00a0,\ufeffName\u3000,x\nB,good\u202edab,x\nC,n,a\u200bb\n" }, ALL);
  expect(await db.rows("select product_id, name, category from raw.products order by product_id")).toEqual([
    { product_id: "A", name: "Name", category: "x" }, { product_id: "B", name: null, category: "x" }, { product_id: "C", name: "n", category: null }]);
});
