-- One row per number of repeat purchases in the calibration: purchases of the hold-out by a customer, and by the model.
select
    frequency,
    customers,
    mean_purchases,
    expected_purchases
from
    marts.holdout_by_frequency
order by
    frequency
