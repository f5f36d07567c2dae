import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { note } from "../../components/heading.js";
import { trend } from "../../components/trend.js";
import { count, decimal2, integer, MISSING, month, percent, type Format } from "../../lib/format.js";
import { phrase, t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { Measure, Model, Month, Outlook, Test } from "./rows.js";
import { formatOf, MEASURES, measureName, modelName, trust } from "./words.js";

/** How far a forecast can be trusted: what it would have said a year ago, and how far off it was in the test. */
export function evidence(context: Context, outlooks: Table<Outlook>): Element[] {
  const tested = MEASURES.map((measure) => outlooks.rows.find((row) => row.measure === measure)!).filter(({ tests }) => tests !== null);
  return [...tested.map((outlook) => hindcast(context, outlooks, outlook)), ...(tested.length > 0 ? [models(context, tested)] : [])];
}

/** The latest months as they would have been forecast before them, against what came; and the errors of all such tests. */
function hindcast(context: Context, outlooks: Table<Outlook>, outlook: Outlook): Element {
  const table = context.read<Month>("forecast_months");
  const tests = context.read<Test>("forecast_tests");
  const rows = table.rows.filter((row) => row.measure === outlook.measure && row.actual !== null).slice(-24);
  const format = formatOf(context, outlook.measure);
  const title = hindcastTitle(outlook, format);
  return card(context, { title, subtitle: t`Fitted to the months before alone; which model is taken was judged by these months too`, sources: [table, outlooks, tests], span: 6 },
    trend([
      { name: t`Would have said`, color: "series-2", isDashed: true, points: rows.map((row) => ({ date: row.month, value: row.hindcast })) },
      { name: measureName(outlook.measure), color: "series-1", points: rows.map((row) => ({ date: row.month, value: row.actual })) },
    ], { label: title, format }),
    outlook.grade === null ? null : note(trust(outlook)),
    errors(tests.rows.filter((row) => row.measure === outlook.measure), outlook));
}

function hindcastTitle({ measure, hindcast_months: months, hindcast_value: said, hindcast_actual: came, hindcast_error: error }: Outlook, format: Format): string {
  const isRevenue = measure === "revenue";
  if (error === null) return isRevenue ? t`What the forecast of revenue would have said before these months` : t`What the forecast of orders would have said before these months`;
  const off = Math.abs(error) < 0.0005 ? t`exactly right` : error > 0 ? t`${percent(error)} too high` : t`${percent(-error)} too low`;
  return isRevenue ? t`${count(months, "month")} ago it would have said ${format(said)} of revenue; ${format(came)} came: ${off}`
    : t`${count(months, "month")} ago it would have said ${format(said)} orders; ${format(came)} came: ${off}`;
}

/** How far off the forecasts of the test were, by how far ahead they looked. */
function errors(rows: Test[], outlook: Outlook): Element {
  const most = Math.max(...rows.map((row) => row.wape ?? 0), 0) || 1;
  const caption = outlook.measure === "revenue" ? t`How far off forecasts of revenue were, by months ahead` : t`How far off forecasts of orders were, by months ahead`;
  return disclosure(t`How far off, by months ahead`, { detail: t`${count(outlook.tests, "test")}, against the same month a year before` },
    note(t`At the end of each of the latest months forecast anew, from the months before alone: sum of the errors by the sum of what came.`),
    dataTable(rows, [
      { label: t`Months ahead`, value: (row) => integer(row.months_ahead), isRowHeader: true },
      { label: t`Forecasts`, value: (row) => integer(row.trials), align: "right" },
      { label: t`Month off by`, value: (row) => percent(row.wape), align: "right", bar: (row) => (row.wape === null ? null : row.wape / most) },
      ...(outlook.is_naive ? [] : [{ label: t`Year before off by`, value: (row: Test) => percent(row.naive_wape), align: "right" as const }]),
      { label: t`Total up to it off by`, value: (row) => percent(row.total_wape), align: "right" },
    ], { caption }));
}

/** Every model that was tried, for whoever wants to know why this one. */
function models(context: Context, tested: Outlook[]): Element {
  const table = context.read<Model>("forecast_models");
  const weight = (value: number | null) => (value === null ? MISSING : decimal2(value));
  const lists = tested.map(({ measure }) => disclosure(measure === "revenue" ? t`Models of revenue` : t`Models of orders`, { detail: t`errors in the test, weights, and why` },
    dataTable(table.rows.filter((row) => row.measure === measure), [
      { label: t`Model`, value: (row) => modelName(row.model), isRowHeader: true },
      { label: t`Off by`, value: (row) => percent(row.wape), align: "right" },
      { label: t`RMSE`, value: (row) => formatOf(context, measure)(row.rmse), align: "right" },
      { label: t`MASE`, value: (row) => decimal2(row.mase), align: "right" },
      { label: t`MAPE`, value: (row) => percent(row.mape), align: "right" },
      { label: t`α β γ`, value: (row) => (row.alpha === null ? MISSING : [row.alpha, row.beta, row.gamma].map(weight).join(" · ")), align: "right" },
      { label: t`Taken?`, value: (row) => (row.is_chosen ? t`Taken: ${phrase(row.reason)}` : t`No: ${phrase(row.reason)}`) },
    ], { caption: measure === "revenue" ? t`Models of revenue` : t`Models of orders` })));
  const taken = tested.filter(({ model }) => model !== null);
  const names = new Set(taken.map(({ model }) => model));
  const title = names.size === 1 ? t`Taken: ${lower(modelName(taken[0]!.model!))}` : t`Which model is taken, and why`;
  return card(context, { title, subtitle: t`The simplest model whose mean error in the test is close to the least`, sources: [table], span: 12 }, ...lists,
    note(t`The mean error decides: months of 0 do not break it, as they do the MAPE, and one odd month weighs less in it than in the RMSE. MASE is the same error in units of the mean change on the same month a year before.`));
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The months ahead one by one. */
export function monthTable(context: Context): Element[] {
  const table = context.read<Month>("forecast_months");
  const ahead = table.rows.filter((row) => row.value !== null);
  const dates = [...new Set(ahead.map((row) => row.month))].sort();
  if (dates.length === 0) return [];
  const found = (measure: Measure, date: string) => ahead.find((row) => row.measure === measure && row.month === date);
  const shown = MEASURES.filter((measure) => ahead.some((row) => row.measure === measure));
  return [card(context, { title: t`The forecast month by month`, subtitle: t`With the limits of each month, and the same month a year before`, sources: [table], span: 12 },
    dataTable(dates, [
      { label: t`Month`, value: month, isRowHeader: true },
      ...shown.flatMap((measure) => {
        const format = formatOf(context, measure);
        const name = measureName(measure);
        return [
          { label: name, value: (date: string) => format(found(measure, date)?.value), align: "right" as const },
          { label: measure === "revenue" ? t`Revenue, limits` : t`Orders, limits`, value: (date: string) => limits(found(measure, date), format), align: "right" as const },
          { label: measure === "revenue" ? t`Revenue, year before` : t`Orders, year before`, value: (date: string) => format(found(measure, date)?.year_before_value), align: "right" as const },
        ];
      }),
    ], { caption: t`The forecast month by month`, first: 12 }))];
}

const limits = (row: Month | undefined, format: (value: number | null) => string) => (row && row.low !== null ? t`${format(row.low)} to ${format(row.high)}` : MISSING);
