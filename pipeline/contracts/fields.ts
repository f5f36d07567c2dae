import { z } from "zod";

/**
 * The vocabulary every entity's schema is written in.
 *
 * A contract describes a row of canonical text: what the mapping of project.yaml has already brought to one
 * notation (ISO dates, a decimal point, `true`/`false`) but not yet judged. A field that is absent or empty is null.
 * Only checks that compile.ts can turn into SQL are used here, so that zod and DuckDB give the same verdict.
 */

/** What a field is, beyond its validity: read by compile.ts, by the documentation and by `init`. */
export interface FieldInfo {
  /** DuckDB type of the accepted column. */
  type: "VARCHAR" | "DATE" | "TIMESTAMP" | "DECIMAL(18,4)" | "BIGINT" | "DOUBLE" | "BOOLEAN";
  /** How text of this field is brought to canonical form before it is judged. */
  kind: "text" | "date" | "timestamp" | "number" | "flag" | "choice";
  meaning: string;
  unit?: string;
  /** What to do with a number that is less than the least allowed. */
  below?: string;
  /** Holds data that identifies a person: leaves the warehouse only by the project's privacy policy. */
  personal?: boolean;
  /** Tells of a person beside a single customer: leaves the warehouse of groups alone. */
  ofGroups?: boolean;
}

export const fieldInfo = z.registry<FieldInfo>();

/** A schema for one field: text in, text or number out, null where absent. */
export type Field = z.ZodType;

type About = Partial<Pick<FieldInfo, "unit" | "personal" | "ofGroups">>;

/**
 * Control characters other than tab and line breaks, what turns, breaks or hides text unseen, code points that are no
 * characters, and the mark a failed decoding leaves behind. What joins letters (U+200C, U+200D) is part of writing.
 */
const UNREADABLE = "[\\x{0}-\\x{8}\\x{b}\\x{c}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\x{61c}\\x{200b}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2060}\\x{2066}-\\x{2069}\\x{fdd0}-\\x{fdef}\\x{feff}\\x{fffd}-\\x{ffff}]";
/** UTF-8 read as Windows-1252 or Latin-1: `Ã¼` for `ü`, `â€™` for an apostrophe, `Â ` for a space. */
const TWICE_ENCODED = "[\\x{c2}\\x{c3}][\\x{80}-\\x{bf}]|\\x{e2}\\x{20ac}[\\x{80}-\\x{2122}]";
const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?$/;
const WHOLE_NUMBER = /^[+-]?[0-9]{1,15}$/;

