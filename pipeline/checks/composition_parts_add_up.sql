-- Bad rows: tables whose parts differ from the orders they are made of
-- severity: error
-- fix: a table loses or doubles orders; compare it with marts.orders
with
    sums as (
        select
            'revenue_totals' as part_table,
            'current' as period,
            revenue
        from
            marts.revenue_totals
        union all
        select
            'revenue_totals',
            'prior',
            prior_revenue
        from
            marts.revenue_totals
        union all
        select
            'customer_shares',
            period,
            sum(revenue)
        from
            marts.customer_shares
        group by
            period
        union all
        select
            'order_categories',
            period,
            sum(revenue)
        from
            marts.order_categories
        group by
            period
        union all
        select
            'revenue_by_month',
            'all',
            sum(revenue)
        from
            marts.revenue_by_month
    ),
    orders as (
        select
            period,
            sum(revenue) as revenue
        from
            marts.orders
        group by
            period
        union all
        select
            'all',
            sum(revenue)
        from
            marts.orders
    )
select
    sums.part_table,
    sums.period,
    sums.revenue,
    orders.revenue as order_revenue
from
    sums
    left join orders on sums.period = orders.period
where
    coalesce(sums.revenue, 0) <> coalesce(orders.revenue, 0)
