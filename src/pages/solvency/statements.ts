import * as d3 from "d3";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { heading, note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { change, count, day, integer, moneyFormats, percent, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { isPart } from "../selected.js";
import type { Group, Headline, Restatement, Unbalanced, Ungraded } from "./rows.js";
import { reasons, ungradedReason } from "./words.js";

/** Rows that stand open in a list. */
const FIRST = 4;

/** What the grades rest on: which statements were changed or do not add up. */
export function evidence(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  return [
    ...heading(t`Statements to doubt`, t`A statement published again replaces the first; one that does not add up is not graded.`),
    ...doubtful(context, headline, head),
  ];
}

/** The two kinds of doubt side by side; where there is only one, it takes the width. */
function doubtful(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  const restated = context.read<Restatement>("solvency_restatements").rows.length > 0;
  const gaps = context.read<Unbalanced>("solvency_unbalanced").rows.length > 0;
  if (restated === gaps) return [restatements(context, headline, head, restated ? 7 : 6), unbalanced(context, headline, head, gaps ? 5 : 6)];
  return [restated ? restatements(context, headline, head, 12) : unbalanced(context, headline, head, 12)];
}

/** Who has no grade and why, and whom to ask for a statement first. */
export function ungraded(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  const groups = context.read<Group>("solvency_groups");
  const table = context.read<Ungraded>("solvency_ungraded");
  const found = groups.rows.filter(({ dimension, group_name }) => dimension === "statement" && group_name !== "graded").sort((a, b) => b.clients - a.clients);
  if (found.length === 0) return [];
  const hasExposure = head.exposure !== null;
  const [main] = found;
  const title = hasExposure && head.ungraded_exposure_share !== null && !isPart(context)
    ? t`Clients without a grade owe ${percent0(head.ungraded_exposure_share)} of what is open`
    : t`${ungradedReason(main!.group_name, head)}: ${count(main!.clients, "client")} cannot be graded`;
  const ask = !table.rows[0] && isPart(context) && head.ungraded_exposure ? t`None of those selected is among the clients to ask for a statement first` : !table.rows[0] ? t`No client without a grade owes anything` : hasExposure ? t`Ask ${table.rows[0].label} for a statement first` : t`Clients to ask for a statement that can be graded`;
  return [
    card(context, { title, subtitle: t`Clients without a grade, by the reason`, sources: [groups, headline], span: 5 },
      rankedBars(found, {
        caption: t`Clients without a grade by reason`, groupTitle: t`Reason`, figureTitle: t`Clients`, label: (row) => groupLink(ungradedReason(row.group_name, head), { statement: row.group_name }, row.clients),
        figure: { value: (row) => row.clients, text: (row) => integer(row.clients) },
        further: hasExposure ? [
          { label: t`Open`, value: (row) => context.money(row.exposure), align: "right" },
          { label: t`Overdue`, value: (row) => context.money(row.overdue_amount), align: "right" },
        ] : [],
      })),
    card(context, { title: ask, subtitle: hasExposure ? t`Clients without a grade, by what is open` : t`Clients without a grade, those with an unusable statement first`, sources: [table], span: 7 },
      dataTable(table.rows, [
        { label: t`Client`, value: (row) => withNote(customerLink(row.label, row.customer_key), [valueName(row.industry, "industry"), row.owner].filter(Boolean).join(" · "), "no"), isRowHeader: true },
        ...(hasExposure ? [
          { label: t`Open`, value: (row: Ungraded) => context.money(row.exposure), align: "right" as const },
          { label: t`Overdue`, value: (row: Ungraded) => context.money(row.overdue_amount), align: "right" as const },
        ] : []),
        { label: t`Why no grade`, value: (row) => element("div", {}, ungradedReason(row.statement, head), ...(row.statement === "none" ? [] : reasons(row.reasons).map((reason) => element("small", {}, reason)))) },
      ], { caption: t`Clients to ask for a statement`, first: FIRST, noun: "client" })),
  ];
}

interface Restated extends Restatement { lines: Restatement[] }

function restatements(context: Context, headline: Table<Headline>, head: Headline, span: 6 | 7 | 12): Element {
  const table = context.read<Restatement>("solvency_restatements");
  const rows: Restated[] = d3.groups(table.rows, ({ place }) => place).map(([, lines]) => ({ ...lines[0]!, lines }));
  const restated = head.statements_restated ?? 0;
  const title = restated === 0 ? t`No statement was restated` : t`${integer(restated)} of ${count(head.statements, "statement")} restated`;
  const rate = (row: Restated, line: string) => change(row.lines.find((changed) => changed.line === line)?.change_rate);
  return card(context, { title, subtitle: t`Change against what was first published, latest restatement first; the restated figures count`, sources: [table, headline], span },
    dataTable(rows, [
      { label: t`Client`, value: (row) => withNote(customerLink(row.label, row.customer_key), t`period to ${day(row.period_end)}, restated ${day(row.last_published)}`), isRowHeader: true },
      { label: t`Net income`, value: (row) => rate(row, "net income"), align: "right" },
      { label: t`Equity`, value: (row) => rate(row, "equity"), align: "right" },
      { label: t`Revenue of the period`, value: (row) => rate(row, "revenue"), align: "right" },
      { label: t`Lines changed`, value: (row) => integer(row.lines.length), align: "right" },
    ], { caption: t`Restated statements`, first: FIRST, noun: "statement", empty: t`Every statement stands as first published.` }),
    span === 12 ? note(t`Every balance sheet adds up.`) : null);
}

function unbalanced(context: Context, headline: Table<Headline>, head: Headline, span: 5 | 6 | 12): Element {
  const table = context.read<Unbalanced>("solvency_unbalanced");
  const clients = head.clients_unbalanced ?? 0;
  const title = table.rows.length === 0 ? t`Every balance sheet adds up` : isPart(context) ? t`Balance sheets that do not add up` : clients === 0 ? t`Only older balance sheets do not add up` : t`The latest balance sheet of ${count(clients, "client")} does not add up`;
  const all = count(head.statements_unbalanced, "statement");
  const subtitle = table.rows.length < (head.statements_unbalanced ?? 0)
    ? t`Assets less liabilities and equity, in the statement's currency; ${integer(table.rows.length)} of ${all}, latest ones first`
    : t`Assets less liabilities and equity, in the statement's currency; ${all}, latest ones first`;
  return card(context, { title, subtitle, sources: [table, headline], span },
    dataTable(table.rows, [
      { label: t`Client`, value: (row) => withNote(customerLink(row.label, row.customer_key), row.is_latest ? t`period to ${day(row.period_end)}` : t`period to ${day(row.period_end)}, not the latest`), isRowHeader: true },
      { label: t`Gap`, value: (row) => moneyFormats(row.currency, "code").money(row.balance_gap), align: "right" },
      { label: t`Of assets`, value: (row) => percent(row.balance_gap_share), align: "right" },
    ], { caption: t`Statements that do not add up`, first: FIRST, noun: "statement", empty: t`Assets equal liabilities and equity in every statement.` }),
    span === 12 ? note(t`No statement was restated.`) : null);
}
