import * as d3 from "d3";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { distribution } from "../../components/distribution.js";
import { heading } from "../../components/heading.js";
import { withNote } from "../../components/withNote.js";
import { count, decimal1, integer } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import type { Cycle, CycleDays } from "./rows.js";
import { groupTitle, stageName } from "./words.js";

/** How long an order takes, and how evenly; nothing where no day of leaving or arrival is known. */
export function cycle(context: Context): Element[] {
  const table = context.read<Cycle>("service_cycle");
  const spread = context.read<CycleDays>("service_cycle_days");
  const stages = table.rows.filter(({ dimension, period }) => dimension === "all" && period === "current");
  const whole = stages.at(-1);
  if (!whole) return [];
  const title = t`Half of the orders take ${count(Math.round(whole.median_days), "day")} at most, nine of ten ${count(Math.ceil(whole.p90_days), "day")}`;
  const prior = (row: Cycle) => table.rows.find((other) => other.stage === row.stage && other.dimension === row.dimension && other.group_name === row.group_name && other.period === "prior");
  const regions = table.rows.filter(({ dimension, period, stage }) => dimension === "region" && period === "current" && stage === whole.stage).sort((a, b) => b.mean_days - a.mean_days);
  const risen = (row: Cycle) => row.mean_days - (prior(row)?.mean_days ?? row.mean_days);
  const slowed = d3.greatest(regions, risen);
  const rise = slowed ? risen(slowed) : 0;
  return [
    ...heading(t`How long does an order take?`),
    card(context, { title, subtitle: t`${stageName(whole.stage)}: orders of ${context.window.title} by calendar days`, sources: [spread, table], span: 6 },
      distribution({ bins: spread.rows.filter(({ stage }) => stage === whole.stage).map(({ days, orders }) => ({ from: days, to: days + 1, count: orders })) }, {
        label: title, xLabel: t`Calendar days`, yLabel: t`Orders`, format: integer,
        quantiles: [{ name: t`Half of them`, value: whole.median_days }, { name: t`Nine of ten`, value: whole.p90_days }],
      })),
    ...(regions.length > 1 ? [card(context, {
      title: t`${groupTitle(regions[0]!.group_name, "region")} waits longest: ${decimal1(regions[0]!.mean_days)} days on average${slowed && rise > 0.5 ? t`; ${groupTitle(slowed.group_name, "region")} slowed most, from ${decimal1(prior(slowed)?.mean_days)} to ${decimal1(slowed.mean_days)}` : ""}`,
      subtitle: t`${stageName(whole.stage)}: calendar days by sales region`, sources: [table], span: 6,
    }, dataTable(regions, columns((_, row) => groupTitle(row.group_name, "region"), t`Region`, prior), { caption: t`${stageName(whole.stage)} by region`, first: 8, noun: "region" }))] : []),
    card(context, {
      title: t`${stageName(whole.stage)}: ${decimal1(whole.mean_days)} days on average`, sources: [table], span: regions.length > 1 ? 12 : 6,
      subtitle: t`Calendar days between the steps of an order; give or take: how far orders lie from the mean (standard deviation)`,
    }, dataTable(stages, columns(stageName, t`Stage`, prior), { caption: t`Time between the steps of an order` })),
  ];
}

const columns = (name: (stage: string, row: Cycle) => string, title: string, prior: (row: Cycle) => Cycle | undefined) => [
  { label: title, value: (row: Cycle) => withNote(name(row.stage, row), count(row.orders, "order")), isRowHeader: true },
  { label: t`Mean`, value: (row: Cycle) => decimal1(row.mean_days), align: "right" as const },
  { label: t`Before`, value: (row: Cycle) => decimal1(prior(row)?.mean_days), align: "right" as const },
  { label: t`Half of them`, value: (row: Cycle) => decimal1(row.median_days), align: "right" as const },
  { label: t`Nine of ten`, value: (row: Cycle) => decimal1(row.p90_days), align: "right" as const },
  { label: t`Give or take`, value: (row: Cycle) => decimal1(row.spread_days), align: "right" as const },
];
