import * as d3 from "d3";
import { html } from "htl";
import { card } from "../../components/card.js";
import { clusterProfile } from "../../components/clusterProfile.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { elbow } from "../../components/elbow.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { scatter } from "../../components/scatter.js";
import { count, daysAgo, decimal1, decimal2, decimal3, integer, list, percent, percent0, readable, sentence, words } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { isPart } from "../selected.js";
import type { Choice, Cluster, ClusterName, Difference, DrawnCustomer, Measure, Summary } from "./rows.js";
import { amountTitle, named, quoted, revenueTitle, separationWords } from "./words.js";

/** The clusters with their profiles, and why there are as many; or why there are none. */
export function clusters(context: Context, summary: Table<Summary>, head: Summary): Element[] {
  const choices = context.read<Choice>("rfm_cluster_choice");
  const reasons = [...new Set(choices.rows.map(({ reason }) => reason))];
  if (head.clusters === null && reasons.length <= 1) {
    return [card(context, { title: t`No clusters are formed`, sources: [choices, summary], span: 12 },
      note(reasons[0] === undefined ? t`No number of clusters was tried.` : sentence(readable(reasons[0]))), note(t`The scores, segments and classes above do not need them.`))];
  }
  return [...(head.clusters === null ? [] : [cloud(context, head), profiles(context, head), differences(context)]), choice(context, choices, summary, head)];
}

function cloud(context: Context, head: Summary): Element {
  const drawn = context.read<DrawnCustomer>("rfm_scatter");
  const found = context.read<Cluster>("rfm_cluster_profiles");
  const top = [...found.rows].sort((a, b) => b.revenue - a.revenue || a.cluster - b.cluster)[0]!;
  const isLog = found.rows.every(({ median_amount, mean_amount }) => (median_amount ?? mean_amount ?? 1) > 0);
  const points = drawn.rows.filter(({ amount }) => !isLog || amount > 0);
  const left = drawn.rows.length - points.length;
  const title = top.revenue_share === null ? t`${integer(head.clusters)} groups of customers that behave alike`
    : t`Cluster ${integer(top.cluster)}, ${quoted(words(top.cluster_label))}, has ${percent0(top.customer_share)} of the customers and ${percent0(top.revenue_share)} of the revenue`;
  const shown = points.length === head.customers ? t`all ${integer(head.customers)} customers` : t`${integer(points.length)} of ${integer(head.customers)} customers`;
  return card(context, {
    title,
    subtitle: isPart(context) ? (isLog ? t`${amountTitle(head)} (each step up the scale is ten times as much) by days since the last order; ${shown}` : t`${amountTitle(head)} by days since the last order; ${shown}`)
      : isLog ? t`${amountTitle(head)} (each step up the scale is ten times as much) by days since the last order; ${shown}, the number at the middle of its cluster`
      : t`${amountTitle(head)} by days since the last order; ${shown}, the number at the middle of its cluster`,
    sources: [drawn, found], span: 7,
  },
    scatter(points.map((row) => ({ x: row.recency_days, y: row.amount, group: String(row.cluster) })), found.rows.map((row) => ({
      group: String(row.cluster), mark: String(row.cluster), name: words(row.cluster_label), ...(row.median_recency_days !== null && row.median_amount !== null && { middle: { x: row.median_recency_days, y: row.median_amount } }),
    })), { label: title, xLabel: t`Days since the last order`, yLabel: amountTitle(head), xFormat: integer, yFormat: context.money, xLog: false, yLog: isLog }),
    left > 0 ? note(t`${count(left, "customer")} with an amount of zero or below cannot be drawn on this scale.`) : null);
}

function profiles(context: Context, head: Summary): Element {
  const found = context.read<Cluster>("rfm_cluster_profiles");
  const { money } = context;
  const typical = (row: Cluster) => (row.median_recency_days === null ? null : t`Typical: ${daysAgo(row.median_recency_days)}, ${count(row.median_orders, "order")}, ${money(row.median_amount)}`);
  const link = (row: Cluster) => groupLink(`${row.cluster} · ${words(row.cluster_label)}`, { cluster: row.cluster_label }, row.customers);
  return card(context, { title: t`What each cluster is`, ...(!isPart(context) && { subtitle: t`Typical: half of the cluster's customers lie above, half below` }), sources: [found], span: 5 },
    dataTable(found.rows, [
      { label: t`Cluster`, value: (row) => named(link(row), typical(row)), isRowHeader: true },
      { label: t`Customers`, value: (row) => named(integer(row.customers), percent(row.customer_share)), align: "right" },
      { label: revenueTitle(head), value: (row) => named(money(row.revenue), percent(row.revenue_share)), align: "right" },
    ], { caption: t`Profiles of the clusters` }),
    disclosure(isPart(context) ? t`Means of the clusters` : t`Means beside the typical values`, {}, dataTable(found.rows, [
      { label: t`Cluster`, value: (row) => String(row.cluster), isRowHeader: true },
      { label: t`Last order, mean`, value: (row) => daysAgo(row.mean_recency_days), number: (row) => row.mean_recency_days, align: "right" },
      { label: t`Orders, mean`, value: (row) => decimal1(row.mean_orders), align: "right" },
      { label: t`${amountTitle(head)}, mean`, value: (row) => money(row.mean_amount), align: "right" },
    ], { caption: t`Means of the clusters` })),
    namesNote(context),
    note(t`A cluster is named after the class that a customer in its middle has, so the name describes the group, not each of its customers.`));
}

