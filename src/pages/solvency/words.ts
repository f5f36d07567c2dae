import type { GradeTone } from "../../components/gradeBadge.js";
import type { Part } from "../../components/stackedBar.js";
import { count, day, decimal1, decimal2, integer, MISSING, moneyFormats, percent, readable, words, type Format } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Grade, Headline } from "./rows.js";

/** A change with its sign; nothing where it is not known. */
export const signed = (value: number | null, format: Format) => (value === null ? undefined : value > 0 ? `+${format(value)}` : format(value));

/** The day that receivables are compared with. */
export const before = ({ before_date }: Headline) => day(before_date);

/** A value in the unit of its ratio. */
export function ratioValue(unit: string, value: number | null, currency?: string): string {
  if (value === null) return MISSING;
  if (unit === "share") return percent(value);
  if (unit === "days") return count(Math.round(value), "day");
  if (unit === "times") return Math.abs(value) >= 100 ? integer(value) : decimal2(value);
  return currency ? moneyFormats(currency, "code").money(value) : decimal1(value);
}

/** "a, b, c": a list that leaves open whether it is complete. */
export const joined = (items: string[]) => items.slice(1).reduce((all, item) => t`${all}, ${item}`, items[0] ?? "");

/** Names of the grades that put a client on the watch list: "D or E". */
export function watchedGrades(grades: Grade[]): string {
  const names = grades.filter(({ is_watched }) => is_watched).map(({ grade }) => grade);
  return names.length < 2 ? (names[0] ?? "") : t`${joined(names.slice(0, -1))} or ${names.at(-1)!}`;
}

/** The tone of each grade: watched ones bad, the last before them a warning, those above good; not graded is neutral. */
export function badgeTones(grades: Grade[]): (grade: string) => GradeTone {
  const sound = grades.filter(({ is_watched, position }) => !is_watched && position < grades.length);
  const tones = new Map<string, GradeTone>([
    ...grades.filter(({ is_watched }) => is_watched).map(({ grade }) => [grade, "bad"] as const),
    ...sound.map(({ grade }, index) => [grade, index > 0 && index === sound.length - 1 ? "warn" : "good"] as const),
  ]);
  return (grade) => tones.get(grade) ?? "neutral";
}

const steps: Part["tone"][] = ["step-1", "step-2", "step-3", "step-4", "step-5"];

/** A colour for a place from the first, which is good, to the last, which is bad. */
export const stepTone = (position: number, last: number): Part["tone"] => steps[last < 2 ? 0 : Math.round(((position - 1) / (last - 1)) * (steps.length - 1))]!;

const overdue = ["age-1", "age-2", "age-3", "age-4"] as const;
/** A colour for each age of debt: grey for what is not due, which is the first, then deeper the older it is. */
export const ageTone = (position: number, last: number): Part["tone"] =>
  (position < 2 ? "age-0" : overdue[last < 3 ? 0 : Math.round(((position - 2) / (last - 2)) * (overdue.length - 1))]!);

/** A colour for each grade in a bar: from good to bad, and grey for not graded, which is the last. */
export const barTone = (position: number, last: number): Part["tone"] => (position === last ? "series-5" : stepTone(position, last - 1));

/** Why a client has no grade, in words; the number of months is the setting. */
export function ungradedReason(statement: string, { stale_after_months: months }: Headline): string {
  switch (statement) {
    case "none": return t`No statement at all`;
    case "stale": return t`Last statement over ${integer(months)} months old`;
    case "unbalanced": return t`Balance sheet does not add up`;
    case "too few ratios": return t`Too few figures stated`;
    default: return words(statement);
  }
}

const LISTING = /^(critical: |weak: |adequate: |strong: |without |only .+ of the grade can be judged, without )(.+)$/u;

/** What led to a grade, one by one; a reason may list ratios, each with its value or, in brackets, why it has none. */
export const reasons = (text: string): string[] => text.replaceAll("''", "″").replaceAll("Z'", "Z′").split("; ").map((reason) => {
  const [, lead, ratios] = LISTING.exec(reason) ?? [];
  if (!lead || !ratios) return words(readable(reason));
  return words(readable(`${lead}{0}`).replace("{0}", joined(ratios.split(/, (?![^(]*\))/u).map(readable))));
});

/** The first of the reasons that tells of this very grade: a rule that would allow a better one does not explain it. */
export const reasonOf = (grade: string, text: string): string | undefined =>
  reasons(text.split("; ").filter((reason) => !reason.endsWith(" at best") || reason.endsWith(`so grade ${grade} at best`)).join("; "))[0];

/** Why a client is on the watch list, as one sentence. */
export function watchReason(text: string): string {
  const [first = "", ...others] = text.split("; ").map(readable);
  return words(others.reduce((all, reason) => t`${all}; ${reason}`, first));
}

/** A group of the data under its own name; what has none says so in the language in use. */
export const groupName = (name: string) => (name === "unknown" ? phrase("Unknown") : name);
