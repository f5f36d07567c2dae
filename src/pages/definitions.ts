import * as d3 from "d3";
import { html } from "htl";
import { card, provenance } from "../components/card.js";
import { dataTable } from "../components/dataTable.js";
import { disclosure } from "../components/disclosure.js";
import { heading } from "../components/heading.js";
import { count, sentence, words } from "../lib/format.js";
import type { Context, Page, Table } from "../lib/page.js";

interface DefinedModel { schema_name: "staging" | "marts"; model: string; subject: string; path: string; grain: string; notes: string; body: string; body_line: number; row_count: number }
interface DefinedColumn { schema_name: string; model: string; column_name: string; column_type: string; meaning: string; unit: string | null }
interface DefinedCheck { subject: string; title: string; path: string; line: number; bad_rows: number; result: "kept" | "broken" }

export const definitions: Page = {
  path: "definitions",
  title: "Definitions",
  question: "What does each number mean, in which unit, and which file computes it?",
  render(context) {
    const models = context.read<DefinedModel>("definitions_models");
    const columns = context.read<DefinedColumn>("definitions_columns");
    const checks = context.read<DefinedCheck>("quality_checks");
    const columnsOf = d3.group(columns.rows, (column) => `${column.schema_name}.${column.model}`);
    const checksOf = d3.group(checks.rows, (check) => check.subject);
    const subjects = [...d3.group(models.rows, subjectOf)].sort(([a], [b]) => rank(a) - rank(b) || d3.ascending(a, b));
    return [
      index(subjects, columns.rows),
      ...subjects.flatMap(([subject, group]) => [
        html`<h2 id=${`subject-${subject}`}>${subjectTitle(subject)}</h2>`,
        html`<section class="card definitions" aria-label=${subjectTitle(subject)}>${group.map((model) => {
          const name = `${model.schema_name}.${model.model}`;
          return definition(model, columnsOf.get(name) ?? [], checksOf.get(name) ?? []);
        })}</section>`,
      ]),
      ...acrossTables(context, checks),
      html`<div>${provenance(context, [models, columns, checks])}</div>`,
    ];
  },
};

const subjectOf = (model: DefinedModel) => (model.schema_name === "staging" ? "staging" : model.subject);
/** What the others build on stands first, the inputs last. */
const rank = (subject: string) => (subject === "core" ? 0 : subject === "staging" ? 2 : 1);
const titles: Record<string, string> = { staging: "Staging: the inputs, cleaned", core: "Core: customers and orders, which all others build on", rfm: "RFM and clusters" };
const subjectTitle = (subject: string) => titles[subject] ?? words(subject);

/** Where to find a table by its subject, and a number by the name of its column. */
function index(subjects: [string, DefinedModel[]][], columns: DefinedColumn[]): HTMLElement {
  const tables = d3.sum(subjects, ([, models]) => models.length);
  const names = d3.groups(columns, (column) => column.column_name).sort(([a], [b]) => d3.ascending(a, b));
  return html`<nav class="card contents" aria-label="Index of tables and columns">
    <p>${count(tables, "table")} by subject. A card of a page names the tables that it shows; what they mean opens below.</p>
    <dl>${subjects.map(([subject, models]) => html.fragment`<div>
      <dt><a href=${`#subject-${subject}`}>${subjectTitle(subject).split(":")[0]}</a></dt>
      <dd>${models.map((model, position) => html.fragment`${position > 0 ? ", " : ""}<a href=${`#${model.model}`}>${model.model}</a>`)}</dd>
    </div>`)}</dl>
    ${disclosure("Every column, from A to Z", { id: "columns", detail: `${count(names.length, "name")} of numbers and attributes, each with the tables that have it` }, columnIndex(names))}
  </nav>`;
}

function columnIndex(names: [string, DefinedColumn[]][]): HTMLElement {
  return html`<dl class="column-index">${names.map(([name, columns]) => html.fragment`<div>
    <dt><code>${name}</code></dt>
    <dd>${columns.map((column, position) => html.fragment`${position > 0 ? ", " : ""}<a href=${`#${column.model}.${name}`}>${column.model}</a>`)}</dd>
  </div>`)}</dl>`;
}

/** A table: closed, its name and what a row is; open, its notes, columns, checks and file. */
function definition(model: DefinedModel, columns: DefinedColumn[], checks: DefinedCheck[]): HTMLElement {
  return disclosure(html`<h3>${model.model}</h3>`, { id: model.model, detail: model.grain },
    html`<p class="definition-file"><code>${model.path}</code> makes ${model.schema_name}.${model.model}: ${count(model.row_count, "row")} in this run</p>`,
    model.notes ? html`<p>${model.notes}</p>` : null,
    dataTable(columns, [
      { label: "Column", value: (column) => html`<code id=${`${model.model}.${column.column_name}`}>${breakable(column.column_name)}</code>`, isRowHeader: true },
      { label: "Meaning", value: (column) => column.meaning },
      { label: "Unit", value: (column) => column.unit },
      { label: "Type", value: (column) => column.column_type.toLowerCase() },
    ], { caption: `Columns of ${model.model}` }),
    html`<details class="sql"><summary>How it is computed: ${model.path.split("/").at(-1)} from line ${model.body_line}</summary>
      <pre tabindex="0" aria-label=${`Source of ${model.model}`}><code>${model.body}</code></pre>
    </details>`,
    checks.length > 0 ? html`<div class="definition-checks"><h4>Checks</h4><ul>${checks.map((check) => html.fragment`<li>${sentence(check.title)}${found(check)} <small>line ${check.line}</small></li>`)}</ul></div>` : null);
}

/** A long name may go on in the next line after an underscore, nowhere else. */
const breakable = (name: string) => name.split("_").map((part, position) => (position === 0 ? part : html.fragment`_<wbr>${part}`));

const found = (check: DefinedCheck) => (check.result === "broken" ? html` <b class="bad">${count(check.bad_rows, "row")} found</b>` : "");

/** Checks that read several tables: what each would find. */
function acrossTables(context: Context, checks: Table<DefinedCheck>): Element[] {
  const rows = checks.rows.filter((check) => !check.subject.includes(".")).sort((a, b) => d3.ascending(a.subject, b.subject));
  if (rows.length === 0) return [];
  return [
    ...heading("Checks across tables", "Sums that must agree and rows that must not be there: what each of them looks for."),
    card(context, { title: `${count(rows.length, "check")} across tables`, sources: [checks], span: 12 },
      dataTable(rows, [
        { label: "Looks for", value: (check) => sentence(check.title), isRowHeader: true },
        { label: "Found", value: (check) => (check.result === "kept" ? "nothing" : count(check.bad_rows, "row")) },
        { label: "File", value: (check) => html`<code>${check.path}</code>` },
      ], { caption: "Checks across tables" })),
  ];
}