/** Patterns are written in RE2's notation for code points; JavaScript's differs only in that. */
const toJavaScript = (pattern: string) => new RegExp(pattern.replace(/\\x\{/g, "\\u{"), "u");

function without(pattern: string, rule: string, message: string) {
  const forbidden = toJavaScript(pattern);
  return { test: (value: string) => !forbidden.test(value), options: { error: message, params: { rule, without: pattern } } };
}

const unreadable = without(UNREADABLE, "unreadable", "holds characters that are no text: the file mixes encodings");
const twiceEncoded = without(TWICE_ENCODED, "twice_encoded", "reads like UTF-8 decoded as another encoding");

const decimalComma = without("^[+-]?[0-9.]*,[0-9]+$", "decimal_comma", "has a decimal comma: declare `decimal: \",\"` for the column if all have");

function describe<T extends z.ZodType>(schema: T, info: FieldInfo): T {
  const described = schema.describe(info.meaning);
  fieldInfo.add(described, info);
  return described;
}

/** Text as people write it: readable characters, no longer than `max` characters. */
const readable = (max: number) =>
  z.string().max(max).refine(unreadable.test, unreadable.options).refine(twiceEncoded.test, twiceEncoded.options);

/** An identifier: text of at most 200 characters, not null. */
export const id = (meaning: string) => describe(readable(200).min(1), { type: "VARCHAR", kind: "text", meaning });

export const text = (meaning: string, { max = 500, ...about }: About & { max?: number } = {}) =>
  describe(readable(max), { type: "VARCHAR", kind: "text", meaning, ...about });

/** One of a few words, in lower case. */
export const choice = <T extends string>(meaning: string, words: readonly [T, ...T[]], about: About = {}) =>
  describe(z.enum(words), { type: "VARCHAR", kind: "choice", meaning, ...about });

/** A calendar date from 1900 to 2199: outside of it lie typing errors and the zero dates of old systems. */
export const date = (meaning: string, about: About = {}) =>
  describe(
    z.iso.date().transform((value) => new Date(value)).pipe(z.date().min(new Date("1900-01-01")).max(new Date("2199-12-31"))),
    { type: "DATE", kind: "date", meaning, ...about },
  );

/** A moment in UTC, from 1900 to 2199. */
export const timestamp = (meaning: string) =>
  describe(
    z.iso.datetime({ local: true, offset: false }).regex(/^[^Z]*$/).transform((value) => new Date(`${value}Z`))
      .pipe(z.date().min(new Date("1900-01-01")).max(new Date("2199-12-31T23:59:59Z"))),
    { type: "TIMESTAMP", kind: "timestamp", meaning, unit: "UTC" },
  );

const number = (min: number, max: number) =>
  z.string().max(40).regex(NUMBER).refine(decimalComma.test, decimalComma.options)
    .transform(Number).pipe(z.number().min(min).max(max));

/** An amount of money in the row's currency, kept exactly to four decimals. */
export const money = (meaning: string, { min = -1e13, ...about }: About & { min?: number; below?: string } = {}) =>
  describe(number(min, 1e13), { type: "DECIMAL(18,4)", kind: "number", meaning, unit: "currency", ...about });

/** A number that is not money, kept exactly to four decimals: a quantity, an hour count. */
export const quantity = (meaning: string, { min = -1e13, max = 1e13, unit }: { min?: number; max?: number; unit?: string } = {}) =>
  describe(number(min, max), { type: "DECIMAL(18,4)", kind: "number", meaning, unit });

/** A share from 0 to 1. */
export const rate = (meaning: string) => describe(number(0, 1), { type: "DOUBLE", kind: "number", meaning, unit: "0 to 1" });

/** A positive factor, in double precision: an exchange rate. */
export const factor = (meaning: string) => describe(number(1e-9, 1e9), { type: "DOUBLE", kind: "number", meaning });

export const integer = (meaning: string, { min = 0, max = 1e12, ...about }: About & { min?: number; max?: number } = {}) =>
  describe(z.string().regex(WHOLE_NUMBER).transform(Number).pipe(z.number().min(min).max(max)), {
    type: "BIGINT", kind: "number", meaning, ...about,
  });

/** Yes or no, as `true` or `false`. */
export const flag = (meaning: string) => describe(z.enum(["true", "false"]), { type: "BOOLEAN", kind: "flag", meaning });

/** An ISO 4217 code. */
export const currency = (meaning: string) => describe(z.string().regex(/^[A-Z]{3}$/), { type: "VARCHAR", kind: "text", meaning });

export const email = (meaning: string) =>
  describe(z.string().max(254).regex(/^[^\x00-\x20@,;]+@[^\x00-\x20@,;.]+(?:\.[^\x00-\x20@,;.]+)+$/), {
    type: "VARCHAR", kind: "text", meaning, personal: true,
  });

/** Five to twenty digits with the usual signs between them, an extension allowed. */
export const phone = (meaning: string) =>
  describe(z.string().max(40).regex(/^[+(]?[0-9](?:[ ().\/-]{0,3}[0-9]){4,19}(?: ?(?:x|ext\.?) ?[0-9]{1,6})?$/), {
    type: "VARCHAR", kind: "text", meaning, personal: true,
  });

/** The field may be absent; if it is given, it must be right, or the row is refused. */
export const optional = <T extends Field>(field: T) => inherit(field, field.nullable());

/**
 * The field may be absent, and a wrong value costs the value and not the row: the row is accepted with the field
 * empty, the value goes to quarantine.values. For what describes a customer: a bad e-mail must not orphan the orders.
 */
export const lenient = <T extends Field>(field: T) => inherit(field, field.nullable().catch(null as never));

function inherit<T extends z.ZodType>(from: z.ZodType, to: T): T {
  const info = fieldInfo.get(from);
  if (!info) throw new Error("field without information: build it with the functions of fields.ts");
  return describe(to, info);
}
