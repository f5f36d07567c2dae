-- Bad rows: schemes of RFM whose groups do not add up to the customers scored, their orders and their revenue
-- severity: error
-- fix: a customer is in no group or in several; compare marts.rfm_groups, marts.rfm_scheme_segments and marts.rfm_cells with marts.rfm_customers
with
    sums as (
        select
            scheme,
            sum(customers) as customers,
            sum(orders) as orders,
            sum(revenue) as revenue
        from
            marts.rfm_groups
        group by
            scheme
        union all
        select
            'segments by ' || scheme,
            sum(customers),
            sum(orders),
            sum(revenue)
        from
            marts.rfm_scheme_segments
        group by
            scheme
        union all
        select
            'cell',
            sum(customers),
            null,
            sum(revenue)
        from
            marts.rfm_cells
    )
select
    sums.scheme,
    sums.customers,
    totals.customers as all_customers,
    sums.orders,
    totals.orders as all_orders,
    sums.revenue,
    totals.revenue as all_revenue
from
    sums
    cross join marts.rfm_totals as totals
where
    (
        sums.customers = totals.customers
        and coalesce(sums.orders, totals.orders) = totals.orders
        and sums.revenue = totals.revenue
    ) is not true
