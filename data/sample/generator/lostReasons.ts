import { AS_OF } from "./calendar.js";
import type { Customer } from "./customer.js";
import { Random } from "./random.js";

/** Days after its last order from which on the sales force has noticed that a client is gone. */
const NOTICED = 120;

/** Why a business client is gone, as its account manager wrote it down for some: what happened to it, or what any may say. */
export function lostReasonOf(customer: Customer, lastOrder: number | undefined): string {
  const { company } = customer;
  if (!company || customer.kind === "internal" || lastOrder === undefined || lastOrder > AS_OF - NOTICED) return "";
  const random = new Random(`left ${customer.id}`);
  if (!random.chance(0.6)) return "";
  if (company.insolvent !== undefined) return "insolvent";
  if (customer.mishap !== undefined && customer.mishap <= lastOrder) return "late deliveries";
  return random.pick(["cheaper elsewhere", "cheaper elsewhere", "closed down", "buys through its group", "range no longer fits"]);
}
