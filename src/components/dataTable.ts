import { element, svgElement } from "../lib/element.js";
import { count, MISSING } from "../lib/format.js";
import { language, t } from "../lib/language.js";
import { inTurn } from "./drawing.js";

export interface Column<T> {
  label: string;
  value(row: T): string | Element | null | undefined;
  /** Numbers stand right, text left. */
  align?: "left" | "right";
  /** The number that the cell says in words, such as 0 for "today": the table is sorted by it. */
  number?(row: T): number | null;
  /** Length of a bar behind the number, from 0 to 1. */
  bar?(row: T): number | null;
  /** Heads the row: read out with each of its cells. */
  isRowHeader?: boolean;
  /** Class of its head, where the style sheet gives it a width. */
  className?: string;
}

export interface DataTableOptions {
  /** What the table lists: read out before it. */
  caption: string;
  /** Said in place of rows where there are none. */
  empty?: string;
  /** Rows that stand open; the others join them when the line below is opened. All where absent. */
  first?: number;
  /** What a row is, for that line: "12 more customers". */
  noun?: string;
  plural?: string;
}

/** Rows of a record list that stand open on a phone, where each takes the height of several. */
const PHONE_ROWS = 4;
/** A line to open in place of one or two rows would save nothing. */
const SPARED = 2;

/** From how many rows on a table is worth searching. */
const SEARCHED_ROWS = 12;

/** From how many letters on a text is prose, which takes a line of its own on a phone. */
const PROSE = 14;

/**
 * Rows as a table. On a phone a table of more columns than fit becomes a list of records: the name of each row, and below
 * it each figure under its label.
 */
export function dataTable<T>(rows: T[], columns: Column<T>[], options: DataTableOptions): Element {
  return rows.length === 0 ? element("p", { class: "none" }, options.empty ?? t`None.`) : inTurn(() => drawTable(rows, columns, options));
}

function drawTable<T>(rows: T[], columns: Column<T>[], { caption, first = Infinity, noun = "row", plural = `${noun}s` }: DataTableOptions): Element {
  const found = columns.map((column) => ({ ...column, cells: rows.map((row) => column.value(row) ?? MISSING) }))
    // A column of words that says nothing in any row only takes room; a column of figures says that they are not known.
    .filter((column) => column.align === "right" || column.isRowHeader || column.cells.some((cell) => cell !== "" && cell !== MISSING));
  const shown = found.map((column) => {
    const isProse = column.align !== "right" && column.cells.some((cell) => (typeof cell === "string" ? cell : cell.textContent).length > PROSE);
    return { ...column, isProse, kind: column.align === "right" ? "number" : isProse ? "text prose" : "text" };
  });
  const isWide = shown.length > 3 || (shown.length > 2 && shown.some((column) => column.isProse && !column.isRowHeader));
  const open = rows.length > first + SPARED ? first : rows.length;
  const phone = isWide && rows.length > PHONE_ROWS + SPARED ? Math.min(PHONE_ROWS, open) : open;
  const fold = (index: number) => [index >= open && "folded-row", index >= phone && "folded-phone"].filter(Boolean).join(" ") || null;
  const tools = rows.length >= SEARCHED_ROWS ? tableTools(caption) : null;
  const table = element("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": caption },
    element("table", { class: isWide ? "records" : null },
      element("caption", { class: "visually-hidden" }, caption),
      element("thead", {}, element("tr", {}, ...shown.map((column) => element("th", { scope: "col", class: [column.kind, column.className].filter(Boolean).join(" ") }, column.label)))),
      element("tbody", {}, ...rows.map((row, index) => element("tr", { class: fold(index) }, ...shown.map((column) => {
        const share = column.bar?.(row);
        const bar = share === null || share === undefined ? null : shareBar(share);
        return column.isRowHeader
          ? element("th", { scope: "row", class: column.kind }, column.cells[index]!)
          : element("td", { class: column.kind, "data-label": column.label, "data-value": column.number?.(row)?.toString() ?? null }, column.cells[index]!, bar);
      }))))));
  if (phone === rows.length) return tools ? element("div", {}, tools, table) : table;
  const more = (left: number) => (language() === "en" ? count(left, `more ${noun}`, `more ${plural}`) : t`another ${count(left, noun, plural)}`);
  return element("div", { class: "folded" }, tools, table, element("details", { class: open === rows.length ? "phone-only" : null },
    element("summary", {}, element("span", { class: "desk-only" }, more(rows.length - open)), element("span", { class: "phone-only" }, more(rows.length - phone)))));
}

/** Search and choice of columns, which the script brings to life; without one they are not shown. */
const tableTools = (caption: string): HTMLElement => element("div", { class: "table-tools" },
  element("input", { type: "search", placeholder: t`Search in the table`, "aria-label": t`Search in: ${caption}` }),
  element("details", { class: "menu" }, element("summary", {}, t`Columns`), element("div", { class: "menu-content" })),
  element("span", { role: "status" }));

/** A bar whose length is a share from 0 to 1; the number beside it says the same to whoever cannot see it. */
export function shareBar(share: number, tone = "series-1"): SVGElement {
  const width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  const rect = (name: string, length: string) => svgElement("rect", { class: name, width: length, height: "6", rx: "3" });
  return svgElement("svg", { class: "share-bar", width: "100%", height: "6", "aria-hidden": "true" }, rect("track", "100%"), rect(tone, width));
}
