import { alarm } from "../components/alarm.js";
import { card } from "../components/card.js";
import { customerLink } from "../components/customerLink.js";
import { dataTable } from "../components/dataTable.js";
import { emptyState } from "../components/emptyState.js";
import { groupLink } from "../components/groupLink.js";
import { heading, note } from "../components/heading.js";
import { kpi } from "../components/kpi.js";
import { rankedBars } from "../components/rankedBars.js";
import { element } from "../lib/element.js";
import { count, day, daysAgo, decimal1, integer, list, percent, percent0, readable, sentence, words } from "../lib/format.js";
import { msg, phrase, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { named } from "./composition/cells.js";
import { evidence } from "./lifetime/evidence.js";
import type { Condition, LifetimeCustomer, LifetimeHeadline, LifetimeTier } from "./lifetime/rows.js";

export const lifetime: Page = {
  path: "lifetime",
  title: msg("Lifetime value"),
  question: msg("What will today's customers still bring, who brings most of it, and how far can that be trusted?"),
  follows: "nothing",
  render(context) {
    const headlines = context.read<LifetimeHeadline>("lifetime_headline");
    const [head] = headlines.rows;
    if (!head) return [emptyState(context, ["customers", "orders"], t`Lifetime value is what a customer has brought and what it is expected to bring, judged by how often, how lately and for how much it bought.`)];
    if (head.predicted_value === null) return [...heading(t`What is known`), missing(context, headlines, head), values(context, headlines, head, 12)];
    return [
      ...tiles(context, headlines, head), tiers(context, headlines, head), values(context, headlines, head, 5), customers(context, headlines),
      ...heading(t`How far to trust it`, t`The model was fitted to the purchases up to ${day(head.split_date)}, and is held against the ${integer(head.holdout_days)} days after, of which it knew nothing. Where it was chosen by them they speak for it a little too well, and they say less of the later of the ${integer(head.horizon_months)} months.`),
      ...evidence(context, headlines, head),
    ];
  },
};

/** The conditions that are not met, each with what there is and what it takes. */
function missing(context: Context, headlines: Table<LifetimeHeadline>, head: LifetimeHeadline): Element {
  const conditions = context.read<Condition>("prediction_conditions");
  const unmet = conditions.rows.filter(({ is_met }) => !is_met);
  const reason = unmet.length === 0 && head.reason ? [sentence(readable(head.reason))] : unmet.map((row) => sentence(readable(row.reason!)));
  return card(context, { title: t`Nothing is predicted: only the past is shown`, sources: [headlines, conditions], span: 12 }, ...reason.map(note),
    note(t`The conditions are settings.prediction and settings.value in project.yaml.`));
}

function tiles(context: Context, headlines: Table<LifetimeHeadline>, head: LifetimeHeadline): Element[] {
  const { money } = context;
  const [low, high] = [money(head.predicted_low), money(head.predicted_high)];
  const discount = percent(head.discount_rate);
  const basis = head.basis === "margin" ? t`Margin, less ${discount} for each month ahead.` : t`Revenue, less ${discount} for each month ahead.`;
  const range = head.is_near === false ? t`Expected between ${low} and ${high} if the model holds, ${money(head.predicted_as_tried)} if customers go on as in the last ${integer(head.holdout_days)} days`
    : t`Expected between ${low} and ${high} if the model holds`;
  return [
    kpi(context, {
      label: t`Still to come in ${integer(head.horizon_months)} months`, value: money(head.predicted_value), sources: [headlines],
      note: `${basis} ${range}`,
    }),
    kpi(context, { label: t`Lifetime value`, value: money(head.historical_value === null ? null : head.historical_value + head.predicted_value!), sources: [headlines], note: head.basis === "margin" ? t`${money(head.historical_value)} to date, after what customers cost; and what is still to come, before that` : t`${money(head.historical_value)} to date, and what is still to come` }),
    kpi(context, { label: t`Purchases in the next 365 days`, value: integer(head.year_purchases), sources: [headlines], note: t`Expected of all ${integer(head.customers)} who ever ordered; about ${integer(head.alive_customers)} of them may order again, however long they have been silent` }),
    kpi(context, { label: t`Tested on the last ${integer(head.holdout_days)} days`, value: deviation(head), sources: [headlines], note: trust(context, head) }),
  ];
}

/** How many purchases too many or too few were expected. */
function deviation({ deviation_rate: rate }: LifetimeHeadline): string {
  if (rate === null) return "–";
  if (percent0(Math.abs(rate)) === percent0(0)) return t`on the mark`;
  return rate > 0 ? t`${percent0(rate)} too many` : t`${percent0(-rate)} too few`;
}

/** What that means for the predictions, in plain words. */
function trust({ money }: Context, head: LifetimeHeadline): string {
  if (head.is_near === null) return t`Nobody bought in that time: how far to trust the predictions cannot be said.`;
  const [expected, came] = [integer(head.holdout_expected), integer(head.holdout_purchases)];
  const facts = head.value_deviation_rate === null ? t`${expected} purchases expected, ${came} came.`
    : t`${expected} purchases expected, ${came} came; ${money(head.holdout_expected_value)} expected of them, ${money(head.holdout_value)} came.`;
  if (!head.is_near) {
    const rather = money(head.predicted_as_tried);
    return head.predicted_as_tried! < head.predicted_value! ? t`${facts} If that goes on, only ${rather} is still to come.` : t`${facts} If that goes on, ${rather} is still to come.`;
  }
  return head.is_best ? t`${facts} The predictions can be trusted.` : t`${facts} The total can be trusted; for a single customer its own past says as much.`;
}

function tiers(context: Context, headlines: Table<LifetimeHeadline>, head: LifetimeHeadline): Element {
  const table = context.read<LifetimeTier>("lifetime_tiers");
  const { money } = context;
  const [top] = table.rows;
  const none = t`bought nothing in ${count(context.windowDays, "day")}`;
  const name = (row: LifetimeTier) => (row.tier === "none" ? t`No tier` : groupLink(words(row.tier), { tier: row.tier }, row.customers));
  const title = top ? tierTitle(top) : t`What is still to come, by tier`;
  return card(context, { title, subtitle: head.basis === "margin" ? t`Margin by tier of the last ${count(context.windowDays, "day")}` : t`Revenue by tier of the last ${count(context.windowDays, "day")}`, sources: [table, headlines], span: 7 },
    dataTable(table.rows, [
      { label: t`Tier`, value: (row) => named(name(row), row.tier === "none" ? none : null), isRowHeader: true },
      { label: t`Customers`, value: (row) => named(integer(row.customers), row.alive_customers === null ? null : t`${integer(row.alive_customers)} still there`), align: "right" },
      { label: t`To date`, value: (row) => money(row.historical_value), align: "right" },
      { label: t`Still to come`, value: (row) => named(money(row.predicted_value), row.mean_predicted_value === null ? null : t`${money(row.mean_predicted_value)} each`), align: "right", bar: (row) => row.predicted_share },
    ], { caption: t`What is still to come, by tier` }));
}

function tierTitle({ tier, customers, predicted_share: share }: LifetimeTier): string {
  if (tier === "none" || share === null) return t`What is still to come, by tier`;
  return customers === 1 ? t`1 ${phrase(tier)} customer is expected to bring ${percent0(share)} of what is still to come`
    : t`${integer(customers)} ${phrase(tier)} customers are expected to bring ${percent0(share)} of what is still to come`;
}

/** What was, what would be at today's pattern, what is predicted and what could be added, one beside the other. */
function values(context: Context, headlines: Table<LifetimeHeadline>, head: LifetimeHeadline, span: 5 | 12): Element {
  const { money } = context;
  const months = count(head.horizon_months, "month");
  const rows = [
    { name: t`Historical value`, value: head.historical_value, meaning: head.basis === "margin" ? t`margin to date, less what customers cost` : t`revenue to date` },
    { name: t`Current value`, value: head.current_value, meaning: t`${months} more like the last ${count(head.pattern_days, "day")}` },
    { name: t`Still to come`, value: head.predicted_value, meaning: t`${months}, less those who leave` },
    { name: t`Potential value`, value: head.potential_value, meaning: t`what similar customers buy besides, in ${count(context.windowDays, "day")}` },
  ].filter(({ value }) => value !== null);
  const lost = head.predicted_value !== null && head.current_value ? 1 - head.predicted_value / head.current_value : null;
  const title = lost !== null && lost > 0.005 ? t`${percent0(lost)} less is still to come than if all went on as in the last ${count(head.pattern_days, "day")}` : t`What makes up the value of the customers`;
  return card(context, { title, sources: [headlines], span },
    rankedBars(rows, {
      groupTitle: t`Value`, figureTitle: t`All customers`, caption: t`What makes up the value of the customers`,
      label: (row) => named(row.name, row.meaning), figure: { value: (row) => row.value, text: (row) => money(row.value) },
    }),
    head.potential_value === null ? note(t`Potential value, what cross-selling could add, needs order lines with their products.`) : note(t`Potential value: for each category that a customer does not buy, the share of similar customers who do, times what each of them brings by it.`));
}

/** Whoever ordered today is a customer for all that a model can tell; nobody is one for sure. */
const SUREST = 0.999;

function customers(context: Context, headlines: Table<LifetimeHeadline>): Element {
  const table = context.read<LifetimeCustomer>("lifetime_customers");
  const { money } = context;
  const below = (row: LifetimeCustomer) => [row.tier ? t`${words(row.tier)} tier` : words(row.kind), row.region].filter(Boolean).join(" · ");
  const doubtful = table.rows.filter(({ alive_probability }) => alive_probability < 0.5);
  const title = doubtful.length > 0 ? t`Call first: ${list(doubtful.slice(0, 3).map(({ label }) => label))} would bring much, and may be gone`
    : t`Keep these first: they are to bring most`;
  return card(context, { title, subtitle: t`Customers by what is still to come; below it the interval of the expectation`, sources: [table, headlines], span: 12 },
    dataTable(table.rows, [
      { label: t`Customer`, value: (row) => element("span", {}, named(customerLink(row.label, row.customer_key), below(row)), alarm(row)), isRowHeader: true },
      { label: t`Still to come`, value: (row) => named(money(row.predicted_value), t`${money(row.predicted_low)} to ${money(row.predicted_high)}`), number: (row) => row.predicted_value, align: "right" },
      { label: t`To date`, value: (row) => money(row.historical_value), align: "right" },
      { label: t`Purchases in 365 days`, value: (row) => decimal1(row.year_purchases), align: "right" },
      { label: t`Revenue of each`, value: (row) => money(row.expected_spend), align: "right" },
      { label: t`Still a customer`, value: (row) => percent0(Math.min(row.alive_probability, SUREST)), number: (row) => row.alive_probability, align: "right" },
      { label: t`Last order`, value: (row) => daysAgo(row.recency_days), number: (row) => row.recency_days, align: "right" },
      { label: t`Could add`, value: (row) => money(row.potential_value), align: "right" },
      { label: t`Account manager`, value: (row) => row.owner },
    ], { caption: t`Customers of whom most is still to come`, first: 8, noun: "customer", empty: t`No customer fits.` }),
    note(t`The interval is that of the expectation. What a single customer does will differ from it by more.`));
}
