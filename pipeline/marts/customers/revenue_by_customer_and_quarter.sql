-- One row per customer and calendar quarter with an order or refund of it in it.
-- key: customer_id, quarter
-- columns:
--   customer_id  Customer
--   quarter      First day of the quarter
--   orders       Orders [orders]
--   revenue      Revenue [reporting currency]
--   margin       Margin; NULL where that of any order is not known [reporting currency]
select
    customer_id,
    date_trunc('quarter', order_date)::date as quarter,
    sum(order_count)::integer as orders,
    sum(revenue)::decimal(18, 4) as revenue,
    case
        when count(*) = count(margin) then sum(margin)
    end::decimal(18, 4) as margin
from
    marts.orders
group by
    customer_id,
    date_trunc('quarter', order_date)::date
