-- One row per measure and model: how far it was off in the test, its weights, and whether it is taken.
select
    models.measure,
    models.position,
    models.model,
    models.trials,
    models.mae,
    models.rmse,
    models.wape,
    models.mape,
    models.mase,
    models.gain,
    fits.alpha,
    fits.beta,
    fits.gamma,
    models.is_chosen,
    models.reason
from
    marts.demand_models as models
    inner join marts.demand_fits as fits on models.measure = fits.measure
    and models.model = fits.model
order by
    models.measure,
    models.position
