-- One row per measure, model and month ahead: how far forecasts of the test were off. What decides between models is the
-- mean error: over the same months it orders models as its scaled form does (MASE, R. Hyndman, A. Koehler, Another look at
-- measures of forecast accuracy, 2006), bears months of 0, and one odd month weighs less in it than in the RMSE. MAPE is
-- given where no month was 0 or less.
-- key: measure, model, months_ahead
-- columns:
--   measure       orders, or revenue net of returns
--   model         Model, see marts.demand_fits
--   months_ahead  Months from the forecast to the month forecast, from 1 [months]
--   trials        Forecasts made so far ahead
--   mae           Mean error, whichever way [orders or reporting currency]
--   rmse          Root of the mean squared error [orders or reporting currency]
--   bias          Mean of forecast less what came [orders or reporting currency]
--   wape          Sum of errors by the sum of what came; NULL where that is not positive
--   mape          Mean of error by what came; NULL where any month was 0 or less
--   mase          Mean error by the mean distance between the same months of two years; NULL where that is 0
--   error_ratio   Root of the mean squared error in standard errors of the model, these being as wide as the errors of all
--                 months make them: of the few before a test they would be made too narrow, or too wide; NULL where none is
--                 known
--   total_wape    The same as wape for all months from the next to this one together
--   total_ratio   As error_ratio for these, over all times from half as many months ahead on: what is known of long times
--                 from few forecasts
--   total_trials  Forecasts as far ahead as the shortest of these times
with
    squared as (
        select
            trials.*,
            trials.value - trials.actual as miss,
            case
                when trials.error > 0
                and fits.deviation > 0 then ((trials.value - trials.actual) / trials.error * trials.deviation / fits.deviation) ** 2
            end as ratio,
            case
                when trials.total_error > 0
                and fits.deviation > 0 then ((trials.total - trials.actual_total) / trials.total_error * trials.deviation / fits.deviation) ** 2
            end as total_ratio
        from
            marts.demand_trials as trials
            inner join marts.demand_fits as fits on trials.measure = fits.measure
            and trials.model = fits.model
    ),
    by_horizon as (
        select
            measure,
            model,
            months_ahead,
            count(*) as trials,
            sum(
                abs(miss)
                order by
                    origin
            ) as miss,
            sum(
                miss * miss
                order by
                    origin
            ) as squares,
            sum(
                miss
                order by
                    origin
            ) as signed_miss,
            sum(
                actual
                order by
                    origin
            ) as actual,
            case
                when min(actual) > 0 then sum(
                    abs(miss) / actual
                    order by
                        origin
                )
            end as relative_miss,
            sum(
                ratio
                order by
                    origin
            ) as ratios,
            count(ratio) as known_ratios,
            sum(
                abs(total - actual_total)
                order by
                    origin
            ) as total_miss,
            sum(
                actual_total
                order by
                    origin
            ) as actual_total,
            sum(
                total_ratio
                order by
                    origin
            ) as total_ratios,
            count(total_ratio) as known_total_ratios
        from
            squared
        group by
            measure,
            model,
            months_ahead
    ),
    farther as (
        select
            here.measure,
            here.model,
            here.months_ahead,
            sum(
                beyond.total_ratios
                order by
                    beyond.months_ahead
            ) as total_ratios,
            sum(beyond.known_total_ratios) as known_total_ratios,
            max(beyond.trials) as total_trials
        from
            by_horizon as here
            inner join by_horizon as beyond on here.measure = beyond.measure
            and here.model = beyond.model
            and 2 * beyond.months_ahead >= here.months_ahead
        group by
            here.measure,
            here.model,
            here.months_ahead
    )
select
    by_horizon.measure,
    by_horizon.model,
    by_horizon.months_ahead,
    by_horizon.trials::integer as trials,
    safe_div(by_horizon.miss, by_horizon.trials) as mae,
    sqrt(safe_div(by_horizon.squares, by_horizon.trials)) as rmse,
    safe_div(by_horizon.signed_miss, by_horizon.trials) as bias,
    case
        when by_horizon.actual > 0 then safe_div(by_horizon.miss, by_horizon.actual)
    end as wape,
    safe_div(by_horizon.relative_miss, by_horizon.trials) as mape,
    case
        when measures.season_scale > 0 then safe_div(by_horizon.miss, by_horizon.trials) / measures.season_scale
    end as mase,
    sqrt(safe_div(by_horizon.ratios, by_horizon.known_ratios)) as error_ratio,
    case
        when by_horizon.actual_total > 0 then safe_div(by_horizon.total_miss, by_horizon.actual_total)
    end as total_wape,
    sqrt(safe_div(farther.total_ratios, farther.known_total_ratios)) as total_ratio,
    farther.total_trials::integer as total_trials
from
    by_horizon
    inner join farther on by_horizon.measure = farther.measure
    and by_horizon.model = farther.model
    and by_horizon.months_ahead = farther.months_ahead
    inner join marts.demand_measures as measures on by_horizon.measure = measures.measure
