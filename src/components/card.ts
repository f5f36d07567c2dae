import { element } from "../lib/element.js";
import type { CustomerOrder } from "../lib/customerRow.js";
import { t } from "../lib/language.js";
import type { AnyTable, Context } from "../lib/page.js";
import { isNarrowed, narrowsCustomers } from "../selection/selection.js";
import { groupLink } from "./groupLink.js";

export interface CardOptions {
  /** What the chart shows, as a finding made from the data where there is one. */
  title: string;
  /** What is measured, over what, in which unit. */
  subtitle?: string;
  /** The exports whose numbers the card shows. */
  sources: AnyTable[];
  /** Width in twelfths of the page. */
  span?: 3 | 4 | 5 | 6 | 7 | 12;
  /** What the list of customers is asked for to show all of those whose first ones stand here: its order, and attributes. */
  inFull?: { sort: CustomerOrder } & Record<string, string>;
}

/** A frame that says what its numbers are, whether they follow the reader's selection, and where they come from. */
export function card(context: Pick<Context, "selection">, { title, subtitle, sources, span = 6, inFull }: CardOptions, ...content: (Element | string | null | undefined)[]): HTMLElement {
  return element("section", { class: ["card", `span-${span}`, isOfAll(context, sources) && "of-all", isOfWindow(context, sources) && "of-window"].filter(Boolean).join(" "), "data-tables": tableNames(sources) },
    element("header", {}, element("h3", {}, title), subtitle ? element("p", { class: "subtitle" }, subtitle) : null, scopeNote(context, sources, inFull)),
    element("div", { class: "card-body" }, ...content.map((part) => part ?? null)),
    provenance(sources));
}

/** The way from a number to its definition: what it means, its formula, its inputs and checks. */
export function provenance(sources: AnyTable[]): HTMLElement {
  const [first] = sources;
  return element("footer", { class: "provenance", "data-tables": tableNames(sources) },
    first ? element("a", { class: "how", href: `./definitions.html#${first.name}` }, t`How is this computed?`) : null);
}

/** Whether the reader selected customers, and numbers are of all of them nevertheless. */
const isOfAll = ({ selection }: Pick<Context, "selection">, sources: AnyTable[]) => narrowsCustomers(selection) && sources.some(({ scope }) => scope === "whole");

/** Whether the reader chose a period, and numbers are of the whole window nevertheless. */
const isOfWindow = ({ selection }: Pick<Context, "selection">, sources: AnyTable[]) => selection.period !== null && sources.some(({ scope }) => scope !== "selection");

/** Says of numbers that cannot follow what the reader selected that they do not. */
export function scopeNote({ selection }: Pick<Context, "selection">, sources: AnyTable[], inFull?: CardOptions["inFull"]): HTMLElement | null {
  if (!isNarrowed(selection)) return null;
  const isWhole = isOfAll({ selection }, sources);
  const isTimeless = isOfWindow({ selection }, sources);
  const isListed = narrowsCustomers(selection) && sources.some(({ scope }) => scope === "listed");
  if (!isWhole && !isTimeless && !isListed) return null;
  const text = isWhole && isTimeless ? t`All customers, whole window: does not follow the filter`
    : isWhole ? t`All customers: does not follow the filter`
      : isListed && isTimeless ? t`Those of the list of all customers that fit, whole window: does not follow the period`
        : isListed ? t`Those of the list of all customers that fit` : t`Whole window: does not follow the period`;
  const all = isListed && inFull ? groupLink(t`All that fit`, inFull, undefined) : null;
  return element("p", { class: "scope-note" }, text, ...(all ? [" ", all] : []));
}

const tableNames = (sources: AnyTable[]) => [...new Set(sources.map(({ name }) => name))].join(" ");
