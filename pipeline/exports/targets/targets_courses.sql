-- One row per goal and period of its course, see marts.goal_courses.
select
    goal,
    period_start,
    period_end,
    is_over,
    target,
    actual,
    status
from
    marts.goal_courses
order by
    goal,
    period_start
