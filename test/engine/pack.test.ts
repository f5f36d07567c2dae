import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString, type PDFHexString } from "@cantoo/pdf-lib";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { keepWithin, launchBrowser, serve } from "../../pipeline/engine/browser.js";
import { EXIT } from "../../pipeline/engine/cli.js";
import { textOfSheets } from "./pdfText.js";
import { buildSmallSite, hostileName, type SmallSite } from "./smallSite.js";

/* The pack: what is printed is the last good site, whole, and the same each time. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let small: SmallSite;
beforeAll(async () => {
  small = await buildSmallSite();
});
afterAll(() => small.remove());
afterEach(() => vi.unstubAllEnvs());

interface Pack {
  bytes: Buffer;
  document: PDFDocument;
  /** Text of each sheet. */
  sheets: string[];
}

async function print(name: string, ...args: string[]): Promise<Pack> {
  const file = join(small.folder, name);
  const { code, output } = await small.run("pack", "--out", file, ...args);
  expect(output).toContain("sheets");
  expect(code).toBe(EXIT.good);
  const bytes = readFileSync(file);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return { bytes, document, sheets: textOfSheets(document) };
}

/** Bookmarks of one level: title, and sheet from 1. */
function bookmarks(document: PDFDocument, within = document.catalog.lookup(PDFName.of("Outlines"), PDFDict)): { title: string; sheet: number; node: PDFDict }[] {
  const found = [];
  for (let item = within.lookupMaybe(PDFName.of("First"), PDFDict); item; item = item.lookupMaybe(PDFName.of("Next"), PDFDict)) {
    const place = item.lookup(PDFName.of("Dest"));
    const target = place instanceof PDFArray ? place : document.catalog.lookup(PDFName.of("Dests"), PDFDict).lookup(place as PDFName, PDFArray);
    const sheet = document.getPages().findIndex(({ ref }) => ref === target.get(0)) + 1;
    found.push({ title: (item.lookup(PDFName.of("Title")) as PDFString | PDFHexString).decodeText(), sheet, node: item });
  }
  return found;
}

function expectSize(document: PDFDocument, width: number, height: number): void {
  for (const page of document.getPages()) {
    expect(Math.abs(page.getWidth() - width)).toBeLessThan(2);
    expect(Math.abs(page.getHeight() - height)).toBeLessThan(2);
  }
}

const inWords = (text: string) => text.replace(/ﬁ/g, "fi").replace(/ﬂ/g, "fl").replace(/\s+/g, " ");
const titles = [
  "Overview", "What changed", "Action lists", "Targets & actions", "Composition", "Solvency", "Value", "Lifetime value", "RFM & clusters", "States", "Retention", "Forecast",
  "Satisfaction", "Service", "Relationships", "Prospects", "Campaigns", "Sales force", "Data quality",
];

