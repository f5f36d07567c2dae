import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { stackedBar } from "../../components/stackedBar.js";
import { count, decimal1, integer, list, percent0, words } from "../../lib/format.js";
import type { Context } from "../../lib/page.js";
import type { AgeBand, Duplicate, Field, FileError, PoorFile, Trust } from "./rows.js";
import { addedMessage, anchored, fieldName, fieldTitle, lowerFirst, ruleRemedy, ruleTitle, upperFirst } from "./words.js";

/** A field, and what it holds where its name does not say it. */
const fieldWithMeaning = (field: Field) =>
  html`<span>${fieldTitle(field.field)}${field.meaning.toLowerCase() === fieldName(field.field) ? null : html`<small>${field.meaning}</small>`}</span>`;

/** The fields that are supplied, the costliest first; those that are not, apart. */
export function fields(context: Context, row: Trust): Element[] {
  const table = context.read<Field>("quality_fields");
  const supplied = table.rows.filter((field) => field.reason !== "not supplied");
  const missing = table.rows.filter((field) => field.reason === "not supplied");
  const [worst] = supplied.filter((field) => (field.faulty_customers ?? 0) > 0);
  return [
    anchored("fields", card(context, {
      title: worst ? `${fieldTitle(worst.field)} is the field to fill: ${integer(worst.faulty_customers)} of ${count(worst.customers, "file")} lack it or have it wrong` : "Every supplied field is filled and right",
      subtitle: "Share of the files for which the field matters, and points that it costs the score of all files", sources: [table], span: missing.length > 0 ? 7 : 12,
    },
      html`<div class="groups">${dataTable(supplied, [
        { label: "Field", value: fieldWithMeaning, isRowHeader: true },
        { label: "Filled", value: (field) => percent0(field.completeness_rate), align: "right", bar: (field) => field.completeness_rate },
        { label: "Right", value: (field) => percent0(field.accuracy_rate), align: "right", bar: (field) => field.accuracy_rate },
        { label: "Points lost", value: (field) => decimal1(field.lost_points), align: "right" },
        { label: "Files to mend", value: (field) => `${integer(field.faulty_customers)} of ${integer(field.customers)}`, align: "right" },
      ], { caption: "Completeness and accuracy by field", empty: "No field that matters is supplied.", noun: "field", first: 15 })}</div>`,
      supplied.some((field) => !field.is_wanted) ? note(`${upperFirst(list(supplied.filter((field) => !field.is_wanted).map((field) => fieldName(field.field))))} need not be filled, but must be right where given.`) : null)),
    ...(missing.length > 0 ? [anchored("not-supplied", card(context, {
      title: `${count(missing.length, "field")} of ${integer(row.wanted_fields)} that matter ${missing.length === 1 ? "is" : "are"} not supplied`,
      subtitle: "The score cannot see them. Map them under entities.customers in project.yaml, or say in settings.quality that they do not matter", sources: [table], span: 5,
    },
      html`<div class="names">${dataTable(missing, [
        { label: "Field", value: fieldWithMeaning, isRowHeader: true },
        { label: "Customers", value: (field) => integer(field.customers), align: "right" },
      ], { caption: "Fields that matter and are not supplied", noun: "field", first: Math.max(6, Math.min(15, supplied.length)) })}</div>`))] : []),
  ];
}

/** Values that contradict their contract, each other, or the other files. */
export function errors(context: Context, row: Trust): Element {
  const table = context.read<FileError>("quality_errors");
  const [first] = table.rows.filter((error) => !error.is_suspect);
  return anchored("errors", card(context, {
    title: first ? `Most frequent fault: ${lowerFirst(ruleTitle(first.rule))} (${fieldName(first.field)}, ${count(first.customers, "customer")})` : "No value of the customer file is known to be wrong",
    subtitle: "Values that cannot be right and were taken out, or that contradict the as-of date, each other, the orders or other files", sources: [table], span: 6,
  },
    dataTable(table.rows, [
      { label: "Field", value: (error) => fieldTitle(error.field), isRowHeader: true },
      { label: "Customers", value: (error) => integer(error.customers), align: "right" },
      { label: "What is wrong", value: (error) => html`<span>${ruleTitle(error.rule)}<small>${addedMessage(error.rule, error.message)} ${error.is_refused ? "Taken out" : error.is_suspect ? "Not counted as wrong" : "Kept"}. ${ruleRemedy(error.rule)}.</small></span>` },
    ], { caption: "Wrong values by field and rule", empty: "Every value is in its expected form and contradicts no other." }),
    row.is_region_supplied && row.listed_regions === 0 ? note("Sales regions are not checked: settings.quality.regions lists none, so that any name counts as right.") : null));
}

const bandName = (band: AgeBand) =>
  band.from_days === null ? "No date at all"
    : band.to_days === null ? `Over ${integer(band.from_days - 1)} days`
      : band.from_days === 0 ? `Up to ${count(band.to_days, "day")}` : `${integer(band.from_days)} to ${integer(band.to_days)} days`;

