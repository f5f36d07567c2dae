-- One row per model of repeat buying that was fitted: whether it is the one that predictions use, and why.
-- Of the models whose fits to all customers and to the calibration both converged that with the highest log-likelihood of the
-- hold-out is chosen, unless value.repeat_buying_model names one; of equals the first.
-- key: model
-- columns:
--   model                   BG/NBD, MBG/NBD or Pareto/NBD
--   position                Order of the models
--   holdout_log_likelihood  Log-likelihood of the hold-out, see repeat_buying_fits
--   is_usable               Whether both fits converged
--   is_chosen               Whether predictions use it; one is, or none
--   reason                  Why it was chosen or not
-- checks:
--   what is chosen can be used: is_usable or not is_chosen
with
    fitted as (
        select
            fits.model,
            fits.position,
            max(fits.holdout_log_likelihood) as holdout_log_likelihood,
            count(*) = 2
            and bool_and(fits.is_converged) as is_usable,
            min(fits.reason) as reason
        from
            marts.repeat_buying_fits as fits
        group by
            fits.model,
            fits.position
    ),
    ranked as (
        select
            fitted.*,
            settings.value_repeat_buying_model as wanted,
            row_number() over (
                order by
                    case
                        when fitted.is_usable then 0
                        else 1
                    end,
                    case
                        when fitted.model = settings.value_repeat_buying_model then 0
                        else 1
                    end,
                    fitted.holdout_log_likelihood desc,
                    fitted.position
            ) as place,
            max(
                case
                    when fitted.is_usable then fitted.holdout_log_likelihood
                end
            ) over () as highest
        from
            fitted
            cross join run.settings as settings
    ),
    judged as (
        select
            ranked.*,
            max(
                case
                    when is_usable
                    and place = 1 then model
                end
            ) over () as chosen_model
        from
            ranked
    )
select
    model,
    position,
    holdout_log_likelihood,
    is_usable,
    coalesce(model = chosen_model, false) as is_chosen,
    case
        when not is_usable then coalesce(reason, 'Nobody of the calibration bought again')
        when model = chosen_model
        and model = wanted then 'Chosen: the project names it'
        when model = chosen_model then 'Chosen: what came was most probable by it'
        when chosen_model = wanted then 'Not chosen: the project names another'
        when holdout_log_likelihood = highest then 'Not chosen: what came was as probable by one before it'
        else 'Not chosen: what came was less probable by it'
    end as reason
from
    judged
