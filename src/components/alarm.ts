import { element } from "../lib/element.js";
import { msg, own, phrase } from "../lib/language.js";

/** Reasons of marts.next_steps that go before whatever else a list would have us do with a customer, as what to do or to know. */
const alarms: Record<string, string> = {
  "no further credit but orders": msg("deliver only against payment"), "no further credit": msg("no deliveries on credit"), "seriously overdue": msg("bills seriously overdue"), "makes a loss": msg("makes a loss"),
};

/** Whom a title names to be called or won back: the first of a list with whom nothing else goes before; else its first. */
export const firstToApproach = <T extends { next_step_reason: string | null }>(rows: T[]): T | undefined =>
  rows.find(({ next_step_reason: reason }) => reason === null || own(alarms, reason) === undefined) ?? rows[0];

/** What goes before all else with a customer, in words. */
export const alarmText = (reason: string): string => phrase(own(alarms, reason) ?? reason);

/** Below the name of a customer in a list that is about something else: what goes before it. */
export function alarm({ next_step_reason: reason }: { next_step_reason: string | null }): Element | null {
  return reason === null || own(alarms, reason) === undefined ? null : element("small", { class: "bad" }, alarmText(reason));
}
