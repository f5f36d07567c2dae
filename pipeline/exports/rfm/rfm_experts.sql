-- One row per expert who judged the measures, and one of all together: the weights that follow, and how far they contradict.
select
    is_combined,
    expert,
    experts,
    recency_weight,
    frequency_weight,
    monetary_weight,
    lambda_max,
    consistency_index,
    random_index,
    consistency_ratio,
    is_consistent
from
    marts.rfm_consistency
order by
    is_combined,
    expert
