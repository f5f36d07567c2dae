import { randomUUID } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { JSDOM } from "jsdom";
import { catalogs } from "../../src/languages/index.js";
import { languages, useLanguage, type Language } from "../../src/lib/language.js";
import type { SiteFacts } from "../../src/lib/page.js";
import type { SiteData } from "../../src/client/site.js";
import { fail } from "./errors.js";
import { projectSlug, shownPath } from "./project.js";
import { currentRun } from "./publish.js";

/** The finished site of a run in one language: what goes out by paper and mail is taken from it, and computed nowhere else. */
export interface RunSite {
  /** Folder of the whole site. */
  folder: string;
  language: Language;
  facts: SiteFacts;
  /** Paths of the pages in the order of the navigation: "index", "value" ... */
  pages: string[];
  /** Whether the site has a page, in the navigation or not. */
  has(page: string): boolean;
  /** A page as it was built; throws where the site has none of that name. */
  read(page: string): JSDOM;
}

/**
 * Opens the site of the last good run of a project.
 *
 * @param project folder of project.yaml, or that file
 * @throws UserError where nothing was built, or not in that language
 */
export function openRunSite(project: string, buildFolder: string, language: Language): RunSite {
  const file = project.endsWith(".yaml") ? resolve(project) : join(resolve(project), "project.yaml");
  const build = `npm run build -- --project ${shownPath(dirname(file))}`;
  const kept = join(buildFolder, projectSlug({ file }));
  const run = currentRun(kept);
  if (run === undefined) fail(`there is no run of the project ${shownPath(dirname(file))} yet`, shownPath(kept), `make one with: ${build}`);
  const folder = join(run, "site");
  const within = languages[language].folder;
  const pathOf = (page: string) => join(folder, within, `${page}.html`);
  if (!existsSync(join(folder, "index.html"))) fail("the last good run has no site", shownPath(folder), `make it anew with: ${build}`);
  if (!existsSync(pathOf("index"))) fail(`the site has no pages in ${languages[language].name}`, shownPath(folder), `make it anew with: ${build}`);
  const read = (page: string) => new JSDOM(readFileSync(pathOf(page), "utf8"));
  const { document } = read("index").window;
  const data = join(folder, "data", document.documentElement.dataset.run ?? "", "site.json");
  const { facts, pages } = existsSync(data) ? (JSON.parse(readFileSync(data, "utf8")) as Partial<SiteData>) : {};
  if (!facts || !pages) fail("the site was made by another version of Clientele", shownPath(folder), `make it anew with: ${build}`);
  return { folder, language, facts, pages, has: (page) => existsSync(pathOf(page)), read };
}

/** Makes something in a language of the site. */
export async function inLanguage<T>(language: Language, make: () => T | Promise<T>): Promise<T> {
  useLanguage(language, await catalogs[language]());
  try {
    return await make();
  } finally {
    useLanguage("en");
  }
}

/** Refuses, before any work, a place that a file cannot be written to, and makes the folder it is in. */
export function checkOutput(file: string): void {
  if (existsSync(file) && !statSync(file).isFile()) fail(`${shownPath(file)} is a folder, and a file is to be written`, undefined, "name a file with --out");
  mkdirSync(dirname(file), { recursive: true });
  const aside = fileAside(file);
  closeSync(openSync(aside, "wx"));
  rmSync(aside);
}

/** Writes a file aside and renames it: whoever reads sees the old one or the whole new one. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const aside = fileAside(file);
  try {
    const handle = openSync(aside, "wx");
    try {
      const bytes = Buffer.from(content as Uint8Array);
      for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

const fileAside = (file: string) => join(dirname(file), `.${basename(file)}.${randomUUID()}`);
