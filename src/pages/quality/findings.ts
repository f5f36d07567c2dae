import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { facts, type Fact } from "../../components/facts.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { stackedBar, type Part } from "../../components/stackedBar.js";
import { count, decimal1, decimal2, integer, list, percent, sentence, words } from "../../lib/format.js";
import { language, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Check, Field, Group, InputFile, Refusal, SuppliedEntity, Trust } from "./rows.js";
import { missingEntities } from "./supplied.js";
import { dimensionTitle, fieldName, fieldTitle, groupName, inputName, lowerFirst, ruleTitle } from "./words.js";

interface Finding extends Fact {
  /** What to do, in a few words: heads the list if it comes first. */
  task: string;
  /** Points of the score that fixing it gains. */
  points?: number;
}

/** What to fix first: what distorts the figures, orders first, then what costs the score of the customer file most, then the rest. */
export function findings(context: Context, trust: Table<Trust>, row: Trust): Element[] {
  const checks = context.read<Check>("quality_checks");
  const fields = context.read<Field>("quality_fields");
  const groups = context.read<Group>("quality_groups");
  const files = context.read<InputFile>("quality_input_files");
  const refusals = context.read<Refusal>("quality_refusals");
  const entities = context.read<SuppliedEntity>("quality_entities");
  const costly = [...staleFiles(row), ...costliestField(fields), ...poorestGroups(groups)].sort((a, b) => b.points! - a.points!);
  const distorting = [...lostOrders(context, row, files, refusals), ...duplicates(context, row), ...brokenChecks(checks), ...refusedRows(files, refusals)];
  const items = [...distorting, ...costly, ...notSupplied(row), ...missingInputs(context, entities)];
  // A few findings leave half a card empty: the two then stand below each other.
  const span = row.score !== null && items.length > 3 ? 7 : 12;
  return [
    card(context, {
      title: items[0] ? t`First: ${lowerFirst(items[0].task)}` : t`Nothing to fix was found`,
      subtitle: distorting.length > 0 && costly.length > 0 ? t`First what distorts revenue and other figures, then what lifts the score of the customer file (points overlap and do not add up)` : undefined,
      sources: [trust, fields, groups, files, refusals, checks, entities], span,
    }, items.length > 0 ? facts(items) : note(t`Every row was accepted, every check passed, and every input and field supplied.`)),
    ...(row.score !== null ? [lostPoints(context, trust, groups, row, span === 7 ? 5 : 12)] : []),
  ];
}

const points = (value: number | null) => (decimal1(value) === "1.0" ? t`1 point` : t`${decimal1(value)} points of the score`);
const isShown = (value: number | null): value is number => value !== null && value >= 0.05;
/** Sentences of a paragraph; those that do not apply are null. */
const paragraph = (sentences: (string | null)[]) => sentences.filter((text) => text !== null).join(language() === "en" ? " " : "");

function brokenChecks(checks: Table<Check>): Finding[] {
  return checks.rows.filter((check) => check.result === "broken").slice(0, 3).map((check) => ({
    task: t`Look at what the checks found`, tone: "bad", href: "#checks", hrefLabel: t`Checks`,
    text: t`${count(check.bad_rows, "row")}: ${lowerFirst(sentence(check.title))}`,
  }));
}

function staleFiles(row: Trust): Finding[] {
  if (!isShown(row.stale_points)) return [];
  return [{
    points: row.stale_points, task: t`Confirm the ${count(row.stale_customers, "stale file")}`, href: "#ages", hrefLabel: t`By freshness`,
    text: t`${integer(row.stale_customers)} of ${count(row.judged_customers, "customer")} not heard from, and file not confirmed, for over ${count(row.freshness_limit_days, "day")}. Confirming gains ${points(row.stale_points)}.`,
  }];
}

function costliestField(fields: Table<Field>): Finding[] {
  const [worst, ...others] = fields.rows.filter((field) => field.is_wanted && isShown(field.lost_points));
  if (!worst) return [];
  const next = others.slice(0, 2).map((field) => t`${fieldName(field.field)} (${decimal1(field.lost_points)})`);
  return [{
    points: worst.lost_points!, task: t`Fill the field ${fieldName(worst.field)}`, href: "#fields", hrefLabel: t`All fields`,
    text: paragraph([
      t`${fieldTitle(worst.field)} is missing or wrong in ${integer(worst.faulty_customers)} of ${count(worst.customers, "customer file")}. Filling it gains ${points(worst.lost_points)}, more than any other field.`,
      next.length > 0 ? t`Next: ${list(next)}.` : null,
    ]),
  }];
}

