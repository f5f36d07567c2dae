import { html } from "htl";
import { card } from "../../components/card.js";
import { whenSeen } from "../../components/drawing.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { twoColumns } from "../../components/twoColumns.js";
import { change, count, integer, list, percent, percent0 } from "../../lib/format.js";
import { msg, phrase, t } from "../../lib/language.js";
import type { AnyTable, Context } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { note } from "../../components/heading.js";
import { narrowsCustomers } from "../../selection/selection.js";
import { linkedGroup, missingLink, named, section, signed } from "./cells.js";
import { driversByGroup } from "./change.js";
import { courseSource, revenueWithCourse } from "./courses.js";
import { titleWithin } from "./names.js";
import type { Driver, DriverGroup, Finding, Group } from "./rows.js";

/** What a grouping asks, and the dimensions that answer. */
const themes: { title: string; dimensions: string[] }[] = [
  { title: msg("Who they are"), dimensions: ["kind", "industry", "company_size", "credit_grade", "tier", "sex", "age_band", "income_band", "education", "occupation"] },
  { title: msg("Where they are"), dimensions: ["region", "country", "city", "order_region"] },
  { title: msg("How they are won and served"), dimensions: ["source", "channel", "owner", "order_channel", "order_owner", "first_order_year"] },
  { title: msg("What they buy"), dimensions: ["product_category"] },
];

/** All ways that customers, orders and lines are divided: a line with the finding for each, by theme; the first stands open. */
export function groupings(context: Context): Element[] {
  const findings = context.read<Finding>("composition_findings").rows;
  const solid = themes
    .map(({ title, dimensions }) => ({ title: phrase(title), findings: findings.filter((row) => dimensions.includes(row.dimension) && !row.is_sparse) }))
    .filter((theme) => theme.findings.length > 0);
  const sparse = findings.filter((row) => row.is_sparse);
  if (solid.length === 0 && sparse.length === 0) return [];
  const hardly = sparse.length === 0 ? [] : [theme(context, { title: t`Hardly known: ${list(sparse.map((row) => titleWithin(row.title)))}`, findings: sparse }, t`Recorded for too little of revenue to say much of the whole`)];
  return [
    ...section("all-groupings", t`All groupings`, t`Every way the file and the orders divide customers. The names of groups lead to their customers; those of sex, age, income, education, occupation and town do not, for these are personal.`),
    ...(narrowsCustomers(context.selection) ? [note(t`Sex, age, income, education, occupation and town are shown of all customers together alone: of few they would tell of each.`)] : []),
    twoColumns([...solid.map((row) => theme(context, { ...row, title: themeTitle(context, row) })), ...hardly]),
  ];
}

const groupsOf = (context: Context, { dimension }: Finding) => context.read<Group>("composition_groups").rows.filter((row) => row.dimension === dimension);

/** The finding of the first grouping stands for the theme. */
function themeTitle(context: Context, { title, findings: [first] }: { title: string; findings: Finding[] }): string {
  return t`${title} – ${headline(context, first!, groupsOf(context, first!).filter(isKnown))}`;
}

function theme(context: Context, { title, findings }: { title: string; findings: Finding[] }, subtitle?: string): { element: Element; height: number } {
  const hasDrivers = findings.some((finding) => isDriven(context, finding));
  const sources: AnyTable[] = [context.read("composition_groups"), context.read("composition_findings"), ...(hasDrivers ? [context.read("composition_driver_groups")] : []), ...courseSource(context, findings)];
  // The first stands open below the title, which gives its finding.
  const lines = findings.map((finding, index) => grouping(context, finding, subtitle !== undefined || index > 0));
  if (!subtitle) lines[0]?.setAttribute("open", "");
  const first = subtitle ? [] : groupsOf(context, findings[0]!);
  return { element: card(context, { title, subtitle, sources }, html`<div>${lines}</div>`), height: 120 + 46 * findings.length + heightOf(first) };
}

const isKnown = ({ group_kind: kind }: Group) => kind === "value" || kind === "folded";

/** Groups that stand open: years are in their own order, so that the largest may be the last. */
const shownFirst = (row: Group | undefined) => (row?.dimension === "first_order_year" ? 12 : 6);

