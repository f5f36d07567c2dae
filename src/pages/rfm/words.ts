import { element } from "../../lib/element.js";
import { decimal2, integer, month, words } from "../../lib/format.js";
import { language, t } from "../../lib/language.js";
import type { Group, Summary } from "./rows.js";

/** What the amount of a customer is, as the head of a column. */
export const amountTitle = ({ amount_is }: Summary) => (amount_is === "mean" ? t`Revenue per order` : t`Revenue per customer`);

/** The orders that count, by their time. */
export const windowWords = ({ window_days, history_start_date }: Summary) =>
  (window_days === null ? t`all orders since ${month(history_start_date)}` : t`the orders of the last ${integer(window_days)} days`);

/** Revenue as the head of a column: of which time. */
export const revenueTitle = ({ window_days, history_start_date }: Summary) =>
  (window_days === null ? t`Revenue since ${month(history_start_date)}` : t`Revenue, last ${integer(window_days)} days`);

/** A name with what belongs to it below, smaller. */
export const named = (name: string | Element, below: string | Element | null) => element("span", {}, name, below ? element("small", {}, below) : null);

/** The name of a group: in Chinese the one that the settings give it, where they do. */
export const groupName = ({ name, name_zh }: Pick<Group, "name" | "name_zh">) => (language() === "zh" && name_zh ? name_zh : words(name));

/** A name of the settings in the middle of a sentence. */
export const quoted = (name: string) => `“${name}”`;

/**
 * How well groups stand apart, by the mean silhouette width: the steps of Kaufman and Rousseeuw, Finding Groups in
 * Data, 1990, table 4.
 */
export function separationWords(clusters: number, silhouette: number): string {
  const [found, separation] = [integer(clusters), decimal2(silhouette)];
  if (silhouette > 0.7) return t`The ${found} clusters lie far apart: the borders are clear (separation ${separation} of 1).`;
  if (silhouette > 0.5) return t`The ${found} clusters lie reasonably far apart (separation ${separation} of 1).`;
  if (silhouette > 0.25) return t`The ${found} clusters partly overlap, so a customer near a border could as well be counted to the neighbour (separation ${separation} of 1).`;
  return t`The ${found} clusters overlap: take them as a rough order only (separation ${separation} of 1).`;
}
