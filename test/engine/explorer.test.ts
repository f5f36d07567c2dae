import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { tableFromIPC } from "apache-arrow";
import { afterAll, expect, test } from "vitest";
import { bundleClient } from "../../pipeline/engine/bundle.js";
import { Database } from "../../pipeline/engine/database.js";
import { placeDatabase, writeExplorerTables } from "../../pipeline/engine/explorer.js";
import type { ExportedTable } from "../../pipeline/engine/export.js";
import { root } from "../sampleRun.js";

/* What a site with the SQL explorer has, and one without it has not. */

const folder = mkdtempSync(join(tmpdir(), "clientele-explorer-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a table of these columns, as the explorer fetches it. */
async function written(select: string, columns: Record<string, string>, to: string) {
  const db = await Database.open();
  try {
    await db.run(`create schema exports; create table exports.things as ${select}`);
    const table = { name: "things", subject: "value", grain: "One row per thing", columns: Object.entries(columns).map(([name, type]) => ({ name, type, meaning: `A ${name}`, unit: null })) };
    const [said] = await writeExplorerTables(db, [table as unknown as ExportedTable], join(folder, to));
    const bytes = readFileSync(join(folder, to, "data/explorer/things.arrow.gz"));
    return { said, bytes, table: tableFromIPC(gunzipSync(bytes)) };
  } finally {
    db.close();
  }
}

test("a table keeps the types of the warehouse, its missing values and its order", async () => {
  const { said, table } = await written(`select * from (values
    (200, -0.25::double, 'é 客户', date '1969-12-31', true), (null, null, null, null, null), (-1, 1e300, '', date '2025-06-30', false)) as things (number, amount, word, day, flag)`,
  { number: "INTEGER", amount: "DOUBLE", word: "VARCHAR", day: "DATE", flag: "BOOLEAN" }, "types");
  expect(table.schema.fields.map(({ name, type }) => `${name} ${String(type)}`)).toEqual(["number Int32", "amount Float64", "word Utf8", "day Date32<DAY>", "flag Bool"]);
  expect(table.toArray().map((row: { toJSON(): unknown }) => row.toJSON())).toEqual([
    { number: 200, amount: -0.25, word: "é 客户", day: Date.UTC(1969, 11, 31), flag: true },
    { number: null, amount: null, word: null, day: null, flag: null },
    { number: -1, amount: 1e300, word: "", day: Date.UTC(2025, 5, 30), flag: false },
  ]);
  expect(said).toMatchObject({ name: "things", subject: "value", grain: "One row per thing", rows: 3 });
});

test("a table of several batches is whole and always the same bytes; one without rows has its columns", async () => {
  const select = "select (range * 7 % 250000)::integer as number, 'w' || range % 10 as word from range(250000)";
  const first = await written(select, { number: "INTEGER", word: "VARCHAR" }, "first");
  expect(first.table.batches.length).toBe(3);
  expect([first.table.numRows, first.table.get(0)!.number, first.table.get(249_999)!.toJSON()]).toEqual([250_000, 0, { number: 249_993, word: "w9" }]);
  const second = await written(select, { number: "INTEGER", word: "VARCHAR" }, "second");
  expect(second.bytes.equals(first.bytes)).toBe(true);
  const empty = await written(`${select} where range < 0`, { number: "INTEGER", word: "VARCHAR" }, "empty");
  expect([empty.table.numRows, empty.table.schema.names]).toEqual([0, ["number", "word"]]);
});

test("a type that no export may have is not written as another", async () => {
  await expect(written("select 1::decimal(9, 2) as amount", { amount: "DECIMAL(9,2)" }, "refused")).rejects.toThrow("no type of Arrow stands for DECIMAL(9,2)");
});

test("the script has the explorer's part only where the site has a database for it", async () => {
  const database = await placeDatabase(join(folder, "with"));
  expect(readdirSync(join(folder, "with")).sort()).toEqual([database.program, database.worker].sort());
  expect(gunzipSync(readFileSync(join(folder, "with", database.program))).subarray(0, 4).toString("latin1")).toBe("\0asm");
  expect(readFileSync(join(folder, "with", database.worker), "utf8")).not.toContain("sourceMappingURL");
  await bundleClient(root, join(folder, "with"), database);
  await bundleClient(root, join(folder, "without"));
  const scripts = (name: string) => readdirSync(join(folder, name)).filter((file) => file.endsWith(".js") && file !== database.worker).map((file) => readFileSync(join(folder, name, file), "utf8")).join("\n");
  expect(scripts("with")).toContain(database.program);
  expect(/duckdb|explorer|CLIENTELE_/i.exec(scripts("without"))?.[0]).toBeUndefined();
});
