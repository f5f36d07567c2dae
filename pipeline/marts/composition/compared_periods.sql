-- One row per period that any comparison has on either side: what comparisons are added up from, each period once.
-- key: start_date, end_date
-- columns:
--   start_date  First day of the period
--   end_date    Its last day
select distinct
    start_date,
    end_date
from
    (
        select
            start_date,
            end_date
        from
            marts.comparisons
        union all
        select
            prior_start_date,
            prior_end_date
        from
            marts.comparisons
    ) as both_periods
