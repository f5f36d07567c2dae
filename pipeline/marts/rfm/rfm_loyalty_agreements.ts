// One row per scheme whose groups have an order, classes and decision segments: how far the ranking by loyalty agrees with it.
// Kendall's tau-b (1945) of the customers' ranks by loyalty and the places of their groups, best first, as the settings list
// them: 1 the same order, 0 no relation, -1 the reverse. Ties, of which a few groups make many, are taken out of both.
// key: scheme
// columns:
//   scheme     class or decision
//   groups     Groups with customers [groups]
//   customers  Customers [customers]
//   tau        Kendall's tau-b; NULL where all are in one group or at one rank [-1 to 1]
import type { NumericColumns } from "../../engine/database.js";
import { kendallTauOfGroups } from "../../statistics/kendall.js";

export const inputs = {
  ranked: `select loyalty.loyalty_rank::double as rank, classes.position::double as class, decisions.position::double as decision, count(*)::double as customers
    from marts.rfm_loyalty as loyalty
      inner join marts.rfm_customers as customers on loyalty.customer_id = customers.customer_id
      inner join run.rfm_classes as classes on customers.class = classes.class
      inner join run.rfm_decisions as decisions on customers.decision = decisions.decision
    group by all order by all`,
};

export const columns = { scheme: "VARCHAR", groups: "INTEGER", customers: "INTEGER", tau: "DOUBLE" } as const;

export function compute({ ranked }: Record<string, NumericColumns>): NumericColumns {
  const weights = ranked!.customers as Float64Array;
  const schemes = weights.length === 0 ? [] : ["class", "decision"];
  return {
    scheme: schemes,
    groups: schemes.map((scheme) => new Set(ranked![scheme]).size),
    customers: schemes.map(() => weights.reduce((sum, rows) => sum + rows, 0)),
    tau: schemes.map((scheme) => kendallTauOfGroups(ranked!.rank as Float64Array, ranked![scheme] as Float64Array, weights)),
  };
}
