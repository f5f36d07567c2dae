import { readFileSync } from "node:fs";
import { csvParse } from "d3";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { integer, moneyFormats } from "../../src/lib/format.js";
import { pageGroups, pages } from "../../src/pages/index.js";
import { accessibilityFaults, tabTo } from "./browser.js";
import { sampleSite } from "./sampleSite.js";

/* The site without a mouse: keys are pressed, nothing is focused or clicked by the test, and every stop shows where the keyboard is. */

const site = sampleSite();
const { money, moneyWhole } = moneyFormats("EUR");

/** Goes to a link and follows it. */
async function follow(page: Page, selector: string, to: RegExp): Promise<void> {
  await tabTo(page, page.locator(selector).first());
  await page.keyboard.press("Enter");
  await page.waitForURL(to);
}

interface Shrunk { customer_key: string; label: string; current_revenue: number; next_step_reason: string | null }

test("from the overview to a fact, its evidence, the customers behind it, one of them, back, and away with the list of what to do", async () => {
  const { page, faults } = await site.open("index");
  await follow(page, ".facts a", /\/composition\.html/);
  await follow(page, "main a.group-link[href*='driver=shrunk']", /customers\.html\?.*driver=shrunk/);
  const shrunk = await site.db.rows<Shrunk>(`select customers.customer_key, customers.label, customers.current_revenue::double as current_revenue, steps.next_step_reason
    from marts.customers as customers join marts.change_by_customer as changes using (customer_id) left join marts.next_steps as steps using (customer_id) where changes.driver = 'shrunk'`);
  const summary = page.locator(".customer-summary", { hasText: integer(shrunk.length) });
  await summary.waitFor();
  expect(await summary.innerText()).toContain(`${integer(shrunk.length)} customers with ${money(shrunk.reduce((sum, { current_revenue }) => sum + current_revenue, 0))} of revenue`);

  const first = page.locator(".customer-rows a.customer-link").first();
  const name = await first.innerText();
  await follow(page, ".customer-rows a.customer-link", /customer\.html\?key=/);
  await page.locator("h1", { hasText: name }).waitFor();
  const key = new URL(page.url()).searchParams.get("key")!;
  const file = await site.db.row<{ revenue: number; orders: number }>(`select current_revenue::double as revenue, orders::integer as orders from marts.customers where customer_key = '${key}'`);
  expect(await page.locator("section.kpi", { hasText: "Revenue, 365 days" }).locator(".kpi-value").innerText()).toBe(moneyWhole(file.revenue));
  expect(await page.locator("section.kpi", { hasText: "Last order" }).innerText()).toContain(`${integer(file.orders)} to date`);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|undefined|null|Infinity)\b|\[object/);

  // The browser's own key for it reaches nothing where the browser has no window.
  await page.goBack();
  await page.waitForURL(/customers\.html\?.*driver=shrunk/);
  await summary.waitFor();
  await tabTo(page, page.locator(".export-customers"));
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const rows = csvParse(readFileSync(await download.path(), "utf8").replace("\ufeff", ""));
  const taken = rows.map((row) => [row["Customer key"], row.Label, Number(row["Current revenue"]), row["Next step reason"]]);
  const byKey = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
  expect(taken.sort(byKey)).toEqual(shrunk.map((row) => [row.customer_key, row.label, row.current_revenue, row.next_step_reason ?? ""]).sort(byKey));
  expect(faults).toEqual([]);
  await page.context().close();
});

test("every page can be reached from every other, past a link that skips the navigation", async () => {
  const { page } = await site.open("index");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content");
  const groups = page.locator("nav[aria-label=Pages] .site-groups a");
  expect(await groups.allInnerTexts()).toEqual(pageGroups.map(({ title }) => title));
  for (const group of pageGroups) {
    await tabTo(page, groups.filter({ hasText: new RegExp(`^${group.title}$`) }));
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    expect(page.url()).toMatch(new RegExp(`/${group.pages[0]!.path}\\.html$`));
    const links = page.locator("nav[aria-label=Pages] .site-pages a");
    expect(await links.allInnerTexts()).toEqual(group.pages.map(({ title }) => title));
    for (const { title, path } of group.pages) {
      await tabTo(page, links.filter({ hasText: new RegExp(`^${title}$`) }));
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
      expect(page.url()).toMatch(new RegExp(`/${path}\\.html$`));
      expect(await page.locator("h1").innerText()).toBe(title);
      expect(await page.locator("nav [aria-current=page]").innerText()).toBe(title);
      expect(await page.locator("nav [aria-current=true]").innerText()).toBe(group.title);
    }
  }
  expect(pageGroups.flatMap((group) => group.pages)).toEqual(pages.filter(({ isHidden }) => !isHidden));
  await page.context().close();
});

test("every stop of the overview shows where the keyboard is, in light and dark and on a phone, and none is left out", async () => {
  for (const options of [{}, { colorScheme: "dark" as const }, { viewport: { width: 390, height: 844 } }]) {
    const { page } = await site.open("index", options);
    const stops = page.locator("main :is(a[href], button, summary, input, select, [tabindex='0'])").filter({ visible: true });
    await tabTo(page, stops.first());
    const last = stops.last();
    await tabTo(page, last);
    await page.context().close();
  }
});

test("a period is chosen by arrows, and the search leads to a find", async () => {
  const { page } = await site.open("index");
  await tabTo(page, page.locator("details.filter[data-name=period] summary"));
  await page.keyboard.press("Enter");
  await page.locator("details.filter[data-name=period] input").first().waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.waitForURL(/period=/);
  const period = new URL(page.url()).searchParams.get("period");
  expect(await page.locator("details.filter[data-name=period] input:checked").getAttribute("value")).toBe(period);
  // Once the page is drawn anew, the arrows go on from there.
  await page.waitForFunction(() => performance.getEntriesByName("redraw").length > 0);
  await page.keyboard.press("ArrowDown");
  await page.waitForURL((url) => url.searchParams.get("period") !== period);
  await page.waitForFunction(() => performance.getEntriesByName("redraw").length > 1);
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.matches("details.filter[data-name=period] summary"))).toBe(true);
  await page.keyboard.press("/");
  await page.keyboard.type("solvency");
  await page.locator("dialog.search [role=option]", { hasText: "Solvency" }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/solvency\.html/);
  await page.context().close();
});
