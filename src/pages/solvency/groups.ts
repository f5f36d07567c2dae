import * as d3 from "d3";
import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable, type Column } from "../../components/dataTable.js";
import { heading, note } from "../../components/heading.js";
import { segmentBar } from "../../components/segmentBar.js";
import { stackedBar, type Part } from "../../components/stackedBar.js";
import { count, integer, list, percent0, words } from "../../lib/format.js";
import type { Context, Table } from "../../lib/page.js";
import type { Group, Headline, IndustryRatio } from "./rows.js";
import { ratioValue } from "./words.js";

type Span = 6 | 12;

/** Most industries shown side by side. */
const INDUSTRIES = 12;

/** Where the weakness sits: by industry, account manager, Altman's zone and ratio. */
export function groups(context: Context, head: Headline): Element[] {
  const table = context.read<Group>("solvency_groups");
  const ratios = context.read<IndustryRatio>("solvency_industries");
  const of = (dimension: string) => table.rows.filter((row) => row.dimension === dimension);
  const [industries, owners] = [of("industry"), of("owner")];
  const isDivided = (rows: Group[]) => rows.some(({ group_name }) => group_name !== "unknown");
  const hasStatements = head.statements !== null;
  const first = `, ${head.exposure === null ? "the most weak clients" : "the most at risk"} first`;
  const industryCard = (span: Span) => groupCard(context, table, industries, head, {
    first: 8, noun: "industry", plural: "industries", title: industryTitle(industries), span,
    subtitle: `${hasStatements ? "Graded and weak clients" : "Clients"} by industry${first}`,
  });
  const ownerCard = (span: Span) => groupCard(context, table, owners, head, {
    first: 5, noun: "account manager", plural: "account managers", title: ownerTitle(owners), span,
    subtitle: `${hasStatements ? "Whose clients are weak" : "What the clients of each owe"}${first}`,
  });
  const cards = [
    ...(isDivided(industries) ? [industryCard] : []),
    ...(hasStatements ? [(span: Span) => bands(context, ratios, span), (span: Span) => altman(context, table, of("altman_zone"), head, span)] : []),
    ...(isDivided(owners) ? [ownerCard] : []),
  ];
  if (cards.length === 0) return [];
  return [
    ...heading("Where the weakness sits", hasStatements
      ? `Industries, ratios and account managers. Medians of an industry are given from ${count(head.min_peers, "client")} on.`
      : "Whose clients pay late, and in which industries."),
    ...cards.map((draw, index) => draw(index === cards.length - 1 && index % 2 === 0 ? 12 : 6)),
    ...medians(context, ratios),
  ];
}

function groupCard(context: Context, table: Table<Group>, rows: Group[], head: Headline, { span, noun, plural, title, subtitle, first }: {
  first: number; noun: string; plural: string; title: string; subtitle: string; span: Span;
}): Element {
  const { money } = context;
  const hasExposure = head.exposure !== null;
  const columns: Column<Group>[] = [
    { label: words(noun), value: (row) => words(row.group_name), isRowHeader: true },
    ...(head.statements === null ? [{ label: "Clients", value: (row: Group) => integer(row.clients), align: "right" as const }] : [
      { label: "Weak of graded", value: (row: Group) => html`<div><span class="nowrap">${integer(row.weak_clients)} of ${integer(row.graded_clients)}</span><small>${percent0(row.weak_share)}</small></div>`, align: "right" as const },
    ]),
    ...(hasExposure ? [
      { label: "Open", value: (row: Group) => money(row.exposure), align: "right" as const },
      { label: "At risk", value: (row: Group) => money(row.at_risk), align: "right" as const, bar: (row: Group) => row.at_risk_share },
    ] : []),
  ];
  return card(context, { title, subtitle, sources: [table], span }, dataTable(rows, columns, { caption: subtitle, first, noun, plural }));
}

function industryTitle(rows: Group[]): string {
  const named = rows.filter(({ group_name }) => group_name !== "unknown");
  const [first] = named;
  if (first?.at_risk_share) return `${words(first.group_name)} holds ${percent0(first.at_risk_share)} of what is at risk`;
  const weakest = d3.greatest(named.filter(({ weak_clients }) => weak_clients > 0), ({ weak_share }) => weak_share ?? 0);
  return weakest ? `${words(weakest.group_name)} is weakest: ${percent0(weakest.weak_share)} of its graded clients` : "No industry has weak clients";
}

function ownerTitle([first]: Group[]): string {
  if (first?.at_risk_share && first.group_name !== "unknown") return `Clients of ${first.group_name} hold ${percent0(first.at_risk_share)} of what is at risk`;
  return "Weak clients by account manager";
}

const zones: { zone: string; tone: Part["tone"] }[] = [
  { zone: "safe", tone: "good" }, { zone: "grey", tone: "warn" }, { zone: "distress", tone: "bad" }, { zone: "no score", tone: "series-5" },
];

