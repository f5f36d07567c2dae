import { element } from "../lib/element.js";
import { phrase } from "../lib/language.js";

/** Reasons of marts.next_steps that go before whatever else a list would have us do with a customer. */
const alarms = new Set(["no further credit but orders", "no further credit", "seriously overdue", "makes a loss"]);

/** Whom a title names to be called or won back: the first of a list with whom nothing else goes before; else its first. */
export const firstToApproach = <T extends { next_step_reason: string | null }>(rows: T[]): T | undefined =>
  rows.find(({ next_step_reason: reason }) => reason === null || !alarms.has(reason)) ?? rows[0];

/** Below the name of a customer in a list that is about something else: what goes before it. */
export const alarm = ({ next_step_reason: reason }: { next_step_reason: string | null }): Element | null =>
  (reason !== null && alarms.has(reason) ? element("small", { class: "bad" }, phrase(reason)) : null);
