-- One row per scheme of named segments and segment: its customers and figures.
select
    scheme,
    position,
    segment,
    is_shown,
    action,
    customers,
    customer_share,
    revenue::double as revenue,
    revenue_share,
    mean_recency_days,
    mean_orders,
    mean_amount
from
    marts.rfm_scheme_segments
order by
    scheme,
    position
