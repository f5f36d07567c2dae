import { html } from "htl";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { stackedBar } from "../../components/stackedBar.js";
import { count, decimal1, integer, list, percent0, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import type { AgeBand, Duplicate, Field, FileError, PoorFile, Trust } from "./rows.js";
import { addedMessage, anchored, fieldName, fieldTitle, fileError, inOneLine, joined, lowerFirst, ruleRemedy, ruleTitle, upperFirst } from "./words.js";

/** A field, and what it holds where its name does not say it. */
const fieldWithMeaning = (field: Field) =>
  html`<span>${fieldTitle(field.field)}${phrase(field.meaning).toLowerCase() === fieldName(field.field) ? null : html`<small>${phrase(field.meaning)}</small>`}</span>`;

/** The fields that are supplied, the costliest first; those that are not, apart. */
export function fields(context: Context, row: Trust): Element[] {
  const table = context.read<Field>("quality_fields");
  const supplied = table.rows.filter((field) => field.reason !== "not supplied");
  const missing = table.rows.filter((field) => field.reason === "not supplied");
  const [worst] = supplied.filter((field) => (field.faulty_customers ?? 0) > 0);
  const optional = supplied.filter((field) => !field.is_wanted).map((field) => fieldName(field.field));
  return [
    anchored("fields", card(context, {
      title: worst ? t`${fieldTitle(worst.field)} costs the score most: missing or wrong in ${integer(worst.faulty_customers)} of ${count(worst.customers, "customer file")}` : t`Every supplied field is filled and right`,
      subtitle: t`Share of the files for which a field matters, and points it costs the score of all files`, sources: [table], span: missing.length > 0 ? 7 : 12,
    },
      html`<div class="groups">${dataTable(supplied, [
        { label: t`Field`, value: fieldWithMeaning, isRowHeader: true },
        { label: t`Filled`, value: (field) => percent0(field.completeness_rate), align: "right", bar: (field) => field.completeness_rate },
        { label: t`Right`, value: (field) => percent0(field.accuracy_rate), align: "right" },
        { label: t`Files to fix`, value: (field) => groupLink(t`${integer(field.faulty_customers)} of ${integer(field.customers)}`, { faulty_field: field.field }, field.faulty_customers), align: "right" },
        { label: t`Points lost`, value: (field) => decimal1(field.lost_points), align: "right" },
      ], { caption: t`Completeness and accuracy by field`, empty: t`No field that matters is supplied.`, noun: "field", first: 8 })}</div>`,
      optional.length > 0 ? note(t`${upperFirst(list(optional))} may be empty, but must be right where given.`) : null)),
    ...(missing.length > 0 ? [anchored("not-supplied", card(context, {
      title: missing.length === 1 ? t`One field of ${integer(row.wanted_fields)} that matter is not supplied` : t`${count(missing.length, "field")} of ${integer(row.wanted_fields)} that matter are not supplied`,
      subtitle: t`The score cannot see them. Map them under entities.customers in project.yaml, or say in settings.quality that they do not matter`, sources: [table], span: 5,
    },
      html`<div class="names">${dataTable(missing, [
        { label: t`Field`, value: fieldWithMeaning, isRowHeader: true },
        { label: t`Customers`, value: (field) => integer(field.customers), align: "right" },
      ], { caption: t`Fields that matter and are not supplied`, noun: "field", first: Math.max(3, Math.min(8, supplied.length)) })}</div>`))] : []),
  ];
}

/** Cards that stand in two columns, each with about its height in pixels. */
export interface Item { element: HTMLElement; height: number }

/** About how high a card with a list stands, in pixels: one that is folded has a line to open it, and a search. */
export const listHeight = (rows: number, first: number, rowHeight = 46) => (rows > first + 2 ? 290 + rowHeight * first : 190 + rowHeight * rows);

/** Kinds of wrong values that stand open. */
const ERRORS = 6;

/** Values that contradict their contract, each other, or the other files. */
export function errors(context: Context, row: Trust): Item {
  const table = context.read<FileError>("quality_errors");
  const [first] = table.rows.filter((error) => !error.is_suspect);
  const done = (error: FileError) => (error.is_refused ? t`Taken out` : error.is_suspect ? t`Not counted as wrong` : t`Kept`);
  return { height: listHeight(table.rows.length, ERRORS, 55), element: anchored("errors", card(context, {
    title: first ? t`Most frequent fault: ${lowerFirst(ruleTitle(first.rule))} (${fieldName(first.field)}, ${count(first.customers, "customer")})` : t`No value of the customer file is known to be wrong`,
    subtitle: t`Values that cannot be right, or contradict the as-of date, each other, the orders or other files`, sources: [table],
  },
    dataTable(table.rows, [
      { label: t`Field`, value: (error) => fieldTitle(error.field), isRowHeader: true },
      { label: t`Customers`, value: (error) => groupLink(integer(error.customers), { file_error: fileError(error) }, error.customers), align: "right" },
      { label: t`What is wrong`, value: (error) => html`<span>${ruleTitle(error.rule)}<small>${inOneLine([addedMessage(error.rule, error.message), done(error), ruleRemedy(error.rule)])}</small></span>` },
    ], { caption: t`Wrong values by field and rule`, empty: t`Every value is in its expected form and contradicts no other.`, first: ERRORS, noun: "fault" }),
    row.is_region_supplied && row.listed_regions === 0 ? note(t`Sales regions are not checked: settings.quality.regions lists none, so any name counts as right.`) : null)) };
}

/** How long ago the files were confirmed or their customers heard from. */
export function ages(context: Context, row: Trust): Item {
  const table = context.read<AgeBand>("quality_file_ages");
  return { height: row.judged_customers ? 230 + 46 * table.rows.length : 200, element: anchored("ages", card(context, {
    title: agesTitle(table.rows, row),
    subtitle: t`Days since a file was confirmed or its customer heard from (order, contact, service request, answer), or else since it was opened`, sources: [table],
  },
    ...(row.judged_customers ? ageChart(table.rows, row)
      : [note(t`This needs a date for each file, customers.confirmed_date or customers.last_deal_date, or what the customer did: orders, interactions, tickets, surveys.`)]))) };
}

function agesTitle(bands: AgeBand[], row: Trust): string {
  const limit = count(row.freshness_limit_days, "day");
  if (!row.judged_customers) return t`How fresh the files are is not known: they have no dates`;
  if (row.stale_customers === 0) return t`No file is older than ${limit}`;
  return bands.some((band) => band.from_days === null && band.customers > 0)
    ? t`${integer(row.stale_customers)} of ${count(row.judged_customers, "customer file")} older than ${limit} or without a date`
    : t`${integer(row.stale_customers)} of ${count(row.judged_customers, "customer file")} older than ${limit}`;
}

function ageChart(bands: AgeBand[], row: Trust): (Element | null)[] {
  const never = bands.find((band) => band.from_days === null)?.customers ?? 0;
  return [
    stackedBar([
      { name: t`Fresh`, value: row.fresh_customers ?? 0, tone: "good", text: integer(row.fresh_customers) },
      { name: never > 0 ? t`Stale or without a date` : t`Stale`, value: row.stale_customers ?? 0, tone: "warn", text: integer(row.stale_customers) },
    ], { label: t`Customer files by freshness` }),
    rankedBars(bands.filter((band) => band.from_days !== null || band.customers > 0), {
      caption: t`Customer files by age`, groupTitle: t`Age of the file`, figureTitle: t`Files`,
      label: (band) => groupLink(words(band.file_age), { file_age: band.file_age }, band.customers),
      figure: { value: (band) => band.customers, text: (band) => integer(band.customers) },
      further: [
        { label: t`Share`, value: (band) => percent0(band.customers_share), align: "right" },
        { label: t`State`, value: (band) => (band.is_fresh ? t`fresh` : t`stale`) },
      ],
    }),
    never > 0 ? note(t`Files without any date count as stale: nobody knows that they are still right.`) : null,
  ];
}

const fieldList = (fields: string | null) => (fields === null ? null : joined(fields.split(", ").map(fieldName)));

/** Poor files of the customers that bring most. */
export function poorFiles(context: Context, row: Trust): Element {
  const table = context.read<PoorFile>("quality_poor_files");
  const days = integer(context.windowDays);
  const limit = integer(row.poor_score);
  return anchored("poor", card(context, {
    title: !row.poor_files ? t`No file scores below ${limit} of 100` : t`${integer(row.poor_files)} of ${count(row.customers, "customer file")} are poor: below ${limit} of 100`,
    subtitle: !row.poor_files ? undefined
      : table.rows.length < row.poor_files ? t`Fix these first: the ${integer(table.rows.length)} customers among them with most revenue in the last ${days} days` : t`Customers by revenue in the last ${days} days`,
    sources: [table], span: 12,
  },
    table.rows.length === 0 ? null : html`<div class="poor-files">${dataTable(table.rows, [
      { label: t`Customer`, value: (file) => html`<span>${customerLink(file.label, file.customer_key)}<small>${words(file.kind)}</small></span>`, isRowHeader: true },
      { label: t`Score`, value: (file) => integer(file.score), align: "right" },
      { label: t`Revenue`, value: (file) => context.money(file.revenue), align: "right" },
      { label: t`Age in days`, value: (file) => integer(file.age_days), align: "right" },
      { label: t`Missing`, value: (file) => fieldList(file.missing_fields) },
      { label: t`Wrong`, value: (file) => fieldList(file.wrong_fields) },
      { label: t`Account manager`, value: (file) => (file.owner === null ? null : html`<span translate="no">${file.owner}</span>`) },
    ], { first: 5, caption: t`Poor customer files, by revenue`, noun: "customer" })}</div>`,
    row.poor_files ? html`<p class="note">${groupLink(row.poor_files === 1 ? t`Show it` : t`Show all ${integer(row.poor_files)}`, { file_state: "poor" }, row.poor_files)}</p>` : null));
}

/** Files that likely belong to one customer. */
export function duplicates(context: Context, row: Trust): Item {
  const table = context.read<Duplicate>("quality_duplicates");
  const found = row.likely_duplicates;
  const all = count(found, "customer");
  return { height: found ? listHeight(table.rows.length, 5, 62) : 160, element: anchored("duplicates", card(context, {
    title: found === null ? t`Duplicates cannot be looked for` : found === 0 ? t`No customer seems to have two files` : found === 1 ? t`One customer likely has a second file` : t`${all} likely have a second file`,
    subtitle: found === null ? undefined
      : table.rows.length < found ? t`Same name, and the same telephone number or e-mail address; the ${integer(table.rows.length)} with most revenue` : t`Same name, and the same telephone number or e-mail address`,
    sources: [table],
  },
    found === null ? note(t`This needs telephone numbers or e-mail addresses: map customers.phone or customers.email in project.yaml.`)
      : found === 0 ? null : dataTable(table.rows, [
        { label: t`Customer`, value: (twin) => html`<span>${customerLink(twin.label, twin.customer_key)}<small>${words(twin.kind)}${twin.owner === null ? null : html` · <span translate="no">${twin.owner}</span>`}</small></span>`, isRowHeader: true },
        { label: t`Likely the same as`, value: (twin) => customerLink(twin.original_label, twin.original_key) },
        { label: t`Revenue of both`, value: (twin) => context.money(twin.revenue), align: "right" },
        { label: t`Besides the name, the same`, value: (twin) => phrase(twin.matched_by) },
      ], { first: 5, caption: t`Likely duplicates, by the revenue of both`, noun: "customer" }),
    found ? html`<p class="note">${t`If both files are of one customer, name the file that remains in customers.merged_into of the other.`} ${groupLink(found === 1 ? t`Show it` : t`Show all ${integer(found)}`, { file_error: fileError({ field: "name", rule: "likely_duplicate" }) }, found)}</p>` : null)) };
}
