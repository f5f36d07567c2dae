import * as d3 from "d3";
import { html } from "htl";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable, type Column, shareBar } from "../../components/dataTable.js";
import { gradeBadge } from "../../components/gradeBadge.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { element } from "../../lib/element.js";
import { count, daysAgo, integer, list, percent0 } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { isPart } from "../selected.js";
import type { Grade, Headline, Watched } from "./rows.js";
import { badgeTones, joined, reasonOf, reasons, watchReason, watchedGrades } from "./words.js";

/** Clients that stand open on the list; the others unfold. */
const FIRST = 6;

/** The clients that call for a decision: what is at stake, why, and what to do. */
export function watchList(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  const table = context.read<Watched>("solvency_watch_list");
  const grades = context.read<Grade>("solvency_grades");
  return [
    card(context, { title: title(context, table.rows, head), subtitle: subtitle(table.rows, head), sources: [table, headline, grades], span: 12 },
      head.clients_ordering_on > 0 ? orderingOn(table.rows, head) : null,
      html`<div class="watch-list">${dataTable(table.rows, columns(context, table.rows, grades.rows), {
        caption: table.rows.some(({ at_risk }) => at_risk !== null) ? t`Watch list: clients by what is at risk` : t`Watch list: the weakest clients first`, first: FIRST, noun: "client", empty: head.watched_clients > 0 ? t`None of them is among those with the most at risk of all clients.` : t`No client is weak, seriously overdue, over its limit or on hold.`,
      })}</div>`,
      table.rows.length === 0 ? null : note(rule(table.rows, grades.rows, head))),
  ];
}

function title(context: Context, rows: Watched[], head: Headline): string {
  const { money } = context;
  const [first] = rows;
  if (!first) return head.watched_clients > 0 ? t`${count(head.watched_clients, "client")} of those selected on the watch list` : t`No client is on the watch list`;
  if (head.watched_clients === 1) return t`One client needs a decision: ${first.label}`;
  if (first.at_risk === null || first.listed_risk_share === null) return t`${count(head.watched_clients, "client")} have a weak grade; the weakest is ${first.label}`;
  // Of some of the clients, the shares in what is at risk with these.
  const together = d3.cumsum(rows, (row) => row.at_risk ?? 0);
  const share = (index: number) => (isPart(context) ? together[index]! / head.watched_at_risk! : rows[index]!.listed_risk_share!);
  const half = head.watched_at_risk ? rows.findIndex((_, index) => share(index) >= 0.5) + 1 : 0;
  if (half === 0) return t`${count(head.watched_clients, "client")} are on the watch list`;
  const holds = percent0(share(half - 1));
  const all = money(head.watched_at_risk);
  return half === 1
    ? t`${first.label} alone holds ${holds} of the ${all} at risk on the watch list`
    : t`${integer(half)} of ${integer(head.watched_clients)} clients hold ${holds} of the ${all} at risk on the watch list; ${first.label} holds most`;
}

/** Clients named in the sentence on those that still order. */
const NAMED = 4;

/** Who should get no further credit and is still supplied: the money at risk that grows by itself. */
function orderingOn(rows: Watched[], head: Headline): Element {
  const clients = head.clients_ordering_on;
  const listed = rows.filter(({ orders_on }) => orders_on).slice(0, NAMED).map((row) => t`${row.label} (${orderedAgo(row.recency_days)})`);
  const others = clients - listed.length;
  const names = list([...listed, ...(others > 0 ? [listed.length > 0 ? count(others, "other") : count(others, "client")] : [])]);
  const badge = t`${integer(clients)} of ${integer(head.watched_clients)}`;
  return html`<p>${gradeBadge(badge, "bad")} ${t`should get no further credit (on hold, over the limit, or to pay in advance) and yet ordered in the last ${count(head.recent_order_days, "day")}: ${names}. Deliver only against payment.`} ${groupLink(clients === 1 ? t`Show it` : t`Show all ${integer(clients)}`, { next_step_reason: "no further credit but orders", sort: "overdue_amount" }, clients)}</p>`;
}

function subtitle(rows: Watched[], head: Headline): string {
  if (rows.length === 0) return t`Who is weak, seriously overdue, over its limit, on hold, or owes much without a grade`;
  const hasAmounts = rows.some(({ at_risk }) => at_risk !== null);
  if (rows.length === head.watched_clients) return hasAmounts ? t`All clients on the watch list, most at risk first` : t`All clients on the watch list, weakest first`;
  const [shown, all] = [integer(rows.length), count(head.watched_clients, "client")];
  return hasAmounts ? t`The ${shown} with the most at risk, of ${all} on the watch list` : t`The ${shown} weakest, of ${all} on the watch list`;
}

function rule(rows: Watched[], grades: Grade[], head: Headline): string {
  const days = count(head.serious_overdue_days, "day");
  const onList = t`On the list: grade ${watchedGrades(grades)} with anything at stake; overdue by more than ${days}; over the credit limit, or owing anything with a limit of 0; on hold and yet owing or ordering; or owing much without a grade.`;
  if (rows.every(({ at_risk }) => at_risk === null)) return t`Invoices would add what each client owes and how late it pays; until then the list goes by grade and score. ${onList}`;
  const weights = joined(grades.map(({ grade, weakness }) => `${phrase(grade)} ${percent0(weakness)}`));
  return t`At risk = what is open × the share that counts for its grade (${weights}), or the share overdue by more than ${days} where that is more; whose statement cannot be graded is no sounder than its last grade. ${onList}`;
}

