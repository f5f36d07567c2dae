/** How numbers and dates read on the pages. Missing is a dash, never 0. */

export const MISSING = "–";

export type Format = (value: number | null | undefined) => string;

const formatter = (options: Intl.NumberFormatOptions): Format => {
  const format = new Intl.NumberFormat("en", options);
  return (value) => (value === null || value === undefined || Number.isNaN(value) ? MISSING : format.format(value).replace("-", "−"));
};

export const integer = formatter({ maximumFractionDigits: 0 });
export const decimal1 = formatter({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
export const decimal2 = formatter({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
export const decimal3 = formatter({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
/** A share from 0 to 1 as percent: 12.3 %. */
export const percent = formatter({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
export const percent0 = formatter({ style: "percent", maximumFractionDigits: 0 });
/** A change of a share or amount, with its sign. */
export const change = formatter({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });

const tenths = formatter({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });
/** A difference of two shares, with its sign: +1.2 points. */
export const pointsChange: Format = (value) => (value === null || value === undefined ? MISSING : `${tenths(value * 100)} points`);

/**
 * Amounts of a currency: in full up to 99,999, then in thousands or millions.
 *
 * @param display its symbol for the reporting currency, its code where several currencies stand side by side: kr is of three countries
 */
export function moneyFormats(currency: string, display: "narrowSymbol" | "code" = "narrowSymbol") {
  const whole = formatter({ style: "currency", currency, currencyDisplay: display, maximumFractionDigits: 0 });
  const compact = formatter({ style: "currency", currency, currencyDisplay: display, notation: "compact", minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
  const short: Format = (value) => (value !== null && value !== undefined && Math.abs(value) >= 100_000 ? compact(value) : whole(value));
  // A line may break between a sign and a currency's; the joiner keeps them together.
  const signed = (value: number | null | undefined) => (value !== null && value !== undefined && value > 0 ? `+\u2060${short(value)}` : short(value));
  return { money: short, moneyWhole: whole, moneyChange: signed };
}

const dateFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const monthFormat = new Intl.DateTimeFormat("en", { month: "short", year: "numeric", timeZone: "UTC" });

/** 30 June 2025, from an ISO date. */
export const day = (date: string | null | undefined) => (date ? dateFormat.format(new Date(`${date}T00:00:00Z`)) : MISSING);
/** Jun 2025, from an ISO date. */
export const month = (date: string | null | undefined) => (date ? monthFormat.format(new Date(`${date}T00:00:00Z`)) : MISSING);

/** "1 customer", "12 customers". */
export const count = (value: number | null | undefined, noun: string, plural = `${noun}s`) => `${integer(value)} ${value === 1 ? noun : plural}`;

/** "a, b and c". */
export const list = (words: string[]) =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;

/** First letter in upper case, underscores as blanks: how codes of the data read on a page. */
export const words = (code: string | null | undefined) => {
  if (!code) return MISSING;
  const text = code.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** Text of the marts as the pages write numbers: a true minus, and no blank before a percent sign. */
export const readable = (text: string) => text.replace(/(?<![\p{L}\d])-(?=\d)/gu, "−").replace(/(?<=\d) %/g, "%");

/** A reason as the data gives it, as a sentence. */
export const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
