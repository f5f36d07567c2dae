import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { count, integer, percent, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { InputFile, Refusal, RefusalRule, Trust } from "./rows.js";
import { addedMessage, anchored, fieldName, fieldTitle, lowerFirst, ruleRemedy, ruleTitle, upperFirst } from "./words.js";

/** What was read from which file, what was refused, and why. */
export function inputs(context: Context, row: Trust): Element[] {
  const files = context.read<InputFile>("quality_input_files");
  const refusals = context.read<Refusal>("quality_refusals");
  const rules = context.read<RefusalRule>("quality_refusal_rules");
  return [
    filesRead(context, files, refusals, row),
    ...(rules.rows.some((rule) => rule.refused === "row") ? [reasons(context, rules)] : []),
    ...(rules.rows.some((rule) => rule.refused === "value") ? [values(context, refusals, row)] : []),
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
    html`<div class="wide">${dataTable(files.rows, [
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
    ], { caption: "Input files", empty: "No file was read." })}</div>`,
    touched > 0 ? everyReason(files.rows, refusals.rows) : null));
}

/** For whoever mends a file: each reason with the number of its first row. */
function everyReason(files: InputFile[], refusals: Refusal[]): Element {
  const rows = files.flatMap((file) => refusals.filter((refusal) => refusal.refused === "row" && refusal.file === file.file && refusal.entity === file.entity));
  return disclosure("Every reason, file by file", { detail: "with the number of the first row" },
    html`<div class="mid">${dataTable(rows, [
      { label: "File", value: (refusal) => html`<span>${path(refusal.file)}<small>${words(refusal.entity)}</small></span>`, isRowHeader: true },
      { label: "Field", value: (refusal) => fieldTitle(refusal.field) },
      { label: "Rows", value: (refusal) => integer(refusal.cases), align: "right" },
      { label: "First row", value: (refusal) => integer(refusal.first_row), align: "right" },
      { label: "What is wrong in the first", value: (refusal) => upperFirst(refusal.message) },
    ], { caption: "Reasons of refused rows by file and field" })}</div>`,
    note("The refused rows stand in the table quarantine.rows of the run's warehouse as the files had them, their reasons in quarantine.rules."));
}

function reasons(context: Context, rules: Table<RefusalRule>): Element {
  const rows = rules.rows.filter((rule) => rule.refused === "row");
  const [first] = rows;
  return anchored("reasons", card(context, {
    title: `Most frequent reason for a refusal: ${lowerFirst(ruleTitle(first!.rule))} (${count(first!.cases, "row")})`,
    subtitle: "Rows by the rule that they broke; a row that breaks several counts under each", sources: [rules], span: 12,
  },
    html`<div class="mid">${rankedBars(rows, {
      caption: "Refused rows by reason", groupTitle: "Reason", figureTitle: "Rows",
      label: (rule) => html`<span>${ruleTitle(rule.rule)}<small>${ruleRemedy(rule.rule)}</small></span>`,
      figure: { value: (rule) => rule.cases, text: (rule) => integer(rule.cases) },
      further: [
        { label: "Most of them", value: (rule) => html`<span>${path(rule.file)}<small>${count(rule.place_cases, "row")}: ${place(rule)}</small></span>` },
        { label: "Files", value: (rule) => integer(rule.files), align: "right" },
      ],
    })}</div>`));
}

function values(context: Context, refusals: Table<Refusal>, row: Trust): Element {
  const rows = refusals.rows.filter((refusal) => refusal.refused === "value").sort((a, b) => b.cases - a.cases);
  const [first] = rows;
  return anchored("values", card(context, {
    title: `${count(row.values_quarantined, "value")} ${row.values_quarantined === 1 ? "was" : "were"} taken out of rows that were kept, most often ${fieldName(first!.field)}`,
    subtitle: "What describes a customer may be wrong without costing its orders: the value is left out, the row counts", sources: [refusals], span: 12,
  },
    html`<div class="mid">${dataTable(rows, [
      { label: "Field", value: (refusal) => html`<span>${fieldTitle(refusal.field)}<small>${words(refusal.entity)}</small></span>`, isRowHeader: true },
      { label: "Values", value: (refusal) => integer(refusal.cases), align: "right" },
      { label: "What is wrong", value: (refusal) => html`<span>${ruleTitle(refusal.rule)}<small>${addedMessage(refusal.rule, refusal.message)} ${ruleRemedy(refusal.rule)}.</small></span>` },
      { label: "File", value: (refusal) => html`<span>${path(refusal.file)}<small>first in row ${integer(refusal.first_row)}</small></span>` },
    ], { caption: "Values taken out of accepted rows" })}</div>`));
}
