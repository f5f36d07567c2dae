import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Locator } from "playwright-core";
import { languages, type Language } from "../../src/lib/language.js";
import { keepWithin, launchBrowser, serve } from "./browser.js";
import { digestDocument, drawn, INNER_WIDTH, type Colours, type Pictures } from "./digestDocument.js";
import { fail } from "./errors.js";
import type { Log } from "./log.js";
import { smallPng } from "./png.js";
import { shownPath } from "./project.js";
import { checkOutput, inLanguage, openRunSite, writeWhole, type RunSite } from "./runSite.js";

export interface DigestOptions {
  /** Folder that holds src/design. */
  root: string;
  /** Folder of project.yaml. */
  project: string;
  buildFolder: string;
  language: Language;
  /** The file to write; named by the day of the figures where absent. */
  out?: string;
  /** Address at which the site is found. */
  link?: string;
  log: Log;
}

/** More charts than these make a mail that is cut off: mail services show the first 100 kB. */
const MOST_CHARTS = 2;

/** Makes one HTML file of the overview of the last good run, to be sent as a mail. */
export async function digest({ root, project, buildFolder, language, out, link, log }: DigestOptions): Promise<void> {
  const address = link === undefined ? undefined : siteAddress(link);
  const site = openRunSite(project, buildFolder, language);
  const file = resolve(out ?? `customer-digest-${site.facts.asOfDate}${language === "en" ? "" : `-${language}`}.html`);
  checkOutput(file);
  const pictures = await drawCharts(site);
  const html = await inLanguage(language, () => digestDocument(site, pictures, lightColours(root), address));
  writeWhole(file, html);
  const count = pictures.charts.length + pictures.lines.length;
  const size = `${Math.ceil(Buffer.byteLength(html) / 1024)} kB`;
  log.summary([["company", site.facts.project], ["as of", site.facts.asOfDate], ["run", site.facts.run], ["pictures", String(count)], ["size", size], ["digest", shownPath(file)]],
    { as_of: site.facts.asOfDate, run: site.facts.run, pictures: count, bytes: Buffer.byteLength(html), digest: file });
}

/** The address without what stands after the last folder. */
function siteAddress(link: string): string {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.search !== "" || url.hash !== "") {
    fail(`${link} is no address of a site`, undefined, "name it in full, such as --link https://reports.example.com/customers");
  }
  return url.href.replace(/(\/index\.html)?\/*$/, "");
}

/** Draws the charts of the overview in light, as wide as the mail and twice as fine. */
async function drawCharts(site: RunSite): Promise<Pictures> {
  const browser = await launchBrowser();
  const server = await serve(site.folder);
  try {
    const context = await browser.newContext({
      // At this width the cards stand one below the other, and what is in them is as wide as the mail.
      viewport: { width: INNER_WIDTH + 98, height: 1200 }, deviceScaleFactor: 2, colorScheme: "light", javaScriptEnabled: false,
    });
    await keepWithin(context, server.origin, (url) => fail(`the overview asks another host: ${url}`));
    const page = await context.newPage();
    await page.goto(`${server.origin}/${languages[site.language].folder}index.html`, { waitUntil: "networkidle" });
    const draw = async (drawing: Locator) => {
      const { width, height } = (await drawing.boundingBox())!;
      return { png: smallPng(await drawing.screenshot({ animations: "disabled" })), width: Math.round(width), height: Math.round(height) };
    };
    const pictures: Pictures = { charts: [], lines: [] };
    for (const chart of (await page.locator(drawn.charts).all()).slice(0, MOST_CHARTS)) pictures.charts.push(await draw(chart.locator("svg:visible").first()));
    for (const line of await page.locator(drawn.lines).all()) pictures.lines.push(await draw(line));
    return pictures;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The colours of the design as the mail names them: those of a light screen. */
function lightColours(root: string): Colours {
  const [light = ""] = readFileSync(join(root, "src/design/tokens.css"), "utf8").split("@media");
  const found = new Map([...light.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value!]));
  return (name) => {
    const value = found.get(name);
    if (value === undefined) throw new Error(`the design has no colour ${name}`);
    return value;
  };
}
