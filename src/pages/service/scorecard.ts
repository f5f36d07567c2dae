import * as d3 from "d3";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { element } from "../../lib/element.js";
import { emptyState } from "../../components/emptyState.js";
import { heading, note } from "../../components/heading.js";
import { kpi } from "../../components/kpi.js";
import { withNote } from "../../components/withNote.js";
import { count, integer, MISSING, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { againstPrior } from "../selected.js";
import { recently } from "./actions.js";
import type { Headline, Measure, Month, Trouble } from "./rows.js";
import { baseOf, changeOf, formatOf, measureName, welcome } from "./words.js";

/** Measures that head the page, those that the inputs tell. */
const HEADED = ["on_time_rate", "perfect_order_rate", "complaints_per_100_orders", "resolution_hours"];

/** The measures that a reader looks at first, each with its change and its standard. */
export function tiles(context: Context, scores: Table<Measure>, months: Table<Month>): Element[] {
  const history: Record<string, (row: Month) => number | null> = {
    on_time_rate: (row) => row.on_time_rate, perfect_order_rate: (row) => row.perfect_order_rate,
    complaints_per_100_orders: (row) => row.complaints_per_100_orders, resolution_hours: (row) => row.resolution_mean,
  };
  const troubles = context.read<Trouble>("service_troubles");
  return HEADED.flatMap((measure) => {
    const row = scores.rows.find((score) => score.measure === measure);
    if (!row || row.value === null) return [];
    const format = formatOf(row);
    const change = changeOf(row);
    return [kpi(context, {
      label: measureName(measure), value: format(row.value), sources: [scores, months, troubles],
      ...(change !== undefined && { delta: againstPrior(context, change), isGood: welcome(row) }),
      ...(row.standard !== null && { target: { value: format(row.standard), reached: null, isMet: row.verdict === "met", kind: "standard", note: t`over ${count(context.windowDays, "day")}` } }),
      note: [tileNote(row), recently(troubles, measure, "all", "all")].filter((text) => text !== undefined).join(t`; `),
      trend: { format, points: months.rows.map((month) => ({ date: month.month, value: history[measure]!(month) })) },
    })];
  });
}

function tileNote(row: Measure): string {
  const base = baseOf(row) ?? "";
  switch (row.measure) {
    case "on_time_rate": return t`Of ${base} that came or are overdue`;
    case "perfect_order_rate": return t`On time, whole, undamaged, not returned, without a complaint; of ${base} whose time for that is over`;
    case "complaints_per_100_orders": return t`Complaints opened by orders placed, of ${base}`;
    default: return row.unknown === 0 ? t`Mean, of ${base} resolved` : t`Mean, of ${base} resolved; ${integer(row.unknown)} of those opened wait`;
  }
}

/** Every measure before, during and after the sale, against its standard and the window before. */
export function scorecard(context: Context, head: Headline, scores: Table<Measure>): Element[] {
  const rows = scores.rows.filter(({ value }) => value !== null);
  const missing = scores.rows.filter(({ value }) => value === null);
  const phases = { before: t`Before the sale`, during: t`During the sale`, after: t`After the sale` };
  return [
    ...heading(t`Do we keep our standards?`),
    card(context, {
      title: verdictTitle(scores.rows), sources: [scores], span: 12,
      subtitle: t`Orders placed and tickets opened in ${context.window.title}, against the standards of service; goals of the leadership stand on Targets, with periods of their own. Times are means. Below a value: where it lies with a chance of ${percent0(head.confidence)}`,
    },
    dataTable(rows, [
      { label: t`Measure`, value: (row) => withNote(measureName(row.measure), phases[row.phase]), isRowHeader: true },
      { label: t`Measured`, value: (row) => withNote(formatOf(row)(row.value), spreadOf(row)), number: (row) => row.value, align: "right" },
      ...(rows.some(({ standard }) => standard !== null) ? [{ label: t`Standard`, value: (row: Measure) => (row.standard === null ? MISSING : formatOf(row)(row.standard)), align: "right" as const }] : []),
      { label: t`Standard kept`, value: (row) => verdict(row) },
      { label: t`The ${count(context.windowDays, "day")} before`, value: (row) => formatOf(row)(row.prior_value), align: "right" },
      { label: t`Change`, value: (row) => changed(row), align: "right" },
      { label: t`Rests on`, value: (row) => baseOf(row), number: (row) => row.base, align: "right" },
      ...(rows.some(({ unknown }) => unknown) ? [{ label: t`Not counted`, value: (row: Measure) => (row.unknown === null ? MISSING : integer(row.unknown)), number: (row: Measure) => row.unknown, align: "right" as const }] : []),
    ], { caption: t`Measures of service against their standards` }),
    note(t`Not counted: orders, lines and tickets of which it is not known, or not over yet; they are never taken for good. Resolved at the first contact: within ${integer(head.first_contact_hours)} hours of the first response, and no other ticket of the kind within ${count(head.first_contact_days, "day")}. A complaint repeats another of the customer within ${count(head.repeat_days, "day")}.`),
    head.is_damage_named === false && rows.some(({ measure }) => measure === "damage_rate")
      ? note(t`${measureName("damage_rate")}: no reason on record names damage. The words that do are the setting service.damage_words: add those of your returns and complaints.`) : null,
    missing.length === 0 ? null : note(t`Not told by the inputs: ${missing.map(({ measure }) => measureName(measure)).join(" · ")}.`)),
    ...(head.has_standards ? [] : [emptyState(context, ["service_standards"], t`Each measure would stand against what the company has promised itself, with a verdict.`)]),
  ];
}

function verdictTitle(rows: Measure[]): string {
  const judged = rows.filter(({ verdict: found }) => found === "met" || found === "missed");
  const missed = judged.filter(({ verdict: found }) => found === "missed");
  if (judged.length === 0) return t`What service was like, before, during and after the sale`;
  const worst = d3.greatest(missed, (row) => row.miss_rate ?? 0);
  if (!worst) return judged.length === 1 ? t`The one standard is kept: ${measureName(judged[0]!.measure)}` : t`All ${integer(judged.length)} standards are kept`;
  const told = t`${measureName(worst.measure)}: ${formatOf(worst)(worst.value)} instead of ${formatOf(worst)(worst.standard)}`;
  return missed.length === 1 ? t`One of ${count(judged.length, "standard")} is missed. ${told}` : t`${integer(missed.length)} of ${count(judged.length, "standard")} are missed. The furthest: ${told}`;
}

function spreadOf(row: Measure): string {
  return row.low === null || row.high === null ? "" : t`${formatOf(row)(row.low)} to ${formatOf(row)(row.high)}`;
}

function verdict(row: Measure): string | Element {
  if (row.verdict === "met") return element("span", { class: "good" }, t`✓ kept`);
  if (row.verdict !== "missed") return MISSING;
  const missed = element("span", { class: "bad" }, t`✗ missed`);
  return row.is_clear === false ? withNote(missed, t`chance may explain it`) : missed;
}

function changed(row: Measure): string | Element {
  const text = changeOf(row);
  const isGood = welcome(row);
  return text === undefined ? MISSING : isGood === undefined ? text : element("span", { class: isGood ? "good" : "bad" }, text);
}
