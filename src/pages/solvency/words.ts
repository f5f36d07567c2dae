import type { GradeTone } from "../../components/gradeBadge.js";
import type { Part } from "../../components/stackedBar.js";
import { day, decimal1, decimal2, integer, MISSING, moneyFormats, percent, type Format } from "../../lib/format.js";
import type { Grade, Headline } from "./rows.js";

/** A change with its sign; nothing where it is not known. */
export const signed = (value: number | null, format: Format) => (value === null ? undefined : value > 0 ? `+${format(value)}` : format(value));

/** The day that receivables are compared with. */
export const before = ({ before_date }: Headline) => day(before_date);

/** A value in the unit of its ratio. */
export function ratioValue(unit: string, value: number | null, currency?: string): string {
  if (value === null) return MISSING;
  if (unit === "share") return percent(value);
  if (unit === "days") return `${integer(value)} days`;
  if (unit === "times") return Math.abs(value) >= 100 ? integer(value) : decimal2(value);
  return currency ? moneyFormats(currency, "code").money(value) : decimal1(value);
}

/** Names of the grades that put a client on the watch list: "D or E". */
export const watchedGrades = (grades: Grade[]) => {
  const names = grades.filter(({ is_watched }) => is_watched).map(({ grade }) => grade);
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)!}`;
};

/** The tone of each grade: watched ones bad, the last before them a warning, those above good; not graded is neutral. */
export function badgeTones(grades: Grade[]): (grade: string) => GradeTone {
  const sound = grades.filter(({ is_watched, position }) => !is_watched && position < grades.length);
  const tones = new Map<string, GradeTone>([
    ...grades.filter(({ is_watched }) => is_watched).map(({ grade }) => [grade, "bad"] as const),
    ...sound.map(({ grade }, index) => [grade, index > 0 && index === sound.length - 1 ? "warn" : "good"] as const),
  ]);
  return (grade) => tones.get(grade) ?? "neutral";
}

/** A colour for each grade in a bar: from good to bad, and grey for not graded. */
export function barTone(position: number, last: number): Part["tone"] {
  if (position === last) return "series-5";
  const tones: Part["tone"][] = ["step-1", "step-2", "step-3", "step-4", "step-5"];
  return tones[last < 3 ? 0 : Math.round(((position - 1) / (last - 2)) * (tones.length - 1))]!;
}

/** Why a client has no grade, in words; the number of months is the setting. */
export const ungradedReason = (statement: string, head: Headline) => ({
  none: "No statement at all",
  stale: `Last statement older than ${head.stale_after_months} months`,
  unbalanced: "Statement does not balance",
  "too few ratios": "Too few lines stated",
}[statement] ?? statement);
