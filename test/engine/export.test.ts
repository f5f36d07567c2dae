import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { tableFromIPC, type Table } from "apache-arrow";
import { afterAll, afterEach, expect, test } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { writeExports, type ExportedTable } from "../../pipeline/engine/export.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { runModels } from "../../pipeline/engine/run.js";
import { filesOf } from "../../pipeline/engine/files.js";
import type { Files } from "../sources/files.js";
import { emptyWarehouse, plan, settings } from "./models.js";

/* What leaves the warehouse: files that a browser reads, in as few bytes as say it. */

const folder = mkdtempSync(join(tmpdir(), "clientele-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let db: Database;
afterEach(() => db.close());

/** Runs these files below pipeline/ and writes what they export. */
async function exported(files: Files, to = "data"): Promise<Map<string, ExportedTable>> {
  db = await emptyWarehouse();
  const steps = await plan(db, files);
  await runModels(db, steps, settings, silentLog);
  return new Map((await writeExports(db, steps, join(folder, to))).map((table) => [table.name, table]));
}

const header = (columns: string[], format: string) => `-- One row per thing.\n-- format: ${format}\n-- columns:\n${columns.map((name) => `--   ${name}  A ${name}\n`).join("")}`;
const bytes = (file: string, to = "data") => readFileSync(join(folder, to, file));
const arrow = (file: string, to = "data"): Table => tableFromIPC(gunzipSync(bytes(file, to)));
const rows = (table: Table) => Array.from({ length: table.numRows }, (_, index) => table.get(index)!.toJSON() as unknown);

test("a table comes back as it was, whole numbers in as few bytes as hold them", async () => {
  const names = ["tiny", "small", "large", "negative", "gaps", "amount", "word", "day", "flag"];
  await exported({
    "exports/selection/things.sql": `${header(names, "arrow")}select * from (values
      (0, 256, 65536, -1, null, 1.5::double, 'x', date '2025-06-30', true),
      (255, 65535, 2147483647, 1, 7, null, null, null, null),
      (1, 0, 0, 2, 0, -0.25, 'x', date '1969-12-31', false)) as things (${names.join(", ")}) order by large, small, tiny`,
  });
  const table = arrow("data/selection/things.arrow.gz");
  expect(Object.fromEntries(table.schema.fields.map(({ name, type }) => [name, String(type)]))).toEqual({
    tiny: "Uint8", small: "Uint16", large: "Int32", negative: "Int32", gaps: "Uint8", amount: "Float64", word: "Dictionary<Int32, Utf8>", day: "Date32<DAY>", flag: "Bool",
  });
  expect(rows(table)).toEqual([
    { tiny: 1, small: 0, large: 0, negative: 2, gaps: 0, amount: -0.25, word: "x", day: Date.UTC(1969, 11, 31), flag: false },
    { tiny: 0, small: 256, large: 65536, negative: -1, gaps: null, amount: 1.5, word: "x", day: Date.UTC(2025, 5, 30), flag: true },
    { tiny: 255, small: 65535, large: 2147483647, negative: 1, gaps: 7, amount: null, word: null, day: null, flag: null },
  ]);
});

test("a table of a folder that browsers ask for by themselves is compressed, always to the same bytes; another is not", async () => {
  const sql = `${header(["a"], "arrow")}select 'é' as a order by a`;
  await exported({ "exports/selection/sent.sql": sql, "exports/rfm/drawn.sql": sql }, "first");
  db.close();
  await exported({ "exports/selection/sent.sql": sql, "exports/rfm/drawn.sql": sql }, "second");
  expect(filesOf(join(folder, "first"))).toEqual(["data/rfm/drawn.arrow", "data/selection/sent.arrow.gz"]);
  expect(bytes("data/selection/sent.arrow.gz", "second").equals(bytes("data/selection/sent.arrow.gz", "first"))).toBe(true);
  expect(rows(tableFromIPC(bytes("data/rfm/drawn.arrow", "first")))).toEqual([{ a: "é" }]);
});

test("a table in parts is a file for each value of a column, or for every so many rows, and has none where it is empty", async () => {
  const values = "(values ('2025-Q1', 1), ('2025-Q2', 2), ('2025-Q1', 3)) as things (a, b)";
  const tables = await exported({
    "exports/selection/by_value.sql": `${header(["a", "b"], "arrow by a")}select * from ${values} order by b`,
    "exports/selection/by_rows.sql": `${header(["a", "b"], "arrow in parts of 2")}select * from ${values} order by b`,
    "exports/selection/empty.sql": `${header(["a", "b"], "arrow in parts of 2")}select * from ${values} where b > 3 order by b`,
  }, "parts");
  expect(tables.get("by_value")!.parts).toEqual([
    { key: "2025-Q1", file: "data/selection/by_value/2025-Q1.arrow.gz", rows: 2 }, { key: "2025-Q2", file: "data/selection/by_value/2025-Q2.arrow.gz", rows: 1 },
  ]);
  expect(rows(arrow("data/selection/by_value/2025-Q1.arrow.gz", "parts"))).toEqual([{ a: "2025-Q1", b: 1 }, { a: "2025-Q1", b: 3 }]);
  expect(tables.get("by_rows")!.parts?.map(({ key, rows }) => [key, rows])).toEqual([["0", 2], ["1", 1]]);
  expect(rows(arrow("data/selection/by_rows/1.arrow.gz", "parts"))).toEqual([{ a: "2025-Q1", b: 3 }]);
  expect(tables.get("empty")!.parts).toEqual([]);
});

test("a value that cannot name a file, and rows without the key of a customer, are told with the file", async () => {
  await expect(exported({ "exports/selection/a.sql": `${header(["a"], "arrow by a")}select '../x' as a order by a` }))
    .rejects.toThrow("a has a part that cannot be the name of a file: ../x");
  db.close();
  await expect(exported({ "exports/customers/a.sql": `${header(["a", "customer_key"], "shard")}select 1 as a, 'ab' as customer_key order by a` }))
    .rejects.toThrow("the first column of a is not customer_key");
});

test("the rows of a customer stand in the file that its key names, with those of all tables of the folder, in their order", async () => {
  // 500 customers in about 25 a file: sixteen files. Their keys are those of 0, 1, ... in hexadecimal, the last digit first.
  const customers = "(select reverse(printf('%016x', number)) as customer_key, number::integer as number from range(500) as numbers (number))";
  const tables = await exported({
    "exports/customers/files.sql": `${header(["customer_key", "number", "share", "word"], "shard")}select customer_key, number, safe_div(1, 3) as share, 'a "b"' as word from ${customers} order by customer_key`,
    "exports/customers/orders.sql": `${header(["customer_key", "day", "flag"], "shard")}select customer_key, day, case when day > date '2025-06-28' then true end as flag
      from ${customers} cross join (values (date '2025-06-30'), (date '2025-06-28')) as days (day) where number in (1, 17) order by customer_key, day desc`,
  }, "shards");
  expect(tables.get("orders")!.shard).toEqual({ folder: "data/customers", digits: 1 });
  expect(readdirSync(join(folder, "shards/data/customers"))).toHaveLength(16);
  const shard = JSON.parse(gunzipSync(bytes("data/customers/1.json.gz", "shards")).toString()) as Record<string, { columns: string[]; rows: unknown[][] }>;
  expect(shard.files!.columns).toEqual(["customer_key", "number", "share", "word"]);
  // 1, 17, 33 ...: every sixteenth of 500
  expect(shard.files!.rows).toHaveLength(32);
  expect(shard.files!.rows[0]).toEqual(["1000000000000000", 1, 0.333333, 'a "b"']);
  expect(shard.orders).toEqual({
    columns: ["customer_key", "day", "flag"],
    rows: [
      ["1000000000000000", "2025-06-30", true], ["1000000000000000", "2025-06-28", null],
      ["1100000000000000", "2025-06-30", true], ["1100000000000000", "2025-06-28", null],
    ],
  });
  // The customers of another file have no orders.
  expect(Object.keys(JSON.parse(gunzipSync(bytes("data/customers/2.json.gz", "shards")).toString()) as object)).toEqual(["files"]);
});

test.each([[0, 1], [25, 1], [1_599, 1], [1_601, 2]])("%i customers are divided by %i digits of their keys", async (count, digits) => {
  const tables = await exported({
    "exports/customers/files.sql": `${header(["customer_key"], "shard")}select left(sha256(number::varchar), 16) as customer_key from range(${count}) as numbers (number) order by customer_key`,
  }, `digits-${count}`);
  expect(tables.get("files")!.shard!.digits).toBe(digits);
});