function columns({ money }: Context, rows: Watched[], grades: Grade[]): Column<Watched>[] {
  const tone = badgeTones(grades);
  const known = (value: (row: Watched) => unknown) => rows.some((row) => value(row) !== null);
  const all: (Column<Watched> & { isKnown?: boolean })[] = [
    { label: t`Client`, className: "of-client", isRowHeader: true, value: client },
    { label: t`Grade`, className: "of-grade", isKnown: rows.some(({ statement }) => statement !== "none"), value: (row) => cell(gradeBadge(short(row.grade), tone(row.grade)), before(row)) },
    {
      label: t`At risk`, className: "of-risk", align: "right", isKnown: known((row) => row.at_risk),
      value: (row) => cell(money(row.at_risk), row.exposure_basis === "credit limit" ? t`of a limit of ${money(row.exposure)}` : t`of ${money(row.exposure)} open`, shareBar(row.weakness, "bad")),
    },
    {
      label: t`Overdue`, className: "of-overdue", align: "right", isKnown: known((row) => row.overdue_amount), number: (row) => row.overdue_amount,
      value: (row) => (row.overdue_amount
        ? cell(money(row.overdue_amount), t`${percent0(row.overdue_share)} · oldest ${count(row.oldest_days_overdue, "day")}`) : row.overdue_amount === 0 ? t`nothing` : null),
    },
    { label: t`Limit used`, className: "of-limit", align: "right", isKnown: rows.some((row) => row.limit_use !== null || row.credit_stop === "a limit of 0"), value: limitUse },
    { label: t`Why it is here`, value: why },
    { label: t`What to do`, className: "of-advice", value: advice },
  ];
  return all.filter(({ isKnown = true }) => isKnown);
}

/** A cell of a first line and a softer second one. */
const cell = (first: string | Element, second: string, bar: Element | null = null) => element("div", {}, first, bar, element("small", {}, second));

/** How long ago it bought last: what is not delivered need not be collected. */
const orderedAgo = (days: number | null) => (days === null ? "" : daysAgo(days));
const lastOrder = ({ recency_days: days }: Watched) => (days === null ? null : days === 0 ? t`ordered today` : t`ordered ${count(days, "day")} ago`);

/** Its name and place; a client that should get no further credit and yet orders stands out. */
function client(row: Watched): Element {
  const about = [valueName(row.industry, "industry"), row.country, row.owner].filter(Boolean).join(" · ");
  const ordered = lastOrder(row);
  return element("div", {}, `${row.watch_rank}. `, customerLink(row.label, row.customer_key), element("small", { translate: "no" }, about),
    row.orders_on ? gradeBadge(ordered ?? "", "bad") : ordered ? element("small", {}, ordered) : null);
}

/** The use of the limit, or that it is 0, which is less than none on file. */
export const limitUse = ({ limit_use, limit_reason }: Pick<Watched, "limit_use" | "limit_reason">) =>
  (limit_use !== null ? percent0(limit_use) : limit_reason === "a limit of 0" ? element("small", {}, t`limit of 0`) : null);

const short = (grade: string) => (grade.length <= 2 ? grade : t`none`);

/** What the grade was before, and why there is none now. */
function before({ grade, prior_grade, statement }: Watched): string {
  const was = prior_grade === null ? null : t`was ${prior_grade.length <= 2 ? prior_grade : phrase(prior_grade)}`;
  if (statement === "graded") return was === null ? t`first statement` : prior_grade === grade ? t`as before` : was;
  // Its last grade is what counts for what is at risk.
  return [whyUngraded(statement), prior_grade === grade ? null : was].filter(Boolean).join(" · ");
}

function whyUngraded(statement: string): string {
  switch (statement) {
    case "none": return t`no statement`;
    case "stale": return t`statement too old`;
    case "unbalanced": return t`does not add up`;
    default: return phrase(statement);
  }
}

function why(row: Watched): Element {
  const found = row.statement === "none" ? [] : reasons(row.reasons);
  // Where the grade alone is the reason, what led to it says more.
  const worst = row.watch_reason === `grade ${row.grade}` ? reasonOf(row.grade, row.reasons) : undefined;
  const details = found.length > (worst ? 1 : 0) ? element("details", {}, element("summary", {}, row.statement === "graded" ? t`Why grade ${row.grade}` : t`Why no grade`),
    element("ul", {}, ...found.map((reason) => element("li", {}, reason)))) : null;
  return element("div", {}, watchReason(row.watch_reason), worst ? element("small", {}, worst) : null, details);
}

/** The advice of the grade: settings, so that the words are the project's own. */
export const advice = ({ limit_advice, terms, prepayment, is_doubtful }: Pick<Watched, "limit_advice" | "terms" | "prepayment" | "is_doubtful">): Element => {
  const line = (term: string, text: string) => element("div", {}, element("dt", {}, term), element("dd", {}, text));
  return element("dl", { class: "advice" },
    is_doubtful ? line(t`First`, t`Ask whether it disputes an invoice: its statement is sound`) : null,
    line(t`Limit`, phrase(limit_advice)), line(t`Terms`, phrase(terms)), line(t`Prepaid`, phrase(prepayment)));
};
