-- One row per measure and month, past and to come: what came, what is forecast, and what was forecast a year ago.
-- columns:
--   actual    What the month brought; NULL of a month to come [orders or reporting currency]
--   value     Forecast; NULL of a month past, and where there is none [orders or reporting currency]
--   hindcast  What the model, fitted to the months up to a year ago alone, said of the month; NULL of others. Which model
--             is taken was judged by these months too [orders or reporting currency]
--   change_rate  Forecast on the same month a year before; NULL where that is not positive
with
    hindcasts as (
        select
            trials.measure,
            trials.position,
            trials.value
        from
            marts.demand_trials as trials
            inner join marts.demand_measures as measures on trials.measure = measures.measure
            inner join marts.demand_models as models on trials.measure = models.measure
            and trials.model = models.model
            and models.is_chosen
        where
            trials.origin = measures.months - measures.longest_horizon
    ),
    months as (
        select
            demand.measure,
            demand.month,
            demand.value::double as actual,
            demand.year_before_value::double as year_before_value,
            null::double as value,
            null::double as low,
            null::double as high,
            hindcasts.value as hindcast
        from
            marts.demand_by_month as demand
            left join hindcasts on demand.measure = hindcasts.measure
            and demand.position = hindcasts.position
        union all
        select
            forecasts.measure,
            forecasts.month,
            null,
            before.value::double,
            forecasts.value,
            forecasts.low,
            forecasts.high,
            null
        from
            marts.demand_forecasts as forecasts
            inner join marts.demand_outlooks as outlooks on forecasts.measure = outlooks.measure
            and outlooks.reason is null
            left join marts.demand_by_month as before on forecasts.measure = before.measure
            and (before.month + to_months(12))::date = forecasts.month
    )
select
    measure,
    month,
    actual,
    value,
    low,
    high,
    year_before_value,
    case
        when year_before_value > 0 then value / year_before_value - 1
    end as change_rate,
    hindcast
from
    months
order by
    measure,
    month
