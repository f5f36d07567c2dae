-- One row per window: how far revenue hangs on few customers. Counted are customers with an order in the window. Shares
-- are of all revenue, as everywhere. Gini and HHI know no negative values: a customer whose refunds exceed the purchases
-- counts with 0, a usual practice (De Battisti, Porro and Vernizzi, The Gini coefficient and the case of negative
-- values, Electronic Journal of Applied Statistical Analysis 12, 2019).
-- Gini = sum((2 i - n - 1) x revenue of the i-th smallest) / (n x all revenue) (Sen, On Economic Inequality, 1973), for all
-- n customers, not for a sample of them: from 0, all equal, to (n - 1) / n, one brings all.
-- HHI = sum of squared shares (Herfindahl and Hirschman), here from 0 to 1; competition law writes it times 10,000.
-- key: period
-- columns:
--   period                 current or prior window
--   customers              Customers with an order [customers]
--   revenue                Revenue of all customers [reporting currency]
--   negative_revenue       Part of it that stands as 0 in Gini, HHI and the Lorenz curve: of customers below zero [reporting currency]
--   top_customers          Largest customers that dependency is measured by: top_customers of the settings, or all if fewer [customers]
--   top_revenue_share      Their share of revenue; NULL where revenue is not positive
--   pareto_customers       Fewest customers that bring pareto_share of revenue (二八法则) [customers]
--   pareto_customer_share  Those by all customers with an order
--   gini                   Gini coefficient [0 to 1]
--   hhi                    Herfindahl-Hirschman index [0 to 1]
--   equal_customers        1 / HHI: so many customers of equal size would be as concentrated [customers]
--   reason                 Why figures are missing
with
    totals as (
        select
            period,
            count(position) as customers,
            sum(revenue)::decimal(18, 4) as revenue,
            max(running_revenue) as positive_revenue
        from
            marts.customer_shares
        group by
            period
    ),
    sums as (
        select
            shares.period,
            sum((totals.customers + 1 - 2 * shares.position)::decimal(38, 0) * greatest(shares.revenue, 0)) as weighted_revenue,
            sum(greatest(shares.revenue, 0)::decimal(38, 4) * greatest(shares.revenue, 0)::decimal(38, 4)) as squared_revenue,
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
    (totals.revenue - totals.positive_revenue)::decimal(18, 4) as negative_revenue,
    least(totals.customers, settings.composition_top_customers)::integer as top_customers,
    case
        when totals.revenue > 0 then safe_div(sums.top_revenue, totals.revenue)
    end as top_revenue_share,
    case
        when totals.revenue > 0 then sums.pareto_customers
    end::integer as pareto_customers,
    case
        when totals.revenue > 0 then safe_div(sums.pareto_customers, totals.customers)
    end as pareto_customer_share,
    safe_div(sums.weighted_revenue, totals.positive_revenue) / totals.customers as gini,
    safe_div(sums.squared_revenue, totals.positive_revenue) / totals.positive_revenue as hhi,
    safe_div(totals.positive_revenue, sums.squared_revenue) * totals.positive_revenue as equal_customers,
    case
        when totals.revenue <= 0 then 'revenue is not positive'
    end as reason
from
    totals
    cross join run.settings as settings
    inner join sums on totals.period = sums.period
