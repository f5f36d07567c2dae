-- Bad rows: groups of RFM whose cells do not add up to marts.rfm_groups, and scores to marts.rfm_cells
-- severity: error
-- fix: marts.cell_rfm counts a customer otherwise than the mart; compare the two, and marts.customer_cells
with
    sums as (
        select
            scheme,
            name,
            sum(customers) as customers,
            sum(orders) as orders,
            sum(revenue) as revenue
        from
            marts.cell_rfm
        group by
            scheme,
            name
    ),
    groups as (
        select
            scheme,
            name,
            customers,
            orders,
            revenue
        from
            marts.rfm_groups
        where
            customers > 0
        union all
        select
            'score',
            recency_score || '-' || frequency_score,
            customers,
            null,
            revenue
        from
            marts.rfm_cells
        where
            customers > 0
    )
select
    coalesce(sums.scheme, groups.scheme) as scheme,
    coalesce(sums.name, groups.name) as name,
    sums.customers,
    groups.customers as all_customers,
    sums.revenue,
    groups.revenue as all_revenue
from
    sums
    full join groups on sums.scheme = groups.scheme
    and sums.name = groups.name
where
    sums.customers is distinct from groups.customers
    or sums.revenue is distinct from groups.revenue
    or sums.orders <> groups.orders
