import { groupLink, type Asked } from "../../components/groupLink.js";
import { heading } from "../../components/heading.js";
import { element } from "../../lib/element.js";
import { t } from "../../lib/language.js";
import { allBut } from "../../selection/linked.js";
import { MISSING_VALUE } from "../../selection/selection.js";
import { groupName } from "./names.js";
import type { Group } from "./rows.js";

/** A heading that the list of parts at the top of the page leads to. */
export function section(id: string, title: string, lead?: string): Element[] {
  const elements = heading(title, lead);
  elements[0]!.id = id;
  return elements;
}

/** A name with lines below it, in small type. */
export const named = (name: string | Element, ...details: (string | Element | null | undefined)[]): string | Element => {
  const lines = details.filter((detail) => detail);
  return lines.length > 0 ? element("span", {}, name, ...lines.map((line) => (typeof line === "string" ? element("small", {}, line) : line!))) : name;
};

/** A change coloured by its sign, which the text also carries. */
export const signed = (text: string, value: number | null | undefined): Element =>
  element("span", { class: value ? (value < 0 ? "bad" : "good") : "neutral" }, text);

/** Dimensions by which the list of customers can be narrowed: all but those that are personal of a single customer. */
const listed = new Set([
  "kind", "region", "tier", "owner", "country", "industry", "company_size", "channel", "source", "credit_grade", "first_order_year",
  "order_channel", "order_region", "order_owner", "product_category",
]);

type NamedGroup = Pick<Group, "dimension" | "group_name" | "group_kind">;

/** What the list of customers is asked for by a group among the others of its dimension; nothing where it cannot be asked. */
export function askedBy({ dimension, group_name: name, group_kind: kind }: NamedGroup, groups: Group[]): Asked | undefined {
  if (!listed.has(dimension)) return undefined;
  switch (kind) {
    case "value": return { [dimension]: name };
    case "missing": return { [dimension]: MISSING_VALUE };
    case "folded": return { [allBut(dimension)]: groups.filter((group) => group.dimension === dimension && group.group_kind === "value").map((group) => group.group_name) };
    case "withheld":
    case "internal": return undefined;
  }
}

/** Customers of a group; of orders and lines those who ordered in it. */
const customersIn = ({ customers, buying_customers: buying }: Group) => customers ?? buying;

/** A group by name, leading to its customers. */
export function linkedGroup(group: Group, groups: Group[]): string | Element {
  const asked = askedBy(group, groups);
  return asked ? groupLink(groupName(group), asked, customersIn(group)) : groupName(group);
}

/** A group that another table names, leading to its customers. */
export function linkedName(groups: Group[], named: NamedGroup): string | Element {
  const group = groups.find((row) => row.dimension === named.dimension && row.group_name === named.group_name && row.group_kind === named.group_kind);
  return group ? linkedGroup(group, groups) : groupName(named);
}

/** The way to the customers that have no value of a dimension. */
export function missingLink(group: Group): string | Element | null {
  const asked = askedBy(group, []);
  return asked && group.customers ? groupLink(t`Show them`, asked, group.customers) : null;
}
