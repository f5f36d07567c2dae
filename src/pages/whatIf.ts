import { html } from "htl";
import { provenance } from "../components/card.js";
import { dataTable } from "../components/dataTable.js";
import { emptyState } from "../components/emptyState.js";
import { heading } from "../components/heading.js";
import { count, decimal2, decimal3, integer, percent, words } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { AnyTable, Context, Page } from "../lib/page.js";
import type { CustomerRow } from "../lib/customerRow.js";
import type { GradeRow, HorizonRow, SettingRow, TierRow } from "./whatIf/rows.js";

/** What sliders try on every customer; drawn here are the rules as they are, the script adds the sliders. */
export const whatIf: Page = {
  path: "what-if",
  title: msg("What if"),
  question: msg("Who would move if the rules were different?"),
  follows: "nothing",
  isLive: true,
  render(context) {
    const customers = context.read<CustomerRow & { value: number | null; rfm_orders: number | null; first_order_date: string | null }>("customer_index");
    const clients = context.read("what_if_clients");
    const has = (column: "value" | "rfm_orders" | "recency_days") => customers.rows.some((row) => row[column] !== null);
    return [
      ...heading(t`Try other rules on every customer`, t`Nothing is saved: the rules stay as they are until project.yaml says otherwise. What you try stands in the address of this page, so it can be sent. All figures are of the whole company: no filter applies.`),
      html`<p class="needs-script">${t`The sliders of this page need a browser that runs scripts. Without one it shows the rules as they are.`}</p>`,
      html`<div class="what-if-wait"><p class="loading" role="status">${t`Loading…`}</p></div>`,
      has("value") ? tiers(context, customers) : missing(context, ["customers", "orders"], t`How many customers each value tier would hold if the pyramid were cut elsewhere.`),
      has("recency_days") ? lostAfter(context, customers) : missing(context, ["customers", "orders"], t`How many customers would count as lost after another time without an order.`),
      clients.rows.some((row) => row.score !== null) ? credit(context, clients) : missing(context, ["financials"], t`How many clients each credit grade would hold, and what would be at risk.`),
      has("rfm_orders") ? weights(context, customers) : missing(context, ["customers", "orders"], t`How customers would rank by loyalty with other weights of recency, frequency and amount.`),
    ];
  },
};

/** In place of a rule that nothing can be tried on: what to supply, or that what is supplied does not say enough. */
function missing(context: Context, entities: string[], shows: string): HTMLElement {
  // A log of transactions holds customers and orders.
  const lacking = context.has("transactions") ? entities.filter((name) => name === "financials" && !context.has(name)) : entities.filter((name) => !context.has(name));
  if (lacking.length > 0) return emptyState(context, lacking, shows);
  return html`<section class="card span-12 empty-state"><h2>${t`No data yet`}</h2><p>${shows} ${t`The input is there, but in this period no customer has the figures that this takes.`}</p></section>`;
}

/** A rule as it is, in a frame that the script puts its sliders into. */
const rule = (name: string, { title, subtitle, sources }: { title: string; subtitle: string; sources: AnyTable[] }, ...content: (Element | string)[]): HTMLElement =>
  html`<section class="card span-12 what-if" data-rule=${name}>
    <header><h3>${title}</h3><p class="subtitle">${subtitle}</p></header>
    <div class="card-body">${content}</div>
    ${provenance(sources)}
  </section>`;

function tiers(context: Context, customers: AnyTable): HTMLElement {
  const table = context.read<TierRow>("what_if_tiers");
  const { choice } = settingOf(context, "value.measure");
  return rule("tiers", {
    title: t`Where are the value tiers cut?`,
    subtitle: choice === "margin" ? t`Of the customers whose margin of the last ${count(context.windowDays, "day")} is known, the share that each tier goes down to, from the largest margin` : t`Of the customers that ordered in the last ${count(context.windowDays, "day")}, the share that each tier goes down to, from the largest revenue`,
    sources: [table, customers],
  }, dataTable(table.rows, [
    { label: t`Tier`, value: (row) => words(row.tier), isRowHeader: true },
    { label: t`Down to the first`, value: (row) => percent(row.top_share), align: "right" },
  ], { caption: t`The value tiers as they are` }));
}

function lostAfter(context: Context, customers: AnyTable): HTMLElement {
  const table = context.read<HorizonRow>("what_if_horizon");
  const [horizon] = table.rows;
  return rule("lost", {
    title: t`After how long is a customer lost?`,
    subtitle: t`Days without an order after which a customer counts as lost; an order makes it active again`,
    sources: [table, customers],
  }, html`<p>${horizonText(horizon)}</p>`);
}

/** How the horizon was found. */
export function horizonText(horizon: HorizonRow | undefined): string {
  if (horizon?.days == null) return t`Nobody bought twice, so there are no gaps between purchases that a horizon could be found from. Set analysis.lost_after_days in project.yaml to choose one.`;
  const days = count(horizon.days, "day");
  const gaps = integer(horizon.gaps);
  switch (horizon.basis) {
    case "setting": return t`Now: ${days}, as project.yaml sets it. ${percent(horizon.share)} of the ${gaps} gaps between purchases were no longer.`;
    case "least": return t`Now: ${days}, the least that the settings allow. ${percent(horizon.share)} of the ${gaps} gaps between purchases were no longer.`;
    case "most": return t`Now: ${days}, the most that the settings allow. ${percent(horizon.share)} of the ${gaps} gaps between purchases were no longer.`;
    default: return t`Now: ${days}. ${percent(horizon.share)} of the ${gaps} gaps between purchases were no longer.`;
  }
}

function credit(context: Context, clients: AnyTable): HTMLElement {
  const table = context.read<GradeRow>("what_if_grades");
  return rule("grades", {
    title: t`From which score on is a credit grade given?`,
    subtitle: t`Score of a client's latest statement, 0 to 1: the weighted mean of 1 for a strong ratio, 2/3 adequate, 1/3 weak, 0 critical. Caps hold whatever the score`,
    sources: [table, clients],
  }, dataTable(table.rows.filter((row) => row.min_score !== null), [
    { label: t`Grade`, value: (row) => words(row.grade), isRowHeader: true },
    { label: t`Least score`, value: (row) => decimal2(row.min_score), align: "right" },
    { label: t`Counts as at risk`, value: (row) => percent(row.weakness), align: "right" },
  ], { caption: t`The credit grades as they are` }));
}

function weights(context: Context, customers: AnyTable): HTMLElement {
  const table = context.read<SettingRow>("what_if_settings");
  const rows = [
    { name: t`Recency`, weight: settingOf(context, "rfm.recency_weight").value },
    { name: t`Frequency`, weight: settingOf(context, "rfm.frequency_weight").value },
    { name: t`Amount`, weight: settingOf(context, "rfm.monetary_weight").value },
  ];
  return rule("weights", {
    title: t`What makes a loyal customer?`,
    subtitle: t`Weights of the loyalty score: the weighted sum of the standard scores, (value − mean) / standard deviation, of recency (reversed), number of orders and amount`,
    sources: [table, customers],
  }, dataTable(rows, [
    { label: t`Measure`, value: (row) => row.name, isRowHeader: true },
    { label: t`Weight`, value: (row) => decimal3(row.weight), align: "right" },
  ], { caption: t`The weights as they are` }));
}

function settingOf(context: Context, name: string): SettingRow {
  return context.read<SettingRow>("what_if_settings").rows.find(({ setting }) => setting === name)!;
}
