-- One row per state: who is in it today, what they bring, and what to do about them.
select
    position,
    state,
    customers,
    share,
    leads,
    customers_before,
    change,
    revenue::double as revenue,
    revenue_share,
    action
from
    marts.states_today
order by
    position
