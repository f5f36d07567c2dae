import { AS_OF, OPENING } from "./calendar.js";
import { companies } from "./companies.js";
import { consumers } from "./consumers.js";
import type { Customer } from "./customer.js";
import { MARKETS } from "./markets.js";
import { CompanyRegister } from "./names.js";
import { Random } from "./random.js";

/** Number of persons and companies that have a second file. */
const DUPLICATES = 46;

/** All customers, in the order in which their files were opened; Shanghai keeps files of its own. */
export function population(): Customer[] {
  const register = new CompanyRegister();
  const all = MARKETS.flatMap((market) => [...consumers(market), ...companies(market, register)]);
  const withDuplicates = [...all, ...duplicates(all)].map((customer, position) => ({ customer, position }));
  withDuplicates.sort((a, b) => a.customer.since - b.customer.since || a.position - b.position);
  let [european, chinese] = [10000, 1000];
  return withDuplicates.map(({ customer }) => {
    customer.id = customer.market.region === "Greater China" ? `SH${++chinese}` : `C${++european}`;
    return customer;
  });
}

/** Second files of the same person or company: the name written a little differently, phone or e-mail the same. */
function duplicates(all: readonly Customer[]): Customer[] {
  const random = new Random("duplicates");
  const candidates = all.filter(({ kind, prospect, company }) => kind !== "internal" && !prospect && !company?.key);
  return random.sample(candidates, DUPLICATES).map((original, number): Customer => {
    const since = Math.min(AS_OF - 20, Math.max(original.since, OPENING) + random.integer(40, 500));
    const sameEmail = number % 3 !== 0;
    original.reachable = true;
    return {
      ...original, original, since, merged: number % 3 === 1, mishap: undefined,
      name: rewritten(original.name, number),
      email: sameEmail ? original.email.toUpperCase().replace("EXAMPLE", "example") : `second.${original.email}`,
      phone: sameEmail && number % 2 ? "" : original.phone.replace(" 555 ", number % 4 ? " 555" : "-555-"),
      ordersPerYear: original.ordersPerYear * 0.4, until: Math.max(since, original.until),
      diligence: original.diligence * 0.6, source: random.pick(["web", "marketplace", original.source]),
    };
  });
}

function rewritten(name: string, number: number): string {
  if (number % 3 === 0) return name.toUpperCase();
  return number % 3 === 1 ? name.replace(" ", "  ").replace(/\.$/, "") : name.toLowerCase();
}
