-- Bad rows: windows whose Lorenz curve does not run from 0 to 1, or falls
-- severity: error
-- fix: compare marts.lorenz_points with the running_revenue of marts.customer_shares
with
    steps as (
        select
            period,
            customer_share,
            revenue_share,
            lag (revenue_share, 1, 0) over (
                partition by
                    period
                order by
                    customer_share
            ) as previous_share
        from
            marts.lorenz_points
    )
select
    period,
    min(revenue_share) as first_share,
    max(revenue_share) as last_share
from
    steps
group by
    period
having
    min(customer_share) <> 0
    or min(revenue_share) <> 0
    or max(customer_share) <> 1
    or max(revenue_share) <> 1
    or sum(
        case
            when revenue_share < previous_share then 1
            else 0
        end
    ) > 0
