import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { build } from "../../pipeline/engine/build.js";
import { Database } from "../../pipeline/engine/database.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadProject } from "../../pipeline/engine/project.js";
import { integer, moneyFormats, percent } from "../../src/lib/format.js";
import { pages } from "../../src/pages/index.js";
import { accessibilityFaults, visit, type Visitor } from "./browser.js";

/* The sample company's site, seen as a user sees it: in a real browser, every page, held against the warehouse. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "clientele-site-"));
let visitor: Visitor;
let db: Database;

beforeAll(async () => {
  const dist = join(folder, "dist");
  await build(loadProject(join(root, "data/sample")), { root, buildFolder: join(folder, "build"), dist, log: silentLog, now: () => 0 });
  db = await Database.open(join(folder, "build/sample/current/warehouse.duckdb"), { readOnly: true });
  visitor = await visit(dist);
});
afterAll(async () => {
  await visitor.close();
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const views = {
  desk: { viewport: { width: 1360, height: 900 } },
  "desk in the dark": { viewport: { width: 1360, height: 900 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 } },
} as const;

describe.each(pages.map(({ path, title }) => [title, path] as const))("the page %s", (title, path) => {
  test.each(Object.entries(views))("opens without a fault on a %s", async (_, options) => {
    const { page, faults } = await visitor.open(path, options);
    expect(faults).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.title()).toContain(title);
    expect(await page.title()).toContain("Harbour & Pine Trading");
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "no sideways scrolling").toBeLessThanOrEqual(options.viewport.width);
    expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|undefined|null|Infinity)\b|\[object/);
    await page.context().close();
  });

  test("says of its numbers which day they are of, which mart they come from, and by which SQL", async () => {
    const { page } = await visitor.open(path);
    const cards = page.locator("section.card:not(.empty-state, .definitions)");
    for (const card of await cards.all()) {
      const foot = await card.locator(".provenance").first().textContent();
      expect(foot).toContain("As of 30 June 2025");
    }
    const details = page.locator(".provenance details").first();
    if ((await details.count()) > 0) {
      await details.locator("summary").click();
      expect(await details.locator("pre").first().innerText()).toMatch(/select/);
    }
    await page.context().close();
  });

  test("is whole with scripts off", async () => {
    const { page, faults } = await visitor.open(path, { javaScriptEnabled: false });
    expect(faults).toEqual([]);
    expect(await page.locator("h1").innerText()).toBe(title);
    expect((await page.locator("main").innerText()).length).toBeGreaterThan(500);
    await page.context().close();
  });
});

const { money } = moneyFormats("EUR");
type Shown = ((value: number) => string) | StringConstructor;

/** What a tile says by its label, and the query that must give the same. */
const tiles: [page: string, label: RegExp, sql: string, shown: Shown][] = [
  ["index", /^Revenue, 365 days$/, "select sum(revenue)::double as value from marts.orders where period = 'current'", money],
  ["index", /^Buying customers$/, "select count(distinct customer_id)::integer as value from marts.orders where period = 'current' and order_count > 0", integer],
  ["index", /^Margin rate$/, "select sum(margin)::double / sum(revenue)::double as value from marts.orders where period = 'current'", percent],
  ["value", /^Revenue of \d+ key customers$/, `select sum(customers.current_revenue)::double / (select sum(revenue)::double from marts.orders where period = 'current') as value
    from marts.customers as customers join marts.customer_tiers as tiers using (customer_id) where tiers.tier = 'key'`, percent],
  ["value", /^Key customers still key$/, `select count(*) filter (tier = 'key') || ' of ' || count(*) as value from marts.customer_tiers where prior_tier = 'key'`, String],
  ["value", /^Profit after cost to serve$/, "select sum(profit)::double as value from marts.customer_profits", money],
  ["composition", /^Customers who bought$/, "select count(*)::integer as value from marts.customers where current_orders > 0", integer],
  ["solvency", /^Overdue share of what is owed$/, `select (sum(open_amount) filter (days_overdue > 0))::double / sum(open_amount)::double as value
    from marts.receivables where state = 'owed'`, percent],
  ["rfm", /^Customers scored$/, "select count(*)::integer as value from marts.customers where orders > 0", integer],
  ["quality", /^Rows read$/, "select sum(rows_read)::integer as value from run.input_files", integer],
];

test.each(tiles)("on %s, the tile %s equals the warehouse", async (path, label, sql, shown) => {
  const { page } = await visitor.open(path);
  const tile = page.locator("section.kpi").filter({ has: page.locator("h2", { hasText: label }) });
  const { value } = await db.row<{ value: never }>(sql);
  expect(await tile.locator(".kpi-value").innerText()).toBe(shown(value));
  await page.context().close();
});

test("the tiers on the page add up to the revenue of the window, as the warehouse has it", async () => {
  const { page } = await visitor.open("value");
  const rows = page.locator("section.card", { hasText: "The tiers in figures" }).locator("tbody tr");
  const customers = (await rows.locator("td:nth-child(2)").allInnerTexts()).map((text) => Number(text.replaceAll(",", "")));
  const { value } = await db.row<{ value: number }>("select count(*)::integer as value from marts.customers where current_orders > 0");
  expect(customers.reduce((sum, count) => sum + count, 0)).toBe(value);
  await page.context().close();
});

test("from a number to its formula: the card names its mart, and Definitions show what computes it", async () => {
  const { page } = await visitor.open("index");
  await page.locator(".provenance a", { hasText: /^revenue_by_month$/ }).first().click();
  await page.waitForURL(/definitions\.html#revenue_by_month$/);
  const source = page.locator("#revenue_by_month details.sql");
  await source.locator("summary").click();
  expect(await source.locator("summary").innerText()).toMatch(/revenue_by_month\.sql from line \d+$/);
  const shown = await source.locator("pre").innerText();
  const file = readFileSync(join(root, "pipeline/marts/composition/revenue_by_month.sql"), "utf8");
  expect(shown.startsWith("with\n")).toBe(true);
  expect(file).toContain(shown.trimEnd());
  await page.context().close();
});

test("every page can be reached from every other by keyboard, past a link that skips the navigation", async () => {
  const { page } = await visitor.open("index");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content");
  const links = await page.locator("nav[aria-label=Pages] a").allInnerTexts();
  expect(links).toEqual(pages.map(({ title }) => title));
  for (const { title, path } of pages) {
    await page.locator("nav[aria-label=Pages] a", { hasText: new RegExp(`^${title}$`) }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(path === "index" ? /\/(index\.html)?$/ : new RegExp(`/${path}\\.html$`));
    expect(await page.locator("h1").innerText()).toBe(title);
    expect(await page.locator("nav [aria-current=page]").innerText()).toBe(title);
  }
  await page.context().close();
});
