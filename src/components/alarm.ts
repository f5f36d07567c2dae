import { element } from "../lib/element.js";
import { msg, phrase } from "../lib/language.js";

/** Reasons of marts.next_steps that go before whatever else a list would have us do with a customer, as what to do or to know. */
const alarms: Record<string, string> = {
  "no further credit but orders": msg("deliver only against payment"), "no further credit": msg("no deliveries on credit"), "seriously overdue": msg("seriously overdue"), "makes a loss": msg("makes a loss"),
};

/** Below the name of a customer in a list that is about something else: what goes before it. */
export const alarm = ({ next_step_reason: reason }: { next_step_reason: string | null }): Element | null =>
  (reason !== null && alarms[reason] !== undefined ? element("small", { class: "bad" }, phrase(alarms[reason])) : null);
