-- One row per component of delivered value, the most important first: how much satisfaction hangs on it, and how good we are at it.
select
    place,
    component,
    outcome,
    answers,
    importance,
    importance_low,
    importance_high,
    performance,
    importance_cut,
    performance_cut,
    quadrant
from
    marts.satisfaction_drivers
order by
    place nulls last,
    component
