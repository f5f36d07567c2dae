-- One row per forecast of the hold-out: that of the model, and two without one.
select
    forecast,
    customers,
    purchases,
    expected_purchases,
    deviation_rate,
    mean_absolute_error,
    root_mean_square
from
    marts.holdout_forecasts
order by
    position
