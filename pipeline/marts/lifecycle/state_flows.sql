-- One row per month and way from one state to another that customers went in it; those who stayed in theirs are a way too.
-- Who was not known at the month end before came as new. States are those of month ends: what came and went between two is not
-- seen.
-- key: month_end, from_state, to_state
-- columns:
--   month_end   Last day of the month, or the as-of date
--   from_state  State at the month end before, or new
--   to_state    State at the month end
--   customers   Customers that went that way [customers]
--   buyers      Those of them that ordered in the month [customers]
select
    month_end,
    coalesce(previous_state, 'new') as from_state,
    state as to_state,
    count(*)::integer as customers,
    sum(
        case
            when has_ordered then 1
            else 0
        end
    )::integer as buyers
from
    marts.customer_states
group by
    month_end,
    coalesce(previous_state, 'new'),
    state
