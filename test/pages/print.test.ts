import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { textOfSheets } from "../engine/pdfText.js";
import { sampleSite } from "./sampleSite.js";

/* What a reader prints from the browser. */

const site = sampleSite();

const plain = (text: string) => text.replace(/[\s\u2060]/g, "");

/** The sheets of a page in A4, and what the parts of it say that `selector` finds as it is printed. */
async function printed(path: string, selector: string): Promise<{ sheets: string[]; parts: string[] }> {
  const { page } = await site.open(path);
  const parts = await page.locator(selector).evaluateAll((found) => found.map((part) => part.textContent));
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  await page.context().close();
  return { sheets: textOfSheets(await PDFDocument.load(pdf)).map(plain), parts: parts.map(plain) };
}

test.each(["composition", "solvency"])("what is folded up on %s and belongs to a finding stands open on paper", async (path) => {
  const { sheets, parts } = await printed(path, "details.printed:not([open]) .table-scroll > table:not(details:not(.printed) *) > tbody > tr:first-child");
  expect(parts.length).toBeGreaterThan(0);
  const all = sheets.join("");
  expect(parts.filter((part) => !all.includes(part))).toEqual([]);
});

test("a table that goes on over sheets has its head on each, though a reader can sort it", async () => {
  const { sheets, parts } = await printed("composition", "table:has(> thead > tr > :last-child:nth-child(3) > .sort) tbody th");
  const listing = sheets.filter((sheet) => parts.filter((part) => sheet.includes(part)).length > 3 && /[\d,]+→[\d,]+/.test(sheet));
  expect(listing.length).toBeGreaterThan(1);
  expect(listing.filter((sheet) => !sheet.includes("ProductChangeUnits"))).toEqual([]);
});

test("the last card of the overview says on paper what it is", async () => {
  const { sheets } = await printed("index", "h1");
  const last = sheets.find((sheet) => sheet.includes("inquarantine"))!;
  expect(last).toContain("Whatthefiguresreston");
});
