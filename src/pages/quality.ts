import { emptyState } from "../components/emptyState.js";
import { heading } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { twoColumns } from "../components/twoColumns.js";
import { count, day, integer, MISSING, percent, percent0, sentence } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { checks } from "./quality/checks.js";
import { ages, duplicates, errors, fields, poorFiles } from "./quality/customerFile.js";
import { findings } from "./quality/findings.js";
import { groups, ungrouped } from "./quality/groups.js";
import { inputs } from "./quality/inputs.js";
import type { SuppliedEntity, Trust } from "./quality/rows.js";
import { supplied } from "./quality/supplied.js";
import { inputName, joined } from "./quality/words.js";

export const quality: Page = {
  path: "quality",
  title: msg("Data quality"),
  question: msg("How far can the numbers be trusted, and what should be fixed first?"),
  follows: "nothing",
  render(context) {
    const trust = context.read<Trust>("quality_trust");
    const row = trust.rows[0]!;
    return [
      ...tiles(context, trust, row),
      ...heading(t`What to fix first`),
      ...findings(context, trust, row),
      ...heading(t`The customer file`, t`How complete, right and fresh it is, by the fields that matter for the kind of customer and are supplied.`),
      ...customerFile(context, row),
      ...heading(t`What was read`, t`Every row is either accepted, or refused and kept in quarantine with its reasons.`),
      ...inputs(context, row),
      ...heading(t`What is supplied`, t`Each input switches on the analyses built on it; what is not supplied is never shown as 0.`),
      ...supplied(context),
      ...heading(t`Checks of this run`),
      ...checks(context, trust, row),
    ];
  },
};

function customerFile(context: Context, row: Trust): Element[] {
  if (row.customers === null) {
    return [emptyState(context, ["customers"], t`Each customer's file is scored from 0 to 100 by how complete, right and fresh it is; likely duplicates and poor files are listed, with who keeps them.`)];
  }
  return [
    ...fields(context, row),
    poorFiles(context, row),
    twoColumns([duplicates(context, row), errors(context, row), ages(context, row), ...groups(context)]),
    ...ungrouped(context),
  ];
}

function tiles(context: Context, trust: Table<Trust>, row: Trust): Element[] {
  const sources = [trust];
  return [
    kpi(context, scoreTile(trust, row)),
    kpi(context, {
      label: t`Rows read`, value: integer(row.rows_read), sources,
      note: row.rows_quarantined === 0 ? t`All accepted` : t`${integer(row.rows_accepted)} accepted (${percent(row.accepted_rate)}), ${integer(row.rows_quarantined)} refused`,
    }),
    kpi(context, {
      label: t`Checks passed`, value: t`${integer(row.checks_kept)} of ${integer(row.checks)}`, sources,
      delta: row.checks_broken > 0 ? count(row.checks_broken, "warning") : undefined, isGood: row.checks_broken > 0 ? false : undefined,
      note: row.checks_broken > 0 ? undefined : t`Row by row and across tables`,
    }),
    newestData(context),
  ];
}

function scoreTile(trust: Table<Trust>, row: Trust) {
  return {
    label: t`Score of the customer file`, value: row.score === null ? MISSING : t`${integer(row.score)} of 100`, sources: [trust],
    delta: row.score !== null && row.unsupplied_fields > 0 ? t`By ${integer(row.supplied_fields)} of ${count(row.wanted_fields, "field")} that matter` : undefined,
    note: row.customers === null ? t`No customer file is supplied` : row.score === null && row.reason ? sentence(row.reason) : parts(row),
  };
}

function parts(row: Trust): string {
  const found = [
    row.completeness_rate === null ? null : t`${percent0(row.completeness_rate)} filled`,
    row.accuracy_rate === null ? null : t`${percent(row.accuracy_rate)} right`,
    row.freshness_rate === null ? null : t`${percent0(row.freshness_rate)} fresh`,
  ].filter((part) => part !== null);
  return joined(found);
}

function newestData(context: Context): Element {
  const entities = context.read<SuppliedEntity>("quality_entities");
  const dated = entities.rows.filter((entity) => entity.days_since_last !== null).sort((a, b) => a.days_since_last! - b.days_since_last!);
  const [newest] = dated;
  const oldest = dated.at(-1);
  const isEven = oldest?.days_since_last === newest?.days_since_last;
  return kpi(context, {
    label: t`Newest data`, value: day(newest?.last_date), sources: [entities],
    delta: newest && newest.days_since_last! > 0 ? t`${count(newest.days_since_last, "day")} before ${day(context.asOfDate)}` : undefined,
    note: !newest || !oldest ? t`No input has dates`
      : isEven ? t`All inputs with dates end on that day`
        : t`Furthest behind: ${inputName(oldest.entity)}, to ${day(oldest.last_date)}`,
  });
}
