import * as d3 from "d3";
import { html } from "htl";
import { card } from "../../components/card.js";
import { multiples } from "../../components/multiples.js";
import { note } from "../../components/heading.js";
import { sparkline } from "../../components/sparkline.js";
import { change, count } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { AnyTable, Context } from "../../lib/page.js";
import { addressValue } from "../../selection/selection.js";
import { eventsOf } from "../events.js";
import { linkedName } from "./cells.js";
import { groupName, titleWithin } from "./names.js";
import type { Course, CourseMonth, Finding, Group } from "./rows.js";

/** Groupings whose courses are drawn, the first that divides the customers. */
const drawn = ["region", "kind", "owner"];
/** Frames of the drawing at most. */
const FRAMES = 8;

const keyOf = ({ dimension, group_name: name, group_kind: kind }: Pick<Group, "dimension" | "group_name" | "group_kind">) => [dimension, name, kind].join("\0");

/** Where the revenue of each group goes: months against the same months a year before, in frames of one scale. */
export function courses(context: Context): Element[] {
  const table = context.read<Course>("composition_group_courses");
  const months = context.read<CourseMonth>("composition_group_months");
  const { money, moneyChange } = context;
  const named = (dimension: string) => table.rows.filter((row) => row.dimension === dimension && row.group_kind === "value" && (row.twelve_month_revenue ?? row.three_month_revenue));
  const dimension = drawn.find((each) => named(each).length > 1);
  if (dimension === undefined) return [];
  const rows = named(dimension).sort((a, b) => revenueOf(b) - revenueOf(a));
  const shown = rows.slice(0, FRAMES);
  const groups = context.read<Group>("composition_groups");
  const byGroup = d3.group(months.rows, keyOf);
  const grouping = context.read<Finding>("composition_findings").rows.find((row) => row.dimension === dimension)?.title ?? dimension;
  const title = finding(context, rows) ?? t`Revenue by ${titleWithin(grouping)}, month by month`;
  const drawing = card(context, {
    title, subtitle: t`Revenue by month, all on one scale; dashed: the same month a year before. Below each name: the last three months, and their change on a year before`, sources: [table, months, groups], span: 12,
  },
    multiples<Course>(shown.map((row) => ({
      name: groupName(row), figure: money(row.three_month_revenue),
      ...(row.three_month_change_rate !== null && { change: { text: change(row.three_month_change_rate), isGood: row.three_month_change_rate === 0 ? undefined : row.three_month_change_rate > 0 } }),
      points: (byGroup.get(keyOf(row)) ?? []).map(({ month, revenue, year_before_revenue: before }) => ({ date: month, value: revenue, before })),
      annotations: dimension === "region" ? eventsOf(context, [addressValue(row.group_name)]) : eventsOf(context),
    })), {
      label: title, format: money, isFull: true, rows,
      columns: [
        { label: phrase(grouping), value: (row) => linkedName(groups.rows, row) },
        { label: t`Twelve months`, value: (row) => row.twelve_month_revenue, format: money },
        { label: t`Change`, value: (row) => row.twelve_month_change_rate, format: change },
        { label: t`Three months`, value: (row) => row.three_month_revenue, format: money },
        { label: t`Change, three months`, value: (row) => row.three_month_change_rate, format: change },
        { label: t`Change, amount`, value: (row) => row.three_month_change, format: moneyChange },
      ],
    }),
    shown.length < rows.length ? note(t`Not drawn: ${count(rows.length - shown.length, "smaller group")}, which stand in the data table.`) : null);
  drawing.id = "month-by-month";
  return [drawing];
}

const revenueOf = (row: Course) => row.twelve_month_revenue ?? row.three_month_revenue ?? 0;

/** The group that moved the last three months most in the direction in which all together went. */
function finding({ moneyChange }: Context, rows: Course[]): string | null {
  const all = d3.sum(rows, (row) => row.three_month_change);
  const first = d3.greatest(rows.filter((row) => row.three_month_change), (row) => Math.sign(all || 1) * row.three_month_change!);
  if (!first) return null;
  const [name, amount] = [groupName(first), moneyChange(first.three_month_change)];
  const by = first.three_month_change_rate === null ? amount : t`${amount} (${change(first.three_month_change_rate)})`;
  return first.three_month_change! < 0 ? t`${name} fell most in the last three months: ${by} on a year before` : t`${name} rose most in the last three months: ${by} on a year before`;
}

/** The revenue of a group with its course over the last twelve complete months below, where that is known. */
export function revenueWithCourse(context: Context, { dimension }: Finding): (row: Group) => string | Element {
  const byGroup = d3.group(context.read<CourseMonth>("composition_group_months").rows.filter((row) => row.dimension === dimension), keyOf);
  return (row) => {
    const months = byGroup.get(keyOf(row)) ?? [];
    const revenue = row.is_withheld ? t`too few to show` : context.money(row.revenue);
    return months.length < 3 ? revenue : html`<span class="with-course">${revenue}${sparkline({ points: months.map(({ month, revenue }) => ({ date: month, value: revenue })), format: context.money }, { width: 72, height: 18, name: t`Revenue of ${groupName(row)}` })}</span>`;
  };
}

/** What that shows, where a grouping has it. */
export const courseSource = (context: Context, findings: Finding[]): AnyTable[] => {
  const table = context.read<CourseMonth>("composition_group_months");
  return table.rows.some((row) => findings.some(({ dimension }) => dimension === row.dimension)) ? [table] : [];
};
