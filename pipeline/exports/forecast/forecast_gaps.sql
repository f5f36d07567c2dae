-- One row per measure and time ahead that is forecast both by the months and by single customers.
select
    measure,
    months,
    forecast,
    present_value,
    new_value,
    customer_value,
    gap,
    gap_rate,
    season_gap,
    level_gap
from
    marts.demand_gaps
where
    gap is not null
order by
    measure desc,
    months
