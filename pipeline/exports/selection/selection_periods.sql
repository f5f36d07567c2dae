-- One row per period that pages can be narrowed to.
select
    period,
    period_kind,
    position,
    start_date,
    end_date,
    prior_start_date,
    prior_end_date,
    is_complete,
    has_prior,
    is_prior_complete
from
    marts.periods
order by
    position
