import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { tableFromIPC } from "apache-arrow";
import * as d3 from "d3";
import { JSDOM } from "jsdom";
import { nameCards } from "../../src/lib/cardNames.js";
import { pageContext } from "../../src/lib/context.js";
import { columnName, words } from "../../src/lib/format.js";
import { isoDate } from "../../src/lib/isoDate.js";
import { languages, phrase, useLanguage, type Language, type Texts } from "../../src/lib/language.js";
import type { Page, PageGroup, Row, SiteFacts, Table, Value } from "../../src/lib/page.js";
import type { DefinedColumns } from "../../src/pages/definedColumns.js";
import type { ExplorerTable } from "../../src/pages/explorer.js";
import type { SearchEntry } from "../../src/client/searchRank.js";
import type { SiteData } from "../../src/client/site.js";
import { columnTexts, wholeCatalogs } from "../../src/languages/whole.js";
import { canFollow, neededBy } from "../../src/selection/tables.js";
import { selectable, type Selectable } from "../../src/selection/selection.js";
import { writeActionFiles } from "./actionFiles.js";
import type { ExportedTable } from "./export.js";
import { UserError } from "./errors.js";
import { entities } from "../contracts/index.js";

/**
 * Writes into `folder` what Framework lays out: for every page in every language one with an empty place, and frames.json that
 * names them. None of that needs the data, so that Framework works while the warehouse is built.
 *
 * @param hasExplorer whether the site has a page for the SQL explorer
 * @returns the pages that the site will have, each in every language
 */
export async function writeFrames(root: string, folder: string, project: string, hasExplorer: boolean): Promise<Page[]> {
  const { pages } = await pagesOf(hasExplorer ? [] : undefined);
  const addresses: string[] = [];
  inEachLanguage((language) => {
    mkdirSync(join(folder, languages[language].folder), { recursive: true });
    for (const page of pages) {
      writeFileSync(join(folder, `${addressOf(page, language)}.md`), `---\ntitle: ${JSON.stringify(phrase(page.title))}\n---\n${PLACE}\n`);
      addresses.push(addressOf(page, language));
    }
  });
  writeFileSync(join(folder, "frames.json"), JSON.stringify({ project, pages: addresses }));
  // Framework would make a page of the guide.
  cpSync(join(root, "src/design"), join(folder, "design"), { recursive: true, filter: (path) => !path.endsWith(".md") });
  return pages;
}

/**
 * Draws every page in every language: charts are SVG when the page arrives, before any script. Elements are built, not pasted
 * together, so text from the data stays text. Framework would read a drawn page as Markdown and parse it twice, which takes
 * three times as long as drawing it; so it is put into the place after. Beside the pages stands in `folder` what the browser
 * needs to draw them again: the tables that each of them reads.
 *
 * @param explorer what the SQL explorer offers; no such page where absent
 * @returns each page by its address, as in frames.json
 */
