// One row per measure and month ahead: what the model taken says of it, and of all months from the next to it together.
// A limit is a standard error of the model, times the quantile of Student's t, times how much farther off forecasts of the
// test were than the model's standard errors said; never less than these. The model knows nothing of what its weights may
// be wrong by, nor of having been chosen: the test does. Forecasts made a month apart look at nearly the same months, so
// for totals half as many count as were made. A total is never farther off than all of its months together.
// key: measure, months_ahead
// columns:
//   measure       orders, or revenue net of returns
//   months_ahead  Months from the last complete one, from 1 [months]
//   month         First day of the month
//   value         Forecast of the month [orders or reporting currency]
//   low           What comes lies above this with the chance of prediction.confidence, both limits together; NULL where nothing
//                 is known of it [orders or reporting currency]
//   high          and below this [orders or reporting currency]
//   total         Forecast of all months from the next to this one [orders or reporting currency]
//   total_low     Lower limit of that: no farther off than those of the months together [orders or reporting currency]
//   total_high    Upper limit of that [orders or reporting currency]
// checks:
//   a forecast lies within its limits: coalesce(value between low and high and total between total_low and total_high, true)
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { fitModel, type ForecastModel } from "../../statistics/forecastModels.js";
import { studentQuantile } from "../../statistics/special.js";
import { PERIOD, inputs as series, seriesOf, table } from "./demand_fits.js";
import { published } from "./demand_trials.js";

export const inputs = {
  ...series,
  chosen: `select models.measure, models.model, models.error_ratio, backtests.months_ahead, backtests.total_ratio, backtests.total_trials, measures.tests,
    (measures.last_month + to_months(backtests.months_ahead))::date as month
    from marts.demand_models as models inner join marts.demand_backtests as backtests on models.measure = backtests.measure and models.model = backtests.model
    inner join marts.demand_measures as measures on models.measure = measures.measure
    where models.is_chosen order by models.measure, backtests.months_ahead`,
};

export const columns = {
  measure: "VARCHAR", months_ahead: "INTEGER", month: "DATE", value: "DOUBLE", low: "DOUBLE", high: "DOUBLE", total: "DOUBLE", total_low: "DOUBLE", total_high: "DOUBLE",
} as const;

export function compute(tables: Record<string, NumericColumns>, { outlook: settings, prediction }: Settings): NumericColumns {
  const chosen = tables.chosen!;
  const rows = seriesOf(tables).flatMap((found) => {
    const { measure, values, lowest, longestHorizon } = found;
    const steps = (chosen.measure as string[]).flatMap((name, row) => (name === measure ? [row] : []));
    const fit = steps.length > 0 ? fitModel(values, chosen.model![steps[0]!] as ForecastModel, PERIOD, settings) : undefined;
    if (!fit) return [];
    const told = published(fit.predict(longestHorizon, settings), found);
    const quantile = (degrees: number) => studentQuantile((1 + prediction.confidence) / 2, Math.max(1, Math.floor(degrees)));
    const least = quantile(fit.degrees);
    const limits = (value: number, reach: number) => (Number.isNaN(reach) ? [null, null] : [Math.min(value, Math.max(lowest, value - reach)), value + reach]);
    let farthest = 0;
    return steps.map((row, step) => {
      // A ratio is missing where the model was never off, and expected not to be.
      const ratio = (column: string) => Math.max(1, (chosen[column]![row] as number) || 1);
      const monthReach = Math.max(least, quantile((chosen.tests![row] as number) - 1)) * ratio("error_ratio") * told.errors[step]!;
      farthest += monthReach;
      const totalFactor = Math.max(least, quantile((chosen.total_trials![row] as number) / 2)) * Math.max(ratio("error_ratio"), ratio("total_ratio"));
      const totalReach = Math.min(farthest, totalFactor * told.totalErrors[step]!);
      const [low, high] = limits(told.values[step]!, monthReach);
      const [totalLow, totalHigh] = limits(told.totals[step]!, totalReach);
      return {
        measure, months_ahead: chosen.months_ahead![row], month: chosen.month![row], value: told.values[step], low, high,
        total: told.totals[step], total_low: totalLow, total_high: totalHigh,
      };
    });
  });
  return table(columns, rows);
}
