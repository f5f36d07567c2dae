import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString, type PDFObject } from "@cantoo/pdf-lib";
import type { Browser } from "playwright-core";
import { languages, type Language } from "../../src/lib/language.js";
import { keepWithin, launchBrowser, serve } from "./browser.js";
import { fail } from "./errors.js";
import type { Log } from "./log.js";
import { packDocument, sheetStyle, type ContentsEntry, type PackDocument, type Paper } from "./packDocument.js";
import { shownPath } from "./project.js";
import { checkOutput, inLanguage, openRunSite, writeWhole, type RunSite } from "./runSite.js";
import { mendUnicodeMaps } from "./unicodeMap.js";

export interface PackOptions {
  /** Folder that holds src/design. */
  root: string;
  /** Folder of project.yaml. */
  project: string;
  buildFolder: string;
  language: Language;
  paper: Paper;
  /** Paths of the pages wanted, in this order; all that print where absent. */
  pages?: string[];
  /** The file to write; named by the day of the figures where absent. */
  out?: string;
  log: Log;
}

/** Pages that a reader works with, and that are empty without one. */
const interactive = ["customers", "customer", "what-if", "explorer"];
/** Pages that are looked up rather than read. */
const reference = ["definitions"];

/** Prints the site of the last good run as one PDF: cover, contents, and each page from a new sheet on. */
export async function pack({ root, project, buildFolder, language, paper, pages: wanted, out, log }: PackOptions): Promise<void> {
  const site = openRunSite(project, buildFolder, language);
  const pages = choosePages(site, wanted);
  const file = resolve(out ?? `customer-review-${site.facts.asOfDate}${language === "en" ? "" : `-${language}`}.pdf`);
  checkOutput(file);
  const browser = await launchBrowser();
  try {
    const { bytes, sheets } = await inLanguage(language, () => printPack(browser, root, site, pages, paper));
    writeWhole(file, bytes);
    log.summary([["company", site.facts.project], ["pages", String(pages.length)], ["sheets", String(sheets)], ["as of", site.facts.asOfDate], ["run", site.facts.run], ["pack", shownPath(file)]],
      { pages: pages.length, sheets, as_of: site.facts.asOfDate, run: site.facts.run, pack: file });
  } finally {
    await browser.close();
  }
}

function choosePages(site: RunSite, wanted: string[] | undefined): string[] {
  const printable = site.pages.filter((page) => !interactive.includes(page));
  if (!wanted) return printable.filter((page) => !reference.includes(page));
  const unknown = wanted.filter((page) => !printable.includes(page));
  if (wanted.length === 0 || unknown.length > 0) {
    const live = unknown.filter((page) => site.has(page));
    fail(live.length > 0 ? `${live.join(", ")}: a page that a reader works with cannot be printed` : `the site has no page ${unknown.join(", ") || "of no name"}`,
      shownPath(site.folder), `name some of: ${printable.join(", ")}`);
  }
  return [...new Set(wanted)];
}

async function printPack(browser: Browser, root: string, site: RunSite, pages: string[], paper: Paper): Promise<{ bytes: Uint8Array; sheets: number }> {
  const address = `/${languages[site.language].folder}pack.html`;
  const made = new Map([["/pack.css", readFileSync(join(root, "src/design/pack.css"), "utf8") + sheetStyle(site, paper)]]);
  const pack = packDocument(site, pages, "/pack.css");
  const wanted = pack.contents.reduce((sum, { parts }) => sum + 1 + parts.length, 0);
  const server = await serve(site.folder, made);
  try {
    const print = async (sheets?: Map<string, number>) => {
      made.set(address, pack.html(sheets));
      for (let turn = 1; ; turn++) {
        const document = await PDFDocument.load(await printPage(browser, server.origin, `${server.origin}${address}`), { updateMetadata: false });
        const found = sheetsOf(document, pack.contents);
        if (found.size === wanted) return { document, sheets: found };
        if (turn === PRINTINGS) throw new Error(`Chromium leaves out places that the contents lead to: it marks ${found.size} of ${wanted}`);
      }
    };
    // Where things stand is known once they are printed; the numbers have their room before.
    const { sheets } = await print();
    const { document, sheets: found } = await print(sheets);
    for (const [id, sheet] of sheets) if (found.get(id) !== sheet) throw new Error(`${id} stands on sheet ${found.get(id)}, and the contents say ${sheet}`);
    return { bytes: await finish(document, site, pack, [paper, ...pages]), sheets: document.getPageCount() };
  } finally {
    await server.close();
    pack.close();
  }
}

/** Prints a page as it was built, with no script, and lets it ask for nothing but its own site. */
async function printPage(browser: Browser, origin: string, address: string): Promise<Uint8Array> {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "light" });
  try {
    const faults: string[] = [];
    await keepWithin(context, origin, (url) => faults.push(`it asks for ${url}`));
    const page = await context.newPage();
    page.on("response", (response) => {
      if (response.status() >= 400) faults.push(`${response.url()} answers ${response.status()}`);
    });
    await page.goto(address, { waitUntil: "networkidle" });
    const pdf = await page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, outline: true });
    if (faults.length > 0) fail(`the site is not whole: ${faults.join("; ")}`, undefined, "build it again: npm run build");
    return pdf;
  } finally {
    await context.close();
  }
}

