import { html } from "htl";
import { integer } from "../../lib/format.js";
import type { Summary } from "./rows.js";

/** What the amount of a customer is, as the head of a column. */
export const amountTitle = ({ amount_is }: Summary) => (amount_is === "mean" ? "Revenue per order" : "Revenue per customer");

/** The time whose orders count. */
export const windowWords = ({ window_days }: Summary) => (window_days === null ? "all orders on record" : `orders of the last ${integer(window_days)} days`);

/** A name with what belongs to it below, smaller. */
export const named = (name: string, below: string | null) => html`<span>${name}${below ? html`<small>${below}</small>` : null}</span>`;

/** A name of the settings in the middle of a sentence. */
export const quoted = (name: string) => `“${name}”`;

/** A mean or median of days. */
export const daysAgo = (days: number | null) => (days === null ? null : Math.round(days) === 0 ? "today" : `${integer(days)} ${Math.round(days) === 1 ? "day" : "days"} ago`);

/**
 * How well groups stand apart, by the mean silhouette width: the steps of Kaufman and Rousseeuw, Finding Groups in
 * Data, 1990, table 4.
 */
export function separationWords(silhouette: number): string {
  if (silhouette > 0.7) return "lie far apart: the borders are clear";
  if (silhouette > 0.5) return "lie reasonably far apart";
  if (silhouette > 0.25) return "partly overlap, so a customer near a border could as well be counted to the neighbour";
  return "overlap: take them as a rough order only";
}
