import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Database } from "../../pipeline/engine/database.js";
import { integer } from "../../src/lib/format.js";
import { accessibilityFaults, visit, type Visitor } from "../pages/browser.js";
import { sampleRun } from "../sampleRun.js";

/* The page that tries other rules, on the sample company: what it shows as it is, is what the marts say. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

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

const rule = (page: Page, name: string) => page.locator(`[data-rule=${name}]`);
const finding = (card: Locator) => card.locator(".what-if-finding");
/** Columns of the table of what follows, by number from 0, without its head. */
const columns = async (card: Locator, ...wanted: number[]) =>
  (await card.locator(".what-if-result table").first().locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()))))
    .map((cells) => wanted.map((index) => cells[index]));

async function opened(query = ""): Promise<{ page: Page; faults: string[] }> {
  const { page, faults } = await visitor.open("what-if");
  if (query !== "") await page.goto(`${page.url()}?${query}`, { waitUntil: "networkidle" });
  await finding(rule(page, "weights")).waitFor();
  return { page, faults };
}

test("with the rules as they are nobody moves, and every figure is that of the marts", async () => {
  const { page, faults } = await opened();
  const tiers = await db.rows<{ tier: string; customers: number }>("select tier, count(*)::integer as customers from marts.customer_tiers where tier is not null group by tier");
  const shown = await columns(rule(page, "tiers"), 0, 1);
  for (const { tier, customers } of tiers) expect(shown).toContainEqual([tier.charAt(0).toUpperCase() + tier.slice(1), integer(customers)]);
  expect(tiers).toHaveLength(shown.length - 1);

  const grades = await db.rows<{ grade: string; clients: number }>("select grade, count(*)::integer as clients from marts.client_solvency group by grade");
  const graded = await columns(rule(page, "grades"), 0, 1);
  for (const { grade, clients } of grades) expect(graded).toContainEqual([grade.charAt(0).toUpperCase() + grade.slice(1), integer(clients)]);

  const lost = await db.rows<{ customers: number }>(
    "select count(*)::integer as customers from marts.customers cross join marts.lost_after where orders > 0 group by recency_days > days order by recency_days > days");
  expect(await columns(rule(page, "lost"), 1)).toEqual(lost.map(({ customers }) => [integer(customers)]));

  // Without a difference there is no column for it.
  expect(await rule(page, "tiers").locator(".what-if-result th", { hasText: /then|Change/ }).count()).toBe(0);
  for (const name of ["tiers", "lost", "grades", "weights"]) {
    expect(await finding(rule(page, name)).innerText()).toContain("as");
    expect(await rule(page, name).locator(".what-if-movers, .what-if-recipe").evaluateAll((parts) => parts.map((part) => part.childElementCount))).toEqual([0, 0]);
  }
  expect(new URL(page.url()).search).toBe("");
  expect(faults).toEqual([]);
  await page.context().close();
});

test("a slider is moved by keyboard; what follows stands in the address, comes back with it, and can be taken back", async () => {
  const { page, faults } = await opened();
  const card = rule(page, "tiers");
  await card.getByRole("slider").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => new URL(page.url()).searchParams.get("tiers")).toBe("0.011,0.05,0.2");
  // 0.011 x 2838 = 31.2, so the 32nd; as it is, 0.01 x 2838 = 28.4, so the 29th: whatever the sample has, by the mart's own rule.
  const { customers } = await db.row<{ customers: number }>("select ceil(0.011 * count(*))::integer as customers from marts.customer_tiers where tier is not null");
  expect((await columns(card, 0, 2))[0]).toEqual(["Key", integer(customers)]);
  expect(await finding(card).innerText()).toMatch(/would change tier: \d+ up, 0 down\.$/);
  expect(await card.locator(".what-if-recipe").innerText()).toMatch(/value\.tiers .*project\.yaml, line \d+ \(default in pipeline\/settings\.ts, line \d+\)/);
  expect(await card.locator(".what-if-recipe pre").innerText()).toContain('tier: "key", top_share: 0.011');
  expect(await accessibilityFaults(page)).toEqual([]);

  const said = await finding(card).innerText();
  await page.reload({ waitUntil: "networkidle" });
  await expect.poll(() => finding(card).innerText()).toBe(said);
  await card.getByRole("button", { name: "Back to the rules as they are" }).click();
  await expect.poll(() => new URL(page.url()).search).toBe("");
  expect(await card.locator(".what-if-recipe pre").count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("all who move can be taken away, the list shows those with the most revenue as links to their pages", async () => {
  const { page } = await opened("lost=365&grades=0.7,0.5,0.3,0.1");
  const card = rule(page, "lost");
  const { moved } = await db.row<{ moved: number }>("select count(*)::integer as moved from marts.customers cross join marts.lost_after where recency_days > days and recency_days <= 365");
  const download = page.waitForEvent("download");
  await card.getByRole("button", { name: `All ${integer(moved)} as a file` }).click();
  const lines = readFileSync(await (await download).path(), "utf8").trim().split("\r\n");
  expect(lines).toHaveLength(moved + 1);
  expect(await card.locator(".what-if-movers tbody tr").count()).toBe(20);
  expect(await card.locator(".what-if-movers a.customer-link").first().getAttribute("href")).toMatch(/^\.\/customer\.html\?key=[0-9a-f]+$/);
  // What clients owe in all stays the same, whatever the bands.
  const total = (await columns(rule(page, "grades"), 0, 4, 5)).at(-1)!;
  expect(total[1]).toBe(total[2]);
  await page.context().close();
});

test("judgements that contradict each other are an error that names one and what would mend it", async () => {
  // Recency to frequency 5, recency to amount 1/2, frequency to amount 1.
  const { page } = await opened("judgements=4,-1,0");
  const card = rule(page, "weights");
  const error = card.getByRole("alert");
  expect(await error.innerText()).toMatch(/CR 0\.\d+.*“Recency compared with Amount”: it says 1\/2, the other two together say 5\.00\. With 2 in its place CR would be 0\.0\d+/s);
  expect(await card.locator(".what-if-result").innerHTML()).toBe("");
  await card.getByRole("slider", { name: "Recency compared with Amount" }).focus();
  for (let step = 0; step < 2; step++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => error.count()).toBe(0);
  expect(await finding(card).innerText()).toContain("Kendall");
  await page.context().close();
});
