import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { tableFromIPC } from "apache-arrow";
import { JSDOM } from "jsdom";
import { pageContext } from "../../src/lib/context.js";
import { languages, phrase, t, useLanguage, type Language } from "../../src/lib/language.js";
import type { Page, Row, SiteFacts, Table, Value } from "../../src/lib/page.js";
import { catalogs } from "../../src/languages/index.js";
import type { ExportedTable } from "./export.js";
import { UserError } from "./errors.js";
import { entities } from "../contracts/index.js";

/**
 * Draws every page in every language into `folder` as Markdown that holds finished HTML: charts are SVG when the page
 * arrives, before any script. Elements are built, not pasted together, so text from the data stays text. Beside the
 * pages stands what the browser needs to draw them again: the tables that each of them reads.
 */
export async function renderPages(root: string, folder: string, exported: ExportedTable[], facts: SiteFacts): Promise<Page[]> {
  const restore = useDocument();
  try {
    const { pages } = await import("../../src/pages/index.js");
    const { pageTitle } = await import("../../src/components/pageTitle.js");
    const { siteFooter, siteHeader } = await import("../../src/components/siteFrame.js");
    const read = tableReader(folder, exported);
    const frame: Record<string, Frame> = {};
    for (const language of Object.keys(languages) as Language[]) {
      useLanguage(language, await catalogs[language]());
      const { folder: within, tag } = languages[language];
      mkdirSync(join(folder, within), { recursive: true });
      for (const page of pages) {
        const used = new Map<string, Table>();
        const context = pageContext(facts, entities, (name) => {
          const table = read(name);
          used.set(name, table);
          return table;
        }, { exports: exported });
        const body = document.createElement("div");
        body.className = `page page-${page.path}`;
        body.append(pageTitle(page), ...page.render(context));
        writeFileSync(join(folder, within, `${page.path}.md`), `---\ntitle: ${JSON.stringify(phrase(page.title))}\n---\n${toMarkdown(body)}\n`);
        frame[`/${within}${page.path}`] = {
          tag, page: page.path, root: within === "" ? "./" : "../", skip: t`Skip to content`,
          header: oneLine(siteHeader(facts, pages, page)), footer: oneLine(siteFooter(facts)),
        };
        if (language === "en") writePageData(folder, page, [...used.values()]);
      }
    }
    useLanguage("en");
    writeFileSync(join(folder, "frame.json"), JSON.stringify({ project: facts.project, run: facts.run, pages: frame }));
    cpSync(join(root, "src/design"), join(folder, "design"), { recursive: true });
    return pages;
  } finally {
    useLanguage("en");
    restore();
  }
}

/** What stands around a page, and where it stands: see observablehq.config.ts and pipeline/engine/site.ts. */
export interface Frame {
  /** Language, as HTML calls it. */
  tag: string;
  page: string;
  /** Way from the page to the root of the site. */
  root: string;
  /** Text of the link past the header. */
  skip: string;
  header: string;
  footer: string;
}

/** The tables that a page reads, by column: what the browser draws it again from, and what it gives away as CSV. */
function writePageData(folder: string, page: Page, tables: Table[]): void {
  const written = tables.map(({ name, path, columns, marts, rows }) => ({
    name, path, marts,
    columns: columns.map((column) => ({ name: column.name, meaning: column.meaning, unit: column.unit })),
    values: columns.map((column) => rows.map((row) => row[column.name] ?? null)),
  }));
  mkdirSync(join(folder, "data/pages"), { recursive: true });
  writeFileSync(join(folder, "data/pages", `${page.path}.json.gz`), gzipSync(JSON.stringify({ tables: written }), { level: 9 }));
}

/** The tables of the exports, read from their files as a browser would. */
export function tableReader(folder: string, exported: ExportedTable[]): (name: string) => Table {
  const tables = new Map(exported.map((table) => [table.name, table]));
  const read = new Map<string, Table>();
  return (name) => {
    const known = read.get(name);
    if (known) return known;
    const found = tables.get(name);
    if (!found) throw new UserError([{ what: `no export is named ${name}`, where: "src/pages", fix: `add pipeline/exports/<page>/${name}.sql` }]);
    const { path, columns, marts } = found;
    const table: Table = { name, path, columns, marts, rows: rowsOf(join(folder, found.file), found.format), scope: "whole" };
    read.set(name, table);
    return table;
  };
}

function rowsOf(file: string, format: ExportedTable["format"]): Row[] {
  if (format === "json") return (JSON.parse(readFileSync(file, "utf8")) as { rows: Row[] }).rows;
  const table = tableFromIPC(readFileSync(file));
  return Array.from({ length: table.numRows }, (_, index) => {
    const row: Row = table.get(index)!.toJSON();
    for (const { name, type } of table.schema.fields) row[name] = plain(row[name] ?? null, String(type));
    return row;
  });
}

const plain = (value: Value, type: string): Value =>
  type.startsWith("Date") && typeof value === "number" ? new Date(value).toISOString().slice(0, 10) : value;

/**
 * One line of HTML: Markdown would end the block at an empty line, a carriage return being a line's end too, and
 * Framework would run what stands in `${...}`, or in a fenced block after that line.
 */
const toMarkdown = (element: Element): string => oneLine(element).replaceAll("${", "&#36;{");

const oneLine = (element: Element): string => element.outerHTML.replace(/\r\n?|\n/g, "&#10;");

/** Gives components the globals that a browser has, and takes them back. */
export function useDocument(): () => void {
  const { window } = new JSDOM("");
  const names = ["document", "Node", "NodeFilter", "NodeList", "HTMLCollection", "SVGElement", "HTMLElement"] as const;
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const name of names) Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
    window.close();
  };
}
