import { alarm, firstToApproach } from "../../components/alarm.js";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { element } from "../../lib/element.js";
import { count, day, daysAgo, integer, list, percent0, readable } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context } from "../../lib/page.js";
import { isPart } from "../selected.js";
import type { Call, Due, Headline, Rhythm } from "./rows.js";

/** Whom to call first: who may well leave and brings much. */
export function calls(context: Context, head: Headline): Element {
  const { money } = context;
  const table = context.read<Call>("retention_call_list");
  const first = firstToApproach(table.rows);
  const title = first ? t`Call ${first.label} first: ${percent0(first.probability)} chance to leave, ${money(first.revenue)} of revenue`
    : isPart(context) ? t`None of those selected is among the first to call` : t`Nobody has a chance to leave of ${percent0(head.medium_from)} or more`;
  return card(context, {
    title, sources: [table], span: 12,
    ...(first && { subtitle: t`Customers with a chance to leave of ${percent0(head.medium_from)} or more, by chance times revenue of the last ${integer(context.windowDays)} days` }),
  }, first ? dataTable(table.rows, [
    { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
    { label: t`Chance to leave`, value: (row) => percent0(row.probability), number: (row) => row.probability, align: "right", bar: (row) => row.probability },
    { label: t`Revenue`, value: (row) => money(row.revenue), align: "right" },
    { label: t`At risk`, value: (row) => money(row.revenue_at_risk), align: "right" },
    { label: t`Why`, value: (row) => reasons(row) },
    { label: t`Account manager`, value: (row) => row.owner },
  ], { caption: t`Customers to call first`, first: 10, noun: "customer" }) : null);
}

/** Facts that raise the chance, the strongest first. */
function reasons(row: Call): string {
  const known = [row.reason_1, row.reason_2, row.reason_3].filter((reason) => reason !== null).map(readable);
  return known.length > 0 ? list(known) : t`no single fact: as many of customers like it leave`;
}

/** Whose next order is late by their own rhythm. */
export function due(context: Context): Element[] {
  const { money } = context;
  const table = context.read<Due>("retention_due");
  const rhythms = context.read<Rhythm>("retention_rhythms");
  const [state] = rhythms.rows;
  if (!state) return [];
  const [first] = table.rows;
  const late = isPart(context) ? table.rows.length : (first?.late_customers ?? 0);
  const title = !first ? (isPart(context) ? t`None of those selected is among the largest that are late` : t`No customer is late by its own rhythm`)
    : isPart(context) ? t`${count(late, "customer")} of the largest late ones are among those selected`
      : late === 1 ? t`${first.label} is late by its own rhythm: it brought ${money(first.revenue)}` : t`${integer(late)} customers are late by their own rhythm: they brought ${money(first.late_revenue)}`;
  return [card(context, {
    title, sources: [table, rhythms], span: 12,
    subtitle: t`Of customers with ${integer(state.min_gaps)} gaps between orders or more: no order by the day by which ${percent0(state.until_share)} of such orders came. Largest revenue first`,
  }, first ? dataTable(table.rows, [
    { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
    { label: t`Revenue`, value: (row) => money(row.revenue), align: "right" },
    { label: t`Orders every`, value: (row) => count(Math.round(row.rhythm_days), "day"), number: (row) => row.rhythm_days, align: "right" },
    { label: t`Last order`, value: (row) => daysAgo(row.recency_days), number: (row) => row.recency_days, align: "right" },
    { label: t`Expected`, value: (row) => day(row.next_order_date), align: "right" },
    { label: t`At the latest`, value: (row) => day(row.next_order_until), align: "right" },
    ...(table.rows.some(({ probability }) => probability !== null) ? [{ label: t`Chance to leave`, value: (row: Due) => percent0(row.probability), align: "right" as const }] : []),
    { label: t`Account manager`, value: (row) => row.owner },
  ], { caption: t`Customers whose next order is late`, first: 8, noun: "customer" }) : note(t`Their orders came, or are still to come, as they usually do.`))];
}
