import { element } from "../lib/element.js";
import { phrase } from "../lib/language.js";

/** Reasons of marts.next_steps that go before whatever else a list would have us do with a customer. */
const alarms = new Set(["no further credit but orders", "no further credit", "seriously overdue", "makes a loss"]);

/** Below the name of a customer in a list that is about something else: what goes before it. */
export const alarm = ({ next_step_reason: reason }: { next_step_reason: string | null }): Element | null =>
  (reason !== null && alarms.has(reason) ? element("small", { class: "bad" }, phrase(reason)) : null);
