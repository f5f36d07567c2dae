import * as d3 from "d3";
import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { heading, note } from "../../components/heading.js";
import { kpi } from "../../components/kpi.js";
import { trend } from "../../components/trend.js";
import { change, count, day, decimal1, daysAgo, decimal2, integer, list, moneyFormats, month, percent, percent0, readable, sentence, words } from "../../lib/format.js";
import { isoDate } from "../../lib/isoDate.js";
import { language, msg, phrase, t } from "../../lib/language.js";
import type { AnyTable, Context } from "../../lib/page.js";
import { valueName } from "../../lib/valueName.js";
import { addressValue } from "../../selection/selection.js";
import { eventsOf } from "../events.js";
import { loyaltyName } from "../satisfaction/words.js";
import { reasons } from "../solvency/words.js";
import type { CustomerEvent, CustomerFile, CustomerInvoice, CustomerOrder, CustomerParts, CustomerQuarter, CustomerStatement } from "./rows.js";

/** Everything that is known of one customer, the next step first. */
export function customerSections(context: Context, parts: CustomerParts): Element[] {
  const [file] = parts.customer_file;
  if (!file) return [];
  return [
    ...nextStep(context, file),
    ...tiles(context, file),
    ...history(context, file, parts.customer_quarters),
    ...outlook(context, file),
    ...place(context, file),
    ...experience(context, file),
    ...solvency(context, file, parts),
    ...happened(context, parts.customer_history),
    ...orders(context, parts.customer_orders),
    ...fileFacts(context, file),
  ];
}

/** Exports by name, for the way from a number to its definition. */
const source = (name: keyof CustomerParts): AnyTable => ({ name, path: "", columns: [], marts: [], scope: "selection" });

/** What kind of customer it is, in one line. */
export function customerLine(file: CustomerFile): string {
  const since = file.first_deal_date ?? file.first_order_date;
  return [
    words(file.kind), valueName(file.industry, "industry"), list([file.region, file.country].filter((name): name is string => name !== null)),
    file.owner === null ? null : t`looked after by ${file.owner}`, since === null ? null : t`customer since ${day(since)}`,
  ].filter((part) => part !== null && part !== "").join(" · ");
}

function nextStep(context: Context, file: CustomerFile): Element[] {
  if (file.next_step === null) return [];
  const subtitle = [stepReason(file), ...stepFacts(context, file)].join(" · ");
  return [...heading(t`Next step`), card(context, { title: sentence(file.next_step), subtitle, sources: [source("customer_file")], span: 12 })];
}

/** The figures that a reason rests on. */
function stepFacts({ moneyWhole: money, windowDays }: Context, file: CustomerFile): string[] {
  switch (file.next_step_reason) {
    case "no further credit but orders":
    case "no further credit":
    case "seriously overdue":
      return [
        ...(file.grade === null ? [] : [t`credit grade ${words(file.grade)}`]),
        ...(file.overdue_amount ? [t`${money(file.overdue_amount)} overdue, the oldest by ${count(file.oldest_days_overdue, "day")}`] : []),
        ...(file.limit_use === null ? [] : [t`${percent0(file.limit_use)} of its credit limit used`]),
      ];
    case "makes a loss": return file.profit === null ? [] : [t`${money(-file.profit)} lost in ${integer(windowDays)} days`];
    default: return [];
  }
}

/** Why this is the next step: see marts.next_steps. */
function stepReason(file: CustomerFile): string {
  switch (file.next_step_reason) {
    case "no further credit but orders": return t`Why: it should get no further credit, and orders`;
    case "no further credit": return t`Why: it should get no further credit`;
    case "seriously overdue": return t`Why: it is seriously overdue`;
    case "makes a loss": return t`Why: it costs more than it brings`;
    case "lost": return t`Why: it bought before and buys no more`;
    case "poor file": return t`Why: its file is poor`;
    default: return t`Why: when it last bought, how often and how much`;
  }
}

