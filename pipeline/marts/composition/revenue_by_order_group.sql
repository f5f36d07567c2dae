-- One row per dimension of orders or order lines and group, of the current window and the one before. Revenue adds up to
-- all orders; a customer or an order counts in each group that it has to do with, so customers (and for categories orders)
-- add up to more. A dimension of orders is left out where fewer orders than differing_orders_rate of the settings say
-- anything else than their customers, for then the dimension of customers shows it. Groups are folded as in
-- revenue_by_group_and_driver.
-- key: dimension, group_name, group_kind
-- columns:
--   dimension               What orders or their lines are divided by
--   group_name              Value that the orders or lines have; other or unknown where the kind says so
--   group_kind              value: of one value, even of one called other; folded: the smaller ones together; missing: of
--                           orders or lines without a value, and for product categories orders without lines
--   buying_customers        Customers with such an order in the current window [customers]
--   prior_buying_customers  Customers with such an order in the window before [customers]
--   orders                  Orders in the current window [orders]
--   prior_orders            Orders in the window before [orders]
--   revenue                 Revenue in the current window; NULL without orders in it [reporting currency]
--   prior_revenue           Revenue in the window before; NULL without orders in it [reporting currency]
--   margin                  Margin in the current window; NULL where that of any order is not known [reporting currency]
--   prior_margin            Margin in the window before; NULL where that of any order is not known [reporting currency]
with
    order_values as (
        select
            dimensions.dimension,
            case dimensions.dimension
                when 'order_channel' then orders.channel
                when 'order_region' then orders.region
                when 'order_owner' then orders.owner
            end as group_value,
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
            cross join run.composition_dimensions as dimensions
        where
            orders.period <> 'earlier'
            and starts_with(dimensions.dimension, 'order_')
        union all
        select
            dimensions.dimension,
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
            cross join run.composition_dimensions as dimensions
        where
            categories.period <> 'earlier'
            and dimensions.dimension = 'product_category'
    ),
    shown_dimensions as (
        select
            order_values.dimension
        from
            order_values
            cross join run.settings as settings
        where
            order_values.group_value is not null
        group by
            order_values.dimension,
            settings.composition_differing_orders_rate
        having
            count(
                case
                    when order_values.group_value is distinct from order_values.customer_value then 1
                end
            ) > 0
            and safe_div(
                count(
                    case
                        when order_values.group_value is distinct from order_values.customer_value then 1
                    end
                ),
                count(*)
            ) >= settings.composition_differing_orders_rate
    ),
    ranked as (
        select
            dimension,
            group_value,
            row_number() over (
                partition by
                    dimension
                order by
                    greatest(
                        coalesce(
                            sum(
                                case
                                    when period = 'current' then revenue
                                end
                            ),
                            0
                        ),
                        coalesce(
                            sum(
                                case
                                    when period = 'prior' then revenue
                                end
                            ),
                            0
                        )
                    ) desc,
                    sum(order_count) desc,
                    group_value
            ) as size_rank
        from
            order_values
        where
            group_value is not null
        group by
            dimension,
            group_value
    ),
    named as (
        select
            order_values.*,
            case
                when order_values.group_value is null then 'unknown'
                when ranked.size_rank > settings.composition_max_groups then 'other'
                else order_values.group_value
            end as group_name,
            case
                when order_values.group_value is null then 'missing'
                when ranked.size_rank > settings.composition_max_groups then 'folded'
                else 'value'
            end as group_kind
        from
            order_values
            cross join run.settings as settings
            left join ranked on order_values.dimension = ranked.dimension
            and order_values.group_value = ranked.group_value
        where
            order_values.dimension in (
                select
                    dimension
                from
                    shown_dimensions
            )
    )
select
    dimension,
    group_name,
    group_kind,
    count(
        distinct case
            when period = 'current'
            and order_count > 0 then customer_id
        end
    )::integer as buying_customers,
    count(
        distinct case
            when period = 'prior'
            and order_count > 0 then customer_id
        end
    )::integer as prior_buying_customers,
    sum(
        case
            when period = 'current' then order_count
            else 0
        end
    )::integer as orders,
    sum(
        case
            when period = 'prior' then order_count
            else 0
        end
    )::integer as prior_orders,
    sum(
        case
            when period = 'current' then revenue
        end
    )::decimal(18, 4) as revenue,
    sum(
        case
            when period = 'prior' then revenue
        end
    )::decimal(18, 4) as prior_revenue,
    case
        when count(
            case
                when period = 'current' then 1
            end
        ) = count(
            case
                when period = 'current' then margin
            end
        ) then sum(
            case
                when period = 'current' then margin
            end
        )
    end::decimal(18, 4) as margin,
    case
        when count(
            case
                when period = 'prior' then 1
            end
        ) = count(
            case
                when period = 'prior' then margin
            end
        ) then sum(
            case
                when period = 'prior' then margin
            end
        )
    end::decimal(18, 4) as prior_margin
from
    named
group by
    dimension,
    group_name,
    group_kind
