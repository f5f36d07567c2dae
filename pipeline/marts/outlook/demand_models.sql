-- One row per measure and model: how far it was off in the whole test, and whether it is taken. The simplest model is taken
-- whose mean error is at most outlook.tolerance above the least: what is hardly better is so by chance, and a simple model
-- is easier to see through. Where that is the seasonal naive, nothing forecasts better than the same month a year before.
-- key: measure, model
-- columns:
--   measure      orders, or revenue net of returns
--   model        Model, see marts.demand_fits
--   position     Place of the model, the simplest first, from 1
--   trials       Months forecast in the test, each as often as it was; NULL for a model that was not tried
--   mae          Mean error, whichever way: what decides [orders or reporting currency]
--   rmse         Root of the mean squared error [orders or reporting currency]
--   wape         Sum of errors by the sum of what came; NULL where that is not positive
--   mape         Mean of error by what came; NULL where any month was 0 or less
--   mase         Mean error by the mean distance between the same months of two years; NULL where that is 0
--   gain         Share of the naive's mean error that the model spares; NULL where the naive was never off
--   error_ratio  Root of the mean squared error in standard errors of the model, over all months ahead
--   is_chosen    Whether it is the model taken
--   reason       Why it is taken, or not
with
    totals as (
        select
            measure,
            model,
            sum(trials) as trials,
            sum(
                mae * trials
                order by
                    months_ahead
            ) as miss,
            sum(
                rmse * rmse * trials
                order by
                    months_ahead
            ) as squares,
            case
                when count(*) = count(mape) then sum(
                    mape * trials
                    order by
                        months_ahead
                )
            end as relative_miss,
            sum(
                error_ratio * error_ratio * trials
                order by
                    months_ahead
            ) as ratios,
            sum(
                case
                    when error_ratio is not null then trials
                end
            ) as ratio_trials
        from
            marts.demand_backtests
        group by
            measure,
            model
    ),
    actuals as (
        select
            measure,
            model,
            sum(
                actual
                order by
                    origin,
                    months_ahead
            ) as actual
        from
            marts.demand_trials
        group by
            measure,
            model
    ),
    compared as (
        select
            fits.measure,
            fits.model,
            fits.position,
            fits.reason,
            totals.trials,
            safe_div(totals.miss, totals.trials) as mae,
            sqrt(safe_div(totals.squares, totals.trials)) as rmse,
            case
                when actuals.actual > 0 then safe_div(totals.miss, actuals.actual)
            end as wape,
            safe_div(totals.relative_miss, totals.trials) as mape,
            sqrt(safe_div(totals.ratios, totals.ratio_trials)) as error_ratio
        from
            marts.demand_fits as fits
            left join totals on fits.measure = totals.measure
            and fits.model = totals.model
            left join actuals on fits.measure = actuals.measure
            and fits.model = actuals.model
    ),
    least as (
        select
            measure,
            min(mae) as mae,
            min(
                case
                    when position = 1 then mae
                end
            ) as naive_mae
        from
            compared
        where
            reason is null
        group by
            measure
    ),
    near as (
        select
            compared.measure,
            min(compared.position) as position
        from
            compared
            inner join least on compared.measure = least.measure
            cross join run.settings as settings
        where
            compared.reason is null
            and compared.mae <= least.mae * (1 + settings.outlook_tolerance)
        group by
            compared.measure
    )
select
    compared.measure,
    compared.model,
    compared.position,
    compared.trials::integer as trials,
    compared.mae,
    compared.rmse,
    compared.wape,
    compared.mape,
    case
        when measures.season_scale > 0 then compared.mae / measures.season_scale
    end as mase,
    case
        when least.naive_mae > 0 then 1 - compared.mae / least.naive_mae
    end as gain,
    compared.error_ratio,
    compared.position = near.position as is_chosen,
    case
        when compared.reason is not null then compared.reason
        when compared.position = near.position
        and compared.mae = least.mae then 'the least error'
        when compared.position = near.position then 'hardly worse than the best, and simpler'
        when compared.mae <= least.mae * (1 + settings.outlook_tolerance) then 'hardly better than a simpler one, if at all'
        else 'a larger error'
    end as reason
from
    compared
    inner join least on compared.measure = least.measure
    inner join near on compared.measure = near.measure
    inner join marts.demand_measures as measures on compared.measure = measures.measure
    cross join run.settings as settings
