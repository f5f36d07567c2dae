-- One row per dimension of orders or order lines and group, of the current window and the one before, see order_groups and
-- group_values. Revenue adds up to all orders; a customer or an order counts in each group that it has to do with, so
-- customers (and for categories orders) add up to more.
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
select
    members.dimension,
    groups.group_name,
    groups.group_kind,
    count(
        distinct case
            when members.period = 'current'
            and members.orders > 0 then members.customer_id
        end
    )::integer as buying_customers,
    count(
        distinct case
            when members.period = 'prior'
            and members.orders > 0 then members.customer_id
        end
    )::integer as prior_buying_customers,
    sum(
        case
            when members.period = 'current' then members.orders
            else 0
        end
    )::integer as orders,
    sum(
        case
            when members.period = 'prior' then members.orders
            else 0
        end
    )::integer as prior_orders,
    sum(
        case
            when members.period = 'current' then members.revenue
        end
    )::decimal(18, 4) as revenue,
    sum(
        case
            when members.period = 'prior' then members.revenue
        end
    )::decimal(18, 4) as prior_revenue,
    case
        when sum(
            case
                when members.period = 'current' then members.unmargined_orders
                else 0
            end
        ) = 0 then sum(
            case
                when members.period = 'current' then members.margin
            end
        )
    end::decimal(18, 4) as margin,
    case
        when sum(
            case
                when members.period = 'prior' then members.unmargined_orders
                else 0
            end
        ) = 0 then sum(
            case
                when members.period = 'prior' then members.margin
            end
        )
    end::decimal(18, 4) as prior_margin
from
    marts.order_groups as members
    inner join marts.group_values as groups on members.dimension = groups.dimension
    and members.group_value = groups.group_value
    and members.has_value = groups.has_value
group by
    members.dimension,
    groups.group_name,
    groups.group_kind
