import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { globSync } from "tinyglobby";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { columnOf, valueOf, type Cube } from "../../src/selection/cubes.js";
import { allBut, fits, linkedAttributes, wantedAttributes } from "../../src/selection/linked.js";
import { cellMask } from "../../src/selection/mask.js";
import { parseSelection, selectable } from "../../src/selection/selection.js";
import { sampleSite } from "./sampleSite.js";

/* Every link to the list of customers, on every page of the sample company: it leads to as many as it says. */

interface Link {
  page: string;
  href: string;
  query: string;
  text: string;
  title: string;
  sentence: string;
  /** The number of customers in the row that the link names, where a column has it. */
  inRow: string | undefined;
}

const site = sampleSite();
let links: Link[];
let cells: Cube;
let index: Cube[];

beforeAll(async () => {
  const { dist } = site;
  const pages = globSync(["*.html", "zh/*.html"], { cwd: dist }).sort().map((page) => ({ page, document: new JSDOM(readFileSync(join(dist, page), "utf8")).window.document }));
  links = pages.flatMap(({ page, document }) => [...document.querySelectorAll<HTMLAnchorElement>("main a[href*='customers.html?']")].map((link) => ({
    page, href: link.getAttribute("href")!, query: link.getAttribute("href")!.replace(/^[^?]*/, ""), text: link.textContent, title: link.title,
    sentence: link.closest("p, td, th")?.textContent ?? "", inRow: countInRow(link),
  })));
  // The browser's own reader, with files of this folder in place of the site's.
  const { run } = pages[0]!.document.documentElement.dataset;
  vi.stubGlobal("document", new JSDOM(`<html data-root="" data-run="${run}"></html>`).window.document);
  vi.stubGlobal("fetch", (address: string) => Promise.resolve(new Response(readFileSync(join(dist, address)))));
  const { fetchCube } = await import("../../src/client/arrow.js");
  cells = await fetchCube("selection/selection_cells.arrow.gz");
  const data = join(dist, "data", run!);
  index = await Promise.all(globSync("customers/customer_index/*.arrow.gz", { cwd: data }).map(async (file) =>
    beside(await fetchCube(file), await fetchCube(file.replace("customer_index", "customer_index_groups")))));
});
afterAll(() => vi.unstubAllGlobals());

/** A part of the customer index with its groups, which are of the same customers. */
function beside(part: Cube, groups: Cube): Cube {
  const keys = ({ length, columns }: Cube) => Array.from({ length }, (_, row) => valueOf(columns.customer_key!, row));
  expect(keys(groups)).toEqual(keys(part));
  return { length: part.length, columns: { ...groups.columns, ...part.columns } };
}

/** Columns of numbers of customers. */
const counting = ["Customers", "Clients", "Buyers", "How many", "Files"];

function countInRow(link: Element): string | undefined {
  const row = link.closest("th[scope=row]")?.parentElement;
  const place = row ? [...row.closest("table")!.querySelectorAll("thead tr:last-child th")].findIndex(({ textContent }) => counting.includes(textContent.trim())) : -1;
  if (place < 0) return undefined;
  const cell = row!.children[place]!.cloneNode(true) as Element;
  for (const small of cell.querySelectorAll("small")) small.remove();
  return cell.textContent;
}

/** Customers that the list shows for an address, as its script selects them. */
function listed(query: string): number {
  const mask = cellMask(cells, parseSelection(query));
  return index.reduce((all, part) => {
    const wanted = wantedAttributes(query);
    let found = 0;
    for (let row = 0; row < part.length; row++) if (fits(wanted, (column) => valueOf(columnOf(part, column), row)) && (!mask || mask[valueOf(part.columns.cell!, row) as number] === 1)) found++;
    return all + found;
  }, 0);
}

const numbersIn = (text: string) => [...text.matchAll(/(?<![\d,.])\d{1,3}(?:,\d{3})*(?![\d,.]*[\d%])/g)].map(([number]) => Number(number.replaceAll(",", "")));

