-- Bad rows: totals forecast that are not the sum of their months
-- severity: error
-- fix: a mart loses months; compare marts.demand_totals with marts.demand_forecasts
with
    by_month as (
        select
            totals.measure,
            totals.months,
            totals.value,
            sum(
                forecasts.value
                order by
                    forecasts.months_ahead
            ) as month_values
        from
            marts.demand_totals as totals
            left join marts.demand_forecasts as forecasts on totals.measure = forecasts.measure
            and forecasts.month between totals.from_month and totals.to_month
        where
            totals.value is not null
        group by
            totals.measure,
            totals.months,
            totals.value
    )
select
    measure,
    months,
    value,
    month_values
from
    by_month
where
    (abs(value - month_values) <= 1e-9 * greatest(1, abs(value))) is not true
