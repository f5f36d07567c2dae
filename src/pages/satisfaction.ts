import { emptyState } from "../components/emptyState.js";
import { kpi } from "../components/kpi.js";
import { count, decimal2, integer, list, percent, percent0, pointsChange, words } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { againstPrior } from "./selected.js";
import { dissatisfied, mendedOrNone } from "./satisfaction/dissatisfied.js";
import { deliveredValue } from "./satisfaction/deliveredValue.js";
import { drivers } from "./satisfaction/drivers.js";
import { expectations, scoresByGroup } from "./satisfaction/groups.js";
import { loyalty } from "./satisfaction/loyalty.js";
import { outcomes } from "./satisfaction/outcomes.js";
import type { Attention, Headline, Terms } from "./satisfaction/rows.js";
import { courses } from "./satisfaction/scores.js";
import { isTold, points, scoreChange } from "./satisfaction/words.js";

export const satisfaction: Page = {
  path: "satisfaction",
  title: msg("Satisfaction"),
  question: msg("How do customers feel, who of those that matter is dissatisfied, and what should we mend first?"),
  follows: "customers",
  render(context) {
    const source = context.read<Headline>("satisfaction_headline");
    const terms = context.read<Terms>("satisfaction_terms").rows[0]!;
    const attention = context.read<Attention>("satisfaction_attention");
    const answers = source.rows.find(({ period }) => period === "current");
    const lists = [...dissatisfied(context, attention, terms), ...mendedOrNone(context, attention)];
    if (!context.has("surveys")) {
      return [
        emptyState(context, context.has("tickets") ? ["surveys"] : ["surveys", "tickets"], t`This page says whether customers would recommend us, how satisfied they are and what drives it, how loyal they are, and which key customers are dissatisfied.`),
        ...lists,
      ];
    }
    return [
      ...tiles(context, source, answers, attention, terms),
      ...lists,
      ...drivers(context, terms),
      ...loyalty(context, terms),
      ...courses(context, source, terms),
      ...scoresByGroup(context, terms),
      ...expectations(context),
      ...deliveredValue(context, terms),
      ...outcomes(context, terms),
    ];
  },
};

function tiles(context: Context, source: Table<Headline>, head: Headline | undefined, attention: Table<Attention>, terms: Terms): Element[] {
  const { money, windowDays } = context;
  const [watched] = attention.rows;
  const few = (answers: number | null | undefined) => t`${count(answers ?? 0, "answer")} in ${count(windowDays, "day")}; told from ${integer(terms.min_answers)} on`;
  return [
    kpi(context, {
      label: t`Net promoter score`, value: points(head?.score), sources: [source],
      ...(typeof head?.recommend_change === "number" && {
        delta: againstPrior(context, scoreChange(head.recommend_change)),
        isGood: isTold(head.recommend_change_low, head.recommend_change_high) ? head.recommend_change > 0 : undefined,
      }),
      note: typeof head?.score === "number" ? t`Promoters less detractors, of ${count(head.recommend_answers, "answer")}, the last of each customer; ${points(head.score_low)} to ${points(head.score_high)} with chance` : few(head?.recommend_answers),
    }),
    kpi(context, {
      label: t`Satisfied customers`, value: percent(head?.satisfied_rate), sources: [source],
      ...(typeof head?.satisfied_change === "number" && {
        delta: againstPrior(context, pointsChange(head.satisfied_change)),
        isGood: isTold(head.satisfied_change_low, head.satisfied_change_high) ? head.satisfied_change > 0 : undefined,
      }),
      note: typeof head?.satisfied_rate === "number" ? t`${integer(terms.satisfied_from)} or 5 of 5; ${percent0(head.satisfied_low)} to ${percent0(head.satisfied_high)} with chance. Mean ${decimal2(head.mean_score)}` : few(head?.satisfaction_answers),
    }),
    kpi(context, {
      label: t`Forms answered`, value: percent(head?.response_rate), sources: [source],
      note: typeof head?.response_rate === "number" ? t`${integer(head.answered)} of ${count(head.asked, "form")} sent in ${count(windowDays, "day")}, ${integer(head.anonymous_forms)} without a name. The others may feel otherwise`
        : t`No form of the ${count(windowDays, "day")} has a date on which it was sent`,
    }),
    ...(watched ? [kpi(context, {
      label: t`Dissatisfied: ${tierNames(watched)}`, value: t`${integer(watched.open_customers)} of ${integer(watched.attention_customers)}`, sources: [attention],
      note: watched.open_customers === 0 ? t`None of these customers is dissatisfied, as far as they say`
        : t`${money(watched.open_value)} of revenue at stake. No longer dissatisfied: ${count(watched.resolved_customers, "customer")}`,
    })] : []),
  ];
}

/** The tiers that are watched: "key and major". */
export const tierNames = ({ tiers }: Attention): string => list((tiers ?? "").split("\n").map((tier) => words(tier).toLowerCase()));
