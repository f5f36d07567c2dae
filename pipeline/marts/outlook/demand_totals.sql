-- One row per measure and time ahead (outlook.horizons_months): what is forecast for these months together, and what the
-- same months brought a year before.
-- key: measure, months
-- columns:
--   measure            orders, or revenue net of returns
--   months             Months from the last complete one [months]
--   from_month         First of them; NULL where no month is complete
--   to_month           Last of them; NULL where no month is complete
--   value              Forecast of them together; NULL without one [orders or reporting currency]
--   low                What comes lies above this with the chance of prediction.confidence, both limits together [orders or
--                      reporting currency]
--   high               and below this [orders or reporting currency]
--   year_before_value  What the same months brought a year before; NULL where not all are complete [orders or reporting
--                      currency]
--   change_rate        Change of the forecast on that; NULL where it is not positive
--   low_change_rate    Change of the lower limit on that
--   high_change_rate   Change of the upper limit on that
--   reason             Why there is no forecast: as in marts.demand_outlooks; not tested so far ahead; too uncertain
-- checks:
--   a total is forecast or has a reason: (value is null) = (reason is not null)
with
    asked as (
        select
            outlooks.measure,
            horizons.value::integer as months,
            (outlooks.last_month + to_months(1))::date as from_month,
            (outlooks.last_month + to_months(horizons.value::integer))::date as to_month,
            outlooks.longest_horizon,
            outlooks.reason
        from
            marts.demand_outlooks as outlooks
            cross join run.outlook_horizons_months as horizons
    ),
    year_before as (
        select
            asked.measure,
            asked.months,
            sum(demand.value)::double as value
        from
            asked
            inner join marts.demand_by_month as demand on asked.measure = demand.measure
            and (demand.month + to_months(12))::date between asked.from_month and asked.to_month
        group by
            asked.measure,
            asked.months
        having
            count(*) = asked.months
    ),
    found as (
        select
            asked.*,
            forecasts.total,
            forecasts.total_low,
            forecasts.total_high,
            year_before.value as year_before_value,
            case
                when asked.reason is not null then asked.reason
                when asked.months > asked.longest_horizon then 'not tested so far ahead'
                when (forecasts.total_high - forecasts.total <= forecasts.total * settings.outlook_widest_interval) is not true then 'too uncertain'
            end as found_reason
        from
            asked
            cross join run.settings as settings
            left join marts.demand_forecasts as forecasts on asked.measure = forecasts.measure
            and asked.months = forecasts.months_ahead
            left join year_before on asked.measure = year_before.measure
            and asked.months = year_before.months
    ),
    given as (
        select
            found.*,
            case
                when found_reason is null then total
            end as value,
            case
                when found_reason is null then total_low
            end as low,
            case
                when found_reason is null then total_high
            end as high
        from
            found
    )
select
    measure,
    months,
    from_month,
    to_month,
    value,
    low,
    high,
    year_before_value,
    case
        when year_before_value > 0 then value / year_before_value - 1
    end as change_rate,
    case
        when year_before_value > 0 then low / year_before_value - 1
    end as low_change_rate,
    case
        when year_before_value > 0 then high / year_before_value - 1
    end as high_change_rate,
    found_reason as reason
from
    given
