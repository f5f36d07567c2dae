import { html } from "htl";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { note } from "../../components/heading.js";
import { trend } from "../../components/trend.js";
import { change, count, day, decimal1, decimal2, decimal3, integer, percent0, readable, sentence } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import { named } from "../composition/cells.js";
import { eventsOf } from "../events.js";
import type { ByFrequency, ByTenth, CoursePoint, Forecast, HoldoutPoint, LifetimeHeadline, ModelEvidence, PurchaseCount, SpendEvidence } from "./rows.js";

/** How far to trust what is predicted: what the model said before the hold-out, and what then came. */
export function evidence(context: Context, headlines: Table<LifetimeHeadline>, head: LifetimeHeadline): Element[] {
  return [course(context, headlines, head), forecasts(context, head), analysts(context, head)];
}

function course(context: Context, headlines: Table<LifetimeHeadline>, head: LifetimeHeadline): Element {
  const table = context.read<HoldoutPoint>("fit_holdout_course");
  const title = courseTitle(head);
  return card(context, { title, subtitle: t`Purchases since ${day(head.split_date)} by those who were customers then; dashed: what the model expected`, sources: [table, headlines], span: 7 },
    actualAndExpected(context, table.rows, title));
}

function actualAndExpected(context: Context, rows: HoldoutPoint[], label: string): HTMLElement {
  return trend([
    { name: t`Actual`, points: rows.map(({ week_end: date, purchases: value }) => ({ date, value })) },
    { name: t`By the model`, points: rows.map(({ week_end: date, expected_purchases: value }) => ({ date, value })), color: "series-2", isDashed: true },
  ], { label, format: integer, annotations: eventsOf(context) });
}

function courseTitle({ is_near: isNear, deviation_rate: rate, holdout_days: days }: LifetimeHeadline): string {
  const last = integer(days);
  if (rate === null) return t`Nobody bought in the last ${last} days`;
  if (isNear) return t`The last ${last} days came as expected`;
  return rate > 0 ? t`In the last ${last} days customers bought ${percent0(rate / (1 + rate))} less than expected`
    : t`In the last ${last} days customers bought ${percent0(-rate / (1 + rate))} more than expected`;
}

const forecastNames = () => ({ model: t`The model`, "own rate": t`Each at its own rate`, "same again": t`The same again` }) as Record<string, string>;
const forecastMeanings = () => ({ "own rate": t`purchases to date by time as a customer`, "same again": t`as many as in the same time before` }) as Record<string, string | undefined>;

function forecasts(context: Context, head: LifetimeHeadline): Element {
  const table = context.read<Forecast>("fit_forecasts");
  const title = head.is_best ? t`The model comes nearer to single customers than two simple rules` : t`A simple rule comes about as near to single customers as the model`;
  return card(context, { title, subtitle: t`Purchases of the last ${integer(head.holdout_days)} days, as each would have predicted them`, sources: [table], span: 5 },
    dataTable(table.rows, [
      { label: t`Forecast`, value: (row) => named(forecastNames()[row.forecast]!, forecastMeanings()[row.forecast] ?? null), isRowHeader: true },
      { label: t`Predicted`, value: (row) => integer(row.expected_purchases), align: "right" },
      { label: t`Deviation`, value: (row) => change(row.deviation_rate), align: "right" },
      { label: t`Error per customer`, value: (row) => decimal2(row.root_mean_square), align: "right" },
    ], { caption: t`Forecasts, and how far they were off` }),
    note(t`There were ${integer(table.rows[0]?.purchases)}. Error per customer: purchases too many or too few, the root of the mean square.`));
}

/** What else the model is held against, and what the fits rest on, folded up. */
function analysts(context: Context, head: LifetimeHeadline): Element {
  return disclosure(html`<h2>${t`For analysts`}</h2>`, { id: "fits", detail: t`By number of purchases and by how sure the model was; the models and their parameters` },
    html`<div class="page">${[counts(context, head), frequencies(context, head), tenths(context, head), longCourse(context), models(context, head)]}</div>`);
}

const many = (frequency: number) => (frequency === 7 ? t`7 and more` : integer(frequency));

