import { month, year } from "../../lib/format.js";
import { msg, own, phrase, t } from "../../lib/language.js";
import type { Grain } from "./rows.js";

/** States as they read on the page: who is in them. */
const states: Record<string, string> = {
  "non-customer": msg("Non-customers"), "prospect": msg("Prospects"), "target": msg("Targets"), "first-time": msg("First-time customers"),
  "repeat": msg("Repeat customers"), "loyal": msg("Loyal customers"), "lost": msg("Lost customers"), "new": msg("Not known yet"),
};

export const stateName = (state: string): string => phrase(own(states, state) ?? state);

/** A cohort by the first day of its period. */
export function cohortName(date: string, grain: Grain): string {
  if (grain === "month") return month(date);
  if (grain === "year") return year(date);
  const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
  return t`${date.slice(0, 4)} Q${quarter}`;
}

/** What a period since is called. */
export function agesTitle(grain: Grain): string {
  switch (grain) {
    case "month": return t`Months since the month of the first order`;
    case "quarter": return t`Quarters since the quarter of the first order`;
    case "year": return t`Years since the year of the first order`;
  }
}
