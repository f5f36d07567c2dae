-- One row per measure of service: its value, the one before, and the standard that it is held against.
select
    measure,
    position,
    phase,
    unit,
    is_lower_better,
    value,
    low,
    high,
    base,
    base_noun,
    unknown,
    prior_value,
    change,
    is_better,
    is_change_clear,
    standard,
    standard_from,
    verdict,
    is_clear,
    miss_rate
from
    marts.service_performance
order by
    position
