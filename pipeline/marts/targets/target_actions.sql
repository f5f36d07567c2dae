-- One row per action taken for a goal: where it stands, and in which part of plan, do, check, act.
-- An action is in do while it is open, in check once it is done and nobody has said what came of it, and in act when that is said, for the
-- next plan to build on. It is overdue if it is open on a day after the one that it is due by; without such a day it never is.
-- What is unclear about it is said, and it is shown nevertheless.
-- key: goal, action
-- columns:
--   goal            Name of the goal it is for
--   action          What is to be done
--   owner           Who does it: its own owner, or else the goal's
--   planned_date    Day it was decided on
--   due_date        Day by which it is to be done
--   done_date       Day it was done or dropped
--   status          open, done or dropped
--   phase           do, check or act; NULL for what was dropped
--   is_overdue      Whether it is open after the day it was due by
--   days_overdue    Days since that day; NULL where it is not overdue [days]
--   late_days       Days after that day on which it was done; NULL where it was not late or either is not known [days]
--   result          What came of it
--   is_goal_known   Whether a goal of that name is set
--   place           File and line of the action
--   problem         What is unclear about it; NULL where nothing is
-- checks:
--   overdue is open: not is_overdue or status = 'open'
--   what is overdue has days: is_overdue = (days_overdue is not null)
--   only what was dropped is in no part: (phase is null) = (status = 'dropped')
with
    goals as (
        select
            goal,
            owner,
            row_number() over (
                partition by
                    goal
                order by
                    case
                        when period_start <= settings.as_of_date then 0
                        else 1
                    end,
                    abs(period_start - settings.as_of_date),
                    period_start
            ) as place
        from
            staging.stg_targets
            cross join run.settings as settings
    )
select
    actions.goal,
    actions.action,
    coalesce(actions.owner, goals.owner) as owner,
    actions.planned_date,
    actions.due_date,
    actions.done_date,
    actions.status,
    case
        when actions.status = 'open' then 'do'
        when actions.status = 'done'
        and actions.result is null then 'check'
        when actions.status = 'done' then 'act'
    end as phase,
    actions.status = 'open'
    and coalesce(actions.due_date < settings.as_of_date, false) as is_overdue,
    case
        when actions.status = 'open'
        and actions.due_date < settings.as_of_date then settings.as_of_date - actions.due_date
    end::integer as days_overdue,
    case
        when actions.status = 'done'
        and actions.done_date > actions.due_date then actions.done_date - actions.due_date
    end::integer as late_days,
    actions.result,
    goals.goal is not null as is_goal_known,
    actions.place,
    case
        when goals.goal is null then 'no goal of this name is set'
        when actions.told_status = 'open'
        and actions.done_date is not null then 'it is open and was done on ' || actions.done_date
        when actions.status = 'done'
        and actions.done_date is null then 'it is done, on no day'
    end as problem
from
    staging.stg_actions as actions
    cross join run.settings as settings
    left join goals on actions.goal = goals.goal
    and goals.place = 1
