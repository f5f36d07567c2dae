import * as d3 from "d3";
import { html } from "htl";
import { card, provenance } from "../components/card.js";
import { dataTable } from "../components/dataTable.js";
import { disclosure } from "../components/disclosure.js";
import { heading } from "../components/heading.js";
import { element } from "../lib/element.js";
import { count, day, integer, sentence, words } from "../lib/format.js";
import { language, msg, phrase, t } from "../lib/language.js";
import type { Context, ExportFacts, Page, Table } from "../lib/page.js";

interface DefinedModel { schema_name: "staging" | "marts"; model: string; subject: string; path: string; grain: string; notes: string; body: string; body_line: number; row_count: number }
interface DefinedColumn { schema_name: string; model: string; column_name: string; column_type: string; meaning: string; unit: string | null }
interface DefinedCheck { subject: string; title: string; path: string; line: number; bad_rows: number; result: "kept" | "broken" }
interface DefinedInput { schema_name: string; model: string; entity: string; rows_accepted: number; last_date: string | null }

/** What is said of a table besides its own text. */
interface About { columns: DefinedColumn[]; checks: DefinedCheck[]; inputs: DefinedInput[]; contact: string | undefined }

export const definitions: Page = {
  path: "definitions",
  title: msg("Definitions"),
  question: msg("What does each number mean, in which unit, and which file computes it?"),
  render(context) {
    const models = context.read<DefinedModel>("definitions_models");
    const columns = context.read<DefinedColumn>("definitions_columns");
    const checks = context.read<DefinedCheck>("quality_checks");
    const inputs = context.read<DefinedInput>("definitions_inputs");
    const columnsOf = d3.group(columns.rows, (column) => `${column.schema_name}.${column.model}`);
    const checksOf = d3.group(checks.rows, (check) => check.subject);
    const inputsOf = d3.group(inputs.rows, (input) => `${input.schema_name}.${input.model}`);
    const subjects = [...d3.group(models.rows, subjectOf)].sort(([a], [b]) => rank(a) - rank(b) || d3.ascending(a, b));
    return [
      index(subjects, columns.rows),
      ...subjects.flatMap(([subject, group]) => [
        html`<h2 id=${`subject-${subject}`}>${subjectTitle(subject)}</h2>`,
        html`<section class="card definitions" aria-label=${subjectTitle(subject)}>${group.map((model) => {
          const name = `${model.schema_name}.${model.model}`;
          return definition(model, {
            columns: columnsOf.get(name) ?? [], checks: checksOf.get(name) ?? [], inputs: inputsOf.get(name) ?? [],
            contact: context.contacts[model.subject] ?? context.contacts.default,
          });
        })}</section>`,
      ]),
      html`<h2 id="exports">${t`What the pages pick from them`}</h2>`,
      html`<section class="card definitions" aria-label=${t`What the pages pick from them`}>${d3.sort(context.exports, ({ subject }) => subject, ({ name }) => name).map(pick)}</section>`,
      ...acrossTables(context, checks),
      html`<div>${provenance([models, columns, checks])}</div>`,
    ];
  },
};

const subjectOf = (model: DefinedModel) => (model.schema_name === "staging" ? "staging" : model.subject);
/** What the others build on stands first, the inputs last. */
const rank = (subject: string) => (subject === "core" ? 0 : subject === "staging" ? 2 : 1);
const titles: Record<string, string> = {
  staging: msg("Staging: the inputs, cleaned"), core: msg("Core: customers and orders, which all others build on"), rfm: msg("RFM and clusters"),
  selection: msg("Selection: what filters add up"), customers: msg("Customers, one by one"),
};
const subjectTitle = (subject: string) => (titles[subject] ? phrase(titles[subject]) : words(subject));

/** Where to find a table by its subject, and a number by the name of its column. */
function index(subjects: [string, DefinedModel[]][], columns: DefinedColumn[]): HTMLElement {
  const tables = d3.sum(subjects, ([, models]) => models.length);
  const names = d3.groups(columns, (column) => column.column_name).sort(([a], [b]) => d3.ascending(a, b));
  return html`<nav class="card contents" aria-label=${t`Index of tables and columns`}>
    <p>${t`${count(tables, "table")} by subject. A card of a page names the tables that it shows; what they mean opens below.`}</p>
    <dl>${subjects.map(([subject, models]) => html.fragment`<div>
      <dt><a href=${`#subject-${subject}`}>${subjectTitle(subject).split(/[:：]/)[0]}</a></dt>
      <dd>${commas(models.map((model) => anchorTo(model.model, model.model)))}</dd>
    </div>`)}</dl>
    ${disclosure(t`Every column, from A to Z`, { id: "columns", detail: t`${count(names.length, "name")} of numbers and attributes, each with the tables that have it` }, columnIndex(names))}
  </nav>`;
}

