import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable, type Column, shareBar } from "../../components/dataTable.js";
import { gradeBadge } from "../../components/gradeBadge.js";
import { note } from "../../components/heading.js";
import { count, integer, list, percent0, readable, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { Grade, Headline, Watched } from "./rows.js";
import { badgeTones, watchedGrades } from "./words.js";

/** Clients that stand open on the list; the others unfold. */
const FIRST = 10;

/** The clients that call for a decision: what is at stake, why, and what to do. */
export function watchList(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  const table = context.read<Watched>("solvency_watch_list");
  const grades = context.read<Grade>("solvency_grades");
  return [
    card(context, { title: title(table.rows, head, context), subtitle: subtitle(table.rows, head), sources: [table, headline, grades], span: 12 },
      head.clients_ordering_on > 0 ? orderingOn(table.rows, head) : null,
      html`<div class=${`watch-list ${layout(table.rows)}`}>${dataTable(table.rows, columns(context, table.rows, grades.rows), {
        caption: "Watch list: clients by what is at risk", first: FIRST, noun: "client", empty: "No client is weak, seriously overdue, over its limit or on hold.",
      })}</div>`,
      table.rows.length === 0 ? null : note(rule(table.rows, grades.rows, head))),
  ];
}

/** Which columns the list has: widths differ without what is at risk, or without grades. */
function layout(rows: Watched[]): string {
  if (rows.every(({ at_risk }) => at_risk === null)) return "without-amounts";
  return rows.every(({ statement }) => statement === "none") ? "without-grades" : "";
}

function title(rows: Watched[], head: Headline, { money }: Context): string {
  const [first] = rows;
  if (!first) return "No client is on the watch list";
  if (rows.length === 1) return `One client calls for a decision: ${first.label}`;
  if (first.at_risk === null || first.listed_risk_share === null) return `${count(head.watched_clients, "client")} have a weak grade; the weakest is ${first.label}`;
  const all = `of the ${money(head.watched_at_risk)} at risk on the watch list`;
  const half = rows.findIndex((row) => row.listed_risk_share! >= 0.5) + 1;
  if (half === 0) return `${count(head.watched_clients, "client")} are on the watch list`;
  const holds = percent0(rows[half - 1]!.listed_risk_share);
  return half === 1
    ? `${first.label} alone holds ${holds} ${all}`
    : `${integer(half)} of ${integer(head.watched_clients)} clients hold ${holds} ${all}, ${first.label} first`;
}

/** Clients named in the sentence on those that still order. */
const NAMED = 4;

/** Who should get no further credit and is still supplied: the money at risk that grows by itself. */
function orderingOn(rows: Watched[], head: Headline): Element {
  const clients = head.clients_ordering_on;
  const listed = rows.filter(({ orders_on }) => orders_on).slice(0, NAMED).map((row) => `${row.label} (${lastOrder(row)!.replace("ordered ", "")})`);
  const others = clients - listed.length;
  const names = list([...listed, ...(others > 0 ? [count(others, listed.length > 0 ? "other" : "client")] : [])]);
  const text = ` should get no further credit (on hold, over the limit, or to pay in advance) and yet ordered in the last ${count(head.recent_order_days, "day")}: ${names}. Deliver only what is paid for.`;
  return html`<p>${gradeBadge(`${integer(clients)} of ${integer(head.watched_clients)}`, "bad")}${text}</p>`;
}

function subtitle(rows: Watched[], head: Headline): string {
  if (rows.length === 0) return "Who is weak, seriously overdue, over its limit, on hold, or owes much without a grade";
  const hasAmounts = rows.some(({ at_risk }) => at_risk !== null);
  const shown = rows.length < head.watched_clients ? `The ${integer(rows.length)} ${hasAmounts ? "with the most at risk" : "weakest"}, of ${count(head.watched_clients, "client")} on the watch list` : "All clients on the watch list";
  return hasAmounts ? `${shown}: the weaker a client and the more is at stake, the higher` : `${shown}, by grade and score`;
}

function rule(rows: Watched[], grades: Grade[], head: Headline): string {
  const weights = list(grades.map(({ grade, weakness }) => `${grade} ${percent0(weakness)}`));
  const onList = `On the list: grade ${watchedGrades(grades)} with anything at stake; overdue by more than ${count(head.serious_overdue_days, "day")}; `
    + "over the credit limit, or owing anything with a limit of 0; on hold and yet owing or ordering; or owing much without a grade.";
  if (rows.every(({ at_risk }) => at_risk === null)) return `Invoices would add what each client owes and how late it pays; until then the list goes by grade and score. ${onList}`;
  return `At risk = what is open × weakness. Weakness is that of the grade (${weights}), or the share overdue by more than ${count(head.serious_overdue_days, "day")} where that is more. ${onList}`;
}

function columns({ money }: Context, rows: Watched[], grades: Grade[]): Column<Watched>[] {
  const tone = badgeTones(grades);
  const known = (value: (row: Watched) => unknown) => rows.some((row) => value(row) !== null);
  const all: (Column<Watched> & { isKnown?: boolean })[] = [
    { label: "Client", isRowHeader: true, value: client },
    { label: "Grade", isKnown: rows.some(({ statement }) => statement !== "none"), value: (row) => cell(gradeBadge(short(row.grade), tone(row.grade)), before(row)) },
    {
      label: "At risk", align: "right", isKnown: known((row) => row.at_risk),
      value: (row) => cell(money(row.at_risk), `of ${money(row.exposure)} ${row.exposure_basis === "credit limit" ? "limit" : "open"}`, shareBar(row.weakness, "bad")),
    },
    {
      label: "Overdue", align: "right", isKnown: known((row) => row.overdue_amount),
      value: (row) => (row.overdue_amount
        ? cell(money(row.overdue_amount), `${percent0(row.overdue_share)} · ${count(row.oldest_days_overdue, "day")}`) : row.overdue_amount === 0 ? "none" : null),
    },
    { label: "Limit used", align: "right", isKnown: rows.some((row) => row.limit_use !== null || row.credit_stop === "a limit of 0"), value: limitUse },
    { label: "Why it is here", value: why },
    { label: "What to do", value: advice },
  ];
  return all.filter(({ isKnown = true }) => isKnown);
}

/** A cell of a first line and a softer second one. */
const cell = (first: string | Element, second: string, bar?: Element) => html`<div>${first}${bar ?? null}<small>${second}</small></div>`;

/** Whether it still buys: what is not delivered need not be collected. */
const lastOrder = ({ recency_days }: Watched) => (recency_days === null ? null : recency_days === 0 ? "ordered today" : `ordered ${count(recency_days, "day")} ago`);

/** Its name and place; a client that should get no further credit and yet orders stands out. */
function client(row: Watched): Element {
  const about = [row.industry, row.country, row.owner, row.orders_on ? null : lastOrder(row)].filter(Boolean).join(" · ");
  return html`<div>${row.watch_rank}. ${row.label}<small>${about}</small>${row.orders_on ? gradeBadge(lastOrder(row) ?? "", "bad") : null}</div>`;
}

/** The use of the limit, or that it is 0, which is less than none on file. */
export const limitUse = ({ limit_use, limit_reason }: Pick<Watched, "limit_use" | "limit_reason">) =>
  (limit_use !== null ? percent0(limit_use) : limit_reason === "a limit of 0" ? html`<small>limit of 0</small>` : null);

const short = (grade: string) => (grade.length <= 2 ? grade : "none");

function before({ grade, prior_grade, statement }: Watched): string {
  if (statement === "none") return "no statement";
  if (statement !== "graded") return statement === "stale" ? "statement too old" : statement;
  if (prior_grade === null) return "first statement";
  return prior_grade === grade ? "as before" : `was ${prior_grade}`;
}

function why(row: Watched): Element {
  const [worst, ...reasons] = row.statement === "none" ? [] : row.reasons.split("; ").map(readable);
  return html`<div>${words(readable(row.watch_reason))}
    ${worst ? html`<small>${words(worst)}</small>` : null}
    ${reasons.length > 0 ? html`<details><summary>${count(reasons.length, "more reason")} for the grade</summary><ul>${reasons.map((reason) => html`<li>${words(reason)}</li>`)}</ul></details>` : null}
  </div>`;
}

/** The advice of the grade: settings, so that the words are the project's own. */
export const advice = ({ limit_advice, terms, prepayment, is_doubtful }: Pick<Watched, "limit_advice" | "terms" | "prepayment" | "is_doubtful">): Element => html`<dl class="advice">
  ${is_doubtful ? html.fragment`<div><dt>First</dt><dd>Ask whether it disputes an invoice: its statement is sound</dd></div>` : null}
  <div><dt>Limit</dt><dd>${limit_advice}</dd></div>
  <div><dt>Terms</dt><dd>${terms}</dd></div>
  <div><dt>Prepaid</dt><dd>${prepayment}</dd></div>
</dl>`;
