-- One row per action taken for a goal, the overdue first, then those done of which nobody has said what came of them, then the open.
select
    goal,
    action,
    owner,
    planned_date,
    due_date,
    done_date,
    status,
    phase,
    is_overdue,
    days_overdue,
    late_days,
    result,
    place,
    problem
from
    marts.target_actions
order by
    case
        when is_overdue then 1
        when phase = 'check' then 2
        when phase = 'do' then 3
        when phase = 'act' then 4
        else 5
    end,
    days_overdue desc nulls last,
    case
        when phase = 'do' then due_date
    end nulls last,
    done_date desc nulls last,
    goal,
    action
