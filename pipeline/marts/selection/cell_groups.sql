-- One row per dimension, group, driver of change and cell, of the current window and the one before. The groups are those
-- of revenue_by_group, without internal customers. All figures add up to it, but for product categories the orders, which
-- count in each of their categories.
-- key: dimension, group_name, group_kind, driver, cell
-- columns:
--   dimension                What is divided
--   group_name               Value of the group; other, unknown, no order yet or no tier where the kind says so
--   group_kind               value, folded or missing, see revenue_by_group
--   driver                   Driver of change, see change_by_customer; none: no order or refund in either window, no window
--                            to compare with, or a dimension of orders
--   cell                     Cell of the customers, see cells
--   customers                Customers; NULL for dimensions of orders, which divide no customers [customers]
--   buying_customers         Customers with such an order in the current window [customers]
--   prior_buying_customers   Customers with such an order in the window before [customers]
--   orders                   Orders in the current window [orders]
--   prior_orders             Orders in the window before [orders]
--   revenue                  Revenue in the current window [reporting currency]
--   prior_revenue            Revenue in the window before [reporting currency]
--   margin                   Margin in the current window, of the orders and refunds that it is known of [reporting currency]
--   prior_margin             The same in the window before [reporting currency]
--   unmargined_orders        Orders and refunds in the current window whose margin is not known [orders]
--   prior_unmargined_orders  The same in the window before [orders]
with
    shown as (
        select distinct
            dimension
        from
            marts.revenue_by_group
        where
            group_kind <> 'internal'
    ),
    customer_values as (
        select
            dimensions.dimension,
            case dimensions.dimension
                when 'kind' then customers.kind
                when 'region' then customers.region
                when 'country' then customers.country
                when 'city' then customers.city
                when 'industry' then customers.industry
                when 'company_size' then customers.company_size
                when 'channel' then customers.channel
                when 'source' then customers.source
                when 'owner' then customers.owner
                when 'sex' then customers.sex
                when 'age_band' then customers.age_band
                when 'income_band' then customers.income_band
                when 'education' then customers.education
                when 'occupation' then customers.occupation
                when 'credit_grade' then customers.credit_grade
                when 'tier' then tiers.tier
                when 'first_order_year' then customers.first_deal_year
            end as group_value,
            customers.customer_id
        from
            marts.customers as customers
            cross join run.composition_dimensions as dimensions
            left join marts.customer_tiers as tiers on customers.customer_id = tiers.customer_id
        where
            not starts_with(dimensions.dimension, 'order_')
            and not starts_with(dimensions.dimension, 'product_')
    ),
    order_values as (
        select
            dimensions.dimension,
            case dimensions.dimension
                when 'order_channel' then orders.channel
                when 'order_region' then orders.region
                when 'order_owner' then orders.owner
            end as group_value,
            orders.customer_id,
            orders.period = 'current' as is_current,
            orders.order_count,
            orders.revenue,
            orders.margin
        from
            marts.orders as orders
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
            categories.customer_id,
            categories.period = 'current',
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
    -- Small groups are folded before anything is counted: a customer of several of them is one customer of the fold.
    names as (
        select
            found.dimension,
            found.group_value,
            case
                when found.group_value is null then 'missing'
                when groups.group_name is null then 'folded'
                else 'value'
            end as group_kind
        from
            (
                select distinct
                    dimension,
                    group_value
                from
                    customer_values
                union
                select distinct
                    dimension,
                    group_value
                from
                    order_values
            ) as found
            inner join shown on found.dimension = shown.dimension
            left join marts.revenue_by_group as groups on found.dimension = groups.dimension
            and found.group_value = groups.group_name
            and groups.group_kind = 'value'
    ),
    by_customer as (
        select
            names.dimension,
            case
                when names.group_kind = 'value' then names.group_value
            end as group_value,
            names.group_kind,
            members.customer_id,
            coalesce(changes.driver, 'none') as driver,
            1 as customers,
            coalesce(changes.orders, 0) as orders,
            coalesce(changes.prior_orders, 0) as prior_orders,
            coalesce(changes.revenue, 0) as revenue,
            coalesce(changes.prior_revenue, 0) as prior_revenue,
            coalesce(changes.margin, 0) as margin,
            coalesce(changes.prior_margin, 0) as prior_margin,
            coalesce(changes.unmargined_orders, 0) as unmargined_orders,
            coalesce(changes.prior_unmargined_orders, 0) as prior_unmargined_orders
        from
            customer_values as members
            inner join names on members.dimension = names.dimension
            and members.group_value is not distinct from names.group_value
            left join marts.changes_by_customer_and_period as changes on members.customer_id = changes.customer_id
            and changes.period = 'window'
    ),
    by_order as (
        select
            names.dimension,
            case
                when names.group_kind = 'value' then names.group_value
            end as group_value,
            names.group_kind,
            members.customer_id,
            'none' as driver,
            null::integer as customers,
            coalesce(
                sum(
                    case
                        when members.is_current then members.order_count
                    end
                ),
                0
            ) as orders,
            coalesce(
                sum(
                    case
                        when not members.is_current then members.order_count
                    end
                ),
                0
            ) as prior_orders,
            coalesce(
                sum(
                    case
                        when members.is_current then members.revenue
                    end
                ),
                0
            ) as revenue,
            coalesce(
                sum(
                    case
                        when not members.is_current then members.revenue
                    end
                ),
                0
            ) as prior_revenue,
            coalesce(
                sum(
                    case
                        when members.is_current then members.margin
                    end
                ),
                0
            ) as margin,
            coalesce(
                sum(
                    case
                        when not members.is_current then members.margin
                    end
                ),
                0
            ) as prior_margin,
            coalesce(
                sum(
                    case
                        when members.is_current then (members.margin is null)::integer
                    end
                ),
                0
            ) as unmargined_orders,
            coalesce(
                sum(
                    case
                        when not members.is_current then (members.margin is null)::integer
                    end
                ),
                0
            ) as prior_unmargined_orders
        from
            order_values as members
            inner join names on members.dimension = names.dimension
            and members.group_value is not distinct from names.group_value
        group by all
    ),
    named as (
        select
            *
        from
            by_customer
        union all
        select
            *
        from
            by_order
    )
select
    named.dimension,
    case
        when named.group_kind = 'value' then named.group_value
        when named.group_kind = 'folded' then 'other'
        when named.dimension = 'first_order_year' then 'no order yet'
        when named.dimension = 'tier' then 'no tier'
        else 'unknown'
    end as group_name,
    named.group_kind,
    named.driver,
    cells.cell,
    sum(named.customers)::integer as customers,
    sum((named.orders > 0)::integer)::integer as buying_customers,
    sum((named.prior_orders > 0)::integer)::integer as prior_buying_customers,
    sum(named.orders)::integer as orders,
    sum(named.prior_orders)::integer as prior_orders,
    sum(named.revenue)::decimal(18, 4) as revenue,
    sum(named.prior_revenue)::decimal(18, 4) as prior_revenue,
    sum(named.margin)::decimal(18, 4) as margin,
    sum(named.prior_margin)::decimal(18, 4) as prior_margin,
    sum(named.unmargined_orders)::integer as unmargined_orders,
    sum(named.prior_unmargined_orders)::integer as prior_unmargined_orders
from
    named
    inner join marts.customer_cells as cells on named.customer_id = cells.customer_id
group by
    named.dimension,
    group_name,
    named.group_kind,
    named.driver,
    cells.cell
