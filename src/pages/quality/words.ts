import { sentence, words } from "../../lib/format.js";

/** Names of fields that are not read well by their code alone. */
const fieldNames: Record<string, string> = { email: "e-mail", web_site: "web site" };

/** A field of the inputs in words: "birth date". */
export const fieldName = (field: string) => fieldNames[field] ?? field.replaceAll("_", " ");
/** The same at the beginning of a sentence. */
export const fieldTitle = (field: string) => words(fieldName(field));

/** What a rule of the contracts says in plain words, and what to do about rows that break it. */
const rules: Record<string, { title: string; remedy: string }> = {
  required: { title: "A required value is missing", remedy: "Fill it in the source" },
  orphan: { title: "The record it refers to is missing", remedy: "Supply or correct that record first: this row then counts as it is" },
  duplicate_row: { title: "The same row twice", remedy: "Nothing is lost; export each row once" },
  duplicate_key: { title: "Two different rows with the same number", remedy: "Decide which is right; the fuller one was kept" },
  format: { title: "Not in the expected form", remedy: "Correct it in the source, or say in project.yaml how it is written" },
  choice: { title: "Not one of the values allowed", remedy: "Translate it under values in project.yaml, or correct it" },
  too_small: { title: "Impossibly small", remedy: "Correct the typing error, or the unit of the column" },
  too_large: { title: "Impossibly large", remedy: "Correct the typing error, or the unit of the column" },
  too_short: { title: "Too short", remedy: "Correct it in the source" },
  too_long: { title: "Too long", remedy: "Check that the column holds what it should" },
  date: { title: "Not a valid date", remedy: "Correct it, or say in project.yaml how dates are written" },
  timestamp: { title: "Not a valid date and time", remedy: "Correct it, or say in project.yaml how times are written" },
  not_after: { title: "Two dates in the wrong order", remedy: "Correct the date that is wrong" },
  decimal_comma: { title: "A decimal comma where the others have a point", remedy: "Correct it, or declare the comma if the whole column has it" },
  fields: { title: "Too many or too few columns in the row", remedy: "Export texts that hold a separator in quotation marks" },
  quote: { title: "A quotation mark is missing", remedy: "Close it in the source" },
  encoding: { title: "Garbled letters: not the encoding of the file", remedy: "Export the whole file as UTF-8" },
  unreadable: { title: "Unreadable characters", remedy: "Export the whole file as UTF-8" },
  twice_encoded: { title: "Garbled letters: converted twice", remedy: "Export as UTF-8, without converting twice" },
  in_future: { title: "A date after the as-of date", remedy: "Correct the date" },
  after_first_order: { title: "A date after the first order", remedy: "Correct the date" },
  too_old: { title: "A birth date too long ago", remedy: "Correct the date, or leave it out" },
  after_confirmed: { title: "A file opened after it was confirmed", remedy: "Correct the date that is wrong" },
  after_last_deal: { title: "The first deal after the last", remedy: "Correct the date that is wrong" },
  not_merged: { title: "A second file that could not be merged", remedy: "Name the file that remains" },
  typing_error: { title: "Possibly a typing error", remedy: "Correct it if it is one" },
  unknown: { title: "Not one of the sales regions listed", remedy: "Correct it, or add it to quality.regions" },
  likely_duplicate: { title: "The customer probably has two files", remedy: "Merge the two" },
};

export const ruleTitle = (rule: string) => rules[rule]?.title ?? words(rule);
/** Rules whose title says as much as their message does. */
const plainRules = ["format", "date", "timestamp", "required", "twice_encoded", "likely_duplicate"];
/** What a message adds to the title of its rule; nothing where it only repeats it. */
export const addedMessage = (rule: string, message: string) => (plainRules.includes(rule) ? "" : sentence(message));

export const ruleRemedy = (rule: string) => rules[rule]?.remedy ?? "Correct it in the source";

/** A group of customer files in a sentence: "source web", "Ann Lee". */
export const groupName = (dimension: "owner" | "source" | "region", member: string) =>
  dimension === "owner" || member.toLowerCase().startsWith(dimension) ? member : `${dimension} ${member}`;

/** First letter in upper case, the rest as it is. */
export const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** First letter in lower case: a title within a sentence. */
export const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** A card that links of the page lead to. */
export function anchored(id: string, element: HTMLElement): HTMLElement {
  element.id = id;
  return element;
}
