import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { facts, type Fact } from "../../components/facts.js";
import { note } from "../../components/heading.js";
import { stackedBar, type Part } from "../../components/stackedBar.js";
import { count, decimal1, integer, list, percent, sentence } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { Check, Field, Group, InputFile, Refusal, Trust } from "./rows.js";
import { fieldName, fieldTitle, groupName, ruleTitle } from "./words.js";

interface Finding extends Fact {
  /** What to do, in a few words: heads the list if it comes first. */
  task: string;
  /** Points of the score that mending it gains. */
  points?: number;
}

/** What to mend first: broken checks, what costs most points of the customer file's score, rows lost on reading, the rest. */
export function findings(context: Context, trust: Table<Trust>, row: Trust): Element[] {
  const checks = context.read<Check>("quality_checks");
  const fields = context.read<Field>("quality_fields");
  const groups = context.read<Group>("quality_groups");
  const files = context.read<InputFile>("quality_input_files");
  const refusals = context.read<Refusal>("quality_refusals");
  const costly = [...staleFiles(row), ...costliestField(fields), ...poorestGroups(groups)].sort((a, b) => b.points! - a.points!);
  const items = [...brokenChecks(checks), ...costly, ...refusedRows(files, refusals), ...duplicates(row), ...notSupplied(row)];
  const hasScore = row.score !== null;
  return [
    card(context, {
      title: items[0] ? `${items[0].task} first` : "Nothing to mend was found",
      subtitle: costly.length > 1 ? "What costs most points of the score stands first. One file may stand under several of these, so their points do not add up." : undefined,
      sources: [trust, fields, groups, files, refusals, checks], span: hasScore ? 7 : 12,
    }, facts(items)),
    ...(hasScore ? [lostPoints(context, trust, groups, row)] : []),
  ];
}

const points = (value: number | null) => `${decimal1(value)} ${decimal1(value) === "1.0" ? "point" : "points"}`;
const isShown = (value: number | null): value is number => value !== null && value >= 0.05;

function brokenChecks(checks: Table<Check>): Finding[] {
  return checks.rows.filter((check) => check.result === "broken").slice(0, 3).map((check) => ({
    task: "Look at what the checks found", tone: "bad", href: "#checks", hrefLabel: "Checks",
    text: `${count(check.bad_rows, "row")} found by a check: ${sentence(check.title)}`,
  }));
}

function staleFiles(row: Trust): Finding[] {
  if (!isShown(row.stale_points)) return [];
  const days = integer(row.freshness_limit_days);
  return [{
    points: row.stale_points, task: `Confirm the ${count(row.stale_customers, "stale file")}`, href: "#ages", hrefLabel: "How old they are",
    text: `${count(row.stale_customers, "customer")} of ${integer(row.dated_customers)} ${row.stale_customers === 1 ? "was" : "were"} not heard from, nor ${row.stale_customers === 1 ? "its file" : "their files"} confirmed, for more than ${days} days: ${points(row.stale_points)}.`,
  }];
}

function costliestField(fields: Table<Field>): Finding[] {
  const [worst, ...others] = fields.rows.filter((field) => isShown(field.lost_points));
  if (!worst) return [];
  const next = others.slice(0, 2).map((field) => `${fieldName(field.field)} (${decimal1(field.lost_points)})`);
  return [{
    points: worst.lost_points!, task: `Fill the field ${fieldName(worst.field)}`, href: "#fields", hrefLabel: "All fields",
    text: `${fieldTitle(worst.field)} is missing or wrong in ${integer(worst.faulty_customers)} of ${count(worst.customers, "file")}: ${points(worst.lost_points)}, more than any other field.${next.length > 0 ? ` Then come ${list(next)}.` : ""}`,
  }];
}

/** Of each way to group the files, the group that costs most beyond what its number of customers explains. */
function poorestGroups(groups: Table<Group>): Finding[] {
  return (["owner", "source", "kind", "region"] as const).flatMap((dimension): Finding[] => {
    const [worst] = groups.rows.filter((group) => group.dimension === dimension && group.member !== "unknown" && isShown(group.excess_points))
      .sort((a, b) => b.excess_points! - a.excess_points!);
    if (!worst) return [];
    const name = groupName(dimension, worst.member);
    return [{
      points: worst.lost_points!, task: `Mend the files of ${name}`, href: `#by-${dimension}`, hrefLabel: `By ${dimensionTitles[dimension]}`,
      text: `${count(worst.customers, "file")} of ${name} score ${integer(worst.score)}: ${points(worst.lost_points)}, ${decimal1(worst.excess_points)} more than as many average files would cost. ${integer(worst.poor_customers)} of them ${worst.poor_customers === 1 ? "is" : "are"} poor.`,
    }];
  });
}

