-- Bad rows: dimensions whose groups do not add up to all customers, orders or revenue
-- severity: error
-- fix: a grouping loses or doubles customers or orders; compare marts.revenue_by_group with marts.revenue_totals
with
    sums as (
        select
            dimension,
            level,
            sum(customers) as customers,
            sum(buying_customers) as buying_customers,
            sum(orders) as orders,
            sum(prior_orders) as prior_orders,
            sum(revenue) as revenue,
            sum(prior_revenue) as prior_revenue
        from
            marts.revenue_by_group
        where
            group_kind <> 'internal'
        group by
            dimension,
            level
    )
select
    sums.dimension,
    sums.customers,
    sums.buying_customers,
    sums.orders,
    sums.prior_orders,
    sums.revenue,
    sums.prior_revenue
from
    sums
    cross join marts.revenue_totals as totals
where
    sums.revenue is distinct from totals.revenue
    or sums.prior_revenue is distinct from totals.prior_revenue
    or (
        sums.level <> 'line'
        and (
            sums.orders is distinct from totals.orders
            or sums.prior_orders is distinct from totals.prior_orders
        )
    )
    or (
        sums.level = 'customer'
        and (
            sums.customers is distinct from totals.customers
            or sums.buying_customers is distinct from totals.buying_customers
        )
    )
