-- One row per measure: how far its forecast can be relied on, or why there is none.
-- key: measure
-- columns:
--   measure             orders, or revenue net of returns
--   months              Months that the forecast is made from [months]
--   needed_months       Months that any forecast takes [months]
--   first_month         First of the months it is made from
--   last_month          Last of them
--   model               Model taken, see marts.demand_models; NULL without a test
--   is_naive            Whether it is the seasonal naive: no model forecasts better than the same month a year before
--   tests               Months that a forecast was made at the end of, as a test
--   wape                How far the model was off in the test: sum of errors by the sum of what came [0 to 1 and beyond]
--   naive_wape          The same of the seasonal naive
--   gain                Share of the naive's mean error that the model spares
--   longest_horizon     Months ahead that are forecast [months]
--   longest_total_wape  How far the model was off in the total of so many months
--   grade               good, fair or poor, by the share that the model was off; NULL without a forecast
--   recent_value        What the last three months brought [orders or reporting currency]
--   recent_change_rate  Change of that on the same months a year before; NULL where they brought nothing
--   is_break            Whether that is more than demand does in a year: outlook.break_factor times, or as little
--   silent_months       Months without an order at the end [months]
--   begun_month         The month of the as-of date, where it is not complete
--   begun_value         What it has brought so far [orders or reporting currency]
--   peak_month          Month ahead for which most is forecast; NULL without a forecast or a season
--   peak_value          Forecast of that month [orders or reporting currency]
--   peak_excess         That by the mean of the months forecast, less 1; NULL where that is not positive
--   reason              Why there is no forecast: too short, no orders, ended, not predictable, too uncertain for the shortest
--                       time asked
-- checks:
--   a measure has a grade or a reason: (grade is null) = (reason is not null)
with
    recent as (
        select
            demand.measure,
            sum(demand.value) as value,
            sum(demand.year_before_value) as year_before_value
        from
            marts.demand_by_month as demand
            inner join marts.demand_measures as measures on demand.measure = measures.measure
        where
            demand.position > measures.months - 3
        group by
            demand.measure
        having
            count(demand.year_before_value) = 3
    ),
    begun as (
        select
            month,
            orders::double as orders,
            revenue::double as revenue
        from
            marts.revenue_by_month
            cross join run.settings as settings
        where
            not is_complete
            and month = date_trunc('month', settings.as_of_date)
    ),
    forecast_means as (
        select
            measure,
            sum(
                value
                order by
                    months_ahead
            ) / count(*) as value
        from
            marts.demand_forecasts
        group by
            measure
    ),
    peaks as (
        select
            measure,
            month,
            value,
            row_number() over (
                partition by
                    measure
                order by
                    value desc,
                    months_ahead
            ) as place
        from
            marts.demand_forecasts
    ),
    shortest as (
        select
            min(value)::integer as months
        from
            run.outlook_horizons_months
    ),
    judged as (
        select
            measures.measure,
            chosen.model,
            chosen.wape,
            chosen.gain,
            fits.gamma is not null as is_seasonal,
            case
                when measures.reason is not null then measures.reason
                when chosen.wape is null
                or chosen.wape > settings.outlook_most_error then 'not predictable'
                when (forecasts.total_high - forecasts.total <= forecasts.total * settings.outlook_widest_interval) is not true then 'too uncertain'
            end as reason
        from
            marts.demand_measures as measures
            cross join run.settings as settings
            cross join shortest
            left join marts.demand_models as chosen on measures.measure = chosen.measure
            and chosen.is_chosen
            left join marts.demand_fits as fits on chosen.measure = fits.measure
            and chosen.model = fits.model
            left join marts.demand_forecasts as forecasts on measures.measure = forecasts.measure
            and forecasts.months_ahead = least(shortest.months, measures.longest_horizon)
    )
select
    measures.measure,
    measures.months,
    settings.outlook_training_months + settings.outlook_test_months as needed_months,
    measures.first_month,
    measures.last_month,
    judged.model,
    judged.model = 'seasonal naive' as is_naive,
    measures.tests,
    judged.wape,
    naive.wape as naive_wape,
    judged.gain,
    measures.longest_horizon,
    backtests.total_wape as longest_total_wape,
    case
        when judged.reason is not null then null
        when judged.wape <= settings.outlook_good_error then 'good'
        when judged.wape <= settings.outlook_poor_error then 'fair'
        else 'poor'
    end as grade,
    recent.value as recent_value,
    safe_div(recent.value - recent.year_before_value, recent.year_before_value) as recent_change_rate,
    coalesce(
        recent.value > recent.year_before_value * settings.outlook_break_factor
        or recent.value * settings.outlook_break_factor < recent.year_before_value,
        false
    ) as is_break,
    measures.silent_months,
    begun.month as begun_month,
    case measures.measure
        when 'orders' then begun.orders
        else begun.revenue
    end as begun_value,
    case
        when judged.reason is null
        and judged.is_seasonal then peaks.month
    end as peak_month,
    case
        when judged.reason is null
        and judged.is_seasonal then peaks.value
    end as peak_value,
    case
        when judged.reason is null
        and judged.is_seasonal
        and forecast_means.value > 0 then peaks.value / forecast_means.value - 1
    end as peak_excess,
    judged.reason
from
    marts.demand_measures as measures
    inner join judged on measures.measure = judged.measure
    cross join run.settings as settings
    left join begun on true
    left join recent on measures.measure = recent.measure
    left join forecast_means on measures.measure = forecast_means.measure
    left join peaks on measures.measure = peaks.measure
    and peaks.place = 1
    left join marts.demand_models as naive on measures.measure = naive.measure
    and naive.model = 'seasonal naive'
    left join marts.demand_backtests as backtests on measures.measure = backtests.measure
    and judged.model = backtests.model
    and backtests.months_ahead = measures.longest_horizon
