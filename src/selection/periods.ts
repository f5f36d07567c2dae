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
export const periodTitle = ({ period_kind, start_date, end_date, is_complete }: Period): string =>
  spanTitle(period_kind, { start: start_date, end: end_date, isWhole: is_complete });

/** What a period is compared with is called; of a period that still runs the same days of the year before. */
export const priorTitle = ({ period_kind, prior_start_date, prior_end_date, is_complete }: Period): string =>
  (period_kind === "window" ? t`the time before` : is_complete ? spanTitle(period_kind, { start: prior_start_date, end: prior_end_date, isWhole: true }) : t`${day(prior_start_date)} to ${day(prior_end_date)}`);

/** What a span of time is called. */
export function spanTitle(kind: Period["period_kind"], { start, end, isWhole }: { start: string; end: string; isWhole: boolean }): string {
  switch (kind) {
    case "window": return t`${day(start)} to ${day(end)}`;
    case "months": return t`3 months to ${month(end)}`;
    case "year": return isWhole ? year(start) : t`${year(start)} to ${day(end)}`;
    case "quarter": {
      const name = t`${`Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`} ${year(start)}`;
      return isWhole ? name : t`${name} to ${day(end)}`;
    }
  }
}