const groupFiles = { owner: "#by-owner", source: "#by-source", region: "#by-region" } as const;

/** Of each way to group the files, the group that costs most beyond what its kinds of customers explain. */
function poorestGroups(groups: Table<Group>): Finding[] {
  return (["owner", "source", "region"] as const).flatMap((dimension): Finding[] => {
    const [worst] = groups.rows.filter((group) => group.dimension === dimension && !group.is_missing && group.is_notable && isShown(group.excess_points))
      .sort((a, b) => b.excess_points! - a.excess_points!);
    if (!worst) return [];
    const name = groupName(dimension, worst.member);
    return [{
      points: worst.excess_points!, task: t`Fix the files of ${name}`, href: groupFiles[dimension], hrefLabel: t`By ${dimensionTitle(dimension)}`,
      text: t`Files of ${name}: score ${integer(worst.score)}, ${integer(worst.poor_customers)} of ${integer(worst.customers)} poor. Bringing them to the average of like customers gains ${points(worst.excess_points)}.`,
    }];
  });
}

/** Rules that a row breaks by repeating another, which loses nothing. */
const repeats = ["duplicate_row", "duplicate_key"];
const isOrders = (file: InputFile) => file.entity === "orders" || file.entity === "transactions";

/** Why rows of a file are lost, most often. */
function whyLost(file: InputFile | undefined, refusals: Table<Refusal>): string | null {
  const reason = refusals.rows.find((refusal) => refusal.refused === "row" && refusal.entity === file?.entity && refusal.file === file.file && !repeats.includes(refusal.rule));
  return reason ? t`Most often: ${lowerFirst(ruleTitle(reason.rule))} (${fieldTitle(reason.field)}), ${count(reason.cases, "row")}, the first in row ${integer(reason.first_row)}.` : null;
}

/** Orders that no figure has, because their rows were refused. */
function lostOrders({ money }: Context, row: Trust, files: Table<InputFile>, refusals: Table<Refusal>): Finding[] {
  if (!row.order_rows_lost) return [];
  const worst = files.rows.find(isOrders);
  const lost = integer(row.order_rows_lost);
  const all = count(row.order_rows_read, "row");
  return [{
    task: row.order_revenue_lost === null ? t`Recover the ${count(row.order_rows_lost, "order row")} that could not be used`
      : t`Recover the ${count(row.order_rows_lost, "order row")} that could not be used, worth about ${money(row.order_revenue_lost)}`,
    tone: "bad", href: "#files", hrefLabel: t`All files`,
    text: paragraph([
      (row.order_lost_rate ?? 0) < 0.0005 ? t`${lost} of ${all} of orders could not be used.` : t`${lost} of ${all} of orders (${percent(row.order_lost_rate)}) could not be used.`,
      row.order_revenue_lost === null ? null : t`By their own amounts, or the mean revenue of an order where these cannot be read, about ${money(row.order_revenue_lost)} is missing from the figures of all years.`,
      worst && worst.rows_lost < row.order_rows_lost ? t`${integer(worst.rows_lost)} of them are in ${worst.file}.` : null,
      whyLost(worst, refusals),
      !row.order_rows_repeated ? null : row.order_rows_repeated === 1 ? t`One more was refused for it repeats another: nothing is lost with it.` : t`${integer(row.order_rows_repeated)} more were refused for they repeat others: nothing is lost with them.`,
    ]),
  }];
}

/** The other file that loses most. */
function refusedRows(files: Table<InputFile>, refusals: Table<Refusal>): Finding[] {
  const worst = files.rows.find((file) => file.rows_lost > 0 && !isOrders(file));
  if (!worst) return [];
  return [{
    task: t`Correct ${worst.file}`, href: "#files", hrefLabel: t`All files`,
    text: paragraph([t`${integer(worst.rows_lost)} of ${count(worst.rows_read, "row")} of ${worst.file} (${inputName(worst.entity)}) refused, the most besides orders.`, whyLost(worst, refusals)]),
  }];
}

function duplicates({ money }: Context, row: Trust): Finding[] {
  if (!row.likely_duplicates) return [];
  const customers = count(row.likely_duplicates, "customer");
  return [{
    task: t`Merge the ${count(row.likely_duplicates, "likely second file")}`, tone: "bad", href: "#duplicates", hrefLabel: t`The list`,
    text: row.duplicate_revenue === null ? t`Second files of probably ${customers}: orders under them count as another customer's.`
      : t`Second files of probably ${customers}: the ${money(row.duplicate_revenue)} they brought count as another customer's.`,
  }];
}