/** As many customers as a link says it leads to: by its title, or the sentence that it stands in. */
const said = ({ title, sentence }: Link) => numbersIn(title || sentence)[0];

test("every link to customers leads to as many as it says", () => {
  const wrong = links.map((link) => ({ link, said: said(link), found: listed(link.query) })).filter(({ said, found }) => said !== found || found === 0);
  expect(wrong.map(({ link, said, found }) => `${link.page}: ${link.text} (${link.href}) says ${said} and leads to ${found}`)).toEqual([]);
  expect(links.length).toBeGreaterThan(1000);
});

test("a link that is a number of customers, or names a row with one, leads to that number", () => {
  const counts = links.filter(({ text }) => /^\d{1,3}(?:,\d{3})*(?: of [\d,]+| customers?)?$/.test(text)).map((link) => ({ link, shown: link.text }));
  const names = links.flatMap((link) => (link.inRow === undefined ? [] : [{ link, shown: link.inRow }]));
  const wrong = [...counts, ...names].filter(({ link, shown }) => numbersIn(shown)[0] !== said(link));
  expect(wrong.map(({ link, shown }) => `${link.page}: ${link.text} (${link.title}) beside ${shown}`)).toEqual([]);
  expect(counts.length).toBeGreaterThan(200);
  expect(names.length).toBeGreaterThan(150);
});

test("links ask for nothing that the list does not know, and each of its attributes is asked for", () => {
  const attributes = Object.keys(linkedAttributes);
  const asked = new Set(links.flatMap(({ query }) => [...new URLSearchParams(query).keys()]));
  const known = new Set([...attributes, ...attributes.map(allBut), ...selectable, "sort"]);
  expect([...asked].filter((name) => !known.has(name))).toEqual([]);
  // Orders of the sample say the same as their customers, so that they have no groups of their own.
  const ofOrders = ["order_channel", "order_region", "order_owner"];
  expect(attributes.filter((name) => !asked.has(name) && !asked.has(allBut(name)))).toEqual(ofOrders);
});

test("pages in both languages lead to the same customers", () => {
  const of = (isChinese: boolean) => links.filter(({ page }) => page.startsWith("zh/") === isChinese).map(({ page, query }) => `${page.replace("zh/", "")}${query}`);
  expect(of(true)).toEqual(of(false));
});

test("a number that follows the filter leads to those selected, one that does not leads to all that it counts", async () => {
  const { page } = await site.open("solvency");
  await page.goto(`${page.url()}?kind=distributor`, { waitUntil: "networkidle" });
  const linkIn = (caption: string) => page.getByRole("region", { name: caption }).locator("a.group-link").first();
  const following = linkIn("Clients and advice by grade");
  await page.locator("section.of-all").first().waitFor();
  expect(await following.getAttribute("href")).toContain("kind=distributor");
  const standing = linkIn("Clients by Altman's zone");
  expect(await standing.getAttribute("href")).not.toContain("kind=");
  const clients = await standing.getAttribute("title");
  await standing.click();
  await page.locator(".customer-summary", { hasText: clients!.replace(/ .*/, " customers with") }).waitFor();
  await page.context().close();
});

test("of a number of the whole window a link asks for no period, of a number of the period for that one", async () => {
  const { page } = await site.open("composition");
  await page.goto(`${page.url()}?period=2025-Q1&kind=business`, { waitUntil: "networkidle" });
  await page.locator("section.of-window").first().waitFor();
  const asked = async (caption: RegExp) => new URLSearchParams((await page.getByRole("region", { name: caption }).locator("a.group-link[href*='driver=lost']").first().getAttribute("href"))!.replace(/.*\?/, ""));
  const ofPeriod = await asked(/^Change in revenue by what customers did$/);
  expect([ofPeriod.get("kind"), ofPeriod.get("period")]).toEqual(["business", "2025-Q1"]);
  const ofWindow = await asked(/^Change in revenue, by .* and what customers did$/);
  expect([ofWindow.get("kind"), ofWindow.get("period")]).toEqual(["business", null]);
  await page.context().close();
});
