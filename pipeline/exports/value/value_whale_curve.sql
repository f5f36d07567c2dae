-- One row per point of the whale curve.
select
    customers,
    customers_share,
    cumulative_profit::double as cumulative_profit,
    profit_share,
    profit_reason,
    is_peak
from
    marts.whale_curve_points
order by
    customers
