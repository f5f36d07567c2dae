import { integer, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import { valueName } from "../../lib/valueName.js";

/** What a term of the model is, and one unit of it, as it reads on the page; see the terms of marts.churn_coefficients. */
export function termWords(term: string, days: number): { name: string; unit: string } {
  const window = integer(2 * days);
  switch (term) {
    case "silence": return { name: t`Silent for longer than usual`, unit: t`each gap of its own usual length without an order, up to ten` };
    case "rhythm": return { name: t`Orders more seldom`, unit: t`each doubling of the usual time between orders` };
    case "bought once": return { name: t`Ordered once only`, unit: t`against more often` };
    case "purchases": return { name: t`More orders to date`, unit: t`each doubling of the days with an order` };
    case "trend": return { name: t`Orders more than before`, unit: t`each doubling of the orders of the last ${integer(days)} days against the ${integer(days)} before` };
    case "worth of an order": return { name: t`Larger orders`, unit: t`each doubling of what an order is worth` };
    case "tenure": return { name: t`Longer a customer`, unit: t`each year` };
    case "complaints": return { name: t`Complaints`, unit: t`each of the last ${window} days, up to three` };
    case "open complaint": return { name: t`A complaint is not resolved`, unit: t`against none` };
    case "satisfaction": return { name: t`More satisfied`, unit: t`each point of 5 in the last answer` };
    case "no satisfaction answer": return { name: t`Never said how satisfied`, unit: t`against an answer of 3` };
    case "recommendation": return { name: t`Likelier to recommend`, unit: t`each point of 10 in the last answer` };
    case "no recommendation answer": return { name: t`Never said whether to recommend`, unit: t`against an answer of 5` };
    case "contacts": return { name: t`More contacts`, unit: t`each doubling of the contacts of the last ${window} days` };
    case "recency": return { name: t`Longer since the last order`, unit: t`each doubling of the days` };
    default: return { name: valueName(term, "kind"), unit: t`against consumers` };
  }
}

/** What a model is called. */
export function modelName(model: string): string {
  switch (model) {
    case "logistic": return t`All that is known of the customer`;
    case "recency alone": return t`Time since the last order alone`;
    case "repeat buying": return t`How often and how lately each bought (repeat buying)`;
    case "base rate": return t`The same chance for everybody`;
    default: return model;
  }
}

/** A group of a dimension of the curves. */
export const groupTitle = (dimension: string, name: string): string =>
  (dimension === "all" ? t`All customers` : dimension === "cohort" || dimension === "kind" || dimension === "region" ? valueName(name, dimension) : valueName(name, "channel"));

/** What groups that differ so much would be if they stayed equally long, in words. */
export function differenceWords(probability: number | null): string {
  if (probability === null) return t`Whether they differ cannot be said: nobody is lost of all but one.`;
  if (probability < 0.001) return t`They differ: chance alone would show as much less than once in a thousand times (log-rank test).`;
  if (probability < 0.05) return t`They differ: chance alone would show as much in ${percent0(probability)} of cases (log-rank test).`;
  return t`Chance alone would show as much in ${percent0(probability)} of cases: they may well stay equally long (log-rank test).`;
}

/** How far predictions can be trusted, in a word or two. */
export function verdictName(verdict: string): string {
  switch (verdict) {
    case "good": return t`Sound`;
    case "rough": return t`Rough`;
    case "naive": return t`To be beaten`;
    default: return t`Of no use`;
  }
}