function tiles(context: Context, file: CustomerFile): Element[] {
  const { moneyWhole: money, moneyChange } = context;
  const sources = [source("customer_file")];
  const changed = file.change === null ? undefined
    : { delta: t`${moneyChange(file.change)} against ${context.window.prior}`, isGood: file.change >= 0 };
  return [
    kpi(context, { label: t`Revenue, ${context.window.title}`, value: money(file.current_revenue), ...changed, sources,
      note: file.revenue_rank === null ? undefined : t`Rank ${integer(file.revenue_rank)} of all customers` }),
    kpi(context, { label: t`Last order`, value: daysAgo(file.recency_days), sources,
      note: t`${count(file.current_orders, "order")} in ${context.window.title}, ${integer(file.orders)} to date` }),
    kpi(context, { label: t`Profit, ${context.window.title}`, value: money(file.profit), sources,
      note: file.profit_class === null ? sentence(file.profit_reason ?? t`not known`) : t`${words(file.profit_class)} customer, ${percent0(file.profit_rate)} of revenue`,
      ...(file.profit !== null && file.profit < 0 ? { delta: t`▼ Costs more than it brings`, isGood: false } : {}) }),
    file.open_amount !== null
      ? kpi(context, { label: t`Owed to us`, value: money(file.open_amount), sources,
        ...(file.overdue_amount ? { delta: t`${money(file.overdue_amount)} overdue, the oldest by ${count(file.oldest_days_overdue, "day")}`, isGood: false } : { note: t`Nothing overdue` }) })
      : kpi(context, { label: t`Value to date`, value: money(file.historical_value), sources, note: t`Margin to date less what it cost to win and serve` }),
  ];
}

function history(context: Context, file: CustomerFile, quarters: CustomerQuarter[]): Element[] {
  if (quarters.length < 2) return [];
  const rate = file.prior_revenue !== null && file.prior_revenue > 0 && file.change !== null ? file.change / file.prior_revenue : null;
  const title = file.change === null || file.change === 0 ? t`Revenue by quarter`
    : rate === null ? t`${context.moneyChange(file.change)} against ${context.window.prior}`
      : t`${context.moneyChange(file.change)} (${change(rate)}) against ${context.window.prior}`;
  return [
    ...heading(t`How it has bought`),
    card(context, { title, subtitle: t`Revenue by quarter, net of returns`, sources: [source("customer_quarters")], span: 12 },
      trend([{ name: t`Revenue`, color: "series-1", points: everyQuarter(quarters, context.asOfDate).map(({ quarter, revenue }) => ({ date: quarter, value: revenue })) }],
        { label: title, format: context.money, isFull: true, annotations: eventsOf(context, [addressValue(file.region)]) })),
  ];
}

const quartersOfYear = d3.utcMonth.every(3)!;

/** Quarters without an order brought nothing, up to the last that is complete: who fell silent does not look as it did at its best. */
function everyQuarter(quarters: CustomerQuarter[], asOfDate: string): CustomerQuarter[] {
  const known = new Map(quarters.map((row) => [row.quarter, row]));
  const afterComplete = quartersOfYear.floor(d3.utcDay.offset(new Date(asOfDate), 1));
  const afterKnown = quartersOfYear.offset(new Date(quarters.at(-1)!.quarter), 1);
  return quartersOfYear.range(new Date(quarters[0]!.quarter), d3.max([afterComplete, afterKnown])!).map((date) => {
    const quarter = isoDate(Number(date));
    return known.get(quarter) ?? { quarter, orders: 0, revenue: 0, margin: null };
  });
}

