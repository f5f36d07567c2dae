import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { integer, moneyFormats } from "../../src/lib/format.js";
import { accessibilityFaults, tabTo } from "./browser.js";
import { sampleSite } from "./sampleSite.js";

/* Filters, as a reader uses them: by mouse and keyboard, from the address and back; held against SQL with the same filter. */

const site = sampleSite();
const { money } = moneyFormats("EUR");

const redrawn = (page: Page, times = 1) => page.waitForFunction((wanted) => performance.getEntriesByName("redraw", "measure").length >= wanted, times);
const tile = (page: Page, label: RegExp) => page.locator("section.kpi").filter({ has: page.locator("h2", { hasText: label }) }).locator(".kpi-value");
const value = async (sql: string) => (await site.db.row<{ value: number }>(sql)).value;

/** Opens a page by an address that narrows it. */
async function openNarrowed(path: string, query: string): Promise<{ page: Page; faults: string[] }> {
  const opened = await site.open(path);
  await opened.page.goto(`${opened.page.url()}?${query}`);
  await redrawn(opened.page);
  return opened;
}

test("chosen by keyboard, a region narrows every figure of the overview, and stands in the address", async () => {
  const { page, faults } = await site.open("index");
  await tabTo(page, page.locator("details.filter[data-name=region] summary"));
  await page.keyboard.press("Enter");
  await page.locator("details.filter[data-name=region] input").first().waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await redrawn(page);
  await page.keyboard.press("Escape");
  const region = new URL(page.url()).searchParams.get("region")!;
  expect(region).not.toBe("");
  const own = `from marts.orders as orders join marts.customers as customers using (customer_id) where orders.period = 'current' and customers.region = '${region}'`;
  expect(await tile(page, /^Revenue/).innerText()).toBe(money(await value(`select sum(orders.revenue)::double as value ${own}`)));
  expect(await tile(page, /^Buying customers$/).innerText()).toBe(integer(await value(`select count(distinct customer_id)::integer as value ${own} and order_count > 0`)));
  const customers = await value(`select count(*)::integer as value from marts.customers where region = '${region}'`);
  const all = await value("select count(*)::integer as value from marts.customers");
  expect(await page.locator(".filter-state").innerText()).toBe(`Filtered: ${integer(customers)} of ${integer(all)} customers`);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("a view that was sent shows the same: two regions of one kind of customer, in a quarter", async () => {
  const { page } = await openNarrowed("index", "kind=business&region=DACH&region=Benelux&period=2025-Q1");
  const own = `from marts.orders as orders join marts.customers as customers using (customer_id)
    where orders.order_date between date '2025-01-01' and date '2025-03-31' and customers.kind = 'business' and customers.region in ('DACH', 'Benelux')`;
  expect(await tile(page, /^Revenue/).innerText()).toBe(money(await value(`select sum(orders.revenue)::double as value ${own}`)));
  expect(await tile(page, /^Average order$/).innerText()).toBe(moneyFormats("EUR").moneyWhole(await value(`select (sum(orders.revenue) / sum(orders.order_count))::double as value ${own}`)));
  expect(await page.locator("details.filter[data-name=period] summary").innerText()).toContain("Q1 2025");
  await page.context().close();
});

test("what cannot follow says so, and what follows does not", async () => {
  const { page } = await openNarrowed("composition", "region=DACH&period=2025-Q1");
  const note = (table: string) => page.locator(`section.card[data-tables~="${table}"], section.card:has(footer[data-tables~="${table}"])`).first().locator(".scope-note");
  expect(await note("composition_lorenz").innerText()).toMatch(/does not follow/);
  expect(await note("composition_headline").count()).toBe(0);
  await page.context().close();
});

test("a list that keeps those who fit of its first ones leads to all who fit, in its order", async () => {
  const { page } = await openNarrowed("value", "region=Nordics");
  const losses = page.locator("section.card", { has: page.getByRole("region", { name: "Customers with the largest losses" }) });
  await losses.locator(".scope-note a", { hasText: "All that fit" }).click();
  await page.waitForURL(/customers\.html/);
  const own = "from marts.customer_profits as profits join marts.customers as customers using (customer_id) where customers.region = 'Nordics' and profits.profit_class = 'bad'";
  const { customers } = await site.db.row<{ customers: number }>(`select count(*)::integer as customers ${own}`);
  expect(customers).toBeGreaterThan(0);
  await page.locator(".customer-summary", { hasText: `${integer(customers)} customer` }).waitFor();
  const { label } = await site.db.row<{ label: string }>(`select customers.label ${own} order by profits.profit, customers.customer_id limit 1`);
  expect(await page.locator(".customer-rows tbody tr").first().locator("th a").innerText()).toBe(label);
  await page.context().close();
});

test("the tiers of the selection add up to its buyers, as the warehouse has them", async () => {
  const { page } = await openNarrowed("value", "region=Nordics");
  const rows = page.locator("section.card", { hasText: "The tiers in figures" }).locator("tbody tr");
  const shown = (await rows.locator("td:nth-child(2)").allInnerTexts()).map((text) => Number(text.replaceAll(",", "")));
  expect(shown.reduce((sum, count) => sum + count, 0)).toBe(await value("select count(*)::integer as value from marts.customers where current_orders > 0 and region = 'Nordics'"));
  await page.context().close();
});

test("links carry the selection along, the way back undoes it, and clearing brings the page as it came", async () => {
  const { page } = await site.open("value");
  const before = await page.locator("main").innerText();
  await page.locator("details.filter[data-name=tier] summary").click();
  await page.locator("details.filter[data-name=tier] input").first().click();
  await redrawn(page);
  expect(page.url()).toContain("tier=key");
  expect(await page.locator("nav[aria-label=Pages] a", { hasText: "Lifetime value" }).getAttribute("href")).toContain("tier=key");
  expect(await page.locator("a.language-link").getAttribute("href")).toBe("./zh/value.html?tier=key");
  await page.goBack();
  await page.locator(".filter-clear").waitFor({ state: "hidden" });
  expect(page.url()).not.toContain("tier");
  await page.goForward();
  await redrawn(page, 2);
  await page.locator(".filter-clear").click();
  await page.locator(".filter-clear").waitFor({ state: "hidden" });
  expect(await page.locator("main").innerText()).toBe(before);
  await page.context().close();
});

test("the customers behind a driver are those of the period that the page shows, with what they did in it", async () => {
  const { page } = await openNarrowed("composition", "period=2025-Q1&kind=business");
  await page.locator("main a.group-link[href*='driver=lost']").first().click();
  await page.waitForURL(/customers\.html\?.*driver=lost/);
  await page.locator(".customer-tools select").selectOption("change");
  const own = `from marts.changes_by_customer_and_period as changes join marts.customers as customers using (customer_id)
    where changes.period = '2025-Q1' and changes.driver = 'lost' and customers.kind = 'business'`;
  const { customers, prior } = await site.db.row<{ customers: number; prior: number }>(`select count(*)::integer as customers, sum(changes.prior_revenue)::double as prior ${own}`);
  expect(customers).toBeGreaterThan(0);
  await page.locator(".customer-summary", { hasText: `${integer(customers)} customers with ${money(0)} of revenue: Q1 2025` }).waitFor();
  const first = page.locator(".customer-rows tbody tr").first();
  const largest = await site.db.row<{ label: string; change: number }>(`select customers.label, (changes.revenue - changes.prior_revenue)::double as change ${own} order by 2, changes.customer_id limit 1`);
  expect(await first.locator("th a").innerText()).toBe(largest.label);
  expect(await first.locator("td").nth(1).innerText()).toBe(moneyFormats("EUR").moneyChange(largest.change));
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".export-customers").click()]);
  expect(download.suggestedFilename()).toBe("customers-2025-Q1.csv");
  const [header, ...lines] = readFileSync(await download.path(), "utf8").trimEnd().split("\r\n").map((line) => line.split(","));
  expect(header!.slice(-5)).toEqual(["Period", "Period driver", "Period orders", "Period revenue", "Prior period revenue"]);
  expect(lines.length).toBe(customers);
  expect(lines.reduce((sum, line) => sum + Number(line.at(-1)), 0)).toBeCloseTo(prior, 2);
  await page.context().close();
});

