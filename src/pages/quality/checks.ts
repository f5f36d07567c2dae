import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { count, integer, sentence } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { Check, Trust } from "./rows.js";
import { anchored } from "./words.js";

const columns: Column<Check>[] = [
  // A check across tables says what it looks for, one of a table what must hold.
  { label: "What holds", value: (check) => sentence(check.subject.includes(".") ? check.title : `no ${check.title}`), isRowHeader: true },
  { label: "Of", value: (check) => check.subject },
  { label: "File and line", value: (check) => html`<code>${check.path}:${check.line}</code>` },
];

/** What was checked of the tables, what the checks found first. */
export function checks(context: Context, trust: Table<Trust>, row: Trust): Element[] {
  const table = context.read<Check>("quality_checks");
  const broken = table.rows.filter((check) => check.result === "broken");
  const kept = table.rows.filter((check) => check.result === "kept");
  return [anchored("checks", card(context, {
    title: broken.length === 0 ? `All ${count(row.checks, "check")} found nothing` : `${integer(broken.length)} of ${count(row.checks, "check")} found something`,
    subtitle: "Rules that every row of a table must keep, and rules across tables. An error stops the run, so that what is found here is a warning", sources: [table, trust], span: 12,
  },
    broken.length > 0 ? dataTable(broken, [
      { label: "What was found", value: (check) => sentence(check.title), isRowHeader: true },
      { label: "Rows", value: (check) => integer(check.bad_rows), align: "right" },
      { label: "What to do", value: (check) => (check.fix === null ? null : sentence(check.fix)) },
      { label: "Check", value: (check) => html`<code class="path">${check.path}:${check.line}</code>` },
    ], { caption: "Checks that found something" }) : null,
    kept.length > 0 ? disclosure(`${count(kept.length, "check")} kept`, { id: "checks-kept", detail: "each with the file and line that it stands in" },
      dataTable(kept, columns, { caption: "Checks that were kept" })) : null))];
}