/** Whether it may leave, and when its next order is due. */
function outlook(context: Context, file: CustomerFile): Element[] {
  const cards: Element[] = [];
  const span = file.churn_probability !== null && file.next_order_date !== null ? 6 : 12;
  if (file.churn_probability !== null) {
    const reasons = [file.reason_1, file.reason_2, file.reason_3].filter((reason) => reason !== null).map(readable);
    cards.push(card(context, {
      title: t`${percent0(file.churn_probability)} chance not to order in the next ${count(file.holdout_days, "day")}`,
      subtitle: t`A ${words(file.churn_band).toLowerCase()} chance, compared with all customers`, sources: [source("customer_file")], span,
    }, reasons.length === 0 ? null : note(t`What speaks for it: ${list(reasons)}.`)));
  }
  if (file.next_order_date !== null) {
    const isLate = file.next_order_state === "late";
    cards.push(card(context, {
      title: isLate ? t`Its next order is late: expected on ${day(file.next_order_date)}` : t`Next order expected around ${day(file.next_order_date)}`,
      subtitle: t`By its own rhythm: an order every ${count(Math.round(file.rhythm_days!), "day")}`, sources: [source("customer_file")], span,
    }, file.next_order_until === null ? null : note(nextOrderNote(context, file))));
  }
  if (file.predicted_value !== null) cards.push(stillToCome(context, file));
  return cards.length === 0 ? [] : [...heading(t`What to expect`), ...cards];
}

/** What it is still to bring, and what it could add. */
function stillToCome({ moneyWhole, ...context }: Context, file: CustomerFile): Element {
  return card(context, {
    title: t`${moneyWhole(file.predicted_value)} still to come in ${count(file.horizon_months, "month")}`,
    subtitle: t`Expected margin, or revenue where margins are not known; ${moneyWhole(file.predicted_low)} to ${moneyWhole(file.predicted_high)} is how sure the expectation is`,
    sources: [source("customer_file")], span: 12,
  }, note(t`${decimal1(file.year_purchases)} purchases expected in the next 365 days.`),
  file.potential_value ? note(t`Categories that it does not buy, and customers like it do, could add ${moneyWhole(file.potential_value)}.`) : null);
}

/** When its next order comes, of the days that are not over. */
function nextOrderNote({ asOfDate }: Context, { next_order_from: from, next_order_until: until }: CustomerFile): string {
  if (until! < asOfDate) return t`Most of such orders had come by ${day(until)}.`;
  return from! > asOfDate ? t`If it orders again, most likely between ${day(from)} and ${day(until)}.` : t`If it orders again, most likely by ${day(until)}.`;
}

/** Where it stands among the others. */
function place(context: Context, file: CustomerFile): Element[] {
  const scores = [file.recency_score, file.frequency_score, file.monetary_score];
  const segment = language() === "zh" && file.segment_zh ? file.segment_zh : file.segment === null ? null : words(file.segment);
  const rows: [name: string, value: string | null, meaning: string | null][] = [
    [t`Value tier`, file.tier === null ? sentence(file.tier_reason ?? "") : words(file.tier), file.prior_tier === file.tier ? file.tier_action
      : t`Before: ${file.prior_tier === null ? words(file.prior_tier_reason) : words(file.prior_tier)}`],
    [t`Segment`, segment, file.action],
    [t`RFM scores`, scores.includes(null) ? null : t`recency ${integer(scores[0])}, frequency ${integer(scores[1])}, amount ${integer(scores[2])} of 5`,
      file.named_segment === null ? null : language() === "zh" && file.class_zh ? `${words(file.named_segment)} · ${file.class_zh}` : `${words(file.named_segment)} · ${words(file.class)}`],
    [t`Cluster`, file.cluster_label === null ? null : words(file.cluster_label), null],
    [t`Profit`, file.profit_class === null ? null : words(file.profit_class), file.cost_to_serve === null ? null : t`${context.moneyWhole(file.cost_to_serve)} cost to serve`],
    [t`Change`, file.driver === null ? null : valueName(file.driver, "driver"), null],
    [t`State`, file.state === null ? null : stateOf(file.state), file.state_since === null ? null
      : file.previous_state === null ? t`since ${month(file.state_since)}` : t`since ${month(file.state_since)}, before: ${stateOf(file.previous_state)}`],
    [t`Loyalty`, file.loyalty === null || file.loyalty === "not known" ? null : loyaltyName(file.loyalty), file.answered_date === null ? null : t`by its answer of ${day(file.answered_date)} and how it buys`],
    [t`Relationship level`, file.relationship_level === null ? null : words(file.relationship_level), contactsText(file)],
  ];
  const shown = rows.filter(([, value]) => value !== null && value !== "");
  if (shown.length === 0) return [];
  return [
    ...heading(t`How it compares`),
    card(context, { title: t`Its place among all customers`, sources: [source("customer_file")], span: 12 },
      dataTable(shown, [
        { label: t`By`, value: ([name]) => name, isRowHeader: true },
        { label: t`Place`, value: ([, value]) => value },
        { label: t`What it means`, value: ([,, meaning]) => (meaning === null ? null : sentence(meaning)) },
      ], { caption: t`Its place among all customers` })),
  ];
}

