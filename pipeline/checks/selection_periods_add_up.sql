-- Bad rows: periods whose cells do not add up to all orders of the period, or the window's not to marts.revenue_totals
-- severity: error
-- fix: marts.changes_by_customer_and_period or marts.cell_periods loses or doubles orders; compare them with marts.orders
with
    sums as (
        select
            period,
            sum(buying_customers) as buying_customers,
            sum(prior_buying_customers) as prior_buying_customers,
            sum(orders) as orders,
            sum(prior_orders) as prior_orders,
            sum(revenue) as revenue,
            sum(prior_revenue) as prior_revenue,
            sum(margin) as margin,
            sum(unmargined_orders) as unmargined_orders
        from
            marts.cell_periods
        group by
            period
    ),
    placed as (
        select
            periods.period,
            sum(orders.order_count) as orders,
            sum(orders.revenue) as revenue
        from
            marts.orders as orders
            inner join marts.periods as periods on orders.order_date between periods.start_date and periods.end_date
        group by
            periods.period
    )
select
    coalesce(sums.period, placed.period) as period,
    sums.orders,
    placed.orders as placed_orders,
    sums.revenue,
    placed.revenue as placed_revenue
from
    sums
    full join placed on sums.period = placed.period
where
    coalesce(sums.orders, 0) <> coalesce(placed.orders, 0)
    or coalesce(sums.revenue, 0) <> coalesce(placed.revenue, 0)
union all
select
    sums.period,
    sums.orders,
    totals.orders,
    sums.revenue,
    totals.revenue
from
    sums
    cross join marts.revenue_totals as totals
where
    sums.period = 'window'
    and (
        sums.buying_customers <> totals.buying_customers
        or sums.prior_buying_customers <> totals.prior_buying_customers
        or sums.orders <> totals.orders
        or sums.prior_orders <> totals.prior_orders
        or sums.revenue <> totals.revenue
        or sums.prior_revenue <> totals.prior_revenue
        or sums.margin <> totals.known_margin
        or (sums.unmargined_orders > 0) <> (totals.margin_known_rate < 1)
    )
