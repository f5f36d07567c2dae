-- One row per stage of the order cycle and number of days that orders of the current window took.
select
    stage,
    days::integer as days,
    orders
from
    marts.cycle_time_days
order by
    stage,
    days
