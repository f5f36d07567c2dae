-- One row per run in which spend was fitted: the model of what a purchase brings, of all customers.
-- columns:
--   spend_correlation_limit  Largest correlation with which it is used
select
    fits.customers,
    fits.left_out,
    fits.p,
    fits.q,
    fits.gamma,
    fits.p_error,
    fits.q_error,
    fits.gamma_error,
    fits.log_likelihood,
    fits.mean_spend,
    fits.correlation,
    fits.correlation_low,
    fits.correlation_high,
    fits.is_usable,
    fits.reason,
    settings.value_spend_correlation_limit::double as spend_correlation_limit
from
    marts.spend_fits as fits
    cross join run.settings as settings
where
    fits.sample = 'all'
order by
    fits.sample
