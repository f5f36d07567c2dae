-- One row per measure and score.
select
    measure,
    score,
    customers,
    customer_share,
    lowest::double as lowest,
    highest::double as highest
from
    marts.rfm_scores
order by
    measure,
    score
