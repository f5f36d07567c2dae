import { expect, test } from "vitest";
import { change, integer, moneyFormats, percent0 } from "../../src/lib/format.js";
import { sampleSite } from "./sampleSite.js";

const site = sampleSite();
const { money } = moneyFormats("EUR");

interface Total { measure: string; months: number; value: number; low: number; high: number; change_rate: number }

test("the forecast in a browser has the numbers of the warehouse", async () => {
  const totals = await site.db.rows<Total>("select measure, months, value, low, high, change_rate from marts.demand_totals order by measure desc, months");
  expect(totals).toHaveLength(6);
  const { page, faults } = await site.open("forecast");
  const tiles = page.locator("section.kpi");
  expect(await tiles.count()).toBe(6);
  for (const [index, { measure, value, low, high, change_rate: rate }] of totals.entries()) {
    const format = measure === "revenue" ? money : integer;
    const text = await tiles.nth(index).innerText();
    for (const part of [format(value), `${format(low)} to ${format(high)}`, change(rate)]) expect(text.replaceAll("\u2060", "")).toContain(part);
  }
  // Months: those of the warehouse, one by one.
  const months = await site.db.rows<{ value: number; orders: number }>(`select revenue.value, orders.value as orders from marts.demand_forecasts as revenue
    inner join marts.demand_forecasts as orders on revenue.month = orders.month and orders.measure = 'orders' where revenue.measure = 'revenue' order by revenue.month`);
  const table = page.locator("section.card", { hasText: "The forecast month by month" }).locator("tbody tr");
  expect(await table.count()).toBe(12);
  for (const [index, { value, orders }] of months.entries()) {
    const cells = await table.nth(index).locator("td").allInnerTexts();
    expect([cells[0], cells[3]]).toEqual([money(value), integer(orders)]);
  }
  const { wape } = await site.db.row<{ wape: number }>("select wape from marts.demand_outlooks where measure = 'revenue'");
  expect(await page.locator("main").innerText()).toContain(`in the test a month came ${percent0(wape)} off the forecast on average`);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("the forecast continues the sample company's season: December is its peak, and its test came near", async () => {
  const [peak] = await site.db.rows<{ month: Date }>("select month from marts.demand_forecasts where measure = 'revenue' order by value desc limit 1");
  expect(peak!.month.getUTCMonth()).toBe(11);
  const rows = await site.db.rows<{ grade: string; gain: number }>("select grade, gain from marts.demand_outlooks");
  for (const { grade, gain } of rows) {
    expect(["good", "fair"]).toContain(grade);
    expect(gain).toBeGreaterThan(0);
  }
});
