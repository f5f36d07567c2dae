import { html } from "htl";
import { card } from "../../components/card.js";
import { type Column, shareBar } from "../../components/dataTable.js";
import { gradeBadge } from "../../components/gradeBadge.js";
import { note } from "../../components/heading.js";
import { foldedTable } from "../../components/foldedTable.js";
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
      html`<div class=${`watch-list ${layout(table.rows)}`}>${foldedTable(table.rows, columns(context, table.rows, grades.rows), {
        caption: "Watch list: clients by what is at risk", first: FIRST, noun: "client", empty: "No client is weak, seriously overdue or over its limit.",
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

function subtitle(rows: Watched[], head: Headline): string {
  if (rows.length === 0) return "Who is weak, seriously overdue, over its limit, or owes much without a grade";
  const hasAmounts = rows.some(({ at_risk }) => at_risk !== null);
  const shown = rows.length < head.watched_clients ? `The ${integer(rows.length)} ${hasAmounts ? "with the most at risk" : "weakest"}, of ${count(head.watched_clients, "client")} on the watch list` : "All clients on the watch list";
  return hasAmounts ? `${shown}: the weaker a client and the more is at stake, the higher` : `${shown}, by grade and score`;
}

function rule(rows: Watched[], grades: Grade[], head: Headline): string {
  const weights = list(grades.map(({ grade, weakness }) => `${grade} ${percent0(weakness)}`));
  const onList = `On the list: grade ${watchedGrades(grades)} with anything at stake; overdue by more than ${count(head.serious_overdue_days, "day")}; `
    + "over the credit limit; or owing much without a grade.";
  if (rows.every(({ at_risk }) => at_risk === null)) return `Invoices would add what each client owes and how late it pays; until then the list goes by grade and score. ${onList}`;
  return `At risk = what is open × weakness. Weakness is that of the grade (${weights}), or the share overdue by more than ${count(head.serious_overdue_days, "day")} where that is more. ${onList}`;
}

function columns({ money }: Context, rows: Watched[], grades: Grade[]): Column<Watched>[] {
  const tone = badgeTones(grades);
  const known = (value: (row: Watched) => unknown) => rows.some((row) => value(row) !== null);
  const all: (Column<Watched> & { isKnown?: boolean })[] = [
    { label: "Client", isRowHeader: true, value: (row) => cell(`${row.watch_rank}. ${row.label}`, [row.industry, row.country, row.owner, lastOrder(row)].filter(Boolean).join(" · ")) },
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
    { label: "Limit used", align: "right", isKnown: known((row) => row.limit_use), value: (row) => percent0(row.limit_use) },
    { label: "Why it is here", value: why },
    { label: "What to do", value: advice },
  ];
  return all.filter(({ isKnown = true }) => isKnown);
}

/** A cell of a first line and a softer second one. */
const cell = (first: string | Element, second: string, bar?: Element) => html`<div>${first}${bar ?? null}<small>${second}</small></div>`;

/** Whether it still buys: what is not delivered need not be collected. */
const lastOrder = ({ recency_days }: Watched) => (recency_days === null ? null : recency_days === 0 ? "ordered today" : `ordered ${count(recency_days, "day")} ago`);

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
  ${is_doubtful ? html.fragment`<div><dt>First</dt><dd>Ask why it does not pay: its statement is sound, so it may dispute the invoice. If not:</dd></div>` : null}
  <div><dt>Limit</dt><dd>${limit_advice}</dd></div>
  <div><dt>Terms</dt><dd>${terms}</dd></div>
  <div><dt>Prepaid</dt><dd>${prepayment}</dd></div>
</dl>`;
