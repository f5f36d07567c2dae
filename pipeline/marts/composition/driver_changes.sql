-- One row per comparison and driver of the change in revenue, all seven of them: customers by how they moved revenue.
-- The changes add up to the change in revenue exactly. The drivers are those of changes_by_customer_and_period: new is whose first
-- deal came after the earlier period, also between the two.
-- key: comparison, driver
-- columns:
--   comparison     Two periods, see comparisons
--   driver         new, won back, grown, unchanged, shrunk, lost or refunded
--   position       Order of the drivers on a page
--   customers      Customers of the driver [customers]
--   revenue        Their revenue in the later period [reporting currency]
--   prior_revenue  Their revenue in the earlier one [reporting currency]
--   change         Revenue less that of the earlier period [reporting currency]
-- checks:
--   the change is the difference: change = revenue - prior_revenue
with
    sums as (
        select
            spans.start_date,
            spans.end_date,
            orders.customer_id,
            sum(orders.order_count) as orders,
            sum(orders.revenue) as revenue
        from
            marts.compared_periods as spans
            inner join marts.orders as orders on orders.order_date between spans.start_date and spans.end_date
        group by
            spans.start_date,
            spans.end_date,
            orders.customer_id
    ),
    parts as (
        select
            comparisons.comparison,
            sums.customer_id,
            sums.orders,
            0 as prior_orders,
            sums.revenue,
            0 as prior_revenue
        from
            marts.comparisons as comparisons
            inner join sums on comparisons.start_date = sums.start_date
            and comparisons.end_date = sums.end_date
        union all
        select
            comparisons.comparison,
            sums.customer_id,
            0,
            sums.orders,
            0,
            sums.revenue
        from
            marts.comparisons as comparisons
            inner join sums on comparisons.prior_start_date = sums.start_date
            and comparisons.prior_end_date = sums.end_date
    ),
    totals as (
        select
            comparison,
            customer_id,
            sum(orders) as orders,
            sum(prior_orders) as prior_orders,
            sum(revenue) as revenue,
            sum(prior_revenue) as prior_revenue
        from
            parts
        group by
            comparison,
            customer_id
    ),
    moved as (
        select
            totals.comparison,
            change_driver (
                totals.orders,
                totals.prior_orders,
                totals.revenue,
                totals.prior_revenue,
                customers.first_deal_date,
                comparisons.prior_end_date
            ) as driver,
            totals.revenue,
            totals.prior_revenue
        from
            totals
            inner join marts.comparisons as comparisons on totals.comparison = comparisons.comparison
            inner join marts.customers as customers on totals.customer_id = customers.customer_id
    ),
    summed as (
        select
            comparison,
            driver,
            count(*) as customers,
            sum(revenue) as revenue,
            sum(prior_revenue) as prior_revenue
        from
            moved
        group by
            comparison,
            driver
    )
select
    comparisons.comparison,
    drivers.driver,
    drivers.position::integer as position,
    coalesce(summed.customers, 0)::integer as customers,
    coalesce(summed.revenue, 0)::decimal(18, 4) as revenue,
    coalesce(summed.prior_revenue, 0)::decimal(18, 4) as prior_revenue,
    (coalesce(summed.revenue, 0) - coalesce(summed.prior_revenue, 0))::decimal(18, 4) as change
from
    marts.comparisons as comparisons
    cross join marts.change_drivers as drivers
    left join summed on comparisons.comparison = summed.comparison
    and drivers.driver = summed.driver
