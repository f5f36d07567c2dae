-- One row per run with an order: lifetime value of all customers, and how far to trust it.
-- columns:
--   horizon_months  How far ahead purchases count [months]
--   discount_rate   Discount of a month
--   pattern_days    Days that today's pattern is taken from, see recorded_window [days]
--   holdout_days    Days held out [days]
--   fit_tolerance   Deviation of the hold-out up to which a prediction is trusted
select
    figures.customers,
    figures.basis,
    figures.historical_value::double as historical_value,
    figures.current_value::double as current_value,
    recorded.days as pattern_days,
    figures.potential_value::double as potential_value,
    figures.predicted_value::double as predicted_value,
    figures.predicted_low,
    figures.predicted_high,
    figures.predicted_as_tried,
    figures.alive_customers,
    figures.year_purchases,
    figures.model,
    figures.split_date,
    figures.holdout_purchases,
    figures.holdout_expected,
    figures.deviation_rate,
    figures.holdout_value,
    figures.holdout_expected_value,
    figures.value_deviation_rate,
    figures.is_near,
    figures.is_best,
    figures.reason,
    settings.value_horizon_months::integer as horizon_months,
    settings.value_discount_rate::double as discount_rate,
    settings.prediction_holdout_days::integer as holdout_days,
    settings.value_fit_tolerance::double as fit_tolerance
from
    marts.lifetime_value_figures as figures
    cross join marts.recorded_window as recorded
    cross join run.settings as settings
order by
    figures.customers
