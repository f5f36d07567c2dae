-- One row per scheme and group: segments, classes, decision segments and clusters with their actions.
select
    scheme,
    position,
    name,
    name_zh,
    action,
    customers,
    customer_share,
    orders::double as orders,
    revenue::double as revenue,
    revenue_share,
    mean_recency_days,
    mean_orders,
    mean_amount
from marts.rfm_groups
order by scheme, position
