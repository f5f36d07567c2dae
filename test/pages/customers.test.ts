import { expect, test } from "vitest";
import { integer } from "../../src/lib/format.js";
import { accessibilityFaults } from "./browser.js";
import { sampleSite } from "./sampleSite.js";

/* From a number to the customers behind it, and to one of them: by links and by search. */

const site = sampleSite();

test("whoever orders and should get no further credit is a list away, and marked as such in every other list", async () => {
  const { page } = await site.open("solvency");
  const { clients } = await site.db.row<{ clients: number }>("select count(*)::integer as clients from marts.client_solvency where orders_on");
  const link = page.locator("main a[href*='no+further+credit+but+orders']");
  expect(await link.innerText()).toBe(`Show all ${integer(clients)}`);
  await link.click();
  await page.waitForURL(/customers\.html/);
  await page.locator(".customer-summary", { hasText: `${integer(clients)} customers` }).waitFor();
  expect(await page.locator(".customer-rows small.bad", { hasText: "deliver only against payment" }).count()).toBe(Math.min(50, clients));
  await page.goto(page.url().replace(/customers\.html.*/, "composition.html"));
  const marked = await site.db.rows<{ label: string }>(`select customers.label from marts.customer_shares as shares join marts.customers as customers using (customer_id) join marts.client_solvency as clients using (customer_id)
    where shares.period = 'current' and shares.position <= 25 and clients.orders_on order by shares.position`);
  const table = page.getByRole("region", { name: "The largest customers by share of revenue" });
  expect(await table.locator("th:has(small.bad:text-is('deliver only against payment')) a").allTextContents()).toEqual(marked.map(({ label }) => label));
  expect(marked.length).toBeGreaterThan(0);
  await page.context().close();
});

test("a page of a customer asks for a few kB of data, and one that is not there says so", async () => {
  const { page } = await site.open("customers");
  const href = await page.locator(".customer-rows a.customer-link").first().getAttribute("href");
  let bytes = 0;
  page.on("response", (response) => {
    if (response.url().includes("/data/")) void response.body().then((body) => (bytes += body.length));
  });
  await page.goto(new URL(href!, page.url()).href, { waitUntil: "networkidle" });
  await page.locator("section.kpi").first().waitFor();
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(40_000);
  await page.goto(page.url().replace(/key=\w+/, "key=0000000000000000"), { waitUntil: "networkidle" });
  await page.getByText("This run knows no such customer.").waitFor();
  await page.context().close();
});

test("the search finds pages, numbers and customers by keyboard, whatever case and accents", async () => {
  const { page, faults } = await site.open("value");
  const { label, customer_key: key } = await site.db.row<{ label: string; customer_key: string }>("select label, customer_key from marts.customers where label ~ '^[A-Za-z]+ [A-Za-z]+$' and current_revenue is not null order by current_revenue desc, customer_id limit 1");
  await page.keyboard.press("/");
  await page.locator("dialog.search input").waitFor();
  await page.keyboard.type("solv");
  await page.locator("dialog.search [role=option]", { hasText: "Solvency" }).first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.locator("dialog.search input").fill(label.toUpperCase());
  await page.locator("dialog.search [role=option]", { hasText: label }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`customer\\.html\\?key=${key}`));
  await page.keyboard.press("Control+k");
  await page.locator("dialog.search input").fill("no such thing anywhere");
  await page.getByText("Nothing found").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(faults).toEqual([]);
  await page.context().close();
});

