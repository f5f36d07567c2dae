import * as d3 from "d3";
import { html } from "htl";
import { bandBar, bandLegend, type Peers } from "../../components/bandBar.js";
import { card } from "../../components/card.js";
import { whenSeen } from "../../components/drawing.js";
import { dataTable } from "../../components/dataTable.js";
import { gradeBadge } from "../../components/gradeBadge.js";
import { note } from "../../components/heading.js";
import { outlookLine } from "../../components/outlookLine.js";
import { withNote } from "../../components/withNote.js";
import { count, day, decimal2, integer, MISSING, moneyFormats, month, percent, percent0, readable, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { isPart } from "../selected.js";
import type { Grade, Headline, Ratio, RatioOutlook, Statement, Watched } from "./rows.js";
import { advice } from "./watchList.js";
import { badgeTones, joined, ratioValue, reasons } from "./words.js";

/** What is known of one client. */
interface Profile {
  client: Watched;
  ratios: Ratio[];
  outlooks: Map<string, RatioOutlook>;
  statements: Statement[];
}

/** The clients at the head of the watch list, ratio by ratio: each under a line to unfold. */
export function profiles(context: Context, head: Headline): Element[] {
  const clients = context.read<Watched>("solvency_watch_list");
  const ratios = context.read<Ratio>("solvency_watch_ratios");
  const outlooks = context.read<RatioOutlook>("solvency_watch_outlook");
  const statements = context.read<Statement>("solvency_watch_statements");
  const grades = context.read<Grade>("solvency_grades");
  const ratiosOf = d3.group(ratios.rows, (row) => row.watch_rank);
  const statementsOf = d3.group(statements.rows, (row) => row.watch_rank);
  const outlooksOf = d3.group(outlooks.rows, (row) => row.watch_rank);
  const shown = clients.rows.filter(({ watch_rank }) => ratiosOf.has(watch_rank));
  if (shown.length === 0) return [];
  const title = shown.length === 1 ? t`${shown[0]!.label}, ratio by ratio`
    : isPart(context) ? t`${count(shown.length, "client")} of the list with a statement, ratio by ratio` : t`The first ${integer(shown.length)} clients of the list with a statement, ratio by ratio`;
  return [
    card(context, { title, subtitle: t`Each ratio on its bands, against its industry, over time, and where it leads if nothing changes`, sources: [clients, ratios, outlooks, statements], span: 12 },
      html`<div class="profiles">${shown.map((client) => profile(context, {
        client, ratios: ratiosOf.get(client.watch_rank)!, statements: statementsOf.get(client.watch_rank) ?? [],
        outlooks: new Map((outlooksOf.get(client.watch_rank) ?? []).map((row) => [row.ratio, row])),
      }, head, badgeTones(grades.rows)))}</div>`),
  ];
}

function profile(context: Context, known: Profile, head: Headline, tone: ReturnType<typeof badgeTones>): Element {
  const { client } = known;
  const facts = [
    client.at_risk === null ? null : t`${context.money(client.at_risk)} at risk`,
    client.overdue_amount ? t`${context.money(client.overdue_amount)} overdue` : null,
    client.altman_zone ? t`Altman: ${phrase(client.altman_zone)}` : null,
  ].filter(Boolean).join(" · ");
  return html`<details class="profile">
    <summary><h4>${client.watch_rank}. <span translate="no">${client.label}</span></h4> ${gradeBadge(client.grade.length > 2 ? t`no grade` : client.grade, tone(client.grade))} <span>${facts}</span></summary>
    ${whenSeen(html`<div class="profile-body"></div>`, () => html.fragment`
      <div class="profile-facts">
        <div><h5>${client.statement === "graded" ? t`What led to grade ${client.grade}` : t`Why it has no grade`}</h5>
          <ul>${reasons(client.reasons).map((reason) => html`<li>${reason}</li>`)}</ul></div>
        ${client.exposure === null ? null : html`<div><h5>${t`What it owes`}</h5>${owes(context, client)}</div>`}
        <div><h5>${t`What to do`}</h5>${advice(client)}</div>
      </div>
      ${bandLegend()}
      ${ratioTable(known)}
      ${due(known)}
      ${note(t`Better than: the share of the other clients of its industry that it beats, from ${integer(head.min_peers)} clients on. Trend: from ${integer(head.trend_min_periods)} periods on; improving or worsening is what moves too steadily to be chance. Next period: where the line through the values leads, with the range that holds the next one ${percent0(head.trend_confidence)} of the time if the trend goes on.`)}
      ${statementTable(known)}
      ${otherRatios(known)}`)}
  </details>`;
}

function owes({ money, windowDays }: Context, client: Watched): Element {
  const lines = [
    client.exposure_basis === "credit limit" ? t`Credit limit of ${money(client.exposure)}` : t`${money(client.exposure)} open`,
    client.overdue_amount === 0 ? t`Nothing overdue` : null,
    client.overdue_amount ? t`${money(client.overdue_amount)} overdue (${percent0(client.overdue_share)}), the oldest by ${count(client.oldest_days_overdue, "day")}` : null,
    client.limit_use !== null ? t`${percent0(client.limit_use)} of its credit limit used` : client.limit_reason === "a limit of 0" ? t`Its credit limit is 0` : null,
    client.due_days_late === null ? null : punctuality(Math.round(client.due_days_late), client.due_invoices, windowDays),
  ];
  return html`<ul>${lines.filter(Boolean).map((line) => html`<li>${line}</li>`)}</ul>`;
}

/** Over all invoices that fell due, for of those it paid alone even a client that pays only half of them may be early. */
function punctuality(days: number, invoices: number | null, windowDays: number): string {
  const due = t`${count(invoices, "invoice")} due in the last ${integer(windowDays)} days, unpaid ones so far`;
  if (days === 0) return t`Pays on time on average (${due})`;
  return days > 0 ? t`Pays ${count(days, "day")} late on average (${due})` : t`Pays ${count(-days, "day")} early on average (${due})`;
}

const latest = (ratios: Ratio[]) => ratios.filter(({ is_latest }) => is_latest);
const currencyOf = ({ statements }: Profile) => statements.at(-1)?.currency;

function ratioTable(known: Profile): Element {
  const currency = currencyOf(known);
  const byRatio = d3.group(known.ratios, (row) => row.ratio);
  const end = known.statements.at(-1)?.period_end;
  return html`<div class="ratio-table">${dataTable(latest(known.ratios).filter(({ is_weighted }) => is_weighted), [
    { label: t`Ratio`, isRowHeader: true, value: (row) => html`<div>${words(row.ratio)}<small class="formula">${readable(row.formula)}</small></div>` },
    { label: month(end ?? null), align: "right", value: (row) => figure(row, currency) },
    { label: t`Critical to strong`, value: (row) => band(row, currency) },
    { label: t`Better than`, align: "right", value: (row) => percent0(row.peer_rank) },
    { label: t`Course and outlook`, value: (row) => course(byRatio.get(row.ratio) ?? [], known.outlooks.get(row.ratio), row.unit, currency) },
    { label: t`Trend and next period`, value: (row) => next(known.outlooks.get(row.ratio), row.unit, currency) },
  ], { caption: t`Ratios of ${known.client.label} that count in the grade` })}</div>`;
}

function figure(row: Ratio, currency: string | undefined): Element {
  return withNote(row.value === null ? MISSING : ratioValue(row.unit, row.value, currency), readable(row.band ?? row.reason ?? ""));
}

function band(row: Ratio, currency: string | undefined): Element | null {
  if (row.strong === null || row.adequate === null || row.weak === null) return null;
  const shown = (value: number | null) => ratioValue(row.unit, value, currency);
  const found = row.value === null ? phrase(row.reason ?? "not known") : t`${shown(row.value)}, ${phrase(row.band ?? "no band")}`;
  const limits = row.better === "higher" ? t`strong from ${shown(row.strong)}, adequate from ${shown(row.adequate)}, weak from ${shown(row.weak)}`
    : t`strong up to ${shown(row.strong)}, adequate up to ${shown(row.adequate)}, weak up to ${shown(row.weak)}`;
  const peers = peersOf(row);
  const label = peers === null ? t`${words(row.ratio)}: ${found}; ${limits}.`
    : t`${words(row.ratio)}: ${found}; ${limits}; median of the industry ${shown(peers.median)}, middle half from ${shown(peers.lower)} to ${shown(peers.upper)}.`;
  return html`<div>${bandBar(row.value, { strong: row.strong, adequate: row.adequate, weak: row.weak }, { peers, label })}</div>`;
}

/** Quartiles of its industry, where that has enough clients. */
const peersOf = ({ lower_quartile: lower, median, upper_quartile: upper }: Ratio): Peers | null => (lower === null || median === null || upper === null ? null : { lower, median, upper });

/** Only periods of the length that the trend is of: a quarter is no next year. */
function course(rows: Ratio[], outlook: RatioOutlook | undefined, unit: string, currency: string | undefined): Element {
  const points = rows.filter(({ period_months }) => !outlook || period_months === outlook.period_months).map(({ period_end, value }) => ({ date: period_end, value }));
  const label = points.filter(({ value }) => value !== null).map(({ date, value }) => `${month(date)} ${ratioValue(unit, value, currency)}`);
  const leads = outlook && outlook.outlook !== null
    ? { date: outlook.next_period_end, value: outlook.outlook, low: outlook.outlook_low!, high: outlook.outlook_high! } : null;
  return html`<div class="course">${outlookLine(points, leads, { label: joined(label) || t`without a value`, minimum: outlookRange(rows) })}</div>`;
}

/** Least height of the course: half the way from weak to strong, so that a small change looks small. */
const outlookRange = ([row]: Ratio[]) => (row && row.strong !== null && row.weak !== null ? Math.abs(row.strong - row.weak) / 2 : 0);

function next(outlook: RatioOutlook | undefined, unit: string, currency: string | undefined): Element | null {
  if (!outlook) return null;
  if (outlook.outlook === null) {
    return html`<div>${outlook.outlook_reason === "period over" ? words(outlook.direction) : html.fragment`${MISSING}<small>${phrase(outlook.direction)}</small>`}</div>`;
  }
  const shown = (value: number | null) => ratioValue(unit, value, currency);
  const range = shown(outlook.outlook_low) === shown(outlook.outlook_high) ? null
    : html`<span class="nowrap">${t`(${shown(outlook.outlook_low)} to ${shown(outlook.outlook_high)})`}</span>`;
  return html`<div><span class="nowrap">${shown(outlook.outlook)}</span> ${range}<small>${t`${phrase(outlook.direction)}, ${month(outlook.next_period_end)}`}</small></div>`;
}

/** The next statement where its period is over, which leaves no outlook. */
function due({ outlooks }: Profile): Element | null {
  const last = d3.greatest([...outlooks.values()], ({ next_period_end }) => next_period_end);
  return last?.outlook_reason === "period over" ? note(t`Its statement for ${month(last.next_period_end)} is due: that period is over, so there is no outlook for it.`) : null;
}

function statementTable({ statements, client }: Profile): Element {
  const amount = (row: Statement, value: number | null) => moneyFormats(row.currency, "code").money(value);
  return dataTable([...statements].reverse(), [
    { label: t`Statement to`, value: (row) => day(row.period_end), isRowHeader: true },
    { label: t`Grade`, value: (row) => phrase(row.grade) },
    { label: t`Altman`, value: (row) => (row.altman_score === null ? null : `${decimal2(row.altman_score)} ${phrase(row.altman_zone ?? "")}`) },
    { label: t`Revenue of the period`, value: (row) => amount(row, row.revenue), align: "right" },
    { label: t`Net income`, value: (row) => amount(row, row.net_income), align: "right" },
    { label: t`Equity`, value: (row) => amount(row, row.equity), align: "right" },
    { label: t`To note`, value: (row) => remarks(row, row === statements.at(-1)) },
  ], { caption: t`Statements of ${client.label}` });
}

function remarks(row: Statement, isLatest: boolean): string {
  const notes = [
    row.period_months === 12 ? null : t`covers ${count(row.period_months, "month")}`,
    row.publications > 1 ? t`restated, last on ${day(row.published_date)}` : null,
    row.balance === "unbalanced" ? t`does not add up: ${percent(Math.abs(row.balance_gap_share ?? 0))} of assets` : row.balance === "not checked" ? t`balance cannot be checked` : null,
    row.is_stale && isLatest ? t`${count(row.age_months, "month")} old` : null,
  ].filter((remark) => remark !== null);
  return notes.length > 0 ? words(joined(notes)) : MISSING;
}

/** Ratios that are shown but do not count in the grade. */
function otherRatios(known: Profile): Element | null {
  const rows = latest(known.ratios).filter(({ is_weighted }) => !is_weighted);
  if (rows.length === 0) return null;
  const currency = currencyOf(known);
  return html`<details class="more"><summary>${t`Ratios that do not count in the grade: ${integer(rows.length)}`}</summary>
    <div class="ratio-table">${dataTable(rows, [
      { label: t`Ratio`, isRowHeader: true, value: (row) => html`<div>${words(row.ratio)}<small class="formula">${readable(row.formula)}</small></div>` },
      { label: t`Latest`, align: "right", value: (row) => figure(row, currency) },
      { label: t`Critical to strong`, value: (row) => band(row, currency) },
      { label: t`Better than`, align: "right", value: (row) => percent0(row.peer_rank) },
    ], { caption: t`Other ratios of ${known.client.label}` })}</div></details>`;
}

