-- One row per metric that a goal can be measured by.
select
    metric,
    position,
    name,
    unit,
    is_lower_better,
    needs
from
    marts.target_metrics
order by
    position
