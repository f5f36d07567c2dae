-- One row per goal and period of its course: its figure in each period that it was set for and that has begun, and in those before.
-- The periods before are as long as the goal's first, had no target, and begin with the first that can be measured; see target_spans.
-- key: goal, period_start
-- columns:
--   goal          Name of the goal
--   period_start  First day of the period
--   period_end    Last day of the period
--   is_over       Whether the period is over; the figure of one that runs is of as much as has gone of it
--   target        Value to reach; NULL before the goal was set
--   actual        Value reached; NULL where it cannot be measured
--   status        As in target_progress; NULL before the goal was set
with
    measured as (
        select
            spans.goal,
            spans.use,
            spans.period_start,
            spans.period_end,
            reached.value,
            min(
                case
                    when reached.value is not null then spans.period_start
                end
            ) over (
                partition by
                    spans.goal
            ) as first_start
        from
            marts.target_spans as spans
            inner join marts.target_values as reached on spans.metric = reached.metric
            and spans.first_day = reached.first_day
            and spans.last_day = reached.last_day
        where
            spans.use in ('goal', 'before')
    )
select
    measured.goal,
    measured.period_start,
    measured.period_end,
    measured.period_end <= settings.as_of_date as is_over,
    targets.target::double as target,
    measured.value as actual,
    targets.status
from
    measured
    cross join run.settings as settings
    left join marts.target_progress as targets on measured.use = 'goal'
    and measured.goal = targets.goal
    and measured.period_start = targets.period_start
where
    measured.use = 'goal'
    or measured.period_start >= measured.first_start
