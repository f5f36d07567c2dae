import { card } from "../../components/card.js";
import { interval } from "../../components/interval.js";
import { heading, note } from "../../components/heading.js";
import { count, integer, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import type { Recommendation } from "./rows.js";

/** Whether customers would recommend us, with what chance alone explains; nothing without answers. */
export function recommendation(context: Context): Element[] {
  const table = context.read<Recommendation>("retention_recommendation");
  const [current] = table.rows.filter(({ period }) => period === "current");
  if (!current) return [];
  const prior = table.rows.find(({ period }) => period === "prior");
  const isChanged = prior !== undefined && (current.score_low > prior.score_high || current.score_high < prior.score_low);
  const title = prior === undefined || !isChanged ? t`Net promoter score ${integer(current.score)}: ${integer(current.promoters)} of ${count(current.answers, "customer")} would recommend us, ${integer(current.detractors)} would not`
    : current.score > prior.score ? t`Net promoter score ${integer(current.score)}, up from ${integer(prior.score)}` : t`Net promoter score ${integer(current.score)}, down from ${integer(prior.score)}`;
  const answered = current.response_rate === null ? null
    : t`${percent0(current.response_rate)} of ${integer(current.asked)} asked have answered (${percent0(current.response_low)} to ${percent0(current.response_high)}); the others may think otherwise.`;
  return [
    ...heading(t`Would they recommend us?`),
    card(context, { title, subtitle: t`Promoters (9 and 10) less detractors (0 to 6), in points from −100 to 100, with what chance alone may make of it`, sources: [table], span: 12 },
      interval(table.rows.map((row) => ({
        name: row.period === "current" ? t`Last ${count(context.windowDays, "day")}` : t`The ${count(context.windowDays, "day")} before`,
        value: row.score, low: row.score_low, high: row.score_high, detail: count(row.answers, "answer"),
      })), { caption: t`Net promoter score`, nameTitle: t`Time`, valueTitle: t`Score`, format: integer }),
      answered === null ? null : note(answered)),
  ];
}
