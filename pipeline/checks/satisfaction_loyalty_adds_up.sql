-- Bad rows: customers or revenue of the loyalty matrix that are not those of the customers that ever ordered
-- severity: error
-- fix: compare marts.customer_loyalty with marts.customers; each customer that ordered is in one cell
with
    cells as (
        select
            coalesce(sum(customers), 0) as customers,
            coalesce(sum(revenue), 0) as revenue
        from
            marts.loyalty_matrix
    ),
    buyers as (
        select
            count(*) as customers,
            coalesce(sum(current_revenue), 0) as revenue
        from
            marts.customers
        where
            orders > 0
    )
select
    cells.customers,
    buyers.customers as buying_customers,
    cells.revenue,
    buyers.revenue as buying_revenue
from
    cells
    cross join buyers
where
    cells.customers <> buyers.customers
    or cells.revenue <> buyers.revenue
