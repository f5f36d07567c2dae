import { change, decimal1, integer, percent, pointsChange, readable, words, type Format } from "../../lib/format.js";
import { msg, own, phrase, t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { stateName } from "../states/words.js";
import type { Figure, Unit } from "./rows.js";

const figures: Record<string, string> = {
  revenue: msg("Revenue"), margin: msg("Margin"), orders: msg("Orders"), buying_customers: msg("Buying customers"), active_customers: msg("Active customers"),
  lost_customers: msg("Lost customers"), profit: msg("Profit after cost to serve"), overdue_amount: msg("Overdue receivables"),
  overdue_share: msg("Overdue by all that is owed"), dso_days: msg("Days sales outstanding (DSO)"), weak_exposure: msg("Owed by weak clients"),
  net_promoter_score: msg("Net promoter score"), satisfied_rate: msg("Satisfied customers"), dissatisfied_customers: msg("Dissatisfied key and major customers"),
  on_time_rate: msg("Orders on time"), perfect_order_rate: msg("Perfect orders"),
};

export const figureName = (figure: string): string => phrase(own(figures, figure) ?? figure);

const attributes: Record<string, string> = {
  "tier": msg("Tier"), "profit class": msg("Profit class"), "class": msg("RFM class"), "state": msg("State"), "grade": msg("Grade"), "customer": msg("Customer file"),
};

export const attributeName = (attribute: string): string => phrase(own(attributes, attribute) ?? attribute);

/** A standing as other pages call it. */
export function standingName(attribute: string, standing: string): string {
  switch (attribute) {
    case "state": return standing === "not on record" ? words(standing) : stateName(standing);
    case "tier": return valueName(standing, "tier");
    default: return words(standing);
  }
}

/** A figure in its unit. */
export function figureFormat(context: Context, unit: Unit): Format {
  switch (unit) {
    case "reporting currency": return context.money;
    case "share": return percent;
    case "days": case "points": return decimal1;
    default: return integer;
  }
}

/** Whether a figure is another as it is shown: a rate or share by a tenth of a percent. */
export const isMoved = ({ unit, change: by, change_rate: rate }: Figure): boolean => by !== null && (rate !== null ? Math.abs(rate) >= 0.0005 : unit === "share" ? Math.abs(by) >= 0.0005 : by !== 0);

/** By how much a figure changed: by its rate, a share by points, or else in its unit. */
export function changeText(context: Context, row: Figure): string {
  if (row.change === null) return readable("not known");
  if (!isMoved(row)) return t`no change`;
  if (row.change_rate !== null) return change(row.change_rate);
  if (row.unit === "share") return pointsChange(row.change);
  return signed(context, row.unit, row.change);
}

/** A difference with its sign, in a unit. */
export function signed(context: Context, unit: Unit, value: number): string {
  if (unit === "reporting currency") return context.moneyChange(value);
  const text = figureFormat(context, unit)(Math.abs(value));
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : text;
}
