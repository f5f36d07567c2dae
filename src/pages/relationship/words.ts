import { decimal1, integer, words, type Format } from "../../lib/format.js";
import { msg, phrase, t } from "../../lib/language.js";
import { valueName } from "../../lib/valueName.js";
import type { Level, Segment } from "./rows.js";

/** Contacts to one decimal where they are no whole number: a third of a contact a month is one each quarter. */
export const contacts: Format = (value) => (value === null || value === undefined || Math.abs(value - Math.round(value)) < 0.05 ? integer(value) : decimal1(value));

/** A segment by its parts: "Key · Businesses". */
export function segmentName({ tier, kind }: Pick<Segment, "tier" | "kind">): string {
  return [tier === null ? null : words(tier), kind === null ? null : valueName(kind, "kind")].filter((part) => part !== null).join(" · ");
}

/** What the list of customers is asked for to show a segment. */
export const segmentAsked = ({ tier, kind }: Pick<Segment, "tier" | "kind">): Record<string, string> => ({ ...(tier !== null && { tier }), ...(kind !== null && { kind }) });

/** A level by name; customers of no tier have none, nor has anybody where no margin can be told high or low. */
export const levelName = ({ level }: Pick<Level, "level">): string => (level === null ? t`No level` : words(level));

/** Numbers of customers in a segment, from the many to the few. */
export const numberClasses = ["many", "medium", "few"] as const;
/** What they leave, from low to high. */
export const marginClasses = ["low", "medium", "high"] as const;

export function numberName(name: string): string {
  return phrase(name === "many" ? msg("Many customers") : name === "medium" ? msg("A medium number") : msg("Few customers"));
}

export function marginName(name: string, measure: string): string {
  if (measure === "revenue") return phrase(name === "low" ? msg("Low revenue") : name === "medium" ? msg("Medium revenue") : msg("High revenue"));
  return phrase(name === "low" ? msg("Low margin") : name === "medium" ? msg("Medium margin") : msg("High margin"));
}