/** Which numbers are those of the last run; nothing where there was none. */
function namesNote(context: Context): Element | null {
  const names = context.read<ClusterName>("rfm_cluster_names").rows;
  const of = (state: ClusterName["state"]) => names.filter((row) => row.state === state).map(({ cluster }) => integer(cluster));
  const [kept, fresh, gone] = [of("kept"), of("new"), of("gone")];
  if (names.length === 0) return null;
  if (fresh.length + gone.length === 0) return note(t`Each cluster is one of the last run and has kept its number.`);
  const parts = [
    kept.length > 0 ? t`Kept from the last run: ${list(kept)}.` : null,
    fresh.length > 0 ? t`New: ${list(fresh)}.` : null,
    gone.length > 0 ? t`No longer found: ${list(gone)}.` : null,
  ];
  return note(parts.filter((part) => part !== null).join(" "));
}

const measures = ["recency", "frequency", "monetary"] as const;

/** What sets each cluster apart from all customers, on one scale for the three measures. */
function differences(context: Context): Element {
  const table = context.read<Difference>("rfm_cluster_differences");
  const clusters = [...d3.group(table.rows, ({ cluster }) => cluster).values()];
  const logs = measures.filter((measure) => table.rows.some((row) => row.measure === measure && row.is_log)).map((measure) => measureNames()[measure]);
  const scale = logs.length === 0 ? t`Middle of each cluster (mean), and its distance from the mean of all customers`
    : t`Middle of each cluster (mean; for ${list(logs)} on a logarithmic scale), and its distance from the mean of all customers`;
  return card(context, { title: apartTitle(table.rows), subtitle: scale, sources: [table], span: 12 },
    clusterProfile(clusters.map((rows) => ({
      name: groupLink(`${rows[0]!.cluster} · ${words(rows[0]!.cluster_label)}`, { cluster: rows[0]!.cluster_label }, rows[0]!.customers), detail: count(rows[0]!.customers, "customer"),
      measures: measures.flatMap((measure) => rows.filter((row) => row.measure === measure)).map((row) => ({
        name: shortNames()[row.measure], difference: row.difference, text: `${middle(context, row)} (${deviations(row.difference)})`,
        ...(row.difference && { isGood: row.difference > 0 !== (row.measure === "recency") }),
      })),
    })), { unit: t`standard deviations` }));
}

/** The cluster and measure that lie furthest from all. */
function apartTitle(rows: Difference[]): string {
  const [first] = rows.filter(({ difference }) => difference !== null).sort((a, b) => Math.abs(b.difference!) - Math.abs(a.difference!) || a.cluster - b.cluster);
  if (!first?.difference) return t`What sets each cluster apart`;
  const [cluster, far] = [integer(first.cluster), decimal1(Math.abs(first.difference))];
  const isAbove = first.difference > 0;
  switch (first.measure) {
    case "recency": return isAbove ? t`Cluster ${cluster} stands apart most: its last orders are older than the mean by ${far} standard deviations` : t`Cluster ${cluster} stands apart most: its last orders are later than the mean by ${far} standard deviations`;
    case "frequency": return isAbove ? t`Cluster ${cluster} stands apart most: more orders than the mean by ${far} standard deviations` : t`Cluster ${cluster} stands apart most: fewer orders than the mean by ${far} standard deviations`;
    case "monetary": return isAbove ? t`Cluster ${cluster} stands apart most: a larger amount than the mean by ${far} standard deviations` : t`Cluster ${cluster} stands apart most: a smaller amount than the mean by ${far} standard deviations`;
  }
}

