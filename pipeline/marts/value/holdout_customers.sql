-- One row per customer of the calibration: what was expected of it in the hold-out, and what it did.
-- Two forecasts without a model stand beside that of the model: the customer goes on at its own rate, its purchases to date
-- by its time as a customer; or it buys as often as in the same number of days before. None where no model was chosen.
-- key: customer_id
-- columns:
--   customer_id              Customer
--   frequency                Purchases after the first in the calibration [purchases]
--   alive_probability        Probability at the split date that it had not dropped out [0 to 1]
--   no_purchase_probability  Probability at the split date of no purchase in the hold-out [0 to 1]
--   expected_purchases       Purchases expected in the hold-out by the model [purchases]
--   own_rate_purchases       Purchases at its own rate: purchases after the first / days since it x prediction.holdout_days;
--                            0 where the first was on the split date [purchases]
--   same_again_purchases     Purchases of the prediction.holdout_days before the split date [purchases]
--   purchases                Purchases of the hold-out [purchases]
--   expected_revenue         Those expected by the model x expected spend in each, by the spend_fits of the calibration; NULL
--                            where spend could not be fitted [reporting currency]
--   revenue                  Revenue of the hold-out, less the refunds in it [reporting currency]
select
    histories.customer_id,
    histories.calibration_frequency as frequency,
    predictions.alive_probability,
    predictions.no_purchase_probability,
    predictions.expected_purchases,
    coalesce(
        safe_div(histories.calibration_frequency * settings.prediction_holdout_days, histories.calibration_age_days),
        0
    ) as own_rate_purchases,
    histories.prior_purchases as same_again_purchases,
    histories.holdout_purchases as purchases,
    predictions.expected_purchases * expected_spend (
        spend.p,
        spend.q,
        spend.gamma,
        histories.calibration_frequency,
        histories.calibration_repeat_revenue
    ) as expected_revenue,
    (coalesce(histories.repeat_revenue, 0) - coalesce(histories.calibration_repeat_revenue, 0))::decimal(18, 4) as revenue
from
    marts.buying_histories as histories
    cross join run.settings as settings
    inner join marts.history_predictions as predictions on predictions.sample = 'calibration'
    and histories.calibration_frequency = predictions.frequency
    and histories.calibration_recency_days = predictions.recency_days
    and histories.calibration_age_days = predictions.age_days
    left join marts.spend_fits as spend on spend.sample = 'calibration'
    and spend.is_usable