/** Contacts that it should have had, and had. */
function contactsText(file: CustomerFile): string | null {
  if (file.contacts_due === null || file.contacts_made === null) return null;
  const made = t`${count(file.contacts_made, "contact")} of ${decimal1(file.contacts_due)} due`;
  return file.last_contact_date === null ? t`${made}; never contacted` : t`${made}; last on ${day(file.last_contact_date)}`;
}

/** How its orders were served, what it complained of and what it said of us; nothing where none of that is on record. */
function experience(context: Context, file: CustomerFile): Element[] {
  const { title: window } = context.window;
  const sources = [source("customer_file")];
  const cards: Element[] = [];
  if (file.due_orders !== null && (file.due_orders > 0 || file.short_orders)) {
    const late = file.late_orders ?? 0;
    cards.push(card(context, {
      title: late === 0 ? t`None of ${count(file.due_orders, "order")} came late` : t`${integer(late)} of ${count(file.due_orders, "order")} came late or are overdue`,
      subtitle: t`Orders of ${window} whose day has come`, sources, span: 6,
    }, file.short_orders === null ? null : note(file.short_orders === 0 ? t`All of them left whole, as far as that is on record.` : t`${count(file.short_orders, "order")} left incomplete.`)));
  }
  if (file.complaints !== null && (file.complaints > 0 || file.open_complaints)) {
    cards.push(card(context, {
      title: file.open_complaints ? t`${count(file.open_complaints, "complaint is", "complaints are")} not resolved` : t`All complaints are resolved`,
      subtitle: t`${count(file.complaints, "complaint")} in ${window}`, sources, span: 6,
    }));
  }
  if (file.answered_date !== null) {
    const said = [
      file.recommend_score === null ? null : t`would recommend us: ${integer(file.recommend_score)} of 10`,
      file.satisfaction_score === null ? null : t`satisfied: ${integer(file.satisfaction_score)} of 5`,
    ].filter((part) => part !== null);
    cards.push(card(context, {
      title: file.dissatisfied_since === null ? t`It said: ${list(said)}` : t`Dissatisfied since ${day(file.dissatisfied_since)}: ${list(said)}`,
      subtitle: t`Last answer, of ${day(file.answered_date)}`, sources, span: 6,
    }));
  }
  return cards.length === 0 ? [] : [...heading(t`How it is served, and what it says`), ...cards];
}

const eventNames: Record<CustomerEvent["kind"], string> = {
  "state": msg("State"), "contact": msg("Contact"), "request": msg("Request"), "complaint": msg("Complaint"), "answer": msg("Answer to a survey"),
  "failed order": msg("Failed order"), "return": msg("Return"),
};

