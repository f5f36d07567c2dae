-- One row per month from the first order's to that of the as-of date; a month without orders has 0. Months are compared
-- only where both are complete.
-- key: month
-- columns:
--   month                     First day of the month
--   is_complete               Whether all of its days lie within history (give or take history_slack_days at its start)
--   orders                    Orders [orders]
--   buying_customers          Customers with an order [customers]
--   new_customers             Customers with their first order, and no deal before it [customers]
--   revenue                   Revenue [reporting currency]
--   margin                    Margin; NULL where that of any order is not known, and without orders [reporting currency]
--   margin_rate               Margin by revenue; NULL where revenue is not positive
--   average_order_value       Revenue by orders [reporting currency]
--   year_before_revenue       Revenue of the same month a year before; NULL before history [reporting currency]
--   year_before_change        Revenue less that; NULL unless both months are complete [reporting currency]
--   year_before_change_rate   Change by it; NULL where it is not positive
--   three_month_revenue       Revenue of the three months to this one; NULL unless all are complete [reporting currency]
--   three_month_change_rate   Its change on the same three months a year before; NULL unless all are complete
--   twelve_month_revenue      Revenue of the twelve months to this one; NULL unless all are complete [reporting currency]
--   twelve_month_change_rate  Its change on the twelve months before those; NULL unless all are complete
with
    numbers as (
        select
            totals.history_start_date,
            settings.as_of_date,
            settings.composition_history_slack_days as slack_days,
            unnest(range(0, date_diff('month', totals.history_start_date, settings.as_of_date) + 1))::integer as number
        from
            marts.revenue_totals as totals
            cross join run.settings as settings
        where
            totals.history_start_date is not null
    ),
    spine as (
        select
            (date_trunc('month', history_start_date) + to_months(number))::date as month,
            history_start_date,
            as_of_date,
            slack_days
        from
            numbers
    ),
    by_month as (
        select
            date_trunc('month', order_date)::date as month,
            sum(order_count) as orders,
            count(
                distinct case
                    when order_count > 0 then customer_id
                end
            ) as buying_customers,
            sum(revenue) as revenue,
            case
                when count(*) = count(margin) then sum(margin)
            end as margin
        from
            marts.orders
        group by
            date_trunc('month', order_date)::date
    ),
    first_orders as (
        select
            date_trunc('month', first_order_date)::date as month,
            count(*) as new_customers
        from
            marts.customers
        where
            first_order_date = first_deal_date
        group by
            date_trunc('month', first_order_date)::date
    ),
    filled as (
        select
            spine.month,
            spine.history_start_date <= spine.month + spine.slack_days
            and (spine.month + to_months(1))::date <= spine.as_of_date + 1 as is_complete,
            coalesce(by_month.orders, 0) as orders,
            coalesce(by_month.buying_customers, 0) as buying_customers,
            coalesce(first_orders.new_customers, 0) as new_customers,
            coalesce(by_month.revenue, 0)::decimal(18, 4) as revenue,
            by_month.margin::decimal(18, 4) as margin
        from
            spine
            left join by_month on spine.month = by_month.month
            left join first_orders on spine.month = first_orders.month
    ),
    compared as (
        select
            filled.*,
            lag (revenue, 12) over months as year_before_revenue,
            is_complete
            and lag (is_complete, 12, false) over months as is_comparable,
            sum(revenue) over three_months as three_months,
            sum(revenue) over three_months_before as three_months_before,
            sum(is_complete::integer) over three_months = 3 as has_three,
            sum(is_complete::integer) over three_months_before = 3 as has_three_before,
            sum(revenue) over twelve_months as twelve_months,
            sum(revenue) over twelve_months_before as twelve_months_before,
            sum(is_complete::integer) over twelve_months = 12 as has_twelve,
            sum(is_complete::integer) over twelve_months_before = 12 as has_twelve_before
        from
            filled
        window
            months as (
                order by
                    month
            ),
            three_months as (
                order by
                    month rows between 2 preceding
                    and current row
            ),
            three_months_before as (
                order by
                    month rows between 14 preceding
                    and 12 preceding
            ),
            twelve_months as (
                order by
                    month rows between 11 preceding
                    and current row
            ),
            twelve_months_before as (
                order by
                    month rows between 23 preceding
                    and 12 preceding
            )
    )
select
    month,
    is_complete,
    orders::integer as orders,
    buying_customers::integer as buying_customers,
    new_customers::integer as new_customers,
    revenue,
    margin,
    case
        when revenue > 0 then safe_div(margin, revenue)
    end as margin_rate,
    safe_div(revenue, orders) as average_order_value,
    year_before_revenue,
    case
        when is_comparable then revenue - year_before_revenue
    end::decimal(18, 4) as year_before_change,
    case
        when is_comparable
        and year_before_revenue > 0 then safe_div(revenue - year_before_revenue, year_before_revenue)
    end as year_before_change_rate,
    case
        when has_three then three_months
    end::decimal(18, 4) as three_month_revenue,
    case
        when has_three
        and has_three_before
        and three_months_before > 0 then safe_div(three_months - three_months_before, three_months_before)
    end as three_month_change_rate,
    case
        when has_twelve then twelve_months
    end::decimal(18, 4) as twelve_month_revenue,
    case
        when has_twelve
        and has_twelve_before
        and twelve_months_before > 0 then safe_div(twelve_months - twelve_months_before, twelve_months_before)
    end as twelve_month_change_rate
from
    compared
