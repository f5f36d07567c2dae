-- Bad rows: customers whose orders, revenue or last order in RFM, over all of history, differ from marts.customers
-- severity: error
-- fix: compare marts.rfm_values with marts.customers; both add up marts.orders
select
    customers.customer_id,
    customers.orders,
    points.orders as rfm_orders,
    customers.revenue,
    points.revenue as rfm_revenue,
    customers.recency_days,
    points.recency_days as rfm_recency_days
from
    marts.customers as customers
    full outer join marts.rfm_values as points on customers.customer_id = points.customer_id
    cross join run.settings as settings
where
    settings.rfm_window_days is null
    and (
        customers.orders > 0
        or points.customer_id is not null
    )
    and (
        customers.orders = points.orders
        and customers.revenue = points.revenue
        and customers.recency_days = points.recency_days
    ) is not true
