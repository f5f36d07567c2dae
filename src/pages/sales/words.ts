import { count, day, integer, percent, percent0, type Format } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import { valueName } from "../../lib/valueName.js";
import type { Concentration, Group } from "./rows.js";

/** A group by name; those without the value say so. */
export function groupTitle({ dimension, name }: Pick<Group, "dimension" | "name">): string {
  if (name !== null) return dimension === "channel" ? valueName(name, "channel") : name;
  return dimension === "owner" ? t`No account manager` : dimension === "team" ? t`No team` : t`No channel`;
}

/** What a person holds, in a sentence: "4 of 29 key customers, with all of whom nobody else speaks". */
export function keyWords({ key_customers: key, sole_key_customers: sole }: Pick<Group, "key_customers" | "sole_key_customers">, all: number): string {
  const held = t`${integer(key)} of ${count(all, "key customer")}`;
  if (key === 0 || sole === null || sole === 0) return held;
  return sole === key ? t`${held}, with whom nobody else of us speaks` : t`${held}; with ${integer(sole)} of them nobody else of us speaks`;
}

/** What hangs most on one person; with how many equal people there would be the same concentration. */
export function concentrationTitle(revenue: Concentration | undefined, holder: Group | undefined, all: Group | undefined): string {
  if (revenue && revenue.top_name === null && revenue.holders > 0) return t`No account manager's customers bring revenue on balance`;
  if (!revenue || revenue.top_name === null) return t`No customer that buys has an account manager`;
  if (revenue.top_share === null || !holder || !all) return t`${revenue.top_name} holds most`;
  return all.key_customers > 0 ? t`${revenue.top_name} holds ${percent0(revenue.top_share)} of the revenue and ${keyWords(holder, all.key_customers)}` : t`${revenue.top_name} holds ${percent0(revenue.top_share)} of the revenue`;
}

/** Who leaves or has left, and what of the business hangs on it. */
export function leavingTitle(group: Group, all: Group | undefined, money: Format): string {
  if (group.held_revenue <= 0) {
    return group.status === "left" ? t`${group.name ?? ""} left on ${day(group.left_date)} and still holds ${count(group.customers, "customer")}` : t`${group.name ?? ""} leaves on ${day(group.left_date)}: ${count(group.customers, "customer")} to hand over`;
  }
  const share = group.held_revenue_share === null ? money(group.held_revenue) : t`${money(group.held_revenue)}, ${percent(group.held_revenue_share)} of the revenue`;
  const key = all && all.key_customers > 0 && group.key_customers > 0 ? t`and ${count(group.key_customers, "key customer")}` : "";
  return group.status === "left" ? t`${group.name ?? ""} left on ${day(group.left_date)} and still holds ${share} ${key}`.trim() : t`${group.name ?? ""} leaves on ${day(group.left_date)}: ${share} ${key} need somebody new`.replace("  ", " ");
}

/** Why nobody's commission is known. */
export const commissionReason = (reason: string | null): string => (reason === null ? "" : phrase(reason));
