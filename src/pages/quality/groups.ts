import { card } from "../../components/card.js";
import { note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { decimal1, integer, list, percent0, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import { dimensionTitles } from "./findings.js";
import type { Group } from "./rows.js";
import { anchored, groupName } from "./words.js";

const dimensions = ["owner", "source", "kind", "region"] as const;

/** Where the poor files come from: who keeps them, how the customers came, what they are. */
export function groups(context: Context): Element[] {
  const table = context.read<Group>("quality_groups");
  const shown = dimensions.filter((dimension) => table.rows.filter((group) => group.dimension === dimension).length > 1);
  const absent = dimensions.filter((dimension) => !table.rows.some((group) => group.dimension === dimension));
  return [
    ...shown.map((dimension) => groupCard(context, table, dimension, shown.length === 1 ? 12 : 6)),
    ...(absent.length > 0 ? [note(`The files are not divided by ${list(absent.map((dimension) => dimensionTitles[dimension]))}: map ${list(absent.map((dimension) => `customers.${dimension}`))} in project.yaml to see who keeps files well and where poor ones come from.`)] : []),
  ];
}

function groupCard(context: Context, table: Table<Group>, dimension: (typeof dimensions)[number], span: 6 | 12): Element {
  const rows = table.rows.filter((group) => group.dimension === dimension);
  const scored = rows.filter((group) => group.score !== null && group.member !== "unknown").sort((a, b) => a.score! - b.score!);
  const [worst] = scored;
  const best = scored.at(-1);
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const title = worst && best && integer(worst.score) !== integer(best.score)
    ? `${upper(groupName(dimension, worst.member))} have the poorest files: ${integer(worst.score)} of 100, ${best.member} ${integer(best.score)}`
    : `Files are alike by ${dimensionTitles[dimension]}`;
  return anchored(`by-${dimension}`, card(context, {
    title, subtitle: `Score by ${dimensionTitles[dimension]}, what costs most points first`, sources: [table], span,
  },
    rankedBars(rows, {
      caption: `Quality of the customer files by ${dimensionTitles[dimension]}`, groupTitle: words(dimensionTitles[dimension]), figureTitle: "Points lost",
      label: (group) => (group.member === "unknown" ? "None given" : dimension === "kind" ? words(group.member) : group.member),
      figure: { value: (group) => group.lost_points, text: (group) => decimal1(group.lost_points) },
      further: [
        { label: "Score", value: (group) => integer(group.score), align: "right" },
        { label: "Files", value: (group) => integer(group.customers), align: "right" },
        { label: "Poor", value: (group) => integer(group.poor_customers), align: "right" },
        { label: "Filled", value: (group) => percent0(group.completeness_rate), align: "right" },
        { label: "Right", value: (group) => percent0(group.accuracy_rate), align: "right" },
        { label: "Fresh", value: (group) => percent0(group.freshness_rate), align: "right" },
      ],
    })));
}