test("the pack is cover, contents and every page that prints, each on a sheet of its own; its contents, bookmarks, links and feet agree", async () => {
  const { document, sheets } = await print("pack.pdf");
  const count = document.getPageCount();
  expect(count).toBeGreaterThan(titles.length + 2);
  expectSize(document, 595, 842);
  expect(inWords(sheets[0]!)).toContain("Customer review");
  expect(inWords(sheets[0]!)).toContain("900 rows");
  expect(inWords(sheets[0]!)).toContain("Ada Example");

  // The contents name the sheet on which each title stands first.
  const lines = inWords(sheets[1]!);
  const starts = titles.map((title) => {
    const [, said] = new RegExp(`${title} (\\d+)`).exec(lines)!;
    const sheet = Number(said);
    expect(inWords(sheets[sheet - 1]!), `sheet ${sheet}`).toContain(` ${title} `);
    return sheet;
  });
  expect(starts[0]).toBe(3);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(new Set(starts).size).toBe(titles.length);

  const marks = bookmarks(document);
  expect(marks.slice(1).map(({ title }) => title)).toEqual(["Contents", ...titles]);
  expect(marks.map(({ sheet }) => sheet)).toEqual([1, 2, ...starts]);
  for (const { node } of marks.slice(2)) expect(node.lookup(PDFName.of("Count"), PDFNumber).asNumber(), "folded").toBeLessThan(0);

  // Every link leads to a place within, and those of the contents to the sheets that they name.
  const destinations = document.catalog.lookup(PDFName.of("Dests"), PDFDict);
  const targets = document.getPages().map(({ node }) => (node.Annots()?.asArray() ?? []).map((link) => {
    const dictionary = document.context.lookup(link, PDFDict);
    expect(dictionary.has(PDFName.of("A")), "no link leads out").toBe(false);
    const place = destinations.lookup(dictionary.lookup(PDFName.of("Dest"), PDFName), PDFArray);
    return document.getPages().findIndex(({ ref }) => ref === place.get(0)) + 1;
  }));
  for (const target of targets.flat()) expect(target).toBeGreaterThan(0);
  for (const start of starts) expect(targets[1]).toContain(start);

  for (const [index, text] of sheets.entries()) {
    expect(inWords(text)).toContain(`Page ${index + 1} of ${count}`);
    expect(inWords(text)).toContain("As of 30 June 2025");
    // The company's name as it is, whatever it tries.
    expect(inWords(text)).toContain(hostileName);
    expect(text).not.toMatch(/Search|How is this computed|Skip to content/);
  }
  expect(document.getTitle()).toBe(`Customer review: ${hostileName}, 30 June 2025`);
  expect(document.catalog.lookup(PDFName.of("Lang"), PDFString).decodeText()).toBe("en");
  expect(document.catalog.lookup(PDFName.of("MarkInfo"), PDFDict).get(PDFName.of("Marked"))?.toString()).toBe("true");
});

test("the same site gives the same bytes, with no clock in them", async () => {
  const first = await print("first.pdf", "--pages", "index,value");
  const second = await print("second.pdf", "--pages", "index,value");
  expect(first.bytes.equals(second.bytes)).toBe(true);
  expect(first.document.getCreationDate()).toEqual(new Date("2025-06-30T00:00:00Z"));
  expect(first.document.getModificationDate()).toEqual(new Date("2025-06-30T00:00:00Z"));
  expect(first.sheets.filter((text) => text.includes("Solvency"))).toEqual([]);
});

test("on Letter every sheet has its size, and the pages stand in the order in which they were asked for", async () => {
  const { document } = await print("letter.pdf", "--paper", "letter", "--pages", "value,index");
  expectSize(document, 612, 792);
  expect(bookmarks(document).map(({ title }) => title).slice(2)).toEqual(["Value", "Overview"]);
});

const hasChineseFont = spawnSync("fc-list", [":lang=zh"]).stdout.length > 0;

test.skipIf(!hasChineseFont)("in Chinese it is Chinese, found by its characters and not by the radicals that look like them; the definitions are there when asked for", async () => {
  const { document, sheets } = await print("zh.pdf", "--language", "zh", "--pages", "value,definitions");
  expect(document.catalog.lookup(PDFName.of("Lang"), PDFString).decodeText()).toBe("zh-CN");
  expect(bookmarks(document)).toHaveLength(4);
  const text = sheets[2]!.replace(/\s/g, "");
  expect(text).toContain(`第3页，共${sheets.length}页`);
  expect(text).toContain("客户");
  expect(sheets.join("")).not.toMatch(/[\u2e80-\u2fd5]/);
});

