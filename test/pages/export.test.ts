import { readFileSync } from "node:fs";
import { csvParse } from "d3";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { pages } from "../../src/pages/index.js";
import { sampleSite } from "./sampleSite.js";

/* What a reader takes away: pictures, charts, data. */

const site = sampleSite();

/** Takes a file of the first card with a chart. */
async function take(page: Page, label: RegExp): Promise<Buffer> {
  const menu = page.locator("section.card:has(.chart) footer.provenance details.menu").first();
  await menu.locator("summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), menu.getByRole("button", { name: label }).first().click()]);
  return readFileSync(await download.path());
}

test("a chart as PNG and as SVG stands by itself: its colours in it, no outside reference, its title above", async () => {
  const { page, faults } = await site.open("index");
  const png = await take(page, /PNG/);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  // Twice as wide as the card on the screen.
  const { width } = (await page.locator("section.card:has(.chart)").first().boundingBox())!;
  expect(Math.abs(png.readUInt32BE(16) - 2 * width)).toBeLessThan(3);
  const svg = (await take(page, /SVG/)).toString("utf8");
  expect(svg).not.toMatch(/var\(--|class=|<script|https?:\/\/(?!www\.w3\.org)/);
  expect(svg).toContain((await page.locator("section.card:has(.chart) h3").first().innerText()).slice(0, 20));
  expect(svg).toContain("Harbour &amp; Pine Trading, as of 30 June 2025");
  const card = page.locator("section.card:has(.chart)").first();
  expect(svg).toContain(await card.locator(".subtitle").innerText());
  const events = await card.locator(".chart-notes li").allInnerTexts();
  expect(events.length).toBeGreaterThan(3);
  for (const [index, event] of events.entries()) expect(svg.replaceAll("&amp;", "&")).toContain(`${index + 1}. ${event.replace(/\s+/g, " ")}`);
  const shown = await page.evaluate((text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror") === null, svg);
  expect(shown).toBe(true);
  expect(faults).toEqual([]);
  await page.context().close();
});

/** Texts of the drawings on a page that lie outside of them, by more than a letter's edge. */
const textsOutside = (page: Page, drawings: string): Promise<{ drawn: number; outside: string[] }> => page.evaluate((selector) => {
  const found = [...document.querySelectorAll<SVGSVGElement>(selector)].filter((svg) => svg.checkVisibility());
  const outside = found.flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")].filter((text) => {
      const { width, height } = text.getBBox();
      const box = text.getBoundingClientRect();
      return width * height > 0 && (box.left < frame.left - 1.5 || box.right > frame.right + 1.5 || box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5);
    }).map((text) => `${text.textContent} in ${svg.getAttribute("aria-label")}`);
  });
  return { drawn: found.length, outside };
}, drawings);

const charted = pages.filter(({ isLive }) => !isLive).map(({ path }) => path);

