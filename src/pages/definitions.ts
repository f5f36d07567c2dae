import * as d3 from "d3";
import { html } from "htl";
import { provenance } from "../components/card.js";
import { dataTable } from "../components/dataTable.js";
import { heading } from "../components/heading.js";
import { count, words } from "../lib/format.js";
import type { Page } from "../lib/page.js";

interface DefinedModel { schema_name: string; model: string; subject: string; path: string; grain: string; notes: string; row_count: number }
interface DefinedColumn { schema_name: string; model: string; column_name: string; column_type: string; meaning: string; unit: string | null }

export const definitions: Page = {
  path: "definitions",
  title: "Definitions",
  question: "What does each number mean, in which unit, and which file computes it?",
  render(context) {
    const models = context.read<DefinedModel>("definitions_models");
    const columns = context.read<DefinedColumn>("definitions_columns");
    const columnsOf = d3.group(columns.rows, (column) => `${column.schema_name}.${column.model}`);
    const subjects = d3.group(models.rows, (model) => (model.schema_name === "staging" ? "staging" : model.subject));
    return [
      contents([...subjects]),
      ...[...subjects].flatMap(([subject, group]) => [
        ...heading(subjectTitle(subject)),
        ...group.map((model) => definition(model, columnsOf.get(`${model.schema_name}.${model.model}`) ?? [])),
      ]),
      html`<div>${provenance(context, [models, columns])}</div>`,
    ];
  },
};

const subjectTitle = (subject: string) => (subject === "staging" ? "Staging: the inputs, cleaned" : subject === "core" ? "Core: what all marts build on" : words(subject));

function contents(subjects: [string, DefinedModel[]][]): HTMLElement {
  return html`<nav class="card contents" aria-label="Tables by subject"><dl>${subjects.map(([subject, models]) => html.fragment`<div>
    <dt>${subjectTitle(subject)}</dt>
    <dd>${models.map((model, index) => html.fragment`${index > 0 ? ", " : ""}<a href=${`#${model.model}`}>${model.model}</a>`)}</dd>
  </div>`)}</dl></nav>`;
}

function definition(model: DefinedModel, columns: DefinedColumn[]): HTMLElement {
  return html`<section class="card definition" id=${model.model}>
    <header><h3>${model.schema_name}.${model.model}</h3>
    <p class="subtitle">${model.grain} ${model.notes}</p></header>
    ${dataTable(columns, [
      { label: "Column", value: (column) => html`<code>${column.column_name}</code>`, isRowHeader: true },
      { label: "Meaning", value: (column) => column.meaning },
      { label: "Unit", value: (column) => column.unit },
      { label: "Type", value: (column) => column.column_type.toLowerCase() },
    ], { caption: `Columns of ${model.model}` })}
    <footer class="provenance">Computed by <code>${model.path}</code> · ${count(model.row_count, "row")} in this run</footer>
  </section>`;
}
