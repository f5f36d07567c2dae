-- One row per window and share of customers: what the largest customers bring.
select
    period,
    top_share,
    customers,
    revenue::double as revenue,
    revenue_share
from
    marts.top_shares
order by
    period,
    top_share