test("who bought in the window before only has a loss, and the largest stands first", async () => {
  const { page } = await site.open("customers");
  await page.goto(`${page.url()}?driver=lost&sort=change`);
  const lost = await site.db.rows<{ label: string; change: number }>("select label, change::double as change from marts.change_by_customer where driver = 'lost' order by change, customer_id limit 3");
  await page.locator(".customer-rows tbody tr", { hasText: lost[0]!.label }).waitFor();
  const rows = page.locator(".customer-rows tbody tr");
  for (const [index, { label, change }] of lost.entries()) {
    expect(await rows.nth(index).locator("th a").innerText()).toBe(label);
    expect(await rows.nth(index).locator("td").first().innerText()).toBe(money(0));
    expect(await rows.nth(index).locator("td").nth(1).innerText()).toBe(moneyFormats("EUR").moneyChange(change));
  }
  await page.context().close();
});

test("a page that the period, or no filter at all, narrows says so", async () => {
  const { page } = await openNarrowed("solvency", "period=2025-Q1");
  expect(await page.locator(".filter-state").innerText()).toBe("This page shows the whole window, not Q1 2025");
  await page.goto(page.url().replace("period=", "kind=business&period="));
  await redrawn(page);
  expect(await page.locator(".filter-state").innerText()).toMatch(/^Filtered: .* customers · This page shows the whole window, not Q1 2025$/);
  for (const path of ["what-if", "quality"]) {
    await page.locator(`.site-nav a[href*="${path}"]`).click();
    await page.waitForURL(new RegExp(`${path}\\.html.*period=2025-Q1`));
    await page.locator(".filter-note", { hasText: "no filter narrows this page" }).waitFor();
  }
  await page.goto(page.url().replace(/\?.*/, ""));
  await page.waitForLoadState("networkidle");
  expect(await page.locator(".filter-note").isVisible()).toBe(false);
  await page.context().close();
});

