import * as d3 from "d3";
import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { heading, note } from "../../components/heading.js";
import { trend } from "../../components/trend.js";
import { withNote } from "../../components/withNote.js";
import { count, decimal1, integer, month, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { eventsOf } from "../events.js";
import type { Desk, Month, Trouble } from "./rows.js";
import { hours, monthsName } from "./words.js";

/** How fast tickets are answered and resolved, where, about what, and what they cost. */
export function desks(context: Context, months: Table<Month>): Element[] {
  const table = context.read<Desk>("service_desks");
  const current = table.rows.filter(({ period }) => period === "current");
  const all = current.find(({ dimension }) => dimension === "all");
  if (!all) return [];
  const rows = (dimension: string) => current.filter((row) => row.dimension === dimension);
  const points = rows("service_point");
  const troubles = context.read<Trouble>("service_troubles");
  const isBefore = (row: Desk) => table.rows.find((other) => other.dimension === row.dimension && other.group_name === row.group_name && other.period === "prior");
  return [
    ...heading(t`How are requests and complaints answered?`),
    ...(points.length > 1 || points.some(({ group_name: name }) => name !== "unknown")
      ? [withId("service-points", card(context, { title: pointsTitle(points, troubles.rows), subtitle: pointsSubtitle(context, troubles.rows), sources: [table, troubles], span: 12 },
        dataTable(points, columns(context, points, t`Service point`, (row) => (row.group_name === "unknown" ? t`Not named` : row.group_name), isBefore, troubles.rows), { caption: t`Tickets by service point` }), costs(context, all)))] : []),
    course(context, months),
    disclosure(html`<h2>${t`Tickets by subject and product`}</h2>`, { id: "tickets", detail: t`How fast, how often, and what they cost` }, html`<div class="page">${[
      card(context, { title: t`Requests and complaints`, subtitle: t`Tickets opened in ${context.window.title}. Open: all that wait today, whenever they were opened`, sources: [table], span: 12 },
        dataTable(rows("kind"), columns(context, rows("kind"), t`Tickets`, (row) => (row.group_name === "complaint" ? t`Complaints` : t`Service requests`), isBefore), { caption: t`Requests and complaints` }), costs(context, all)),
      card(context, { title: t`By subject`, subtitle: t`Tickets opened in ${context.window.title}. Open: all that wait today, whenever they were opened`, sources: [table], span: 12 },
        dataTable(rows("category"), columns(context, rows("category"), t`Subject`, (row) => (row.group_name === "unknown" ? t`Not named` : valueName(row.group_name, "cause")), isBefore), { caption: t`Tickets by subject`, first: 12, noun: "subject" })),
      ...(rows("product").some(({ group_name: name }) => name !== "unknown") ? [card(context, { title: t`By product`, subtitle: t`Products whose tickets cost most in ${context.window.title}`, sources: [table], span: 12 },
        dataTable(d3.sort(rows("product"), ({ place }) => place), columns(context, rows("product"), t`Product`, (row) => (row.group_name === "unknown" ? t`Not named` : row.group_title), isBefore), { caption: t`Tickets by product` }))] : []),
    ]}</div>`),
  ];
}

/** What a fact at the head of the page leads to. */
function withId(id: string, found: HTMLElement): HTMLElement {
  found.id = id;
  return found;
}

function pointsSubtitle(context: Context, troubles: Trouble[]): string {
  const told = t`Tickets opened in ${context.window.title} by service point. Times: mean, below it half and nine of ten. Open: all that wait today, whenever they were opened`;
  const [months] = troubles.flatMap(({ measure, recent_from: from, recent_until: until }) => (measure === "resolution_hours" && from !== null && until !== null ? [monthsName(from, until)] : []));
  return months === undefined ? told : t`${told}. Last months: resolution in ${months}`;
}

/** Which service point falls short now, or was slow and no longer is; without either the slowest of the window. */
export function pointsTitle(rows: Desk[], troubles: Trouble[]): string {
  const ours = troubles.filter(({ measure, dimension }) => measure === "resolution_hours" && dimension === "service_point");
  const now = ours.filter(({ place }) => place !== null).sort((a, b) => a.place! - b.place!)[0];
  if (now) return t`${now.group_name} takes ${hours(now.recent_value)} to resolve a ticket in ${monthsName(now.recent_from!, now.recent_until!)}; ${now.reference_is === "standard" ? t`the standard is ${hours(now.reference)}` : t`all together: ${hours(now.reference)}`}`;
  const known = rows.filter(({ resolution_mean: mean }) => mean !== null).sort((a, b) => b.resolution_mean! - a.resolution_mean!);
  const [slowest, next] = known;
  if (!slowest) return t`No ticket has been resolved yet`;
  return next ? t`${slowest.group_name} takes ${hours(slowest.resolution_mean)} to resolve a ticket; elsewhere it is ${hours(next.resolution_mean)} at most`
    : t`${slowest.group_name} takes ${hours(slowest.resolution_mean)} to resolve a ticket`;
}

function columns(context: Context, rows: Desk[], title: string, name: (row: Desk) => string, before: (row: Desk) => Desk | undefined, troubles: Trouble[] = []): Column<Desk>[] {
  const lately = (row: Desk) => troubles.find(({ measure, dimension, group_name: other }) => measure === "resolution_hours" && dimension === row.dimension && other === row.group_name);
  const known = rows.map(lately).find((row) => row !== undefined && row.recent_from !== null);
  const spread = (median: number | null, p90: number | null) => (median === null ? "" : t`${decimal1(median)}, ${decimal1(p90)}`);
  const has = (value: (row: Desk) => unknown) => rows.some((row) => value(row) !== null);
  return [
    { label: title, value: name, isRowHeader: true },
    { label: t`Number`, value: (row) => withNote(integer(row.tickets), row.complaints > 0 ? count(row.complaints, "complaint") : ""), number: (row) => row.tickets, align: "right" },
    { label: t`First response, hours`, value: (row) => withNote(decimal1(row.response_mean), spread(row.response_median, row.response_p90)), number: (row) => row.response_mean, align: "right" },
    { label: t`Resolution, hours`, value: (row) => withNote(decimal1(row.resolution_mean), spread(row.resolution_median, row.resolution_p90)), number: (row) => row.resolution_mean, align: "right" },
    ...(known ? [{ label: t`Last months`, value: (row: Desk) => decimal1(lately(row)?.recent_value), align: "right" as const }] : []),
    { label: t`Before`, value: (row) => decimal1(before(row)?.resolution_mean), align: "right" },
    { label: t`First contact`, value: (row) => percent0(row.first_contact_rate), number: (row) => row.first_contact_rate, align: "right" },
    { label: t`Repeated complaints`, value: (row) => integer(row.repeat_complaints), align: "right" },
    { label: t`Open`, value: (row) => (row.open_tickets === 0 ? t`none` : withNote(integer(row.open_tickets), t`oldest ${count(row.oldest_days, "day")}`)), number: (row) => row.open_tickets, align: "right" },
    ...(has((row) => row.cost) ? [{ label: t`Cost`, value: (row: Desk) => withNote(context.money(row.cost), row.charge === null ? "" : t`charged ${context.money(row.charge)}`), number: (row: Desk) => row.cost, align: "right" as const }] : []),
  ];
}

function course(context: Context, table: Table<Month>): Element {
  const year = table.rows.filter(({ resolution_mean: mean }) => mean !== null).slice(-12);
  const worst = d3.greatest(year, ({ resolution_mean: mean }) => mean);
  const last = year.at(-1);
  const title = worst && last ? t`Resolving a ticket took ${hours(worst.resolution_mean)} in ${month(worst.month)}, ${hours(last.resolution_mean)} in ${month(last.month)}` : t`Hours to the resolution, month by month`;
  const points = (value: (row: Month) => number | null) => table.rows.map((row) => ({ date: row.month, value: value(row) }));
  return card(context, { title, subtitle: t`Mean hours to the first response and to the resolution, by the month in which tickets were opened`, sources: [table], span: 12 },
    trend([
      { name: t`Resolution`, points: points((row) => row.resolution_mean) },
      { name: t`First response`, points: points((row) => row.response_mean), color: "series-2" },
    ], { label: title, format: integer, isFull: true, annotations: eventsOf(context) }),
    last?.open_tickets ? note(t`Still open of ${month(last.month)}: ${count(last.open_tickets, "ticket")}. Its mean will rise.`) : null);
}

/** What tickets cost, and what of it customers paid. */
function costs(context: Context, all: Desk): Element {
  return note(all.cost === null ? t`What tickets cost is not known.`
    : t`All tickets cost ${context.money(all.cost)}, of which customers paid ${all.charge === null ? t`nothing` : context.money(all.charge)}; what is left to us is part of what it costs to serve a customer, see Value.`);
}
