import * as d3 from "d3";
import { html } from "htl";
import { disclosure } from "../components/disclosure.js";
import { element } from "../lib/element.js";
import { count, words } from "../lib/format.js";
import { msg, phrase, t } from "../lib/language.js";
import type { Page } from "../lib/page.js";
import { examples } from "./explorer/examples.js";

/** An export as the explorer offers it. */
export interface ExplorerTable {
  name: string;
  /** The page that shows it: name of its folder. */
  subject: string;
  grain: string;
  rows: number;
  columns: { name: string; type: string; meaning: string; unit: string | null }[];
}

/** Queries of an analyst's own over the exports: the page is drawn with what they hold, the script runs the database. */
export const explorerPage = (tables: ExplorerTable[]): Page => ({
  path: "explorer",
  title: msg("SQL explorer"),
  question: msg("What do the data say to a question that no page asks?"),
  isLive: true,
  render: () => [
    html`<p class="needs-script">${t`Queries need a browser that runs scripts. Without one this page shows what the tables hold.`}</p>`,
    html`<div class="explorer-work">${query()}${result()}</div>`,
    schema(tables),
  ],
});

const query = (): HTMLElement => html`<section class="card explorer-query">
  <header><h2>${t`Query`}</h2>
    <p class="subtitle">${t`SQL of DuckDB over the tables that the pages are made of. The database runs in this browser: nothing that you ask leaves it.`}</p></header>
  <textarea class="explorer-sql" rows="11" spellcheck="false" autocomplete="off" autocapitalize="off" wrap="off" translate="no"
    aria-label=${t`Query in SQL`} aria-describedby="explorer-keys">${examples[0]!.sql}</textarea>
  <div class="explorer-tools">
    <button type="button" class="explorer-run">${t`Run`}</button>
    <button type="button" class="plain-button explorer-stop" hidden>${t`Stop`}</button>
    <span id="explorer-keys" class="explorer-keys">${t`Ctrl or ⌘ with Enter runs it`}</span>
    <details class="menu explorer-examples"><summary>${t`Examples`}</summary><div class="menu-content">${examples.map(({ title, sql }) =>
      html.fragment`<button type="button" data-sql=${sql}>${phrase(title)}</button>`)}</div></details>
  </div>
  <p class="explorer-status" role="status"></p>
  <div class="explorer-error" role="alert"></div>
</section>`;

const result = (): HTMLElement => html`<section class="card explorer-result" hidden>
  <header class="explorer-head"><h2>${t`Result`}</h2><button type="button" class="plain-button explorer-export">${t`Export (CSV)`}</button></header>
  <div class="explorer-rows"></div>
</section>`;

const titles: Record<string, string> = {
  customers: msg("Customers, one by one"), selection: msg("Sums by group of customers, for the filters"), rfm: msg("RFM and clusters"),
  overview: msg("Overview"), definitions: msg("Definitions"),
};
/** What is asked for most stands first, what the run says of itself last. */
const order = ["customers", "overview", "composition", "solvency", "value", "rfm", "selection", "quality", "definitions"];
const rank = (subject: string) => (order.includes(subject) ? order.indexOf(subject) : order.length);

/** The tables by subject: closed, a name and how many rows; open, what a row is and what each column means. */
function schema(tables: ExplorerTable[]): HTMLElement {
  const subjects = d3.groups(tables, (table) => table.subject).sort(([a], [b]) => rank(a) - rank(b) || d3.ascending(a, b));
  return html`<section class="card span-4 explorer-schema" aria-label=${t`Tables`}>
    <header><h2>${t`Tables`}</h2>
      <p class="subtitle">${t`${count(tables.length, "table")}. Some are lists that a page cuts short: what a row is says so.`}</p></header>
    <input type="search" class="field explorer-search" placeholder=${t`Search tables and columns`} aria-label=${t`Search tables and columns`}>
    <p class="visually-hidden explorer-found" role="status"></p>
    <div class="explorer-tables" tabindex="0" role="region" aria-label=${t`List of the tables`}>${subjects.map(([subject, group]) => html.fragment`<div class="explorer-subject">
      <h3>${titles[subject] ? phrase(titles[subject]) : words(subject)}</h3>
      ${d3.sort(group, ({ name }) => name).map(describe)}
    </div>`)}</div>
  </section>`;
}

function describe({ name, grain, rows, columns }: ExplorerTable): HTMLElement {
  const made = disclosure(html`<code>${name}</code>`, { detail: count(rows, "row") },
    html`<p>${phrase(grain)}</p>`,
    html`<button type="button" class="plain-button explorer-first" data-sql=${`select *\nfrom ${name}\nlimit 100`}>${t`Query its first rows`}</button>`,
    element("dl", { class: "explorer-columns" }, ...columns.map((column) => element("div", {},
      element("dt", {}, element("code", {}, column.name), " ", element("span", { translate: "no" }, column.type.toLowerCase())),
      element("dd", {}, column.unit ? t`${phrase(column.meaning)} [${phrase(column.unit)}]` : phrase(column.meaning)),
    ))));
  made.dataset.table = name;
  return made;
}
