-- Bad rows: groups whose cells do not add up to marts.revenue_by_group
-- severity: error
-- fix: marts.cell_groups counts a customer or an order otherwise than marts.revenue_by_group; compare the two
with
    -- What is personal is rounded and withheld in revenue_by_group, and its cells never leave the warehouse.
    sums as (
        select
            dimension,
            group_name,
            group_kind,
            sum(customers) as customers,
            sum(buying_customers) as buying_customers,
            sum(prior_buying_customers) as prior_buying_customers,
            sum(orders) as orders,
            sum(prior_orders) as prior_orders,
            sum(revenue) as revenue,
            sum(prior_revenue) as prior_revenue,
            case
                when sum(unmargined_orders) = 0 then sum(margin)
            end as margin,
            case
                when sum(prior_unmargined_orders) = 0 then sum(prior_margin)
            end as prior_margin
        from
            marts.cell_groups
        where
            dimension not in (
                select
                    dimension
                from
                    marts.dimensions
                where
                    is_personal
            )
        group by
            dimension,
            group_name,
            group_kind
    ),
    groups as (
        select
            *
        from
            marts.revenue_by_group
        where
            group_kind <> 'internal'
            and dimension not in (
                select
                    dimension
                from
                    marts.dimensions
                where
                    is_personal
            )
    )
select
    coalesce(sums.dimension, groups.dimension) as dimension,
    coalesce(sums.group_name, groups.group_name) as group_name,
    coalesce(sums.group_kind, groups.group_kind) as group_kind,
    sums.customers,
    groups.customers as all_customers,
    sums.orders,
    groups.orders as all_orders,
    sums.revenue,
    groups.revenue as all_revenue
from
    sums
    full join groups on sums.dimension = groups.dimension
    and sums.group_name = groups.group_name
    and sums.group_kind = groups.group_kind
where
    sums.dimension is null
    or groups.dimension is null
    or sums.customers is distinct from groups.customers
    or sums.buying_customers is distinct from coalesce(groups.buying_customers, 0)
    or sums.prior_buying_customers is distinct from coalesce(groups.prior_buying_customers, 0)
    or sums.orders is distinct from coalesce(groups.orders, 0)
    or sums.prior_orders is distinct from coalesce(groups.prior_orders, 0)
    or sums.revenue is distinct from coalesce(groups.revenue, 0)
    or sums.prior_revenue is distinct from coalesce(groups.prior_revenue, 0)
    -- A margin that is not known is not 0; where nothing was sold or given back there is none.
    or (
        (
            sums.orders > 0
            or sums.revenue <> 0
        )
        and sums.margin is distinct from groups.margin
    )
    or (
        (
            sums.prior_orders > 0
            or sums.prior_revenue <> 0
        )
        and sums.prior_margin is distinct from groups.prior_margin
    )
