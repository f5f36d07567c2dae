import * as d3 from "d3";
import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { emptyState } from "../../components/emptyState.js";
import { heading, note } from "../../components/heading.js";
import { interval } from "../../components/interval.js";
import { trend } from "../../components/trend.js";
import { count, decimal1, integer, month, percent, percent0, pointsChange } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { eventsOf } from "../events.js";
import { twoColumns } from "../../components/twoColumns.js";
import { pastTrouble, recently } from "./actions.js";
import type { Group, Headline, Measure, Month, Trouble } from "./rows.js";
import { groupTitle } from "./words.js";

/** Regions drawn at most, those with the lowest share. */
const REGIONS = 9;

/** Heights of cards, in rows of text: what a card has beside its rows, and the curve with its events. */
const [FRAME, COURSE, BY_THE_HOUR] = [7, 26, 10];

/** Whether orders come when they were asked for: month by month, by region, by date and by the hour. */
export function punctuality(context: Context, source: Table<Headline>, head: Headline, scores: Table<Measure>, months: Table<Month>): Element[] {
  if (!head.has_due) {
    return [...heading(t`Do orders come in time?`), emptyState(context, ["orders"], t`On time needs the day asked for (required_date) and the day an order left or arrived (shipped_date, delivered_date); perfect orders and cycle times follow from them.`)];
  }
  const groups = context.read<Group>("service_groups");
  return [
    ...heading(t`Do orders come in time?`, head.on_time_by === "shipped" ? t`An order is on time if it left no later than on the day asked for.` : t`An order is on time if it arrived no later than on the day asked for.`),
    twoColumns([{ element: course(context, months), height: COURSE }, ...byRegion(context, groups, scores), { element: byTheHour(context, source, head, scores), height: BY_THE_HOUR }]),
    ...everyGroup(context, groups),
  ];
}

function course(context: Context, table: Table<Month>): Element {
  const known = table.rows.filter(({ on_time_rate: rate }) => rate !== null);
  const last = known.at(-1);
  const year = known.slice(-12);
  const judged = year.filter(({ on_time_standard: standard }) => standard !== null);
  const below = judged.filter((row) => row.on_time_rate! < row.on_time_standard!);
  const lowest = d3.least(year, (row) => row.on_time_rate!);
  const title = !last || !lowest ? t`On time, month by month`
    : judged.length > 0 && below.length === 0 ? t`On time has kept its standard in each of the last ${count(judged.length, "month")}`
      : judged.length > 0 ? t`On time was below its standard in ${integer(below.length)} of the last ${count(judged.length, "month")}, at worst ${percent0(lowest.on_time_rate)} in ${month(lowest.month)}`
        : t`On time: ${percent0(last.on_time_rate)} in ${month(last.month)}, at worst ${percent0(lowest.on_time_rate)} in ${month(lowest.month)}`;
  const points = (value: (row: Month) => number | null) => table.rows.map((row) => ({ date: row.month, value: value(row) }));
  const hasPerfect = table.rows.some(({ perfect_order_rate: rate }) => rate !== null);
  const hasStandard = table.rows.some(({ on_time_standard: standard }) => standard !== null);
  return card(context, {
    title, sources: [table], span: 6,
    subtitle: hasStandard ? t`Share of the orders placed in each month; dashed: the standard of then. A perfect order is also whole, undamaged, not returned and not complained of` : t`Share of the orders placed in each month. A perfect order is also whole, undamaged, not returned and not complained of`,
  }, trend([
    { name: t`On time`, points: points((row) => row.on_time_rate) },
    ...(hasPerfect ? [{ name: t`Perfect`, points: points((row) => row.perfect_order_rate), color: "series-2" as const }] : []),
    ...(hasStandard ? [{ name: t`Standard`, points: points((row) => row.on_time_standard), color: "series-5" as const, isDashed: true }] : []),
  ], { label: title, format: percent0, zero: false, annotations: eventsOf(context) }));
}

function byRegion(context: Context, table: Table<Group>, scores: Table<Measure>): { element: Element; height: number }[] {
  const troubles = context.read<Trouble>("service_troubles");
  const rows = table.rows.filter(({ dimension, on_time_rate: rate }) => dimension === "region" && rate !== null).sort((a, b) => a.on_time_rate! - b.on_time_rate!);
  const [worst, next] = rows;
  if (!worst || !next) return [];
  const standard = scores.rows.find(({ measure }) => measure === "on_time_rate")?.standard ?? null;
  const past = troubles.rows.find((row) => row.measure === "on_time_rate" && row.dimension === "region" && row.group_name === worst.group_name && row.status === "was bad" && row.bad_from !== null);
  const title = past ? pastTrouble(past) : worst.on_time_high! < next.on_time_low!
    ? t`${groupTitle(worst.group_name, "region")} is the worst by far: ${percent0(worst.on_time_rate)} on time, everywhere else ${percent0(next.on_time_rate)} or more`
    : t`On time, from ${percent0(worst.on_time_rate)} in ${groupTitle(worst.group_name, "region")} to ${percent0(rows.at(-1)!.on_time_rate)} in ${groupTitle(rows.at(-1)!.group_name, "region")}`;
  const found = card(context, { title, subtitle: t`Orders of ${context.window.title} on time by date, by sales region, with what chance alone may make of it; below a name the last complete months`, sources: [table, scores, troubles], span: 6 },
    interval(rows.slice(0, REGIONS).map((row) => ({ name: groupTitle(row.group_name, "region"), value: row.on_time_rate, low: row.on_time_low, high: row.on_time_high, detail: [count(row.orders, "order"), recently(troubles, "on_time_rate", "region", row.group_name)].filter((text) => text !== undefined).join(t`; `) })), {
      caption: t`On time by region`, nameTitle: t`Region`, valueTitle: t`On time`, format: percent0, ...(standard !== null && { reference: { name: t`Standard`, value: standard } }),
    }),
    rows.length > REGIONS ? note(t`The ${integer(REGIONS)} with the lowest share; all ${integer(rows.length)} stand below, under Service by group.`) : null);
  found.id = "on-time";
  return [{ element: found, height: FRAME + 3 * Math.min(rows.length, REGIONS) }];
}

