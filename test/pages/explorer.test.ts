import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Page } from "playwright-core";
import { Database } from "../../pipeline/engine/database.js";
import { filesOf } from "../../pipeline/engine/files.js";
import { examples } from "../../src/pages/explorer/examples.js";
import { explorerSite } from "../explorerSite.js";
import { sampleRun } from "../sampleRun.js";
import { accessibilityFaults, visit, type Visitor } from "./browser.js";

/* The SQL explorer in a real browser, under the headers that hosts are told to send: its answers are the warehouse's. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), "clientele-explorer-"));
let visitor: Visitor;
let db: Database;
let site: string;
/** A page on which the database runs already, for the tests that need no new one. */
let desk: Page;
let deskFaults: string[];

beforeAll(async () => {
  const built = await explorerSite(folder);
  site = built.site;
  db = await Database.open(built.warehouse, { readOnly: true });
  await db.run("use exports");
  visitor = await visit(site);
  ({ page: desk, faults: deskFaults } = await visitor.open("explorer"));
});
afterAll(async () => {
  await visitor.close();
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const addressOf = (sql: string) => `#sql=${encodeURIComponent(sql)}`;

/** Opens the explorer with a query in it. */
async function open(sql?: string, page = "explorer") {
  const opened = await visitor.open(page);
  if (sql !== undefined) await opened.page.evaluate((hash) => location.assign(hash), addressOf(sql));
  return opened;
}

/** Runs what stands in the editor and waits for how it ended. */
async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Run|运行)$/ }).click();
  await page.locator(".explorer-run:enabled").waitFor();
}

async function answer(page: Page, sql: string): Promise<string[][]> {
  await page.locator(".explorer-sql").fill(sql);
  await run(page);
  expect(await page.locator(".explorer-error").innerText()).toBe("");
  return cells(page);
}

const cells = (page: Page) => page.locator(".explorer-result tbody tr").evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell.textContent)));
const status = (page: Page) => page.locator(".explorer-status").innerText();

