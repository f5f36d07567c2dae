import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { groupLink } from "../../components/groupLink.js";
import { note } from "../../components/heading.js";
import { heatMap } from "../../components/heatMap.js";
import { multiples } from "../../components/multiples.js";
import { withNote } from "../../components/withNote.js";
import { element } from "../../lib/element.js";
import { change, count, day, integer, month, percent, percent0 } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Course, Result, Return, Terms } from "./rows.js";
import { channelName, returned, times } from "./words.js";

/** Courses that are drawn: of the campaigns that won most customers. */
const DRAWN = 6;

/** Campaigns that were to win customers; to those that were to keep them the cost of a customer won says nothing. */
export const winning = (rows: Result[]): Result[] => rows.filter(({ purpose }) => purpose !== "retention");

const nameOf = (row: Result): Element => withNote(row.customers_won > 0 ? groupLink(element("span", { translate: "no" }, row.label), { campaign: row.label }, row.customers_won) : element("span", { translate: "no" }, row.label), row.channel === null ? month(row.start_date) : t`${channelName(row.channel)}, ${month(row.start_date)}`);

/** Which campaigns won customers, who stayed, and which have paid for themselves. */
export function won(context: Context, table: Table<Result>, terms: Terms): Element {
  const { money } = context;
  const rows = winning(table.rows).sort((a, b) => (b.cost ?? -1) - (a.cost ?? -1) || (a.campaign_id < b.campaign_id ? -1 : 1));
  return card(context, {
    title: wonTitle(rows, money), sources: [table], span: 12,
    subtitle: t`Campaigns that were to win customers, the dearest first: margin that the customers won have left to date against the cost. Worth: margin to date and to come, before what serving them costs, and how many times what winning one cost`,
  }, dataTable(rows, [
    { label: t`Campaign`, value: nameOf, isRowHeader: true },
    { label: t`Cost`, value: (row) => money(row.cost), number: (row) => row.cost, align: "right" },
    { label: t`Customers won`, value: (row) => integer(row.customers_won), align: "right" },
    { label: t`Still customers`, value: (row) => stayed(row, terms), number: (row) => row.active_rate, align: "right" },
    { label: t`Cost of a customer`, value: (row) => money(row.cost_per_customer), number: (row) => row.cost_per_customer, align: "right" },
    { label: t`Worth of a customer`, value: (row) => (row.lifetime_value === null ? null : withNote(money(row.lifetime_value), worthByCost(row, terms))), number: (row) => row.lifetime_value, align: "right" },
    { label: t`Margin to date`, value: (row) => (row.customers_won === 0 ? null : money(row.margin)), number: (row) => row.margin, align: "right" },
    { label: t`Return`, value: (row) => returned(row.return_rate), number: (row) => row.return_rate, align: "right" },
    { label: t`Paid back after`, value: (row) => (row.payback_days === null ? element("small", {}, phrase(row.payback_reason ?? "")) : count(row.payback_days, "day")), number: (row) => row.payback_days, align: "right" },
  ], { caption: t`Campaigns by the customers they won`, first: 12, noun: "campaign" }),
  note(t`Won by a campaign: customers whose first order names it, or who converted and first ordered within ${count(terms.attribution_days, "day")}. One customer counts for one campaign, with all that it ordered since. Orders of customers that we had stand below.`),
  terms.unknown_orders > 0 ? note(t`Orders that name a campaign that is not on record, and count for none: ${integer(terms.unknown_orders)}.`) : null,
  terms.lost_after_days === null ? null : note(t`Still customers: of those won more than ${count(terms.lost_after_days, "day")} ago. Only after so long without an order is a customer lost; who was won later cannot be yet.`),
  terms.conversion_customers > 0 ? note(t`Won by a conversion, not by what their first order names: ${count(terms.conversion_customers, "customer")}.`) : null);
}

/** How many times its cost a customer is worth; of few customers that is not told. */
const worthByCost = (row: Result, terms: Terms): string =>
  (row.value_to_cost === null && row.cost_per_customer !== null && row.valued_customers < terms.min_customers ? t`too few customers` : times(row.value_to_cost));

