-- One row per measure of service and group that answers for it: how it does now, over the window, and at its worst, see marts.service_shortfalls.
select
    measure,
    dimension,
    group_name,
    unit,
    is_lower_better,
    recent_from,
    recent_until,
    recent_value,
    recent_low,
    recent_high,
    recent_base,
    year_value,
    year_base,
    reference,
    reference_is,
    shortfall,
    status,
    place,
    bad_from,
    bad_until,
    bad_value,
    bad_base,
    since_value,
    since_base,
    is_since_kept
from
    marts.service_shortfalls
order by
    place nulls last,
    measure,
    dimension,
    group_name
