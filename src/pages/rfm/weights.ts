import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { note } from "../../components/heading.js";
import { count, decimal2, decimal3, integer, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Expert, Weight, WeightTrial } from "./rows.js";
import { named } from "./words.js";

const measureNames = () => ({ recency: t`Last order`, frequency: t`Orders`, monetary: t`Amount` });
const order = ["recency", "frequency", "monetary"] as const;
const sorted = <T extends { measure: Weight["measure"] }>(rows: readonly T[]): T[] => order.flatMap((measure) => rows.filter((row) => row.measure === measure));

/** The weights of the loyalty score: where they come from, and how far the ranking hangs on them. */
export function weights(context: Context): Element[] {
  const table = context.read<Weight>("rfm_weight_figures");
  const experts = context.read<Expert>("rfm_experts");
  const trials = context.read<WeightTrial>("rfm_weight_trials");
  const rows = sorted(table.rows);
  const [first] = rows;
  if (!first) return [];
  const heaviest = [...rows].sort((a, b) => b.weight - a.weight)[0]!;
  const together = experts.rows.find(({ is_combined }) => is_combined);
  const source = together ? t`From the judgements of ${count(together.experts, "expert")}, who contradict each other little (CR ${decimal3(together.consistency_ratio)}, accepted below ${decimal2(first.limit_ratio)})`
    : t`Set in the settings; judgements of experts, two measures at a time, would give them grounds`;
  return [
    card(context, { title: titleOf(heaviest), subtitle: source, sources: [table, experts], span: 6 },
      dataTable(rows, [
        { label: t`Measure`, value: (row) => measureNames()[row.measure], isRowHeader: true },
        { label: t`Weight`, value: (row) => decimal3(row.weight), align: "right", bar: (row) => row.weight },
        { label: t`May fall to`, value: (row) => (row.falls_to === null ? t`nothing` : decimal3(row.falls_to)), align: "right" },
        { label: t`May rise to`, value: (row) => (row.rises_to === null ? t`all` : decimal3(row.rises_to)), align: "right" },
      ], { caption: t`Weights of the loyalty score` }),
      note(t`As far as a weight may fall or rise, the others giving or taking in proportion, before other customers stand among the first ${integer(first.top_customers)}.`),
      agreementNote(first), expertFold(experts, together)),
    trialCard(context, trials),
  ];
}

function titleOf({ measure, weight }: Weight): string {
  const share = percent0(weight);
  switch (measure) {
    case "recency": return t`In the loyalty score the last order weighs most: ${share}`;
    case "frequency": return t`In the loyalty score the number of orders weighs most: ${share}`;
    case "monetary": return t`In the loyalty score the amount weighs most: ${share}`;
  }
}

const agreementNote = ({ class_tau, decision_tau }: Weight) => (class_tau === null || decision_tau === null ? null
  : note(t`The ranking by loyalty agrees with the order of the eight classes by ${decimal2(class_tau)}, with that of the five groups by ${decimal2(decision_tau)} (Kendall’s tau: 1 the same order, 0 no relation).`));

function expertFold(experts: Table<Expert>, together: Expert | undefined): Element | null {
  if (!together) return null;
  return disclosure(t`The experts`, {}, dataTable(experts.rows, [
    { label: t`Expert`, value: (row) => (row.is_combined ? t`All together` : row.expert), isRowHeader: true },
    { label: t`Last order`, value: (row) => decimal3(row.recency_weight), align: "right" },
    { label: t`Orders`, value: (row) => decimal3(row.frequency_weight), align: "right" },
    { label: t`Amount`, value: (row) => decimal3(row.monetary_weight), align: "right" },
    { label: t`Contradiction (CR)`, value: (row) => (row.is_consistent ? decimal3(row.consistency_ratio) : t`${decimal3(row.consistency_ratio)}, too much`), align: "right" },
  ], { caption: t`Weights by expert` }),
  note(t`Analytic hierarchy process: each expert judges the measures two by two, from 1/9 to 9 times as important; all together is the geometric mean. λmax ${decimal3(together.lambda_max)}, CI = (λmax − 3) / 2 = ${decimal3(together.consistency_index)}, CR = CI / ${decimal2(together.random_index)} = ${decimal3(together.consistency_ratio)}.`));
}

function trialCard(context: Context, trials: Table<WeightTrial>): Element {
  const rows = sorted(trials.rows);
  const least = Math.min(...rows.map(({ top_kept }) => top_kept));
  const top = rows[0]?.top_customers ?? 0;
  const changes = [...new Set(rows.map((row) => row.change))].sort((a, b) => a - b);
  const largest = Math.max(...changes.map(Math.abs));
  const title = rows.length === 0 ? t`How far the ranking hangs on the weights` : least === top ? t`A weight up to ${percent0(largest)} higher or lower leaves the first ${integer(top)} customers as they are`
    : t`With a weight up to ${percent0(largest)} higher or lower, ${integer(least)} or more of the first ${integer(top)} customers stay there`;
  return card(context, { title, subtitle: t`The ranking by loyalty with one weight changed, the others giving or taking in proportion`, sources: [trials], span: 6 },
    dataTable(order.filter((measure) => rows.some((row) => row.measure === measure)), [
      { label: t`Weight of`, value: (measure) => measureNames()[measure], isRowHeader: true },
      ...changes.map((change) => ({
        label: `${change > 0 ? "+" : "−"}${percent0(Math.abs(change))}`, align: "right" as const,
        value: (measure: Weight["measure"]) => {
          const row = rows.find((row) => row.measure === measure && row.change === change);
          return row && named(t`${integer(row.top_kept)} of ${integer(row.top_customers)}`, decimal3(row.tau));
        },
      })),
    ], { caption: t`Rankings with other weights` }),
    note(t`Above: how many of the first ${integer(top)} are still there. Below: Kendall’s tau of the two rankings of ${count(rows[0]?.compared_customers ?? 0, "customer")}, 1 for the same order.`));
}