/** How long ago the files were confirmed or their customers heard from. */
export function ages(context: Context, row: Trust): Element {
  const table = context.read<AgeBand>("quality_file_ages");
  const limit = count(row.freshness_limit_days, "day");
  return anchored("ages", card(context, {
    title: !row.judged_customers ? "How fresh the files are is not known: they have no dates"
      : row.stale_customers === 0 ? `No file is older than ${limit}`
        : `${count(row.stale_customers, "file")} of ${integer(row.judged_customers)} ${row.stale_customers === 1 ? "is" : "are"} older than ${limit}${table.rows.some((band) => band.from_days === null && band.customers > 0) ? " or without a date" : ""}`,
    subtitle: "Days since a file was confirmed or its customer heard from (by an order, a contact, a service request, an answer), or else since it was opened", sources: [table], span: 6,
  },
    ...(row.judged_customers ? ageChart(table.rows, row)
      : [note("This needs a date for each file, customers.confirmed_date or customers.last_deal_date, or what the customer did: orders, interactions, tickets, surveys.")])));
}

function ageChart(bands: AgeBand[], row: Trust): (Element | null)[] {
  const never = bands.find((band) => band.from_days === null)?.customers ?? 0;
  return [
    stackedBar([
      { name: "Fresh", value: row.fresh_customers ?? 0, tone: "good", text: integer(row.fresh_customers) },
      { name: never > 0 ? "Stale or without a date" : "Stale", value: row.stale_customers ?? 0, tone: "warn", text: integer(row.stale_customers) },
    ], { label: "Customer files by freshness" }),
    rankedBars(bands.filter((band) => band.from_days !== null || band.customers > 0), {
      caption: "Customer files by age", groupTitle: "Age", figureTitle: "Files",
      label: bandName,
      figure: { value: (band) => band.customers, text: (band) => integer(band.customers) },
      further: [
        { label: "Share", value: (band) => percent0(band.customers_share), align: "right" },
        { label: "State", value: (band) => (band.is_fresh ? "fresh" : "stale") },
      ],
    }),
    never > 0 ? note("Files without any date count as stale: nobody knows that they are still right.") : null,
  ];
}

const fieldList = (fields: string | null) => (fields === null ? null : fields.split(", ").map(fieldName).join(", "));

/** Poor files of the customers that bring most. */
export function poorFiles(context: Context, row: Trust): Element {
  const table = context.read<PoorFile>("quality_poor_files");
  const [first] = table.rows;
  const last = table.rows.at(-1);
  const range = (first?.revenue ?? 0) > 0 ? `: ${context.money(first!.revenue)}${last && last.revenue !== first!.revenue ? ` down to ${last.revenue ? context.money(last.revenue) : "nothing"}` : ""} in the last ${integer(context.windowDays)} days` : "";
  const shown = table.rows.length < (row.poor_files ?? 0) ? `The ${integer(table.rows.length)} customers among them with most revenue${range}` : `Their revenue${range || ` in the last ${integer(context.windowDays)} days`}`;
  return anchored("poor", card(context, {
    title: row.poor_files ? `${count(row.poor_files, "file")} of ${integer(row.customers)} ${row.poor_files === 1 ? "scores" : "score"} below ${integer(row.poor_score)}` : `No file scores below ${integer(row.poor_score)}`,
    subtitle: row.poor_files ? shown : undefined, sources: [table], span: 12,
  },
    table.rows.length === 0 ? null : html`<div class="poor-files">${dataTable(table.rows, [
      { label: "Customer", value: (file) => html`<span>${file.label}<small>${words(file.kind)}</small></span>`, isRowHeader: true },
      { label: "Score", value: (file) => integer(file.score), align: "right" },
      { label: "Revenue", value: (file) => context.money(file.revenue), align: "right" },
      { label: "Age in days", value: (file) => integer(file.age_days), align: "right" },
      { label: "Missing", value: (file) => fieldList(file.missing_fields) },
      { label: "Wrong", value: (file) => fieldList(file.wrong_fields) },
      { label: "Account manager", value: (file) => file.owner },
    ], { first: 8, caption: "Poor customer files, by revenue", noun: "customer" })}</div>`));
}

/** Files that likely belong to one customer. */
export function duplicates(context: Context, row: Trust): Element {
  const table = context.read<Duplicate>("quality_duplicates");
  const found = row.likely_duplicates;
  const shown = table.rows.length < (found ?? 0) ? `; the ${integer(table.rows.length)} with most revenue are shown` : "";
  return anchored("duplicates", card(context, {
    title: found === null ? "Duplicates cannot be looked for" : found === 0 ? "No customer seems to have two files" : `${count(found, "customer")} likely ${found === 1 ? "has" : "have"} a second file`,
    subtitle: found === null ? undefined : `Same name, and the same telephone number or e-mail address${shown}`, sources: [table], span: 12,
  },
    found === null ? note("This needs telephone numbers or e-mail addresses: map customers.phone or customers.email in project.yaml.")
      : found === 0 ? null : dataTable(table.rows, [
        { label: "Customer", value: (twin) => html`<span>${twin.label}<small>${words(twin.kind)}</small></span>`, isRowHeader: true },
        { label: "Likely the same as", value: (twin) => twin.original_label },
        { label: "Revenue of both", value: (twin) => context.money(twin.revenue), align: "right" },
        { label: "Besides the name, the same", value: (twin) => twin.matched_by },
        { label: "Account manager", value: (twin) => twin.owner },
      ], { first: 8, caption: "Likely duplicates, by the revenue of both", noun: "customer" }),
    found ? note("Look at both files; if they are one customer, name the one that remains in customers.merged_into of the other.") : null));
}
