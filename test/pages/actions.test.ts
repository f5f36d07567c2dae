import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParseRows } from "d3";
import { expect, test } from "vitest";
import { integer } from "../../src/lib/format.js";
import { sampleSite } from "./sampleSite.js";

/* Every recommended action as a file that a person takes to work: the same as the warehouse says, and safe to open. */

const site = sampleSite();

test.each([["", "en", "Collect what is overdue"], ["zh/", "zh", "催收逾期款"]])("%sactions: each list is offered, and its file holds what the warehouse says, without formulas and personal fields", async (folder, language, name) => {
  const { page, faults } = await site.open(`${folder}actions`);
  const totals = await site.db.rows<{ action: string; entries: number; value: number | null }>("select action, entries, value from marts.action_totals order by position");
  expect(totals.length).toBeGreaterThan(7);
  const links = page.locator("a.download");
  expect(await links.count()).toBe(totals.length);
  for (const [index, { action, entries, value }] of totals.entries()) {
    const href = (await links.nth(index).getAttribute("href"))!;
    expect(href, action).toMatch(new RegExp(`lists/${language}/${action.replaceAll(" ", "-")}\\.csv$`));
    expect(await links.nth(index).innerText()).toContain(integer(entries));
    const [header, ...rows] = csvParseRows(readFileSync(join(site.dist, folder, href), "utf8").replace("\ufeff", ""));
    expect(header!).toHaveLength(12);
    expect(rows, action).toHaveLength(entries);
    const written = rows.reduce((sum, row) => sum + Number(row[7]), 0);
    expect(Math.abs(written - (value ?? 0)), action).toBeLessThan(0.01 * entries);
    // Names of people, places and companies are as the files have them; all else is said in the language of the page.
    if (language === "zh") for (const row of rows) expect([1, 3, 5, 9, 10].map((column) => row[column]).join(" "), action).not.toMatch(/[A-Za-z]{3,}/);
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/);
  }
  const first = await site.db.row<{ label: string; days: number }>(`select customers.label, lists.days from marts.action_lists as lists
    join marts.customers as customers using (customer_id) where lists.action = 'collect' and lists.place = 1`);
  const collect = csvParseRows(readFileSync(join(site.dist, folder, (await links.nth(totals.findIndex(({ action }) => action === "collect")).getAttribute("href"))!), "utf8").replace("\ufeff", ""));
  expect(collect[1]!.slice(0, 3)).toEqual(["1", name, first.label]);
  expect(collect[1]![6]).toBe(String(first.days));
  expect(faults).toEqual([]);
  await page.context().close();
});

test("a list is downloaded by a click, without a script too", async () => {
  const { page } = await site.open("actions", { javaScriptEnabled: false, acceptDownloads: true });
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("a.download").first().click()]);
  expect(download.suggestedFilename()).toBe("stop-credit.csv");
  await page.context().close();
});
