import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { heatMap } from "../../components/heatMap.js";
import { decimal2, integer, percent0, words } from "../../lib/format.js";
import { msg, phrase, t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import type { Agreement, Cluster, Group, Overlap } from "./rows.js";
import { groupName, quoted } from "./words.js";

const schemes: Record<string, string> = { segment: msg("named segment"), class: msg("class"), cluster: msg("cluster") };
const schemeOf = (code: string) => schemes[code] ?? code;

/** How far segments, classes and clusters divide the customers alike. */
export function agreement(context: Context): Element[] {
  const pairs = context.read<Agreement>("rfm_scheme_agreements");
  const rows = [...pairs.rows].sort((a, b) => b.majority_share - a.majority_share);
  const [top] = rows;
  if (!top) return [];
  return [
    card(context, {
      title: t`Whoever knows a customer's ${phrase(schemeOf(top.other_scheme))} guesses its ${phrase(schemeOf(top.scheme))} right for ${percent0(top.majority_share)} of the customers`,
      subtitle: t`The ways to divide the customers, two by two`, sources: [pairs], span: 5,
    },
      dataTable(rows, [
        { label: t`Known`, value: (row) => words(schemeOf(row.other_scheme)), isRowHeader: true },
        { label: t`Guessed`, value: (row) => words(schemeOf(row.scheme)) },
        { label: t`Right for`, value: (row) => percent0(row.majority_share), align: "right", bar: (row) => row.majority_share },
        { label: t`Beyond chance`, value: (row) => decimal2(row.adjusted_rand_index), align: "right" },
      ], { caption: t`Agreement of segments, classes and clusters` }),
      note(t`Beyond chance (adjusted Rand index): 1 where both divide the customers in the same way, 0 where they agree only by chance. Low values are no fault: each way asks another question.`)),
    ...overlap(context),
  ];
}

function overlap(context: Context): Element[] {
  const overlaps = context.read<Overlap>("rfm_scheme_overlaps");
  const groups = context.read<Group>("rfm_group_figures");
  const found = context.read<Cluster>("rfm_cluster_profiles");
  const hasClusters = found.rows.length > 0;
  const rows = overlaps.rows.filter((row) => row.scheme === "class" && row.other_scheme === (hasClusters ? "cluster" : "segment"));
  const [top] = [...rows].sort((a, b) => b.customers - a.customers);
  if (!top) return [];
  const numbers = new Map(found.rows.map((row) => [row.cluster_label, t`Cluster ${row.cluster}`]));
  const named = new Map(groups.rows.map((row) => [`${row.scheme} ${row.name}`, groupName(row)]));
  const rowOf = (name: string) => named.get(`class ${name}`) ?? words(name);
  const columnOf = (name: string) => numbers.get(name) ?? named.get(`segment ${name}`) ?? words(name);
  const used = (scheme: Group["scheme"], of: (row: Overlap) => string) =>
    groups.rows.filter((group) => group.scheme === scheme && rows.some((row) => of(row) === group.name)).map(groupName);
  const share = percent0(top.share_of_other);
  return [card(context, {
    title: hasClusters ? t`${share} of ${columnOf(top.other_name)} are ${quoted(rowOf(top.name))}` : t`${share} of ${quoted(columnOf(top.other_name))} are ${quoted(rowOf(top.name))}`,
    subtitle: hasClusters ? t`Customers by class (rows) and cluster (columns), with their share of the cluster` : t`Customers by class (rows) and named segment (columns), with their share of the segment`,
    sources: [overlaps, groups, found], span: 7,
  },
    heatMap(rows.map((row) => ({
      row: rowOf(row.name), column: columnOf(row.other_name), value: row.customers,
      text: groupLink(`${integer(row.customers)} · ${percent0(row.share_of_other)}`, { class: row.name, [hasClusters ? "cluster" : "named_segment"]: row.other_name }, row.customers),
    })), {
      caption: t`Customers by class and cluster or segment`, rowTitle: t`Class`, columnTitle: hasClusters ? t`Cluster` : t`Named segment`,
      rows: used("class", (row) => row.name), columns: hasClusters ? [...numbers.values()] : used("segment", (row) => row.other_name),
    }))];
}
