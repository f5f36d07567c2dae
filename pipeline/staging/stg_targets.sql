-- One row per goal and period, those to come included. A metric may be written as people write it: "Margin rate" is margin_rate.
-- key: goal, period_start
-- columns:
--   goal          Name of the goal
--   metric        Figure it is measured by
--   owner         Who answers for it
--   period_start  First day of the period
--   period_end    Last day of the period
--   target        Value to reach, in the metric's unit
--   place         File and line of the goal
select
    goal,
    regexp_replace(lower(trim(metric)), '[^a-z0-9]+', '_', 'g') as metric,
    owner,
    period_start,
    period_end,
    target,
    source_file || ':' || source_row as place
from
    raw.targets
