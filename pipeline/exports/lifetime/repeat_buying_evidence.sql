-- One row per model of repeat buying that was fitted: how good each fit is, in the order of the models.
-- columns:
--   customers       Customers it was fitted to [customers]
--   log_likelihood  Of the fit to all customers, times in weeks
--   aic             Of the fit to all customers
--   bic             Of the fit to all customers
--   gradient_norm   Of the fit to all customers
--   parameters      Its parameters with their standard errors, of the fit to all customers
with
    parameters as (
        select
            model,
            string_agg(
                parameter || ' ' || printf('%.4g', estimate) || coalesce(' ± ' || printf('%.2g', standard_error), ''),
                ', '
                order by
                    position
            ) as parameters
        from
            marts.repeat_buying_parameters
        where
            sample = 'all'
        group by
            model
    )
select
    choice.model,
    fits.customers,
    fits.log_likelihood,
    fits.aic,
    fits.bic,
    fits.gradient_norm,
    choice.holdout_log_likelihood,
    choice.is_usable,
    choice.is_chosen,
    choice.reason,
    parameters.parameters
from
    marts.repeat_buying_choice as choice
    left join marts.repeat_buying_fits as fits on choice.model = fits.model
    and fits.sample = 'all'
    left join parameters on choice.model = parameters.model
order by
    choice.position
