-- One row per person that answers for a goal or does an action, and one of all: goals by status, and actions.
-- Goals count by their period under review, see goal_reviews; actions for a goal that nobody set count too.
-- key: dimension, owner, has_owner
-- columns:
--   dimension          all or owner
--   owner              Who it is; all, or nobody where none is named
--   has_owner          Whether that is a name
--   goals              Goals [goals]
--   reached_goals      Goals reached [goals]
--   on_track_goals     Goals on track [goals]
--   at_risk_goals      Goals at risk [goals]
--   behind_goals       Goals behind [goals]
--   missed_goals       Goals missed [goals]
--   coming_goals       Goals whose period has not begun [goals]
--   unmeasured_goals   Goals that cannot be measured [goals]
--   judged_goals       Goals with a status other than to come and not measured [goals]
--   chance_goals       Goals missed, behind or at risk by no more than chance explains, see goal_reviews [goals]
--   unattended_goals   Goals whose next step is to agree on an action: missed, behind or at risk, and nothing open or to be looked at [goals]
--   actions            Actions that were not dropped [actions]
--   open_actions       Those of them that are open [actions]
--   overdue_actions    Those of the open ones that are overdue [actions]
--   done_actions       Those that were done [actions]
--   late_actions       Those of them that were done after the day they were due by [actions]
--   unchecked_actions  Those of the done ones of which nobody has said what came of them [actions]
-- checks:
--   each goal is counted once: goals = judged_goals + coming_goals + unmeasured_goals
--   each judged goal has one status: judged_goals = reached_goals + on_track_goals + at_risk_goals + behind_goals + missed_goals
--   open and done are all actions: actions = open_actions + done_actions
with
    items as (
        select
            owner,
            status,
            1 as goals,
            case
                when step = 'agree on an action' then 1
                else 0
            end as unattended,
            coalesce(
                status in ('missed', 'behind', 'at risk')
                and not is_miss_clear,
                false
            )::integer as chance,
            0 as actions,
            null as action_status,
            false as is_overdue,
            false as is_late,
            false as is_unchecked
        from
            marts.goal_reviews
        union all
        select
            owner,
            null,
            0,
            0,
            0,
            1,
            status,
            is_overdue,
            late_days is not null,
            coalesce(phase = 'check', false)
        from
            marts.target_actions
        where
            status <> 'dropped'
    ),
    grouped as (
        select
            'all' as dimension,
            'all' as group_owner,
            true as has_owner,
            items.*
        from
            items
        union all
        select
            'owner',
            coalesce(owner, 'nobody'),
            owner is not null,
            items.*
        from
            items
    )
select
    dimension,
    group_owner as owner,
    has_owner,
    sum(goals)::integer as goals,
    count(
        case
            when status = 'reached' then 1
        end
    )::integer as reached_goals,
    count(
        case
            when status = 'on track' then 1
        end
    )::integer as on_track_goals,
    count(
        case
            when status = 'at risk' then 1
        end
    )::integer as at_risk_goals,
    count(
        case
            when status = 'behind' then 1
        end
    )::integer as behind_goals,
    count(
        case
            when status = 'missed' then 1
        end
    )::integer as missed_goals,
    count(
        case
            when status = 'to come' then 1
        end
    )::integer as coming_goals,
    count(
        case
            when status = 'not measured' then 1
        end
    )::integer as unmeasured_goals,
    count(
        case
            when status not in ('to come', 'not measured') then 1
        end
    )::integer as judged_goals,
    sum(chance)::integer as chance_goals,
    sum(unattended)::integer as unattended_goals,
    sum(actions)::integer as actions,
    count(
        case
            when action_status = 'open' then 1
        end
    )::integer as open_actions,
    count(
        case
            when is_overdue then 1
        end
    )::integer as overdue_actions,
    count(
        case
            when action_status = 'done' then 1
        end
    )::integer as done_actions,
    count(
        case
            when is_late then 1
        end
    )::integer as late_actions,
    count(
        case
            when is_unchecked then 1
        end
    )::integer as unchecked_actions
from
    grouped
group by
    dimension,
    group_owner,
    has_owner
