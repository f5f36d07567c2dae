-- One row per number of repeat purchases in the calibration: customers, and customers by the model.
select
    frequency,
    customers,
    expected_customers
from
    marts.purchase_counts
order by
    frequency
