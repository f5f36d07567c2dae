/** How numbers, dates and lists read on the pages, in the language in use. Missing is a dash, never 0. */
import { language, languages, own, phrase, t, type Language } from "./language.js";

export const MISSING = "–";

export type Format = (value: number | null | undefined) => string;

/** One value for each language, made when it is first asked for. */
function byLanguage<T>(make: (tag: string) => T): () => T {
  const made = new Map<Language, T>();
  return () => {
    const current = language();
    let found = made.get(current);
    if (found === undefined) {
      found = make(languages[current].tag);
      made.set(current, found);
    }
    return found;
  };
}

function formatter(options: Intl.NumberFormatOptions): Format {
  const format = byLanguage((tag) => new Intl.NumberFormat(tag, options));
  return (value) => (value === null || value === undefined || Number.isNaN(value) ? MISSING : format().format(value).replace("-", "−"));
}

export const integer = formatter({ maximumFractionDigits: 0 });
export const decimal1 = formatter({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
export const decimal2 = formatter({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
export const decimal3 = formatter({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
/** A share as percent; what is more than nothing does not read as 0 %, nor what is less than all as 100 %. */
function share(digits: number): Format {
  const format = formatter({ style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits });
  const step = 10 ** -(digits + 2);
  return (value) => {
    if (typeof value === "number" && value > 0 && value < step / 2) return `<${format(step)}`;
    return typeof value === "number" && value < 1 && value >= 1 - step / 2 ? `>${format(1 - step)}` : format(value);
  };
}

/** A share from 0 to 1 as percent: 12.3 %. */
export const percent = share(1);
export const percent0 = share(0);
/** A change of a share or amount, with its sign. */
export const change = formatter({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });

const tenths = formatter({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });
/** A difference of two shares, with its sign: +1.2 points. */
export const pointsChange: Format = (value) => (value === null || value === undefined ? MISSING : t`${tenths(value * 100)} points`);

/**
 * Amounts of a currency: in full up to 9,999, then to three digits in thousands or millions, in Chinese by 万 and 亿.
 *
 * @param display its symbol for the reporting currency, its code where several currencies stand side by side: kr is of three countries
 */
export function moneyFormats(currency: string, display: "narrowSymbol" | "code" = "narrowSymbol"): MoneyFormats {
  const name = `${currency} ${display}`;
  const found = madeFormats.get(name) ?? makeMoneyFormats(currency, display);
  madeFormats.set(name, found);
  return found;
}

/** money and moneyWhole: amounts; moneyChange: a difference of two, with its sign. */
export interface MoneyFormats { money: Format; moneyWhole: Format; moneyChange: Format }

/** To make a format takes a thousand times as long as to use it. */
const madeFormats = new Map<string, MoneyFormats>();

function makeMoneyFormats(currency: string, display: "narrowSymbol" | "code"): MoneyFormats {
  const whole = formatter({ style: "currency", currency, currencyDisplay: display, maximumFractionDigits: 0 });
  const compact = formatter({ style: "currency", currency, currencyDisplay: display, notation: "compact", minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
  const short: Format = (value) => (value !== null && value !== undefined && Math.abs(value) >= 10_000 ? compact(value) : whole(value));
  // A line may break between a sign and a currency's; the joiner keeps them together.
  const signed: Format = (value) => (value !== null && value !== undefined && value > 0 ? `+\u2060${short(value)}` : short(value));
  return { money: short, moneyWhole: whole, moneyChange: signed };
}

/** In English as on a letter, day before month. */
const dated = (tag: string) => (tag === "en" ? "en-GB" : tag);
const dateFormat = byLanguage((tag) => new Intl.DateTimeFormat(dated(tag), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }));
const yearFormat = byLanguage((tag) => new Intl.DateTimeFormat(tag, { year: "numeric", timeZone: "UTC" }));
const monthNameFormat = byLanguage((tag) => new Intl.DateTimeFormat(tag, { month: "short", timeZone: "UTC" }));
const monthFormat = byLanguage((tag) => new Intl.DateTimeFormat(tag, { month: "short", year: "numeric", timeZone: "UTC" }));

/** 30 June 2025, from an ISO date. */
export const day = (date: string | null | undefined) => (date ? dateFormat().format(new Date(`${date}T00:00:00Z`)) : MISSING);
/** 2025, from an ISO date; in Chinese 2025年. */
export const year = (date: string | null | undefined) => (date ? yearFormat().format(new Date(`${date}T00:00:00Z`)) : MISSING);
/** Jun 2025, from an ISO date. */
export const month = (date: string | null | undefined) => (date ? monthFormat().format(new Date(`${date}T00:00:00Z`)) : MISSING);

/** Jun, from an ISO date. */
export const monthName = (date: string | null | undefined) => (date ? monthNameFormat().format(new Date(`${date}T00:00:00Z`)) : MISSING);

/** "1 customer", "12 customers". The catalogs know the noun as "{0} customer", with its counter. */
export const count = (value: number | null | undefined, noun: string, plural = `${noun}s`) =>
  (language() === "en" ? `${integer(value)} ${value === 1 ? noun : plural}` : phrase(`{0} ${noun}`).replace("{0}", integer(value)));

/** How long before the day of the figures: "today", "12 days ago"; a mean or median of days to the whole day. */
export function daysAgo(days: number | null | undefined): string {
  if (days === null || days === undefined) return MISSING;
  const whole = Math.round(days);
  return whole === 0 ? t`today` : t`${count(whole, "day")} ago`;
}

/** "a, b and c". */
export function list(words: string[]): string {
  const before = words.slice(0, -1).join(language() === "en" ? ", " : "、");
  return words.length < 2 ? (words[0] ?? "") : t`${before} and ${words.at(-1)!}`;
}

/** A code of the data as the pages write it: in the language in use, underscores as blanks, the first letter in upper case. */
export const words = (code: string | null | undefined) => (code ? capital(phrase(code.replaceAll("_", " "))) : MISSING);

/** The name of a column by the names of its language; see src/languages/zh/columns.ts. */
export const columnName = (column: string, names: Record<string, string>) => own(names, column.replaceAll("_", " ")) ?? words(column);

/** Text of the marts as the pages write numbers: a true minus, and no blank before a percent sign. */
export const readable = (text: string) => phrase(text).replace(/(?<![\p{L}\d])-(?=\d)/gu, "−").replace(/(?<=\d) %/g, "%");

/** A reason as the data gives it, as a sentence. */
export function sentence(text: string): string {
  const said = capital(phrase(text));
  return /[.!?。！？]$/.test(said) ? said : language() === "en" ? `${said}.` : `${said}。`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
