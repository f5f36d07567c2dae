-- One row per measure: which months its forecast is made from and tested on, or why there is none.
-- A forecast is made from at least outlook.training_months and tested on at least outlook.test_months. Models that find a
-- season by themselves take two years, and are tried where outlook.season_test_months are left to test them on. No month
-- is forecast farther ahead than could be tested, or than a year.
-- key: measure
-- columns:
--   measure          orders, or revenue net of returns
--   months           Months that the forecast is made from [months]
--   first_month      First of them
--   last_month       Last of them
--   month_value      Mean of a month [orders or reporting currency]
--   training_months  Months before the first that is tested; NULL without a forecast [months]
--   tests            Months that a forecast was made at the end of, as a test; NULL without a forecast
--   longest_horizon  Months ahead that were tested, and are forecast; NULL without a forecast [months]
--   lowest           What a forecast cannot fall below: 0, or nothing where a month was negative; NULL for none
--   season_scale     Mean distance between the same months of two years; NULL of less than 13 months [orders or reporting
--                    currency]
--   silent_months    Months without an order at the end [months]
--   reason           Why there is no forecast: too short, no orders, ended
-- checks:
--   a measure has tests or a reason: (tests is null) = (reason is not null)
with
    measures as (
        select
            unnest(['orders', 'revenue']) as measure
    ),
    used as (
        select
            demand.measure,
            demand.month,
            demand.position,
            demand.value,
            months.orders
        from
            marts.demand_by_month as demand
            inner join marts.revenue_by_month as months on demand.month = months.month
        where
            demand.position is not null
    ),
    ordered as (
        select
            measure,
            position,
            lag (position, 1, 0) over (
                partition by
                    measure
                order by
                    position
            ) as position_before
        from
            used
        where
            orders > 0
    ),
    silences as (
        select
            measure,
            max(position) as last_position,
            max(position - position_before - 1) as longest_silence
        from
            ordered
        group by
            measure
    ),
    distances as (
        select
            used.measure,
            sum(abs(used.value - before.value)) as distance,
            count(*) as pairs
        from
            used
            inner join used as before on used.measure = before.measure
            and used.position = before.position + 12
        group by
            used.measure
    ),
    totals as (
        select
            measure,
            count(*) as months,
            min(month) as first_month,
            max(month) as last_month,
            sum(value) as value,
            min(value) as least
        from
            used
        group by
            measure
    ),
    gates as (
        select
            measures.measure,
            coalesce(totals.months, 0) as months,
            totals.first_month,
            totals.last_month,
            safe_div(totals.value, totals.months) as month_value,
            case
                when totals.least >= 0
                or measures.measure = 'orders' then 0.0
            end as lowest,
            safe_div(distances.distance, distances.pairs) as season_scale,
            totals.months - coalesce(silences.last_position, 0) as silent_months,
            case
                when coalesce(totals.months, 0) < settings.outlook_training_months + settings.outlook_test_months then 'too short'
                when silences.last_position is null then 'no orders'
                when totals.months - silences.last_position > greatest(settings.outlook_silent_months, silences.longest_silence) then 'ended'
            end as reason,
            greatest(
                case
                    when totals.months >= greatest(24, settings.outlook_training_months) + settings.outlook_season_test_months then greatest(24, settings.outlook_training_months)
                    else settings.outlook_training_months
                end,
                totals.months - settings.outlook_latest_test_months
            ) as learnt
        from
            measures
            cross join run.settings as settings
            left join totals on measures.measure = totals.measure
            left join distances on measures.measure = distances.measure
            left join silences on measures.measure = silences.measure
    )
select
    measure,
    months::integer as months,
    first_month,
    last_month,
    month_value,
    case
        when reason is null then learnt
    end::integer as training_months,
    case
        when reason is null then months - learnt
    end::integer as tests,
    case
        when reason is null then least(12, months - learnt)
    end::integer as longest_horizon,
    lowest::double as lowest,
    season_scale,
    silent_months::integer as silent_months,
    reason
from
    gates