test("a query runs by keyboard, with no fault and no outside request, and its numbers are the warehouse's", async () => {
  const { page, faults } = await visitor.open("explorer");
  const area = page.getByRole("textbox", { name: "Query in SQL" });
  await area.focus();
  await page.keyboard.press("Control+Enter");
  await page.locator(".explorer-result tbody tr").first().waitFor();
  const rows = await db.rows(examples[0]!.sql);
  expect(rows.length).toBeGreaterThan(3);
  expect(await cells(page)).toEqual(rows.map((row) => Object.values(row).map((value) => (value === null ? "–" : String(value)))));
  expect(await status(page)).toMatch(new RegExp(`^${rows.length} rows in \\d+\\.\\d\\d s$`));
  expect(await page.locator(".explorer-result th").allInnerTexts()).toEqual(Object.keys(rows[0]!));
  // Tab leaves the editor as it leaves any field.
  await area.focus();
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.className")).toBe("explorer-run");
  expect(faults).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test("every example runs and finds something", async () => {
  for (const { title, sql } of examples) {
    await desk.locator(".explorer-examples summary").click();
    await desk.getByRole("button", { name: title }).click();
    expect(await desk.locator(".explorer-sql").inputValue()).toBe(sql);
    await run(desk);
    expect((await cells(desk)).length, title).toBeGreaterThan(2);
    if (!sql.startsWith("summarize")) expect(await status(desk), title).toContain(`${(await db.rows(sql)).length} rows`);
  }
  expect(deskFaults).toEqual([]);
});

test("every table has the rows of the warehouse, in types that can be computed with", async () => {
  const tables = await desk.locator("[data-table]").evaluateAll((parts) => parts.map((part) => (part as HTMLElement).dataset.table!));
  const exports = await db.rows<{ name: string }>("select table_name as name from duckdb_tables() where schema_name = 'exports' order by name");
  expect([...tables].sort()).toEqual(exports.map(({ name }) => name));
  const counted = await answer(desk, tables.map((name) => `select '${name}' as name, count(*) as rows from ${name}`).join(" union all "));
  expect(counted).toEqual(await Promise.all(tables.map(async (name) => [name, String((await db.row<{ rows: bigint }>(`select count(*) as rows from exports.${name}`)).rows)])));
  const types = "select table_name || '.' || column_name || ' ' || data_type as said from information_schema.columns where table_schema = 'exports' order by table_name, ordinal_position";
  const said = (await db.rows<{ said: string }>(types)).map((row) => row.said);
  await desk.locator(".explorer-sql").fill(`select md5(string_agg(said, ',' order by said)) as hash, count(*) from (${types})`);
  await run(desk);
  const { hash } = await db.row<{ hash: string }>(`select md5(string_agg(said, ',' order by said)) as hash from (${types})`);
  expect(await cells(desk)).toEqual([[hash, String(said.length)]]);
  const sums = "select count(distinct customer_key) as a, round(sum(revenue), 2) as b, min(order_date)::varchar as c, max(order_date) - min(order_date) as d, sum(orders) - count(*) as e from exports.customer_orders";
  expect(await answer(desk, sums)).toEqual([Object.values(await db.row(sums)).map(String)]);
});

test("a value is shown exactly, whatever its type; text of the data stays text", async () => {
  const hostile = "<img src=x onerror='window.ATTACKED = 1'>";
  const shown = await answer(desk, `select null as a, -5.25::decimal(12, 3) as b, 170141183460469231731687303715884105727::hugeint as c, 9007199254740993 as d,
    date '0987-06-05' as e, timestamp '2025-06-30 12:34:56.789' as f, time '01:02:03' as g, interval '3 days' as h, [1.50, null] as i, {'k': date '2025-01-02'} as j,
    true as k, -7 as l, '${hostile.replaceAll("'", "''")}' as m, map {'x': 2} as n, 0.1 + 0.2::double as "${hostile}", 1 as l`);
  expect(shown).toEqual([["–", "-5.250", "170141183460469231731687303715884105727", "9007199254740993", "0987-06-05", "2025-06-30 12:34:56.789", "01:02:03", "P0M3DT0S", "[1.50, NULL]",
    "{k: 2025-01-02}", "true", "-7", hostile, "{x: 2}", "0.30000000000000004", "1"]]);
  expect(await desk.locator(".explorer-result td.number").count()).toBeGreaterThan(4);
  expect(await desk.evaluate("window.ATTACKED")).toBeUndefined();
  expect(deskFaults).toEqual([]);
});

test("a mistake is told in the database's words, with its line; a table's nearest name, and a missing extension, in ours", async () => {
  await desk.locator(".explorer-sql").fill("select region\nform customer_index");
  await run(desk);
  const problem = desk.getByRole("alert");
  expect(await problem.innerText()).toContain("Parser Error: syntax error at or near \"customer_index\"");
  await problem.getByRole("button", { name: "Go to line 2" }).click();
  expect(await desk.evaluate("(area => area.value.slice(area.selectionStart, area.selectionEnd))(document.activeElement)")).toBe("form customer_index");
  expect(await accessibilityFaults(desk)).toEqual([]);
  for (const [sql, message] of [
    ["select *\n\nfrom custmer_index", /does not exist!\nDid you mean customer_index\?[\s\S]*LINE 3/],
    ["select nothing from customer_index", /Binder Error: Referenced column "nothing" not found/],
    ["select to_json(1)", /exists in the json extension\.\s+The extension json is not part of this site/],
    ["load httpfs", /Permission Error/],
    ["select * from 'https://example.com/a.parquet'", /does not exist/],
    ["select * from read_csv('https://example.com/a.csv')", /Permission Error/],
    ["  ", /^There is no query to run\.$/],
  ] as const) {
    await desk.locator(".explorer-sql").fill(sql);
    const started = Date.now();
    await run(desk);
    expect(await problem.innerText()).toMatch(message);
    expect(Date.now() - started, "without waiting for a network").toBeLessThan(5_000);
  }
  // What was right before runs again.
  expect(await answer(desk, "select 1 as one")).toEqual([["1"]]);
});

test("of a large result the first rows are drawn, and the file has them all, safe for a spreadsheet", async () => {
  await desk.locator(".explorer-sql").fill("select range as n, -1.50::decimal(9, 2) as loss, '=1+' || range as formula, null as nothing from range(1200)");
  await run(desk);
  expect(await status(desk)).toMatch(/^1,200 rows in .* s; the first 500 are shown$/);
  expect(await cells(desk)).toHaveLength(500);
  const [download] = await Promise.all([desk.waitForEvent("download"), desk.getByRole("button", { name: "Export (CSV)" }).click()]);
  expect(download.suggestedFilename()).toBe("query.csv");
  const lines = readFileSync(await download.path(), "utf8").trimEnd().split("\r\n");
  expect(lines).toHaveLength(1201);
  expect(lines[0]).toBe("\ufeffn,loss,formula,nothing");
  expect(lines[1200]).toBe("1199,-1.50,'=1+1199,");
  await desk.locator(".explorer-sql").fill("select a.range from range(3000000) as a");
  await run(desk);
  expect(await status(desk)).toMatch(/^Ended at 1,000,000 rows/);
});

test("a query that takes too long is stopped, and the next one finds the tables again", async () => {
  const { page } = await open("select count(*) from range(10000000) as a, range(100000) as b where (a.range * b.range) % 7 = 3");
  await page.getByRole("button", { name: "Run" }).click();
  const stop = page.getByRole("button", { name: "Stop" });
  await expect.poll(() => status(page), { timeout: 30_000 }).toBe("Running…");
  await stop.click();
  expect(await status(page)).toMatch(/^Stopped\./);
  expect(await stop.isVisible()).toBe(false);
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await answer(page, "select count(*) > 0 as found from customer_index")).toEqual([["true"]]);
  await page.context().close();
});

test("the query stands in the address, and the other language has it too", async () => {
  const sql = "select '客户 & #1' as name -- 100%";
  const { page } = await open();
  await page.locator(".explorer-sql").fill(sql);
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(addressOf(sql));
  await page.getByRole("link", { name: "简体中文" }).click();
  await page.waitForURL(/zh\/explorer\.html/);
  await expect.poll(() => page.locator(".explorer-sql").inputValue(), { timeout: 10_000 }).toBe(sql);
  await run(page);
  expect(await cells(page)).toEqual([["客户 & #1"]]);
  expect(await status(page)).toMatch(/^1 行，用时 [\d.]+ 秒$/);
  expect(await page.locator("h1").innerText()).toBe("SQL 查询");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test("the list of tables says what a row and each column is, can be searched, and begins a query", async () => {
  const { page } = await visitor.open("explorer");
  await page.getByRole("searchbox", { name: "Search tables and columns" }).fill("days_overdue");
  expect(await page.locator("[data-table]:not(.no-hit)").evaluateAll((tables) => tables.map((table) => (table as HTMLElement).dataset.table))).toContain("customer_invoices");
  expect(await page.locator("[data-table=customer_index]").isVisible()).toBe(false);
  const table = page.locator("[data-table=customer_invoices]");
  await table.locator("summary").click();
  expect(await table.innerText()).toMatch(/One row per [\s\S]*days_overdue integer\n/);
  await table.getByRole("button", { name: "Query its first rows" }).click();
  expect(await page.locator(".explorer-sql").inputValue()).toBe("select *\nfrom customer_invoices\nlimit 100");
  await page.keyboard.press("Control+z");
  expect(await page.locator(".explorer-sql").inputValue()).toBe(examples[0]!.sql);
  await page.context().close();
});

test.each([["a phone", { viewport: { width: 390, height: 844 } }], ["a desk in the dark", { colorScheme: "dark" }], ["a browser without scripts", { javaScriptEnabled: false }]] as const)("it opens on %s", async (_, options) => {
  const { page, faults } = await visitor.open("explorer", options);
  expect(faults).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  expect(await page.locator("main").innerText()).toContain("customer_orders");
  if (!("javaScriptEnabled" in options)) expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test("no page loads the database before the editor is entered, and no other page may compile it", async () => {
  const asked: string[] = [];
  for (const name of ["index", "what-if", "explorer"]) {
    const { page } = await visitor.open("definitions");
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(page.url().replace("definitions", name), { waitUntil: "networkidle" });
    await page.context().close();
  }
  expect(asked.filter((url) => /\bexplorer-|\.html$/.test(url)).map((url) => url.split("/").at(-1)!.replace(/-\w{8}\.js/, ".js"))).toEqual(["index.html", "what-if.html", "explorer.html", "explorer.js"]);
  expect(asked.filter((url) => /duckdb|wasm|\/explorer\//.test(url))).toEqual([]);
  const compiles = "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true, () => false)";
  const explorer = await visitor.open("explorer");
  // Evaluated in the page, as its own script would be.
  expect(await explorer.page.evaluate(compiles)).toBe(true);
  const index = await visitor.open("index");
  expect(await index.page.evaluate(compiles)).toBe(false);
});

test("a site without the explorer has nothing of it", async () => {
  const { dist } = await sampleRun();
  const files = filesOf(dist);
  expect(files.filter((file) => /explorer|duckdb|wasm/.test(file))).toEqual([]);
  const scripts = files.filter((file) => file.endsWith(".js")).map((file) => readFileSync(join(dist, file), "utf8")).join("\n");
  expect(/duckdb|wasm|explorer|CLIENTELE_/i.exec(scripts)?.[0]).toBeUndefined();
  expect(readFileSync(join(dist, "index.html"), "utf8")).not.toContain("explorer");
  for (const file of ["_headers", ".htaccess", "nginx-headers.conf"]) expect(readFileSync(join(dist, file), "utf8")).not.toMatch(/wasm|script-src/);
  // Where it is, its parts are these: the database, the page's script, its Chinese texts.
  expect(readdirSync(join(site, "assets")).filter((file) => /explorer|duckdb/.test(file)).map((file) => file.replace(/-\w{8}\./, "."))).toEqual(["duckdb.wasm.gz", "duckdb-worker.js", "explorer.js", "explorer.js"]);
});