/** About how high the groups of an open line stand, in pixels. */
function heightOf(rows: Group[]): number {
  const known = rows.filter(isKnown).length;
  const first = shownFirst(rows[0]);
  return 100 + 46 * (known > first + 2 ? first + 0.5 : known) + 45 * (rows.length - known);
}

/** Whether it is told which customers moved its groups. */
const isDriven = (context: Context, { level, dimension, groups }: Finding) =>
  level === "customer" && dimension !== "tier" && groups > 1 && context.read<Driver>("composition_drivers").rows.length > 0 && context.read<DriverGroup>("composition_driver_groups").rows.some((row) => row.dimension === dimension);

function grouping(context: Context, finding: Finding, isTold: boolean): HTMLElement {
  const rows = groupsOf(context, finding);
  const known = rows.filter(isKnown);
  const measured = subtitle(finding, known.some((row) => row.revenue !== null));
  const line = disclosure(phrase(finding.title), { id: `by-${finding.dimension}`, isPrinted: true, ...(isTold && { detail: headline(context, finding, known) }) });
  whenSeen(line.querySelector<HTMLElement>(".disclosure-body")!, () => html.fragment`${[
    html`<p class="subtitle">${measured}</p>`,
    dataTable(known, columns(context, finding, known), { caption: t`Customers and revenue by ${titleWithin(finding.title)}`, first: shownFirst(rows[0]), noun: "group" }),
    ...rows.filter((row) => row.group_kind === "missing").map((row) => html`<p class="note">${unknown(context, row)} ${missingLink(row)}</p>`),
    ...rows.filter((row) => row.group_kind === "withheld").map((row) => note(withheld(context, row, rows))),
    ...rows.filter((row) => row.group_kind === "internal").map((row) => internal(context, row)),
    isDriven(context, finding) ? html`<details class="fold"><summary>${t`What moved each group`}</summary>${driversByGroup(context, finding)}</details>` : null,
  ]}`);
  return line;
}

/** The finding: the group that brings most, and the one that moved most. */
function headline({ money }: Context, finding: Finding, known: Group[]): string {
  const name = (code: string) => valueName(code, finding.dimension);
  const first = name(finding.largest_group);
  if (known.length === 1) return t`only ${first}`;
  const [top] = known;
  if (finding.dimension === "tier" && top && top.known_revenue_share !== null) {
    return t`${name(top.group_name)} brings ${percent0(top.known_revenue_share)} of revenue with ${percent0(top.known_customer_share)} of the customers who bought`;
  }
  if (finding.largest_known_revenue_share === null) {
    return finding.largest_known_customer_share === null ? t`${first} first` : t`${first} first with ${percent0(finding.largest_known_customer_share)} of customers`;
  }
  const share = percent0(finding.largest_known_revenue_share);
  const lead = (finding.known_revenue_share ?? 1) < 0.95 ? t`${first} first with ${share} of known revenue` : t`${first} first with ${share} of revenue`;
  const rose = { group: finding.riser, change: finding.riser_change ?? 0 };
  const fell = { group: finding.faller, change: finding.faller_change ?? 0 };
  const move = Math.abs(fell.change) > rose.change ? fell : rose;
  if (move.group === null) return lead;
  const moved = move.change > 0 ? t`up ${money(move.change)}` : t`down ${money(-move.change)}`;
  return move.group === finding.largest_group ? t`${lead} (${moved})` : t`${lead}; ${name(move.group)} ${moved}`;
}

const levels = {
  customer: msg("Customers on file and their revenue in the window"),
  order: msg("Orders of the window; a customer counts in each group ordered in"),
  line: msg("Revenue of the window by what was bought; a customer counts in each group bought from"),
};

/** Whether a share falls short of what would read as 100 %. */
const isPart = (share: number | null) => share !== null && share < 0.9995;

