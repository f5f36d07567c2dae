import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { heading } from "../../components/heading.js";
import { element } from "../../lib/element.js";
import { count, integer, MISSING } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Owner } from "./rows.js";

/** Who answers for what, and who has to finish what. */
export function owners(context: Context, table: Table<Owner>): Element[] {
  const rows = table.rows.filter(({ dimension }) => dimension === "owner");
  if (rows.length === 0) return [];
  const hasActions = rows.some(({ actions }) => actions > 0);
  const number = (value: number) => (value === 0 ? MISSING : integer(value));
  const alarming = (value: number) => (value === 0 ? MISSING : element("span", { class: "bad" }, integer(value)));
  return [...heading(t`Who answers for it`), card(context, {
    title: ownersTitle(rows), sources: [table], span: 12,
    subtitle: hasActions ? t`Goals by the period under review, with who answers for them; actions with who does them` : t`Goals by the period under review, with who answers for them`,
  }, dataTable(rows, [
    { label: t`Who`, value: (row) => (row.has_owner ? element("span", { translate: "no" }, row.owner) : t`Nobody is named`), isRowHeader: true },
    { label: t`Goals`, value: (row) => number(row.goals), number: (row) => row.goals, align: "right" },
    { label: t`Reached or on track`, value: (row) => number(row.reached_goals + row.on_track_goals), number: (row) => row.reached_goals + row.on_track_goals, align: "right" },
    { label: t`Goals at risk`, value: (row) => number(row.at_risk_goals), number: (row) => row.at_risk_goals, align: "right" },
    { label: t`Missed or behind`, value: (row) => alarming(row.missed_goals + row.behind_goals), number: (row) => row.missed_goals + row.behind_goals, align: "right" },
    ...(hasActions ? [
      { label: t`Nothing planned`, value: (row: Owner) => number(row.unattended_goals), number: (row: Owner) => row.unattended_goals, align: "right" as const },
      { label: t`Actions open`, value: (row: Owner) => number(row.open_actions), number: (row: Owner) => row.open_actions, align: "right" as const },
      { label: t`Overdue`, value: (row: Owner) => alarming(row.overdue_actions), number: (row: Owner) => row.overdue_actions, align: "right" as const },
      { label: t`Done`, value: (row: Owner) => number(row.done_actions), number: (row: Owner) => row.done_actions, align: "right" as const },
      { label: t`Done late`, value: (row: Owner) => number(row.late_actions), number: (row: Owner) => row.late_actions, align: "right" as const },
      { label: t`No result noted`, value: (row: Owner) => number(row.unchecked_actions), number: (row: Owner) => row.unchecked_actions, align: "right" as const },
    ] : []),
  ], { caption: t`Goals and actions by who answers for them` }))];
}

function ownersTitle(rows: Owner[]): string {
  const named = rows.filter(({ has_owner: hasOwner }) => hasOwner);
  const worst = [...named].sort((a, b) => b.missed_goals + b.behind_goals - (a.missed_goals + a.behind_goals))[0];
  if (worst && worst.missed_goals + worst.behind_goals > 0) return t`${worst.owner} answers for ${count(worst.goals, "goal")}: ${integer(worst.missed_goals + worst.behind_goals)} missed or behind`;
  return named.length === 0 ? t`Nobody is named for any goal` : t`Goals and actions by who answers for them`;
}