export const dimensionTitles = { owner: "account manager", source: "source", kind: "kind of customer", region: "region" };

function refusedRows(files: Table<InputFile>, refusals: Table<Refusal>): Finding[] {
  const worst = files.rows.find((file) => file.rows_quarantined > 0);
  if (!worst) return [];
  const reason = refusals.rows.find((refusal) => refusal.refused === "row" && refusal.entity === worst.entity && refusal.file === worst.file);
  const why = reason ? ` Most often: ${ruleTitle(reason.rule).toLowerCase()} (${fieldName(reason.field)} ${reason.message}), ${count(reason.cases, "row")} from row ${integer(reason.first_row)} on.` : "";
  return [{
    task: `Mend ${worst.file}`, href: "#files", hrefLabel: "All files",
    text: `${worst.file} loses most rows: ${integer(worst.rows_quarantined)} of ${integer(worst.rows_read)} were refused.${why}`,
  }];
}

function duplicates(row: Trust): Finding[] {
  if (!row.likely_duplicates) return [];
  return [{
    task: "Merge the likely duplicates", href: "#duplicates", hrefLabel: "The list",
    text: `${count(row.likely_duplicates, "customer")} likely ${row.likely_duplicates === 1 ? "has" : "have"} a second file: merge them, for their orders count as those of two customers.`,
  }];
}

function notSupplied(row: Trust): Finding[] {
  const missing = row.wanted_fields - row.supplied_fields;
  if (row.score === null || missing === 0) return [];
  return [{
    task: `Supply the ${missing === 1 ? "field" : `${integer(missing)} fields`} that the score cannot see`, href: "#not-supplied", hrefLabel: "Which",
    text: `${integer(missing)} of the ${integer(row.wanted_fields)} fields that matter ${missing === 1 ? "is" : "are"} not supplied: the score says nothing about ${missing === 1 ? "it" : "them"}.`,
  }];
}

/** The score and what it lacks, part by part. */
function lostPoints(context: Context, trust: Table<Trust>, groups: Table<Group>, row: Trust): Element {
  const all = groups.rows.find((group) => group.dimension === "all");
  const causes = [
    { name: "Empty fields", points: row.missing_points, share: row.completeness_rate, weight: row.completeness_weight, measure: "filled", tone: "warn" },
    { name: "Wrong values", points: row.wrong_points, share: row.accuracy_rate, weight: row.accuracy_weight, measure: "right", tone: "bad" },
    { name: "Stale files", points: row.stale_points, share: row.freshness_rate, weight: row.freshness_weight, measure: "fresh", tone: "series-5" },
  ] as const;
  const [worst] = [...causes].filter((cause) => isShown(cause.points)).sort((a, b) => b.points! - a.points!);
  const parts: Part[] = [
    { name: "Score", value: row.score!, tone: "series-1", text: decimal1(row.score) },
    ...causes.filter((cause) => cause.points !== null).map((cause): Part => ({ name: cause.name, value: cause.points!, tone: cause.tone, text: `−${decimal1(cause.points)}` })),
  ];
  return card(context, {
    title: worst ? `${worst.name} cost ${decimal1(worst.points)} of the ${points(all?.lost_points ?? null)} that the score lacks` : "The score lacks nothing",
    subtitle: `Points of 100, by cause; ${count(row.customers, "customer file")}`, sources: [trust, groups], span: 5,
  },
    stackedBar(parts, { label: `Score of ${decimal1(row.score)} and the points lost by cause` }),
    dataTable([...causes], [
      { label: "Cause", value: (cause) => cause.name, isRowHeader: true },
      { label: "Points lost", value: (cause) => decimal1(cause.points), align: "right" },
      { label: "Share in order", value: (cause) => (cause.share === null ? null : `${percent(cause.share)} ${cause.measure}`), align: "right" },
      { label: "Weight", value: (cause) => decimal1(cause.weight), align: "right" },
    ], { caption: "Points lost by cause" }),
    row.reason ? note(sentence(row.reason)) : null);
}
