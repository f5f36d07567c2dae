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
  choice: { title: "A word that the field does not know", remedy: "Translate it by `values` in project.yaml, or correct it" },
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
};

export const ruleTitle = (rule: string) => rules[rule]?.title ?? words(rule);
export const ruleRemedy = (rule: string) => rules[rule]?.remedy ?? "Correct it in the source";

/** Kinds of customers, many of them. */
const kinds: Record<string, string> = { consumer: "consumers", business: "businesses", distributor: "distributors", internal: "internal customers" };

/** Whose files a group holds: "customers that came by web", "Ann Lee's customers". */
export function groupName(dimension: string, member: string): string {
  if (member === "unknown") return dimension === "kind" ? "customers of unknown kind" : `customers without ${dimension === "owner" ? "an account manager" : `a ${dimension}`}`;
  if (dimension === "kind") return kinds[member] ?? `customers of kind ${member}`;
  if (dimension === "owner") return `customers of ${member}`;
  return `customers with ${dimension} ${member}`;
}

/** A card that links of the page lead to. */
export function anchored(id: string, element: HTMLElement): HTMLElement {
  element.id = id;
  return element;
}
