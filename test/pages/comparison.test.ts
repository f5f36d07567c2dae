import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import { moneyFormats } from "../../src/lib/format.js";
import { accessibilityFaults, tabTo } from "./browser.js";
import { sampleSite } from "./sampleSite.js";

/* Two periods of the reader's choice, on the page of composition, held compared with the orders of the warehouse. */

const site = sampleSite();
const { money, moneyChange } = moneyFormats("EUR");

/** Orders' revenue of a span, by the warehouse. */
const revenueOf = async (start: string, end: string): Promise<number> =>
  (await site.db.row<{ value: number }>(`select sum(revenue)::double as value from marts.orders where order_date between '${start}' and '${end}'`)).value;

/** The steps of a bridge by its data table: name and amount. */
async function stepsOf(bridge: Locator): Promise<string[][]> {
  const table = bridge.locator("details.chart-data");
  await table.locator("summary").click();
  return table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent)));
}

test("a quarter stands compared with that of a year before; any other two periods can be chosen by keys, stay in the address and add up", async () => {
  const { page, faults } = await site.open("composition");
  const card = page.locator("#any-two-periods");
  const title = card.locator("h3");
  expect(await title.innerText()).toMatch(/^Q2 2025 compared with Q2 2024: /);
  const [before, now] = [await revenueOf("2024-04-01", "2024-06-30"), await revenueOf("2025-04-01", "2025-06-30")];
  expect(await title.innerText()).toContain(money(Math.abs(now - before)));

  await tabTo(page, card.locator("select[name=period]"));
  await card.locator("select[name=period]").selectOption("2024");
  await page.waitForFunction(() => document.querySelector("#any-two-periods h3")?.textContent.startsWith("2024 compared with 2023"));
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("period");
  await card.locator("select[name=period]").selectOption("2025-Q1");
  await page.waitForFunction(() => document.querySelector("#any-two-periods h3")?.textContent.startsWith("Q1 2025 compared with Q1 2024"));
  expect(await card.locator(".note").count()).toBe(0);
  await card.locator("select[name=against]").selectOption("2025-Q1 2023-Q3");
  await page.waitForFunction(() => document.querySelector("#any-two-periods h3")?.textContent.startsWith("Q1 2025 compared with Q3 2023"));
  expect(new URL(page.url()).searchParams.get("compare")).toBe("2025-Q1 2023-Q3");
  expect(await card.locator(":scope > .card-body > .note").innerText()).toContain("different seasons");

  const [earlier, later] = [await revenueOf("2023-07-01", "2023-09-30"), await revenueOf("2025-01-01", "2025-03-31")];
  const [byCustomers, byEffects] = [await stepsOf(card.locator(".compared > div").nth(0)), await stepsOf(card.locator(".compared > div").nth(1))];
  for (const steps of [byCustomers, byEffects]) {
    expect(steps[0]!.slice(0, 2)).toEqual(["Q3 2023", money(earlier)]);
    expect(steps.at(-1)!.slice(0, 2)).toEqual(["Q1 2025", money(later)]);
  }
  const drivers = await site.db.rows<{ driver: string; change: number }>("select driver, change::double as change from marts.driver_changes where comparison = '2025-Q1 2023-Q3' and change <> 0 order by position");
  expect(byCustomers.slice(1, -1).map(([, amount]) => amount)).toEqual(drivers.map(({ change }) => moneyChange(change)));
  await page.evaluate(() => scrollTo(0, 0));
  expect(await accessibilityFaults(page)).toEqual([]);

  // It comes back with the address, in the other language too; a filter is said not to hold for it, and taken away leaves it.
  await page.reload();
  await page.waitForFunction(() => document.querySelector("#any-two-periods h3")?.textContent.startsWith("Q1 2025 compared with Q3 2023"));
  await page.locator(".filter-bar details.filter[data-name=kind] summary").click();
  await page.locator(".filter-bar details.filter[data-name=kind] .menu-content input").first().click();
  await card.locator(".scope-note").waitFor();
  expect(await title.innerText()).toMatch(/^Q1 2025 compared with Q3 2023/);
  await page.locator(".filter-clear").click();
  await page.waitForFunction(() => document.querySelector("#any-two-periods .scope-note") === null && document.querySelector("#any-two-periods h3")?.textContent.startsWith("Q1 2025 compared with Q3 2023"));
  await page.locator("a.language-link").click();
  await page.waitForFunction(() => /2025.*2023/.test(document.querySelector("#any-two-periods h3")?.textContent ?? ""));
  expect(faults).toEqual([]);
  await page.context().close();
});

test("an address that asks for periods that this run does not have shows the usual ones; without a script there is nothing to choose", async () => {
  const { page, faults } = await site.open("composition.html?compare=1999%201998");
  await page.waitForLoadState("networkidle");
  expect(await page.locator("#any-two-periods h3").innerText()).toMatch(/^Q2 2025 compared with Q2 2024/);
  expect(faults).toEqual([]);
  await page.context().close();
  const silent = await site.open("composition", { javaScriptEnabled: false });
  expect(await silent.page.locator("#any-two-periods .compare-choices").isVisible()).toBe(false);
  await silent.page.context().close();
});
