-- One row per order or refund on the page of a customer: the latest, as many as settings.selection.listed_orders says.
-- format: shard
-- columns:
--   orders   1 for an order, 0 for a refund [orders]
--   revenue  Worth less returns [reporting currency]
--   margin   Revenue less the cost of the goods; NULL where that is not known [reporting currency]
--   channel  Channel of the order, or that of the customer
select
    customers.customer_key,
    orders.order_date,
    orders.order_count as orders,
    orders.revenue::double as revenue,
    orders.margin::double as margin,
    orders.channel
from
    marts.orders as orders
    inner join marts.customers as customers on orders.customer_id = customers.customer_id
    cross join run.settings as settings
qualify
    row_number() over (
        partition by
            orders.customer_id
        order by
            orders.order_date desc,
            orders.order_id
    ) <= settings.selection_listed_orders
order by
    customers.customer_key,
    orders.order_date desc,
    orders.order_id