/** The share of those who could be lost by now that is not; of few how many, for the share of few says little. */
function stayed(row: Result, terms: Terms): Element | null {
  if (row.customers_won === 0) return null;
  if (row.active_rate === null) return element("small", {}, t`too early to say`);
  const of = t`${integer(row.active_customers)} of ${integer(row.followed_customers)}`;
  const range = t`${percent0(row.active_low)} to ${percent0(row.active_high)}`;
  return withNote(percent0(row.active_rate), row.followed_customers < terms.min_customers ? of : row.followed_customers < row.customers_won ? `${of} · ${range}` : range);
}

/** Campaigns of which it is known whether they have paid back: one that won nobody has not. */
export const judgedBack = (rows: Result[]): Result[] => rows.filter(({ payback_reason: reason }) => reason === null || reason === "not paid back yet" || reason === "nobody won");

/** The dearest campaign that has not paid back; or how many have. */
export function wonTitle(rows: Result[], money: Context["money"]): string {
  const judged = judgedBack(rows);
  const open = judged.filter(({ payback_days: days }) => days === null).sort((a, b) => b.cost! - a.cost! || (a.campaign_id < b.campaign_id ? -1 : 1))[0];
  if (rows.length === 0) return t`No campaign was to win customers`;
  if (!rows.some(({ customers_won: own }) => own > 0)) return t`No campaign has won a customer on record`;
  if (judged.length === 0) return t`Whether campaigns have paid back is not known`;
  if (!open) return judged.length === 1 ? t`${judged[0]!.label} has paid for itself` : t`All ${integer(judged.length)} campaigns have paid for themselves`;
  if (open.customers_won === 0) return t`${open.label} cost ${money(open.cost)} and has won nobody`;
  const told = t`${open.label} cost ${money(open.cost)} and has brought back ${money(open.margin)}`;
  if (open.followed_customers === 0) return t`${told}; whether the customers won stay cannot be said yet`;
  return open.followed_customers === open.customers_won ? t`${told}; still customers: ${integer(open.active_customers)} of ${integer(open.customers_won)} won`
    : t`${told}; still customers: ${integer(open.active_customers)} of the ${integer(open.followed_customers)} won long enough ago`;
}

/** Margin month by month against the cost. */
export function courses(context: Context, results: Table<Result>): Element[] {
  const { money } = context;
  const table = context.read<Course>("campaigns_courses");
  const drawn = winning(results.rows).filter(({ customers_won: own, cost, margin }) => own > 0 && cost !== null && cost > 0 && margin !== null)
    .filter(({ campaign_id: id }) => table.rows.filter((row) => row.campaign_id === id).length > 1)
    .sort((a, b) => b.customers_won - a.customers_won || b.cost! - a.cost! || (a.campaign_id < b.campaign_id ? -1 : 1)).slice(0, DRAWN);
  if (drawn.length === 0) return [];
  const ofCampaign = (id: string) => table.rows.filter((row) => row.campaign_id === id);
  const title = courseTitle(drawn);
  return [card(context, { title, subtitle: t`Margin of the customers won, in sum, month by month, as a share of what the campaign cost; dashed: all of it, the campaign has paid back. Below each name margin and return to date; the campaigns that won most customers`, sources: [table, results], span: 12 },
    multiples(drawn.map((row) => ({
      name: row.label, figure: money(row.margin),
      change: { text: change(row.return_rate), isGood: row.return_rate === null ? undefined : row.return_rate >= 0 },
      points: ofCampaign(row.campaign_id).map((point) => ({ date: point.month_end, value: point.cost_share, before: 1 })),
    })), {
      label: title, format: percent0, isFull: true,
      rows: drawn.flatMap((row) => ofCampaign(row.campaign_id)),
      columns: [
        { label: t`Campaign`, value: (row: Course) => row.label },
        { label: t`Month`, value: (row: Course) => month(row.month_end) },
        { label: t`Customers won`, value: (row: Course) => row.customers },
        { label: t`Margin`, value: (row: Course) => row.margin, format: money },
        { label: t`Cost`, value: (row: Course) => row.cost, format: money },
        { label: t`Margin by cost`, value: (row: Course) => row.cost_share, format: percent0 },
      ],
    }))];
}

