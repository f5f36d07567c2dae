import { MISSING_VALUE, selectable } from "./selection.js";

/* What a link to the list of customers may ask for beside what every page can be narrowed by. */

/** Attributes that a link may ask for: name in the address, column of the export customer_index or customer_index_groups. */
export const linkedAttributes = {
  region: "region", owner: "owner", country: "country", industry: "industry", company_size: "company_size", channel: "channel", source: "source", campaign: "campaign",
  credit_grade: "credit_grade", first_order_year: "first_deal_year",
  order_channel: "order_channels", order_region: "order_regions", order_owner: "order_owners", product_category: "product_categories", moved_product: "moved_products",
  prior_tier: "prior_tier", movement: "movement", driver: "driver", next_step_reason: "next_step_reason", profit_class: "profit_class",
  class: "class", named_segment: "named_segment", cluster: "cluster_label", recency_score: "recency_score", frequency_score: "frequency_score", monetary_score: "monetary_score",
  grade: "grade", prior_grade: "prior_grade", statement: "statement", altman_zone: "altman_zone", critical_ratio: "critical_ratios", weak_ratio: "weak_ratios", debt_age: "debt_ages",
  state: "state", churn_band: "churn_band", relationship_level: "relationship_level", contact_standing: "contact_standing", contact_timing: "contact_timing", file_age: "file_age", file_state: "file_state", faulty_field: "faulty_fields", file_error: "file_errors", attitude: "attitude", behaviour: "behaviour", service_failure: "service_failure",
} as const satisfies Record<string, string>;
export type LinkedAttribute = keyof typeof linkedAttributes;

/** Those of which a customer may have several values: columns of customer_index_groups. */
const several: ReadonlySet<LinkedAttribute> = new Set([
  "order_channel", "order_region", "order_owner", "product_category", "moved_product", "critical_ratio", "weak_ratio", "debt_age", "faulty_field", "file_error",
]);

/** How the address names an attribute whose values are those that customers do not have: all but the groups that are shown by themselves. */
export const allBut = (name: string): string => `not_${name}`;

/** An attribute with the values of which a customer must have one, or for all but these, one other. */
export interface WantedAttribute { name: LinkedAttribute; parameter: string; values: Set<string>; isAllBut: boolean }

/** What an address asks for of the attributes; by those of the pages' own filter it selects, see parseSelection. */
export function wantedAttributes(query: string): WantedAttribute[] {
  const parameters = new URLSearchParams(query);
  const isSelected = (name: string) => (selectable as readonly string[]).includes(name);
  return (Object.keys(linkedAttributes) as LinkedAttribute[]).flatMap((name) =>
    [...(isSelected(name) ? [] : [{ parameter: name, isAllBut: false }]), { parameter: allBut(name), isAllBut: true }]
      .filter(({ parameter }) => parameters.has(parameter))
      .map(({ parameter, isAllBut }) => ({ name, parameter, values: new Set(parameters.getAll(parameter)), isAllBut })));
}

/** Whether customers cannot be told apart without customer_index_groups. */
export const needsGroups = (wanted: WantedAttribute[]): boolean => wanted.some(({ name }) => several.has(name));

/** Whether a customer has all that is wanted, by the values that it has in the columns of the index. */
export const fits = (wanted: WantedAttribute[], valueIn: (column: string) => string | number | null): boolean => wanted.every(({ name, values, isAllBut }) => {
  const value = valueIn(linkedAttributes[name]);
  if (value === null) return values.has(MISSING_VALUE);
  const own = several.has(name) ? String(value).split("\n") : [String(value)];
  return own.some((one) => values.has(one) !== isAllBut);
});
