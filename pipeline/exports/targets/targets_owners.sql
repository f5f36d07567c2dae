-- One row per person that answers for a goal or does an action, and one of all, see marts.goals_by_owner.
select
    dimension,
    owner,
    has_owner,
    goals,
    reached_goals,
    on_track_goals,
    at_risk_goals,
    behind_goals,
    missed_goals,
    coming_goals,
    unmeasured_goals,
    judged_goals,
    chance_goals,
    unattended_goals,
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
    missed_goals + behind_goals desc,
    overdue_actions desc,
    goals desc,
    has_owner desc,
    owner
