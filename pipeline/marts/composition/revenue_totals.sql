-- One row per project: the figures of all customers in the current window and in the one before it. Each grouping and
-- each explanation of the change adds up to these. A window that ended before the first order has NULL, for nothing is
-- recorded of it; one without orders after the first has 0. The rate of change is NULL, with the reason, where the
-- window before is not recorded in full: half a year of history compared with a year would show a growth that is none.
-- What the newest orders bring is net of the returns that have come in: later ones will still lower it, so that the
-- current window looks a little better than it will prove, by at most what is usually returned late.
-- key: none
-- columns:
--   window_start_date                First day of the current window
--   prior_start_date                 First day of the window before
--   history_start_date               Date of the first order or refund known
--   is_prior_complete                Whether history covers the window before, give or take history_slack_days
--   customers                        Customers in the file, internal ones left out [customers]
--   buying_customers                 Customers with an order in the current window [customers]
--   prior_buying_customers           Customers with an order in the window before [customers]
--   orders                           Orders in the current window [orders]
--   prior_orders                     Orders in the window before [orders]
--   revenue                          Revenue in the current window [reporting currency]
--   prior_revenue                    Revenue in the window before [reporting currency]
--   margin                           Margin in the current window; NULL where that of any order is not known [reporting
--                                    currency]
--   prior_margin                     Margin in the window before; NULL where that of any order is not known [reporting
--                                    currency]
--   margin_rate                      Margin by revenue, current window; NULL where revenue is not positive
--   prior_margin_rate                Margin by revenue, window before; NULL where revenue is not positive
--   margin_known_rate                Orders and refunds of the current window with a known margin, by all of them [0 to
--                                    1]
--   known_margin                     Margin of these alone [reporting currency]
--   known_margin_rate                That by their revenue; NULL where it is not positive
--   average_order_value              Revenue by orders, current window [reporting currency]
--   prior_average_order_value        Revenue by orders, window before [reporting currency]
--   buying_customers_change_rate     Change of buying customers by those of the window before; like the changes below
--                                    NULL where that window is not recorded in full
--   orders_change_rate               Change of orders by those of the window before
--   margin_rate_change               Margin rate less that of the window before
--   average_order_value_change_rate  Change of the average order value by that of the window before
--   change                           Revenue less that of the window before [reporting currency]
--   change_rate                      Change by revenue of the window before
--   change_reason                    Why there is no rate of change
with
    customer_totals as (
        select
            count(*) as customers,
            count(
                case
                    when current_orders > 0 then 1
                end
            ) as buying_customers,
            count(
                case
                    when prior_orders > 0 then 1
                end
            ) as prior_buying_customers,
            sum(current_orders) as orders,
            sum(prior_orders) as prior_orders,
            coalesce(sum(current_revenue), 0) as revenue,
            coalesce(sum(prior_revenue), 0) as prior_revenue,
            case
                when count(current_revenue) = count(current_margin) then sum(current_margin)
            end as margin,
            case
                when count(prior_revenue) = count(prior_margin) then sum(prior_margin)
            end as prior_margin
        from
            marts.customers
        having
            count(*) > 0
    ),
    history as (
        select
            min(order_date) as history_start_date,
            count(
                case
                    when period = 'current' then 1
                end
            ) as current_records,
            count(
                case
                    when period = 'current' then margin
                end
            ) as current_margins,
            sum(
                case
                    when period = 'current' then margin
                end
            ) as known_margin,
            sum(
                case
                    when period = 'current'
                    and margin is not null then revenue
                end
            ) as known_margin_revenue
        from
            marts.orders
    ),
    windows as (
        select
            settings.as_of_date - settings.analysis_window_days + 1 as window_start_date,
            settings.as_of_date - 2 * settings.analysis_window_days + 1 as prior_start_date,
            history.history_start_date,
            history.history_start_date is not null as has_current,
            coalesce(history.history_start_date < settings.as_of_date - settings.analysis_window_days + 1, false) as has_prior,
            coalesce(
                history.history_start_date <= settings.as_of_date - 2 * settings.analysis_window_days + 1 + settings.composition_history_slack_days,
                false
            ) as is_prior_complete,
            safe_div(history.current_margins, history.current_records) as margin_known_rate,
            history.known_margin,
            case
                when history.known_margin_revenue > 0 then safe_div(history.known_margin, history.known_margin_revenue)
            end as known_margin_rate
        from
            history
            cross join run.settings as settings
    ),
    figures as (
        select
            windows.window_start_date,
            windows.prior_start_date,
            windows.history_start_date,
            windows.is_prior_complete,
            windows.margin_known_rate,
            windows.known_margin::decimal(18, 4) as known_margin,
            windows.known_margin_rate,
            totals.customers::integer as customers,
            case
                when windows.has_current then totals.buying_customers
            end::integer as buying_customers,
            case
                when windows.has_prior then totals.prior_buying_customers
            end::integer as prior_buying_customers,
            case
                when windows.has_current then totals.orders
            end::integer as orders,
            case
                when windows.has_prior then totals.prior_orders
            end::integer as prior_orders,
            case
                when windows.has_current then totals.revenue
            end::decimal(18, 4) as revenue,
            case
                when windows.has_prior then totals.prior_revenue
            end::decimal(18, 4) as prior_revenue,
            totals.margin::decimal(18, 4) as margin,
            totals.prior_margin::decimal(18, 4) as prior_margin
        from
            customer_totals as totals
            cross join windows
    ),
    reasoned as (
        select
            figures.*,
            (revenue - prior_revenue)::decimal(18, 4) as change,
            case
                when revenue is null then 'no orders'
                when prior_revenue is null then 'history begins after the window before'
                when not is_prior_complete then 'history begins within the window before'
                when prior_revenue <= 0 then 'no positive revenue in the window before'
            end as change_reason,
            case
                when revenue > 0 then safe_div(margin, revenue)
            end as margin_rate,
            case
                when prior_revenue > 0 then safe_div(prior_margin, prior_revenue)
            end as prior_margin_rate,
            safe_div(revenue, orders) as average_order_value,
            safe_div(prior_revenue, prior_orders) as prior_average_order_value
        from
            figures
    )
select
    window_start_date,
    prior_start_date,
    history_start_date,
    is_prior_complete,
    customers,
    buying_customers,
    prior_buying_customers,
    orders,
    prior_orders,
    revenue,
    prior_revenue,
    margin,
    prior_margin,
    margin_rate,
    prior_margin_rate,
    margin_known_rate,
    known_margin,
    known_margin_rate,
    average_order_value,
    prior_average_order_value,
    case
        when is_prior_complete then safe_div(buying_customers - prior_buying_customers, prior_buying_customers)
    end as buying_customers_change_rate,
    case
        when is_prior_complete then safe_div(orders - prior_orders, prior_orders)
    end as orders_change_rate,
    case
        when is_prior_complete then margin_rate - prior_margin_rate
    end as margin_rate_change,
    case
        when is_prior_complete then safe_div(average_order_value - prior_average_order_value, prior_average_order_value)
    end as average_order_value_change_rate,
    change,
    case
        when change_reason is null then safe_div(change, prior_revenue)
    end as change_rate,
    change_reason
from
    reasoned
