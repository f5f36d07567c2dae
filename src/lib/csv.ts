import type { Value } from "./page.js";

/**
 * Rows as CSV after RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. What a spreadsheet would take
 * for a formula gets an apostrophe before it, at the start and wherever one of another country, or of another separator,
 * would begin a cell; a negative number is none.
 */
export function csv(header: string[], rows: Iterable<Value[]>): string {
  const lines = [header.map(cell).join(",")];
  for (const row of rows) lines.push(row.map(cell).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function cell(value: Value): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^-\d+(?:\.\d+)?$/.test(value) ? value : value.replace(/(^|[;,|\t\r\n]["' ]*)(?=[=+\-@\t\r\n＝＋－＠])/g, "$1'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text as a part of the name of a file: letters and digits of any script. */
export const fileWords = (text: string): string => text.toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60).replace(/^-|-$/g, "");
