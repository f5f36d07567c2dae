-- One row per fit of the chance to leave.
select
    fit,
    snapshot_date,
    until_date,
    customers,
    left_customers,
    stayed_customers,
    left_rate,
    is_possible,
    reason
from
    marts.churn_fits
order by
    snapshot_date
