-- One row per window and point of the Lorenz curve: what share of revenue the smallest customers bring together, by the
-- definition of revenue_concentration. Points lie on the curve, none is interpolated: at each customer where there are no
-- more of them than steps, else at evenly spaced ones, rounded down, so that each is the other side of a top share.
-- key: period, customers
-- columns:
--   period          current or prior window
--   customers       Smallest customers taken together [customers]
--   customer_share  Those by all customers with positive revenue; from 0 to 1
--   revenue_share   Their share of revenue; from 0 to 1
-- checks:
--   the curve lies on or below the diagonal: revenue_share <= customer_share + 1e-12
with
    totals as (
        select
            period,
            count(position) as customers,
            max(running_revenue) as revenue
        from
            marts.customer_shares
        group by
            period
        having
            max(running_revenue) > 0
    ),
    steps as (
        select
            unnest(range(0, settings.composition_lorenz_steps + 1)) as step
        from
            run.settings as settings
    ),
    points as (
        select distinct
            totals.period,
            totals.customers as all_customers,
            totals.revenue as all_revenue,
            floor(safe_div(steps.step * totals.customers, settings.composition_lorenz_steps)) as customers
        from
            totals
            cross join steps
            cross join run.settings as settings
    )
select
    points.period,
    points.customers::integer as customers,
    safe_div(points.customers, points.all_customers) as customer_share,
    safe_div(points.all_revenue - coalesce(shares.running_revenue, 0), points.all_revenue) as revenue_share
from
    points
    left join marts.customer_shares as shares on points.period = shares.period
    and points.all_customers - points.customers = shares.position
