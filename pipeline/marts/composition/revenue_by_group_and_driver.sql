-- One row per dimension of customers, group and driver of change. Each customer stands in one group of each dimension, see
-- customer_groups and group_values, so the groups of a dimension add up to all customers, and the drivers of a group to the
-- group.
-- key: dimension, group_name, group_kind, driver
-- columns:
--   dimension               What customers are divided by
--   group_name              Value that the customers have; other, unknown, no order yet or no tier where the kind says so
--   group_kind              value: of one value, even of one called other; folded: the smaller ones together; missing: of
--                           customers without a value
--   driver                  Driver of change, see change_by_customer; none: no order or refund in either window, or no
--                           window to compare with
--   customers               Customers [customers]
--   buying_customers        Customers with an order in the current window [customers]
--   prior_buying_customers  Customers with an order in the window before [customers]
--   orders                  Orders in the current window [orders]
--   prior_orders            Orders in the window before [orders]
--   revenue                 Revenue in the current window; NULL where none of them ordered [reporting currency]
--   prior_revenue           Revenue in the window before; NULL where none of them ordered [reporting currency]
--   margin                  Margin in the current window; NULL where that of any order is not known [reporting currency]
--   prior_margin            Margin in the window before; NULL where that of any order is not known [reporting currency]
--   change                  What the row adds to the change in revenue; NULL where no window is there to compare with [reporting currency]
select
    members.dimension,
    groups.group_name,
    groups.group_kind,
    coalesce(changes.driver, 'none') as driver,
    count(*)::integer as customers,
    count(
        case
            when customers.current_orders > 0 then 1
        end
    )::integer as buying_customers,
    count(
        case
            when customers.prior_orders > 0 then 1
        end
    )::integer as prior_buying_customers,
    sum(customers.current_orders)::integer as orders,
    sum(customers.prior_orders)::integer as prior_orders,
    sum(customers.current_revenue)::decimal(18, 4) as revenue,
    sum(customers.prior_revenue)::decimal(18, 4) as prior_revenue,
    case
        when count(customers.current_revenue) = count(customers.current_margin) then sum(customers.current_margin)
    end::decimal(18, 4) as margin,
    case
        when count(customers.prior_revenue) = count(customers.prior_margin) then sum(customers.prior_margin)
    end::decimal(18, 4) as prior_margin,
    case
        when totals.prior_revenue is not null then coalesce(sum(customers.current_revenue), 0) - coalesce(sum(customers.prior_revenue), 0)
    end::decimal(18, 4) as change
from
    marts.customer_groups as members
    inner join marts.group_values as groups on members.dimension = groups.dimension
    and members.group_value = groups.group_value
    and members.has_value = groups.has_value
    inner join marts.customers as customers on members.customer_id = customers.customer_id
    left join marts.change_by_customer as changes on members.customer_id = changes.customer_id
    cross join marts.revenue_totals as totals
group by
    members.dimension,
    groups.group_name,
    groups.group_kind,
    coalesce(changes.driver, 'none'),
    totals.prior_revenue
