import { groupLink } from "../../components/groupLink.js";
import { heading } from "../../components/heading.js";
import { element } from "../../lib/element.js";
import { t } from "../../lib/language.js";
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

/** Dimensions by which the list of customers can be narrowed. */
const listed = new Set(["kind", "region", "tier", "owner", "country", "industry", "company_size", "channel", "source"]);

/** A group by name; one of a single value leads to its customers. */
export const linkedGroup = (group: Pick<Group, "dimension" | "group_name" | "group_kind">): string | Element =>
  (group.group_kind === "value" && listed.has(group.dimension) ? groupLink(groupName(group), { [group.dimension]: group.group_name }) : groupName(group));

/** The way to the customers that have no value of a dimension. */
export const missingLink = (dimension: string): Element | null => (listed.has(dimension) ? groupLink(t`Show them`, { [dimension]: MISSING_VALUE }) : null);