export async function renderPages(folder: string, exported: ExportedTable[], facts: SiteFacts, explorer?: ExplorerTable[]): Promise<Record<string, DrawnPage>> {
  return withDocument(async () => {
    const { pages, groups } = await pagesOf(explorer);
    const { pageTitle } = await import("../../src/components/pageTitle.js");
    const { rootOf, siteFooter, siteHeader, skipLink, unscripted } = await import("../../src/components/siteFrame.js");
    const { filterBar, filterNote } = await import("../../src/components/filterBar.js");
    const read = tableReader(folder, exported);
    const offered = selectableIn(exported, read);
    const drawn: Record<string, DrawnPage> = {};
    inEachLanguage((language) => {
      const [skip, footer] = [skipLink().outerHTML, siteFooter(facts).outerHTML];
      const found: SearchEntry[] = [];
      for (const page of pages) {
        const used = new Map<string, Table>();
        const context = pageContext(facts, entities, (name) => {
          const table = read(name);
          used.set(name, table);
          return table;
        }, { exports: exported });
        const body = document.createElement("div");
        body.className = `page page-${page.path}`;
        const content = page.render(context);
        // Without data of this kind, or in a first run, there may be nothing on a page that a reader could narrow.
        const follows = page.follows && !page.isLive && ![...used.values()].some(canFollow) ? "nothing" : page.follows;
        if (page.isLive) body.dataset.live = "";
        else if (follows !== undefined && follows !== "nothing") body.dataset.follows = follows;
        body.append(unscripted(), pageTitle(page));
        const narrowing = follows === "customers and period" ? offered : follows === "customers" ? offered.filter((name) => name !== "period") : [];
        if (narrowing.length > 0) body.append(filterBar(narrowing));
        if (follows === "nothing") body.append(filterNote());
        body.append(...content);
        nameCards(body);
        found.push(...pageEntries(page, body));
        drawn[addressOf(page, language)] = {
          tag: languages[language].tag, page: page.path, root: rootOf(language), header: `${skip}${siteHeader(facts, groups, page).outerHTML}`, body: body.outerHTML, footer,
        };
        // What the script fills has files of its own.
        if (language === "en" && !page.isLive) {
          for (const name of neededBy(used.keys())) used.set(name, read(name));
          writePageData(folder, page, [...used.values()]);
        }
      }
      found.push(...columnEntries(read("definitions_columns").rows, columnTexts[language]));
      writeData(folder, `search/${language}.json.gz`, found);
      writeActionFiles(folder, read("actions_entries"), facts.currency);
      writeData(folder, `columns/${language}.json.gz`, definedColumns(read("definitions_columns").rows));
      writeData(folder, `titles/${language}.json`, Object.fromEntries(exported.map((table) => [table.name, tableTitle(table)])));
    });
    for (const { schema_name: schema, model, body } of read("definitions_models").rows) writeSource(folder, String(schema), String(model), String(body));
    for (const { name, sql } of exported) writeSource(folder, "exports", name, sql);
    writeData(folder, "site.json", siteData(facts, exported, pages));
    return drawn;
  });
}

/** All pages of a site, and the groups of those that the navigation shows; the SQL explorer is among its tools. */
async function pagesOf(explorer: ExplorerTable[] | undefined): Promise<{ pages: Page[]; groups: PageGroup[] }> {
  const { pages, pageGroups } = await import("../../src/pages/index.js");
  if (!explorer) return { pages, groups: pageGroups };
  const { explorerPage } = await import("../../src/pages/explorer.js");
  const page = explorerPage(explorer);
  return { pages: [...pages, page], groups: pageGroups.map((group, index) => (index === pageGroups.length - 1 ? { ...group, pages: [...group.pages, page] } : group)) };
}

function inEachLanguage(make: (language: Language) => void): void {
  try {
    for (const language of Object.keys(languages) as Language[]) {
      useLanguage(language, wholeCatalogs[language]);
      make(language);
    }
  } finally {
    useLanguage("en");
  }
}

/** A page as Framework names it. */
const addressOf = (page: Page, language: Language) => `/${languages[language].folder}${page.path}`;

async function withDocument<T>(make: () => Promise<T>): Promise<T> {
  const restore = useDocument();
  try {
    return await make();
  } finally {
    restore();
  }
}

/** Where in Framework's page the drawn one belongs. */
export const PLACE = '<div id="page"></div>';

/** A page as it was drawn, with what stands around it and where it is: see completeSite. */
export interface DrawnPage {
  /** Language, as HTML calls it. */
  tag: string;
  page: string;
  /** Way from the page to the root of the site. */
  root: string;
  /** HTML of the page, and of what is above and below it. */
  header: string;
  body: string;
  footer: string;
}

/** The tables that a page reads, by column: what the browser draws it again from, and what it gives away as CSV. */
function writePageData(folder: string, page: Page, tables: Table[]): void {
  const written = tables.map(({ name, path, columns, marts, rows }) => ({
    name, path, marts,
    columns: columns.map((column) => ({ name: column.name, meaning: column.meaning, unit: column.unit })),
    values: columns.map((column) => rows.map((row) => row[column.name] ?? null)),
  }));
  writeData(folder, `pages/${page.path}.json.gz`, { tables: written });
}

/** Writes a file that the browser asks for when a reader does. */
function writeData(folder: string, file: string, content: unknown): void {
  const text = JSON.stringify(content);
  const path = join(folder, "data", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file.endsWith(".gz") ? gzipSync(text) : text);
}

