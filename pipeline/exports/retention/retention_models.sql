-- One row per model of the chance to leave: how good it was on a time that it had not seen.
select
    model,
    is_used,
    reason,
    verdict,
    verdict_reason,
    customers,
    left_customers,
    expected_customers,
    auc,
    auc_low,
    auc_high,
    brier,
    brier_skill,
    log_loss,
    calibration_slope,
    calibration_shift,
    top_tenth_rate,
    lift
from
    marts.churn_validation
order by
    brier,
    model
