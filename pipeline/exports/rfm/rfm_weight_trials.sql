-- One row per measure and change of its weight tried: what becomes of the ranking by loyalty.
select
    measure,
    change,
    weight,
    tau,
    compared_customers,
    top_customers,
    top_kept
from
    marts.rfm_weight_changes
order by
    measure,
    change
