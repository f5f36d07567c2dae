import type { CompiledField } from "../contracts/compile.js";
import { quoteName, quoteText } from "../engine/database.js";
import type { ColumnMapping } from "../engine/project.js";

const units = { cents: "0.01", thousands: "1000", millions: "1000000", percent: "0.01" } as const;

/** Blanks of every script, and marks that nobody sees: with one at its end a name would be another name. */
const EDGES = " \t\r\n\u00a0\u2007\u202f\u3000\ufeff\u200b\u2060";

/**
 * SQL for a field in canonical text, from the text columns of a file. What does not fit its declared format stays as
 * it is, so that the contract refuses it and quarantine shows what stood there.
 *
 * @param nulls texts that stand for an absent value
 */
export function mapColumn(field: CompiledField, mapping: string | ColumnMapping, nulls: string[]): string {
  const spec: ColumnMapping = typeof mapping === "string" ? { column: mapping } : mapping;
  if (spec.constant !== undefined) return quoteText(String(spec.constant));
  const source = spec.sql === undefined ? quoteName(spec.column!) : `(${spec.sql}\n)::varchar`;
  const absent = [...new Set(["", ...nulls])].map(quoteText).join(", ");
  const trimmed = `trim(${source}, ${quoteText(EDGES)})`;
  const written = `case when ${trimmed} not in (${absent}) then ${trimmed} end`;
  let value = written;
  if (spec.values) {
    const cases = Object.entries(spec.values).map(([word, meaning]) => `when ${quoteText(word)} then ${quoteText(String(meaning))}`);
    value = `nullif(case ${written} ${cases.join(" ")} else ${written} end, '')`;
  }
  switch (field.kind) {
    case "text":
      return value;
    case "choice":
    case "flag":
      return mapWord(value, written, field.words!.map(quoteText).join(", "));
    case "number":
      // Tables with gaps, as pandas writes them, hold whole numbers as 3.0.
      return field.type === "BIGINT" ? `regexp_replace(${mapNumber(value, spec)}, '^([+-]?\\d+)\\.0*$', '\\1')` : mapNumber(value, spec);
    case "date":
      return mapMoment(value, spec.format, "%Y-%m-%d", `strftime(try_cast(regexp_extract(${value}, '${ISO_MOMENT}', 1) as date), '%Y-%m-%d')`);
    case "timestamp":
      return mapMoment(value, spec.format, "%Y-%m-%dT%H:%M:%S", toUtc(value));
  }
}

/** One of the words, in lower case; what stands for none stays as the file has it, unless it would pass for one. */
const mapWord = (value: string, written: string, words: string) =>
  `case when lower(${value}) in (${words}) then lower(${value}) when ${value} is null or ${written} in (${words}) then ${value} else ${written} end`;

/** A moment in ISO: the day that it names, in whatever zone it is written for, and its time. */
const ISO_MOMENT = "^(\\d{4}-\\d{2}-\\d{2})[T ](?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)? ?(?:Z|UTC|[+-](?:0\\d|1[0-4])(?::?[0-5]\\d)?)?$";

/** Blanks that people and programs put between thousands: the common one, the one that does not break, the narrow one. */
const BLANK = "[ \\x{a0}\\x{202f}]";

/** A decimal point, no signs between thousands, multiplied by the unit. */
function mapNumber(value: string, { decimal = ".", thousands, unit }: ColumnMapping): string {
  const sign = (character: string) => (character === " " ? BLANK : `\\x{${character.codePointAt(0)!.toString(16)}}`);
  let number = value;
  let refused = value;
  if (decimal === "," || thousands) {
    const whole = thousands ? `(?:\\d{1,3}(?:${sign(thousands)}\\d{3})+|\\d+)` : "\\d+";
    const written = `[+-]?(?:${whole}(?:${sign(decimal)}\\d*)?|${sign(decimal)}\\d+)`;
    const plain = `replace(${thousands ? `regexp_replace(${value}, '${sign(thousands)}', '', 'g')` : value}, ${quoteText(decimal)}, '.')`;
    number = `case when regexp_full_match(${value}, ${quoteText(written)}) then ${plain} end`;
    // What is not in the declared notation must not pass as a number of another one: the blank makes it none.
    refused = `case when regexp_full_match(${value}, '[-+.,\\deE]+') then ${value} || ' ' else ${value} end`;
  }
  if (unit === undefined) return number === value ? value : `coalesce(${number}, ${refused})`;
  const factor = typeof unit === "number" ? unit.toFixed(8) : units[unit];
  // What is too large for exact arithmetic is too large for every contract, and stays as it is.
  return `coalesce(try((try_cast(${number} as decimal(28, 8)) * ${factor}::decimal(18, 8))::decimal(38, 8)::varchar), ${number}, ${refused})`;
}

function mapMoment(value: string, format: ColumnMapping["format"], canonical: string, otherwise: string): string {
  const formats = format === undefined ? [] : [format].flat();
  const parsed = formats.length > 0
    ? `strftime(try_strptime(${value}, [${formats.map(quoteText).join(", ")}]), ${quoteText(canonical)})`
    : otherwise;
  return `coalesce(${parsed}, ${value})`;
}

/** ISO with a blank or a T, with or without a zone; UTC where none is named. */
const toUtc = (value: string) =>
  `case when regexp_matches(${value}, '^\\d{4}-\\d{2}-\\d{2}') `
  + `then strftime(try_cast(${value} as timestamptz) at time zone 'UTC', '%Y-%m-%dT%H:%M:%S') end`;