test.each(["", "zh/"])("no text of a chart lies outside of its drawing, so that none is cut off in a picture: %s", async (folder) => {
  let charts = 0;
  for (const path of charted) {
    const { page } = await site.open(`${folder}${path}`);
    for (const width of [1360, 690, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const { drawn, outside } = await textsOutside(page, ".chart svg");
      expect(outside, `${path} at ${width} px`).toEqual([]);
      charts += drawn;
    }
    await page.context().close();
  }
  expect(charts).toBeGreaterThanOrEqual(3 * 10);
});

test.each(["value", "zh/index", "rfm"])("of %s every chart taken away says what it says on the page, within its edges", async (path) => {
  const { page } = await site.open(path, { viewport: { width: 690, height: 900 } });
  for (const opened of await page.locator("details.disclosure > summary").all()) await opened.click();
  const cards = page.locator("section.card:has(.chart)");
  const taken: string[] = [];
  for (const card of await cards.all()) {
    await card.locator("footer.provenance details.menu > summary").click();
    const [download] = await Promise.all([page.waitForEvent("download"), card.getByRole("button", { name: /SVG/ }).click()]);
    const svg = readFileSync(await download.path(), "utf8");
    const said = new JSDOM(svg, { contentType: "image/svg+xml" }).window.document.documentElement.textContent.replace(/\s/g, "");
    for (const part of await card.locator(":is(.subtitle, .flow-legend li, .scatter-legend li, .chart-notes li):visible").allInnerTexts()) expect(said).toContain(part.replace(/\s/g, ""));
    taken.push(svg);
  }
  expect(taken.length).toBeGreaterThan(0);
  const sheet = await page.context().newPage();
  await sheet.setContent(taken.map((svg) => `<div>${svg}</div>`).join(""));
  expect(await textsOutside(sheet, "div > svg")).toEqual({ drawn: taken.length, outside: [] });
  await page.context().close();
});

test.each(["index", "zh/index"])("of a card with several tables each is offered by what a row of it is, in the language of the page: %s", async (path) => {
  const { page } = await site.open(path);
  const foot = page.locator("footer.provenance[data-tables='composition_headline composition_revenue_trend']").first();
  await foot.locator("summary").click();
  await foot.getByRole("button", { name: /CSV/ }).nth(1).waitFor();
  expect(await foot.getByRole("button", { name: /CSV/ }).allInnerTexts()).toEqual(path === "index"
    ? ["Data (CSV): The figures of all customers", "Data (CSV): One row per month"] : ["数据（CSV）：全部客户本期与上期的数字", "数据（CSV）：每行一个月份"]);
  await page.context().close();
});

test("of a customer the orders, quarters, invoices and statements on its page can be taken away as data", async () => {
  const { customer_key: key, label } = await site.db.row<{ customer_key: string; label: string }>(`select customer_key, label from marts.customers where customer_id in (
    select customer_id from marts.receivables where state = 'owed' intersect select customer_id from marts.client_solvency where grade is not null) order by current_revenue desc, customer_id limit 1`);
  const { page } = await site.open("customers");
  for (const [folder, date] of [["", "Order date"], ["zh/", "下单日期"]]) {
    await page.goto(page.url().replace(/\/(zh\/)?\w+\.html.*/, `/${folder}customer.html?key=${key}`));
    await page.locator("h1", { hasText: label }).waitFor();
    for (const table of ["customer_orders", "customer_quarters", "customer_invoices", "customer_statements"]) {
      const foot = page.locator(`footer.provenance[data-tables=${table}]`);
      await foot.locator("summary").click();
      const [download] = await Promise.all([page.waitForEvent("download"), foot.getByRole("button", { name: /CSV/ }).click()]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`^${table}-[\\p{L}\\p{N}-]+\\.csv$`, "u"));
      const rows = csvParse(readFileSync(await download.path(), "utf8").replace("\ufeff", ""));
      const { value } = await site.db.row<{ value: number }>(`select count(*)::integer as value from exports.${table} where customer_key = '${key}'`);
      expect(rows.length).toBe(value);
      expect(value).toBeGreaterThan(0);
      if (table === "customer_orders") expect(rows.columns).toContain(date);
    }
  }
  await page.context().close();
});

test("a card of a filtered page, drawn anew, can be taken away as a picture too", async () => {
  const { page, faults } = await site.open("index");
  await page.goto(`${page.url()}?kind=business`);
  await page.locator(".filter-state", { hasText: "Filtered" }).waitFor();
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("redraw", "measure").length > 0)).toBe(true);
  expect((await take(page, /PNG/)).subarray(1, 4).toString()).toBe("PNG");
  expect(faults).toEqual([]);
  await page.context().close();
});

test("the data of a card as CSV is whole and unrounded, with headers in the language of the page", async () => {
  const { page } = await site.open("index");
  const lines = (await take(page, /CSV\): One row per month|CSV\)$/)).toString("utf8").trimEnd().split("\r\n");
  const rows = await site.db.rows<{ month: string; revenue: number }>("select month::varchar as month, revenue::double as revenue from marts.revenue_by_month order by month");
  expect(lines.length - 1).toBe(rows.length);
  const header = lines[0]!.replace("\ufeff", "").split(",");
  expect(header.slice(0, 3)).toEqual(["Month", "Is complete", "Orders"]);
  const revenue = header.indexOf("Revenue");
  expect(lines.slice(1).map((line) => [line.split(",")[0], Number(line.split(",")[revenue])])).toEqual(rows.map((row) => [row.month, row.revenue]));
  await page.context().close();
  const chinese = await site.open("zh/index");
  const [first] = (await take(chinese.page, /CSV/)).toString("utf8").split("\r\n");
  expect(first).not.toMatch(/[A-Za-z]{4}/);
  await chinese.page.context().close();
});

test("of a filtered page the data taken away is what is seen, and its name says so", async () => {
  const { page } = await site.open("value");
  await page.goto(`${page.url()}?kind=business`);
  await page.waitForFunction(() => performance.getEntriesByName("redraw", "measure").length > 0);
  const card = page.locator("section.card").filter({ has: page.locator(".provenance[data-tables~=value_pyramid]") }).first();
  await card.locator(".provenance summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), card.getByRole("button", { name: /CSV/ }).first().click()]);
  expect(download.suggestedFilename()).toBe("value_pyramid-filtered.csv");
  const rows = csvParse(readFileSync(await download.path(), "utf8").replace("\ufeff", ""));
  const { value } = await site.db.row<{ value: number }>("select count(*)::integer as value from marts.customer_tiers inner join marts.customers using (customer_id) where tier is not null and kind = 'business'");
  expect(rows.reduce((sum, row) => sum + Number(row.Customers), 0)).toBe(value);
  await page.context().close();
});
