import { count, integer, month, percent0, type Format } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import type { Measure, Outlook, Refusal } from "./rows.js";

/** What the page shows first: what a leadership team is asked for. */
export const MEASURES: Measure[] = ["revenue", "orders"];

export const measureName = (measure: Measure): string => (measure === "revenue" ? t`Revenue` : t`Orders`);

/** How values of a measure read. */
export const formatOf = ({ money }: Pick<Context, "money">, measure: Measure): Format => (measure === "revenue" ? money : integer);

/** An amount with what it is: "€4.46M of revenue", "17,962 orders". */
export const amountOf = (context: Pick<Context, "money">, measure: Measure, value: number | null): string =>
  (measure === "revenue" ? t`${context.money(value)} of revenue` : t`${integer(value)} orders`);

export const between = (format: Format, low: number | null, high: number | null): string => t`${format(low)} to ${format(high)}`;

/** Why nothing is forecast, in a few words. */
export function refusal(reason: Refusal): string {
  switch (reason) {
    case "too short": return t`too few months on record`;
    case "no orders": return t`no month has an order`;
    case "ended": return t`the last months have no order`;
    case "not predictable": return t`no model came near what then happened`;
    case "too uncertain": return t`too uncertain to give a number`;
    case "not tested so far ahead": return t`history is too short to test it so far ahead`;
    case "ends too far ahead": return t`its end lies beyond the forecast`;
    case "begins later": return t`its period begins later`;
    case "begins before history": return t`it began before orders are on record`;
  }
}

/** The same in full, with what would have to change. */
export function refusalInFull(outlook: Outlook): string {
  switch (outlook.reason) {
    case "too short":
      return outlook.months === 0 ? t`Orders are on record for no complete month; a forecast takes ${count(outlook.needed_months, "month")}.`
        : t`Orders are on record for ${count(outlook.months, "complete month")}; a forecast takes ${integer(outlook.needed_months)}: a year to learn from, and the rest to test it on.`;
    case "no orders": return t`None of the ${count(outlook.months, "complete month")} on record has an order: there is nothing to forecast from.`;
    case "ended":
      return t`The last ${count(outlook.silent_months, "month")} on record have no order, which never happened before: the business has ended, or its latest orders are not here. Supply them, or set as_of_date in project.yaml to the last day on record.`;
    case "not predictable":
      return t`Even the best model was off by ${percent0(outlook.wape)} in the test on past months: a forecast would say more than is known.`;
    case "too uncertain":
      return t`Demand changes so much from month to month that what comes could as well be nothing as twice the forecast. In the test on past months the best model was off by ${percent0(outlook.wape)}.`;
    default: return "";
  }
}

/** The model in words that say what it does. */
export function modelName(model: string): string {
  switch (model) {
    case "seasonal naive": return t`The same month a year before`;
    case "simple": return t`Level alone (simple exponential smoothing)`;
    case "seasonal": return t`Level and season (exponential smoothing)`;
    case "trend": return t`Level and trend (Holt)`;
    case "additive": return t`Level, trend and season, added (Holt and Winters)`;
    default: return t`Level, trend and season, multiplied (Holt and Winters)`;
  }
}

/** How far to trust a forecast, from the test of it. */
export function trust(outlook: Outlook): string {
  const off = percent0(outlook.wape);
  const grade = outlook.grade === "good" ? t`Good to plan by, within its limits: in the test a month came ${off} off the forecast on average.`
    : outlook.grade === "fair" ? t`Good for the direction, rough for a single month: in the test a month came ${off} off the forecast on average.`
      : t`A rough guide only: in the test a month came ${off} off the forecast on average.`;
  return outlook.is_naive ? t`${grade} Nothing forecast it better than the same month a year before, so that is what stands here.`
    : outlook.naive_wape === null ? grade : t`${grade} The same month a year before would have been ${percent0(outlook.naive_wape)} off.`;
}

/** "Jul 2025 to Jun 2026". */
export const span = (first: string | null, last: string | null): string => (first === last ? month(first) : t`${month(first)} to ${month(last)}`);
