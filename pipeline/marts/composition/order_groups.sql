-- One row per dimension of orders or order lines, value, customer and window: what the customer ordered of it. A dimension of
-- orders is left out where fewer orders than differing_orders_rate of the settings say anything else than their customers,
-- for then the dimension of customers shows it.
-- key: dimension, group_value, has_value, customer_id, period
-- columns:
--   dimension          What orders or their lines are divided by
--   group_value        Value that the orders or lines have; the missing_name of dimensions where they have none, as orders without
--                      lines have no product category
--   has_value          Whether they have one, even if that is called unknown
--   customer_id        Customer
--   period             current or prior window
--   orders             Orders; an order counts in each of its product categories [orders]
--   revenue            Revenue [reporting currency]
--   margin             Margin of the orders and refunds that it is known of; NULL where it is known of none [reporting currency]
--   unmargined_orders  Orders and refunds whose margin is not known [orders]
with
    valued as (
        select
            dimensions.dimension,
            dimensions.missing_name,
            case dimensions.dimension
                when 'order_channel' then orders.channel
                when 'order_region' then orders.region
                when 'order_owner' then orders.owner
            end as known_value,
            case dimensions.dimension
                when 'order_channel' then customers.channel
                when 'order_region' then customers.region
                when 'order_owner' then customers.owner
            end as customer_value,
            orders.customer_id,
            orders.period,
            orders.order_count,
            orders.revenue,
            orders.margin
        from
            marts.orders as orders
            inner join marts.customers as customers on orders.customer_id = customers.customer_id
            cross join marts.dimensions as dimensions
        where
            orders.period <> 'earlier'
            and dimensions.level = 'order'
        union all
        select
            dimensions.dimension,
            dimensions.missing_name,
            case
                when categories.has_category then categories.category
            end,
            null,
            categories.customer_id,
            categories.period,
            categories.order_count,
            categories.revenue,
            categories.margin
        from
            marts.order_categories as categories
            cross join marts.dimensions as dimensions
        where
            categories.period <> 'earlier'
            and dimensions.dimension = 'product_category'
    ),
    summed as (
        select
            dimension,
            missing_name,
            known_value,
            customer_id,
            period,
            count(*) as entries,
            count(
                case
                    when known_value is distinct from customer_value then 1
                end
            ) as differing_entries,
            sum(order_count) as orders,
            sum(revenue) as revenue,
            sum(margin) as margin,
            count(*) - count(margin) as unmargined_orders
        from
            valued
        group by
            dimension,
            missing_name,
            known_value,
            customer_id,
            period
    ),
    shown as (
        select
            summed.dimension
        from
            summed
            cross join run.settings as settings
        where
            summed.known_value is not null
        group by
            summed.dimension,
            settings.composition_differing_orders_rate
        having
            sum(summed.differing_entries) > 0
            and safe_div(sum(summed.differing_entries), sum(summed.entries)) >= settings.composition_differing_orders_rate
    )
select
    summed.dimension,
    coalesce(summed.known_value, summed.missing_name) as group_value,
    summed.known_value is not null as has_value,
    summed.customer_id,
    summed.period,
    summed.orders::integer as orders,
    summed.revenue::decimal(18, 4) as revenue,
    summed.margin::decimal(18, 4) as margin,
    summed.unmargined_orders::integer as unmargined_orders
from
    summed
    inner join shown on summed.dimension = shown.dimension
