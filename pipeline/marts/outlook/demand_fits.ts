// One row per measure and model: the model as it is fitted to all months, or why it is not tried.
// seasonal naive: the same month a year before. simple: exponential smoothing of the level; seasonal: of level and season;
// trend: of level and trend (Holt); additive and multiplicative: of level, trend and season (Holt and Winters), the season
// added or multiplied. Weights have the least sum of squared errors of each month forecast from those before it; smoothing
// begins as R's HoltWinters does, see pipeline/statistics/holtWinters.ts.
// key: measure, model
// columns:
//   measure    orders, or revenue net of returns
//   model      Model
//   position   Place of the model, the simplest first, from 1
//   alpha      Weight of the newest month in the level; NULL where the model is not tried [0 to 1]
//   beta       Weight of the newest change of the level in the trend; NULL without a trend [0 to 1]
//   gamma      Weight of the newest month in the season; NULL without a season [0 to 1]
//   sse        Sum of the squared errors of months forecast from those before them
//   errors     Such errors
//   end_level  Level at the end of the last month; NULL of the naive, which has none [orders or reporting currency]
//   end_trend  Change of the level from month to month at the end; NULL without a trend [orders or reporting currency]
//   deviation  Standard deviation of the errors; where the season multiplies, of errors by forecast
//   reason     Why the model is not tried: history too short, a month is not above 0
// checks:
//   a model has weights or a reason: (alpha is null) = (reason is not null)
import type { NumericColumns } from "../../engine/database.js";
import type { Settings } from "../../settings.js";
import { FORECAST_MODELS, fitModel, leastValues, SMOOTHINGS, type ForecastModel } from "../../statistics/forecastModels.js";

export const inputs = {
  months: "select measure, value::double as value from marts.demand_by_month where position is not null order by measure, position",
  measures: "select measure, training_months, longest_horizon, lowest from marts.demand_measures where reason is null order by measure",
};

export const columns = {
  measure: "VARCHAR", model: "VARCHAR", position: "INTEGER", alpha: "DOUBLE", beta: "DOUBLE", gamma: "DOUBLE", sse: "DOUBLE", errors: "INTEGER",
  end_level: "DOUBLE", end_trend: "DOUBLE", deviation: "DOUBLE", reason: "VARCHAR",
} as const;

/** Months in a season. */
export const PERIOD = 12;

/** A measure that can be forecast, with its months. */
export interface Series {
  measure: string;
  values: Float64Array;
  trainingMonths: number;
  longestHorizon: number;
  /** What a month cannot fall below: 0, or nothing. */
  lowest: number;
}

/** The measures that can be forecast. */
export function seriesOf({ months, measures }: Record<string, NumericColumns>): Series[] {
  const { measure, training_months, longest_horizon, lowest } = measures!;
  return (measure as string[]).map((name, index) => ({
    measure: name,
    values: (months!.value as Float64Array).filter((_, row) => months!.measure![row] === name),
    trainingMonths: training_months![index] as number,
    longestHorizon: longest_horizon![index] as number,
    lowest: Number.isNaN(lowest![index]) ? -Infinity : (lowest![index] as number),
  }));
}

/** Why a model is not tried: it has to be fitted to the months before the first that is tested, and to all. */
function flaw(model: ForecastModel, { values, trainingMonths }: Series): string | null {
  if (leastValues(model, PERIOD) > trainingMonths) return "history too short";
  return model === "multiplicative" && values.some((value) => value <= 0) ? "a month is not above 0" : null;
}

/** The models that are tried. */
export const triedModels = (series: Series): ForecastModel[] => FORECAST_MODELS.filter((model) => flaw(model, series) === null);

export function compute(tables: Record<string, NumericColumns>, { outlook: settings }: Settings): NumericColumns {
  const rows = seriesOf(tables).flatMap((series) => FORECAST_MODELS.map((model, index) => {
    const row = { measure: series.measure, model, position: index + 1 };
    const reason = flaw(model, series);
    const fit = reason === null ? fitModel(series.values, model, PERIOD, settings) : undefined;
    if (!fit) return { ...row, reason: reason ?? "a month is not above 0" };
    const { hasTrend, season } = SMOOTHINGS[model];
    const { weights, state, sse, errors, deviation } = fit;
    return {
      ...row, alpha: weights.alpha, ...(hasTrend && { beta: weights.beta, end_trend: state.trend }), ...(season !== "none" && { gamma: weights.gamma }),
      ...(model !== "seasonal naive" && { end_level: state.level }), sse, errors, deviation: Number.isNaN(deviation) ? null : deviation,
    };
  }));
  return table(columns, rows);
}

/** Rows as the columns of a table; what a row does not have is NULL. */
export function table(names: object, rows: Record<string, unknown>[]): NumericColumns {
  return Object.fromEntries(Object.keys(names).map((name) => [name, rows.map((row) => row[name] ?? null)]));
}
