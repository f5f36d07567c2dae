import { emptyState } from "../components/emptyState.js";
import { heading } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { count, integer, percent0, pointsChange } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import type { Headline } from "./prospects/rows.js";
import { conversion, losses, staying } from "./prospects/sources.js";
import { classes, staleByOwner, toWork } from "./prospects/work.js";
import { sourceAnswers } from "./sourceAnswers.js";

export const prospects: Page = {
  path: "prospects",
  title: msg("Prospects"),
  question: msg("Which prospects deserve work now, and which sources bring customers that stay?"),
  follows: "nothing",
  render(context) {
    const source = context.read<Headline>("prospects_headline");
    const [head] = source.rows;
    if (!head) {
      return [emptyState(context, ["leads"], t`This page says which prospects to work on first and how, by money, authority and need; how many are won and how fast; what the pipeline is worth, and which sources bring customers that stay.`)];
    }
    return [
      ...tiles(context, source, head),
      ...heading(t`Whom to work on`, t`A prospect with money, authority to decide and need is ideal; with two of them it is worth the work on the third; with one it is kept warm. What is not known has to be found out first.`),
      toWork(context, source, head),
      classes(context, source, head),
      ...staleByOwner(context, source, head),
      ...part(heading(t`Which sources pay`, t`Where prospects came from, how many of them are won, and whether the customers that they become stay.`),
        [...conversion(context, head), ...(head.won_leads > 0 ? staying(context, head) : []), ...sourceAnswers(context, "prospects")]),
      ...part(heading(t`Why prospects are lost`), losses(context, head)),
    ];
  },
};

/** A part of which nothing is known yet has no heading either. */
const part = (title: Element[], content: Element[]): Element[] => (content.length === 0 ? [] : [...title, ...content]);

function tiles(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const { money } = context;
  const days = count(head.window_days, "day");
  const isTold = head.change_low !== null && head.change_high !== null && (head.change_low > 0 || head.change_high < 0);
  return [
    kpi(context, {
      label: t`Weighted pipeline`, value: money(head.weighted_amount), sources: [source],
      note: head.unweighted_leads > 0 ? t`Of ${money(head.pipeline_amount)} expected of ${count(head.open_leads, "open prospect")}, by the share won of their class, or of stale ones; without amount or chance: ${integer(head.unweighted_leads)}`
        : t`Of ${money(head.pipeline_amount)} expected of ${count(head.open_leads, "open prospect")}, by the share won of their class, or of stale ones`,
    }),
    kpi(context, {
      label: t`Prospects won of those closed`, value: percent0(head.current_won_rate), sources: [source],
      ...(head.won_change !== null && { delta: isTold ? t`${pointsChange(head.won_change)} on the ${days} before` : t`${pointsChange(head.won_change)} on the ${days} before: chance may explain it`, isGood: isTold ? head.won_change > 0 : undefined }),
      note: head.won_leads + head.lost_leads === 0 ? t`No prospect was won or lost yet` : t`${count(head.current_closed, "prospect")} won or lost in the last ${days}; ever: ${percent0(head.won_rate)} of ${integer(head.won_leads + head.lost_leads)}`,
    }),
    kpi(context, {
      label: t`Stale prospects`, value: integer(head.stale_leads), sources: [source],
      note: head.stale_leads === 0 ? t`None of ${count(head.open_leads, "open prospect")} was recorded more than ${count(head.stale_days, "day")} ago` : head.stale_weighted === null ? t`Of ${count(head.open_leads, "open prospect")}, recorded more than ${count(head.stale_days, "day")} ago; ${money(head.stale_amount)} expected of them`
        : t`Of ${count(head.open_leads, "open prospect")}, recorded more than ${count(head.stale_days, "day")} ago; ${money(head.stale_amount)} expected of them, ${money(head.stale_weighted)} by their chance`,
    }),
    kpi(context, {
      label: t`Days to win a prospect`, value: integer(head.win_days), sources: [source],
      note: head.win_days === null ? t`No prospect was won on a known day yet` : t`Median from the record on; nine of ten of those won within ${count(head.win_days_p90 === null ? null : Math.round(head.win_days_p90), "day")}`,
    }),
  ];
}
