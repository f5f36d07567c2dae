-- Bad rows: months whose cells do not add up to marts.revenue_by_month
-- severity: error
-- fix: marts.cell_months loses or doubles orders; compare it with marts.revenue_by_month and marts.customer_cells
with
    sums as (
        select
            month,
            sum(orders) as orders,
            sum(buying_customers) as buying_customers,
            sum(new_customers) as new_customers,
            sum(revenue) as revenue,
            case
                when sum(unmargined_orders) = 0 then sum(margin)
            end as margin
        from
            marts.cell_months
        group by
            month
    )
select
    coalesce(sums.month, totals.month) as month,
    sums.orders,
    totals.orders as all_orders,
    sums.revenue,
    totals.revenue as all_revenue,
    sums.new_customers,
    totals.new_customers as all_new_customers
from
    sums
    full join marts.revenue_by_month as totals on sums.month = totals.month
where
    totals.month is null
    or coalesce(sums.orders, 0) <> totals.orders
    or coalesce(sums.buying_customers, 0) <> totals.buying_customers
    or coalesce(sums.new_customers, 0) <> totals.new_customers
    or coalesce(sums.revenue, 0) <> totals.revenue
    or sums.margin is distinct from totals.margin
