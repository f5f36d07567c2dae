import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { facts, type Fact } from "../../components/facts.js";
import { note } from "../../components/heading.js";
import { stackedBar, type Part } from "../../components/stackedBar.js";
import { count, decimal1, decimal2, integer, list, percent, sentence, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { Check, Field, Group, InputFile, Refusal, SuppliedEntity, Trust } from "./rows.js";
import { missingEntities } from "./supplied.js";
import { fieldName, fieldTitle, groupName, lowerFirst, ruleTitle, upperFirst } from "./words.js";

interface Finding extends Fact {
  /** What to do, in a few words: heads the list if it comes first. */
  task: string;
  /** Points of the score that mending it gains. */
  points?: number;
}

/** What to mend first: what distorts the figures, orders first, then what costs the score of the customer file most, then the rest. */
export function findings(context: Context, trust: Table<Trust>, row: Trust): Element[] {
  const checks = context.read<Check>("quality_checks");
  const fields = context.read<Field>("quality_fields");
  const groups = context.read<Group>("quality_groups");
  const files = context.read<InputFile>("quality_input_files");
  const refusals = context.read<Refusal>("quality_refusals");
  const entities = context.read<SuppliedEntity>("quality_entities");
  const costly = [...staleFiles(row), ...costliestField(fields), ...poorestGroups(groups)].sort((a, b) => b.points! - a.points!);
  const distorting = [...lostOrders(row, files, refusals), ...duplicates(context, row), ...brokenChecks(checks), ...refusedRows(files, refusals)];
  const items = [...distorting, ...costly, ...notSupplied(row), ...missingInputs(context, entities)];
  // A few findings leave half a card empty: the two then stand below each other.
  const span = row.score !== null && items.length > 3 ? 7 : 12;
  return [
    card(context, {
      title: items[0] ? `First: ${lowerFirst(items[0].task)}` : "Nothing to mend was found",
      subtitle: distorting.length > 0 && costly.length > 0 ? "First what distorts revenue and other figures; then what lifts the score of the customer file, by points, which overlap and do not add up" : undefined,
      sources: [trust, fields, groups, files, refusals, checks, entities], span,
    }, items.length > 0 ? facts(items) : note("Every row was accepted, every check kept, and every input and field supplied.")),
    ...(row.score !== null ? [lostPoints(context, trust, groups, row, span === 7 ? 5 : 12)] : []),
  ];
}

const points = (value: number | null) => `${decimal1(value)} ${decimal1(value) === "1.0" ? "point" : "points"}`;
const isShown = (value: number | null): value is number => value !== null && value >= 0.05;

function brokenChecks(checks: Table<Check>): Finding[] {
  return checks.rows.filter((check) => check.result === "broken").slice(0, 3).map((check) => ({
    task: "Look at what the checks found", tone: "bad", href: "#checks", hrefLabel: "Checks",
    text: `${upperFirst(check.title)}: ${count(check.bad_rows, "row")}.`,
  }));
}

function staleFiles(row: Trust): Finding[] {
  if (!isShown(row.stale_points)) return [];
  const [was, files] = row.stale_customers === 1 ? ["was", "its file"] : ["were", "their files"];
  return [{
    points: row.stale_points, task: `Confirm the ${count(row.stale_customers, "stale file")}`, href: "#ages", hrefLabel: "How old they are",
    text: `${count(row.stale_customers, "customer")} of ${integer(row.judged_customers)} ${was} not heard from, nor ${files} confirmed, for more than ${count(row.freshness_limit_days, "day")}. Confirming them gains ${points(row.stale_points)}.`,
  }];
}

function costliestField(fields: Table<Field>): Finding[] {
  const [worst, ...others] = fields.rows.filter((field) => field.is_wanted && isShown(field.lost_points));
  if (!worst) return [];
  const next = others.slice(0, 2).map((field) => `${fieldName(field.field)} (${decimal1(field.lost_points)})`);
  return [{
    points: worst.lost_points!, task: `Fill the field ${fieldName(worst.field)}`, href: "#fields", hrefLabel: "All fields",
    text: `${fieldTitle(worst.field)} is missing or wrong in ${integer(worst.faulty_customers)} of ${count(worst.customers, "file")}. Filling it gains ${points(worst.lost_points)}, more than any other field.${next.length > 0 ? ` Next: ${list(next)}.` : ""}`,
  }];
}

/** Of each way to group the files, the group that costs most beyond what its kinds of customers explain. */
function poorestGroups(groups: Table<Group>): Finding[] {
  return (["owner", "source", "region"] as const).flatMap((dimension): Finding[] => {
    const [worst] = groups.rows.filter((group) => group.dimension === dimension && !group.is_missing && group.is_notable && isShown(group.excess_points))
      .sort((a, b) => b.excess_points! - a.excess_points!);
    if (!worst) return [];
    const name = groupName(dimension, worst.member);
    return [{
      points: worst.excess_points!, task: `Mend the files of ${name}`, href: `#by-${dimension}`, hrefLabel: `By ${dimensionTitles[dimension]}`,
      text: `The ${count(worst.customers, "file")} of ${name} ${worst.customers === 1 ? "scores" : "score"} ${integer(worst.score)}; ${integer(worst.poor_customers)} ${worst.poor_customers === 1 ? "is" : "are"} poor. Bringing them to the average of like customers gains ${points(worst.excess_points)}.`,
    }];
  });
}

export const dimensionTitles = { owner: "account manager", source: "source", region: "region" };

/** Rules that a row breaks by repeating another, which loses nothing. */
const repeats = ["duplicate_row", "duplicate_key"];
const isOrders = (file: InputFile) => file.entity === "orders" || file.entity === "transactions";

/** Why rows of a file are lost, most often. */
function whyLost(file: InputFile | undefined, refusals: Table<Refusal>): string {
  const reason = refusals.rows.find((refusal) => refusal.refused === "row" && refusal.entity === file?.entity && refusal.file === file.file && !repeats.includes(refusal.rule));
  return reason ? ` Most often: ${lowerFirst(ruleTitle(reason.rule))} (${fieldName(reason.field)}), ${count(reason.cases, "row")}, the first in row ${integer(reason.first_row)}.` : "";
}

/** Orders that no figure has, because their rows were refused. */
function lostOrders(row: Trust, files: Table<InputFile>, refusals: Table<Refusal>): Finding[] {
  if (!row.order_rows_lost) return [];
  const worst = files.rows.find(isOrders);
  return [{
    task: `Recover the ${count(row.order_rows_lost, "row")} of orders that could not be used`, tone: "bad", href: "#files", hrefLabel: "All files",
    text: `${integer(row.order_rows_lost)} of ${count(row.order_rows_read, "row")} of orders${(row.order_lost_rate ?? 0) < 0.0005 ? "" : ` (${percent(row.order_lost_rate)})`} could not be used: revenue may be missing from every figure.${worst && worst.rows_lost < row.order_rows_lost ? ` ${integer(worst.rows_lost)} of them are in ${worst.file}.` : ""}${whyLost(worst, refusals)}`,
  }];
}

/** The other file that loses most. */
function refusedRows(files: Table<InputFile>, refusals: Table<Refusal>): Finding[] {
  const worst = files.rows.find((file) => file.rows_lost > 0 && !isOrders(file));
  if (!worst) return [];
  return [{
    task: `Correct ${worst.file}`, href: "#files", hrefLabel: "All files",
    text: `${integer(worst.rows_lost)} of ${count(worst.rows_read, "row")} of ${worst.file} (${words(worst.entity).toLowerCase()}) ${worst.rows_lost === 1 ? "was" : "were"} refused, the most of any input but orders.${whyLost(worst, refusals)}`,
  }];
}

function duplicates({ money }: Context, row: Trust): Finding[] {
  if (!row.likely_duplicates) return [];
  const revenue = row.duplicate_revenue === null ? "their orders" : `the ${money(row.duplicate_revenue)} they brought under it`;
  return [{
    task: `Merge the ${count(row.likely_duplicates, "likely second file")}`, tone: "bad", href: "#duplicates", hrefLabel: "The list",
    text: `${count(row.likely_duplicates, "customer")} probably ${row.likely_duplicates === 1 ? "has" : "have"} a second file: ${revenue} ${row.duplicate_revenue === null ? "count" : "counts"} as another customer's.`,
  }];
}

function notSupplied(row: Trust): Finding[] {
  const missing = row.unsupplied_fields;
  if (row.score === null || missing === 0) return [];
  return [{
    task: `Supply the ${missing === 1 ? "field" : `${integer(missing)} fields`} that the score cannot see`, href: "#not-supplied", hrefLabel: "Which",
    text: `${integer(missing)} of the ${integer(row.wanted_fields)} fields that matter ${missing === 1 ? "is" : "are"} not supplied: the score says nothing about ${missing === 1 ? "it" : "them"}.`,
  }];
}

function missingInputs(context: Context, entities: Table<SuppliedEntity>): Finding[] {
  const missing = missingEntities(context, entities);
  if (missing.length === 0) return [];
  return [{
    task: "Supply more inputs", href: "#inputs-missing", hrefLabel: "What each enables",
text: `${count(missing.length, "input")} ${missing.length === 1 ? "is" : "are"} not supplied; ${missing.length === 1 ? "it" : "each"} would switch on more.`,
  }];
}

/** The score and what it lacks, part by part. */
function lostPoints(context: Context, trust: Table<Trust>, groups: Table<Group>, row: Trust, span: 5 | 12): Element {
  const all = groups.rows.find((group) => group.dimension === "all");
  const causes = [
    { name: "Empty fields", points: row.missing_points, share: row.completeness_rate, measure: "filled", tone: "warn", remedy: "Ask for them at the next contact" },
    { name: "Wrong values", points: row.wrong_points, share: row.accuracy_rate, measure: "right", tone: "bad", remedy: "Correct what is listed below" },
    { name: "Stale files", points: row.stale_points, share: row.freshness_rate, measure: "fresh", tone: "series-5", remedy: "Call or write; note the date on which the file was confirmed" },
  ] as const;
  const [worst] = [...causes].filter((cause) => isShown(cause.points)).sort((a, b) => b.points! - a.points!);
  const parts: Part[] = [
    { name: "Score", value: row.score!, tone: "series-1", text: decimal1(row.score) },
    ...causes.filter((cause) => isShown(cause.points)).map((cause): Part => ({ name: cause.name, value: cause.points!, tone: cause.tone, text: `−${decimal1(cause.points)}` })),
  ];
  return card(context, {
    title: !worst ? "The score lacks nothing"
      : parts.length === 2 ? `${worst.name} cost all ${points(worst.points)} that the score lacks`
        : `${worst.name} cost ${decimal1(worst.points)} of the ${points(all?.lost_points ?? null)} that the score lacks`,
    subtitle: `Points of 100, by cause; ${count(row.customers, "customer file")}`, sources: [trust, groups], span,
  },
    stackedBar(parts, { label: `Score of ${decimal1(row.score)} and the points lost by cause` }),
    dataTable([...causes], [
      { label: "Cause", value: (cause) => html`<span>${cause.name}<small>${cause.remedy}</small></span>`, isRowHeader: true },
      { label: "Points lost", value: (cause) => decimal1(cause.points), align: "right" },
      { label: "Share in order", value: (cause) => (cause.share === null ? null : `${percent(cause.share)} ${cause.measure}`), align: "right" },
    ], { caption: "Points lost by cause" }),
    note(`Score: completeness counts ${decimal2(row.completeness_weight)}, accuracy ${decimal2(row.accuracy_weight)}, freshness ${decimal2(row.freshness_weight)}.${row.reason ? ` ${sentence(row.reason)}` : ""}`),
    byKind(groups));
}

/** The same for each kind of customer, where there are several. */
function byKind(groups: Table<Group>): Element | null {
  const kinds = groups.rows.filter((group) => group.dimension === "kind");
  return kinds.length < 2 ? null : dataTable(kinds, [
    { label: "Kind of customer", value: (group) => words(group.member), isRowHeader: true },
    { label: "Score", value: (group) => integer(group.score), align: "right" },
    { label: "Points lost", value: (group) => decimal1(group.lost_points), align: "right" },
    { label: "Poor files", value: (group) => `${integer(group.poor_customers)} of ${integer(group.customers)}`, align: "right" },
  ], { caption: "Quality of the customer files by kind of customer" });
}
