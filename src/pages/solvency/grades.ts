import { html } from "htl";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { gradeBadge } from "../../components/gradeBadge.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { heatMap } from "../../components/heatMap.js";
import { stackedBar } from "../../components/stackedBar.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { count, day, integer, month, percent0, words } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { isPart } from "../selected.js";
import type { Grade, GradeMove, Headline, Worsened } from "./rows.js";
import { badgeTones, barTone } from "./words.js";

/** How clients and what they owe divide by grade, and what a grade means for terms. */
export function grades(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  const table = context.read<Grade>("solvency_grades");
  const { money } = context;
  const tone = badgeTones(table.rows);
  const hasExposure = head.exposure !== null;
  const part = (value: number | null, text: string, row: Grade) => ({ name: words(row.grade), value: value ?? 0, text, tone: barTone(row.position, table.rows.length) });
  return [
    card(context, { title: title(head), subtitle: t`${integer(head.clients_graded)} of ${count(head.clients, "client")} that we give credit to have a statement that can be graded`, sources: [table, headline], span: 12 },
      html`<div class="grade-bars">
        <div><p class="bar-title">${t`Clients`}</p>
          ${stackedBar(table.rows.map((row) => part(row.clients, `${integer(row.clients)} · ${percent0(row.client_share)}`, row)), { label: t`Clients by grade` })}</div>
        ${hasExposure ? html`<div><p class="bar-title">${t`What they owe`}</p>
          ${stackedBar(table.rows.map((row) => part(row.exposure, `${money(row.exposure)} · ${percent0(row.exposure_share)}`, row)), { label: t`What is open, by grade` })}</div>` : null}
      </div>`,
      html`<div class="grade-table">${dataTable(table.rows, [
        { label: t`Grade`, value: (row) => groupLink(gradeBadge(words(row.grade), tone(row.grade)), { grade: row.grade }, row.clients), isRowHeader: true },
        { label: t`Clients`, value: (row) => integer(row.clients), align: "right" },
        { label: month(head.before_date), value: (row) => integer(row.clients_before), align: "right" },
        ...(hasExposure ? [
          { label: t`Open`, value: (row: Grade) => money(row.exposure), align: "right" as const },
          { label: t`Overdue`, value: (row: Grade) => money(row.overdue_amount), align: "right" as const },
          { label: t`At risk`, value: (row: Grade) => money(row.at_risk), align: "right" as const },
        ] : []),
        { label: t`Counts as at risk`, value: (row) => percent0(row.weakness), align: "right" },
        { label: t`Terms`, value: (row) => phrase(row.terms) },
        { label: t`Credit limit`, value: (row) => phrase(row.limit_advice) },
        { label: t`Prepaid`, value: (row) => phrase(row.prepayment) },
      ], { caption: t`Clients and advice by grade` })}</div>`,
      note(t`${month(head.before_date)}: the ${count(head.clients_known_before, "client")} with a statement known on ${day(head.before_date)}, by the grade of it. Who pays as late as a weaker grade would is advised as that grade.`)),
  ];
}

function title(head: Headline): string {
  if (!head.clients_graded) return t`No client can be graded`;
  const graded = count(head.clients_graded, "graded client");
  if (head.weak_clients === 0) return t`None of the ${graded} is weak`;
  if (head.weak_exposure_share === null) return head.weak_clients === 1 ? t`One of the ${graded} is weak` : t`${integer(head.weak_clients)} of the ${graded} are weak`;
  const share = percent0(head.weak_exposure_share);
  return head.weak_clients === 1 ? t`One of the ${graded} is weak and owes ${share} of what is open` : t`${integer(head.weak_clients)} of the ${graded} are weak and owe ${share} of what is open`;
}

/** Who moved between grades since the period before. */
export function movements(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  const moves = context.read<GradeMove>("solvency_grade_moves");
  const worsened = context.read<Worsened>("solvency_worsened");
  const list = context.read<Grade>("solvency_grades");
  const tone = badgeTones(list.rows);
  const { money } = context;
  const hasExposure = worsened.rows.some(({ exposure }) => exposure !== null);
  const rows = [...list.rows.map(({ grade }) => grade), "no statement"].filter((grade) => moves.rows.some((move) => move.prior_grade === grade)).map(words);
  const columns = list.rows.map(({ grade }) => grade).filter((grade) => moves.rows.some((move) => move.grade === grade)).map(words);
  return [
    card(context, { title: movesTitle(context, head), subtitle: head.exposure === null ? t`Clients by the grade of the statement before and by today's` : t`Clients by the grade of the statement before and by today's; below, what they owe`, sources: [moves, headline], span: 7 },
      heatMap(moves.rows.map((move) => ({
        row: words(move.prior_grade), column: words(move.grade), value: move.clients, text: groupLink(integer(move.clients), { prior_grade: move.prior_grade, grade: move.grade }, move.clients),
        detail: move.exposure === null ? undefined : money(move.exposure),
      })), { caption: t`Clients by grade before and now`, rows, columns, rowTitle: t`Before`, columnTitle: t`Now` })),
    card(context, { title: worsenedTitle(worsened.rows, head), subtitle: hasExposure ? t`Graded worse than a statement before, most at risk first` : t`Graded worse than a statement before, longest fall first`, sources: [worsened], span: 5 },
      dataTable(worsened.rows, [
        { label: t`Client`, value: (row) => withNote(customerLink(row.label, row.customer_key), [valueName(row.industry, "industry"), row.owner].filter(Boolean).join(" · "), "no"), isRowHeader: true },
        { label: t`Grade`, value: (row) => element("span", { class: "nowrap" }, gradeBadge(row.prior_grade, tone(row.prior_grade)), " → ", gradeBadge(row.grade, tone(row.grade))) },
        ...(hasExposure ? [
          { label: t`Open`, value: (row: Worsened) => money(row.exposure), align: "right" as const },
          { label: t`At risk`, value: (row: Worsened) => money(row.at_risk), align: "right" as const },
        ] : []),
      ], { caption: t`Clients graded worse than a statement before`, first: 7, noun: "client" })),
  ];
}

function movesTitle(context: Context, { clients_worsened: worse, clients_improved: better }: Headline): string {
  // The table below is that of all clients.
  if (isPart(context)) return t`Clients by grade before and now`;
  if (!worse && !better) return t`No client changed its grade`;
  return t`${count(worse, "client")} graded worse than a statement before, ${integer(better)} better`;
}

function worsenedTitle([first]: Worsened[], head: Headline): string {
  if (!first) return head.clients_worsened ? t`${count(head.clients_worsened, "client")} got a worse grade, none of them among those listed of all clients` : t`No client got a worse grade`;
  return t`${first.label} fell from ${words(first.prior_grade)} to ${words(first.grade)}`;
}