/** On time by date and by the hour, each named, for they may say different things of one order. */
function byTheHour(context: Context, source: Table<Headline>, head: Headline, scores: Table<Measure>): Element {
  const byDate = scores.rows.find(({ measure }) => measure === "on_time_rate");
  const byHour = scores.rows.find(({ measure }) => measure === "on_time_by_hour_rate");
  const title = !head.has_hours ? t`On time is known by the date, not by the hour`
    : head.hour_alone_orders ? t`${count(head.hour_alone_orders, "order")} came on the day asked for, and yet after the hour promised` : t`No order came on the day asked for and yet after the hour promised`;
  return card(context, { title, sources: [source, scores], span: 6 },
    html`<dl class="advice">
      <div><dt>${t`By date`}</dt><dd>${t`${percent(byDate?.value)} of ${count(byDate?.base, "order")}: on the day asked for, at whatever hour`}</dd></div>
      ${head.has_hours ? html.fragment`<div><dt>${t`By the hour`}</dt><dd>${t`${percent(byHour?.value)} of ${count(byHour?.base, "order")} with a moment promised and one of arrival`}</dd></div>` : null}
      ${head.overdue_orders ? html.fragment`<div><dt>${t`Overdue`}</dt><dd>${t`${count(head.overdue_orders, "order")}: the day is over, and nothing has come; counted as late`}</dd></div>` : null}
      ${head.judged_by_shipping ? html.fragment`<div><dt>${t`By the day it left`}</dt><dd>${count(head.judged_by_shipping, "order")}${head.on_time_by === "shipped" ? "" : t`, for when they arrived is not known`}</dd></div>` : null}
    </dl>`,
    head.has_hours ? null : note(t`A delivery at 16:00 on the day asked for is on time by date and late where it was promised for noon: promised_at and delivered_at of orders would tell.`));
}

const DIMENSIONS = ["region", "kind", "channel", "category"];

/** Each grouping in figures, folded up. */
function everyGroup(context: Context, table: Table<Group>): Element[] {
  const shown = DIMENSIONS.filter((dimension) => table.rows.filter((row) => row.dimension === dimension && row.orders > 0).length > 1);
  if (shown.length === 0) return [];
  return [disclosure(html`<h2>${t`Service by group`}</h2>`, { id: "service-groups", detail: t`By region, kind of customer, channel and product category, in figures` }, html`<div class="page">${shown.map((dimension) =>
    groupCard(context, table, dimension))}</div>`)];
}

function groupCard(context: Context, table: Table<Group>, dimension: string): Element {
  const rows = table.rows.filter((row) => row.dimension === dimension && row.orders > 0);
  const has = (value: (row: Group) => number | null) => rows.some((row) => value(row) !== null);
  const rate = (label: string, value: (row: Group) => number | null) => (has(value) ? [{ label, value: (row: Group) => percent0(value(row)), number: value, align: "right" as const }] : []);
  return card(context, {
    title: dimensionTitle(dimension), sources: [table], span: 12,
    subtitle: dimension === "category" ? t`Orders of ${context.window.title}; an order counts in each category that it holds` : t`Orders of ${context.window.title}`,
  }, dataTable(rows, [
    { label: groupHead(dimension), value: (row) => groupTitle(row.group_name, dimension), isRowHeader: true },
    { label: t`Orders`, value: (row) => integer(row.orders), align: "right" },
    ...rate(t`On time`, (row) => row.on_time_rate),
    ...(has((row) => row.prior_on_time_rate) ? [{
      label: t`Change`, value: (row: Group) => (row.on_time_rate === null || row.prior_on_time_rate === null ? null : pointsChange(row.on_time_rate - row.prior_on_time_rate)), align: "right" as const,
    }] : []),
    ...rate(t`By the hour`, (row) => row.on_time_by_hour_rate),
    ...rate(t`Left whole`, (row) => row.order_fill_rate),
    ...rate(t`Perfect`, (row) => row.perfect_order_rate),
    ...rate(t`With a return`, (row) => row.return_rate),
    ...(has((row) => row.delivery_days) ? [{ label: t`Days to arrival`, value: (row: Group) => decimal1(row.delivery_days), align: "right" as const }] : []),
    ...(has((row) => row.complaints_per_100_orders) ? [{ label: t`Complaints per 100 orders`, value: (row: Group) => decimal1(row.complaints_per_100_orders), align: "right" as const }] : []),
  ], { caption: dimensionTitle(dimension), first: 12, noun: "group" }));
}

function groupHead(dimension: string): string {
  switch (dimension) {
    case "region": return t`Region`;
    case "kind": return t`Kind of customer`;
    case "channel": return t`Channel`;
    default: return t`Category`;
  }
}

function dimensionTitle(dimension: string): string {
  switch (dimension) {
    case "region": return t`By region`;
    case "kind": return t`By kind of customer`;
    case "channel": return t`By channel`;
    default: return t`By product category`;
  }
}