/** How many of the campaigns drawn have paid back, and the fastest of them. */
export function courseTitle(rows: Pick<Result, "campaign_id" | "label" | "payback_days">[]): string {
  const back = rows.filter(({ payback_days: days }) => days !== null).sort((a, b) => a.payback_days! - b.payback_days! || (a.campaign_id < b.campaign_id ? -1 : 1));
  const [fastest] = back;
  if (fastest && back.length === 1 && rows.length > 1) return t`One of ${count(rows.length, "campaign")} drawn has paid back: ${fastest.label} after ${count(fastest.payback_days, "day")}`;
  return fastest ? t`${integer(back.length)} of ${count(rows.length, "campaign")} drawn have paid back, ${fastest.label} after ${count(fastest.payback_days, "day")}`
    : rows.length === 1 ? t`${rows[0]!.label} has not paid back yet` : t`None of the ${count(rows.length, "campaign")} drawn has paid back yet`;
}

/** What a customer left after so many days against what it cost. */
export function horizons(context: Context, results: Table<Result>): Element[] {
  const { money } = context;
  const table = context.read<Return>("campaigns_returns");
  const ids = winning(results.rows).filter(({ customers_won: own, cost }) => own > 0 && cost !== null).sort((a, b) => b.cost! - a.cost! || (a.campaign_id < b.campaign_id ? -1 : 1)).map(({ campaign_id: id }) => id);
  const rows = table.rows.filter(({ campaign_id: id }) => ids.includes(id));
  const days = [...new Set(rows.map((row) => row.days))].sort((a, b) => a - b);
  if (rows.every(({ margin_per_customer: margin }) => margin === null)) return [];
  const name = (id: string) => results.rows.find((row) => row.campaign_id === id)!;
  const without = winning(results.rows).filter(({ customers_won: own }) => own === 0).length;
  return [card(context, { title: horizonTitle(rows, days), subtitle: t`Margin of a customer won, so many days after its first order, with the return on the cost of winning it; below it the customers who have had so long`, sources: [table, results], span: 12 },
    heatMap(rows.map((row) => ({
      row: name(row.campaign_id).label, column: count(row.days, "day"), value: row.margin_per_customer,
      text: row.return_rate === null ? money(row.margin_per_customer) : t`${money(row.margin_per_customer)} (${change(row.return_rate)})`, detail: row.young_customers === 0 ? count(row.customers, "customer") : t`${count(row.customers, "customer")}, ${integer(row.young_customers)} too young`,
    })), {
      caption: t`Margin of a customer won by campaign and days since the first order`, rows: ids.map((id) => name(id).label), columns: days.map((own) => count(own, "day")), rowTitle: t`Campaign`, columnTitle: t`After`,
      total: { title: t`Cost of a customer`, text: (label) => money(results.rows.find((row) => row.label === label)?.cost_per_customer) },
    }),
    note(t`Too young: the first order is not so long ago yet. These customers are left out, and with them what they cost.`),
    without > 0 ? note(t`Campaigns that won nobody have no such customer, and no row: ${integer(without)}.`) : null)];
}

/** How many campaigns have their cost back after the longest time. */
export function horizonTitle(rows: Pick<Return, "days" | "return_rate">[], days: number[]): string {
  const known = days.map((own) => rows.filter((row) => row.days === own && row.return_rate !== null)).filter((list) => list.length > 0);
  const last = known.at(-1);
  if (!last) return t`What a customer won leaves in time`;
  const back = last.filter(({ return_rate: rate }) => rate! >= 0).length;
  const time = count(last[0]!.days, "day");
  return last.length === 1 ? (back === 1 ? t`After ${time} a customer has left what winning it cost` : t`After ${time} a customer has not left what winning it cost`)
    : t`After ${time} a customer has left what it cost in ${integer(back)} of ${count(last.length, "campaign")} that won any so long ago`;
}

