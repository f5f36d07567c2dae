-- One row per customer that is scored: with an order in the window of RFM, which is all of history unless set.
-- Refunds lower revenue and are no orders, so amounts can be negative.
-- key: customer_id
-- columns:
--   customer_id   Customer
--   recency_days  R: days from the last order to the as-of date [days]
--   orders        F: orders in the window [orders]
--   revenue       Revenue in the window [reporting currency]
--   amount        M: revenue in the window, or that of an order on average, by setting [reporting currency]
-- checks:
--   the last order is not ahead: recency_days >= 0
--   a customer that is scored has ordered: orders >= 1
with
    order_totals as (
        select
            orders.customer_id,
            max(
                case
                    when orders.order_count > 0 then orders.order_date
                end
            ) as last_order_date,
            sum(orders.order_count) as orders,
            sum(orders.revenue) as revenue
        from
            marts.orders as orders
            cross join run.settings as settings
        where
            settings.rfm_window_days is null
            or orders.order_date > settings.as_of_date - settings.rfm_window_days
        group by
            orders.customer_id
    )
select
    order_totals.customer_id,
    (settings.as_of_date - order_totals.last_order_date)::integer as recency_days,
    order_totals.orders::integer as orders,
    order_totals.revenue::decimal(18, 4) as revenue,
    case settings.rfm_amount
        when 'mean' then safe_div(order_totals.revenue, order_totals.orders)
        else order_totals.revenue
    end::decimal(18, 4) as amount
from
    order_totals
    cross join run.settings as settings
where
    order_totals.orders > 0
    and order_totals.revenue is not null
