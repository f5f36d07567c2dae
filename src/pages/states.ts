import { html } from "htl";
import { emptyState } from "../components/emptyState.js";
import { kpi } from "../components/kpi.js";
import { count, day, integer, percent, percent0, pointsChange } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { cohorts } from "./states/cohorts.js";
import { lost } from "./states/lost.js";
import { moves } from "./states/moves.js";
import type { Headline, Rates } from "./states/rows.js";
import { steps } from "./states/steps.js";

export const states: Page = {
  path: "states",
  title: msg("States"),
  question: msg("How many customers come, stay, leave and come back, whom did we lose and whom can we win back?"),
  follows: "customers",
  render(context) {
    const source = context.read<Headline>("states_headline");
    const [head] = source.rows;
    if (!head) return [emptyState(context, ["customers", "orders"], t`This page says in which state each customer is, who comes and leaves, how long cohorts stay, and whom to win back.`)];
    return [
      ...tiles(context, source, head),
      ...doubts(head),
      ...steps(context, head),
      ...lost(context, source, head),
      ...moves(context, source, head),
      ...cohorts(context),
    ];
  },
};

function tiles(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const { money } = context;
  const rates = context.read<Rates>("states_rates");
  const today = kpi(context, {
    label: t`Active customers`, value: integer(head.active), sources: [source, rates],
    ...(head.active_before !== null && { delta: t`${signedCount(head.active - head.active_before)} since ${day(head.from_date)}`, isGood: head.active >= head.active_before }),
    note: head.lost_after_days === null ? t`How long a customer may be silent is not known: nobody bought twice`
      : t`Ordered within ${count(head.lost_after_days, "day")}; ${count(head.lost, "more is", "more are")} lost`,
    trend: { points: rates.rows.map((row) => ({ date: row.month_end, value: row.active })), format: integer },
  });
  if (head.stayed_rate === null || head.from_date === null) return [today];
  return [
    today,
    kpi(context, {
      label: t`Stayed`, value: percent0(head.stayed_rate), sources: [source],
      ...change(head.stayed_rate, head.prior_stayed_rate, head),
      note: t`${integer(head.stayed)} of the ${count(head.active_before, "customer")} active on ${day(head.from_date)} are not lost (${percent0(head.confidence)} interval ${percent0(head.stayed_rate_low)} to ${percent0(head.stayed_rate_high)})`,
    }),
    kpi(context, {
      label: t`Revenue lost with customers`, value: money(head.span_value_lost ?? 0), sources: [source],
      note: head.span_share === null ? t`${count(head.span_lost, "customer")} lost since ${day(head.from_date)} and not back`
        : t`${count(head.span_lost, "customer")} lost since ${day(head.from_date)} and not back: ${percent(head.span_share)} of the revenue of the ${integer(context.windowDays)} days before`,
    }),
    head.back_rate === null
      ? kpi(context, { label: t`Won back`, value: integer(head.back), sources: [source], note: t`Nobody was lost on ${day(head.from_date)}` })
      : kpi(context, {
        label: t`Won back`, value: percent0(head.back_rate), sources: [source],
        ...change(head.back_rate, head.prior_back_rate, head),
        note: t`${integer(head.back)} of the ${integer(head.lost_before)} lost on ${day(head.from_date)} are active again`,
      }),
  ];
}

const signedCount = (value: number): string => (value > 0 ? `+${integer(value)}` : integer(value));

/** A rate against that of the span before, where both are of as many months. */
function change(rate: number, prior: number | null, { is_whole, months }: Headline): { delta: string; isGood: boolean } | Record<string, never> {
  if (prior === null || !is_whole || months === null) return {};
  return { delta: t`${pointsChange(rate - prior)} on the ${count(months, "month")} before`, isGood: rate >= prior };
}

/** What a reader has to know before the numbers are used. */
function doubts(head: Headline): Element[] {
  if (head.lost_after_days === null) {
    return [html`<p class="caution"><b>${t`Nobody counts as lost.`}</b> ${t`How long a customer may be silent follows from the gaps between purchases, and there are none: nobody bought twice. Set analysis.lost_after_days in project.yaml to know who is lost.`}</p>`];
  }
  if (head.from_date === null) {
    return [html`<p class="caution"><b>${t`There is nothing to compare with yet.`}</b> ${t`The record holds one month; what customers did since the month before can be said once there are two.`}</p>`];
  }
  return head.is_whole ? [] : [html`<p class="caution"><b>${t`The record is short.`}</b> ${t`Customers are compared with ${count(head.months, "month")} before, for there is no more.`}</p>`];
}
