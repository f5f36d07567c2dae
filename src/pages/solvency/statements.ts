import * as d3 from "d3";
import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { heading, note } from "../../components/heading.js";
import { rankedBars } from "../../components/rankedBars.js";
import { change, count, day, integer, moneyFormats, percent, percent0, readable, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { Group, Headline, Restatement, Unbalanced, Ungraded } from "./rows.js";
import { ungradedReason } from "./words.js";

/** What the grades rest on: which statements were changed or do not add up. */
export function evidence(context: Context, headline: Table<Headline>, head: Headline): Element[] {
  return [
    ...heading("What the grades rest on", "Which statements to doubt: one published again replaces the first; one that does not balance grades nobody."),
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
  const reasons = groups.rows.filter(({ dimension, group_name }) => dimension === "statement" && group_name !== "graded").sort((a, b) => b.clients - a.clients);
  if (reasons.length === 0) return [];
  const hasExposure = head.exposure !== null;
  const [main] = reasons;
  const title = hasExposure && head.ungraded_exposure_share !== null
    ? `${percent0(head.ungraded_exposure_share)} of what is open is owed by clients without a grade`
    : `${ungradedReason(main!.group_name, head)}: ${count(main!.clients, "client")} cannot be graded`;
  const ask = !table.rows[0] ? "No client without a grade owes anything" : hasExposure ? `Ask ${table.rows[0].label} for a statement first` : "Clients to ask for a statement that can be graded";
  return [
    card(context, { title, subtitle: "Clients without a grade, by the reason", sources: [groups, headline], span: 5 },
      rankedBars(reasons, {
        caption: "Clients without a grade by reason", groupTitle: "Reason", figureTitle: "Clients", label: (row) => ungradedReason(row.group_name, head),
        figure: { value: (row) => row.clients, text: (row) => integer(row.clients) },
        further: hasExposure ? [
          { label: "Open", value: (row) => context.money(row.exposure), align: "right" },
          { label: "Overdue", value: (row) => context.money(row.overdue_amount), align: "right" },
        ] : [],
      })),
    card(context, { title: ask, subtitle: hasExposure ? "Clients without a grade, by what is open" : "Clients without a grade, those with an unusable statement first", sources: [table], span: 7 },
      dataTable(table.rows, [
        { label: "Client", value: (row) => html`<div>${row.label}<small>${[row.industry, row.owner].filter(Boolean).join(" · ")}</small></div>`, isRowHeader: true },
        ...(hasExposure ? [
          { label: "Open", value: (row: Ungraded) => context.money(row.exposure), align: "right" as const },
          { label: "Overdue", value: (row: Ungraded) => context.money(row.overdue_amount), align: "right" as const },
        ] : []),
        { label: "Why no grade", value: (row) => html`<div>${ungradedReason(row.statement, head)}${row.statement === "none" ? null : html`<small>${words(readable(row.reasons))}</small>`}</div>` },
      ], { caption: "Clients to ask for a statement", first: 5, noun: "client" })),
  ];
}

interface Restated extends Restatement { lines: Restatement[] }

function restatements(context: Context, headline: Table<Headline>, head: Headline, span: 6 | 7 | 12): Element {
  const table = context.read<Restatement>("solvency_restatements");
  const rows: Restated[] = d3.groups(table.rows, ({ place }) => place).map(([, lines]) => ({ ...lines[0]!, lines }));
  const restated = head.statements_restated ?? 0;
  const title = restated === 0 ? "No statement was restated" : `${count(restated, "statement was", "statements were")} restated, of ${integer(head.statements)}`;
  const rate = (row: Restated, line: string) => change(row.lines.find((changed) => changed.line === line)?.change_rate);
  return card(context, { title, subtitle: "Change against what was first published, the latest restatements first; the restated figures count", sources: [table, headline], span },
    dataTable(rows, [
      { label: "Client", value: (row) => html`<div>${row.label}<small>period to ${day(row.period_end)}, restated ${day(row.last_published)}</small></div>`, isRowHeader: true },
      { label: "Net income", value: (row) => rate(row, "net income"), align: "right" },
      { label: "Equity", value: (row) => rate(row, "equity"), align: "right" },
      { label: "Revenue", value: (row) => rate(row, "revenue"), align: "right" },
      { label: "Lines changed", value: (row) => integer(row.lines.length), align: "right" },
    ], { caption: "Restated statements", first: 6, noun: "statement", empty: "Every statement stands as first published." }),
    span === 12 ? note("Every balance sheet adds up.") : null);
}

function unbalanced(context: Context, headline: Table<Headline>, head: Headline, span: 5 | 6 | 12): Element {
  const table = context.read<Unbalanced>("solvency_unbalanced");
  const clients = head.clients_unbalanced ?? 0;
  const title = table.rows.length === 0 ? "Every balance sheet adds up" : clients === 0 ? "Only older balance sheets do not add up" : `The latest balance sheet of ${count(clients, "client")} does not add up`;
  return card(context, { title, subtitle: `Assets less liabilities and equity, in the statement's currency. ${count(head.statements_unbalanced, "statement")} in all${table.rows.length < (head.statements_unbalanced ?? 0) ? `, ${integer(table.rows.length)} of them here` : ""}, the clients' latest first`, sources: [table, headline], span },
    dataTable(table.rows, [
      { label: "Client", value: (row) => html`<div>${row.label}<small>period to ${day(row.period_end)}${row.is_latest ? "" : ", not the latest"}</small></div>`, isRowHeader: true },
      { label: "Gap", value: (row) => moneyFormats(row.currency, "code").money(row.balance_gap), align: "right" },
      { label: "Of assets", value: (row) => percent(row.balance_gap_share), align: "right" },
    ], { caption: "Statements that do not balance", first: 6, noun: "statement", empty: "Assets equal liabilities and equity in every statement." }),
    span === 12 ? note("No statement was restated.") : null);
}
