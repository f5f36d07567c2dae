import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { note } from "../../components/heading.js";
import { twoColumns } from "../../components/twoColumns.js";
import { change, count, integer, list, percent, percent0 } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import { named, section, signed } from "./cells.js";
import { driversByGroup } from "./change.js";
import { groupName, valueName } from "./names.js";
import type { Driver, DriverGroup, Finding, Group } from "./rows.js";

/** What a grouping asks, and the dimensions that answer. */
const themes: { title: string; dimensions: string[] }[] = [
  { title: "Who they are", dimensions: ["kind", "industry", "company_size", "credit_grade", "tier", "sex", "age_band", "income_band", "education", "occupation"] },
  { title: "Where they are", dimensions: ["region", "country", "city", "order_region"] },
  { title: "How they are won and served", dimensions: ["source", "channel", "owner", "order_channel", "order_owner", "first_order_year"] },
  { title: "What they buy", dimensions: ["product_category"] },
];

/** All ways that customers, orders and lines are divided, by theme, the most telling first. */
export function groupings(context: Context): Element[] {
  const findings = context.read<Finding>("composition_findings");
  const groups = context.read<Group>("composition_groups");
  const present = themes
    .map(({ title, dimensions }) => ({ title, findings: findings.rows.filter((row) => dimensions.includes(row.dimension)) }))
    .filter((theme) => theme.findings.length > 0);
  if (present.length === 0) return [];
  const cards = (theme: { findings: Finding[] }) => twoColumns(theme.findings.map((finding) => {
    const rows = groups.rows.filter((row) => row.dimension === finding.dimension);
    return { element: grouping(context, groups, finding, rows), height: heightOf(rows) };
  }));
  const sparse = present.flatMap((theme) => theme.findings.filter((finding) => finding.is_sparse));
  const solid = present.map((theme) => ({ ...theme, findings: theme.findings.filter((finding) => !finding.is_sparse) }))
    .filter((theme) => theme.findings.length > 0);
  return [
    ...section("all-groupings", "All groupings", "Every way the file and the orders divide customers, the most telling first within each theme. Groups beyond the largest are folded into one."),
    contents(present),
    ...solid.flatMap((theme) => [html`<h2 class="theme">${theme.title}</h2>`, cards(theme)]),
    ...(sparse.length === 0 ? [] : [html`<details class="sparse"><summary><h2 class="theme">Hardly known</h2> <span>${list(sparse.map(({ title }) => title))}: recorded for too little of the revenue to say much of the whole</span></summary>${cards({ findings: sparse })}</details>`]),
  ];
}

const isKnown = ({ group_kind: kind }: Group) => kind === "value" || kind === "folded";

/** Groups that stand open: years are in their own order, so that the largest may be the last. */
const shownFirst = (row: Group | undefined) => (row?.dimension === "first_order_year" ? 12 : 6);

/** About how high a card stands, in pixels: rows, notes, and what surrounds them. */
function heightOf(rows: Group[]): number {
  const known = rows.filter(isKnown).length;
  const first = shownFirst(rows[0]);
  return 220 + 46 * (known > first + 2 ? first + 0.5 : known) + 45 * (rows.length - known);
}

