-- One row per pair of a score for recency and a score for frequency.
select
    recency_score,
    frequency_score,
    customers,
    customer_share,
    revenue::double as revenue,
    revenue_share,
    mean_amount
from
    marts.rfm_cells
order by
    recency_score,
    frequency_score
