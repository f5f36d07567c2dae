import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { note } from "../../components/heading.js";
import { count, integer, sentence } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Check, Trust } from "./rows.js";
import { anchored } from "./words.js";

/** What was checked of the tables, what the checks found first. */
export function checks(context: Context, trust: Table<Trust>, row: Trust): Element[] {
  const table = context.read<Check>("quality_checks");
  const broken = table.rows.filter((check) => check.result === "broken");
  return [anchored("checks", card(context, {
    title: broken.length === 0 ? t`All ${count(row.checks, "check")} passed`
      : broken.length === 1 ? t`One of ${count(row.checks, "check")} warns: ${sentence(broken[0]!.title)}`
        : t`${integer(broken.length)} of ${count(row.checks, "check")} warn`,
    subtitle: t`Rules that each row of a table must keep, and rules across tables. An error stops the run, so what is found here is a warning`, sources: [table, trust], span: 12,
  },
    broken.length > 0 ? dataTable(broken, [
      { label: t`What was found`, value: (check) => sentence(check.title), isRowHeader: true },
      { label: t`Rows`, value: (check) => integer(check.bad_rows), align: "right" },
      { label: t`What to do`, value: (check) => (check.fix === null ? null : sentence(check.fix)) },
      { label: t`Check`, value: (check) => html`<code class="path">${check.path}:${check.line}</code>` },
    ], { caption: t`Checks that warn` }) : null,
    passed(table.rows.filter((check) => check.result === "kept"))))];
}

/** Those across tables one by one; those of a single table stand with its definition. */
function passed(rows: Check[]): Element | null {
  if (rows.length === 0) return null;
  const across = rows.filter((check) => !isOfTable(check));
  const others = rows.length - across.length;
  return disclosure(t`${count(rows.length, "check")} passed`, { id: "checks-kept", detail: t`those across tables, with file and line` },
    dataTable(across, [
      { label: t`None was found of`, value: (check) => sentence(check.title), isRowHeader: true },
      { label: t`File and line`, value: (check) => html`<code class="path">${check.path}:${check.line}</code>` },
    ], { caption: t`Checks across tables that passed` }),
    others > 0 ? note(t`The other ${count(others, "check")} are of single tables; the page Definitions has them with each table.`) : null);
}

const isOfTable = ({ subject }: Check) => subject.includes(".");