function altman(context: Context, table: Table<Group>, rows: Group[], head: Headline, span: Span): Element {
  const found = zones.flatMap(({ zone, tone }) => rows.filter(({ group_name }) => group_name === zone).map((row) => ({ ...row, tone })));
  const distress = found.find(({ group_name }) => group_name === "distress");
  const title = !distress ? "No client is in Altman's distress zone"
    : `${count(distress.clients, "client is", "clients are")} in Altman's distress zone${distress.exposure_share === null ? "" : ` and ${distress.clients === 1 ? "owes" : "owe"} ${percent0(distress.exposure_share)} of what is open`}`;
  return card(context, { title, subtitle: "Altman's score warns of bankruptcy, from working capital, retained earnings, operating profit, equity and revenue", sources: [table], span },
    stackedBar(found.map((row) => ({ name: words(row.group_name), value: row.clients, tone: row.tone, text: count(row.clients, "client") })), { label: "Clients by Altman's zone" }),
    dataTable(found, [
      { label: "Zone", value: (row) => words(row.group_name), isRowHeader: true },
      { label: "Clients", value: (row) => integer(row.clients), align: "right" },
      { label: "Weak grade", value: (row) => integer(row.weak_clients), align: "right" },
      ...(head.exposure === null ? [] : [
        { label: "Open", value: (row: Group) => context.money(row.exposure), align: "right" as const },
        { label: "Overdue", value: (row: Group) => context.money(row.overdue_amount), align: "right" as const },
      ]),
    ], { caption: "Clients by Altman's zone" }),
    note(`${formulas(head)} It was estimated on industrial firms and says nothing of banks and insurers.`));
}

/** Which of Altman's formulas was used, and how often: an industry that no setting names goes by the second. */
function formulas({ scored_as_manufacturers: makers, scored_as_others: others }: Headline): string {
  if (!makers && !others) return "Z′ is for manufacturers, Z″ for others.";
  if (!makers) return `Z″, the formula for others than manufacturers, for all ${count(others, "client")}: none is of an industry that the settings name as manufacturing.`;
  if (!others) return `Z′, the formula for manufacturers, for all ${count(makers, "client")}.`;
  return `Z′ for ${count(makers, "manufacturer")}, Z″ for ${count(others, "other")}.`;
}

const bandNames = ["strong", "adequate", "weak", "critical"] as const;

/** How all clients stand on each ratio that has bands. */
function bands(context: Context, table: Table<IndustryRatio>, span: Span): Element {
  const rows = table.rows.filter((row) => row.industry === "all industries" && row.critical !== null && row.is_weighted).sort((a, b) => a.position - b.position);
  const worst = d3.greatest(rows, (row) => row.critical_share ?? 0);
  const title = worst && worst.critical! > 0 ? `${words(worst.ratio)} is critical most often: for ${percent0(worst.critical_share)} of ${count(worst.clients, "client")}` : "No client is critical in any ratio";
  return card(context, { title, subtitle: "Clients in each band, over the latest statements that can be used", sources: [table], span },
    html`<ul class="bar-legend">${bandNames.map((name) => html`<li><svg width="10" height="10" aria-hidden="true"><rect class=${`band-${name}`} width="10" height="10" rx="2"></rect></svg> ${name}</li>`)}</ul>`,
    dataTable(rows, [
      { label: "Ratio", value: (row) => words(row.ratio), isRowHeader: true },
      { label: "Strong to critical", value: (row) => segmentBar(bandNames.map((name) => ({ value: row[name]!, tone: `band-${name}` as const })), { label: list(bandNames.map((name) => `${integer(row[name])} ${name}`)) }) },
      { label: "Critical", value: (row) => html`<div>${percent0(row.critical_share)}<small>${integer(row.critical)} of ${integer(row.clients)}</small></div>`, align: "right" },
      { label: "Weak", value: (row) => html`<div>${percent0(row.weak_share)}<small>${integer(row.weak)}</small></div>`, align: "right" },
    ], { caption: "Clients by band of each ratio" }));
}

function medians(context: Context, table: Table<IndustryRatio>): Element[] {
  const known = table.rows.filter(({ median }) => median !== null);
  const byIndustry = d3.rollups(known.filter(({ industry }) => industry !== "all industries"), (rows) => ({
    rows: new Map(rows.map((row) => [row.ratio, row])), clients: d3.max(rows, ({ clients }) => clients) ?? 0,
  }), ({ industry }) => industry)
    .sort((a, b) => d3.descending(a[1].clients, b[1].clients) || d3.ascending(a[0], b[0]));
  const ratios = known.filter(({ industry, is_weighted }) => industry === "all industries" && is_weighted).sort((a, b) => a.position - b.position);
  if (byIndustry.length === 0 || ratios.length === 0) return [];
  const shown = byIndustry.slice(0, INDUSTRIES);
  const cell = (row: IndustryRatio | undefined) => (row ? html`<div>${ratioValue(row.unit, row.median)}<small>${ratioValue(row.unit, row.lower_quartile)} to ${ratioValue(row.unit, row.upper_quartile)}</small></div>` : null);
  return [
    card(context, {
      title: `What is usual in ${count(byIndustry.length, "industry", "industries")}`, sources: [table], span: 12,
      subtitle: "Median of the clients' latest statements; below it, where the middle half of them lies (25th to 75th percentile)",
    },
      dataTable(shown, [
        { label: "Industry", value: ([industry, { clients }]) => html`<div>${industry}<small>${count(clients, "client")}</small></div>`, isRowHeader: true },
        ...ratios.map(({ ratio }): Column<(typeof shown)[number]> => ({ label: words(ratio), value: ([, { rows }]) => cell(rows.get(ratio)), align: "right" })),
      ], { caption: "Median ratios by industry" }),
      byIndustry.length > shown.length ? note(`The ${integer(shown.length)} industries with the most clients; ${integer(byIndustry.length - shown.length)} more are in the data.`) : null),
  ];
}
