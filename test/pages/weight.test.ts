import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pages } from "../../src/pages/index.js";
import { sampleSite } from "./sampleSite.js";

/* What the site may weigh, of the sample company. How long it takes is measured by the benchmark: npm run bench -- site. */

/** The first page, for a phone in a taxi; and the heaviest, the definitions of all tables, which grows with them. */
const FIRST_PAGE_BYTES = 150_000;
const ANY_PAGE_BYTES = 250_000;
const REQUESTS = 12;
/** A page that a script fills asks for its data besides: the list of customers in parts of 5,000, the first of them at once. */
const LIVE_REQUESTS = 18;
const LIVE_PAGE_BYTES = 550_000;

const site = sampleSite();

/** A page of a customer, which stands in its address: of whoever heads the list. */
async function customerPath(): Promise<string> {
  const { page } = await site.open("customers", { javaScriptEnabled: false });
  const href = await page.locator(".customer-rows a.customer-link").first().getAttribute("href");
  await page.context().close();
  return href!.replace("./", "");
}

test.each([["desk", { width: 1360, height: 900 }], ["phone", { width: 390, height: 844 }]])("on a %s and a slow line nothing moves on the page of a customer and of what-if, and each says that it is loading", async (_, viewport) => {
  for (const [path, done] of [[await customerPath(), ".file-facts"], ["what-if.html", ".is-filled"], ["zh/what-if.html", ".is-filled"]] as const) {
    const { page, faults } = await site.open("definitions", { viewport });
    // The data comes only when the reader has seen the page without it.
    let deliver = () => {};
    const isSeen = new Promise<void>((done) => (deliver = done));
    await page.route("**/data/**", async (route) => {
      await isSeen;
      await route.continue();
    });
    await page.goto(page.url().replace("definitions.html", path), { waitUntil: "load" });
    await page.locator(".loading:visible").waitFor();
    expect(await page.locator(".customer-none, .what-if").evaluateAll((parts) => parts.some((part) => part.checkVisibility({ visibilityProperty: true })))).toBe(false);
    deliver();
    await page.locator(done).waitFor({ state: "attached" });
    expect(await page.locator(".loading:visible").count()).toBe(0);
    await page.waitForLoadState("networkidle");
    expect(await layoutShifts(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  }
});

test.each([...pages.map(({ path, isLive = false }) => [path, isLive] as const), ["zh/index", false] as const])("%s is light, and nothing on it moves once it is there", async (path, isLive) => {
  const { page, faults } = await site.open("customer");
  const answers: Promise<Buffer>[] = [];
  page.on("response", (response) => answers.push(response.body()));
  await page.goto(page.url().replace(/customer(?=\.html$)/, path), { waitUntil: "networkidle" });
  expect(answers.length).toBeLessThanOrEqual(isLive ? LIVE_REQUESTS : REQUESTS);
  const bytes = (await Promise.all(answers)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(isLive ? LIVE_PAGE_BYTES : path.endsWith("index") ? FIRST_PAGE_BYTES : ANY_PAGE_BYTES);
  expect(await layoutShifts(page)).toEqual([]);
  expect(faults).toEqual([]);
  await page.context().close();
});

/** What moved without the reader's doing, since the page began. */
const layoutShifts = (page: Page): Promise<string[]> => page.evaluate(`new Promise((done) => {
  const observer = new PerformanceObserver((list) => done(list.getEntries().map(describe)));
  const describe = (entry) => entry.value + ": " + entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent).join(" | ");
  observer.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(observer.takeRecords().map(describe)), 300);
})`);

test.each(pages.filter((page) => !page.isLive).map(({ path }) => path))("the charts of the first screen of %s stand there before any script", async (path) => {
  const scripted = await site.open(path);
  const drawn = await chartsInSight(scripted.page);
  await scripted.page.context().close();
  const { page } = await site.open(path, { javaScriptEnabled: false });
  const still = await chartsInSight(page);
  expect(still).toBeGreaterThanOrEqual(drawn);
  if (path === "index") expect(still).toBeGreaterThanOrEqual(4);
  await page.context().close();
});

/** Drawings that hold a line or a bar, on the first screen. */
const chartsInSight = (page: Page): Promise<number> => page.evaluate(`[...document.querySelectorAll("main svg")].filter((svg) => {
  const { top, height, width } = svg.getBoundingClientRect();
  return top < 900 && height > 0 && width > 0 && svg.querySelector("path[d], rect[width]") !== null;
}).length`);
