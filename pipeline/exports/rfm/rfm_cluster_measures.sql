-- One row per measure that customers are clustered by.
select
    measure,
    deviation,
    skewness,
    is_log,
    scale_mean,
    scale_deviation
from
    marts.rfm_measures
order by
    measure