/** Chromium leaves out one of the places now and then, on a machine with much to do; not twice. */
const PRINTINGS = 4;

/** The sheet, from 1, on which each entry of the contents stands; those that the document does not mark are left out. */
function sheetsOf(document: PDFDocument, contents: ContentsEntry[]): Map<string, number> {
  const destinations = document.catalog.lookup(PDFName.of("Dests"), PDFDict);
  const pages = document.getPages();
  return new Map(contents.flatMap((entry) => [entry, ...entry.parts]).flatMap(({ id }) => {
    const place = destinations.lookupMaybe(PDFName.of(id), PDFArray);
    return place ? [[id, pages.findIndex(({ ref }) => ref === place.get(0)) + 1] as const] : [];
  }));
}

/** Takes out what differs from one printing to the next, and puts in what a reader of PDF files looks for. */
async function finish(document: PDFDocument, site: RunSite, { title, headings }: PackDocument, options: string[]): Promise<Uint8Array> {
  const { catalog, context } = document;
  const { asOfDate, project, run } = site.facts;
  const date = new Date(`${asOfDate}T00:00:00Z`);
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(project);
  document.setCreator("Clientele");
  document.setCreationDate(date);
  document.setModificationDate(date);
  catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
  const texts = new Map(headings.map((text) => [withoutBlanks(text), text]));
  const outline = catalog.lookup(PDFName.of("Outlines"), PDFDict);
  outline.set(PDFName.of("Count"), PDFNumber.of(mendOutline(outline, texts)));
  mendLinks(document, catalog.lookup(PDFName.of("Dests"), PDFDict));
  numberElements(document);
  mendUnicodeMaps(document);
  const id = PDFHexString.of(createHash("md5").update([run, site.language, title, ...options].join("\0")).digest("hex"));
  context.trailerInfo.ID = context.obj([id, id]);
  return document.save({ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false });
}

/**
 * Shows the pages among the bookmarks, and what stands on them once they are opened. Chromium loses the blank at the end of
 * a line, and says what begins a sheet twice.
 *
 * @param texts headings by their letters
 * @returns how many bookmarks stand below `parent`
 */
function mendOutline(parent: PDFDict, texts: ReadonlyMap<string, string>): number {
  let shown = 0;
  for (let item = parent.lookupMaybe(PDFName.of("First"), PDFDict); item; item = item.lookupMaybe(PDFName.of("Next"), PDFDict)) {
    const said = withoutBlanks((item.lookup(PDFName.of("Title")) as PDFString | PDFHexString).decodeText());
    const text = texts.get(said) ?? texts.get(said.slice(0, said.length / 2));
    if (text !== undefined) item.set(PDFName.of("Title"), PDFHexString.fromText(text));
    const below = mendOutline(item, texts);
    if (below > 0) item.set(PDFName.of("Count"), PDFNumber.of(-below));
    shown += 1;
  }
  return shown;
}

const withoutBlanks = (text: string) => text.replace(/\s/g, "");

/** A link to what is folded up leads to its page. */
function mendLinks(document: PDFDocument, destinations: PDFDict): void {
  for (const { node } of document.getPages()) {
    for (const reference of node.Annots()?.asArray() ?? []) {
      const link = document.context.lookup(reference, PDFDict);
      const target = link.lookup(PDFName.of("Dest"));
      if (!(target instanceof PDFName)) throw new Error(`a link that leads out of the pack: ${String(link)}`);
      if (!destinations.has(target)) link.set(PDFName.of("Dest"), PDFName.of(target.decodeText().replace(/\..*$/, ".page")));
    }
  }
}

/** Chromium counts the elements of all that it ever showed; here they count from 1. */
function numberElements(document: PDFDocument): void {
  const found: { text: string; replace(made: PDFString): void }[] = [];
  const visit = (object: PDFObject) => {
    const entries: [PDFObject, (made: PDFString) => void][] = object instanceof PDFDict ? object.entries().map(([key, value]) => [value, (made) => object.set(key, made)])
      : object instanceof PDFArray ? object.asArray().map((value, index) => [value, (made) => object.set(index, made)]) : [];
    for (const [value, replace] of entries) {
      if (value instanceof PDFString && /^node\d{8}$/.test(value.asString())) found.push({ text: value.asString(), replace });
      else if (value instanceof PDFDict || value instanceof PDFArray) visit(value);
    }
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) visit(object);
  const order = new Map([...new Set(found.map(({ text }) => text))].sort().map((text, index) => [text, `node${String(index + 1).padStart(8, "0")}`]));
  for (const { text, replace } of found) replace(PDFString.of(order.get(text)!));
}
