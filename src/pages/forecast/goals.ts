import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { heading } from "../../components/heading.js";
import { withNote } from "../../components/withNote.js";
import { change, day, integer, MISSING, words } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import type { Target } from "./rows.js";
import { between, formatOf, measureName, refusal } from "./words.js";

/** Goals of orders and revenue whose period still runs: will they be reached? */
export function goals(context: Context): Element[] {
  const table = context.read<Target>("forecast_targets");
  const { rows } = table;
  if (rows.length === 0) return [];
  const missed = rows.filter(({ verdict }) => verdict === "unlikely" || verdict === "out of reach").length;
  const judged = rows.filter(({ verdict }) => verdict !== null).length;
  const title = judged === 0 ? t`Whether the goals will be reached cannot be said`
    : missed === 0 ? t`Every goal for orders and revenue is likely to be reached`
      : judged === 1 ? t`“${rows.find(({ verdict }) => verdict !== null)!.goal}” is likely to be missed` : t`${integer(missed)} of ${integer(judged)} goals are likely to be missed`;
  return [...heading(t`Goals`), card(context, { title, subtitle: t`What the complete months brought, and what is forecast for those left`, sources: [table], span: 12 },
    dataTable(rows, [
      { label: t`Goal`, value: (row) => withNote(row.goal, row.owner ?? MISSING, "no"), isRowHeader: true },
      { label: t`To be reached by`, value: (row) => day(row.period_end) },
      { label: t`Figure`, value: (row) => measureName(row.measure) },
      { label: t`Target`, value: (row) => formatOf(context, row.measure)(row.target), align: "right" },
      { label: t`Reached`, value: (row) => formatOf(context, row.measure)(row.reached), align: "right" },
      { label: t`Forecast`, value: (row) => (row.value === null ? MISSING : withNote(formatOf(context, row.measure)(row.value), between(formatOf(context, row.measure), row.low, row.high))), align: "right" },
      { label: t`Needed beyond the forecast`, value: (row) => (row.needed_rate !== null && row.needed_rate > 0 && row.verdict !== "reached already" ? change(row.needed_rate) : MISSING), align: "right" },
      { label: t`Will it be reached?`, value: (row) => (row.reason === null ? words(row.verdict) : words(refusal(row.reason))) },
    ], { caption: t`Goals of orders and revenue` }))];
}
