-- One row per metric that a goal is set for now: the goal that stands beside it, see marts.target_progress.
select
    metric,
    goal,
    unit,
    is_lower_better,
    owner,
    period_start,
    period_end,
    measured_until,
    target::double as target,
    actual,
    reached_share,
    expected_share,
    status,
    reason
from
    marts.target_progress
where
    is_headline
order by
    metric
