import { mkdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import type { BrowserContextOptions, Page } from "playwright-core";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { sampleSite } from "./sampleSite.js";

/*
 * The pages of the sample company beside pictures of them that were looked at and found good. In one font on every machine;
 * what is left of their differences, the smoothing of edges, does not count. After a change that is meant to be seen:
 * UPDATE_PICTURES=1 npm test -- test/pages/pictures.test.ts, then look at each picture that changed before committing it.
 */

const pictures = join(import.meta.dirname, "pictures");
/** Share of the points that may differ. */
const TOLERANCE = 0.005;

/** Reduced: what moved, changed its colour or is gone shows; the file stays small. */
const desk: BrowserContextOptions = { viewport: { width: 1360, height: 1700 }, deviceScaleFactor: 0.4 };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 1600 }, deviceScaleFactor: 0.5 };
/** As wide as the sheet between its margins. */
const sheet: BrowserContextOptions = { viewport: { width: 690, height: 1900 }, deviceScaleFactor: 0.5 };
/** No page in Chinese: there is no font of it that every machine has, nor one small enough to stand here. */
const views: [name: string, path: string, options: BrowserContextOptions, prepare?: (page: Page) => Promise<void>][] = [
  ...["index", "composition", "solvency", "value", "rfm", "quality", "customers", "definitions"].map((path): [string, string, BrowserContextOptions] => [path, path, desk]),
  ["what-if", "what-if", desk, (page) => page.locator(".what-if-finding").first().waitFor()],
  ["customer", "customer", desk, oneCustomer],
  ["index-dark", "index", { ...desk, colorScheme: "dark" }],
  ["solvency-dark", "solvency", { ...desk, colorScheme: "dark" }],
  ["index-phone", "index", phone],
  ["value-phone", "value", phone],
  ["index-print", "index", sheet, (page) => page.emulateMedia({ media: "print" })],
];

const site = sampleSite();

test.each(views)("%s looks as it did", async (name, path, options, prepare) => {
  const { page } = await site.open(path, { ...options, reducedMotion: "reduce", bypassCSP: true });
  await prepare?.(page);
  await wearFont(page);
  const seen = PNG.sync.read(await page.screenshot());
  await page.context().close();
  const file = join(pictures, `${name}.png`);
  if (process.env.UPDATE_PICTURES || !existsSync(file)) {
    expect(process.env.UPDATE_PICTURES, `there is no ${file}: make it by UPDATE_PICTURES=1 and look at it`).toBeTruthy();
    mkdirSync(pictures, { recursive: true });
    writeFileSync(file, PNG.sync.write(seen, { deflateLevel: 9 }));
    return;
  }
  const good = PNG.sync.read(readFileSync(file));
  expect([seen.width, seen.height]).toEqual([good.width, good.height]);
  const difference = new PNG({ width: good.width, height: good.height });
  const points = pixelmatch(good.data, seen.data, difference.data, good.width, good.height, { threshold: 0.2 });
  const share = points / (good.width * good.height);
  if (share > TOLERANCE) {
    writeFileSync(join(tmpdir(), `${name}-seen.png`), PNG.sync.write(seen));
    writeFileSync(join(tmpdir(), `${name}-difference.png`), PNG.sync.write(difference));
  }
  expect(share, `${file} differs: see ${name}-seen.png and ${name}-difference.png in ${tmpdir()}`).toBeLessThanOrEqual(TOLERANCE);
});

/** The business client with the most revenue of those whose name is of Latin letters. */
async function oneCustomer(page: Page): Promise<void> {
  const { key } = await site.db.row<{ key: string }>(`select customers.customer_key as key from marts.customers as customers join marts.client_solvency as clients using (customer_id)
    where clients.grade in ('A', 'B', 'C', 'D', 'E') and customers.label ~ '^[A-Za-z. ]+$' order by customers.current_revenue desc, customer_id limit 1`);
  await page.goto(`${page.url()}?key=${key}`, { waitUntil: "networkidle" });
}

/** The first font that the design asks for, which machines may lack; and no name of the run, which every change of the code changes. */
async function wearFont(page: Page): Promise<void> {
  const file = createRequire(import.meta.url).resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2");
  await page.addStyleTag({ content: `
    @font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${readFileSync(file, "base64")}) format("woff2"); }
    :root { --font-mono: Inter; }
    #observablehq-footer { visibility: hidden; }` });
  await page.evaluate("Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 16px Inter`))).then(() => document.fonts.ready)");
}
