import { language, msg, phrase, t } from "../../lib/language.js";
import { MISSING, sentence, words } from "../../lib/format.js";
import { valueName } from "../../lib/valueName.js";

/** Names of fields that are not read well by their code alone. */
const fieldNames: Record<string, string> = { email: "e-mail", web_site: "web site" };

/** A field of the inputs in words: "birth date". */
export const fieldName = (field: string) => phrase(fieldNames[field] ?? field.replaceAll("_", " "));
/** The same at the beginning of a sentence; a row that cannot be read has no field. */
export const fieldTitle = (field: string | null) => (field ? words(fieldNames[field] ?? field) : MISSING);

/** An input within a sentence: "order lines". */
export const inputName = (entity: string) => phrase(entity.replaceAll("_", " "));

/** What a rule of the contracts says in plain words, and what to do about rows that break it. */
const rules: Record<string, { title: string; remedy: string }> = {
  required: { title: msg("A required value is missing"), remedy: msg("Fill it in the source") },
  orphan: { title: msg("The record it refers to is missing"), remedy: msg("Supply or correct that record first; this row then counts") },
  duplicate_row: { title: msg("The same row twice"), remedy: msg("Nothing is lost; export each row once") },
  duplicate_key: { title: msg("Two different rows with the same number"), remedy: msg("Decide which is right; the fuller one was kept") },
  format: { title: msg("Not in the expected form"), remedy: msg("Correct it in the source, or say in project.yaml how it is written") },
  choice: { title: msg("Not one of the values allowed"), remedy: msg("Translate it under values in project.yaml, or correct it") },
  too_small: { title: msg("Impossibly small"), remedy: msg("Correct the typing error, or the unit of the column") },
  too_large: { title: msg("Impossibly large"), remedy: msg("Correct the typing error, or the unit of the column") },
  too_short: { title: msg("Too short"), remedy: msg("Correct it in the source") },
  too_long: { title: msg("Too long"), remedy: msg("Check that the column holds what it should") },
  date: { title: msg("Not a valid date"), remedy: msg("Correct it, or say in project.yaml how dates are written") },
  timestamp: { title: msg("Not a valid date and time"), remedy: msg("Correct it, or say in project.yaml how times are written") },
  not_after: { title: msg("Two dates in the wrong order"), remedy: msg("Correct the date that is wrong") },
  decimal_comma: { title: msg("A decimal comma where the others have a point"), remedy: msg("Correct it, or declare the comma if the whole column has it") },
  fields: { title: msg("Too many or too few columns in the row"), remedy: msg("Export texts that hold a separator in quotation marks") },
  quote: { title: msg("A quotation mark is missing"), remedy: msg("Close it in the source") },
  encoding: { title: msg("Garbled letters: not the encoding of the file"), remedy: msg("Export the whole file as UTF-8") },
  unreadable: { title: msg("Unreadable characters"), remedy: msg("Export the whole file as UTF-8") },
  twice_encoded: { title: msg("Garbled letters: converted twice"), remedy: msg("Export as UTF-8, without converting twice") },
  in_future: { title: msg("A date after the as-of date"), remedy: msg("Correct the date") },
  after_first_order: { title: msg("A date after the first order"), remedy: msg("Correct the date") },
  too_old: { title: msg("A birth date too long ago"), remedy: msg("Correct the date, or leave it out") },
  after_confirmed: { title: msg("A file opened after it was confirmed"), remedy: msg("Correct the date that is wrong") },
  after_last_deal: { title: msg("The first deal after the last"), remedy: msg("Correct the date that is wrong") },
  not_merged: { title: msg("A second file that could not be merged"), remedy: msg("Name the file that remains") },
  typing_error: { title: msg("Possibly a typing error"), remedy: msg("Correct it if it is one") },
  unknown: { title: msg("Not one of the sales regions listed"), remedy: msg("Correct it, or add it to quality.regions") },
  likely_duplicate: { title: msg("The customer probably has two files"), remedy: msg("Merge the two") },
};

export const ruleTitle = (rule: string) => phrase(rules[rule]?.title ?? words(rule));
/** A fault of the customer file as the customer index names it, see marts.customer_memberships. */
export const fileError = ({ field, rule }: { field: string; rule: string }) => `${field}: ${rule}`;
/** The same in words. */
export function fileErrorTitle(error: string): string {
  const [field = "", rule = ""] = error.split(": ");
  return `${fieldTitle(field)} – ${ruleTitle(rule)}`;
}
/** Rules whose title says as much as their message does. */
const plainRules = ["format", "date", "timestamp", "required", "twice_encoded", "likely_duplicate"];
/** What a message adds to the title of its rule; nothing where it only repeats it. */
export const addedMessage = (rule: string, message: string) => (plainRules.includes(rule) ? "" : rule === "not_after" ? words(message) : message);

export const ruleRemedy = (rule: string) => phrase(rules[rule]?.remedy ?? "Correct it in the source");

/** Sentences one after the other, those that say nothing left out. */
export const inOneLine = (sentences: string[]) => sentences.filter((text) => text !== "").map(sentence).join(language() === "en" ? " " : "");

/** "a, b, c". */
export const joined = (items: string[]) => items.slice(1).reduce((all, item) => t`${all}, ${item}`, items[0] ?? "");

export type Dimension = "owner" | "source" | "region";

/** A group of customer files in a sentence: "source web", "Ann Lee". */
export function groupName(dimension: Dimension, member: string): string {
  const name = valueName(member, dimension);
  if (dimension === "owner" || member.toLowerCase().startsWith(dimension)) return name;
  return dimension === "source" ? t`source ${name}` : t`region ${name}`;
}

const dimensionTitles: Record<Dimension, string> = { owner: msg("account manager"), source: msg("source"), region: msg("region") };
export const dimensionTitle = (dimension: Dimension) => phrase(dimensionTitles[dimension]);

/** First letter in upper case, the rest as it is. */
export const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** First letter in lower case: a title within a sentence. */
export const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** A card that links of the page lead to. */
export function anchored(id: string, element: HTMLElement): HTMLElement {
  element.id = id;
  return element;
}
