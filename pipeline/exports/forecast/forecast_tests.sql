-- One row per measure and month ahead: how far off the model taken was in the test, and the same month a year before.
-- columns:
--   wape              Sum of errors of the model by the sum of what came; NULL where that is not positive
--   naive_wape        The same of the seasonal naive
--   total_wape        The same of all months from the next to this one together
--   naive_total_wape  The same of the seasonal naive
select
    backtests.measure,
    backtests.months_ahead,
    backtests.trials,
    backtests.wape,
    naive.wape as naive_wape,
    backtests.total_wape,
    naive.total_wape as naive_total_wape
from
    marts.demand_backtests as backtests
    inner join marts.demand_models as models on backtests.measure = models.measure
    and backtests.model = models.model
    and models.is_chosen
    left join marts.demand_backtests as naive on backtests.measure = naive.measure
    and backtests.months_ahead = naive.months_ahead
    and naive.model = 'seasonal naive'
order by
    backtests.measure,
    backtests.months_ahead
