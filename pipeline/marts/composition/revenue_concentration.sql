-- One row per window with orders: how far revenue hangs on few customers. All measures, and so customer_shares, top_shares
-- and lorenz_points, are of the customers whose revenue in the window is positive, and of the sum of it: a share of less
-- than nothing is none. Who is left out by that is counted. So the largest 20 % bring what the Lorenz curve leaves above
-- the smallest 80 %.
-- Gini = sum((2 i - n - 1) x revenue of the i-th smallest) / (n x all revenue) (Sen, On Economic Inequality, 1973), for all
-- n customers, not for a sample of them: from 0, all equal, to (n - 1) / n, one brings all.
-- HHI = sum of squared shares (Herfindahl and Hirschman), here from 0 to 1; competition law writes it times 10,000.
-- key: period
-- columns:
--   period                 current or prior window
--   customers              Customers with positive revenue [customers]
--   revenue                Their revenue; NULL without any [reporting currency]
--   left_out_customers     Customers with orders or refunds that come to 0 or less, left out [customers]
--   left_out_revenue       Their revenue; NULL without any [reporting currency]
--   top_customers          Largest customers that dependency is measured by: top_customers of the settings, or all if fewer [customers]
--   top_revenue_share      Their share of revenue
--   pareto_customers       Fewest customers that bring pareto_share of revenue (二八法则) [customers]
--   pareto_customer_share  Those by all customers with positive revenue
--   gini                   Gini coefficient [0 to 1]
--   hhi                    Herfindahl-Hirschman index [0 to 1]
--   equal_customers        1 / HHI: so many customers of equal size would be as concentrated [customers]
--   reason                 Why figures are missing
with
    totals as (
        select
            period,
            count(position) as customers,
            max(running_revenue) as revenue,
            count(*) - count(position) as left_out_customers,
            sum(
                case
                    when position is null then revenue
                end
            ) as left_out_revenue
        from
            marts.customer_shares
        group by
            period
        having
            sum(orders) > 0
    ),
    sums as (
        select
            shares.period,
            sum((totals.customers + 1 - 2 * shares.position)::decimal(38, 0) * shares.revenue) as weighted_revenue,
            sum(shares.revenue::decimal(38, 4) * shares.revenue::decimal(38, 4)) as squared_revenue,
            max(
                case
                    when shares.position <= settings.composition_top_customers then shares.running_revenue
                end
            ) as top_revenue,
            min(
                case
                    when shares.running_revenue >= settings.composition_pareto_share::decimal(38, 6) * totals.revenue then shares.position
                end
            ) as pareto_customers
        from
            marts.customer_shares as shares
            cross join run.settings as settings
            inner join totals on shares.period = totals.period
        where
            shares.position is not null
        group by
            shares.period
    )
select
    totals.period,
    totals.customers::integer as customers,
    totals.revenue,
    totals.left_out_customers::integer as left_out_customers,
    totals.left_out_revenue::decimal(18, 4) as left_out_revenue,
    least(totals.customers, settings.composition_top_customers)::integer as top_customers,
    safe_div(sums.top_revenue, totals.revenue) as top_revenue_share,
    sums.pareto_customers::integer as pareto_customers,
    safe_div(sums.pareto_customers, totals.customers) as pareto_customer_share,
    safe_div(sums.weighted_revenue, totals.revenue) / totals.customers as gini,
    safe_div(sums.squared_revenue, totals.revenue) / totals.revenue as hhi,
    safe_div(totals.revenue, sums.squared_revenue) * totals.revenue as equal_customers,
    case
        when totals.customers = 0 then 'no customer has positive revenue'
    end as reason
from
    totals
    cross join run.settings as settings
    left join sums on totals.period = sums.period
