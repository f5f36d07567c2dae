-- One row per stage of the order cycle and number of days: how many orders of the current window took so long.
-- key: stage, days
-- columns:
--   stage   order to shipping, shipping to arrival or order to arrival
--   days    Calendar days [days]
--   orders  Orders that took so many [orders]
-- checks:
--   a number of days has orders: orders > 0
with
    staged as (
        select
            unnest(['order to shipping', 'shipping to arrival', 'order to arrival']) as stage,
            unnest([shipping_days, transit_days, delivery_days]) as days
        from
            marts.order_service
        where
            period = 'current'
    )
select
    stage,
    days,
    count(*)::integer as orders
from
    staged
where
    days is not null
group by
    stage,
    days
