import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { gradeBadge } from "../../components/gradeBadge.js";
import { note } from "../../components/heading.js";
import { heatMap } from "../../components/heatMap.js";
import { stackedBar } from "../../components/stackedBar.js";
import { count, day, integer, month, percent0, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { Grade, GradeMove, Headline, Worsened } from "./rows.js";
import { badgeTones, barTone } from "./words.js";

/** How clients and what they owe divide by grade, and what a grade means for terms. */
export function grades(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  const table = context.read<Grade>("solvency_grades");
  const { money } = context;
  const tone = badgeTones(table.rows);
  const badge = (row: Grade) => gradeBadge(words(row.grade), tone(row.grade));
  const hasExposure = head.exposure !== null;
  const part = (value: number | null, text: string, row: Grade) => ({ name: words(row.grade), value: value ?? 0, text, tone: barTone(row.position, table.rows.length) });
  return [
    card(context, { title: title(head), subtitle: `${count(head.clients, "client")} that we give credit to, by the grade of the latest statement`, sources: [table, headline], span: 7 },
      html`<p class="bar-title">Clients</p>`,
      stackedBar(table.rows.map((row) => part(row.clients, `${integer(row.clients)} · ${percent0(row.client_share)}`, row)), { label: "Clients by grade" }),
      ...(hasExposure ? [
        html`<p class="bar-title">What they owe</p>`,
        stackedBar(table.rows.map((row) => part(row.exposure, `${money(row.exposure)} · ${percent0(row.exposure_share)}`, row)), { label: "What is open, by grade" }),
      ] : []),
      dataTable(table.rows, [
        { label: "Grade", value: badge, isRowHeader: true },
        { label: "Clients", value: (row: Grade) => integer(row.clients), align: "right" },
        { label: month(head.before_date), value: (row: Grade) => integer(row.clients_before), align: "right" },
        ...(hasExposure ? [
          { label: "Open", value: (row: Grade) => money(row.exposure), align: "right" as const },
          { label: "At risk", value: (row: Grade) => money(row.at_risk), align: "right" as const },
          { label: "Overdue", value: (row: Grade) => money(row.overdue_amount), align: "right" as const },
        ] : []),
      ], { caption: "Clients by grade" }),
      note(`${month(head.before_date)}: the clients with a statement published by ${day(head.before_date)}, by the grade known on that day.`)),
    card(context, { title: "What each grade means", subtitle: "Advice for every client of a grade; who pays as late as a weaker grade is treated as one", sources: [table], span: 5 },
      dataTable(table.rows, [
        { label: "Grade", value: badge, isRowHeader: true },
        { label: "Terms", value: (row) => row.terms },
        { label: "Credit limit", value: (row) => row.limit_advice },
        { label: "Prepaid", value: (row) => row.prepayment },
        { label: "Counts as at risk", value: (row) => percent0(row.weakness), align: "right" },
      ], { caption: "Advice by grade" })),
  ];
}

function title(head: Headline): string {
  if (!head.clients_graded) return "No client can be graded";
  const graded = count(head.clients_graded, "graded client");
  if (head.weak_clients === 0) return `None of the ${graded} is weak`;
  const subject = head.weak_clients === 1 ? `One of the ${graded} is weak` : `${integer(head.weak_clients)} of the ${graded} are weak`;
  return head.weak_exposure_share === null ? subject : `${subject} and ${head.weak_clients === 1 ? "owes" : "owe"} ${percent0(head.weak_exposure_share)} of all that is open`;
}

/** Who moved between grades since the period before. */
export function movements(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  const moves = context.read<GradeMove>("solvency_grade_moves");
  const worsened = context.read<Worsened>("solvency_worsened");
  const list = context.read<Grade>("solvency_grades");
  const tone = badgeTones(list.rows);
  const { money } = context;
  const hasExposure = worsened.rows.some(({ exposure }) => exposure !== null);
  const rows = [...list.rows.map(({ grade }) => words(grade)), "No statement"].filter((name) => moves.rows.some((move) => words(move.prior_grade) === name));
  const columns = list.rows.map(({ grade }) => words(grade)).filter((name) => moves.rows.some((move) => words(move.grade) === name));
  return [
    card(context, { title: movesTitle(head), subtitle: `Clients by the grade of the period before (rows) and of now (columns)${head.exposure === null ? "" : "; below, what they owe"}`, sources: [moves, headline], span: 7 },
      heatMap(moves.rows.map((move) => ({
        row: words(move.prior_grade), column: words(move.grade), value: move.clients, text: integer(move.clients),
        detail: move.exposure === null ? undefined : money(move.exposure),
      })), { caption: "Clients by grade before and now", rows, columns, rowTitle: "Before", columnTitle: "Now" })),
    card(context, { title: worsenedTitle(worsened.rows), subtitle: `Graded worse than a statement before; ${hasExposure ? "the most at risk" : "the longest fall"} first`, sources: [worsened], span: 5 },
      dataTable(worsened.rows, [
        { label: "Client", value: (row) => html`<div>${row.label}<small>${[row.industry, row.owner].filter(Boolean).join(" · ")}</small></div>`, isRowHeader: true },
        { label: "Grade", value: (row) => html`<span class="nowrap">${gradeBadge(row.prior_grade, tone(row.prior_grade))} → ${gradeBadge(row.grade, tone(row.grade))}</span>` },
        ...(hasExposure ? [
          { label: "Open", value: (row: Worsened) => money(row.exposure), align: "right" as const },
          { label: "At risk", value: (row: Worsened) => money(row.at_risk), align: "right" as const },
        ] : []),
      ], { caption: "Clients graded worse than in the period before", first: 5, noun: "client" })),
  ];
}

function movesTitle({ clients_worsened: worse, clients_improved: better }: Headline): string {
  if (!worse && !better) return "No client changed its grade";
  return `${count(worse, "client")} graded worse than a statement before, ${integer(better)} better`;
}

function worsenedTitle([first]: Worsened[]): string {
  if (!first) return "No client got a worse grade";
  return `${first.label} fell from ${first.prior_grade} to ${first.grade}`;
}