/** How campaigns were received, and what customers that we had ordered by them. */
export function received(context: Context, table: Table<Result>): Element[] {
  const { money } = context;
  const rows = table.rows;
  const retention = rows.filter(({ existing_customers: existing }) => existing > 0);
  return [
    card(context, { title: existingTitle(rows, money), subtitle: t`Orders that name a campaign, of customers that it did not win: what they left, and the return with that of the customers won. At most, for nobody knows what they would have bought without it`, sources: [table], span: 12 },
      retention.length === 0 ? null : dataTable(retention, [
        { label: t`Campaign`, value: nameOf, isRowHeader: true },
        { label: t`Purpose`, value: (row) => (row.purpose === null ? null : purposeName(row.purpose)) },
        { label: t`Cost`, value: (row) => money(row.cost), number: (row) => row.cost, align: "right" },
        { label: t`Customers won`, value: (row) => integer(row.customers_won), align: "right" },
        { label: t`Customers who ordered`, value: (row) => integer(row.existing_customers), align: "right" },
        { label: t`Revenue`, value: (row) => money(row.existing_revenue), number: (row) => row.existing_revenue, align: "right" },
        { label: t`Margin`, value: (row) => money(row.existing_margin), number: (row) => row.existing_margin, align: "right" },
        { label: t`Return at most`, value: (row) => returned(row.whole_return_rate), number: (row) => row.whole_return_rate, align: "right" },
      ], { caption: t`Campaigns by the orders of customers that we had`, first: 10, noun: "campaign" })),
    card(context, { title: answerTitle(rows), subtitle: t`Persons reached, who answered or ordered, and who converted; who only opened a message has not answered`, sources: [table], span: 12 },
      dataTable(rows, [
        { label: t`Campaign`, value: nameOf, isRowHeader: true },
        { label: t`Time`, value: (row) => (row.end_date === null ? day(row.start_date) : t`${day(row.start_date)} to ${day(row.end_date)}`) },
        { label: t`Persons reached`, value: (row) => integer(row.reach), align: "right" },
        { label: t`Persons who answered`, value: (row) => integer(row.answered), align: "right" },
        { label: t`Share of those reached`, value: (row) => (row.answer_rate === null ? element("small", {}, phrase(row.answer_reason ?? "")) : percent(row.answer_rate)), number: (row) => row.answer_rate, align: "right" },
        { label: t`Converted`, value: (row) => (row.converted_rate === null ? integer(row.converted) : withNote(integer(row.converted), t`${percent0(row.converted_rate)} of them`)), number: (row) => row.converted, align: "right" },
        { label: t`Opted out`, value: (row) => integer(row.opted_out), align: "right" },
      ], { caption: t`Reach and answers of campaigns`, first: 10, noun: "campaign" })),
  ];
}

const purposeName = (purpose: string): string => (purpose === "acquisition" ? t`To win customers` : purpose === "retention" ? t`To keep customers` : t`To win and to keep`);

/** What orders of customers that we had brought, and which campaign lost most even with them. */
export function existingTitle(rows: Pick<Result, "campaign_id" | "label" | "existing_customers" | "whole_return_rate" | "cost">[], money: Context["money"]): string {
  if (!rows.some(({ existing_customers: existing }) => existing > 0)) return t`No customer that we had ordered by a campaign`;
  const judged = rows.filter(({ whole_return_rate: rate, existing_customers: existing }) => rate !== null && existing > 0).sort((a, b) => a.whole_return_rate! - b.whole_return_rate! || (a.campaign_id < b.campaign_id ? -1 : 1));
  const losing = judged.filter(({ whole_return_rate: rate }) => rate! < 0);
  const [worst] = losing;
  if (!worst) return t`With the orders of customers that we had, every campaign has brought more than it cost`;
  return losing.length === 1 ? t`Even with the orders of customers that we had, ${worst.label} has not brought what it cost (${money(worst.cost)})`
    : t`Even with the orders of customers that we had, ${integer(losing.length)} of ${count(judged.length, "campaign")} have not brought what they cost; ${worst.label} least: ${change(worst.whole_return_rate)}`;
}

/** The campaigns that were answered most and least of those whose reach is known, where chance does not explain it. */
export function answerTitle(rows: Pick<Result, "campaign_id" | "label" | "answer_rate" | "answer_low" | "answer_high">[]): string {
  const known = rows.filter(({ answer_rate: rate }) => rate !== null).sort((a, b) => b.answer_rate! - a.answer_rate! || (a.campaign_id < b.campaign_id ? -1 : 1));
  const [best, worst] = [known[0], known.at(-1)];
  if (!best || !worst) return t`How campaigns were received`;
  if (best !== worst && !(best.answer_low! > worst.answer_high!)) return t`No campaign was answered more than chance explains`;
  return best === worst ? t`${percent(best.answer_rate)} of those reached answered ${best.label}` : t`${percent(best.answer_rate)} of those reached answered ${best.label}, ${percent(worst.answer_rate)} ${worst.label}`;
}