/** What an event was about, in a line. */
function eventText(event: CustomerEvent): string {
  switch (event.kind) {
    case "state": return event.before === null ? stateOf(event.about!) : t`${stateOf(event.before)} → ${stateOf(event.about!)}`;
    case "answer": return [
      event.recommend_score === null ? null : t`would recommend us: ${integer(event.recommend_score)} of 10`,
      event.satisfaction_score === null ? null : t`satisfied: ${integer(event.satisfaction_score)} of 5`,
    ].filter((part) => part !== null).join(" · ");
    case "request": case "complaint": {
      const about = event.about === null ? t`about nothing named` : words(event.about);
      return event.is_open ? t`${about}; open for ${count(event.days, "day")}` : event.days === null ? about : t`${about}; resolved after ${count(event.days, "day")}`;
    }
    case "failed order": return event.days === null ? words(event.about) : t`${words(event.about)}, ${count(event.days, "day")} late`;
    default: return event.about === null ? t`about nothing named` : words(event.about);
  }
}

/** What passed between it and us, the newest first. */
function happened(context: Context, events: CustomerEvent[]): Element[] {
  if (events.length === 0) return [];
  return [
    ...heading(t`Its history with us`),
    card(context, { title: t`The latest ${count(events.length, "event")}`, subtitle: t`States, contacts, requests, complaints, answers, failed orders and returns`, sources: [source("customer_history")], span: 12 },
      dataTable(events, [
        { label: t`Date`, value: (event) => day(event.event_date), isRowHeader: true },
        { label: t`Event`, value: (event) => phrase(eventNames[event.kind]) },
        { label: t`What about`, value: (event) => eventText(event) },
      ], { caption: t`Its history with us, the newest first`, first: 10, noun: "event" })),
  ];
}

/** A state as of one customer. */
const stateOf = (state: string): string => words(state);

function solvency(context: Context, file: CustomerFile, parts: CustomerParts): Element[] {
  const cards: Element[] = [];
  if (file.grade !== null) {
    cards.push(card(context, {
      title: file.altman_zone === null ? t`Credit grade ${words(file.grade)}` : t`Credit grade ${words(file.grade)}, Altman zone ${words(file.altman_zone)}`,
      subtitle: file.period_end === null ? t`No statement is known` : t`By the statement of ${day(file.period_end)}, ${count(file.age_months, "month")} old`,
      sources: [source("customer_file")], span: 6,
    },
    file.reasons === null ? null : note(reasons(file.reasons).map(sentence).join(language() === "zh" ? "" : " ")),
    html`<dl class="advice">${([[t`Terms`, file.terms], [t`Limit`, file.limit_advice], [t`Prepayment`, file.prepayment]] as const).map(([name, value]) =>
      (value === null ? null : html.fragment`<div><dt>${name}</dt><dd>${sentence(value)}</dd></div>`))}</dl>`,
    file.limit_use === null ? null : note(t`${percent0(file.limit_use)} of the credit limit of ${context.moneyWhole(file.credit_limit)} is used.`)));
  }
  if (parts.customer_invoices.length > 0) cards.push(invoices(context, parts.customer_invoices));
  if (parts.customer_statements.length > 0) cards.push(statements(context, parts.customer_statements));
  return cards.length === 0 ? [] : [...heading(t`Can it pay?`), ...cards];
}

function invoices(context: Context, rows: CustomerInvoice[]): Element {
  const late = rows.filter((row) => (row.days_overdue ?? 0) > 0).length;
  return card(context, { title: late === 0 ? t`No open invoice is overdue` : t`${integer(late)} of ${count(rows.length, "open invoice")} overdue`, sources: [source("customer_invoices")], span: 6 },
    dataTable(rows, [
      { label: t`Invoice`, value: (row) => html`<span translate="no">${row.invoice_id}</span>`, isRowHeader: true },
      { label: t`Open`, value: (row) => context.moneyWhole(row.open_amount), align: "right" },
      { label: t`Due`, value: (row) => day(row.due_date), align: "right" },
      { label: t`Days overdue`, value: (row) => ((row.days_overdue ?? 0) > 0 ? integer(row.days_overdue) : t`not due`), number: (row) => Math.max(0, row.days_overdue ?? 0), align: "right" },
    ], { caption: t`Open invoices, those due first` }));
}