const shortNames = () => ({ recency: t`Last order`, frequency: t`Orders`, monetary: t`Amount` });
const middle = ({ money }: Context, { measure, middle: value }: Difference) => (measure === "recency" ? daysAgo(value) : measure === "frequency" ? decimal1(value) : money(value));
const deviations = (difference: number | null) => (difference === null ? t`all equal` : t`${signed1(difference)} SD`.replaceAll(" ", "\u00a0"));
const signed1 = (value: number) => (value > 0 && decimal1(value) !== "0.0" ? `+${decimal1(value)}` : decimal1(value));

const verdict = ({ is_chosen, reason }: Choice) => {
  const text = readable(reason);
  return is_chosen ? html`<b>${text}</b>` : text;
};

function choice(context: Context, choices: Table<Choice>, summary: Table<Summary>, head: Summary): Element {
  const scales = context.read<Measure>("rfm_cluster_measures");
  const measured = choices.rows.find(({ measured_customers }) => measured_customers !== null)?.measured_customers ?? null;
  return card(context, {
    title: head.clusters === null ? t`No clusters: no number of them gives groups that are large enough and found again` : t`Why ${integer(head.clusters)} clusters: they explain ${percent0(head.explained_share)} of the differences between customers`,
    subtitle: measured === null || (measured === head.customers && !isPart(context)) ? t`Each number of clusters tried, with what speaks for and against it`
      : t`Each number of clusters tried, with what speaks for and against it; separation and stability measured on ${integer(measured)} customers`,
    sources: [choices, summary, scales], span: 12,
  },
    head.clusters === null || head.silhouette === null || head.stability === null ? null
      : html`<p class="todo">${separationWords(head.clusters, head.silhouette)} ${t`A search in random halves of the customers finds them again with a stability of ${decimal2(head.stability)} of 1.`}</p>`,
    html`<div class="choices">${dataTable(choices.rows, [
      { label: t`Clusters`, value: (row) => (row.is_chosen ? `${row.clusters} ✓` : String(row.clusters)), isRowHeader: true },
      { label: t`Verdict`, value: verdict },
      { label: t`Separation (silhouette)`, value: (row) => decimal3(row.silhouette), align: "right", bar: (row) => row.silhouette },
      { label: t`Found again (stability)`, value: (row) => decimal3(row.stability), align: "right", bar: (row) => row.stability },
      { label: t`Smallest cluster`, value: (row) => percent(row.smallest_share), align: "right" },
      { label: t`Differences explained`, value: (row) => percent(row.explained_share), align: "right" },
      { label: t`Left inside (within-SS)`, value: (row) => integer(row.within_ss), align: "right" },
    ], { caption: t`Numbers of clusters tried` })}</div>`,
    disclosure(t`How to read this`, {}, elbowOf(choices.rows), ...reading(head, scales.rows)));
}

function elbowOf(rows: Choice[]): Element | null {
  const points = rows.filter(({ within_ss }) => within_ss !== null).map(({ clusters, within_ss, is_chosen }) => ({ clusters, value: within_ss!, isChosen: is_chosen }));
  if (points.length < 3) return null;
  return elbow(points, { label: t`Differences left inside, by number of clusters`, xLabel: t`Clusters`, yLabel: t`Left inside (within-SS)`, format: integer });
}

const measureNames = () => ({ recency: t`the time since the last order`, frequency: t`the number of orders`, monetary: t`the amount` });

function reading(head: Summary, scales: Measure[]): Element[] {
  const logs = scales.filter(({ is_log }) => is_log).map(({ measure }) => measureNames()[measure]);
  return [
    t`Separation (silhouette): whether customers are closer to their own cluster than to the next, from −1 to 1. Above 0.5 clusters stand reasonably apart; from 0.25 to 0.5 they touch.`,
    t`Found again (stability): how alike the clusters are that random halves of the customers give; 1 is the same each time. Below ${decimal2(head.min_stability)} a number is refused.`,
    t`Smallest cluster: its share of the customers. Below ${percent(head.min_share)} it is a handful of outliers, and the number is refused.`,
    t`Differences explained: the part of all differences between customers that lies between the clusters. The rest is left inside (within-SS). Both gain with every further cluster, so they do not choose alone: what counts is where the gain becomes small.`,
    t`Of the numbers from ${integer(head.useful_clusters)} on that are not refused, the one with the best separation is taken; ${integer(head.preferred_clusters)} where it is close to it, since that many groups can still be led. Fewer than ${integer(head.useful_clusters)} often stand further apart, and say little more than large or small.`,
    ...(logs.length > 0 ? [t`Orders of magnitude count for ${list(logs)}: a few very large values would otherwise decide alone.`] : []),
  ].map(note);
}
