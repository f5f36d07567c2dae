/**
 * What the reader narrowed the pages to. It stands in the address, so that a view can be sent to a colleague:
 * ?region=North&region=South&tier=key&period=2025-Q2.
 */

/** What customers can be selected by; each is an attribute that a customer has today. */
export const selectable = ["kind", "region", "tier", "segment", "owner"] as const;
export type Selectable = (typeof selectable)[number];

export interface Selection {
  /** Key of the period; null for the window that the project analyses. */
  period: string | null;
  /** Values of an attribute of which a customer has one; an attribute that is absent does not matter. */
  values: Partial<Record<Selectable, string[]>>;
}

export const wholeSelection: Selection = { period: null, values: {} };

/** Address forms of what is no value: those without one, and the rare ones that are counted together. */
export const MISSING_VALUE = "~missing";
export const FOLDED_VALUE = "~folded";

/** A value as the address writes it. */
export const addressValue = (value: string | null, kind: "value" | "folded" | "missing" = value === null ? "missing" : "value"): string =>
  kind === "missing" ? MISSING_VALUE : kind === "folded" ? FOLDED_VALUE : `${value!.startsWith("~") ? "~" : ""}${value!}`;

/** Reads the selection of an address; parameters that select nothing are passed over. Whether the run has such values is not known here. */
export function parseSelection(query: string): Selection {
  const parameters = new URLSearchParams(query);
  const values: Selection["values"] = {};
  for (const name of selectable) {
    const found = [...new Set(parameters.getAll(name))].filter((value) => value !== "");
    if (found.length > 0) values[name] = found;
  }
  return { period: parameters.get("period") || null, values };
}

/** The selection as a query, in a fixed order; empty where nothing is selected. */
export function selectionQuery({ period, values }: Selection): string {
  const parameters = new URLSearchParams();
  for (const name of selectable) for (const value of values[name] ?? []) parameters.append(name, value);
  if (period !== null) parameters.set("period", period);
  return parameters.toString();
}

/** Whether it narrows anything. */
export const isNarrowed = (selection: Selection): boolean => selection.period !== null || narrowsCustomers(selection);

/** Whether it leaves out customers. */
export const narrowsCustomers = ({ values }: Selection): boolean => selectable.some((name) => values[name] !== undefined);