function statements(context: Context, rows: CustomerStatement[]): Element {
  return card(context, { title: t`Its statements`, subtitle: t`Amounts in the currency of the statement`, sources: [source("customer_statements")], span: 12 },
    dataTable(rows, [
      { label: t`Period to`, value: (row) => day(row.period_end), isRowHeader: true },
      { label: t`Grade`, value: (row) => (row.grade === null ? null : words(row.grade)) },
      { label: t`Revenue of the period`, value: (row) => moneyFormats(row.currency, "code").money(row.revenue), align: "right" },
      { label: t`Net income`, value: (row) => moneyFormats(row.currency, "code").money(row.net_income), align: "right" },
      { label: t`Current ratio`, value: (row) => decimal2(row.current_ratio), align: "right" },
      { label: t`Quick ratio`, value: (row) => decimal2(row.quick_ratio), align: "right" },
      { label: t`Equity ratio`, value: (row) => percent0(row.equity_ratio), align: "right" },
      { label: t`Interest coverage`, value: (row) => decimal2(row.interest_coverage), align: "right" },
      { label: t`Net margin`, value: (row) => percent(row.net_margin), align: "right" },
    ], { caption: t`Statements, the latest first` }));
}

function orders(context: Context, rows: CustomerOrder[]): Element[] {
  if (rows.length === 0) return [];
  const hasMargin = rows.some((row) => row.margin !== null);
  return [
    ...heading(t`Its orders`),
    card(context, { title: t`The latest ${count(rows.length, "order and refund", "orders and refunds")}`, sources: [source("customer_orders")], span: 12 },
      dataTable(rows, [
        { label: t`Date`, value: (row) => day(row.order_date), isRowHeader: true },
        { label: t`Revenue`, value: (row) => context.moneyWhole(row.revenue), align: "right" },
        ...(hasMargin ? [{ label: t`Margin`, value: (row: CustomerOrder) => context.moneyWhole(row.margin), align: "right" as const }] : []),
        { label: t`Channel`, value: (row) => valueName(row.channel, "channel") },
        { label: t`Type`, value: (row) => (row.orders === 0 ? t`Refund` : t`Order`) },
      ], { caption: t`Orders and refunds, the latest first`, first: 8, noun: "order" })),
  ];
}

function fileFacts(context: Context, file: CustomerFile): Element[] {
  const facts: [string, string | null][] = [
    [t`Kind`, words(file.kind)], [t`Region`, file.region], [t`Country`, file.country], [t`Industry`, valueName(file.industry, "industry")], [t`Company size`, valueName(file.company_size, "company_size")],
    [t`Channel`, valueName(file.channel, "channel")], [t`Won through`, valueName(file.source, "source")], [t`Won by the campaign`, file.campaign], [t`Account manager`, file.owner],
    [t`First order`, file.first_order_date && day(file.first_order_date)],
    [t`Missing in the file`, file.missing_fields && fields(file.missing_fields)], [t`Wrong in the file`, file.wrong_fields && fields(file.wrong_fields)],
  ];
  const title = file.quality_score === null ? t`What its file says`
    : t`Its file scores ${integer(file.quality_score)} of 100${file.completeness_rate === null ? "" : t`; ${percent0(file.completeness_rate)} of it is filled in`}`;
  return [
    ...heading(t`Its file`),
    card(context, { title, subtitle: file.file_age_days === null ? undefined : t`Confirmed, or heard from, ${daysAgo(file.file_age_days)}`, sources: [source("customer_file")], span: 12 },
      html`<dl class="file-facts">${facts.filter(([, value]) => value).map(([name, value]) => html.fragment`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`),
  ];
}

/** Names of fields, as the data lists them. */
const fields = (names: string) => list(names.split(/,\s*/).map((name) => words(name)));
