import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { heatMap } from "../../components/heatMap.js";
import { decimal2, integer, percent0, words } from "../../lib/format.js";
import type { Context } from "../../lib/page.js";
import type { Agreement, Cluster, Group, Overlap } from "./rows.js";

/** How far segments, classes and clusters divide the customers alike. */
export function agreement(context: Context): Element[] {
  const pairs = context.read<Agreement>("rfm_scheme_agreements");
  const rows = [...pairs.rows].sort((a, b) => b.majority_share - a.majority_share);
  const [top] = rows;
  if (!top) return [];
  return [
    card(context, {
      title: `Whoever knows a customer's ${top.other_scheme} guesses its ${top.scheme} right for ${percent0(top.majority_share)} of the customers`,
      subtitle: "The ways to divide the customers, two by two", sources: [pairs], span: 5,
    },
      dataTable(rows, [
        { label: "Known", value: (row) => words(row.other_scheme), isRowHeader: true },
        { label: "Guessed", value: (row) => words(row.scheme) },
        { label: "Right for", value: (row) => percent0(row.majority_share), align: "right", bar: (row) => row.majority_share },
        { label: "Beyond chance", value: (row) => decimal2(row.adjusted_rand_index), align: "right" },
      ], { caption: "Agreement of segments, classes and clusters" }),
      note("Beyond chance (adjusted Rand index): 1 where both divide the customers in the same way, 0 where they agree only by chance. Low values are no fault: each way asks another question.")),
    ...overlap(context),
  ];
}

function overlap(context: Context): Element[] {
  const overlaps = context.read<Overlap>("rfm_scheme_overlaps");
  const groups = context.read<Group>("rfm_group_figures");
  const found = context.read<Cluster>("rfm_cluster_profiles");
  const hasClusters = found.rows.length > 0;
  const rows = overlaps.rows.filter((row) => row.scheme === "class" && row.other_scheme === (hasClusters ? "cluster" : "segment"));
  const numbers = new Map(found.rows.map((row) => [row.cluster_label, `Cluster ${row.cluster}`]));
  const columnOf = (name: string) => numbers.get(name) ?? words(name);
  const isUsed = (name: string) => rows.some((row) => row.name === name || row.other_name === name);
  const classes = groups.rows.filter(({ scheme, name }) => scheme === "class" && isUsed(name)).map(({ name }) => words(name));
  const columns = hasClusters ? [...numbers.values()] : groups.rows.filter(({ scheme, name }) => scheme === "segment" && isUsed(name)).map(({ name }) => words(name));
  const [top] = [...rows].sort((a, b) => b.customers - a.customers);
  if (!top) return [];
  return [card(context, {
    title: `${percent0(top.share_of_other)} of ${hasClusters ? columnOf(top.other_name).toLowerCase() : `“${words(top.other_name)}”`} are “${words(top.name)}”`,
    subtitle: `Customers by class (rows) and ${hasClusters ? "cluster" : "segment"} (columns), with their share of the ${hasClusters ? "cluster" : "segment"}`,
    sources: [overlaps, groups, found], span: 7,
  },
    heatMap(rows.map((row) => ({ row: words(row.name), column: columnOf(row.other_name), value: row.customers, text: `${integer(row.customers)} · ${percent0(row.share_of_other)}` })), {
      caption: "Customers by class and cluster or segment", rows: classes, columns, rowTitle: "Class", columnTitle: hasClusters ? "Cluster" : "Segment",
    }))];
}
