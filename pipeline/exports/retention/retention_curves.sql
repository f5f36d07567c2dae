-- One row per group of customers and moment since they became customers.
select
    dimension,
    group_name,
    position,
    time_days,
    share,
    share_low,
    share_high,
    followed
from
    marts.survival_curves
order by
    dimension,
    position,
    time_days
