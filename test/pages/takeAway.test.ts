import { readFileSync } from "node:fs";
import { csvParse } from "d3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Page } from "playwright-core";
import { Database } from "../../pipeline/engine/database.js";
import { sampleRun } from "../sampleRun.js";
import { visit, type Visitor } from "./browser.js";

/* What a reader takes away: pictures, charts, data. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let visitor: Visitor;
let db: Database;

beforeAll(async () => {
  const { dist, warehouse } = await sampleRun();
  db = await Database.open(warehouse, { readOnly: true });
  visitor = await visit(dist);
});
afterAll(async () => {
  await visitor.close();
  db.close();
});

/** Takes a file of the first card with a chart. */
async function take(page: Page, label: RegExp): Promise<Buffer> {
  const menu = page.locator("section.card:has(.chart) footer.provenance details.menu").first();
  await menu.locator("summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), menu.getByRole("button", { name: label }).first().click()]);
  return readFileSync(await download.path());
}

test("a chart as PNG and as SVG stands by itself: its colours in it, no outside reference, its title above", async () => {
  const { page, faults } = await visitor.open("index");
  const png = await take(page, /PNG/);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  // Twice as wide as the card on the screen.
  const { width } = (await page.locator("section.card:has(.chart)").first().boundingBox())!;
  expect(Math.abs(png.readUInt32BE(16) - 2 * width)).toBeLessThan(3);
  const svg = (await take(page, /SVG/)).toString("utf8");
  expect(svg).not.toMatch(/var\(--|class=|<script|https?:\/\/(?!www\.w3\.org)/);
  expect(svg).toContain((await page.locator("section.card:has(.chart) h3").first().innerText()).slice(0, 20));
  expect(svg).toContain("Harbour &amp; Pine Trading, as of 30 June 2025");
  const shown = await page.evaluate((text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror") === null, svg);
  expect(shown).toBe(true);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("a card of a filtered page, drawn anew, can be taken away as a picture too", async () => {
  const { page, faults } = await visitor.open("index");
  await page.goto(`${page.url()}?kind=business`);
  await page.locator(".filter-state", { hasText: "Filtered" }).waitFor();
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("redraw", "measure").length > 0 && document.querySelector(".is-drawn-anew") === null)).toBe(true);
  expect((await take(page, /PNG/)).subarray(1, 4).toString()).toBe("PNG");
  expect(faults).toEqual([]);
  await page.context().close();
});

test("the data of a card as CSV is whole and unrounded, with headers in the language of the page", async () => {
  const { page } = await visitor.open("index");
  const lines = (await take(page, /CSV\): composition_revenue_trend|CSV\)$/)).toString("utf8").trimEnd().split("\r\n");
  const rows = await db.rows<{ month: string; revenue: number }>("select month::varchar as month, revenue::double as revenue from marts.revenue_by_month order by month");
  expect(lines.length - 1).toBe(rows.length);
  const header = lines[0]!.replace("\ufeff", "").split(",");
  expect(header.slice(0, 3)).toEqual(["Month", "Is complete", "Orders"]);
  const revenue = header.indexOf("Revenue");
  expect(lines.slice(1).map((line) => [line.split(",")[0], Number(line.split(",")[revenue])])).toEqual(rows.map((row) => [row.month, row.revenue]));
  await page.context().close();
  const chinese = await visitor.open("zh/index");
  const [first] = (await take(chinese.page, /CSV/)).toString("utf8").split("\r\n");
  expect(first).not.toMatch(/[A-Za-z]{4}/);
  await chinese.page.context().close();
});

test("of a filtered page the data taken away is what is seen, and its name says so", async () => {
  const { page } = await visitor.open("value");
  await page.goto(`${page.url()}?kind=business`);
  await page.waitForFunction(() => performance.getEntriesByName("redraw", "measure").length > 0);
  const card = page.locator("section.card").filter({ has: page.locator(".provenance[data-tables~=value_pyramid]") }).first();
  await card.locator(".provenance summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), card.getByRole("button", { name: /CSV/ }).first().click()]);
  expect(download.suggestedFilename()).toBe("value_pyramid-filtered.csv");
  const rows = csvParse(readFileSync(await download.path(), "utf8").replace("\ufeff", ""));
  const { value } = await db.row<{ value: number }>("select count(*)::integer as value from marts.customer_tiers inner join marts.customers using (customer_id) where tier is not null and kind = 'business'");
  expect(rows.reduce((sum, row) => sum + Number(row.Customers), 0)).toBe(value);
  await page.context().close();
});