test("the search tells pages and numbers first, then customers, columns last, how many it found, and finds of one name apart", async () => {
  const { page, faults } = await site.open("index");
  await page.keyboard.press("Control+k");
  await page.locator("dialog.search input").fill("hotel");
  const status = page.locator("dialog.search [role=status]");
  await status.filter({ hasText: /found are shown/ }).waitFor();
  const kinds = await page.locator("dialog.search .find-kind").allInnerTexts();
  const places = kinds.map((kind) => (kind === "Column" ? 2 : kind === "Customer" ? 1 : 0));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const { value } = await site.db.row<{ value: number }>("select count(*)::integer as value from marts.customers where strip_accents(label) ilike '%hotel%'");
  const customers = kinds.filter((kind) => kind === "Customer").length;
  expect([customers, value > customers]).toEqual([8, true]);
  // What else there is, is all shown.
  expect(await status.innerText()).toBe(`${kinds.length} of ${integer(kinds.length - customers + value)} found are shown`);
  // A choice made while finds arrive stays; a new word begins anew.
  await page.keyboard.press("ArrowDown");
  expect(await page.locator("dialog.search [aria-selected=true]").getAttribute("id")).toBe("search-find-1");
  await page.locator("dialog.search input").fill("revenue");
  await status.filter({ hasText: /found are shown/ }).waitFor();
  expect(await page.locator("dialog.search [aria-selected=true]").getAttribute("id")).toBe("search-find-0");
  const finds = await page.locator("dialog.search [role=option]").allInnerTexts();
  expect(finds.filter((find) => find.startsWith("Column")).length).toBe(8);
  expect(finds.findIndex((find) => find.startsWith("Number"))).toBeLessThan(finds.findIndex((find) => find.startsWith("Column")));
  expect(new Set(finds).size).toBe(finds.length);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("on the page of a customer the events of its region are told with those of the whole company", async () => {
  const { page } = await site.open("customers");
  const { key } = await site.db.row<{ key: string }>("select customer_key as key from marts.customers where region = 'Benelux' order by current_revenue desc nulls last, customer_id limit 1");
  await page.goto(page.url().replace("customers.html", `customer.html?key=${key}`));
  const notes = page.locator("section.card:has(.chart) .chart-notes");
  await notes.waitFor();
  const text = await notes.innerText();
  for (const { text: event } of await site.db.rows<{ text: string }>("select annotation as text from marts.annotations where region = 'Benelux' or region is null and annotation_date > date '2024-01-01'")) expect(text).toContain(event);
  for (const { text: event } of await site.db.rows<{ text: string }>("select annotation as text from marts.annotations where region <> 'Benelux'")) expect(text).not.toContain(event);
  await page.context().close();
});

test("a step between tiers, and whoever has no value, lead to as many customers as the number says", async () => {
  const { page } = await site.open("value");
  const links = async (path: string, selector: string) => {
    await page.goto(page.url().replace(/\/[\w-]+\.html.*/, `/${path}.html`));
    // Folded tables are in the page, and whole.
    return page.locator(selector).evaluateAll((found) => found.map((link) => ({ href: link.getAttribute("href")!.replace("./", ""), text: link.closest("tr, p")!.textContent, own: link.textContent })));
  };
  const steps = await links("value", "main a.group-link[href*='movement=']");
  const one = (part: string) => steps.find(({ href, own }) => href.includes(part) && Number(own.replace(",", "")) > 1)!;
  const asked = [one("prior_tier=regular&movement=lapsed"), one("tier=small&movement=new"), one("tier=small&movement=returned"), one("movement=down&movement=lapsed")]
    .map(({ href, own }) => ({ href, customers: own }));
  const missing = (await links("composition", "main .note a.group-link")).map(({ href, text }) => ({ href, customers: /[\d,]+(?= customers?)/.exec(text)![0] }));
  expect(missing.map(({ href }) => href.replace(/.*\?/, ""))).toContain("tier=%7Emissing");
  const ungiven = await links("quality", "main .groups th a.group-link[href*='%7Emissing']");
  for (const { href, customers } of [...asked, ...missing]) {
    await page.goto(page.url().replace(/\/[\w-]+\.html.*/, `/${href}`));
    await page.locator(".customer-summary", { hasText: `${customers} customer` }).waitFor({ timeout: 20_000 }).catch(() => {
      throw new Error(`${href} does not lead to ${customers} customers`);
    });
  }
  for (const { href } of ungiven) {
    const dimension = new URLSearchParams(href.replace(/.*\?/, "")).keys().next().value!;
    const { value } = await site.db.row<{ value: number }>(`select count(*)::integer as value from marts.customers where ${dimension} is null`);
    await page.goto(page.url().replace(/\/[\w-]+\.html.*/, `/${href}`));
    await page.locator(".customer-summary", { hasText: `${integer(value)} customer` }).waitFor();
  }
  await page.context().close();
});

test("a link to attributes lists who has them, in the order asked for, and can be taken back", async () => {
  const { page } = await site.open("customers");
  await page.goto(`${page.url()}?grade=E&sort=overdue_amount`);
  const wanted = await site.db.row<{ value: number; label: string }>(`select count(*)::integer as value, (select label from marts.customers join marts.client_solvency using (customer_id)
    join marts.receivables_by_customer using (customer_id) where grade = 'E' order by receivables_by_customer.overdue_amount desc limit 1) as label from marts.client_solvency where grade = 'E'`);
  await page.locator(".customer-summary", { hasText: `${integer(wanted.value)} customers with` }).waitFor();
  expect(await page.locator(".customer-rows tbody th a").first().innerText()).toBe(wanted.label);
  await page.locator(".chip").click();
  await page.locator(".customer-summary", { hasText: "4,996" }).waitFor();
  expect(page.url()).not.toContain("grade");
  await page.context().close();
});

test("the focus stays where the reader works: a chip taken away leaves it to the next, the last one to the search; the last of Show more to the first new row", async () => {
  const { page } = await site.open("customers");
  await page.goto(`${page.url()}?grade=E&channel=field&company_size=small`);
  await page.locator(".chip").nth(2).waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  await page.locator(".chip").first().press("Enter");
  expect(await focused()).toMatch(/^Remove the filter Channel: /);
  await page.locator(".chip").nth(1).press("Enter");
  expect(await focused()).toMatch(/^Remove the filter Channel: /);
  await page.locator(".chip").press("Enter");
  expect(await focused()).toBe("Search customers by name");
  // Two pages of 50, and the rest of a third.
  const { value: owner } = await site.db.row<{ value: string }>(`select owner as value from marts.customers where owner is not null group by owner
    order by abs(count(*) - 75), owner limit 1`);
  const { value: customers } = await site.db.row<{ value: number }>(`select count(*)::integer as value from marts.customers where owner = '${owner}'`);
  expect(customers).toBeGreaterThan(50);
  await page.goto(`${page.url().replace(/\?.*/, "")}?owner=${encodeURIComponent(owner)}`);
  await page.locator(".customer-summary", { hasText: `${customers} customers` }).waitFor();
  const more = page.locator(".more-customers");
  const clicks = Math.ceil(customers / 50) - 1;
  for (let click = 0; click < clicks; click++) await more.press("Enter");
  await expect.poll(() => more.isVisible()).toBe(false);
  const row = page.locator(".customer-rows tbody tr").nth(50 * clicks);
  await expect.poll(() => row.locator("a").evaluate((link) => link === document.activeElement)).toBe(true);
  await page.context().close();
});

test("a list drawn anew can be sorted and narrowed to columns as before, and lacks the columns that the reader took away", async () => {
  const { page } = await site.open("customers");
  await page.locator(".customer-summary", { hasText: "4,996" }).waitFor();
  const tools = page.locator(".customer-rows .table-tools");
  const chooseProfit = async () => {
    await tools.locator("summary").click();
    await tools.getByLabel("Profit", { exact: true }).click();
    await page.keyboard.press("Escape");
  };
  const heads = () => page.locator(".customer-rows thead th:visible").allInnerTexts();
  const all = await heads();
  expect(all).toContain("Profit");
  await chooseProfit();
  const fewer = all.filter((name) => name !== "Profit");
  expect(await heads()).toEqual(fewer);
  await page.getByRole("searchbox", { name: "Search customers by name" }).fill("gmbh");
  await page.locator(".customer-summary", { hasNotText: "4,996" }).waitFor();
  expect(await heads()).toEqual(fewer);
  expect(await page.locator(".customer-rows tbody tr").first().locator("> :visible").count()).toBe(fewer.length);
  // Nothing is there twice, and each head sorts.
  expect(await tools.count()).toBe(1);
  expect(await page.locator(".customer-rows thead th:has(button button)").count()).toBe(0);
  await page.locator(".customer-rows thead button", { hasText: "Customer" }).click();
  const names = await page.locator(".customer-rows tbody th a").allInnerTexts();
  expect(names).toEqual([...names].sort(new Intl.Collator("en", { numeric: true }).compare));
  await tools.locator("summary").click();
  // The menu is filled once it is open.
  await tools.locator("label").first().waitFor();
  expect(await tools.locator("label").allInnerTexts()).toEqual(all);
  expect(await tools.getByLabel("Profit", { exact: true }).isChecked()).toBe(false);
  await page.keyboard.press("Escape");
  await chooseProfit();
  expect(await heads()).toEqual(all);
  await page.context().close();
});

test.each([["customers", "Last order", "Overdue", "today", "nothing"], ["zh/customers", "最近一单", "逾期", "今天", "无"]])("on %s what says 0 in words is sorted as 0", async (path, lastOrder, overdue, today, nothing) => {
  const { page } = await site.open(path);
  await page.locator(".customer-rows tbody tr").nth(49).waitFor();
  const sortedBy = async (name: string) => {
    const head = page.locator(".customer-rows thead th", { has: page.locator("button", { hasText: new RegExp(`^${name}$`) }) });
    const place = await head.evaluate((cell) => (cell as HTMLTableCellElement).cellIndex);
    await head.locator("button").click();
    await head.locator("button").click();
    return page.locator(`.customer-rows tbody tr > :nth-child(${place + 1})`).allInnerTexts();
  };
  const days = await sortedBy(lastOrder);
  const ofToday = days.filter((text) => text === today).length;
  expect(ofToday).toBeGreaterThan(0);
  expect(days.slice(0, ofToday)).toEqual(Array.from({ length: ofToday }, () => today));
  const amounts = await sortedBy(overdue);
  const owed = amounts.findIndex((text) => text !== nothing);
  expect(owed).toBeGreaterThan(0);
  // After what is owed come those of whom it is not known, which are no clients.
  expect(amounts.slice(owed)).not.toContain(nothing);
  await page.context().close();
});

test("why a client has its grade is told in Chinese, with each of the ratios that it lists", async () => {
  const { customer_key: key, reasons } = await site.db.row<{ customer_key: string; reasons: string }>(`select customer_key, reasons from marts.client_solvency join marts.customers using (customer_id)
    where reasons like '%critical: %, %weak: %, %' order by length(reasons) desc, customer_id limit 1`);
  const { page } = await site.open("zh/customer");
  await page.goto(`${page.url()}?key=${key}`);
  const told = page.locator(".card:has(.advice) .note").first();
  await told.waitFor();
  const text = await told.innerText();
  expect(text).toMatch(/\p{Script=Han}/u);
  expect(text.replaceAll("Altman", "")).not.toMatch(/[a-z]{3}/);
  // Numbers are those of the data, in their order.
  const numbers = (said: string) => said.match(/\d+(\.\d+)?/g);
  expect(numbers(text)).toEqual(numbers(reasons));
  await page.context().close();
});

test("the curve of who fell silent goes on to the last complete quarter, at nothing", async () => {
  const { key } = await site.db.row<{ key: string }>(`select customer_key as key from marts.customers where customer_id in (select customer_id from marts.orders where order_count > 0
    group by customer_id having count(distinct date_trunc('quarter', order_date)) > 3 and max(order_date) < date '2024-10-01') order by revenue desc, customer_id limit 1`);
  const { page } = await site.open("customers");
  await page.goto(page.url().replace(/customers\.html.*/, `customer.html?key=${key}`));
  const card = page.locator("section.card", { hasText: "by quarter" });
  await card.locator("details", { hasText: "Data table" }).locator("summary").click();
  expect((await card.locator("table tr").last().innerText()).split(/\s*\t\s*/)).toEqual(["Apr 2025", "€0"]);
  await page.context().close();
});

test("the page of a customer tells its state, its contacts, how it was served, what it said and its history as the marts do", async () => {
  const one = await site.db.row<{ key: string; state: string; made: number; late: number; due: number; recommend: number; events: number; newest: string }>(`
    select customers.customer_key as key, experiences.state, levels.contacts_made::integer as made, experiences.late_orders as late, experiences.due_orders as due,
      experiences.recommend_score as recommend, least(history.events, 40)::integer as events, strftime(history.newest, '%-d %B %Y') as newest
    from marts.customers as customers
    join marts.customer_experience as experiences using (customer_id)
    join marts.relationship_customers as levels using (customer_id)
    join (select customer_id, count(*) as events, max(event_date) as newest, count(distinct kind) as kinds from marts.customer_events group by customer_id) as history using (customer_id)
    where late_orders > 1 and contacts_due > 0 and contacts_made > 0 and recommend_score is not null and history.kinds >= 5
    order by customers.current_revenue desc, customer_id limit 1`);
  const { page, faults } = await site.open("customer");
  await page.goto(`${page.url()}?key=${one.key}`, { waitUntil: "networkidle" });
  const place = page.getByRole("region", { name: "Its place among all customers" });
  const row = (name: string) => place.locator("tr", { has: page.locator(`th:text-is('${name}')`) });
  expect((await row("State").innerText()).toLowerCase()).toContain(one.state);
  expect(await row("Relationship level").innerText()).toContain(`${integer(one.made)} contact`);
  const titles = await page.locator("main h3").allInnerTexts();
  expect(titles).toContain(`${integer(one.late)} of ${integer(one.due)} orders came late or are overdue`);
  expect(titles.some((title) => title.includes(`would recommend us: ${one.recommend} of 10`))).toBe(true);
  expect(titles).toContain(`The latest ${one.events} events`);
  const history = page.getByRole("region", { name: "Its history with us" }).locator("tbody tr:not(.folded-row)");
  expect(await history.first().locator("th").innerText()).toBe(one.newest);
  expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|undefined|null)\b/);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await page.context().close();
});