function subtitle({ dimension, level, known_share, known_revenue_share }: Finding, hasRevenue: boolean): string {
  if (dimension === "tier") return t`Customers who bought in the window, by the tier that this puts them in`;
  const parts = [
    ...(level === "customer" && isPart(known_share) ? [t`${percent(known_share)} of all customers`] : []),
    ...(isPart(known_revenue_share) ? [t`${percent(known_revenue_share)} of all revenue`] : []),
  ];
  const measured = hasRevenue ? phrase(levels[level]) : t`Customers on file`;
  return parts.length === 0 ? measured : t`${measured}. Known for ${list(parts)}; shares are of those`;
}

function columns(context: Context, finding: Finding, rows: Group[]): Column<Group>[] {
  const { level, title } = finding;
  const isCustomers = level === "customer";
  const hasRevenue = rows.some((row) => row.revenue !== null);
  const share = (row: Group) => (hasRevenue ? row.known_revenue_share : row.known_customer_share);
  const largest = Math.max(0, ...rows.filter((row) => row.group_kind === "value").map((row) => share(row) ?? 0));
  const bar = (row: Group) => (row.group_kind === "value" && largest > 0 ? (share(row) ?? 0) / largest : null);
  const name: Column<Group> = { label: phrase(title), value: (row) => linkedGroup(row, rows), isRowHeader: true };
  const shareOfCustomers = (row: Group) => percent(isCustomers ? row.known_customer_share : row.buying_share);
  const number = (row: Group) => integer(isCustomers ? row.customers : row.buying_customers);
  if (!hasRevenue) return [name, { label: t`Of customers`, value: shareOfCustomers, align: "right", bar }, { label: t`Customers`, value: number, align: "right" }];
  const hasRates = rows.some((row) => row.change_rate !== null);
  return [
    name,
    { label: t`Of revenue`, value: (row) => percent(row.known_revenue_share), align: "right", bar },
    ...(hasRates ? [{ label: t`Change`, value: (row: Group) => signed(change(row.change_rate), row.change_rate), align: "right" as const }] : []),
    { label: t`Revenue`, value: revenueWithCourse(context, finding), align: "right" },
    ...(rows.some((row) => row.margin_rate !== null) ? [{ label: t`Margin rate`, value: (row: Group) => percent(row.margin_rate), align: "right" as const }] : []),
    { label: isCustomers ? t`Customers` : t`Buyers`, value: (row) => named(number(row), shareOfCustomers(row)), align: "right" },
  ];
}

function unknown({ money }: Context, row: Group): string {
  const who = count(row.customers, "customer");
  const isOne = row.customers === 1;
  if (row.dimension === "first_order_year") return isOne ? t`${who} on file has not ordered yet.` : t`${who} on file have not ordered yet.`;
  if (row.dimension === "tier") return isOne ? t`${who} on file bought nothing in the window and has no tier.` : t`${who} on file bought nothing in the window and have no tier.`;
  if (row.customers === null) {
    return row.revenue_share === null ? t`Not recorded: revenue of ${money(row.revenue)}.` : t`Not recorded: revenue of ${money(row.revenue)} (${percent(row.revenue_share)} of all).`;
  }
  if (row.is_withheld) return t`Not recorded: ${who}, of whom too few bought to show their revenue.`;
  if (row.revenue === null) return t`Not recorded: ${who}.`;
  return row.revenue_share === null ? t`Not recorded: ${who}, with revenue of ${money(row.revenue)}.`
    : t`Not recorded: ${who}, with revenue of ${money(row.revenue)} (${percent(row.revenue_share)} of all).`;
}

/** Why the groups of what is personal do not say all: what is not shown of few, and that the others are rounded. */
const withheld = ({ money }: Context, { revenue }: Group, rows: Group[]): string =>
  (rows.some((row) => row.is_withheld) ? t`Too few to show: where few consumers bought, their revenue would tell of each. It is ${money(revenue)} in all; the other groups are rounded.`
    : t`Revenue is rounded, so that it cannot be traced to single customers.`);

function internal({ money }: Context, row: Group): HTMLElement {
  const who = count(row.customers, "internal customer");
  const bought = row.orders ? t`${who}, who ordered for ${money(row.revenue)} in the window` : who;
  return html`<p class="note marked"><b>${t`Not counted:`}</b> ${t`${bought}. No total or share includes them.`}</p>`;
}
