-- One row per project: the margin of the current window and of the one before, and that of the orders whose cost is known.
select
    margin::double as margin,
    margin_rate,
    prior_margin_rate,
    margin_rate_change,
    margin_known_rate,
    known_margin::double as known_margin,
    known_margin_rate
from
    marts.revenue_totals
order by
    margin
