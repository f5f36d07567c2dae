import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { decimal1, integer, list, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { MISSING_VALUE } from "../../selection/selection.js";
import { listHeight, type Item } from "./customerFile.js";
import type { Group } from "./rows.js";
import { anchored, dimensionTitle, groupName, upperFirst, type Dimension } from "./words.js";

const dimensions = ["owner", "source", "region"] as const;
/** Groups that stand open. */
const FIRST = 6;

/** Where the poor files come from: who keeps them, how the customers came, where they are. */
export function groups(context: Context): Item[] {
  const table = context.read<Group>("quality_groups");
  return dimensions.map((dimension) => ({ dimension, rows: table.rows.filter((group) => group.dimension === dimension) }))
    .filter(({ rows }) => rows.length > 1)
    .map(({ dimension, rows }) => ({ height: listHeight(rows.length, FIRST), element: groupCard(context, table, rows, dimension) }));
}

/** What to supply for the files to be told apart. */
export function ungrouped(context: Context): Element[] {
  const table = context.read<Group>("quality_groups");
  const absent = dimensions.filter((dimension) => !table.rows.some((group) => group.dimension === dimension));
  if (absent.length === 0) return [];
  return [note(t`The files are not divided by ${list(absent.map(dimensionTitle))}: map ${list(absent.map((dimension) => `customers.${dimension}`))} in project.yaml to see who keeps files well and where poor ones come from.`)];
}

function groupCard(context: Context, table: Table<Group>, rows: Group[], dimension: Dimension): HTMLElement {
  const known = rows.filter((group) => group.score !== null && !group.is_missing).sort((a, b) => a.score! - b.score!);
  const largest = Math.max(...known.map((group) => group.lost_points ?? 0));
  const asked = (group: Group) => ({ [dimension]: group.is_missing ? MISSING_VALUE : group.member });
  const name = (group: Group) => (group.is_missing ? groupLink(t`None given`, asked(group), group.customers) : html`<span translate="no">${groupLink(valueName(group.member, dimension), asked(group), group.customers)}</span>`);
  return anchored(`by-${dimension}`, card(context, {
    title: title(known, dimension), sources: [table],
    subtitle: t`By points that the group costs the score of all files; excess: points beyond what files of the same kinds of customers cost on average`,
  },
    html`<div class="groups">${dataTable(rows, [
      { label: upperFirst(dimensionTitle(dimension)), value: name, isRowHeader: true },
      { label: t`Score`, value: (group) => integer(group.score), align: "right" },
      { label: t`Points lost`, value: (group) => decimal1(group.lost_points), align: "right", bar: (group) => (group.is_missing || largest === 0 ? null : (group.lost_points ?? 0) / largest) },
      { label: t`Excess`, value: (group) => signed(group.excess_points), align: "right" },
      { label: t`Files`, value: (group) => integer(group.customers), align: "right" },
      { label: t`Poor`, value: (group) => groupLink(integer(group.poor_customers), { ...asked(group), file_state: "poor" }, group.poor_customers), align: "right" },
      { label: t`Filled`, value: (group) => percent0(group.completeness_rate), align: "right" },
      { label: t`Fresh`, value: (group) => percent0(group.freshness_rate), align: "right" },
    ], { first: FIRST, caption: t`Quality of the customer files by ${dimensionTitle(dimension)}`, noun: "group" })}</div>`));
}

function title(known: Group[], dimension: Dimension): string {
  const [worst] = known;
  const best = known.at(-1);
  if (!worst || !best) return t`Files by ${dimensionTitle(dimension)}`;
  const [low, high] = [integer(worst.score), integer(best.score)];
  return known.some((group) => group.is_notable) && low !== high
    ? t`${upperFirst(groupName(dimension, worst.member))} has the poorest files (${low} of 100), ${groupName(dimension, best.member)} the best (${high})`
    : t`The files are about equally good by ${dimensionTitle(dimension)}: ${low} to ${high} of 100`;
}

const signed = (points: number | null) => (points !== null && decimal1(points) === "−0.0" ? "0.0" : points !== null && points >= 0.05 ? `+${decimal1(points)}` : decimal1(points));
