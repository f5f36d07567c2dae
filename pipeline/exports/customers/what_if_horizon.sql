-- One row per run with an order: the time without an order after which a customer counts as lost, as it is now.
select
    lost_after.days,
    lost_after.quantile_days,
    lost_after.gaps,
    lost_after.share,
    lost_after.basis
from
    marts.lost_after as lost_after
order by
    lost_after.days
