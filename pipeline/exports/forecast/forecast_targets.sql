-- One row per goal of orders or revenue that is still to be reached: what is forecast for its period.
select
    goal,
    measure,
    owner,
    period_start,
    period_end,
    target,
    reached,
    months_left,
    value,
    low,
    high,
    gap,
    needed_rate,
    verdict,
    reason
from
    marts.demand_targets
order by
    period_end,
    goal,
    period_start
