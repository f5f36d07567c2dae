-- One row per measure that customers are clustered by.
select
    measure,
    deviation,
    skewness,
    is_log
from
    marts.rfm_measures
order by
    measure
