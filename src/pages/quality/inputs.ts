import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { count, integer, percent, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { InputFile, Refusal, RefusalRule, Trust } from "./rows.js";
import { addedMessage, anchored, fieldName, fieldTitle, inOneLine, lowerFirst, ruleRemedy, ruleTitle, upperFirst } from "./words.js";

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

const path = (text: string) => html`<span class="path" translate="no">${text}</span>`;
/** Where an analyst finds a refusal: field, and the number of the first row. */
const place = (refusal: Pick<Refusal, "field" | "first_row">) => t`${fieldTitle(refusal.field)}, first in row ${integer(refusal.first_row)}`;

function filesTitle(row: Trust, files: number, touched: number): string {
  if (touched === 0) return t`All ${count(row.rows_read, "row")} of ${count(files, "input file")} were accepted`;
  return t`${percent(row.accepted_rate)} of ${count(row.rows_read, "row")} accepted; ${integer(row.rows_quarantined)} refused, in ${integer(touched)} of ${count(files, "input file")}`;
}

function filesRead(context: Context, files: Table<InputFile>, refusals: Table<Refusal>, row: Trust): Element {
  const touched = files.rows.filter((file) => file.rows_quarantined > 0).length;
  const reason = (file: InputFile) => refusals.rows.find((refusal) => refusal.refused === "row" && refusal.file === file.file && refusal.entity === file.entity);
  return anchored("files", card(context, {
    title: filesTitle(row, files.rows.length, touched),
    subtitle: t`Files by rows lost; a file that is read as several tables counts once for each`, sources: [files, refusals], span: 12,
  },
    html`<div class="wide">${dataTable(files.rows, [
      { label: t`File`, value: (file) => html`<span>${path(file.file)}<small>${words(file.entity)}</small></span>`, isRowHeader: true },
      { label: t`Rows read`, value: (file) => integer(file.rows_read), align: "right" },
      { label: t`Accepted`, value: (file) => integer(file.rows_accepted), align: "right" },
      { label: t`Refused`, value: (file) => integer(file.rows_quarantined), align: "right" },
      { label: t`Accepted share`, value: (file) => percent(file.accepted_rate), align: "right" },
      { label: t`Values taken out`, value: (file) => integer(file.values_quarantined), align: "right" },
      { label: t`Most frequent reason`, value: (file) => {
        const first = reason(file);
        return first ? html`<span>${ruleTitle(first.rule)}<small>${place(first)}</small></span>` : null;
      } },
    ], { caption: t`Input files`, empty: t`No file was read.`, first: 6, noun: "input file" })}</div>`,
    touched > 0 ? everyReason(files.rows, refusals.rows) : null));
}

/** For whoever corrects a file: each reason with the number of its first row. */
function everyReason(files: InputFile[], refusals: Refusal[]): Element {
  const rows = files.flatMap((file) => refusals.filter((refusal) => refusal.refused === "row" && refusal.file === file.file && refusal.entity === file.entity));
  return disclosure(t`Every reason, file by file`, { detail: t`with the number of the first row` },
    html`<div class="mid">${dataTable(rows, [
      { label: t`File`, value: (refusal) => html`<span>${path(refusal.file)}<small>${words(refusal.entity)}</small></span>`, isRowHeader: true },
      { label: t`Field`, value: (refusal) => fieldTitle(refusal.field) },
      { label: t`Rows`, value: (refusal) => integer(refusal.cases), align: "right" },
      { label: t`First row`, value: (refusal) => integer(refusal.first_row), align: "right" },
      { label: t`What is wrong in the first`, value: ({ rule, message }) => (rule === "not_after" ? words(message) : upperFirst(phrase(message))) },
    ], { caption: t`Reasons of refused rows by file and field` })}</div>`,
    note(t`The refused rows stand in the table quarantine.rows of the run's warehouse as the files had them, their reasons in quarantine.rules.`));
}

function reasons(context: Context, rules: Table<RefusalRule>): Element {
  const rows = rules.rows.filter((rule) => rule.refused === "row");
  const [first] = rows;
  return anchored("reasons", card(context, {
    title: t`Most frequent reason for a refusal: ${lowerFirst(ruleTitle(first!.rule))} (${count(first!.cases, "row")})`,
    subtitle: t`Rows by the rule that they broke; a row that breaks several counts under each`, sources: [rules], span: 12,
  },
    html`<div class="mid">${rankedBars(rows, {
      caption: t`Refused rows by reason`, groupTitle: t`Reason`, figureTitle: t`Rows`,
      label: (rule) => html`<span>${ruleTitle(rule.rule)}<small>${ruleRemedy(rule.rule)}</small></span>`,
      figure: { value: (rule) => rule.cases, text: (rule) => integer(rule.cases) },
      further: [
        { label: t`Most of them`, value: (rule) => html`<span>${path(rule.file)}<small>${t`${count(rule.place_cases, "row")}: ${place(rule)}`}</small></span>` },
        { label: t`Input files`, value: (rule) => integer(rule.files), align: "right" },
      ],
      first: 6, noun: "reason",
    })}</div>`));
}

function values(context: Context, refusals: Table<Refusal>, row: Trust): Element {
  const rows = refusals.rows.filter((refusal) => refusal.refused === "value").sort((a, b) => b.cases - a.cases);
  const [first] = rows;
  return anchored("values", card(context, {
    title: t`${count(row.values_quarantined, "wrong value")} taken out of accepted rows, most often: ${fieldName(first!.field)}`,
    subtitle: t`A wrong value in what describes a customer does not cost its orders: the value is left out, the row counts`, sources: [refusals], span: 12,
  },
    html`<div class="mid">${dataTable(rows, [
      { label: t`Field`, value: (refusal) => html`<span>${fieldTitle(refusal.field)}<small>${words(refusal.entity)}</small></span>`, isRowHeader: true },
      { label: t`Values`, value: (refusal) => integer(refusal.cases), align: "right" },
      { label: t`What is wrong`, value: (refusal) => html`<span>${ruleTitle(refusal.rule)}<small>${inOneLine([addedMessage(refusal.rule, refusal.message), ruleRemedy(refusal.rule)])}</small></span>` },
      { label: t`File`, value: (refusal) => html`<span>${path(refusal.file)}<small>${t`first in row ${integer(refusal.first_row)}`}</small></span>` },
    ], { caption: t`Values taken out of accepted rows`, first: 5, noun: "fault" })}</div>`));
}
