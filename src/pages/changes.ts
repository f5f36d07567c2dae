import { html } from "htl";
import { alarm } from "../components/alarm.js";
import { card } from "../components/card.js";
import { customerLink } from "../components/customerLink.js";
import { dataTable } from "../components/dataTable.js";
import { heading, note } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { element } from "../lib/element.js";
import { count, day, integer, list } from "../lib/format.js";
import { msg, phrase, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { valueName } from "../lib/valueName.js";
import type { Direction, Figure, Group, Headline, Move, Moved } from "./changes/rows.js";
import { attributeName, changeText, figureFormat, figureName, isMoved, signed, standingName } from "./changes/words.js";
import { isPart } from "./selected.js";

export const changes: Page = {
  path: "changes",
  title: msg("What changed"),
  question: msg("What is different from the last run of an earlier day: which figures moved, who moved them, which customers stand elsewhere, and what is at stake?"),
  follows: "customers",
  render(context) {
    const source = context.read<Headline>("changes_headline");
    const [head] = source.rows;
    // Read whatever they say: a page drawn anew has the tables that it read when it was built.
    const [figures, groups, moves, moved] = [
      context.read<Figure>("changes_figures"), context.read<Group>("changes_groups"), context.read<Move>("changes_moves"), context.read<Moved>("changes_customers"),
    ];
    if (!head) return firstRun(context, source, figures, groups);
    return [
      ...tiles(context, source, head),
      ...heading(t`Who to look at`, t`Customers whose tier, profit class, state or grade is another than in the last run, those with most at stake first.`),
      listed(context, moved, head, "worse"),
      listed(context, moved, head, "better"),
      ...heading(t`Which figures moved`),
      figuresCard(context, figures, groups),
      ...heading(t`How many took which step`),
      ...steps(context, moves),
    ];
  },
};

/** Nothing to compare with is no change. */
const firstRun = (context: Context, source: Table<Headline>, figures: Table<Figure>, groups: Table<Group>): Element[] => [
  ...heading(t`Nothing to compare with yet`),
  card(context, { title: t`No run of an earlier day is on record`, sources: [source], span: 12 }, note(t`The next run that looks from a later day says here what is different from this one: which figures moved and who moved them, and which customers changed tier, profit class, RFM class, state or grade.`)),
  ...(figures.rows.length === 0 ? [] : [figuresCard(context, figures, groups)]),
];

function tiles(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const tile = (label: string, customers: number, note: string) => kpi(context, { label, value: integer(customers), note, sources: [source] });
  const staked = (customers: number, amount: number | null) => (customers === 0 ? t`nothing is at stake` : amount === null ? t`what is at stake is not known` : t`${context.money(amount)} at stake`);
  const brought = (amount: number | null) => (amount === null ? t`none of them ever bought` : t`they brought ${context.money(amount)}`);
  return [
    tile(t`Stand worse than before`, head.worse_customers, t`of ${count(head.customers, "customer")} since the run of ${day(head.before_date)}; ${staked(head.worse_customers, head.worse_at_stake)}`),
    tile(t`Stand better than before`, head.better_customers, t`and nowhere worse; ${staked(head.better_customers, head.better_at_stake)}`),
    tile(t`New on record`, head.came_customers, head.came_customers === 0 ? t`none since the last run` : brought(head.came_at_stake)),
    tile(t`No longer on record`, head.went_customers, head.went_customers === 0 ? t`none since the last run` : brought(head.went_at_stake)),
  ];
}

const directionTexts: Record<Direction, string> = { worse: msg("worse"), better: msg("better"), other: msg("neither"), came: msg("came"), went: msg("went") };

function listed(context: Context, table: Table<Moved>, head: Headline, direction: "worse" | "better"): Element {
  const rows = table.rows.filter((row) => row.direction === direction);
  const all = direction === "worse" ? head.worse_customers : head.better_customers;
  const [first] = rows;
  const title = direction === "worse"
    ? first ? t`Look at ${first.label} first: ${stepsOf(first)}` : isPart(context) && all > 0 ? t`None of those selected is among the first that stand worse` : t`No customer stands worse than in the last run`
    : first ? t`${first.label} stands better: ${stepsOf(first)}` : isPart(context) && all > 0 ? t`None of those selected is among the first that stand better` : t`No customer stands better than in the last run`;
  return card(context, {
    title, sources: [table], span: 12,
    ...(first && { subtitle: t`At stake: the larger of the two runs' revenue in ${integer(context.windowDays)} days; of a grade, what the client owes` }),
  }, first ? dataTable(rows, [
    { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
    { label: t`What changed`, value: (row) => stepsOf(row) },
    { label: t`At stake`, value: (row) => context.money(row.at_stake), number: (row) => row.at_stake, align: "right" },
    { label: t`Next step`, value: (row) => row.next_step && phrase(row.next_step) },
    { label: t`Account manager`, value: (row) => row.owner },
  ], { caption: direction === "worse" ? t`Customers that stand worse` : t`Customers that stand better`, first: 10, noun: "customer" }) : null,
  first && all > rows.length && !isPart(context) ? note(t`These are the ${integer(rows.length)} with most at stake of ${integer(all)}.`) : null);
}

/** The steps of a customer, the weightiest first. */
function stepsOf(row: Moved): string {
  const steps: [string, string | null, string | null][] = [
    ["state", row.state_before, row.state_now], ["grade", row.grade_before, row.grade_now], ["tier", row.tier_before, row.tier_now],
    ["profit class", row.profit_class_before, row.profit_class_now], ["class", row.rfm_class_before, row.rfm_class_now],
  ];
  return list(steps.flatMap(([attribute, before, now]) => (before === null || now === null ? [] : [step(attribute, before, now)])));
}

const step = (attribute: string, before: string, now: string): string => t`${attributeName(attribute)} ${standingName(attribute, before)} → ${standingName(attribute, now)}`;

function figuresCard(context: Context, table: Table<Figure>, groups: Table<Group>): Element {
  const date = table.rows[0]?.before_date ?? null;
  const [first] = table.rows.filter((row) => isMoved(row));
  const better = table.rows.filter((row) => row.is_better === true && isMoved(row)).length;
  const worse = table.rows.filter((row) => row.is_better === false && isMoved(row)).length;
  const title = date === null ? t`What the next run will compare itself with` : !first ? t`No figure is another than in the last run`
    : t`${figureName(first.figure)} moved most: ${changeText(context, first)}; ${count(better, "figure is", "figures are")} better, ${count(worse, "is", "are")} worse`;
  return card(context, {
    title, sources: [table, groups], span: 12,
    subtitle: date === null ? t`Headline figures of this run` : t`Headline figures of this run against those of the run as of ${day(date)}, and the groups of customers that moved them most`,
  }, dataTable(table.rows, [
    { label: t`Figure`, value: (row) => figureName(row.figure), isRowHeader: true },
    ...(date === null ? [] : [{ label: t`Last run`, value: (row: Figure) => figureFormat(context, row.unit)(row.before), number: (row: Figure) => row.before, align: "right" as const }]),
    { label: t`This run`, value: (row) => figureFormat(context, row.unit)(row.now), number: (row) => row.now, align: "right" },
    ...(date === null ? [] : [
      {
        label: t`Change`, number: (row: Figure) => row.change_rate ?? row.change, align: "right" as const,
        value: (row: Figure) => html`<span class=${row.is_better === null || !isMoved(row) ? null : row.is_better ? "good" : "bad"}>${changeText(context, row)}</span>`,
      },
      { label: t`Moved most by`, value: (row: Figure) => movers(context, row, groups.rows) },
    ]),
  ], { caption: date === null ? t`Headline figures of this run` : t`Headline figures of two runs` }));
}

/** The group of each of the first dimensions that moved a figure most; a rate or score is no sum of groups. */
function movers(context: Context, row: Figure, groups: Group[]): string | null {
  const own = groups.filter(({ figure, group_kind: kind }) => figure === row.figure && kind === "value").slice(0, 3);
  return own.length === 0 ? isMoved(row) && row.before !== null ? t`not told by group` : null : own.map((group) => t`${phrase(group.title)}: ${valueName(group.group_name, group.dimension)} ${signed(context, row.unit, group.change)}`).join("; ");
}

/** A card for each attribute that anybody moved by. */
function steps(context: Context, table: Table<Move>): Element[] {
  const attributes = ["state", "tier", "grade", "profit class", "class", "customer"].filter((attribute) => table.rows.some((row) => row.attribute === attribute));
  if (attributes.length === 0) return [card(context, { title: t`Every customer stands where it stood`, sources: [table], span: 12 })];
  return attributes.map((attribute, index) => {
    const rows = table.rows.filter((row) => row.attribute === attribute);
    const [first] = rows;
    return card(context, {
      title: t`${attributeName(attribute)}: ${count(first!.customers, "customer")} from ${standingName(attribute, first!.before)} to ${standingName(attribute, first!.now)}`, sources: [table], span: index === attributes.length - 1 && index % 2 === 0 ? 12 : 6,
    }, dataTable(rows, [
      { label: t`Last run`, value: (row) => standingName(attribute, row.before), isRowHeader: true },
      { label: t`This run`, value: (row) => standingName(attribute, row.now) },
      { label: t`Direction`, value: (row) => html`<span class=${row.direction === "worse" ? "bad" : row.direction === "better" ? "good" : null}>${phrase(directionTexts[row.direction])}</span>` },
      { label: t`Customers`, value: (row) => integer(row.customers), number: (row) => row.customers, align: "right" },
      { label: t`At stake`, value: (row) => context.money(row.at_stake), number: (row) => row.at_stake, align: "right" },
    ], { caption: t`Steps by ${attributeName(attribute)}`, first: 8, noun: "step" }));
  });
}