function contents(present: { title: string; findings: Finding[] }[]): HTMLElement {
  return html`<nav class="card contents" aria-label="Groupings by theme"><dl>${present.map((theme) => html.fragment`<div>
    <dt>${theme.title}</dt>
    <dd>${theme.findings.map((finding, index) => html.fragment`${index > 0 ? ", " : ""}<a href=${`#by-${finding.dimension}`}>${finding.title}</a>`)}</dd>
  </div>`)}</dl></nav>`;
}

function grouping(context: Context, table: Table<Group>, finding: Finding, rows: Group[]): HTMLElement {
  const known = rows.filter(isKnown);
  const hasDrivers = finding.level === "customer" && finding.dimension !== "tier" && finding.groups > 1 && context.read<Driver>("composition_drivers").rows.length > 0;
  const drivers = context.read<DriverGroup>("composition_driver_groups");
  const element = card(context, { title: title(context, finding, known), subtitle: subtitle(finding, known.some((row) => row.revenue !== null)), sources: hasDrivers ? [table, drivers] : [table] },
    dataTable(known, columns(context, finding, known), { caption: `Customers and revenue by ${finding.title.toLowerCase()}`, first: shownFirst(rows[0]), noun: "group" }),
    ...rows.filter((row) => row.group_kind === "missing").map((row) => note(unknown(context, row))),
    ...rows.filter((row) => row.group_kind === "internal").map((row) => internal(context, row)),
    hasDrivers ? html`<details class="fold"><summary>What moved each group</summary>${driversByGroup(context, finding)}</details>` : null);
  element.id = `by-${finding.dimension}`;
  return element;
}

/** The finding: the group that brings most, and the one that moved most. */
function title(context: Context, finding: Finding, known: Group[]): string {
  const { money } = context;
  const first = valueName(finding.largest_group);
  if (known.length === 1) return `${finding.title}: only ${first}`;
  const [top] = known;
  if (finding.dimension === "tier" && top && top.known_revenue_share !== null) {
    return `${finding.title}: ${valueName(top.group_name)} brings ${percent0(top.known_revenue_share)} of revenue with ${percent0(top.known_customer_share)} of the customers who bought`;
  }
  if (finding.largest_known_revenue_share === null) {
    const share = finding.largest_known_customer_share === null ? "" : ` with ${percent0(finding.largest_known_customer_share)} of customers`;
    return `${finding.title}: ${first} first${share}`;
  }
  const where = (finding.known_revenue_share ?? 1) < 0.95 ? " where known" : "";
  const lead = `${finding.title}: ${first} first with ${percent0(finding.largest_known_revenue_share)} of revenue${where}`;
  const rose = { group: finding.riser, change: finding.riser_change ?? 0 };
  const fell = { group: finding.faller, change: finding.faller_change ?? 0 };
  const move = Math.abs(fell.change) > rose.change ? fell : rose;
  if (move.group === null) return lead;
  const moved = `${move.change > 0 ? "up" : "down"} ${money(Math.abs(move.change))}`;
  return move.group === finding.largest_group ? `${lead}, ${moved}` : `${lead}; ${valueName(move.group)} ${moved}`;
}

const levels = {
  customer: "Customers on file and their revenue in the window",
  order: "Orders of the window; a customer counts in each group ordered in",
  line: "Revenue of the window by what was bought; a customer counts in each group bought from",
};

/** Whether a share falls short of what would read as 100 %. */
const isPart = (share: number | null) => share !== null && share < 0.9995;

function subtitle({ dimension, level, known_share, known_revenue_share }: Finding, hasRevenue: boolean): string {
  if (dimension === "tier") return "Customers who bought in the window, by the tier that this puts them in";
  const parts = [
    ...(level === "customer" && isPart(known_share) ? [`${percent(known_share)} of customers`] : []),
    ...(isPart(known_revenue_share) ? [`${percent(known_revenue_share)} of revenue`] : []),
  ];
  const measured = hasRevenue ? levels[level] : "Customers on file";
  return parts.length === 0 ? measured : `${measured}. Known for ${list(parts)}; shares are of those`;
}

function columns(context: Context, { level, title }: Finding, rows: Group[]): Column<Group>[] {
  const isCustomers = level === "customer";
  const hasRevenue = rows.some((row) => row.revenue !== null);
  const share = (row: Group) => (hasRevenue ? row.known_revenue_share : row.known_customer_share);
  const largest = Math.max(0, ...rows.filter((row) => row.group_kind === "value").map((row) => share(row) ?? 0));
  const bar = (row: Group) => (row.group_kind === "value" && largest > 0 ? (share(row) ?? 0) / largest : null);
  const name: Column<Group> = { label: title, value: groupName, isRowHeader: true };
  const shareOfCustomers = (row: Group) => percent(isCustomers ? row.known_customer_share : row.buying_share);
  const number = (row: Group) => integer(isCustomers ? row.customers : row.buying_customers);
  if (!hasRevenue) return [name, { label: "Of customers", value: shareOfCustomers, align: "right", bar }, { label: "Customers", value: number, align: "right" }];
  const hasRates = rows.some((row) => row.change_rate !== null);
  return [
    name,
    { label: "Of revenue", value: (row) => percent(row.known_revenue_share), align: "right", bar },
    ...(hasRates ? [{ label: "Change", value: (row: Group) => signed(change(row.change_rate), row.change_rate), align: "right" as const }] : []),
    { label: "Revenue", value: (row) => context.money(row.revenue), align: "right" },
    ...(rows.some((row) => row.margin_rate !== null) ? [{ label: "Margin", value: (row: Group) => percent(row.margin_rate), align: "right" as const }] : []),
    { label: isCustomers ? "Customers" : "Buyers", value: (row) => named(number(row), shareOfCustomers(row)), align: "right" },
  ];
}

function unknown(context: Context, row: Group): string {
  const who = row.customers === null ? `Revenue of ${context.money(row.revenue)}` : count(row.customers, "customer");
  if (row.dimension === "first_order_year") return `${who} on file ${row.customers === 1 ? "has" : "have"} not ordered yet.`;
  if (row.dimension === "tier") return `${who} on file bought nothing in the window and ${row.customers === 1 ? "has" : "have"} no tier.`;
  const brings = row.customers === null || row.revenue === null ? "" : `, with revenue of ${context.money(row.revenue)}`;
  return `Not recorded: ${who.charAt(0).toLowerCase()}${who.slice(1)}${brings}${row.revenue_share === null ? "" : ` (${percent(row.revenue_share)} of all)`}.`;
}

function internal(context: Context, row: Group): HTMLElement {
  const bought = row.orders ? `, who ordered for ${context.money(row.revenue)} in the window` : "";
  return html`<p class="note marked"><b>Not counted:</b> ${count(row.customers, "internal customer")}${bought}. No total or share includes them.</p>`;
}
