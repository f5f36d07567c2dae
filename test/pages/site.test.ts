import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { decimal1, integer, moneyFormats, percent } from "../../src/lib/format.js";
import { pages } from "../../src/pages/index.js";
import { root } from "../sampleRun.js";
import { accessibilityFaults, tabTo, thinOut } from "./browser.js";
import { sampleSite } from "./sampleSite.js";

/* The sample company's site, seen as a user sees it: in a real browser, every page, held against the warehouse. */

const site = sampleSite();

const DESK = 1360;
const PHONE = 390;

describe.each(pages.map(({ path, title }) => [title, path] as const))("the page %s", (title, path) => {
  test("opens without a fault on a desk, says of its numbers which day they are of, and leads to how each is computed; in the dark too", async () => {
    const { page, faults } = await site.open(path, { viewport: { width: DESK, height: 900 } });
    expect(await page.title()).toContain(title);
    expect(await page.title()).toContain("Harbour & Pine Trading");
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "no sideways scrolling").toBeLessThanOrEqual(DESK);
    expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|undefined|null|Infinity)\b|\[object/);
    expect(await page.locator(".site-date").innerText()).toBe("As of 30 June 2025");
    for (const card of await page.locator("section.card:not(.empty-state, .definitions, .customer-missing, .contents)").all()) {
      expect(await card.locator(".provenance a.how").first().getAttribute("href")).toMatch(/^\.\/definitions\.html#\w+$/);
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    // What the scheme changes is colours.
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await accessibilityFaults(page, ["color-contrast"]), "in the dark").toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("opens without a fault on a phone", async () => {
    const { page, faults } = await site.open(path, { viewport: { width: PHONE, height: 844 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "no sideways scrolling").toBeLessThanOrEqual(PHONE);
    expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|undefined|null|Infinity)\b|\[object/);
    await thinOut(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("opens without a fault in Chinese at 200 %, and reflows at 400 %", async () => {
    const { page, faults } = await site.open(`zh/${path}`, { viewport: { width: 680, height: 450 }, deviceScaleFactor: 2 });
    expect(faults).toEqual([]);
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(await page.locator("h1").innerText()).toMatch(/\p{Script=Han}/u);
    for (const width of [680, 320]) {
      await page.setViewportSize({ width, height: 450 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `no sideways scrolling at ${width} px`).toBeLessThanOrEqual(width);
    }
    await page.setViewportSize({ width: 680, height: 450 });
    await thinOut(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  test("is whole with scripts off", async () => {
    const { page, faults } = await site.open(path, { javaScriptEnabled: false });
    expect(faults).toEqual([]);
    expect(await page.locator("h1").innerText()).toBe(title);
    expect((await page.locator("main").innerText()).length).toBeGreaterThan(path === "customer" || path === "what-if" ? 50 : 500);
    expect(await page.locator(".filter-bar, .search-open, .table-tools").evaluateAll((tools) => tools.some((tool) => tool.checkVisibility()))).toBe(false);
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
  ["retention", /^Customers today$/, "select count(*)::integer as value from marts.customers where recency_days <= (select days from marts.lost_after)", integer],
  ["retention", /^Expected to leave in 180 days$/, "select sum(probability order by customer_id)::double as value from marts.customer_churn", integer],
  ["retention", /^Revenue that they brought$/, "select sum(churn.probability * greatest(0, coalesce(customers.current_revenue, 0))::double order by customer_id)::double as value from marts.customer_churn as churn join marts.customers as customers using (customer_id)", money],
  ["retention", /^With a high chance to leave$/, "select count(*)::integer as value from marts.customer_churn where probability >= 0.66", integer],
  ["service", /^On time, by date$/, `select count(*) filter (due_state = 'on time')::double / count(*) filter (due_state in ('on time', 'late', 'overdue')) as value
    from marts.order_service where period = 'current'`, percent],
  ["service", /^Perfect orders$/, `select count(*) filter (not (is_late or is_short or is_returned or is_damaged or is_complained))::double / count(*) as value
    from marts.order_service where period = 'current' and is_settled and is_late is not null and is_short is not null`, percent],
  ["service", /^Complaints per 100 orders$/, `select 100 * (select count(*) from marts.service_tickets where kind = 'complaint' and period = 'current')::double / sum(order_count)::double as value
    from marts.orders where period = 'current'`, decimal1],
  ["service", /^Time to resolution$/, `select avg(epoch(resolved_at - opened_at) / 3600) as value from staging.stg_tickets as tickets join marts.customers using (customer_id) cross join run.settings
    where opened_at::date > as_of_date - analysis_window_days`, (value: number) => `${decimal1(value)} hours`],
  ["quality", /^Rows read$/, "select sum(rows_read)::integer as value from run.input_files", integer],
];

test.each(tiles)("on %s, the tile %s equals the warehouse", async (path, label, sql, shown) => {
  const { page } = await site.open(path);
  const tile = page.locator("section.kpi").filter({ has: page.locator("h2", { hasText: label }) });
  const { value } = await site.db.row<{ value: never }>(sql);
  expect(await tile.locator(".kpi-value").innerText()).toBe(shown(value));
  await page.context().close();
});

test("the tiers on the page add up to the customers who bought, as the warehouse has them", async () => {
  const { page } = await site.open("value");
  const rows = page.locator("section.card", { hasText: "The tiers in figures" }).locator("tbody tr");
  const customers = (await rows.locator("td:nth-child(2)").allInnerTexts()).map((text) => Number(text.replaceAll(",", "")));
  const { value } = await site.db.row<{ value: number }>("select count(*)::integer as value from marts.customers where current_orders > 0");
  expect(customers.reduce((sum, count) => sum + count, 0)).toBe(value);
  await page.context().close();
});

test("from a number to its formula: a dialog shows meaning, SQL, inputs, checks and whom to ask; the page of definitions says the same", async () => {
  const { page, faults } = await site.open("composition");
  const how = page.locator("section.card", { has: page.locator(".chart") }).first().locator("a.how");
  const [, name] = /#(\w+)$/.exec((await how.getAttribute("href"))!)!;
  await tabTo(page, how);
  await page.keyboard.press("Enter");
  const dialog = page.locator("dialog.panel");
  await dialog.locator("details").first().waitFor();
  const mart = dialog.locator("details.disclosure").first();
  expect(await mart.locator("table").innerText()).toMatch(/Meaning/i);
  await mart.locator("details.sql summary").click();
  const path = (await mart.locator(".definition-file code").innerText()).trim();
  const shown = await mart.locator("pre").innerText();
  expect(readFileSync(join(root, path), "utf8")).toContain(shown.trimEnd());
  expect(await mart.locator(".definition-inputs").innerText()).toMatch(/orders/);
  expect(await mart.locator(".definition-checks").innerText()).toMatch(/kept/);
  expect(await mart.locator(".definition-contact").innerText()).toMatch(/Whom to ask/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await dialog.count()).toBe(0);
  expect(await how.evaluate((link) => link === document.activeElement)).toBe(true);
  expect(faults).toEqual([]);
  await how.evaluate((link: HTMLAnchorElement) => location.assign(link.href));
  await page.waitForURL(new RegExp(`definitions\\.html#${name!}$`));
  expect(await page.locator(`[id="${name!}"]`).isVisible()).toBe(true);
  await page.context().close();
});

test.each(["index.html", "zh/composition.html", "customer.html?key=0", "what-if.html"])("opened from disk, where no script runs, %s says what it lacks and offers nothing that does not answer", async (path) => {
  const { page } = await site.open("definitions");
  await page.context().unrouteAll();
  await page.goto(`${pathToFileURL(join(site.dist, path.replace(/\?.*/, ""))).href}${/\?.*/.exec(path)?.[0] ?? ""}`);
  const seen = (selector: string) => page.locator(selector).evaluateAll((parts) => parts.filter((part) => part.checkVisibility({ visibilityProperty: true })).length);
  expect(await seen(".search-open, .filter-bar, .table-tools")).toBe(0);
  // What is shown after a while.
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  expect(await seen(".unscripted")).toBe(1);
  expect(await page.locator(".unscripted").evaluate((note) => note.getBoundingClientRect().bottom <= document.querySelector("h1")!.getBoundingClientRect().top)).toBe(true);
  expect(await seen(".loading")).toBe(0);
  if (path === "what-if.html") expect(await seen(".what-if")).toBe(4);
  await page.context().close();
});
