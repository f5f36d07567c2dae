import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { decimal1, integer, list, percent0, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import { dimensionTitles } from "./findings.js";
import type { Group } from "./rows.js";
import { anchored, groupName, upperFirst } from "./words.js";

const dimensions = ["owner", "source", "region"] as const;

/** Where the poor files come from: who keeps them, how the customers came, where they are. */
export function groups(context: Context): Element[] {
  const table = context.read<Group>("quality_groups");
  const shown = dimensions.filter((dimension) => table.rows.filter((group) => group.dimension === dimension).length > 1);
  const absent = dimensions.filter((dimension) => !table.rows.some((group) => group.dimension === dimension));
  return [
    ...shown.map((dimension, index) => groupCard(context, table, dimension, shown.length % 2 === 1 && index === shown.length - 1 ? 12 : 6)),
    ...(absent.length > 0 ? [note(`The files are not divided by ${list(absent.map((dimension) => dimensionTitles[dimension]))}: map ${list(absent.map((dimension) => `customers.${dimension}`))} in project.yaml to see who keeps files well and where poor ones come from.`)] : []),
  ];
}

function groupCard(context: Context, table: Table<Group>, dimension: (typeof dimensions)[number], span: 6 | 12): Element {
  const rows = table.rows.filter((group) => group.dimension === dimension);
  const known = rows.filter((group) => group.score !== null && !group.is_missing).sort((a, b) => a.score! - b.score!);
  const [worst] = known;
  const best = known.at(-1);
  const largest = Math.max(...known.map((group) => group.lost_points ?? 0));
  const title = !worst || !best ? `Files by ${dimensionTitles[dimension]}`
    : known.some((group) => group.is_notable) && integer(worst.score) !== integer(best.score)
      ? `${upperFirst(groupName(dimension, worst.member))} has the poorest files: ${integer(worst.score)} of 100; ${groupName(dimension, best.member)} has the best: ${integer(best.score)}`
      : `The files are about equally good by ${dimensionTitles[dimension]}: ${integer(worst.score)} to ${integer(best.score)} of 100`;
  return anchored(`by-${dimension}`, card(context, {
    title, sources: [table], span,
    subtitle: "What costs the score of all files most points first; excess: points beyond what files of the same kinds of customers cost on average",
  },
    html`<div class="groups">${dataTable(rows, [
      { label: upperFirst(dimensionTitles[dimension]), value: (group) => (group.is_missing ? "None given" : dimension === "source" ? words(group.member) : group.member), isRowHeader: true },
      { label: "Score", value: (group) => integer(group.score), align: "right" },
      { label: "Points lost", value: (group) => decimal1(group.lost_points), align: "right", bar: (group) => (group.is_missing || largest === 0 ? null : (group.lost_points ?? 0) / largest) },
      { label: "Excess", value: (group) => signed(group.excess_points), align: "right" },
      { label: "Files", value: (group) => integer(group.customers), align: "right" },
      { label: "Poor", value: (group) => integer(group.poor_customers), align: "right" },
      { label: "Filled", value: (group) => percent0(group.completeness_rate), align: "right" },
      { label: "Right", value: (group) => percent0(group.accuracy_rate), align: "right" },
      { label: "Fresh", value: (group) => percent0(group.freshness_rate), align: "right" },
    ], { first: 8, caption: `Quality of the customer files by ${dimensionTitles[dimension]}`, noun: "group" })}</div>`));
}

const signed = (points: number | null) => (points !== null && decimal1(points) === "−0.0" ? "0.0" : points !== null && points >= 0.05 ? `+${decimal1(points)}` : decimal1(points));
