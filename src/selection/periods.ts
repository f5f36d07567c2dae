import { day, month, year } from "../lib/format.js";
import { t } from "../lib/language.js";

/** A span of time that a page can be narrowed to. */
export interface Period {
  /** As the address writes it: window, last-3-months, 2025, 2025-Q3. */
  period: string;
  period_kind: "window" | "months" | "year" | "quarter";
  start_date: string;
  end_date: string;
  prior_start_date: string;
  prior_end_date: string;
  /** Whether all its days are over and on record. */
  is_complete: boolean;
  /** Whether anything of the period before is on record. */
  has_prior: boolean;
  /** Whether all of it is. */
  is_prior_complete: boolean;
}

/** What a period is called. */
export function periodTitle({ period, period_kind: kind, start_date: start, end_date: end, is_complete: isComplete }: Period): string {
  switch (kind) {
    case "window": return t`${day(start)} to ${day(end)}`;
    case "months": return t`3 months to ${month(end)}`;
    case "year": return isComplete ? year(start) : t`${year(start)} to ${day(end)}`;
    case "quarter": {
      const name = t`${period.slice(-2)} ${year(start)}`;
      return isComplete ? name : t`${name} to ${day(end)}`;
    }
  }
}

/** What a period is compared with is called. */
export function priorTitle({ period_kind: kind, prior_start_date: start, prior_end_date: end }: Period): string {
  return kind === "window" ? t`the time before` : t`${day(start)} to ${day(end)}`;
}
