-- Bad rows: totals by customer that differ from the total of all orders
-- severity: error
-- fix: a mart loses or doubles orders; compare marts.customers with marts.orders
with
    by_order as (
        select
            coalesce(sum(revenue), 0) as revenue,
            coalesce(sum(order_count), 0) as orders
        from
            marts.orders
    ),
    by_customer as (
        select
            coalesce(sum(revenue), 0) as revenue,
            coalesce(sum(orders), 0) as orders
        from
            marts.customers
    )
select
    by_order.revenue as revenue_by_order,
    by_customer.revenue as revenue_by_customer,
    by_order.orders as orders_by_order,
    by_customer.orders as orders_by_customer
from
    by_order
    cross join by_customer
where
    by_order.revenue <> by_customer.revenue
    or by_order.orders <> by_customer.orders
