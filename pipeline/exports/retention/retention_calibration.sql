-- One row per part of the customers that the model used was tried on, by the chance that it gave them.
select
    calibration.part,
    calibration.customers,
    calibration.left_customers,
    calibration.predicted,
    calibration.left_rate,
    calibration.left_rate_low,
    calibration.left_rate_high
from
    marts.churn_calibration as calibration
    inner join marts.churn_validation as used on calibration.model = used.model
where
    used.is_used
order by
    calibration.part
