-- Bad rows: actions for a goal that nobody set, that are open and done at once, or done on no day
-- severity: warning
-- fix: mend the line of the list of actions; a goal is written as targets write it
select
    problem,
    goal,
    action,
    place
from
    marts.target_actions
where
    problem is not null