function notSupplied(row: Trust): Finding[] {
  const missing = row.unsupplied_fields;
  if (row.score === null || missing === 0) return [];
  const all = integer(row.wanted_fields);
  return [{
    task: missing === 1 ? t`Supply the field that the score cannot see` : t`Supply the ${count(missing, "field")} that the score cannot see`, href: "#not-supplied", hrefLabel: t`Which`,
    text: missing === 1 ? t`One of the ${all} fields that matter is not supplied: the score says nothing about it.`
      : t`${integer(missing)} of the ${all} fields that matter are not supplied: the score says nothing about them.`,
  }];
}

function missingInputs(context: Context, entities: Table<SuppliedEntity>): Finding[] {
  const missing = missingEntities(context, entities);
  if (missing.length === 0) return [];
  return [{
    task: t`Supply more inputs`, href: "#inputs-missing", hrefLabel: t`What each enables`,
    text: missing.length === 1 ? t`One input is not supplied; it would switch on more.` : t`${count(missing.length, "input")} are not supplied; each would switch on more.`,
  }];
}

interface Cause { name: string; points: number | null; share: string | null; tone: Part["tone"]; remedy: string }

const causesOf = (row: Trust): Cause[] => [
  { name: t`Empty fields`, points: row.missing_points, share: row.completeness_rate === null ? null : t`${percent(row.completeness_rate)} filled`, tone: "warn", remedy: t`Ask for them at the next contact` },
  { name: t`Wrong values`, points: row.wrong_points, share: row.accuracy_rate === null ? null : t`${percent(row.accuracy_rate)} right`, tone: "bad", remedy: t`Correct what is listed below` },
  { name: t`Stale files`, points: row.stale_points, share: row.freshness_rate === null ? null : t`${percent(row.freshness_rate)} fresh`, tone: "series-5", remedy: t`Call or write; note the date of confirmation` },
];

/** The score and what it lacks, part by part. */
function lostPoints(context: Context, trust: Table<Trust>, groups: Table<Group>, row: Trust, span: 5 | 12): Element {
  const all = groups.rows.find((group) => group.dimension === "all");
  const causes = causesOf(row);
  const [worst] = causes.filter((cause) => isShown(cause.points)).sort((a, b) => b.points! - a.points!);
  const parts: Part[] = [
    { name: t`Score`, value: row.score!, tone: "series-1", text: decimal1(row.score) },
    ...causes.filter((cause) => isShown(cause.points)).map((cause): Part => ({ name: cause.name, value: cause.points!, tone: cause.tone, text: `−${decimal1(cause.points)}` })),
  ];
  return card(context, {
    title: !worst ? t`The score lacks nothing`
      : parts.length === 2 ? t`${worst.name} cost all ${decimal1(worst.points)} points that the score lacks`
        : t`${worst.name} cost ${decimal1(worst.points)} of the ${decimal1(all?.lost_points)} points that the score lacks`,
    subtitle: t`Points of 100, by cause; ${count(row.customers, "customer file")}`, sources: [trust, groups], span,
  },
    stackedBar(parts, { label: t`Score of ${decimal1(row.score)} and the points lost by cause` }),
    dataTable(causes, [
      { label: t`Cause`, value: (cause) => html`<span>${cause.name}<small>${cause.remedy}</small></span>`, isRowHeader: true },
      { label: t`Points lost`, value: (cause) => decimal1(cause.points), align: "right" },
      { label: t`In order`, value: (cause) => cause.share, align: "right" },
    ], { caption: t`Points lost by cause` }),
    note(paragraph([
      t`Weights in the score: completeness ${decimal2(row.completeness_weight)}, accuracy ${decimal2(row.accuracy_weight)}, freshness ${decimal2(row.freshness_weight)}.`,
      row.reason ? sentence(row.reason) : null,
    ])),
    byKind(groups));
}

/** The same for each kind of customer, where there are several. */
function byKind(groups: Table<Group>): Element | null {
  const kinds = groups.rows.filter((group) => group.dimension === "kind");
  return kinds.length < 2 ? null : dataTable(kinds, [
    { label: t`Kind of customer`, value: (group) => groupLink(words(group.member), { kind: group.member }, group.customers), isRowHeader: true },
    { label: t`Score`, value: (group) => integer(group.score), align: "right" },
    { label: t`Points lost`, value: (group) => decimal1(group.lost_points), align: "right" },
    { label: t`Poor files`, value: (group) => groupLink(t`${integer(group.poor_customers)} of ${integer(group.customers)}`, { kind: group.member, file_state: "poor" }, group.poor_customers), align: "right" },
  ], { caption: t`Quality of the customer files by kind of customer` });
}
