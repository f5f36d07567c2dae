import { html } from "htl";
import * as d3 from "d3";
import { alarm } from "../../components/alarm.js";
import { card } from "../../components/card.js";
import { customerLink } from "../../components/customerLink.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { heading, note } from "../../components/heading.js";
import { stackedBar, type Part } from "../../components/stackedBar.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { count, day, daysAgo, integer, list, sentence, words } from "../../lib/format.js";
import { language, phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { isPart } from "../selected.js";
import type { Attention, Dissatisfied, Resolved, Terms } from "./rows.js";
import { componentName } from "./words.js";

/** Every dissatisfied customer of the tiers that are watched, by name, until it is resolved. */
export function dissatisfied(context: Context, attention: Table<Attention>, terms: Terms): Element[] {
  const { money } = context;
  const [watched] = attention.rows;
  const table = context.read<Dissatisfied>("satisfaction_dissatisfied");
  const [first] = table.rows;
  if (!watched) return [];
  const title = first ? t`Call ${first.label} first: dissatisfied for ${count(first.days, "day")}, ${money(first.value)} of revenue at stake`
    : isPart(context) ? t`None of those selected is on the list of the dissatisfied` : t`No customer of these tiers is dissatisfied`;
  const rule = context.has("surveys") ? t`An answer of theirs was a detractor's, or satisfaction of ${integer(terms.dissatisfied_to)} of 5 or less, or a complaint is open. They stay here until they answer better, or the complaint is resolved that was open when they answered or is of the same order`
    : t`A complaint of theirs is open; they stay here until it is resolved. What they say in surveys is not supplied`;
  return [
    ...heading(t`Whom to call`, t`Every customer of the tiers that carry the business, of this window or the one before, until what made it dissatisfied is resolved.`),
    card(context, { title, sources: [table], span: 12, ...(first && { subtitle: rule }) }, first ? dataTable(table.rows, [
      { label: t`Customer`, value: (row) => element("span", {}, customerLink(row.label, row.customer_key), alarm(row)), isRowHeader: true },
      { label: t`Tier`, value: (row) => tierWords(row) },
      { label: t`Revenue at stake`, value: (row) => money(row.value), number: (row) => row.value, align: "right", bar: (row) => (first.value && row.value ? row.value / first.value : null) },
      { label: t`Dissatisfied since`, value: (row) => withNote(day(row.since_date), daysAgo(row.days)), number: (row) => row.days, align: "right" },
      { label: t`Why`, value: (row) => why(row) },
      { label: t`Where it is written`, value: (row) => written(row) },
      { label: t`Account manager`, value: (row) => row.owner },
    ], { caption: t`Dissatisfied customers to call`, first: 12, noun: "customer" }) : null,
    first && !isPart(context) ? howLong(table.rows) : null,
    first ? note(t`Revenue at stake: of the ${count(context.windowDays, "day")}, or of the ${count(context.windowDays, "day")} before where that was more. What they wrote is personal and not shown: it stands on the form.`) : null),
  ];
}

/** The tier, and the one before where that was another. */
function tierWords({ tier, prior_tier: before }: Dissatisfied): string | Element {
  if (tier === before || before === null) return words(tier);
  return withNote(tier === null ? t`No purchase` : words(tier), t`before: ${words(before)}`);
}

/** What it said, or complained about. */
function why(row: Dissatisfied): string {
  const score = row.recommend_score === null ? (row.satisfaction_score === null ? null : t`satisfied: ${integer(row.satisfaction_score)} of 5`)
    : t`would recommend us: ${integer(row.recommend_score)} of 10`;
  return [
    score === null ? null : row.weak_component === null ? score : t`${score}; worst: ${componentName(row.weak_component).toLowerCase()}`,
    row.open_complaints === 0 ? null : row.complaint_category === null ? t`complaint open` : t`complaint open: ${phrase(row.complaint_category)}`,
  ].filter((part) => part !== null).map((part) => sentence(part)).join(language() === "en" ? " " : "");
}

/** Where its own words are: they do not leave the warehouse. */
function written(row: Dissatisfied): string {
  const form = row.survey_id === null ? null : row.has_comment ? t`form ${row.survey_id}, with a remark` : t`form ${row.survey_id}`;
  return list([form, row.ticket_id === null ? null : t`ticket ${row.ticket_id}`].filter((part) => part !== null));
}

const tones = ["age-1", "age-2", "age-3", "age-4"] as const;

/** How many have been dissatisfied for how long. */
function howLong(rows: Dissatisfied[]): HTMLElement {
  const bands = [...d3.group(rows, ({ band }) => band).values()].sort((a, b) => a[0]!.band - b[0]!.band);
  const parts: Part[] = bands.map((band) => ({
    name: bandName(band[0]!), value: band.length, text: integer(band.length), tone: tones[Math.min(band[0]!.band, tones.length) - 1]!,
  }));
  return html`<div>${note(t`For how long they have been dissatisfied, in customers:`)}${stackedBar(parts, { label: t`For how long they have been dissatisfied` })}</div>`;
}

const bandName = ({ from_days: from, to_days: to }: Dissatisfied) =>
  (to === null ? t`More than ${count(from - 1, "day")}` : from === 0 ? t`Up to ${count(to, "day")}` : t`${integer(from)} to ${count(to, "day")}`);

/** Who was dissatisfied and no longer is, folded up. */
export function mendedOrNone(context: Context, attention: Table<Attention>): Element[] {
  const [watched] = attention.rows;
  const table = context.read<Resolved>("satisfaction_resolved");
  if (!watched || watched.resolved_customers === 0 || table.rows.length === 0) return [];
  const detail = t`${count(watched.resolved_customers, "customer")} in ${count(context.windowDays, "day")}, half of them within ${count(Math.round(watched.resolved_median_days ?? 0), "day")}`;
  return [disclosure(html`<h2>${t`No longer dissatisfied`}</h2>`, { id: "resolved", ...(!isPart(context) && { detail }) }, html`<div class="page">${
    card(context, { title: t`The last ${integer(table.rows.length)} that were dissatisfied and no longer are`, subtitle: t`By the day on which they answered better, or their complaint was resolved with nothing worse since`, sources: [table], span: 12 },
      dataTable(table.rows, [
        { label: t`Customer`, value: (row) => customerLink(row.label, row.customer_key), isRowHeader: true },
        { label: t`Dissatisfied since`, value: (row) => day(row.since_date), align: "right" },
        { label: t`Resolved`, value: (row) => day(row.resolved_date), align: "right" },
        { label: t`After`, value: (row) => (row.days === 0 ? t`the same day` : count(row.days, "day")), number: (row) => row.days, align: "right" },
        { label: t`By`, value: (row) => words(row.ended_by) },
        { label: t`Complaint about`, value: (row) => (row.complaint_category === null ? "" : words(row.complaint_category)) },
        { label: t`Account manager`, value: (row) => row.owner },
      ], { caption: t`Customers that are no longer dissatisfied`, first: 10, noun: "customer" }))
  }</div>`)];
}