function columnIndex(names: [string, DefinedColumn[]][]): HTMLElement {
  return html`<dl class="column-index">${names.map(([name, columns]) => element("div", {},
    element("dt", {}, element("code", {}, name)),
    element("dd", {}, ...commas(columns.map((column) => anchorTo(`${column.model}.${name}`, column.model)))),
  ))}</dl>`;
}

const anchorTo = (id: string, label: string): HTMLElement => element("a", { href: `#${id}` }, label);

const commas = (items: (string | Node)[]): (string | Node)[] =>
  items.flatMap((item, position) => (position === 0 ? [item] : [language() === "en" ? ", " : "、", item]));

/** A table: closed, its name and what a row is; open, its notes, columns, checks and file. */
function definition(model: DefinedModel, { columns, checks, inputs, contact }: About): HTMLElement {
  return disclosure(html`<h3>${model.model}</h3>`, { id: model.model, detail: phrase(model.grain) },
    html`<p class="definition-file"><code>${model.path}</code> ${t`makes ${`${model.schema_name}.${model.model}`}: ${count(model.row_count, "row")} in this run`}</p>`,
    model.notes ? html`<p>${phrase(model.notes)}</p>` : null,
    dataTable(columns, [
      { label: t`Column`, value: (column) => element("code", { id: `${model.model}.${column.column_name}` }, ...breakable(column.column_name)), isRowHeader: true },
      { label: t`Meaning`, value: (column) => phrase(column.meaning) },
      { label: t`Unit`, value: (column) => (column.unit ? phrase(column.unit) : null) },
      { label: t`Type`, value: (column) => element("span", { translate: "no" }, column.column_type.toLowerCase()) },
    ], { caption: t`Columns of ${model.model}` }),
    source(t`Formula: ${model.path.split("/").at(-1)!} from line ${model.body_line}`, model.model, model.body),
    inputs.length > 0 ? html`<p class="definition-inputs"><b>${t`Inputs`}</b> ${commas(inputs.map(input))}</p>` : null,
    checks.length > 0 ? html`<div class="definition-checks"><h4>${t`Checks`}</h4><ul>${checks.map((check) =>
      html.fragment`<li>${result(check)} ${sentence(check.title)} <small>${t`line ${check.line}`}</small></li>`)}</ul></div>` : null,
    contact ? html`<p class="definition-contact"><b>${t`Whom to ask`}</b> <span translate="no">${contact}</span></p>` : null);
}

const input = ({ entity, rows_accepted: rows, last_date: last }: DefinedInput): string =>
  (last ? t`${entity} (${count(rows, "row")}, newest of ${day(last)})` : t`${entity} (${count(rows, "row")})`);

/** What a page picks: the export, and the tables whose formulas it shows. */
function pick({ name, path, grain, sql, marts }: ExportFacts): HTMLElement {
  return disclosure(html`<h3>${name}</h3>`, { id: name, detail: phrase(grain) },
    html`<p class="definition-file"><code>${path}</code> ${marts.length === 0 ? t`reads the record of the run` : html.fragment`${t`picks from`} ${commas(marts.map((mart) =>
      element("a", { class: "definition-mart", href: `#${mart.name}` }, mart.name)))}`}</p>`,
    source(t`What it picks`, name, sql));
}

const source = (title: string, name: string, sql: string): HTMLElement => html`<details class="sql"><summary>${title}</summary>
  <pre tabindex="0" aria-label=${t`Source of ${name}`}><code>${sql}</code></pre>
</details>`;

/** A long name may go on in the next line after an underscore, nowhere else. */
const breakable = (name: string): (string | Node)[] => name.split("_").flatMap((part, position) => (position === 0 ? [part] : ["_", element("wbr", {}), part]));

const result = (check: DefinedCheck): HTMLElement =>
  (check.result === "broken" ? html`<b class="bad">${t`✗ ${count(check.bad_rows, "row")} found:`}</b>` : html`<span class="good">${t`✓ kept:`}</span>`);

/** Checks that read several tables: what each would find. */
function acrossTables(context: Context, checks: Table<DefinedCheck>): Element[] {
  const rows = checks.rows.filter((check) => !check.subject.includes(".")).sort((a, b) => d3.ascending(a.subject, b.subject));
  if (rows.length === 0) return [];
  return [
    ...heading(t`Checks across tables`, t`Sums that must agree and rows that must not be there: what each of them looks for.`),
    card(context, { title: t`${integer(rows.length)} checks across tables`, sources: [checks], span: 12 },
      dataTable(rows, [
        { label: t`Looks for`, value: (check) => sentence(check.title), isRowHeader: true },
        { label: t`Found`, value: (check) => (check.result === "kept" ? t`nothing` : count(check.bad_rows, "row")), number: (check) => check.bad_rows },
        { label: t`File`, value: (check) => html`<code>${check.path}</code>` },
      ], { caption: t`Checks across tables` })),
  ];
}