function counts(context: Context, head: LifetimeHeadline): Element {
  const table = context.read<PurchaseCount>("fit_purchase_counts");
  return card(context, { title: t`Customers by number of repeat purchases`, subtitle: t`Up to ${day(head.split_date)}; where the model fits, both numbers are about the same`, sources: [table], span: 6 },
    dataTable(table.rows, [
      { label: t`Repeat purchases`, value: (row) => many(row.frequency), isRowHeader: true },
      { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
      { label: t`By the model`, value: (row) => integer(row.expected_customers), align: "right" },
    ], { caption: t`Customers by number of repeat purchases` }));
}

function frequencies(context: Context, head: LifetimeHeadline): Element {
  const table = context.read<ByFrequency>("fit_by_frequency");
  return card(context, { title: t`Purchases, by how often they had bought before`, subtitle: t`Purchases per customer in the last ${integer(head.holdout_days)} days, and what the model expected`, sources: [table], span: 6 },
    dataTable(table.rows, [
      { label: t`Repeat purchases before`, value: (row) => many(row.frequency), isRowHeader: true },
      { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
      { label: t`Actual`, value: (row) => decimal2(row.mean_purchases), align: "right" },
      { label: t`By the model`, value: (row) => decimal2(row.expected_purchases), align: "right" },
    ], { caption: t`Purchases by repeat purchases before` }));
}

function tenths(context: Context, head: LifetimeHeadline): Element {
  const table = context.read<ByTenth>("fit_by_alive_tenth");
  return card(context, { title: t`Who bought, by how sure the model was of them`, subtitle: t`Tenths of the customers, those most likely still customers first; share who bought in the last ${integer(head.holdout_days)} days`, sources: [table], span: 7 },
    dataTable(table.rows, [
      { label: t`Tenth`, value: (row) => integer(row.tenth), isRowHeader: true },
      { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
      { label: t`Still a customer`, value: (row) => percent0(row.alive_probability), align: "right" },
      { label: t`Bought`, value: (row) => named(percent0(row.bought_rate), t`${percent0(row.bought_low)} to ${percent0(row.bought_high)}`), align: "right", number: (row) => row.bought_rate, bar: (row) => row.bought_rate },
      { label: t`By the model`, value: (row) => percent0(row.expected_bought_rate), align: "right" },
      { label: t`Times the mean`, value: (row) => decimal1(row.lift), align: "right" },
    ], { caption: t`Who bought, by tenth` }),
    table.rows.length < 10 && table.rows.length > 0 ? note(t`Customers of whom the model is equally sure stay together, so that a tenth may hold more and the next be missing.`) : null,
    head.model === "BG/NBD" ? note(t`By this model customers leave only after a purchase that is not their first: whoever bought once stands among the first here, and buys least.`) : null);
}

function longCourse(context: Context): Element {
  const table = context.read<CoursePoint>("fit_purchase_course");
  const title = t`Repeat purchases since the records began, and those the model expects of new customers`;
  return card(context, { title, sources: [table], span: 5 }, actualAndExpected(context, table.rows, title),
    note(t`Customers who had bought before the records began look new here: their purchases then lie above what is expected.`));
}

function models(context: Context, head: LifetimeHeadline): Element {
  const table = context.read<ModelEvidence>("repeat_buying_evidence");
  const spend = context.read<SpendEvidence>("spend_evidence");
  const [money] = spend.rows;
  return card(context, { title: t`The models: purchases by ${head.model ?? "–"}, spend by Gamma-Gamma`, subtitle: t`Fitted by maximum likelihood to ${count(head.customers, "customer")}; the verdict says which is used, and why`, sources: [table, spend], span: 12 },
    dataTable(table.rows, [
      { label: t`Model`, value: (row) => row.model, isRowHeader: true },
      { label: t`Verdict`, value: (row) => readable(row.reason) },
      { label: t`Log-likelihood, held-out days`, value: (row) => decimal1(row.holdout_log_likelihood), align: "right" },
      { label: t`Log-likelihood`, value: (row) => decimal1(row.log_likelihood), align: "right" },
      { label: "AIC", value: (row) => decimal1(row.aic), align: "right" },
      { label: "BIC", value: (row) => decimal1(row.bic), align: "right" },
      { label: t`Parameters, in weeks`, value: (row) => row.parameters },
    ], { caption: t`Models of repeat buying` }),
    ...(money ? spendWords(context, money).map(note) : []),
    note(t`A fit counts where its gradient is 0 and its Hessian positive definite; ± is the standard error.`));
}

function spendWords(context: Context, row: SpendEvidence): string[] {
  const fit = row.p === null ? "" : t`Gamma-Gamma: p ${decimal3(row.p)} ± ${decimal3(row.p_error)}, q ${decimal3(row.q)} ± ${decimal3(row.q_error)}, gamma ${context.money(row.gamma)}; log-likelihood ${decimal1(row.log_likelihood)}.`;
  const link = row.correlation === null ? ""
    : t`Number of purchases and spend correlate by ${decimal2(row.correlation)} (${decimal2(row.correlation_low)} to ${decimal2(row.correlation_high)}); up to ${decimal2(row.spend_correlation_limit)}, up or down, the model may be used.`;
  return [fit, link, row.reason ? sentence(readable(row.reason)) : ""].filter(Boolean);
}
