-- One row per month end and state: how many customers and open leads were in it.
select
    month_end,
    position,
    state,
    customers,
    leads
from
    marts.states_by_month
order by
    month_end,
    position
