-- One row per measure and time ahead: the forecast of the months beside that of single customers, and what explains the gap.
-- The gap falls into two parts that add up to it. Season: single customers are expected to buy alike in every month; by what
-- these months bring, against a mean month of the last outlook.season_years complete years, they differ by this. The rest is
-- level: the months carry on where they stood and were going, single customers where their own past lets expect, see
-- holdout_forecasts. NULL where one of the two forecasts is not made, or no year is complete.
-- key: measure, months
-- columns:
--   measure         orders, or revenue net of returns
--   months          Months from the last complete one [months]
--   forecast        Forecast of the months, see demand_totals [orders or reporting currency]
--   present_value   By present customers, see customer_demand [orders or reporting currency]
--   new_value       By customers still to come [orders or reporting currency]
--   customer_value  Both together [orders or reporting currency]
--   gap             Forecast of the months less that of customers [orders or reporting currency]
--   gap_rate        The gap by the forecast of customers; NULL where that is not positive
--   season_gap      Part of the gap: what these months differ from mean ones by [orders or reporting currency]
--   level_gap       Part of the gap: the rest [orders or reporting currency]
-- checks:
--   the parts make the gap: gap is null or season_gap is null or abs(gap - season_gap - level_gap) <= 1e-6 * (abs(gap) + 1)
with
    by_customers as (
        select
            totals.measure,
            totals.months,
            sum(
                case
                    when totals.measure = 'orders' then demand.present_orders
                    else demand.present_revenue
                end
                order by
                    demand.months_ahead
            ) as present_value,
            sum(
                case
                    when totals.measure = 'orders' then demand.new_orders
                    else demand.new_revenue
                end
                order by
                    demand.months_ahead
            ) as new_value
        from
            marts.demand_totals as totals
            inner join marts.customer_demand as demand on demand.months_ahead <= totals.months
        group by
            totals.measure,
            totals.months
    ),
    past as (
        select
            demand.measure,
            demand.month,
            demand.value,
            outlooks.last_month,
            date_diff('month', demand.month, outlooks.last_month) as months_ago,
            count(*) over (
                partition by
                    demand.measure
            ) // 12 as full_years,
            settings.outlook_season_years as season_years
        from
            marts.demand_by_month as demand
            inner join marts.demand_measures as outlooks on demand.measure = outlooks.measure
            cross join run.settings as settings
        where
            demand.position is not null
    ),
    years as (
        select
            *
        from
            past
        where
            months_ago < 12 * least(full_years, season_years)
    ),
    seasons as (
        select
            totals.measure,
            totals.months,
            -- What the months that are to come again brought, by as many mean ones.
            safe_div(
                sum(
                    case
                        when (11 - years.months_ago % 12) < totals.months then years.value::double
                    end
                    order by
                        years.month
                ) / totals.months,
                sum(
                    years.value::double
                    order by
                        years.month
                ) / 12
            ) as factor
        from
            marts.demand_totals as totals
            inner join years on totals.measure = years.measure
        where
            totals.months <= 12
        group by
            totals.measure,
            totals.months
    )
select
    totals.measure,
    totals.months,
    totals.value as forecast,
    by_customers.present_value,
    by_customers.new_value,
    by_customers.present_value + by_customers.new_value as customer_value,
    totals.value - by_customers.present_value - by_customers.new_value as gap,
    case
        when by_customers.present_value + by_customers.new_value > 0 then safe_div(
            totals.value - by_customers.present_value - by_customers.new_value,
            by_customers.present_value + by_customers.new_value
        )
    end as gap_rate,
    (by_customers.present_value + by_customers.new_value) * (seasons.factor - 1) as season_gap,
    totals.value - (by_customers.present_value + by_customers.new_value) * seasons.factor as level_gap
from
    marts.demand_totals as totals
    left join by_customers on totals.measure = by_customers.measure
    and totals.months = by_customers.months
    left join seasons on totals.measure = seasons.measure
    and totals.months = seasons.months
