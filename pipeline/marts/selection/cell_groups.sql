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
    by_customer as (
        select
            members.dimension,
            groups.group_name,
            groups.group_kind,
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
            marts.customer_groups as members
            inner join marts.group_values as groups on members.dimension = groups.dimension
            and members.group_value = groups.group_value
            and members.has_value = groups.has_value
            left join marts.changes_by_customer_and_period as changes on members.customer_id = changes.customer_id
            and changes.period = 'window'
    ),
    -- Before anything is counted: a customer of several values that are folded into one group is one customer of the group.
    by_order as (
        select
            members.dimension,
            groups.group_name,
            groups.group_kind,
            members.customer_id,
            'none' as driver,
            null::integer as customers,
            sum(
                case
                    when members.period = 'current' then members.orders
                    else 0
                end
            ) as orders,
            sum(
                case
                    when members.period = 'prior' then members.orders
                    else 0
                end
            ) as prior_orders,
            sum(
                case
                    when members.period = 'current' then members.revenue
                    else 0
                end
            ) as revenue,
            sum(
                case
                    when members.period = 'prior' then members.revenue
                    else 0
                end
            ) as prior_revenue,
            sum(
                case
                    when members.period = 'current' then coalesce(members.margin, 0)
                    else 0
                end
            ) as margin,
            sum(
                case
                    when members.period = 'prior' then coalesce(members.margin, 0)
                    else 0
                end
            ) as prior_margin,
            sum(
                case
                    when members.period = 'current' then members.unmargined_orders
                    else 0
                end
            ) as unmargined_orders,
            sum(
                case
                    when members.period = 'prior' then members.unmargined_orders
                    else 0
                end
            ) as prior_unmargined_orders
        from
            marts.order_groups as members
            inner join marts.group_values as groups on members.dimension = groups.dimension
            and members.group_value = groups.group_value
            and members.has_value = groups.has_value
        group by
            members.dimension,
            groups.group_name,
            groups.group_kind,
            members.customer_id
    ),
    members as (
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
    members.dimension,
    members.group_name,
    members.group_kind,
    members.driver,
    cells.cell,
    sum(members.customers)::integer as customers,
    sum((members.orders > 0)::integer)::integer as buying_customers,
    sum((members.prior_orders > 0)::integer)::integer as prior_buying_customers,
    sum(members.orders)::integer as orders,
    sum(members.prior_orders)::integer as prior_orders,
    sum(members.revenue)::decimal(18, 4) as revenue,
    sum(members.prior_revenue)::decimal(18, 4) as prior_revenue,
    sum(members.margin)::decimal(18, 4) as margin,
    sum(members.prior_margin)::decimal(18, 4) as prior_margin,
    sum(members.unmargined_orders)::integer as unmargined_orders,
    sum(members.prior_unmargined_orders)::integer as prior_unmargined_orders
from
    members
    inner join marts.customer_cells as cells on members.customer_id = cells.customer_id
group by
    members.dimension,
    members.group_name,
    members.group_kind,
    members.driver,
    cells.cell
