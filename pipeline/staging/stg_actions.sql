-- One row per action taken for a goal that was decided on by the as-of date, or on a day that is not known. What was done after
-- that date is still open.
-- key: goal, action
-- columns:
--   goal          Name of the goal it is for
--   action        What is to be done
--   owner         Who does it
--   planned_date  Day it was decided on
--   due_date      Day by which it is to be done
--   done_date     Day it was done or dropped, by the as-of date
--   status        open, done or dropped, as it was on the as-of date
--   told_status   Status as it was written down; NULL without one
--   result        What came of it; NULL while it is open
--   place         File and line of the action
with
    known as (
        select
            actions.*,
            case
                when actions.done_date <= settings.as_of_date then actions.done_date
            end as known_done_date,
            case
            -- Done or dropped after the as-of date: not yet.
                when actions.done_date > settings.as_of_date then 'open'
                when actions.status = 'dropped' then 'dropped'
                when actions.done_date is not null
                or actions.status = 'done' then 'done'
                else 'open'
            end as known_status
        from
            raw.actions as actions
            cross join run.settings as settings
        where
            coalesce(actions.planned_date <= settings.as_of_date, true)
    )
select
    goal,
    action,
    owner,
    planned_date,
    due_date,
    known_done_date as done_date,
    known_status as status,
    status as told_status,
    case
        when known_status <> 'open' then nullif(trim(result), '')
    end as result,
    source_file || ':' || source_row as place
from
    known
