import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { heading, note } from "../../components/heading.js";
import { survival, type SurvivalGroup } from "../../components/survival.js";
import { count, integer, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { CurvePoint, Headline, Lifetimes, Stay } from "./rows.js";
import { differenceWords, groupTitle } from "./words.js";

/** Days of a month of the axis. */
const MONTH = 30;

/** How long customers stay, in all and by group. */
export function stays(context: Context, head: Headline): Element[] {
  const lifetimes = context.read<Lifetimes>("retention_lifetimes");
  const [base] = lifetimes.rows;
  const curves = context.read<CurvePoint>("retention_curves");
  const table = context.read<Stay>("retention_stays");
  const all = table.rows.find(({ dimension }) => dimension === "all");
  if (!base || !all) return [];
  const dimensions = ["kind", "first channel", "region", "cohort"].filter((dimension) => table.rows.filter((row) => row.dimension === dimension).length > 1);
  const [first, second, ...others] = dimensions;
  return [
    ...heading(t`How long customers stay`, t`A customer stays until its last order before a silence of more than ${integer(base.horizon_days)} days. Who came less than that ago is not followed yet.`),
    everybody(context, curves, table, lifetimes, all, base, head, first ? 6 : 12),
    ...(first ? [groupCard(context, curves, table, first, head, 6)] : []),
    ...(second ? [disclosure(html`<h2>${t`Other groups`}</h2>`, { id: "stays", detail: t`Curves by channel, region and year, and their figures` }, html`<div class="page">${[
      ...[second, ...others].map((dimension) => groupCard(context, curves, table, dimension, head, 6)), figures(context, table),
    ]}</div>`)] : []),
  ];
}

function everybody(context: Context, curves: Table<CurvePoint>, table: Table<Stay>, lifetimes: Table<Lifetimes>, all: Stay, base: Lifetimes, head: Headline, span: 6 | 12): Element {
  const points = curves.rows.filter(({ dimension }) => dimension === "all");
  const again = points.find(({ time_days: time }) => time === 0)?.share ?? null;
  const title = all.year_share !== null && again !== null ? t`${percent0(again)} of new customers order again within ${integer(base.horizon_days)} days; after a year ${percent0(all.year_share)} are still customers`
    : again === null ? t`How long customers stay` : t`${percent0(again)} of new customers order again within ${integer(base.horizon_days)} days`;
  const back = all.lost_customers === 0 ? null : t`Of ${count(all.lost_customers, "customer")} who fell silent, ${integer(all.back_customers)} came back later; that is a new story, and not in the curve.`;
  return card(context, { title, subtitle: t`Share of customers still buying, by time since they became customers, with ${percent0(head.confidence)} limits`, sources: [curves, table, lifetimes], span },
    survival([{ name: t`All customers`, points: pointsOf(points), color: "series-1" }], { label: title, timeLabel: t`Months since the first order`, timeStep: 6, bandName: t`${percent0(head.confidence)} limits` }),
    back ? note(back) : null,
    base.is_start_unknown ? note(t`Of most customers it is not known whether they bought before orders are on record: the longest-standing look as if they were new.`)
      : base.unknown_customers > 0 ? note(t`${count(base.unknown_customers, "customer")} first seen as the record begins are left out: they may have bought before.`) : null,
    base.earlier_customers > 0 ? note(t`${count(base.earlier_customers, "customer")} from before the record count from where it begins, at the age they then had.`) : null);
}

const pointsOf = (points: CurvePoint[]) => points.map((point) => ({
  time: point.time_days / MONTH, share: point.share, low: point.share_low, high: point.share_high, atRisk: point.followed,
}));

function groupCard(context: Context, curves: Table<CurvePoint>, table: Table<Stay>, dimension: string, head: Headline, span: 6 | 12): Element {
  const rows = table.rows.filter((row) => row.dimension === dimension);
  const points = curves.rows.filter((row) => row.dimension === dimension);
  const groups: SurvivalGroup[] = rows.map((row) => ({ name: groupTitle(dimension, row.group_name), points: pointsOf(points.filter(({ group_name: name }) => name === row.group_name)) }));
  const known = rows.filter(({ year_share: share }) => share !== null).sort((a, b) => b.year_share! - a.year_share!);
  const [best, next, worst] = [known[0], known[1], known.at(-1)];
  const isTold = rows[0]?.p_value !== null && rows[0]!.p_value < 0.05;
  // That groups differ does not say that the first of them does from the second.
  const isFirst = best && next && best.year_share_low !== null && next.year_share_high !== null && best.year_share_low > next.year_share_high;
  const title = isTold && isFirst && worst
    ? t`${groupTitle(dimension, best.group_name)} stay longest: ${percent0(best.year_share)} are still customers after a year, of ${groupTitle(dimension, worst.group_name)} ${percent0(worst.year_share)}`
    : isTold ? t`${dimensionTitle(dimension)}: they stay for different times` : t`${dimensionTitle(dimension)}: no difference that chance would not explain`;
  return card(context, { title, subtitle: t`Share of customers still buying, by time since they became customers, with ${percent0(head.confidence)} limits`, sources: [curves, table], span },
    survival(groups, { label: title, timeLabel: t`Months since the first order`, timeStep: 6, bandName: t`${percent0(head.confidence)} limits` }),
    note(differenceWords(rows[0]?.p_value ?? null)));
}

function dimensionTitle(dimension: string): string {
  switch (dimension) {
    case "kind": return t`Kind of customer`;
    case "region": return t`Region`;
    case "cohort": return t`Customer since`;
    default: return t`Channel of the first order`;
  }
}

function figures(context: Context, table: Table<Stay>): Element {
  const days = (value: number | null) => (value === null ? null : integer(value));
  const range = (low: number | null, high: number | null) => (low === null ? null : high === null ? t`${integer(low)} or more` : t`${integer(low)} to ${integer(high)}`);
  return card(context, { title: t`The curves in figures`, subtitle: t`Median: days after which half are left. Mean: of the days stayed within the time that all groups of the kind are followed for`, sources: [table], span: 12 },
    dataTable(table.rows.filter(({ dimension }) => dimension !== "all"), [
      { label: t`Group`, value: (row) => groupTitle(row.dimension, row.group_name), isRowHeader: true },
      { label: t`By`, value: (row) => dimensionTitle(row.dimension) },
      { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
      { label: t`Lost`, value: (row) => integer(row.lost_customers), align: "right" },
      { label: t`Back later`, value: (row) => integer(row.back_customers), align: "right" },
      { label: t`Left after a year`, value: (row) => (row.year_share === null ? null : percent0(row.year_share)), number: (row) => row.year_share, align: "right" },
      { label: t`Median days`, value: (row) => days(row.median_days), number: (row) => row.median_days, align: "right" },
      { label: t`Its interval`, value: (row) => range(row.median_days_low, row.median_days_high), align: "right" },
      { label: t`Mean days`, value: (row) => t`${integer(row.mean_days)} of ${integer(row.until_days)}`, number: (row) => row.mean_days, align: "right" },
    ], { caption: t`How long customers stay, by group` }));
}
