-- One row per dimension, group and component of delivered value: what its customers get and what it takes them, against all.
select
    dimension,
    group_name,
    group_kind,
    position,
    component,
    is_cost,
    answers,
    mean,
    mean_low,
    mean_high,
    all_mean,
    advantage,
    adjusted_p,
    comparisons,
    against_all,
    weak_place
from
    marts.delivered_values
where
    group_kind in ('all', 'value')
    and dimension <> 'owner'
order by
    dimension,
    position,
    group_name,
    component
