import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { JSDOM } from "jsdom";
import { day, moneyFormats } from "../../src/lib/format.js";
import type { Context, Page, Row, Table, Value } from "../../src/lib/page.js";
import type { ExportedTable } from "./export.js";
import { UserError } from "./errors.js";
import { entities } from "../contracts/index.js";

/** What the pages say of the run besides their data. */
export interface SiteFacts {
  project: string;
  currency: string;
  asOfDate: string;
  run: string;
  windowDays: number;
  /** Entities that the project supplies. */
  supplied: string[];
}

/**
 * Draws every page into `folder` as Markdown that holds finished HTML: charts are SVG when the page arrives, before
 * any script. Elements are built, not pasted together, so text from the data stays text.
 */
export async function renderPages(root: string, folder: string, exported: ExportedTable[], facts: SiteFacts): Promise<Page[]> {
  const restore = useDocument();
  try {
    const { pages } = await import("../../src/pages/index.js");
    const { pageTitle } = await import("../../src/components/pageTitle.js");
    const context = createContext(folder, exported, facts);
    for (const page of pages) {
      const body = document.createElement("div");
      body.className = `page page-${page.path}`;
      body.append(pageTitle(page), ...page.render(context));
      writeFileSync(join(folder, `${page.path}.md`), `---\ntitle: ${JSON.stringify(page.title)}\n---\n${toMarkdown(body)}\n`);
    }
    writeFileSync(join(folder, "frame.json"), JSON.stringify({
      project: facts.project, date: day(facts.asOfDate), run: facts.run,
      pages: pages.map(({ path, title }) => ({ path, title })),
    }));
    cpSync(join(root, "src/design"), join(folder, "design"), { recursive: true });
    return pages;
  } finally {
    restore();
  }
}

/** The tables of the exports, read from their files as a browser would. */
export function createContext(folder: string, exported: ExportedTable[], facts: SiteFacts): Context {
  const tables = new Map(exported.map((table) => [table.name, table]));
  const read = new Map<string, Table>();
  return {
    ...facts,
    ...moneyFormats(facts.currency),
    read<T>(name: string): Table<T> {
      const table = tables.get(name);
      if (!table) throw new UserError([{ what: `no export is named ${name}`, where: "src/pages", fix: `add pipeline/exports/<page>/${name}.sql` }]);
      let found = read.get(name);
      if (!found) {
        found = { ...table, rows: rowsOf(join(folder, table.file), table.format) };
        read.set(name, found);
      }
      return found as Table<T>;
    },
    has: (entity) => facts.supplied.includes(entity),
    entity: (name) => entities.find((entity) => entity.name === name)!,
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
function toMarkdown(element: Element): string {
  for (const style of element.querySelectorAll("style")) style.textContent = style.textContent.replace(/\s+/g, " ");
  return element.outerHTML.replace(/\r\n?|\n/g, "&#10;").replaceAll("${", "&#36;{");
}

/** Gives components the globals that a browser has, and takes them back. */
function useDocument(): () => void {
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
