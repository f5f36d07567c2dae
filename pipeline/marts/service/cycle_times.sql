-- One row per stage of the order cycle, dimension, group and time: how long it takes, and how evenly.
-- Stages are order to shipping, shipping to arrival and order to arrival, in calendar days; an order counts in those of which both days
-- are known. Dimensions and times are those of service_by_group but for the category and months. The spread is the standard
-- deviation between orders, by n - 1.
-- key: stage, dimension, group_name, period
-- columns:
--   stage          order to shipping, shipping to arrival or order to arrival
--   stage_position  1, 2 or 3
--   dimension      all, kind, tier, region or channel
--   group_name     Group
--   period         current or prior
--   orders         Orders whose days are known [orders]
--   mean_days      Mean [days]
--   spread_days    Standard deviation; NULL of one order [days]
--   median_days    Median, the 50th percentile [days]
--   p90_days       90th percentile: nine of ten orders take no longer [days]
--   shortest_days  Shortest [days]
--   longest_days   Longest [days]
-- checks:
--   the percentiles lie between the ends: shortest_days <= median_days and median_days <= p90_days and p90_days <= longest_days
with
    divided as (
        select
            unnest(['all', 'kind', 'tier', 'region', 'channel']) as dimension,
            unnest(['all', kind, coalesce(tier, 'no tier'), coalesce(region, 'unknown'), coalesce(channel, 'unknown')]) as group_name,
            period,
            shipping_days,
            transit_days,
            delivery_days
        from
            marts.order_service
        where
            period <> 'earlier'
    ),
    staged as (
        select
            unnest(['order to shipping', 'shipping to arrival', 'order to arrival']) as stage,
            unnest([1, 2, 3]) as stage_position,
            unnest([shipping_days, transit_days, delivery_days]) as days,
            dimension,
            group_name,
            period
        from
            divided
    ),
    summed as (
        select
            stage,
            stage_position,
            dimension,
            group_name,
            period,
            count(days) as orders,
            sum(days) as days,
            sum(days * days) as squares,
            quantile_cont(days::double, 0.5) as median_days,
            quantile_cont(days::double, 0.9) as p90_days,
            min(days) as shortest_days,
            max(days) as longest_days
        from
            staged
        where
            days is not null
        group by
            stage,
            stage_position,
            dimension,
            group_name,
            period
    )
select
    stage,
    stage_position::integer as stage_position,
    dimension,
    group_name,
    period,
    orders::integer as orders,
    safe_div(days, orders) as mean_days,
    case
        when orders > 1 then sqrt(greatest(0, safe_div(squares - safe_div(days * days, orders), orders - 1)))
    end as spread_days,
    median_days,
    p90_days,
    shortest_days::integer as shortest_days,
    longest_days::integer as longest_days
from
    summed