test("until a view that was sent stands, the figures of all customers do not pass for it", async () => {
  const { page } = await site.open("index");
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/data/**", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${page.url()}?region=DACH`);
  await page.locator(".filter-state", { hasText: "The filter is being applied…" }).waitFor();
  expect(Number(await page.locator("section.kpi").first().evaluate((tile) => getComputedStyle(tile).opacity))).toBeLessThan(0.5);
  release();
  await redrawn(page);
  expect(await page.locator(".filter-state").innerText()).toMatch(/^Filtered:/);
  expect(await page.locator("section.kpi").first().evaluate((tile) => getComputedStyle(tile).opacity)).toBe("1");
  await page.context().close();
});

test("curves of one region tell the events of that region and of the whole company, on every page", async () => {
  const told = async (path: string, query: string) => {
    const { page } = await openNarrowed(path, query);
    const charts = page.locator("section.card:has(.chart-notes)");
    const texts = await charts.locator(".chart-notes").allInnerTexts();
    await page.context().close();
    return texts;
  };
  const events = await site.db.rows<{ text: string; region: string | null }>("select annotation as text, region from marts.annotations where annotation_date > date '2024-07-01'");
  for (const [path, charts] of [["index", 1], ["composition", 1], ["solvency", 2]] as const) {
    const texts = await told(path, "region=DACH");
    expect(texts.length, path).toBe(charts);
    for (const text of texts) expect(events.filter((event) => text.includes(event.text))).toEqual(events.filter(({ region }) => region === null || region === "DACH"));
  }
  const { page } = await site.open("index");
  const all = await page.locator(".chart-notes").first().innerText();
  expect(events.filter((event) => !all.includes(event.text))).toEqual([]);
  expect(events.filter(({ region }) => region !== null && region !== "DACH").length).toBeGreaterThan(0);
  await page.context().close();
});

test("nobody selected is said, and no figure is made up", async () => {
  const { region, owner } = await site.db.row<{ region: string; owner: string }>(`select regions.region, owners.owner from (select distinct region from marts.customers) as regions
    cross join (select distinct owner from marts.customers) as owners anti join marts.customers using (region, owner) where region is not null and owner is not null order by all limit 1`);
  for (const path of ["index", "composition", "value", "rfm", "solvency"]) {
    const { page, faults } = await openNarrowed(path, new URLSearchParams({ region, owner }).toString());
    expect(await page.locator(".filter-state").innerText()).toMatch(/^Filtered: 0 of/);
    expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|undefined|null|Infinity)\b|\[object/);
    expect(faults).toEqual([]);
    await page.context().close();
  }
});

test("a link that asks for what the run does not have changes no figure, and its words stand nowhere", async () => {
  const { page } = await site.open("index");
  const before = await page.locator("main").innerText();
  await page.goto(`${page.url()}?region=nowhere&period=FY2025+AUDITED`);
  await page.locator(".load-fault").waitFor();
  expect(await page.locator(".filter-state").innerText()).toBe("The filter could not be applied: the figures are those of before.");
  const after = await page.locator("main").innerText();
  expect(after).not.toMatch(/nowhere|AUDITED/);
  for (const line of before.split("\n").filter((line) => line.includes("€"))) expect(after).toContain(line);
  await page.context().close();
});

test("data that cannot be loaded is said, and no figure passes for one of the selection", async () => {
  const { page } = await site.open("index");
  const before = await tile(page, /^Revenue/).innerText();
  // What there is to choose comes, what the page is drawn from does not: that is told when something is chosen.
  await page.route(/\/data\/(?!\w+\/selection\/selection_(cells|periods))/, (route) => route.abort());
  await page.locator("details.filter[data-name=region] summary").click();
  await page.locator("details.filter[data-name=region] input").first().waitFor();
  await page.waitForTimeout(500);
  expect(await page.locator(".load-fault").count()).toBe(0);
  await page.locator("details.filter[data-name=region] input").first().click();
  await page.locator(".load-fault").waitFor();
  expect(await page.locator(".load-fault").getAttribute("role")).toBe("alert");
  expect(await page.locator(".filter-state").innerText()).toBe("The filter could not be applied: the figures are those of before.");
  expect(await tile(page, /^Revenue/).innerText()).toBe(before);
  await page.context().close();
});

test.each([0, 0.5, 1])("scrolled to %d of the page, a reader sees the cards there first, and the others are no less done", async (place) => {
  const { page, faults } = await site.open("composition");
  await page.locator("details.filter[data-name=kind] summary").click();
  await page.locator("details.filter[data-name=kind] input").first().waitFor();
  const { seen, unseen } = await page.evaluate(async (place) => {
    scrollTo({ top: place * document.documentElement.scrollHeight, behavior: "instant" });
    document.querySelector<HTMLInputElement>("details.filter[data-name=kind] input")!.click();
    while (performance.getEntriesByName("replaced", "mark").length === 0) await new Promise(requestAnimationFrame);
    const unseen = document.querySelectorAll(".is-unseen").length;
    // When this frame is drawn.
    await new Promise((done) => setTimeout(done));
    const cards = [...document.querySelectorAll(".card")];
    const onScreen = cards.filter((card) => {
      const { top, bottom } = card.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    return { seen: onScreen.map((card) => card.matches(".is-unseen") || card.querySelector("[data-in-turn]") !== null), unseen };
  }, place);
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.filter(Boolean)).toEqual([]);
  expect(unseen).toBeGreaterThan(0);
  await redrawn(page);
  expect(await page.locator(".is-unseen, [data-in-turn]").count()).toBe(0);
  // Each head of a table can be sorted by, once.
  const heads = await page.locator(".card .table-scroll > table:not(.heat-map, .pyramid):has(tbody > tr:nth-child(3)) > thead th").evaluateAll((found) => found.map((head) => head.querySelectorAll("button.sort").length));
  expect(heads.length).toBeGreaterThan(20);
  expect(new Set(heads)).toEqual(new Set([1]));
  expect(faults).toEqual([]);
  await page.context().close();
});

test("of two choices made one upon the other the last is shown, whole", async () => {
  const { page, faults } = await site.open("composition");
  await page.locator("details.filter[data-name=kind] summary").click();
  await page.locator("details.filter[data-name=kind] input").nth(1).waitFor();
  await page.evaluate(() => {
    for (const input of document.querySelectorAll<HTMLInputElement>("details.filter[data-name=kind] input")) input.click();
  });
  await redrawn(page);
  const { customers } = await site.db.row<{ customers: number }>("select count(*)::integer as customers from marts.customers");
  expect(await page.locator(".filter-state").innerText()).toContain(`${integer(customers)} of ${integer(customers)} customers`);
  expect(await page.locator(".is-unseen, [data-in-turn]").count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("what goes wrong in one card is told, and leaves out no other", async () => {
  const { page } = await site.open("composition");
  await page.locator("details.filter[data-name=kind] summary").click();
  await page.locator("details.filter[data-name=kind] input").first().waitFor();
  await page.waitForLoadState("networkidle");
  // Each table is watched when its card is finished: of one, below the screen, that fails.
  const below = await page.evaluate(() => {
    const frames = [...document.querySelectorAll<HTMLElement>(".card .table-scroll:not(.chart-data > *)")].filter((frame) => frame.getBoundingClientRect().top > innerHeight + 400);
    const broken = frames[0]!.ariaLabel!;
    const { observe } = ResizeObserver.prototype;
    ResizeObserver.prototype.observe = function (this: ResizeObserver, target: Element, ...options) {
      if (target.ariaLabel === broken && target.isConnected) throw new Error("this table cannot be watched");
      observe.call(this, target, ...options);
    };
    return frames.length;
  });
  expect(below).toBeGreaterThan(3);
  await page.locator("details.filter[data-name=kind] input").first().click();
  await page.locator(".load-fault").waitFor();
  await redrawn(page);
  expect(await page.locator(".is-unseen, [data-in-turn]").count()).toBe(0);
  const unsorted = await page.locator(".card:not(:has(button.sort)) .table-scroll > table:not(.heat-map, .pyramid):has(tbody > tr:nth-child(3))").count();
  expect(unsorted).toBeLessThanOrEqual(1);
  await page.context().close();
});

test("a print just after a choice has all of the page, each part of it once", async () => {
  const { page, faults } = await site.open("composition");
  await page.locator("details.filter[data-name=kind] summary").click();
  await page.locator("details.filter[data-name=kind] input").first().waitFor();
  const [before, left] = await page.evaluate(async () => {
    document.querySelector<HTMLInputElement>("details.filter[data-name=kind] input")!.click();
    while (performance.getEntriesByName("replaced", "mark").length === 0) await new Promise(requestAnimationFrame);
    const before = document.querySelectorAll(".is-unseen").length;
    dispatchEvent(new Event("beforeprint"));
    return [before, document.querySelectorAll(".is-unseen, [data-in-turn], [data-waiting]").length];
  });
  expect(before).toBeGreaterThan(0);
  expect(left).toBe(0);
  await redrawn(page);
  const heads = await page.locator(".card thead th:has(button.sort)").evaluateAll((found) => found.map((head) => head.querySelectorAll("button.sort").length));
  expect(new Set(heads)).toEqual(new Set([1]));
  expect(faults).toEqual([]);
  await page.context().close();
});

test("cards that came with the page are whole again, however fast a reader chooses and clears", async () => {
  const { page, faults } = await site.open("composition");
  await page.locator("details.filter[data-name=kind] summary").click();
  await page.locator("details.filter[data-name=kind] input").first().click();
  await redrawn(page);
  // The page of all customers is replaced before what is out of sight of it is done.
  await page.evaluate(async () => {
    const clear = document.querySelector<HTMLElement>(".filter-clear")!;
    clear.click();
    await new Promise((done) => setTimeout(done));
    document.querySelectorAll<HTMLInputElement>("details.filter[data-name=kind] input")[1]!.click();
    await new Promise((done) => setTimeout(done, 1000));
    scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: "instant" });
    clear.click();
    await new Promise((done) => setTimeout(done, 1000));
  });
  expect(await page.locator(".card").count()).toBeGreaterThan(10);
  expect(await page.locator(".is-unseen").count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("a choice that comes too late takes no figures along", async () => {
  const { page } = await site.open("value");
  let release: (() => void) | undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/selection_tiers*", async (route) => {
    await held;
    await route.continue();
  });
  await page.locator("details.filter[data-name=kind] summary").click();
  await page.locator("details.filter[data-name=kind] input").first().click();
  await page.locator(".filter-clear").click();
  release!();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
  const foot = page.locator("section.card .provenance[data-tables~=value_pyramid]").first();
  await foot.locator("summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), foot.getByRole("button", { name: /CSV/ }).first().click()]);
  expect(download.suggestedFilename()).not.toContain("filtered");
  await page.context().close();
});

test("whoever only looks at what there is to choose takes away the figures of all", async () => {
  const { page } = await site.open("value");
  await page.locator("details.filter[data-name=kind] summary").click();
  await page.waitForLoadState("networkidle");
  const foot = page.locator("section.card .provenance", { has: page.locator("summary") }).first();
  await page.keyboard.press("Escape");
  await foot.locator("summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), foot.getByRole("button", { name: /CSV/ }).first().click()]);
  expect(download.suggestedFilename()).not.toContain("filtered");
  await page.context().close();
});

test("a link to another place of a filtered page leaves the page as the reader made it", async () => {
  const { page } = await openNarrowed("composition", "kind=business");
  await page.locator("main a[href='#how-revenue-is-spread']").first().click();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => performance.getEntriesByName("redraw", "measure").length)).toBe(1);
  expect(new URL(page.url()).hash).toBe("#how-revenue-is-spread");
  await page.context().close();
});

test("the other language shows the same list", async () => {
  const { page } = await site.open("customers");
  await page.goto(`${page.url()}?grade=E&sort=overdue_amount`);
  await page.locator(".chips :not(:empty)").first().waitFor();
  await page.locator("a.language-link").click();
  await page.waitForURL(/zh\/customers/);
  expect(new URL(page.url()).search).toBe("?grade=E&sort=overdue_amount");
  await page.context().close();
});
