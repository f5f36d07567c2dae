-- One row per measure and time ahead: what is forecast for it, and the same months a year before.
select
    measure,
    months,
    from_month,
    to_month,
    value,
    low,
    high,
    year_before_value,
    change_rate,
    low_change_rate,
    high_change_rate,
    reason
from
    marts.demand_totals
order by
    measure,
    months
