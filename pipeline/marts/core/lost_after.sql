-- One row per run with an order: the time without an order after which a customer counts as lost, as it is known on the as-of
-- date, see lost_after_by_month.
-- key: none
-- columns:
--   days           A customer without an order for longer than this is lost; NULL where it cannot be found [days]
--   quantile_days  The quantile by itself; NULL without a gap [days]
--   gaps           Gaps between two purchases of a customer that follow each other [gaps]
--   share          Share of the gaps that are no longer than days; NULL without a gap [0 to 1]
--   basis          What days is: setting, quantile, least or most; NULL where it is not known
select
    months.days,
    months.quantile_days,
    months.gaps,
    months.share,
    months.basis
from
    marts.lost_after_by_month as months
    inner join run.settings as settings on months.month_end = settings.as_of_date
