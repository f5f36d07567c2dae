import { words } from "../../lib/format.js";

/** Names of fields that are not read well by their code alone. */
const fieldNames: Record<string, string> = { email: "e-mail", web_site: "web site" };

/** A field of the inputs in words: "birth date". */
export const fieldName = (field: string) => fieldNames[field] ?? field.replaceAll("_", " ");
/** The same at the beginning of a sentence. */
export const fieldTitle = (field: string) => words(fieldName(field));

/** What a rule of the contracts says in plain words, and what to do about rows that break it. */
const rules: Record<string, { title: string; remedy: string }> = {
  required: { title: "A value that must be there is missing", remedy: "Fill it in the source" },
  orphan: { title: "It belongs to a row that is not there", remedy: "Mend or supply that row first: this one then counts by itself" },
  duplicate_row: { title: "The same row once more", remedy: "Nothing is lost; export each row once" },
  duplicate_key: { title: "Two different rows under one key", remedy: "Decide which is right; the fuller one was kept" },
  format: { title: "Not written as the field asks", remedy: "Correct it in the source, or say in project.yaml how it is written" },
  choice: { title: "A word that the field does not know", remedy: "Translate it under values in project.yaml, or correct it" },
  too_small: { title: "Smaller than can be", remedy: "Correct the typing error, or the unit of the column" },
  too_large: { title: "Larger than can be", remedy: "Correct the typing error, or the unit of the column" },
  too_short: { title: "Too short", remedy: "Correct it in the source" },
  too_long: { title: "Too long", remedy: "Check that the column holds what it should" },
  date: { title: "No date", remedy: "Correct it, or say in project.yaml how dates are written" },
  timestamp: { title: "No date and time", remedy: "Correct it, or say in project.yaml how times are written" },
  not_after: { title: "Two dates in the wrong order", remedy: "Correct the date that is wrong" },
  decimal_comma: { title: "A decimal comma where the others have a point", remedy: "Correct it, or declare the comma if the whole column has it" },
  fields: { title: "Too many or too few columns in the row", remedy: "Export texts that hold a separator in quotation marks" },
  quote: { title: "A quotation mark that is never closed", remedy: "Close it in the source" },
  encoding: { title: "Letters in another encoding than the file's", remedy: "Export the whole file as UTF-8" },
  unreadable: { title: "Characters that are no text", remedy: "Export the whole file as UTF-8" },
  twice_encoded: { title: "Garbled letters", remedy: "Export as UTF-8, without converting twice" },
  in_future: { title: "A date after the as-of date", remedy: "Correct the date" },
  after_first_order: { title: "A date after the first order", remedy: "Correct the date" },
  too_old: { title: "Older than people get", remedy: "Correct the date, or leave it out" },
  after_confirmed: { title: "Opened after it was confirmed", remedy: "Correct the date that is wrong" },
  after_last_deal: { title: "The first deal after the last", remedy: "Correct the date that is wrong" },
  not_merged: { title: "Merged into a file that is not there", remedy: "Name the file that remains" },
  typing_error: { title: "Almost the word that others have", remedy: "Correct the typing error" },
  unknown: { title: "A region that is not in the settings", remedy: "Correct it, or add it to quality.regions" },
  likely_duplicate: { title: "The customer likely has another file", remedy: "Merge the two" },
};

export const ruleTitle = (rule: string) => rules[rule]?.title ?? words(rule);
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
