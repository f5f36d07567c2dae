import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { count, integer, percent, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { InputFile, Refusal, RefusalRule, Trust } from "./rows.js";
import { anchored, fieldTitle, ruleRemedy, ruleTitle } from "./words.js";

/** What was read from which file, what was refused, and why. */
export function inputs(context: Context, row: Trust): Element[] {
  const files = context.read<InputFile>("quality_input_files");
  const refusals = context.read<Refusal>("quality_refusals");
  const rules = context.read<RefusalRule>("quality_refusal_rules");
  return [
    filesRead(context, files, refusals, row),
    ...(refusals.rows.some((refusal) => refusal.refused === "row") ? [reasons(context, rules), reasonsByFile(context, files, refusals)] : []),
    ...(refusals.rows.some((refusal) => refusal.refused === "value") ? [values(context, refusals, row)] : []),
  ];
}

const path = (text: string) => html`<span class="path">${text}</span>`;
/** Where an analyst finds a refusal: field, and the number of the first row. */
const place = (refusal: Pick<Refusal, "field" | "first_row">) => `${fieldTitle(refusal.field)}, first in row ${integer(refusal.first_row)}`;

function filesRead(context: Context, files: Table<InputFile>, refusals: Table<Refusal>, row: Trust): Element {
  const touched = files.rows.filter((file) => file.rows_quarantined > 0).length;
  const reason = (file: InputFile) => refusals.rows.find((refusal) => refusal.refused === "row" && refusal.file === file.file && refusal.entity === file.entity);
  return anchored("files", card(context, {
    title: touched === 0 ? `All ${count(row.rows_read, "row")} of ${count(files.rows.length, "file")} were accepted`
      : `${count(row.rows_quarantined, "row")} of ${integer(row.rows_read)} ${row.rows_quarantined === 1 ? "was" : "were"} refused, in ${integer(touched)} of ${count(files.rows.length, "file")}`,
    subtitle: "Every row read is either accepted or refused and kept in quarantine; a file that is read as several tables counts once for each", sources: [files, refusals], span: 12,
  },
    dataTable(files.rows, [
      { label: "File", value: (file) => html`<span>${path(file.file)}<small>${words(file.entity)}</small></span>`, isRowHeader: true },
      { label: "Rows read", value: (file) => integer(file.rows_read), align: "right" },
      { label: "Accepted", value: (file) => integer(file.rows_accepted), align: "right" },
      { label: "Refused", value: (file) => integer(file.rows_quarantined), align: "right" },
      { label: "Accepted share", value: (file) => percent(file.accepted_rate), align: "right" },
      { label: "Values taken out", value: (file) => integer(file.values_quarantined), align: "right" },
      { label: "Most frequent reason", value: (file) => {
        const first = reason(file);
        return first ? html`<span>${ruleTitle(first.rule)}<small>${place(first)}</small></span>` : null;
      } },
    ], { caption: "Input files", empty: "No file was read." })));
}

function reasons(context: Context, rules: Table<RefusalRule>): Element {
  const rows = rules.rows.filter((rule) => rule.refused === "row");
  const [first] = rows;
  return anchored("reasons", card(context, {
    title: `Why rows were refused: ${ruleTitle(first!.rule).toLowerCase()} leads with ${count(first!.cases, "row")}`,
    subtitle: "Rows by the rule that they broke; a row may break several", sources: [rules], span: 12,
  },
    rankedBars(rows, {
      caption: "Refused rows by reason", groupTitle: "Reason", figureTitle: "Rows",
      label: (rule) => ruleTitle(rule.rule),
      figure: { value: (rule) => rule.cases, text: (rule) => integer(rule.cases) },
      further: [
        { label: "What to do", value: (rule) => ruleRemedy(rule.rule) },
        { label: "Most of them", value: (rule) => html`<span>${path(rule.file)}: ${integer(rule.place_cases)}<small>${place(rule)}</small></span>` },
        { label: "Files", value: (rule) => integer(rule.files), align: "right" },
      ],
    })));
}

function reasonsByFile(context: Context, files: Table<InputFile>, refusals: Table<Refusal>): Element {
  const touched = files.rows.filter((file) => file.rows_quarantined > 0);
  return card(context, {
    title: "Every reason, file by file", subtitle: "With the number of the first row, for whoever mends the file", sources: [refusals, files], span: 12,
  },
    html`<div>${touched.map((file) => disclosure(path(file.file), { detail: `${words(file.entity)} · ${count(file.rows_quarantined, "row")} refused` },
      dataTable(refusals.rows.filter((refusal) => refusal.refused === "row" && refusal.file === file.file && refusal.entity === file.entity), [
        { label: "Field", value: (refusal) => fieldTitle(refusal.field), isRowHeader: true },
        { label: "Rows", value: (refusal) => integer(refusal.cases), align: "right" },
        { label: "First row", value: (refusal) => integer(refusal.first_row), align: "right" },
        { label: "What is wrong in the first", value: (refusal) => words(refusal.message) },
      ], { caption: `Reasons why rows of ${file.file} were refused as ${words(file.entity).toLowerCase()}` })))}</div>`,
    note("The refused rows stand in the table quarantine.rows of the run's warehouse as the file had them, with their reasons in quarantine.rules."));
}

function values(context: Context, refusals: Table<Refusal>, row: Trust): Element {
  const rows = refusals.rows.filter((refusal) => refusal.refused === "value").sort((a, b) => b.cases - a.cases);
  const [first] = rows;
  return anchored("values", card(context, {
    title: `${count(row.values_quarantined, "value")} ${row.values_quarantined === 1 ? "was" : "were"} taken out of rows that were kept, most often ${fieldTitle(first!.field).toLowerCase()}`,
    subtitle: "What describes a customer may be wrong without costing its orders: the value is left out, the row counts", sources: [refusals], span: 12,
  },
    dataTable(rows, [
      { label: "Field", value: (refusal) => html`<span>${fieldTitle(refusal.field)}<small>${words(refusal.entity)}</small></span>`, isRowHeader: true },
      { label: "Values", value: (refusal) => integer(refusal.cases), align: "right" },
      { label: "What is wrong", value: (refusal) => html`<span>${ruleTitle(refusal.rule)}<small>${words(refusal.message)}</small></span>` },
      { label: "What to do", value: (refusal) => ruleRemedy(refusal.rule) },
      { label: "File", value: (refusal) => html`<span>${path(refusal.file)}<small>first in row ${integer(refusal.first_row)}</small></span>` },
    ], { caption: "Values taken out of accepted rows" })));
}