/** Writes the text of a model's file, which the definitions lead to. */
function writeSource(folder: string, schema: string, table: string, text: string): void {
  const path = join(folder, "data/sources", schema, `${table}.txt`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What the browser knows of the run: what pages are drawn with, and where the files of customers are. */
function siteData(facts: SiteFacts, exported: ExportedTable[], pages: Page[]): SiteData {
  return {
    facts,
    pages: pages.filter(({ isHidden }) => !isHidden).map(({ path }) => path),
    entities: entities.map(({ name, grain, enables }) => ({ name, grain, enables })),
    files: Object.fromEntries(exported.flatMap(({ name, parts }) => (parts ? [[name, { parts: parts.map((part) => ({ ...part, file: part.file.replace(/^data\//, "") })) }]] : []))),
    shardDigits: exported.find(({ shard }) => shard)?.shard?.digits ?? 0,
  };
}

/** What a table is called where it is given away: what a row of it is; where there is but one row, what that says. */
function tableTitle({ grain, rows }: ExportedTable): string {
  const [row = "", said = row] = phrase(grain).split(/\s*[:,;.：，；。]\s*/);
  return rows?.length === 1 ? words(said) : row;
}

/** What customers can be selected by in this project: attributes of which there are two values at least. */
function selectableIn(exported: ExportedTable[], read: (name: string) => Table): (Selectable | "period")[] {
  if (!exported.some(({ name }) => name === "selection_cells")) return [];
  const { rows } = read("selection_cells");
  const isDivided = (name: Selectable) => new Set(rows.map((row) => `${row[name] ?? ""} ${row[`${name}_kind`] ?? ""}`)).size > 1;
  return [...(read("selection_periods").rows.length > 1 ? ["period" as const] : []), ...selectable.filter(isDivided)];
}

/** A page and its cards, as the search finds them. */
function pageEntries(page: Page, body: Element): SearchEntry[] {
  const href = `./${page.path}.html`;
  if (page.isHidden) return [];
  const cards = [...body.querySelectorAll(".card[id]")].flatMap((card): SearchEntry[] => {
    const title = card.querySelector("h2, h3")?.textContent ?? "";
    const about = card.querySelector(".subtitle, .kpi-value")?.textContent;
    return title === "" ? [] : [{ kind: card.matches(".kpi") ? "number" : "card", title, text: [phrase(page.title), about].filter(Boolean).join(" · "), href: `${href}#${card.id}` }];
  });
  return [{ kind: "page", title: phrase(page.title), text: phrase(page.question), href }, ...cards];
}

/** The columns of the marts by name, table and meaning, each leading to its definition. */
const columnEntries = (columns: Row[], names: Texts): SearchEntry[] => columns.filter((row) => row.schema_name === "marts").map((row) => ({
  kind: "column", title: columnName(String(row.column_name), names), text: `${String(row.model)} · ${phrase(String(row.meaning))}`, href: `./definitions.html#${String(row.model)}.${String(row.column_name)}`,
}));

/** The columns of staging and marts, by table: what the page of definitions says of a table that is opened. */
const definedColumns = (columns: Row[]): DefinedColumns => Object.fromEntries(d3.rollup(columns, (rows) => rows.map((row): DefinedColumns[string][number] =>
  [String(row.column_name), phrase(String(row.meaning)), row.unit === null ? null : phrase(String(row.unit)), String(row.column_type)]), (row) => String(row.model)));

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
    const table: Table = { name, path, columns, marts, rows: rowsOf(join(folder, found.parts?.[0]?.file ?? found.file)), scope: "whole" };
    read.set(name, table);
    return table;
  };
}

/** Rows of a data file; of a table in several files, those of the first. */
function rowsOf(file: string): Row[] {
  const bytes = file.endsWith(".gz") ? gunzipSync(readFileSync(file)) : readFileSync(file);
  if (!/\.arrow(\.gz)?$/.test(file)) return (JSON.parse(bytes.toString("utf8")) as { rows: Row[] }).rows;
  const table = tableFromIPC(bytes);
  return Array.from({ length: table.numRows }, (_, index) => {
    const row: Row = table.get(index)!.toJSON();
    for (const { name, type } of table.schema.fields) row[name] = plain(row[name] ?? null, String(type));
    return row;
  });
}

const plain = (value: Value, type: string): Value =>
  type.startsWith("Date") && typeof value === "number" ? isoDate(value) : value;

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
