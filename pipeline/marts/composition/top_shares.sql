-- One row per window and share of customers: what the largest customers bring, by the definition of revenue_concentration.
-- The number of customers is rounded up, so that it is at least one. Where customers are equal at the cut it does not
-- matter which of them is counted.
-- key: period, top_share
-- columns:
--   period         current or prior window
--   top_share      Share of the customers with positive revenue, from the largest, by top_shares of the settings [0 to 1]
--   customers      So many customers, rounded up [customers]
--   revenue        Their revenue [reporting currency]
--   revenue_share  Their share of all positive revenue
with
    cuts as (
        select
            concentration.period,
            tops.value as top_share,
            ceil(tops.value::decimal(18, 6) * concentration.customers) as customers,
            concentration.revenue as all_revenue
        from
            marts.revenue_concentration as concentration
            cross join run.composition_top_shares as tops
    )
select
    cuts.period,
    cuts.top_share::double as top_share,
    cuts.customers::integer as customers,
    shares.running_revenue as revenue,
    safe_div(shares.running_revenue, cuts.all_revenue) as revenue_share
from
    cuts
    inner join marts.customer_shares as shares on cuts.period = shares.period
    and cuts.customers = shares.position
