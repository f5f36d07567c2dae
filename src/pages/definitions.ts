import * as d3 from "d3";
import { html } from "htl";
import { card, provenance } from "../components/card.js";
import { dataTable } from "../components/dataTable.js";
import { disclosure } from "../components/disclosure.js";
import { heading } from "../components/heading.js";
import { element } from "../lib/element.js";
import { count, day, integer, sentence, words } from "../lib/format.js";
import { language, languages, msg, phrase, t } from "../lib/language.js";
import type { Context, ExportFacts, Page, Table } from "../lib/page.js";
import { anchorTo, commas } from "./definedColumns.js";

interface DefinedModel { schema_name: "staging" | "marts"; model: string; subject: string; path: string; grain: string; notes: string; body_line: number; row_count: number }
interface DefinedColumn { column_name: string }
interface DefinedCheck { subject: string; title: string; path: string; line: number; bad_rows: number; result: "kept" | "broken" }
interface DefinedInput { schema_name: string; model: string; entity: string; rows_accepted: number; last_date: string | null }

/** What is said of a table besides its own text. */
interface About { checks: DefinedCheck[]; inputs: DefinedInput[]; contact: string | undefined; run: string }

export const definitions: Page = {
  path: "definitions",
  title: msg("Definitions"),
  question: msg("What does each number mean, in which unit, and which file computes it?"),
  render(context) {
    const models = context.read<DefinedModel>("definitions_models");
    const columns = context.read<DefinedColumn>("definitions_columns");
    const checks = context.read<DefinedCheck>("quality_checks");
    const inputs = context.read<DefinedInput>("definitions_inputs");
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
            checks: checksOf.get(name) ?? [], inputs: inputsOf.get(name) ?? [],
            contact: context.contacts[model.subject] ?? context.contacts.default, run: context.run,
          });
        })}</section>`,
      ]),
      html`<h2 id="exports">${t`What the pages pick from them`}</h2>`,
      html`<section class="card definitions" aria-label=${t`What the pages pick from them`}>${d3.sort(context.exports, ({ subject }) => subject, ({ name }) => name).map((table) => pick(table, context.run))}</section>`,
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
  const names = new Set(columns.map((column) => column.column_name));
  return html`<nav class="card contents" aria-label=${t`Index of tables and columns`}>
    <p>${t`${count(tables, "table")} by subject. A card of a page names the tables that it shows; what they mean opens below.`}</p>
    <dl>${subjects.map(([subject, models]) => element("div", {},
      element("dt", {}, anchorTo(`subject-${subject}`, subjectTitle(subject).split(/[:：]/)[0]!)),
      element("dd", {}, ...commas(models.map((model) => anchorTo(model.model, model.model))))))}</dl>
    ${disclosure(t`Every column, from A to Z`, { id: "columns", detail: t`${count(names.size, "name")} of numbers and attributes, each with the tables that have it` }, element("div", { class: "column-index" }))}
  </nav>`;
}

/** A table: closed, its name and what a row is; open, its notes, columns, checks and file. */
function definition(model: DefinedModel, { checks, inputs, contact, run }: About): HTMLElement {
  return disclosure(element("h3", {}, model.model), { id: model.model, detail: phrase(model.grain) },
    element("p", { class: "definition-file" }, element("code", {}, model.path), " ", t`makes ${`${model.schema_name}.${model.model}`}: ${count(model.row_count, "row")} in this run`),
    model.notes ? element("p", {}, phrase(model.notes)) : null,
    // Columns are three quarters of all that is said here: the script brings those of a table that is opened.
    element("div", { class: "definition-columns", "data-table": model.model }),
    source(t`Formula: ${model.path.split("/").at(-1)!} from line ${model.body_line}`, model.model, sourceFile(run, model.schema_name, model.model)),
    inputs.length > 0 ? element("p", { class: "definition-inputs" }, element("b", {}, t`Inputs`), " ", ...commas(inputs.map(input))) : null,
    checks.length > 0 ? element("div", { class: "definition-checks" }, element("h4", {}, t`Checks`), element("ul", {}, ...checks.map((check) =>
      element("li", {}, result(check), " ", sentence(check.title), " ", element("small", {}, t`line ${check.line}`))))) : null,
    contact ? element("p", { class: "definition-contact" }, element("b", {}, t`Whom to ask`), " ", element("span", { translate: "no" }, contact)) : null);
}

const input = ({ entity, rows_accepted: rows, last_date: last }: DefinedInput): string =>
  (last ? t`${entity} (${count(rows, "row")}, newest of ${day(last)})` : t`${entity} (${count(rows, "row")})`);

/** What a page picks: the export, and the tables whose formulas it shows. */
function pick({ name, path, grain, marts }: ExportFacts, run: string): HTMLElement {
  const from = marts.length === 0 ? [t`reads the record of the run`]
    : [t`picks from`, " ", ...commas(marts.map((mart) => element("a", { class: "definition-mart", href: `#${mart.name}` }, mart.name)))];
  return disclosure(element("h3", {}, name), { id: name, detail: phrase(grain) },
    element("p", { class: "definition-file" }, element("code", {}, path), " ", ...from),
    source(t`What it picks`, name, sourceFile(run, "exports", name)));
}

/** A file's text stands beside the pages, of whose weight it would be half: the script shows it in place, without one the link opens it. */
const source = (title: string, name: string, address: string): HTMLElement => element("details", { class: "sql" },
  element("summary", {}, title),
  element("p", {}, element("a", { href: `${languages[language()].folder === "" ? "./" : "../"}${address}` }, t`Source of ${name}`)));

/** Where the text of a table's file stands, from the root of the site. */
const sourceFile = (run: string, schema: string, table: string): string => `data/${run}/sources/${schema}/${table}.txt`;

const result = (check: DefinedCheck): HTMLElement =>
  (check.result === "broken" ? element("b", { class: "bad" }, t`✗ ${count(check.bad_rows, "row")} found:`) : element("span", { class: "good" }, t`✓ kept:`));

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
