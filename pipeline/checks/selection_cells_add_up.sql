-- Bad rows: tables by cell that do not hold each customer once
-- severity: error
-- fix: a customer is in no cell or in several; compare marts.customer_cells with marts.customers
with
    sums as (
        select
            'cells' as mart,
            sum(customers) as customers
        from
            marts.cells
        union all
        select
            'cell_tiers',
            sum(customers)
        from
            marts.cell_tiers
    )
select
    sums.mart,
    sums.customers,
    totals.customers as all_customers
from
    sums
    cross join marts.revenue_totals as totals
where
    sums.customers is distinct from totals.customers
