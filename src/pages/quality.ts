import { emptyState } from "../components/emptyState.js";
import { heading } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { count, day, integer, MISSING, percent, percent0, sentence, words } from "../lib/format.js";
import type { Context, Page, Table } from "../lib/page.js";
import { checks } from "./quality/checks.js";
import { ages, duplicates, errors, fields, poorFiles } from "./quality/customerFile.js";
import { findings } from "./quality/findings.js";
import { groups } from "./quality/groups.js";
import { inputs } from "./quality/inputs.js";
import type { SuppliedEntity, Trust } from "./quality/rows.js";
import { supplied } from "./quality/supplied.js";
import { upperFirst } from "./quality/words.js";

export const quality: Page = {
  path: "quality",
  title: "Data quality",
  question: "How far can the numbers be trusted, and what should be mended first?",
  render(context) {
    const trust = context.read<Trust>("quality_trust");
    const row = trust.rows[0]!;
    return [
      ...tiles(context, trust, row),
      ...heading("What to mend first"),
      ...findings(context, trust, row),
      ...heading("What was read", "Each row keeps the contract of its input, or is refused and kept in quarantine with its reasons."),
      ...inputs(context, row),
      ...heading("The customer file", "How complete, right and fresh the files of customers are. Only fields that matter for the kind of customer and that are supplied count."),
      ...customerFile(context, row),
      ...heading("What is supplied", "Each input switches on what is built on it; what is not supplied is never shown as 0."),
      ...supplied(context),
      ...heading("Checks of this run"),
      ...checks(context, trust, row),
    ];
  },
};

function customerFile(context: Context, row: Trust): Element[] {
  if (row.customers === null) {
    return [emptyState(context, ["customers"], "The file of each customer is scored from 0 to 100 by how complete, right and fresh it is; likely duplicates, poor files, and who keeps them are listed.")];
  }
  return [
    ...fields(context, row),
    errors(context, row),
    ages(context, row),
    ...groups(context),
    poorFiles(context, row),
    duplicates(context, row),
  ];
}

function tiles(context: Context, trust: Table<Trust>, row: Trust): Element[] {
  const sources = [trust];
  return [
    kpi(context, {
      label: "Rows read", value: integer(row.rows_read), sources,
      note: row.rows_quarantined === 0 ? "All accepted" : `${integer(row.rows_accepted)} accepted (${percent(row.accepted_rate)}) + ${integer(row.rows_quarantined)} in quarantine`,
    }),
    kpi(context, scoreTile(trust, row)),
    kpi(context, {
      label: "Checks kept", value: `${integer(row.checks_kept)} of ${integer(row.checks)}`, sources,
      delta: row.checks_broken > 0 ? `${integer(row.checks_broken)} found something` : undefined, isGood: row.checks_broken > 0 ? false : undefined,
      note: row.checks_broken > 0 ? undefined : "Row by row and across tables; none found anything",
    }),
    newestData(context),
  ];
}

function scoreTile(trust: Table<Trust>, row: Trust) {
  const parts = [
    row.completeness_rate === null ? null : `${percent0(row.completeness_rate)} filled`,
    row.accuracy_rate === null ? null : `${percent(row.accuracy_rate)} right`,
    row.freshness_rate === null ? null : `${percent0(row.freshness_rate)} fresh`,
  ].filter((part) => part !== null);
  return {
    label: "Score of the customer file", value: row.score === null ? MISSING : `${integer(row.score)} of 100`, sources: [trust],
    delta: row.score !== null && row.unsupplied_fields > 0 ? `By ${integer(row.supplied_fields)} of ${count(row.wanted_fields, "field")} that matter` : undefined,
    note: row.customers === null ? "No customer file is supplied" : row.score === null && row.reason ? sentence(row.reason) : parts.join(", "),
  };
}

function newestData(context: Context): Element {
  const entities = context.read<SuppliedEntity>("quality_entities");
  const dated = entities.rows.filter((entity) => entity.days_since_last !== null).sort((a, b) => a.days_since_last! - b.days_since_last!);
  const [newest] = dated;
  const oldest = dated.at(-1);
  return kpi(context, {
    label: "Newest data", value: day(newest?.last_date), sources: [entities],
    note: !newest || !oldest ? "No input has dates"
      : [
        newest.days_since_last === 0 ? null : `${count(newest.days_since_last, "day")} before ${day(context.asOfDate)}`,
        oldest.days_since_last === newest.days_since_last ? null : `furthest behind: ${words(oldest.entity).toLowerCase()}, to ${day(oldest.last_date)}`,
      ].filter((part) => part !== null).map(upperFirst).join(". ") || "All inputs with dates reach to it",
  });
}
