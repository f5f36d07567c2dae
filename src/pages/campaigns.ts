import { emptyState } from "../components/emptyState.js";
import { heading } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { change, count, integer, MISSING, readable, sentence } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { channels } from "./campaigns/channels.js";
import { courses, horizons, judgedBack, received, winning, won } from "./campaigns/results.js";
import type { Channel, Result, Terms } from "./campaigns/rows.js";
import { times } from "./campaigns/words.js";
import { sourceAnswers } from "./sourceAnswers.js";

export const campaigns: Page = {
  path: "campaigns",
  title: msg("Campaigns"),
  question: msg("What does winning a customer cost, which channels and campaigns pay, and which do not?"),
  follows: "nothing",
  render(context) {
    const results = context.read<Result>("campaigns_results");
    const source = context.read<Channel>("campaigns_channels");
    const terms = context.read<Terms>("campaigns_terms");
    const [term] = terms.rows;
    const hasCosts = term !== undefined && term.spend > 0;
    const hasCampaigns = results.rows.length > 0;
    const missing = [...(hasCampaigns ? [] : ["campaigns", "campaign_responses"]), ...(hasCosts ? [] : ["costs"])];
    if (!term || missing.length === 3) {
      return [emptyState(context, missing, t`This page says what winning a customer costs and what it is worth, by channel and campaign; how campaigns were answered, whom they won, what these customers left, and when that had paid for the campaign.`)];
    }
    return [
      ...tiles(context, source, results),
      ...(hasCosts ? [...heading(t`Which channels pay`, t`What was spent to win customers, by the customers won, against what these are worth over their lifetime.`), ...channels(context, source, terms), ...sourceAnswers(context, "campaigns")]
        : [emptyState(context, ["costs"], t`What winning a customer costs through each channel, what it is worth, and after how many months it has paid back would stand here.`)]),
      ...(hasCampaigns ? [
        ...heading(t`Which campaigns pay`, t`A campaign has paid back when the margin of the customers that it won has reached its cost.`),
        won(context, results, term),
        ...courses(context, results),
        ...horizons(context, results),
        ...heading(t`How campaigns were received`),
        ...received(context, results),
      ] : [emptyState(context, ["campaigns", "campaign_responses"], t`Reach and answers of each campaign, the customers that it won, and when it has paid back would stand here.`)]),
    ];
  },
};

function tiles(context: Context, source: Table<Channel>, results: Table<Result>): Element[] {
  const { money } = context;
  const now = source.rows.find(({ period, dimension }) => period === "current" && dimension === "all");
  const days = count(context.windowDays, "day");
  const judged = judgedBack(winning(results.rows));
  const unknown = winning(results.rows).length - judged.length;
  const without = judged.filter(({ customers_won: own }) => own === 0).length;
  const paid = judged.filter(({ payback_days: back }) => back !== null);
  return [
    ...(now ? [
      kpi(context, {
        label: t`Cost of a customer won`, value: money(now.cost_per_customer), sources: [source],
        ...(now.cost_change_rate !== null && { delta: t`${change(now.cost_change_rate)} on the ${days} before`, isGood: now.cost_change_rate <= 0 }),
        note: now.cost_per_customer === null ? sentence(readable(now.cost_reason ?? "")) : t`${money(now.spend)} spent to win ${count(now.customers_won, "customer")} in the last ${days}`,
      }),
      kpi(context, {
        label: t`Worth of a customer won`, value: money(now.lifetime_value), sources: [source],
        note: now.predicted_customers === 0 ? t`Its margin to date alone, of ${integer(now.valued_customers)} of ${count(now.customers_won, "customer")} won: what is still to come is not predicted`
          : now.value_to_cost === null ? t`Its margin to date and to come, before what winning and serving it cost` : t`${times(now.value_to_cost)} what winning it cost (CLV : CAC), by its margin to date and to come, before what serving it costs`,
      }),
      kpi(context, {
        label: t`Customers won`, value: now.is_new_known ? integer(now.customers_won) : MISSING, sources: [source],
        ...(now.won_change_rate !== null && { delta: t`${change(now.won_change_rate)} on the ${days} before`, isGood: now.won_change_rate >= 0 }),
        note: now.is_new_known ? t`New in the last ${days}, whatever won them; by campaigns: ${integer(now.campaign_customers)}` : t`Orders are on record for too short a time to tell who is new`,
      }),
    ] : []),
    ...(judged.length > 0 ? [kpi(context, {
      label: t`Campaigns that have paid back`, value: integer(paid.length), sources: [results],
      note: [
        judged.length === 1 ? t`Of the one campaign that was to win customers` : t`Of ${count(judged.length, "campaign")} that were to win customers`,
        ...(without === 0 ? [] : [t`won nobody: ${integer(without)}`]), ...(unknown === 0 ? [] : [t`cost or margin not known: ${integer(unknown)} more`]),
      ].reduce((told, one) => t`${told}; ${one}`),
    })] : []),
  ];
}
