import * as d3 from "d3";
import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { groupLink, type Asked } from "../../components/groupLink.js";
import { heading, note } from "../../components/heading.js";
import { segmentBar } from "../../components/segmentBar.js";
import { stackedBar, type Part } from "../../components/stackedBar.js";
import { twoColumns } from "../../components/twoColumns.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { count, integer, list, percent0, words } from "../../lib/format.js";
import { msg, phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { MISSING_VALUE } from "../../selection/selection.js";
import type { Grade, Group, Headline, IndustryRatio } from "./rows.js";
import { groupName, ratioValue } from "./words.js";

/** Most industries shown side by side. */
const INDUSTRIES = 12;
/** Groups of a grouping that stand open. */
const FIRST = 6;

/** About how high a card of so many rows stands, in pixels. */
const height = (rows: number) => 190 + 50 * rows;

/** Where the weakness sits: by industry, account manager, Altman's zone and ratio. */
export function groups(context: Context, head: Headline): Element[] {
  const table = context.read<Group>("solvency_groups");
  const ratios = context.read<IndustryRatio>("solvency_industries");
  const of = (dimension: string) => table.rows.filter((row) => row.dimension === dimension);
  const [industries, owners] = [of("industry"), of("owner")];
  const isDivided = (rows: Group[]) => rows.some(({ group_name }) => group_name !== "unknown");
  const hasStatements = head.statements !== null;
  const cards = [
    ...(isDivided(industries) ? [{ height: height(Math.min(FIRST + 1, industries.length)), element: groupCard(context, table, industries, head, {
      dimension: "industry", noun: "industry", plural: "industries", title: industryTitle(industries),
    }) }] : []),
    ...(isDivided(owners) ? [{ height: height(Math.min(FIRST + 1, owners.length)), element: groupCard(context, table, owners, head, {
      dimension: "owner", noun: "account manager", plural: "account managers", title: ownerTitle(owners),
    }) }] : []),
    ...(hasStatements ? [
      { height: height(7), element: bands(context, ratios) },
      { height: height(6), element: altman(context, table, of("altman_zone"), head) },
    ] : []),
  ];
  if (cards.length === 0) return [];
  return [
    ...heading(t`Where the weakness sits`, hasStatements ? t`By industry, account manager and ratio.` : t`Whose clients pay late, and in which industries.`),
    twoColumns(cards),
    ...medians(context, ratios, head),
  ];
}

const dimensionTitles = { industry: msg("Industry"), owner: msg("Account manager") };

function groupCard(context: Context, table: Table<Group>, rows: Group[], head: Headline, { dimension, noun, plural, title }: {
  dimension: "industry" | "owner"; noun: string; plural: string; title: string;
}): HTMLElement {
  const { money } = context;
  const hasExposure = head.exposure !== null;
  const grades = context.read<Grade>("solvency_grades").rows;
  const asked = (row: Group, isAsked: (grade: Grade) => boolean): Asked =>
    ({ [dimension]: row.group_name === "unknown" ? MISSING_VALUE : row.group_name, grade: grades.filter(isAsked).map(({ grade }) => grade) });
  // Every client on credit has a grade or stands as not graded, and nobody else does.
  const name = (row: Group) => groupLink(row.group_name === "unknown" ? groupName(row.group_name) : valueName(row.group_name, dimension), asked(row, () => true), row.clients);
  const weak = (row: Group) => groupLink(t`${integer(row.weak_clients)} of ${integer(row.graded_clients)}`, asked(row, ({ is_watched }) => is_watched), row.weak_clients);
  const columns: Column<Group>[] = [
    { label: phrase(dimensionTitles[dimension]), value: (row) => (row.group_name === "unknown" ? name(row) : element("span", { translate: "no" }, name(row))), isRowHeader: true },
    ...(head.statements === null ? [{ label: t`Clients`, value: (row: Group) => integer(row.clients), align: "right" as const }] : [
      { label: t`Weak of graded`, value: (row: Group) => withNote(element("span", { class: "nowrap" }, weak(row)), row.weak_share === null ? percent0(null) : t`${percent0(row.weak_share)} (${percent0(row.weak_low)} to ${percent0(row.weak_high)})`), align: "right" as const },
    ]),
    ...(hasExposure ? [
      { label: t`Open`, value: (row: Group) => money(row.exposure), align: "right" as const },
      { label: t`At risk`, value: (row: Group) => money(row.at_risk), align: "right" as const, bar: (row: Group) => row.at_risk_share },
    ] : []),
  ];
  const subtitle = hasExposure ? t`What clients owe, most at risk first; the bar is the share of all that is at risk` : t`Graded clients, most weak ones first`;
  return card(context, { title, subtitle, sources: [table] }, dataTable(rows, columns, { caption: title, first: FIRST, noun, plural }));
}

function industryTitle(rows: Group[]): string {
  const named = rows.filter(({ group_name }) => group_name !== "unknown");
  const [first] = named;
  if (first?.at_risk_share) return t`${valueName(first.group_name, "industry")} holds ${percent0(first.at_risk_share)} of what is at risk`;
  // One weak client of one is no weak industry: by the lower end of the interval.
  const weakest = d3.greatest(named.filter(({ weak_clients }) => weak_clients > 0), ({ weak_low }) => weak_low ?? 0);
  return weakest ? t`${valueName(weakest.group_name, "industry")} is weakest: ${percent0(weakest.weak_share)} of its graded clients` : t`No industry has weak clients`;
}

function ownerTitle([first]: Group[]): string {
  if (first?.at_risk_share && first.group_name !== "unknown") return t`Clients of ${first.group_name} hold ${percent0(first.at_risk_share)} of what is at risk`;
  return t`Weak clients by account manager`;
}

const zones: { zone: string; tone: Part["tone"] }[] = [
  { zone: "safe", tone: "good" }, { zone: "grey", tone: "warn" }, { zone: "distress", tone: "bad" }, { zone: "no score", tone: "series-5" },
];

function altman(context: Context, table: Table<Group>, rows: Group[], head: Headline): HTMLElement {
  const found = zones.flatMap(({ zone, tone }) => rows.filter(({ group_name }) => group_name === zone).map((row) => ({ ...row, tone })));
  const distress = found.find(({ group_name }) => group_name === "distress");
  const weak = context.read<Grade>("solvency_grades").rows.filter(({ is_watched }) => is_watched).map(({ grade }) => grade);
  const title = !distress ? t`No client is in Altman's distress zone`
    : distress.exposure_share === null ? t`${count(distress.clients, "client")} in Altman's distress zone`
      : t`${count(distress.clients, "client")} in Altman's distress zone, with ${percent0(distress.exposure_share)} of what is open`;
  return card(context, { title, subtitle: t`Altman's score warns of bankruptcy, from working capital, retained earnings, operating profit, equity and revenue`, sources: [table] },
    stackedBar(found.map((row) => ({ name: words(row.group_name), value: row.clients, tone: row.tone, text: count(row.clients, "client") })), { label: t`Clients by Altman's zone` }),
    dataTable(found, [
      { label: t`Zone`, value: (row) => groupLink(words(row.group_name), { altman_zone: row.group_name }, row.clients), isRowHeader: true },
      { label: t`Clients`, value: (row) => integer(row.clients), align: "right" },
      { label: t`Weak grade`, value: (row) => groupLink(integer(row.weak_clients), { altman_zone: row.group_name, grade: weak }, row.weak_clients), align: "right" },
      ...(head.exposure === null ? [] : [
        { label: t`Open`, value: (row: Group) => context.money(row.exposure), align: "right" as const },
        { label: t`Overdue`, value: (row: Group) => context.money(row.overdue_amount), align: "right" as const },
      ]),
    ], { caption: t`Clients by Altman's zone` }),
    note(t`${formulas(head)} Altman estimated it on industrial firms: it does not hold for banks and insurers.`));
}

/** Which of Altman's formulas was used, and how often: an industry that no setting names goes by the second. */
function formulas({ scored_as_manufacturers: makers, scored_as_others: others }: Headline): string {
  if (!makers && !others) return t`Z′ is for manufacturers, Z″ for others.`;
  if (!makers) return t`Formula: Z″, for others than manufacturers, for all ${count(others, "client")}; none is of an industry that the settings name as manufacturing.`;
  if (!others) return t`Formula: Z′, for manufacturers, for all ${count(makers, "client")}.`;
  return t`Formula: Z′ for ${count(makers, "manufacturer")}, Z″ for ${count(others, "other")}.`;
}

const bandNames = ["strong", "adequate", "weak", "critical"] as const;

/** How all clients stand on each ratio that has bands. */
function bands(context: Context, table: Table<IndustryRatio>): HTMLElement {
  const rows = table.rows.filter((row) => row.industry === "all industries" && row.critical !== null && row.is_weighted).sort((a, b) => a.position - b.position);
  const worst = d3.greatest(rows, (row) => row.critical_share ?? 0);
  const title = worst && worst.critical! > 0 ? t`${words(worst.ratio)} is critical most often: for ${percent0(worst.critical_share)} of ${count(worst.clients, "client")}` : t`No client is critical in any ratio`;
  return card(context, { title, subtitle: t`Share and number of clients in each band, by their latest statements that can be used`, sources: [table] },
    html`<ul class="bar-legend">${bandNames.map((name) => html`<li><svg width="10" height="10" aria-hidden="true"><rect class=${`band-${name}`} width="10" height="10" rx="2"></rect></svg> ${phrase(name)}</li>`)}</ul>`,
    dataTable(rows, [
      { label: t`Ratio`, value: (row) => words(row.ratio), isRowHeader: true },
      { label: t`Strong to critical`, value: (row) => segmentBar(bandNames.map((name) => ({ value: row[name]!, tone: `band-${name}` as const })), { label: list(bandNames.map((name) => `${integer(row[name])} ${phrase(name)}`)) }) },
      { label: t`Critical`, value: (row) => groupLink(t`${percent0(row.critical_share)} · ${integer(row.critical)}`, { critical_ratio: row.ratio }, row.critical), align: "right" },
      { label: t`Weak`, value: (row) => groupLink(t`${percent0(row.weak_share)} · ${integer(row.weak)}`, { weak_ratio: row.ratio }, row.weak), align: "right" },
    ], { caption: t`Clients by band of each ratio` }));
}

/** What is usual in each industry: for whoever judges one client, so it unfolds. */
function medians(context: Context, table: Table<IndustryRatio>, head: Headline): Element[] {
  const known = table.rows.filter(({ median }) => median !== null);
  const byIndustry = d3.rollups(known.filter(({ industry }) => industry !== "all industries"), (rows) => ({
    rows: new Map(rows.map((row) => [row.ratio, row])), clients: d3.max(rows, ({ clients }) => clients) ?? 0,
  }), ({ industry }) => industry)
    .sort((a, b) => d3.descending(a[1].clients, b[1].clients) || d3.ascending(a[0], b[0]));
  const ratios = known.filter(({ industry, is_weighted }) => industry === "all industries" && is_weighted).sort((a, b) => a.position - b.position);
  if (byIndustry.length === 0 || ratios.length === 0) return [];
  const shown = byIndustry.slice(0, INDUSTRIES);
  const cell = (row: IndustryRatio | undefined) => (row ? withNote(ratioValue(row.unit, row.median), t`${ratioValue(row.unit, row.lower_quartile)} to ${ratioValue(row.unit, row.upper_quartile)}`) : null);
  return [
    card(context, {
      title: t`What is usual in ${count(byIndustry.length, "industry", "industries")}`, sources: [table], span: 12,
      subtitle: t`Medians of the clients' latest statements, for industries of ${count(head.min_peers, "client")} and more`,
    }, disclosure(t`Median ratios by industry`, { isPrinted: true, detail: t`with the range that holds the middle half of the clients (25th to 75th percentile)` },
      dataTable(shown, [
        { label: t`Industry`, value: ([industry, { clients }]) => withNote(element("span", { translate: "no" }, valueName(industry, "industry")), count(clients, "client")), isRowHeader: true },
        ...ratios.map(({ ratio }): Column<(typeof shown)[number]> => ({ label: words(ratio), value: ([, { rows }]) => cell(rows.get(ratio)), align: "right" })),
      ], { caption: t`Median ratios by industry` }),
      byIndustry.length > shown.length ? note(t`The ${integer(shown.length)} industries with the most clients; ${integer(byIndustry.length - shown.length)} more are in the data.`) : null)),
  ];
}
