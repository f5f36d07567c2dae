// One row per measure, model, month that a forecast was made at the end of, and month ahead: what the model, fitted to the
// months up to then alone, said of the months after, and what came. The first such month is that of the least months to
// learn from, the last the one before the last month: a rolling-origin test. No forecast is below what its measure can be.
// key: measure, model, origin, months_ahead
// columns:
//   measure       orders, or revenue net of returns
//   model         Model, see marts.demand_fits
//   origin        Number of the month at whose end the forecast was made: months that it was fitted to
//   months_ahead  Months from then to the one forecast, from 1 [months]
//   position      Number of the month that was forecast
//   value         Forecast of the month [orders or reporting currency]
//   error         Standard error that the model gave it; NULL where it was fitted to too few months [orders or reporting
//                 currency]
//   deviation     Standard deviation of the errors of the months that it was fitted to, see marts.demand_fits; NULL likewise
//   total         Forecast of the months from the next to this one together [orders or reporting currency]
//   total_error   Standard error that the model gave that; NULL likewise [orders or reporting currency]
//   actual        What came in the month [orders or reporting currency]
//   actual_total  What came in these months together [orders or reporting currency]
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { fitModel } from "../../statistics/forecastModels.js";
import type { Prediction } from "../../statistics/predictionError.js";
import { PERIOD, seriesOf, table, triedModels, type Series } from "./demand_fits.js";

export { inputs } from "./demand_fits.js";

export const columns = {
  measure: "VARCHAR", model: "VARCHAR", origin: "INTEGER", months_ahead: "INTEGER", position: "INTEGER", value: "DOUBLE", error: "DOUBLE", deviation: "DOUBLE",
  total: "DOUBLE", total_error: "DOUBLE", actual: "DOUBLE", actual_total: "DOUBLE",
} as const;

/** A forecast as it is published: no month below what it can be, and totals of such months. */
export function published(prediction: Prediction, { lowest }: Pick<Series, "lowest">): Prediction {
  const values = prediction.values.map((value) => Math.max(lowest, value));
  let total = 0;
  return { ...prediction, values, totals: values.map((value) => (total += value)) };
}

export function compute(tables: Record<string, NumericColumns>, { outlook: settings }: Settings): NumericColumns {
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  return table(columns, seriesOf(tables).flatMap((series) => triedModels(series).flatMap((model) => {
    const { measure, values, trainingMonths, longestHorizon } = series;
    return Array.from({ length: values.length - trainingMonths }, (_, index) => trainingMonths + index).flatMap((origin) => {
      const fit = fitModel(values.subarray(0, origin), model, PERIOD, settings);
      const found = fit && published(fit.predict(Math.min(longestHorizon, values.length - origin), settings), series);
      let came = 0;
      return Array.from(found?.values ?? [], (value, step) => ({
        measure, model, origin, months_ahead: step + 1, position: origin + step + 1, value, error: known(found!.errors[step]!), deviation: known(fit!.deviation),
        total: found!.totals[step], total_error: known(found!.totalErrors[step]!), actual: values[origin + step], actual_total: (came += values[origin + step]!),
      }));
    });
  })));
}
