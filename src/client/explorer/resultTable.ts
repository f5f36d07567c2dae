import { html } from "htl";
import { element } from "../../lib/element.js";
import { MISSING } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { QueryResult } from "./database.js";
import { isNumber, rowsOf, typeOf } from "./values.js";

/** Rows that are drawn: more would only slow the page. */
export const SHOWN_ROWS = 500;

/** The first rows of a result, every value in full. */
export function resultTable(result: QueryResult): HTMLElement {
  if (result.rows === 0) return html`<p class="none">${t`No rows.`}</p>`;
  const kinds = result.fields.map((field) => (isNumber(typeOf(field)) ? "number" : "text"));
  return element("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": t`Result` },
    element("table", { translate: "no" },
      element("thead", {}, element("tr", {}, ...result.fields.map(({ name }, index) => element("th", { scope: "col", class: kinds[index]! }, name)))),
      element("tbody", {}, ...Array.from(rowsOf(result, SHOWN_ROWS), (row) => element("tr", {}, ...row.map((value, index) =>
        (value === null ? element("td", { class: `${kinds[index]!} explorer-null`, title: "NULL" }, MISSING) : element("td", { class: `${kinds[index]!}${shape(String(value))}` }, String(value)))))))));
}

/** From how many letters on a text may go on in the next line. */
const LONG = 48;

/** Lines of a text stay lines, in letters of one width: a plan, a formula. */
const shape = (text: string) => (text.includes("\n") ? " explorer-lines" : text.length > LONG ? " explorer-long" : "");
