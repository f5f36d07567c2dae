-- One row per stage of the order cycle, dimension, group and window.
select
    stage,
    stage_position,
    dimension,
    group_name,
    period,
    orders,
    mean_days,
    spread_days,
    median_days,
    p90_days,
    shortest_days,
    longest_days
from
    marts.cycle_times
where
    dimension in ('all', 'region')
order by
    stage_position,
    dimension,
    orders desc,
    group_name,
    period
