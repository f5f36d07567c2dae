-- One row per customer and calendar quarter with an order or refund of it in it, all history.
-- format: shard
-- columns:
--   orders   Orders [orders]
--   revenue  Revenue [reporting currency]
--   margin   Margin; NULL where that of any order is not known [reporting currency]
select
    customers.customer_key,
    quarters.quarter,
    quarters.orders,
    quarters.revenue::double as revenue,
    quarters.margin::double as margin
from
    marts.revenue_by_customer_and_quarter as quarters
    inner join marts.customers as customers on quarters.customer_id = customers.customer_id
order by
    customers.customer_key,
    quarters.quarter
