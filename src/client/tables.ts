import { html } from "htl";
import { element } from "../lib/element.js";
import { count } from "../lib/format.js";
import { t } from "../lib/language.js";
import { here } from "./site.js";
import { keepHeadsInSight } from "./stickyHeads.js";
import { shownNumber, tableOrder } from "./tableOrder.js";

/** From how many rows on an order is worth choosing. */
const SORTABLE = 3;

/** Lets the tables within be sorted, searched and narrowed to some columns, with their heads in sight. */
export function enhanceTables(root: ParentNode): void {
  keepHeadsInSight(root);
  for (const table of root.querySelectorAll<HTMLTableElement>(".table-scroll > table:not(.heat-map, .pyramid)")) {
    const body = table.tBodies[0];
    if (!body || body.rows.length < SORTABLE || table.tHead?.rows.length !== 1) continue;
    for (const [index, header] of [...table.tHead.rows[0]!.cells].entries()) {
      // A head that is a scale is as wide as its column, and has no values to sort by.
      if (!header.querySelector("svg")) makeSortable(table, body, header, index);
    }
    const tools = table.closest(".table-scroll")!.previousElementSibling;
    if (tools?.classList.contains("table-tools")) useTools(tools, table, body);
  }
}

function makeSortable(table: HTMLTableElement, body: HTMLTableSectionElement, header: HTMLTableCellElement, index: number): void {
  const isNumeric = header.classList.contains("number") || [...body.rows].every((row) => !Number.isNaN(number(row, index)));
  const button = element("button", { type: "button", class: "sort" }, ...header.childNodes);
  header.replaceChildren(button);
  button.addEventListener("click", () => {
    // Figures begin with the largest, words with A.
    const isDescending = header.ariaSort === null || header.ariaSort === "none" ? isNumeric : header.ariaSort === "ascending";
    const rows = [...body.rows];
    const values = isNumeric ? rows.map((row) => number(row, index)) : rows.map((row) => shown(row, index));
    const order = tableOrder(values, { isDescending, language: here.language });
    const marks = rows.map((row) => ["folded-row", "folded-phone"].filter((name) => row.classList.contains(name)));
    const sorted = order.map((place) => rows[place]!);
    // Which places stand open stays; which rows stand there changes.
    for (const [place, row] of sorted.entries()) {
      row.classList.remove("folded-row", "folded-phone");
      row.classList.add(...marks[place]!);
    }
    body.append(...sorted);
    for (const other of table.tHead!.rows[0]!.cells) other.ariaSort = null;
    header.ariaSort = isDescending ? "descending" : "ascending";
  });
}

/** Text of a cell, without the words that only explain it. */
function shown(row: HTMLTableRowElement, index: number): string {
  const cell = row.cells[index];
  if (!cell) return "";
  const small = cell.querySelector("small");
  const text = cell.textContent;
  return (small ? text.replace(small.textContent, "") : text).trim();
}

/** The number that a cell stands for: the one it names where it says it in words, else the one it shows. */
function number(row: HTMLTableRowElement, index: number): number {
  const named = row.cells[index]?.dataset.value;
  return named === undefined ? shownNumber(shown(row, index)) : Number(named);
}

/** Columns that the reader took away, by the caption of the table: once drawn anew it lacks them still. */
const takenAway = new Map<string, Set<string>>();

function useTools(tools: Element, table: HTMLTableElement, body: HTMLTableSectionElement): void {
  const search = tools.querySelector<HTMLInputElement>("input")!;
  const found = tools.querySelector<HTMLElement>("[role=status]")!;
  const folded = table.closest(".folded");
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLocaleLowerCase(here.language);
    let hits = 0;
    for (const row of body.rows) {
      const isHit = wanted === "" || row.textContent.toLocaleLowerCase(here.language).includes(wanted);
      row.classList.toggle("no-hit", !isHit);
      if (isHit) hits += 1;
    }
    // What is searched for may stand among the rows that are folded up.
    folded?.classList.toggle("searched", wanted !== "");
    found.textContent = wanted === "" ? "" : t`${count(hits, "row")} found`;
  });
  const caption = table.caption!.textContent;
  const hidden = takenAway.get(caption) ?? new Set();
  takenAway.set(caption, hidden);
  const headers = [...table.tHead!.rows[0]!.cells];
  const showColumn = (index: number, isShown: boolean) => {
    for (const row of table.rows) row.cells[index]?.classList.toggle("column-hidden", !isShown);
  };
  for (const [index, { textContent: label }] of headers.entries()) if (hidden.has(label)) showColumn(index, false);
  const menu = tools.querySelector<HTMLDetailsElement>("details")!;
  menu.addEventListener("toggle", () => {
    const choices = menu.querySelector(".menu-content")!;
    if (!menu.open || choices.childElementCount > 0) return;
    choices.append(...headers.map(({ textContent: label }, index) => {
      const box = html`<input type="checkbox">` as HTMLInputElement;
      box.checked = !hidden.has(label);
      box.disabled = index === 0;
      box.addEventListener("change", () => {
        hidden[box.checked ? "delete" : "add"](label);
        showColumn(index, box.checked);
      });
      return html`<label>${box} ${label}</label>`;
    }));
  });
}
