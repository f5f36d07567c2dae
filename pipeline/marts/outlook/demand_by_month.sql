-- One row per measure and complete month: what forecasts are made from. A month without an order is a true 0. The month of
-- the as-of date counts only where that is its last day. What lies before outlook.gap_months without an order is left
-- out of the forecasts: it was another business.
-- key: measure, month
-- columns:
--   measure            orders, or revenue net of returns
--   month              First day of the month
--   value              Orders, or revenue [orders or reporting currency]
--   position           Number of the month among those that forecasts are made from, from 1; NULL before a gap
--   year_before_value  Value of the same month a year before; NULL where that is not complete [orders or reporting currency]
with
    order_months as (
        select
            month,
            lag (month) over (
                order by
                    month
            ) as month_before
        from
            marts.revenue_by_month
        where
            orders > 0
    ),
    starts as (
        select
            max(order_months.month) as start_month
        from
            order_months
            cross join run.settings as settings
        where
            date_diff('month', order_months.month_before, order_months.month) > settings.outlook_gap_months
    ),
    complete as (
        select
            months.month,
            months.orders::decimal(18, 4) as orders,
            months.revenue,
            coalesce(months.month >= starts.start_month, true) as is_used
        from
            marts.revenue_by_month as months
            cross join starts
        where
            months.is_complete
    ),
    long as (
        select
            'orders' as measure,
            month,
            orders as value,
            is_used
        from
            complete
        union all
        select
            'revenue',
            month,
            revenue,
            is_used
        from
            complete
    )
select
    long.measure,
    long.month,
    long.value,
    case
        when long.is_used then row_number() over (
            partition by
                long.measure,
                long.is_used
            order by
                long.month
        )
    end::integer as position,
    before.value as year_before_value
from
    long
    left join long as before on long.measure = before.measure
    and (before.month + to_months(12))::date = long.month