test("no page is wider than a sheet, in print and in either paper", async () => {
  const browser = await launchBrowser();
  const server = await serve(small.site);
  try {
    for (const width of [688, 710]) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: false, colorScheme: "dark" });
      const asked: string[] = [];
      await keepWithin(context, server.origin, (url) => asked.push(url));
      const page = await context.newPage();
      await page.emulateMedia({ media: "print" });
      for (const path of ["index", "composition", "value", "rfm", "quality", "zh/value"]) {
        await page.goto(`${server.origin}/${path}.html`);
        expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBe(width);
        for (const hidden of [".site-nav", ".filter-bar", ".search-open", ".language-link", "footer.provenance"]) {
          for (const part of await page.locator(hidden).all()) expect(await part.isVisible(), `${path}: ${hidden}`).toBe(false);
        }
        expect(await page.locator(".folded-row").evaluateAll((rows) => rows.every((row) => row.checkVisibility())), path).toBe(true);
        expect(await page.evaluate("getComputedStyle(document.body).color"), "light, whatever the screen").toBe("rgb(27, 35, 48)");
      }
      expect(asked).toEqual([]);
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
});

test("mistakes end with 1, one message and what to do, and leave the file as it was", async () => {
  const file = join(small.folder, "kept.pdf");
  writeFileSync(file, "as it was");
  const refused = async (args: string[], ...said: string[]) => {
    const { code, output } = await small.run("pack", "--out", file, ...args);
    expect(code).toBe(EXIT.mistake);
    expect(output.match(/✖/g), output).toHaveLength(1);
    for (const text of said) expect(output).toContain(text);
    expect(readFileSync(file, "utf8")).toBe("as it was");
  };
  await refused(["--pages", "index,valeu"], "✖ the site has no page valeu", "name some of: index, changes, actions, targets, composition");
  await refused(["--pages", "customers"], "cannot be printed");
  await refused(["--pages", ","], "no page of no name");
  await refused(["--project", join(small.folder, "nowhere")], "✖ there is no run of the project", "npm run build");
  vi.stubEnv("CHROMIUM", join(small.folder, "no-such-browser"));
  await refused([], "✖ CHROMIUM names no program", "apt-get install chromium");
  const broken = join(small.folder, "broken-browser");
  writeFileSync(broken, "#!/bin/sh\nexit 3\n");
  chmodSync(broken, 0o755);
  vi.stubEnv("CHROMIUM", broken);
  await refused([], "✖ Chromium does not start", "apt-get install chromium");
  vi.stubEnv("CHROMIUM", "");
  vi.stubEnv("PATH", dirname(process.execPath));
  if (!existsSync(join(dirname(process.execPath), "chromium"))) await refused([], "✖ there is no Chromium on this machine", "apt-get install chromium");
  vi.unstubAllEnvs();

  // A place that cannot be written.
  mkdirSync(join(small.folder, "folder.pdf"));
  expect(await small.run("pack", "--out", join(small.folder, "folder.pdf"))).toMatchObject({ code: EXIT.mistake, output: expect.stringContaining("is a folder") as string });
  expect(await small.run("pack", "--out", join(file, "below.pdf"))).toMatchObject({ code: EXIT.mistake, output: expect.stringContaining("a file stands where a folder should be") as string });
  expect((await small.run("pack", "--paper", "a3")).code).toBe(EXIT.mistake);
});

test("a site that is not whole is not printed, and nothing is left aside", async () => {
  const kept = join(small.folder, "whole");
  cpSync(small.site, kept, { recursive: true });
  const file = join(small.folder, "never.pdf");
  const attempt = async () => {
    const { code, output } = await small.run("pack", "--out", file);
    expect(code).toBe(EXIT.mistake);
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(small.folder).filter((name) => name.startsWith(".never"))).toEqual([]);
    return output;
  };
  try {
    rmSync(join(small.site, "_import"), { recursive: true });
    expect(await attempt()).toContain("✖ the site is not whole");
    rmSync(join(small.site, "data"), { recursive: true });
    expect(await attempt()).toContain("another version of Clientele");
    rmSync(join(small.site, "index.html"));
    expect(await attempt()).toContain("has no site");
  } finally {
    rmSync(small.site, { recursive: true });
    renameSync(kept, small.site);
  }
});
