-- One row per person that answers for a goal or does an action, and one of all, see marts.goals_by_owner.
select
    dimension,
    owner,
    has_owner,
    goals,
    reached,
    on_track,
    at_risk,
    behind,
    missed,
    to_come,
    unmeasured,
    judged,
    unattended,
    actions,
    open_actions,
    overdue_actions,
    done_actions,
    late_actions,
    unchecked_actions
from
    marts.goals_by_owner
order by
    dimension,
    missed + behind desc,
    overdue_actions desc,
    goals desc,
    has_owner desc,
    owner
